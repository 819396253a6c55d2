"""What may be answered to an exercise's fields. Every field may be skipped: nothing is required."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from core.said import say

MOST_TEXT = 4000
MOST_LINES = 30
MOST_LINE = 500
MOST_SECONDS = 24 * 3600
MOST_WRONG = 20  # sentences in one answer
MOST_RUNGS, MOST_LINKS, MOST_EVIDENCE = 12, 20, 10
CHAIN_KINDS = (
    "vulnerability", "prompting_event", "thought", "feeling", "body", "action", "behavior",
    "consequence",
)  # fmt: skip
SIDES = ("for", "against")
PLAN_PARTS = ("what", "when", "where", "with_whom", "obstacle", "if_then")

Field = Mapping[str, Any]
Check = Callable[[Any, Field], str]


def tidy(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers without those that were left empty."""
    return {name: value for name, value in answers.items() if not _is_empty(value)}


def _is_empty(value: Any) -> bool:
    # A plan or two sides of evidence are empty when each of their parts is.
    parts = value.values() if isinstance(value, dict) else [value]
    return all(part is None or part in ("", []) for part in parts)


def wrong(exercise: Mapping[str, Any], answers: Mapping[str, Any]) -> dict[str, str]:
    """Return a sentence for each answer that does not fit its field; at most twenty."""
    fields = dict(_fields(exercise))
    found: dict[str, str] = {}
    for name, value in answers.items():
        field = fields.get(name)
        sentence = _CHECKS[field["type"]](value, field) if field else say("There is no such field.")
        if sentence:
            found[_printable(name)] = sentence
        if len(found) == MOST_WRONG:
            break
    return found


def _fields(exercise: Mapping[str, Any]) -> Iterator[tuple[str, Field]]:
    for step in exercise["steps"]:
        for field in step["fields"]:
            yield f"{step['key']}.{field['key']}", field


def _printable(name: str) -> str:
    # A name may hold half a character, which no answer of ours could be written with.
    return name[:80].encode(errors="replace").decode()


def _text(value: Any, field: Field) -> str:
    return _words(value, MOST_TEXT)


def _words(value: Any, most: int) -> str:
    if not isinstance(value, str):
        return say("Send this as text.")
    if len(value) > most:
        return say("Please keep this to {most} characters.", most=most)
    if "\x00" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
        return say("This text has a character that cannot be kept.")
    return ""


def _list(value: Any, field: Field) -> str:
    if not isinstance(value, list):
        return say("Send this as a list of texts.")
    if len(value) > MOST_LINES:
        return say("Please keep this to {most_lines} lines.", most_lines=MOST_LINES)
    return _first(_words(line, MOST_LINE) for line in value)


def _whole(value: Any, most: int) -> str:
    fits = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most
    return "" if fits else say("Choose a whole number from 0 to {most}.", most=most)


def _scale10(value: Any, field: Field) -> str:
    return _whole(value, 10)


def _scale100(value: Any, field: Field) -> str:
    return _whole(value, 100)


def _choice(value: Any, field: Field) -> str:
    known = [option["value"] for option in field["options"]]
    return "" if value in known else say("Choose one of the options.")


def _time_spent(value: Any, field: Field) -> str:
    """How long a timer or a breathing guide ran: whole seconds."""
    fits = not _whole(value, MOST_SECONDS)
    return "" if fits else say("Send how many whole seconds it ran.")


def _ladder(value: Any, field: Field) -> str:
    """Steps of a ladder, each with how hard it feels from 0 to 100, or not yet rated."""
    return _rows(value, MOST_RUNGS, say("steps"), {"text", "rating"}) or _first(
        (_words(row.get("text"), MOST_LINE) or _rated(row.get("rating"))) for row in value
    )


def _rated(value: Any) -> str:
    return "" if value is None else _whole(value, 100)


def _chain(value: Any, field: Field) -> str:
    return _rows(value, MOST_LINKS, say("links"), {"kind", "text"}) or _first(
        _words(row.get("text"), MOST_LINE) or _known_link(row.get("kind")) for row in value
    )


def _known_link(value: Any) -> str:
    return "" if value in CHAIN_KINDS else say("Say which kind of link each one is.")


def _rows(value: Any, most: int, what: str, names: set[str]) -> str:
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        return say("Send this as a list of {what}.", what=what)
    if len(value) > most:
        return say("Please keep this to {most} {what}.", most=most, what=what)
    return "" if all(row.keys() <= names for row in value) else _only(names)


def _evidence(value: Any, field: Field) -> str:
    if not isinstance(value, dict):
        return say("Send this as two lists, for and against.")
    if not value.keys() <= set(SIDES):
        return _only(SIDES)
    return _first(_side(side) for side in value.values())


def _side(value: Any) -> str:
    if not isinstance(value, list):
        return say("Send each side as a list of texts.")
    if len(value) > MOST_EVIDENCE:
        return say("Please keep each side to {most_evidence} lines.", most_evidence=MOST_EVIDENCE)
    return _first(_words(line, MOST_LINE) for line in value)


def _plan(value: Any, field: Field) -> str:
    if not isinstance(value, dict):
        return say("Send this as a plan: what, when, where and so on.")
    if not value.keys() <= set(PLAN_PARTS):
        return _only(PLAN_PARTS)
    wrong = _first(_words(part, MOST_LINE) for part in value.values())
    return wrong or ("" if value.get("what", "").strip() else say("Say what you will do."))


def _only(names: Iterable[str]) -> str:
    return say("This holds only: {names}.", names=", ".join(sorted(names)))


def _first(sentences: Iterable[str]) -> str:
    return next((sentence for sentence in sentences if sentence), "")


_CHECKS: dict[str, Check] = {
    "text": _text,
    "list": _list,
    "scale10": _scale10,
    "scale100": _scale100,
    "choice": _choice,
    "timer": _time_spent,
    "breathing": _time_spent,
    "ladder": _ladder,
    "chain": _chain,
    "evidence": _evidence,
    "plan": _plan,
}
