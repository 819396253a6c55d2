"""When an item is asked: conditions on other answers, checked once and worked out often.

As R4 has them: an answer to an item that is not asked counts as no answer; “!=” holds where no
answer equals, also where there is none; comparisons hold where any answer compares so.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from core.said import say
from questionnaires.rules.form import (
    CHOICES,
    QUESTIONS,
    Form,
    Item,
    is_repeating_group,
    walk_with_parents,
)
from questionnaires.rules.problems import Findings

COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    ">": lambda answer, value: bool(answer > value),
    "<": lambda answer, value: bool(answer < value),
    ">=": lambda answer, value: bool(answer >= value),
    "<=": lambda answer, value: bool(answer <= value),
}
OPERATORS = ("exists", "=", "!=", *COMPARED)
ANSWERS = {
    "answerBoolean": ("boolean",),
    "answerInteger": ("integer", "decimal", "choice"),
    "answerDecimal": ("decimal", "integer"),
    "answerDate": ("date", "choice"),
    "answerString": ("string", "text", "open-choice", "choice"),
    "answerCoding": CHOICES,
}


def check(form: Form, paths: Mapping[str, str], findings: Findings) -> None:
    """Note conditions that cannot be worked out; write the others as the form keeps them."""
    places = {item["link_id"]: (item, above) for item, above in walk_with_parents(form["items"])}
    for item, above in places.values():
        item["enable_when"] = [
            condition
            for one in item["enable_when"]
            if (condition := _condition(one, item, above, places, findings)) is not None
        ]
    for link_id in _in_circles(places):
        findings.refuse(
            f"{paths.get(link_id, '$')}.enableWhen", say("Whether this is asked hangs on itself.")
        )


def _condition(
    one: dict[str, Any],
    item: Item,
    above: tuple[Item, ...],
    places: Mapping[str, tuple[Item, tuple[Item, ...]]],
    findings: Findings,
) -> dict[str, Any] | None:
    path, operator = one["path"], one.get("operator")
    asked, asked_above = places.get(one.get("question") or "", (None, ()))
    if asked is None:
        findings.refuse(
            f"{path}.question", say("There is no item “{link_id}”.", link_id=one.get("question"))
        )
    elif operator not in OPERATORS:
        findings.refuse(
            f"{path}.operator", say("“{operator}” is not an operator of R4.", operator=operator)
        )
    elif asked["type"] not in QUESTIONS or not _can_be_seen(asked, asked_above):
        findings.refuse(f"{path}.question", say("The item that this hangs on is never answered."))
    elif not set(_rows(asked_above)) <= {*_rows(above), *_rows((item,))}:
        findings.refuse(f"{path}.question", say("Which of several answers decides cannot be told."))
    else:
        return _compared(one, asked, findings)
    return None


def _can_be_seen(item: Item, above: tuple[Item, ...]) -> bool:
    return all(one["asked"] for one in (item, *above))


def _rows(items: tuple[Item, ...]) -> Iterator[str]:
    return (item["link_id"] for item in items if is_repeating_group(item))


def _compared(one: dict[str, Any], asked: Item, findings: Findings) -> dict[str, Any] | None:
    names = [name for name in one if name.startswith("answer")]
    sentence = _wrong_comparison(one, names, asked)
    if sentence:
        findings.refuse(one["path"], sentence)
        return None
    value = one[names[0]]
    if one["operator"] != "exists" and asked["type"] in CHOICES:
        value = _key_of(value, asked) or {"text": value}
    return {"question": asked["link_id"], "operator": one["operator"], "answer": value}


def _wrong_comparison(one: dict[str, Any], names: list[str], asked: Item) -> str:
    """Say in a sentence why a condition cannot be worked out; "" when it can."""
    if one["operator"] == "exists":
        is_one = names == ["answerBoolean"] and isinstance(one["answerBoolean"], bool)
        return "" if is_one else say("“exists” needs answerBoolean, true or false.")
    if len(names) != 1 or asked["type"] not in ANSWERS.get(names[0], ()):
        return say("The answer compared with is not of the type of the question.")
    if one["operator"] in COMPARED and asked["type"] not in ("integer", "decimal", "date"):
        return say("Only numbers and days can be more or less.")
    return _wrong_value(names[0], one[names[0]], asked)


def _wrong_value(name: str, value: Any, asked: Item) -> str:
    if name == "answerDate" and not re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)):
        return say("A day to compare with needs its year, month and day.")
    is_open = asked["type"] == "open-choice" and name == "answerString"
    if asked["type"] in CHOICES and not is_open and _key_of(value, asked) is None:
        return say("The answer compared with is not one of the choices.")
    return ""


def _key_of(value: Any, asked: Item) -> str | None:
    coding = value if isinstance(value, dict) else {"code": str(value)}
    code, system = coding.get("code"), coding.get("system", "")
    found = [
        one for one in asked["options"]
        if one["code"] == code and (not system or not one["system"] or one["system"] == system)
    ]  # fmt: skip
    return str(found[0]["key"]) if len(found) == 1 else None


def _in_circles(places: Mapping[str, tuple[Item, tuple[Item, ...]]]) -> list[str]:
    """Return items whose being asked hangs on itself: by a condition, or by standing within."""
    needs = {
        link_id: {one["question"] for one in item["enable_when"]}
        | ({above[-1]["link_id"]} if above else set())
        for link_id, (item, above) in places.items()
    }
    waiting = dict(needs)
    while free := [one for one, others in waiting.items() if not others & waiting.keys()]:
        for one in free:
            del waiting[one]
    return [one for one in waiting if places[one][0]["enable_when"]]


Scope = tuple[Mapping[str, Any], ...]  # answers of the form, then of each row that we stand in


class Asked:
    """Which items are asked, given the answers; worked out once for each item and row."""

    def __init__(self, form: Form) -> None:
        self._places = {
            item["link_id"]: (item, above) for item, above in walk_with_parents(form["items"])
        }
        # With the rows themselves, so that no other row gets the name of one of them.
        self._known: dict[tuple[str, tuple[int, ...]], tuple[Scope, bool]] = {}

    def is_asked(self, link_id: str, scope: Scope) -> bool:
        """Say whether an item is asked where these answers stand."""
        memo = (link_id, tuple(id(row) for row in scope))
        if memo not in self._known:
            self._known[memo] = scope, self._work_out(link_id, scope)
        return self._known[memo][1]

    def _work_out(self, link_id: str, scope: Scope) -> bool:
        item, above = self._places[link_id]
        if not item["asked"] or (above and not self.is_asked(above[-1]["link_id"], scope)):
            return False
        holds = [self._holds(one, scope) for one in item["enable_when"]]
        if not holds:
            return True
        return any(holds) if item["enable_behavior"] == "any" else all(holds)

    def _holds(self, condition: Mapping[str, Any], scope: Scope) -> bool:
        question, operator, value = (condition[n] for n in ("question", "operator", "answer"))
        answers = self._answers(question, scope)
        if operator == "exists":
            return bool(answers) is value
        if operator == "=":
            return any(_same(answer, value) for answer in answers)
        if operator == "!=":
            return not any(_same(answer, value) for answer in answers)
        return any(
            _alike(answer, value) and COMPARED[operator](answer, value) for answer in answers
        )

    def _answers(self, question: str, scope: Scope) -> list[Any]:
        given = next((row[question] for row in reversed(scope) if question in row), None)
        if given is None or not self.is_asked(question, scope):
            return []
        return list(given) if isinstance(given, list) else [given]


def _same(answer: Any, value: Any) -> bool:
    # True equals 1 in Python, and nowhere else.
    return isinstance(answer, bool) is isinstance(value, bool) and bool(answer == value)


def _alike(answer: Any, value: Any) -> bool:
    # Answers are looked at before they are checked: what is no number compares with none.
    numbers = [
        isinstance(one, int | float) and not isinstance(one, bool) for one in (answer, value)
    ]
    return all(numbers) or (isinstance(answer, str) and isinstance(value, str))
