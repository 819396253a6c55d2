"""Let a sharing rest, and go on with it. Nobody but the client is told of either."""

from datetime import date, datetime, timedelta

from core import clock
from core.audit import Actor
from core.said import say
from family.models import Consent, ConsentPause
from family.services.ending import call_back, ended_by_itself, living_of, record
from family.services.refusals import AlreadyPaused, AlreadyRevoked, NotPaused, PauseTooLong


def pause(*, consent: Consent, until: date | None, actor: Actor, at: datetime) -> ConsentPause:
    """Share nothing until the morning of a day, or until the client goes on.

    Raises AlreadyRevoked, AlreadyPaused, and PauseTooLong for a day that is not after today or
    not before the sharing ends. What is queued for the relative is called back.
    """
    consent = living_of(consent)
    if ended_by_itself(consent, at=at):
        raise AlreadyRevoked
    open_ones = ConsentPause.objects.filter(series=consent.series, ended_at=None)
    if open_ones.exclude(until_at__lte=at).exists():
        raise AlreadyPaused
    # One that ran out by itself is written as such.
    for over in open_ones:
        _end(over, at=over.until_at or at)
    made = ConsentPause.objects.create(
        client_id=consent.client_id, series=consent.series, began_at=at,
        until_at=_morning_of(until, consent, at=at),
    )  # fmt: skip
    call_back(consent.series, at=at)
    record(actor, "pause", consent, at=at)
    return made


def resume(*, consent: Consent, actor: Actor, at: datetime) -> None:
    """Go on sharing what is signed; raise NotPaused."""
    resting = ConsentPause.objects.filter(series=consent.series, ended_at=None)
    running = resting.exclude(until_at__lte=at).first()
    if running is None:
        raise NotPaused
    _end(running, at=at)
    record(actor, "resume", consent, at=at)


def _end(row: ConsentPause, *, at: datetime) -> None:
    ConsentPause.objects.filter(pk=row.pk, ended_at=None).update(ended_at=at)


def _morning_of(until: date | None, consent: Consent, *, at: datetime) -> datetime | None:
    if until is None:
        return None
    today = clock.local_day(at, consent.timezone)
    if not today + timedelta(days=1) <= until <= consent.expires_on:
        sentence = say("Choose a day after today and before the sharing ends.")
        raise PauseTooLong(sentence, fields={"until": [sentence]})
    return clock.at_wall_clock(until, 0, consent.timezone)
