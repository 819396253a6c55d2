"""Reads what content files have in common: an opening part and blocks of YAML, line by line.

Whatever is wrong is told with file, line and sentence. Touches no disk.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from skills.rules.parts import Path, Problem

EDGE = "---"
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
    """A file that does not hold what it should; says everything that is wrong with it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class Wrong(Exception):
    """One thing that keeps a file from being read on."""

    def __init__(self, line: int, sentence: str) -> None:
        self.line, self.sentence = line, sentence
        super().__init__(sentence)


def opening_of(lines: list[str], places: dict[Path, int]) -> tuple[dict[str, Any], int]:
    """Read the part between two lines of dashes; return it and the index of the closing line."""
    if not lines or lines[0].rstrip() != EDGE:
        raise Wrong(1, "The file must begin with a line of three dashes.")
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == EDGE), None)
    if end is None:
        raise Wrong(1, "The opening part must end with a line of three dashes.")
    return names_in(lines[1:end], first_line=2, path=(), places=places), end


def faults_of(problems: Iterable[Problem], places: dict[Path, int], *, file: str) -> list[Fault]:
    """Return problems as faults of a file, by line."""
    faults = {Fault(file, line_of(one.path, places), one.sentence) for one in problems}
    return sorted(faults, key=lambda fault: (fault.line, fault.sentence))


def misplaced(found: Mapping[str, Any], **expected: object) -> list[Problem]:
    """Return what a file says of itself that is not what its place says."""
    return [
        Problem((name,), f"{name} must be “{value}”, as this file's place says.")
        for name, value in expected.items()
        if found.get(name) != value
    ]


def line_of(path: Path, places: dict[Path, int]) -> int:
    """Return the line of a place in the content, or of what it is part of."""
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


def names_in(
    lines: list[str], *, first_line: int, path: Path, places: dict[Path, int]
) -> dict[str, Any]:
    """Read YAML that holds names with values, and note the line of each; raise Wrong."""
    loader = None
    try:
        loader = _Loader("\n".join(lines))
        node = loader.get_single_node()
        found = _value(node, path, _Walk(loader, first_line, places)) if node else {}
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        raise Wrong(first_line + line, f"This is not YAML: {error.problem}.") from None
    except (yaml.YAMLError, ValueError) as error:
        raise Wrong(first_line, f"This is not YAML: {error}.") from None
    if not isinstance(found, dict):
        raise Wrong(first_line, "Here must be names with values.")
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
            raise Wrong(line, "A name must be a plain word. Put words with a comma in quotes.")
        name = name_node.value
        if name in found:
            raise Wrong(line, f"{name} is there twice.")
        walk.note((*path, name), name_node)
        found[name] = _value(value_node, (*path, name), walk)
    return found
