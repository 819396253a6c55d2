"""Keep a program's hours, and who holds a licence."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from accounts.models import Role, User
from core.audit import Actor
from core.identity import lock
from core.said import say
from program.models import Licence, OpeningHours, Program
from program.services.marks import mark
from program.services.refusals import Invalid


def set_hours(
    *, program: Program, by_weekday: Mapping[int, tuple[int, int]], actor: Actor, at: datetime
) -> None:
    """Replace a program's hours; minutes of the day by weekday (0 is Monday). Raise Invalid.

    A program that is never open would have no working day on which anything is due.
    """
    if not by_weekday:
        raise Invalid("hours", say("Open on at least one day of the week."))
    lock(f"hours:{program.pk}")
    with transaction.atomic():
        OpeningHours.objects.filter(program=program).delete()
        OpeningHours.objects.bulk_create(
            OpeningHours(program=program, weekday=day, opens=opens, closes=closes)
            for day, (opens, closes) in sorted(by_weekday.items())
        )
    mark(actor, "set_hours", program, at=at)


def set_licence(*, person: User, kind: str, actor: Actor, at: datetime) -> None:
    """Note that a clinician holds a licence of this kind, or with "" that they hold none.

    Earlier ones stay on file. Raises Invalid.
    """
    if kind and not person.has_role(Role.CLINICIAN):
        raise Invalid("person", say("Only a clinician holds a licence here."))
    lock(f"licence:{person.pk}")
    Licence.objects.filter(person=person, ended_at=None).update(ended_at=at)
    if kind:
        Licence(person=person, kind=kind, given_at=at).save(force_insert=True)
    mark(actor, "license" if kind else "end_licence", person, at=at)
