"""Reads of plans: a version with its steps and signatures, as one of the two may see it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from plans.models import Kind, Party, Plan, SaferStep, Signature, SupportPerson


@dataclass(frozen=True)
class Safer:
    """Step six: what was agreed, and whether the client lets the care team see it."""

    actions: list[dict[str, str]]
    shared: bool


@dataclass(frozen=True)
class Reading:
    """One version as its reader sees it. No safer step means that it is not theirs to see."""

    plan: Plan
    steps: dict[str, Any]
    safer: Safer | None
    by_client: Signature | None
    by_clinician: Signature | None


def latest(rows: QuerySet[Plan]) -> Plan | None:
    """Return the newest version of one plan."""
    return rows.order_by("-version").first()


def versions(*, client_id: UUID, kind: Kind) -> QuerySet[Plan]:
    """Return every version of one client's plan."""
    return Plan.objects.filter(client_id=client_id, kind=kind)


def living(rows: QuerySet[SupportPerson]) -> QuerySet[SupportPerson]:
    """Return the support people whom the client still counts on."""
    return rows.filter(ended_at=None)


def safer_as_of(*, plan: Plan, party: Party) -> Safer | None:
    """Return the safer step in force with a version, or None when this party may not see it."""
    return _safer(plan, _safer_steps(client_id=plan.client_id, party=party), party)


def read(plans: Sequence[Plan], *, party: Party) -> list[Reading]:
    """Return some versions of one client's plan with all that belongs to them (two queries)."""
    if not plans:
        return []
    safer_steps = (
        _safer_steps(client_id=plans[0].client_id, party=party)
        if plans[0].kind == Kind.SAFETY
        else []
    )
    signatures = {
        (row.plan_id, row.party): row
        for row in Signature.objects.select_related("signed_by").filter(plan__in=plans)
    }
    return [
        Reading(
            plan=plan,
            steps=json.loads(plan.steps),
            safer=_safer(plan, safer_steps, party),
            by_client=signatures.get((plan.pk, Party.CLIENT)),
            by_clinician=signatures.get((plan.pk, Party.CLINICIAN)),
        )
        for plan in plans
    ]


def _safer_steps(*, client_id: UUID, party: Party) -> list[SaferStep]:
    rows = SaferStep.objects.select_related("plan").filter(client_id=client_id)
    if party is not Party.CLIENT:
        rows = rows.filter(shared=True)
    return list(rows.order_by("plan__version"))


def _safer(plan: Plan, steps: list[SaferStep], party: Party) -> Safer | None:
    in_force = [row for row in steps if row.plan.version <= plan.version]
    if in_force:
        return Safer(json.loads(in_force[-1].actions), in_force[-1].shared)
    return Safer([], shared=False) if party is Party.CLIENT else None
