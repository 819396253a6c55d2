"""Keep how somebody wants to be reminded, and plan their coming reminders anew."""

from datetime import datetime, timedelta
from typing import Any

from accounts.models import User
from core import audit
from core.audit import Actor
from core.errors import Refused
from core.said import say
from reminders.models import Agenda, Preference, Setting

LONGEST_PAUSE = timedelta(days=90)


class PauseRefused(Refused):
    """A pause that is over before it begins, or that would be forgotten."""

    status = 400
    code = "pause_refused"
    sentence = say("Choose a time in the next 90 days.")


def set_preferences(*, person: User, wanted: dict[str, Any], actor: Actor, at: datetime) -> None:
    """Replace all of a person's wishes; what is planned is gone over within a minute.

    `wanted` holds the validated fields of PreferencesInput; a kind that it leaves out is as usual.
    """
    plain = {name: wanted[name] for name in wanted if name != "kinds"}
    Preference.objects.update_or_create(person=person, defaults=plain)
    Setting.objects.filter(person=person).delete()
    Setting.objects.bulk_create([Setting(person=person, **row) for row in wanted["kinds"]])
    _changed(person, actor=actor, action="change", at=at)


def pause(*, person: User, until: datetime | None, actor: Actor, at: datetime) -> None:
    """Send nothing until a moment within 90 days, or again from now on; raise PauseRefused."""
    if until is not None and not at < until <= at + LONGEST_PAUSE:
        raise PauseRefused(fields={"until": [PauseRefused.sentence]})
    Preference.objects.update_or_create(person=person, defaults={"paused_until": until})
    _changed(person, actor=actor, action="pause" if until else "resume", at=at)


def _changed(person: User, *, actor: Actor, action: str, at: datetime) -> None:
    Agenda.objects.update_or_create(person=person, defaults={"next_at": at})
    audit.record(
        actor=actor,
        action=action,
        subject="reminders_preference",
        subject_id=person.pk,
        clients=[person.pk],
        at=at,
    )
