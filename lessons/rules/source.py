"""Reads the file of one lesson: an opening part, sections under "## ", and one closing block.

Sections hold plain paragraphs and lists, and nothing else of Markdown, so that every reader shows
them alike. Whatever is wrong is told with file, line and sentence. Touches no disk.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from lessons.rules import lesson as rules
from skills.rules import files
from skills.rules.files import BadContent, Fault, Wrong
from skills.rules.parts import Path, Problem

SECTION, OPEN, CLOSE, ENTRY = "## ", "```yaml", "```", "- "
CLOSING = ("reflection", "check", "try_this_week")
# Marks of Markdown that we do not show, and numbered lists.
MARKS = re.compile(r"^(#|>|\*|\+|```|\||\d+[.)]\s)|\*\*|__|\]\(|<[a-z/!]|https?://|`")


@dataclass
class _Section:
    line: int
    title: str
    blocks: list[dict[str, Any]] = field(default_factory=list)
    open: bool = False  # whether the next line goes on with the last block


def read(text: str, *, file: str, name: str, language: str) -> dict[str, Any]:
    """Return the lesson in a file called NN-slug of that language; raise BadContent."""
    places: dict[Path, int] = {}
    try:
        found = _parse(text.splitlines(), places)
        position, slug = _named(name)
    except Wrong as wrong:
        raise BadContent([Fault(file, wrong.line, wrong.sentence)]) from None
    wrongs: list[Problem] = rules.problems(found)
    wrongs += files.misplaced(found, slug=slug, language=language, position=position)
    if wrongs:
        raise BadContent(files.faults_of(wrongs, places, file=file))
    return rules.complete(found)


def _named(name: str) -> tuple[int, str]:
    number, _, slug = name.partition("-")
    if not re.fullmatch(r"\d\d", number):
        raise Wrong(1, "The file's name must be its position and its name, like 03-boundaries.md.")
    return int(number), slug


def _parse(lines: list[str], places: dict[Path, int]) -> dict[str, Any]:
    found, end = files.opening_of(lines, places)
    opens, closes = _closing(lines, start=end + 1)
    last = files.names_in(lines[opens + 1 : closes], first_line=opens + 2, path=(), places=places)
    for name in found.keys() & {*CLOSING, "sections"}:
        raise Wrong(places[(name,)], f"{name} does not stand in the opening part.")
    for name in last.keys() - set(CLOSING):
        raise Wrong(places[(name,)], f"The closing block holds only: {', '.join(CLOSING)}.")
    places[("sections",)] = end + 1
    sections = _sections(lines, start=end + 1, end=opens)
    for index, section in enumerate(sections):
        places[("sections", index)] = section.line
    told = [{"title": one.title, "blocks": one.blocks} for one in sections]
    return {**found, **last, "sections": told}


def _closing(lines: list[str], *, start: int) -> tuple[int, int]:
    """Return the indexes of the lines that open and close the block at the end."""
    bare = [line.rstrip() for line in lines]
    if OPEN not in bare[start:]:
        raise Wrong(len(lines), "The lesson must end with a ```yaml block.")
    opens = bare.index(OPEN, start)
    if CLOSE not in bare[opens:]:
        raise Wrong(opens + 1, "This block has no closing line.")
    closes = bare.index(CLOSE, opens)
    after = next((at for at, line in enumerate(bare[closes + 1 :], closes + 2) if line), None)
    if after is not None:
        raise Wrong(after, "Nothing stands after the closing block.")
    return opens, closes


def _sections(lines: list[str], *, start: int, end: int) -> list[_Section]:
    sections: list[_Section] = []
    for number, line in enumerate(lines[start:end], start + 1):
        bare = line.rstrip()
        if bare.startswith(SECTION):
            sections.append(_Section(number, bare.removeprefix(SECTION).strip()))
        elif sections:
            _add(sections[-1], bare, number)
        elif bare:
            raise Wrong(number, "Words must stand under the heading of a section.")
    return sections


def _add(section: _Section, bare: str, number: int) -> None:
    """Add a line to the last block of a section, or begin the next block with it."""
    if bare.startswith(ENTRY):
        kind, text = "list", bare.removeprefix(ENTRY).strip()
    else:
        kind, text = "paragraph", bare.strip()
    if MARKS.search(text) or bare.startswith((" -", "\t")):
        raise Wrong(number, "Only plain paragraphs and lines that begin with “- ” are known here.")
    if not text:
        section.open = False
    elif kind == "list":
        _add_entry(section, text)
    elif section.open and section.blocks[-1]["kind"] == "list":
        raise Wrong(number, "Each entry of a list is one line; leave a line free after the list.")
    elif section.open:
        section.blocks[-1]["text"] += f" {text}"
    else:
        section.blocks.append({"kind": "paragraph", "text": text})
        section.open = True


def _add_entry(section: _Section, text: str) -> None:
    if not (section.open and section.blocks[-1]["kind"] == "list"):
        section.blocks.append({"kind": "list", "items": []})
    section.blocks[-1]["items"].append(text)
    section.open = True
