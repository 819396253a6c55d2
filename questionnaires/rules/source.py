"""From the text of a file to a JSON object: of bounded size and depth, no name given twice."""

import json
from typing import Any

from core.said import say
from questionnaires.rules.problems import BadFile, Problem

MOST_BYTES = 1024 * 1024  # chosen: four times the largest questionnaire that we have seen
MOST_DEPTH = 40


class _Twice(ValueError):
    """One object names a member twice: which of the two is meant cannot be told."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def read(text: str | bytes) -> dict[str, Any]:
    """Return the JSON object of a file; raise BadFile."""
    if len(text if isinstance(text, bytes) else text.encode(errors="replace")) > MOST_BYTES:
        raise _bad(say("The file is larger than 1 MB."))
    try:
        decoded = text.decode("utf-8-sig") if isinstance(text, bytes) else text.lstrip("\ufeff")
        found = json.loads(decoded, object_pairs_hook=_object, parse_constant=_no_number)
    except UnicodeDecodeError:
        raise _bad(say("This is not text in UTF-8.")) from None
    except _Twice as error:
        raise _bad(error.sentence) from None
    except RecursionError:
        raise _bad(say("The JSON is nested too deeply.")) from None
    except ValueError as error:
        raise _bad(say("This is not JSON: {fault}", fault=str(error))) from None
    check(found)
    if not isinstance(found, dict):
        raise _bad(say("The file does not hold one JSON object."))
    return found


def check(value: Any) -> None:
    """Raise BadFile for JSON that is too deep or holds what a database cannot keep."""
    level = [value]
    for _ in range(MOST_DEPTH):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return
    raise _bad(say("The JSON is nested too deeply."))


def _inside(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [*value, *value.values()]
    if isinstance(value, list):
        return value
    if isinstance(value, str) and not _can_be_kept(value):
        raise _bad(say("A text holds half a character or a zero byte."))
    if isinstance(value, int | float) and not -1e15 < value < 1e15:
        raise _bad(say("A number is too large."))
    return []


def _can_be_kept(text: str) -> bool:
    return "\x00" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _Twice(say("One object names “{name}” twice.", name=name[:60]))
        found[name] = value
    return found


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _bad(sentence: str) -> BadFile:
    return BadFile([Problem("$", sentence.encode(errors="replace").decode()[:300])])
