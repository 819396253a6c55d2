"""A clinic's own pager hears of an alert: its id, how grave it is, a link, and not about whom."""

import json
from datetime import datetime
from uuid import UUID

from django.conf import settings

from alerts.models import Alert, Pager
from delivery import services as delivery_services
from delivery.services import Call
from program import selectors as program_selectors

PREFIX = "pager:"
TEST = "pager-test:"


def page(alert: Alert, *, rung: int, round_name: str, at: datetime) -> None:
    """Queue a call to each pager of the client's program that wants this tier."""
    program = program_selectors.program_of(person_id=alert.client_id)
    if program is None:
        return
    for pager in Pager.objects.filter(program=program, ended_at=None):
        if alert.tier in pager.tiers:
            name = f"{PREFIX}{alert.pk}:{rung}:{round_name}:{pager.pk}"
            _call(pager, name, {"alert": str(alert.pk), "tier": alert.tier}, at=at)


def try_out(*, pager_id: UUID, at: datetime) -> None:
    """Queue a call that says that it is a trial."""
    pager = Pager.objects.get(pk=pager_id, ended_at=None)
    _call(pager, f"{TEST}{pager.pk}:{at.isoformat()}", {"alert": None, "tier": "test"}, at=at)


def _call(pager: Pager, name: str, facts: dict[str, str | None], *, at: datetime) -> None:
    secrets = [pager.secret]
    if pager.former_until is not None and pager.former_until > at:
        secrets.append(pager.former_secret)
    body = {**facts, "at": at.isoformat(), "link": f"{settings.SITE_URL}/inbox"}
    call = Call(pager.address, tuple(secrets), json.dumps(body, separators=(",", ":")))
    delivery_services.queue_call(call=call, to=f"pager:{pager.pk}", name=name, due_at=at)
