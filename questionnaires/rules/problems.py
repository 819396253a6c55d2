"""What is wrong with a file, place by place: a JSON path and a sentence each. Bounded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.said import Said, say

MOST_PROBLEMS = 50  # that one refusal names; whoever has more to mend begins with these


@dataclass(frozen=True)
class Problem:
    """One thing that cannot be honoured, and where it stands."""

    path: str
    sentence: str


class BadFile(ValueError):
    """A file that cannot be honoured as a whole; `problems` says why, the first ones first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(f"{self.problems[0].path}: {self.problems[0].sentence}")


@dataclass
class Findings:
    """Gathers problems, and what may be left aside, while a file is read."""

    problems: list[Problem] = field(default_factory=list)
    left_aside: dict[str, str] = field(default_factory=dict)  # what it is: why that is no loss
    more: int = 0

    def refuse(self, path: str, sentence: str) -> None:
        """Note something that cannot be honoured."""
        problem = Problem(tidy(path), _bounded(sentence))
        if problem in self.problems:
            return
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(problem)
        else:
            self.more += 1

    def leave(self, what: str, reason: str) -> None:
        """Note something that changes nothing here."""
        if len(self.left_aside) < MOST_PROBLEMS:
            self.left_aside[tidy(what)] = reason

    def place(self, paths: Mapping[str, str]) -> None:
        """Say where in the file something stands that was named by its link id."""
        self.problems = [
            Problem(paths.get(one.path, one.path), one.sentence) for one in self.problems
        ]

    def stop_if_any(self) -> None:
        """Raise BadFile when there are problems."""
        if not self.problems:
            return
        found = list(self.problems)
        if self.more:
            found.append(Problem("$", say("And {more} more problems like these.", more=self.more)))
        raise BadFile(found)


def _bounded(sentence: str) -> str:
    if not isinstance(sentence, Said):
        return tidy(sentence)
    values = {
        name: tidy(value) if type(value) is str else value
        for name, value in sentence.values.items()
    }
    return say(sentence.pattern, **values)


def tidy(text: str) -> str:
    """Return text that can be printed in one line of an answer: bounded, no half characters."""
    return text[:300].encode(errors="replace").decode()
