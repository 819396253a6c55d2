"""A day is somebody's: no bare `.date()` of a moment, which is the day in Greenwich.

In the American evening that is tomorrow already. `core.clock.local_day(at, zone)` says whose day is
meant: the client's for what is theirs, the program's for its timetable, registers and cards, the
person's own for what they fill in.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache

from tests.guards.house import PACKAGES, ROOT, module_of, python_files, tree_of

MARGIN = "more days than any zone is off, so that no own calendar lies outside; judged later"
ALLOWED: dict[str, str] = {
    # "module.function": why a day without a zone is meant there
    "alerts.selectors.past.stays_in_force": MARGIN,
    "care.serializers.casework.ReferralInput.validate_appointment_at": "a bound of many years",
    "family.services.closing._may_be_over": MARGIN,
    "program.rules.recurrence.days": "a rule counts days and knows no hours",
    "program.selectors.enrolments.enrolments_in_force": MARGIN,
    "program.services.enrolments.put_into_force": MARGIN,
    "program.services.occurrences.extend_all": MARGIN,
    "questionnaires.services.transfers._authored": "a day as it stands in a file; a bound of years",
    "reminders.services.facts.Window.days": MARGIN,
    "reminders.services.planning.enter": MARGIN,
    "reminders.services.planning.notice_what_is_new": MARGIN,
}
ALLOWED_SQL: dict[str, str] = {
    "progress.selectors.metrics": "weeks of a column `day` that is on the program's calendar",
}
CALLS = {"date", "today", "localdate", "utcnow"}
TRUNCATED = {"TruncDate", "TruncDay", "TruncWeek", "TruncMonth", "ExtractWeekDay"}
LOOKUP = re.compile(r"__(?:date|week_day|iso_week_day|day)(?:__|$)")
# A cast of a moment to a day, but not of an array of days, that names no zone right before.
CAST = re.compile(r"(?i)(?<![\w\])])current_date\b|::date\b(?!\[)")
IN_A_ZONE = re.compile(r"(?i)AT TIME ZONE [\w.%()$]+\s*\)\s*$")


def _without_a_zone(tree: ast.Module) -> Iterator[str]:
    """Yield the functions of a file that make a day of a moment and name no zone."""
    yield from _inside(tree, (), frozenset())


def _inside(node: ast.AST, path: tuple[str, ...], local: frozenset[str]) -> Iterator[str]:
    if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        path, local = (*path, node.name), local | _read_on_a_wall(node)
    if _is_bare(node, local):
        yield ".".join(path)
    for child in ast.iter_child_nodes(node):
        yield from _inside(child, path, local)


def _read_on_a_wall(scope: ast.AST) -> frozenset[str]:
    """Return the names that hold a moment on somebody's own clock."""
    return frozenset(
        target.id
        for node in ast.walk(scope)
        if isinstance(node, ast.Assign) and _is_local(node.value, frozenset())
        for target in node.targets
        if isinstance(target, ast.Name)
    )


def _is_local(node: ast.AST, local: frozenset[str]) -> bool:
    if isinstance(node, ast.Name):
        return node.id in local
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "astimezone"
        and bool(node.args)
        and ast.unparse(node.args[0]).split(".")[-1].lower() != "utc"
    )


def _is_bare(node: ast.AST, local: frozenset[str]) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not node.args:
        return node.func.attr in CALLS and not _is_local(node.func.value, local)
    if isinstance(node, ast.keyword):
        return bool(LOOKUP.search(node.arg or ""))
    return isinstance(node, ast.Name) and node.id in TRUNCATED


def _casts(source: str) -> list[str]:
    return [
        found.group()
        for found in CAST.finditer(source)
        if not IN_A_ZONE.search(source[: found.start()])
    ]


@cache
def _found() -> frozenset[str]:
    return frozenset(
        f"{module_of(path)}.{place}"
        for path in python_files(*PACKAGES)
        for place in _without_a_zone(tree_of(path))
    )


@cache
def _cast() -> frozenset[str]:
    """Return the modules that cast a moment to a day in SQL; migrations count too."""
    written = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    return frozenset(module_of(path) for path in written if _casts(path.read_text()))


def test_every_day_is_somebodys():
    assert sorted(_found() - set(ALLOWED)) == []


def test_every_day_in_the_database_is_somebodys():
    assert sorted(_cast() - set(ALLOWED_SQL)) == []


def test_no_reason_for_a_day_without_a_zone_is_stale():
    assert sorted(set(ALLOWED) - _found()) == []
    assert sorted(set(ALLOWED_SQL) - _cast()) == []


def test_the_guard_sees_a_day_in_greenwich():
    code = (
        "def bare(at): return at.date()\n"
        "def greenwich(at): return at.astimezone(UTC).date()\n"
        "def asked(rows): return rows.filter(written_at__date=1)\n"
        "def cut(): return TruncDate('at')\n"
        "def somebodys(at, zone): return at.astimezone(zone).date()\n"
        "def named(at, zone):\n    local = at.astimezone(zone)\n    return local.date()\n"
    )

    assert list(_without_a_zone(ast.parse(code))) == ["bare", "greenwich", "asked", "cut"]
    assert _casts("raised_at::date, current_date") == ["::date", "current_date"]
    assert _casts("(now() AT TIME ZONE p.timezone)::date, %s::date[]") == []
