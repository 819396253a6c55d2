"""Days on which something comes again, by a rule of RFC 5545. Pure.

A rule is counted in days of the program; the minute of the day is kept apart, so that a session
stays at nine when the clocks change.
"""

import re
from datetime import date, datetime, time

from dateutil.rrule import rrule, rrulestr

from core.said import say

MOST_DAYS = 400  # one asking answers at most so many
LONGEST_RULE = 200
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY")
_DAYS = r"(MO|TU|WE|TH|FR|SA|SU)"
PARTS = {
    "FREQ": "|".join(FREQUENCIES),
    "INTERVAL": r"[1-9]|1\d|2[0-6]",
    "COUNT": r"[1-9]\d{0,2}",
    "UNTIL": r"20\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])",
    "BYDAY": rf"([1-4]|-1)?{_DAYS}(,([1-4]|-1)?{_DAYS}){{0,6}}",
    "BYMONTHDAY": r"([1-9]|1\d|2[0-8]|-1)(,([1-9]|1\d|2[0-8]|-1)){0,9}",
    "WKST": _DAYS,
}


class RuleInvalid(ValueError):
    """The rule cannot be read; carries a sentence."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def checked(rule: str) -> str:
    """Return the rule in capitals; raise RuleInvalid where it is none that a timetable needs.

    Of RFC 5545: FREQ of days, weeks or months, INTERVAL up to 26, COUNT, UNTIL (a day), BYDAY,
    BYMONTHDAY (1 to 28, or -1 for the last), WKST.
    """
    text = rule.strip().upper().removeprefix("RRULE:")
    if not text or len(text) > LONGEST_RULE:
        raise RuleInvalid(say("Write a rule, like FREQ=WEEKLY;BYDAY=MO,WE."))
    parts = [part.partition("=") for part in text.split(";")]
    names = [name for name, _, _ in parts]
    for name, _, value in parts:
        if name not in PARTS:
            raise RuleInvalid(say("A rule may not say {part}.", part=name[:20] or say("nothing")))
        if not re.fullmatch(PARTS[name], value):
            raise RuleInvalid(
                say("{part} cannot be {value}.", part=name, value=value[:40] or say("empty"))
            )
    _refuse_combination(names, text)
    return text


def _refuse_combination(names: list[str], text: str) -> None:
    if len(set(names)) != len(names):
        raise RuleInvalid(say("Say each part of a rule once."))
    if "FREQ" not in names:
        raise RuleInvalid(say("A rule says FREQ."))
    if {"COUNT", "UNTIL"} <= set(names):
        raise RuleInvalid(say("A rule ends by COUNT or by UNTIL, not by both."))
    if "FREQ=MONTHLY" not in text and re.search(rf"BYMONTHDAY|[1-4]{_DAYS}", text):
        raise RuleInvalid(say("Only a monthly rule counts days of a month."))
    try:
        _read(text, date(2020, 1, 1))
    except ValueError:
        raise RuleInvalid(say("This rule cannot be read.")) from None


def days(rule: str, *, anchor: date, first: date, last: date) -> list[date]:
    """Return the days of the rule, counted from `anchor`, from `first` to `last`, both included.

    At most MOST_DAYS; `anchor` itself is one only when the rule says so.
    """
    if last < first or last < anchor:
        return []
    found: list[date] = []
    for moment in _read(rule, anchor):
        day = moment.date()
        if day > last or len(found) == MOST_DAYS:
            break
        if day >= first:
            found.append(day)
    return found


def _read(rule: str, anchor: date) -> rrule:
    found = rrulestr(rule, dtstart=datetime.combine(anchor, time()))
    if not isinstance(found, rrule):
        raise RuleInvalid(say("This rule cannot be read."))
    return found
