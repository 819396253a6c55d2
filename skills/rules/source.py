"""Reads the file of one exercise: YAML front matter, then one "## " heading for each step.

Under a heading stand the words that a client reads, and one ```yaml block with the step's key and
fields. Whatever is wrong is told with file, line and sentence. Touches no disk.
"""

from dataclasses import dataclass, field
from typing import Any

from skills.rules import exercise as rules
from skills.rules import files
from skills.rules.files import BadContent as BadContent  # what read() raises
from skills.rules.files import Fault, Wrong
from skills.rules.parts import Path

STEP, OPEN, CLOSE = "## ", "```yaml", "```"


@dataclass
class _Step:
    line: int
    title: str
    words: list[str] = field(default_factory=list)
    block: list[str] = field(default_factory=list)
    block_line: int = 0  # where its block opens; 0 when it has none


def read(text: str, *, file: str, slug: str, language: str) -> dict[str, Any]:
    """Return the exercise in a file of that slug and language; raise BadContent."""
    try:
        found, lines = _parse(text.splitlines())
    except Wrong as wrong:
        raise BadContent([Fault(file, wrong.line, wrong.sentence)]) from None
    wrongs = rules.problems(found) + files.misplaced(found, slug=slug, language=language)
    if wrongs:
        raise BadContent(files.faults_of(wrongs, lines, file=file))
    return rules.complete(found)


def _parse(lines: list[str]) -> tuple[dict[str, Any], dict[Path, int]]:
    places: dict[Path, int] = {}
    found, end = files.opening_of(lines, places)
    if "steps" in found:
        raise Wrong(places[("steps",)], "Steps stand below as headings, not in the opening part.")
    found["steps"] = []
    places[("steps",)] = end + 1
    for index, step in enumerate(_steps(lines, start=end + 1)):
        found["steps"].append(_one_step(step, ("steps", index), places))
    return found, places


def _steps(lines: list[str], *, start: int) -> list[_Step]:
    steps: list[_Step] = []
    fenced = False
    for number, line in enumerate(lines[start:], start + 1):
        bare = line.rstrip()
        if fenced and bare == CLOSE:
            fenced = False
        elif fenced:
            steps[-1].block.append(line)
        elif bare.startswith(STEP):
            steps.append(_Step(number, bare.removeprefix(STEP).strip()))
        elif steps:
            fenced = _add(bare, number, steps[-1])
        elif bare:
            raise Wrong(number, "Words must stand under the heading of a step.")
    if fenced:
        raise Wrong(steps[-1].block_line, "This block has no closing line.")
    return steps


def _add(bare: str, number: int, step: _Step) -> bool:
    """Add a line to a step; return whether the step's block begins with it."""
    if bare == OPEN:
        if step.block_line:
            raise Wrong(number, "A step has one block; put all of its fields there.")
        step.block_line = number
        return True
    if bare.startswith(("#", CLOSE)):
        raise Wrong(number, "Only “## ” headings and ```yaml blocks are known here.")
    step.words.append(bare.strip())
    return False


def _one_step(step: _Step, path: Path, places: dict[Path, int]) -> dict[str, Any]:
    if not step.block_line:
        raise Wrong(step.line, "This step has no ```yaml block with its key.")
    found = files.names_in(step.block, first_line=step.block_line + 1, path=path, places=places)
    for name in ("title", "text"):
        if name in found:
            raise Wrong(places[(*path, name)], f"{name} stands outside the block.")
        places[(*path, name)] = step.line
    places[path] = step.line
    return {**found, "title": step.title, "text": _paragraphs(step.words)}


def _paragraphs(lines: list[str]) -> str:
    blocks = "\n".join(lines).strip().split("\n\n")
    return "\n\n".join(" ".join(block.split()) for block in blocks if block.strip())
