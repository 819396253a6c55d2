"""Versions of the warning rules: draft one, move it on by a named person, choose the budget."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction

from alerts.models import (
    AlertBudget,
    Backtest,
    Progress,
    RuleState,
    RuleVersion,
    RuleVersionStep,
)
from alerts.warning import stored
from core import audit
from core.audit import Actor
from core.errors import Refused
from core.identity import lock
from core.said import say

MOVES: dict[str, tuple[str, ...]] = {
    RuleState.DRAFT: (RuleState.SILENT, RuleState.RETIRED),
    RuleState.SILENT: (RuleState.LIVE, RuleState.RETIRED),
    RuleState.LIVE: (RuleState.SILENT, RuleState.RETIRED),
    RuleState.RETIRED: (),
}


class NumbersUnusable(Refused):
    """A number of a draft is out of its range, unknown, or does not fit the others."""

    status = 400
    code = "numbers_unusable"


class NameTaken(Refused):
    """There is a version of that name already."""

    code = "name_taken"
    sentence = say("There is a version of this name already. Choose another name.")


class NoSuchStep(Refused):
    """A version goes from draft to silent to live, and not otherwise."""

    code = "no_such_step"
    sentence = say("A version goes from draft to silent to live. This step is not one of them.")


class AnotherIsSilent(Refused):
    """One version at a time runs silently."""

    code = "another_is_silent"
    sentence = say("Another version runs silently. Retire it first.")


class NotBacktested(Refused):
    """Nobody has tried this version on past days yet."""

    code = "not_backtested"
    sentence = say("Try this version on past days first, then let it warn.")


def draft_version(
    *, family: str, name: str, parameters: Any, note: str, actor: Actor, at: datetime
) -> RuleVersion:
    """Keep new numbers under a name, doing nothing yet. Raises NumbersUnusable, NameTaken."""
    try:
        read = stored.from_json(parameters, version=name)
    except stored.Unusable as error:
        raise NumbersUnusable(error.sentence, field=f"parameters.{error.field}") from None
    row = RuleVersion(
        family=family, name=name, code_version=stored.CODE_VERSION,
        parameters=stored.to_json(read), note=note, drafted_at=at, drafted_by_id=actor.person,
    )  # fmt: skip
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise NameTaken from None
    _record(actor, "draft", row, at=at)
    return row


def move_version(
    *, row: RuleVersion, to_state: str, note: str, actor: Actor, at: datetime
) -> RuleVersion:
    """Take a version one step on. The live one makes room for the next, on record.

    Raises NoSuchStep, AnotherIsSilent, NotBacktested.
    """
    lock(f"rule versions:{row.family}")
    row.refresh_from_db()
    if to_state not in MOVES[row.state]:
        raise NoSuchStep
    others = RuleVersion.objects.filter(family=row.family).exclude(pk=row.pk)
    if to_state == RuleState.SILENT and others.filter(state=RuleState.SILENT).exists():
        raise AnotherIsSilent
    if to_state == RuleState.LIVE:
        if not Backtest.objects.filter(version=row, state=Progress.DONE).exists():
            raise NotBacktested
        for present in others.filter(state=RuleState.LIVE):
            _step(present, RuleState.RETIRED, note=note, actor=actor, at=at)
    _step(row, to_state, note=note, actor=actor, at=at)
    return row


def choose_budget(
    *, family: str, per_month: Decimal, note: str, actor: Actor, at: datetime
) -> AlertBudget:
    """Choose how many warnings per client-month a family may give; the choices before stay."""
    row = AlertBudget(
        family=family, per_month=per_month, note=note, chosen_at=at, chosen_by_id=actor.person
    )
    row.save(force_insert=True)
    audit.record(
        actor=actor, action="choose", subject="alerts_alertbudget", subject_id=row.pk, at=at
    )
    return row


def _step(row: RuleVersion, to_state: str, *, note: str, actor: Actor, at: datetime) -> None:
    RuleVersionStep(
        version=row, from_state=row.state, to_state=to_state, by_id=actor.person, at=at, note=note
    ).save(force_insert=True)
    RuleVersion.objects.filter(pk=row.pk).update(state=to_state)
    row.state = to_state
    _record(actor, f"make {to_state}", row, at=at)


def _record(actor: Actor, action: str, row: RuleVersion, *, at: datetime) -> None:
    audit.record(actor=actor, action=action, subject="alerts_ruleversion", subject_id=row.pk, at=at)
