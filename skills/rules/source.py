"""Reads the file of one exercise: YAML front matter, then one "## " heading for each step.

Under a heading stand the words that a client reads, and one ```yaml block with the step's key and
fields. Whatever is wrong is told with file, line and sentence. Touches no disk.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any

import yaml

from skills.rules import exercise as rules
from skills.rules.exercise import Path

EDGE, STEP, OPEN, CLOSE = "---", "## ", "```yaml", "```"
TEXT_TAG = "tag:yaml.org,2002:str"


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in a file. Lines count from 1."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.sentence}"


class BadContent(Exception):
    """A file that holds no exercise; says everything that is wrong with it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class _Wrong(Exception):
    def __init__(self, line: int, sentence: str) -> None:
        self.line, self.sentence = line, sentence
        super().__init__(sentence)


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
    except _Wrong as wrong:
        raise BadContent([Fault(file, wrong.line, wrong.sentence)]) from None
    wrongs = rules.problems(found)
    for name, expected in (("slug", slug), ("language", language)):
        if found.get(name) != expected:
            sentence = f"{name} must be “{expected}”, as this file's place says."
            wrongs.append(rules.Problem((name,), sentence))
    if wrongs:
        faults = {Fault(file, _line_of(wrong.path, lines), wrong.sentence) for wrong in wrongs}
        raise BadContent(sorted(faults, key=lambda fault: (fault.line, fault.sentence)))
    return rules.complete(found)


def _parse(lines: list[str]) -> tuple[dict[str, Any], dict[Path, int]]:
    if not lines or lines[0].rstrip() != EDGE:
        raise _Wrong(1, "The file must begin with a line of three dashes.")
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == EDGE), None)
    if end is None:
        raise _Wrong(1, "The opening part must end with a line of three dashes.")
    places: dict[Path, int] = {}
    found = _yaml(lines[1:end], first_line=2, path=(), places=places)
    if "steps" in found:
        raise _Wrong(places[("steps",)], "Steps stand below as headings, not in the opening part.")
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
            raise _Wrong(number, "Words must stand under the heading of a step.")
    if fenced:
        raise _Wrong(steps[-1].block_line, "This block has no closing line.")
    return steps


def _add(bare: str, number: int, step: _Step) -> bool:
    """Add a line to a step; return whether the step's block begins with it."""
    if bare == OPEN:
        if step.block_line:
            raise _Wrong(number, "A step has one block; put all of its fields there.")
        step.block_line = number
        return True
    if bare.startswith(("#", CLOSE)):
        raise _Wrong(number, "Only “## ” headings and ```yaml blocks are known here.")
    step.words.append(bare.strip())
    return False


def _one_step(step: _Step, path: Path, places: dict[Path, int]) -> dict[str, Any]:
    if not step.block_line:
        raise _Wrong(step.line, "This step has no ```yaml block with its key.")
    found = _yaml(step.block, first_line=step.block_line + 1, path=path, places=places)
    for name in ("title", "text"):
        if name in found:
            raise _Wrong(places[(*path, name)], f"{name} stands outside the block.")
        places[(*path, name)] = step.line
    places[path] = step.line
    return {**found, "title": step.title, "text": _paragraphs(step.words)}


def _paragraphs(lines: list[str]) -> str:
    blocks = "\n".join(lines).strip().split("\n\n")
    return "\n\n".join(" ".join(block.split()) for block in blocks if block.strip())


def _line_of(path: Path, places: dict[Path, int]) -> int:
    while path and path not in places:
        path = path[:-1]
    return places.get(path, 1)


class _Loader(yaml.SafeLoader):
    """SafeLoader that refuses repetition by reference: it makes files hard to read."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]  # PyYAML's stubs
            raise yaml.MarkedYAMLError(problem="write it out instead of using *", problem_mark=mark)
        return super().compose_node(parent, index)


def _yaml(
    lines: list[str], *, first_line: int, path: Path, places: dict[Path, int]
) -> dict[str, Any]:
    loader = None
    try:
        loader = _Loader("\n".join(lines))
        node = loader.get_single_node()
        found = _value(node, path, _Walk(loader, first_line, places)) if node else {}
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        raise _Wrong(first_line + line, f"This is not YAML: {error.problem}.") from None
    except (yaml.YAMLError, ValueError) as error:
        raise _Wrong(first_line, f"This is not YAML: {error}.") from None
    if not isinstance(found, dict):
        raise _Wrong(first_line, "Here must be names with values.")
    return found


@dataclass(frozen=True)
class _Walk:
    loader: _Loader
    first_line: int
    places: dict[Path, int]

    def note(self, path: Path, node: yaml.Node) -> int:
        line = self.first_line + node.start_mark.line
        return self.places.setdefault(path, line)


def _value(node: yaml.Node, path: Path, walk: _Walk) -> Any:
    walk.note(path, node)
    if isinstance(node, yaml.MappingNode):
        return _names(node, path, walk)
    if isinstance(node, yaml.SequenceNode):
        return [_value(entry, (*path, at), walk) for at, entry in enumerate(node.value)]
    return walk.loader.construct_object(node, deep=True)


def _names(node: yaml.MappingNode, path: Path, walk: _Walk) -> dict[Hashable, Any]:
    found: dict[Hashable, Any] = {}
    for name_node, value_node in node.value:
        line = walk.first_line + name_node.start_mark.line
        if name_node.tag != TEXT_TAG:
            raise _Wrong(line, "A name must be a plain word. Put words with a comma in quotes.")
        name = name_node.value
        if name in found:
            raise _Wrong(line, f"{name} is there twice.")
        walk.note((*path, name), name_node)
        found[name] = _value(value_node, (*path, name), walk)
    return found
