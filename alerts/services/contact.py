"""Take in that a client wants to be contacted, once, and let it raise an alert."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from accounts.models import User
from alerts import events, rules
from alerts.models import ContactRequest, Reach
from alerts.selectors import watch
from alerts.services.raising import Finding, keep_finding
from alerts.texts import watch as words
from core import audit, clock, outbox
from core.audit import Actor
from core.errors import Refused
from core.identity import lock
from core.said import observe, say

VERSION = "contact-1"
LATE_AFTER = timedelta(minutes=10)  # chosen: it waited on a device without a line
AHEAD = timedelta(minutes=5)  # chosen: clocks differ by this much; beyond it one is wrong
MOST_A_DAY = 20  # chosen: nobody asks more often; a device gone wild would
WAYS = {
    "call": observe("reason", "be called"),
    "text": observe("reason", "get a text"),
    "in_person": observe("reason", "be spoken to at the next session"),
}
TIMES = {
    "now": observe("reason", "as soon as possible"),
    "morning": observe("reason", "in the morning"),
    "afternoon": observe("reason", "in the afternoon"),
    "evening": observe("reason", "in the evening"),
    "any": observe("reason", "at any time"),
}
# The sentence of a wish says all there is to it; nothing was measured.
NO_MEASURE = ""


class AskedOtherwise(Refused):
    """The device sent another wish under an id that it had used."""

    code = "submission_conflict"
    sentence = say("Another wish was already received under this submission id.")


class AskedVeryOften(Refused):
    """More than a person would ask in one day."""

    code = "too_many_today"
    sentence = say("We have your request. If you need somebody now, please call the program.")


@dataclass(frozen=True)
class Wish:
    """What a client asks for: how, when, and the number that they confirmed."""

    distress: bool
    how: str
    best_time: str
    phone: str = ""


@dataclass(frozen=True)
class Asking:
    """One sending of a wish by one device."""

    id: UUID
    timezone: str
    recorded_at: datetime
    wish: Wish


@dataclass(frozen=True)
class Taken:
    """The stored wish, whether this sending stored it, and when a person will see it."""

    row: ContactRequest
    is_new: bool
    words: str
    watch: watch.Watch


def ask_for_contact(*, person: User, asking: Asking, actor: Actor, at: datetime) -> Taken:
    """Store a wish to be contacted; a replay of a sending returns the row that it made.

    The alert follows in the transaction that hears of it, once. Raises AskedOtherwise and
    AskedVeryOften. The words say when a person will see it, or that nobody is watching.
    """
    lock(f"contact:{person.pk}")
    rows = ContactRequest.objects.filter(client=person)
    row = rows.filter(submission_id=asking.id).first()
    if row is None:
        if rows.filter(received_at__gt=at - timedelta(days=1)).count() >= MOST_A_DAY:
            raise AskedVeryOften
        row = _store(person, asking, actor=actor, at=at)
        return _taken(row, person, is_new=True, at=at)
    if vars(asking.wish) != {name: getattr(row, name) for name in vars(asking.wish)}:
        raise AskedOtherwise
    return _taken(row, person, is_new=False, at=at)


def _store(person: User, asking: Asking, *, actor: Actor, at: datetime) -> ContactRequest:
    wrong = asking.recorded_at > at + AHEAD
    row = ContactRequest(
        client=person,
        submission_id=asking.id,
        timezone=asking.timezone,
        recorded_at=at if wrong else asking.recorded_at,
        received_at=at,
        **vars(asking.wish),
    )
    row.save(force_insert=True)
    audit.record(
        actor=actor, action="create", subject="alerts_contactrequest", subject_id=row.pk,
        clients=[person.pk], at=at,
    )  # fmt: skip
    outbox.publish(events.CONTACT_ASKED, at=at, contact_id=row.pk, client_id=person.pk)
    return row


def _taken(row: ContactRequest, person: User, *, is_new: bool, at: datetime) -> Taken:
    seen = watch.watching(client_id=person.pk, at=at, tier=tier_of(row))
    said = words.sentence(
        seen_by=seen.seen_by, again_at=seen.again_at, watched=seen.watched, at=at,
        timezone=person.timezone, language=person.language,
    )  # fmt: skip
    return Taken(row, is_new, said, seen)


def tier_of(row: ContactRequest) -> str:
    """Return how grave a wish is: high from a hard moment, else medium."""
    return rules.HIGH if row.distress else rules.MEDIUM


def assess_contact(*, contact_id: UUID, at: datetime) -> None:
    """Keep a wish as a finding of its own kind; the same one is kept once."""
    row = ContactRequest.objects.get(pk=contact_id)
    keep_finding(
        finding=Finding(
            client_id=row.client_id,
            cause=f"contact:{row.pk}",
            on=clock.local_day(row.recorded_at, row.timezone),
            verdict=rules.verdict_on([_reason(row)], version=VERSION),
            late=row.received_at - row.recorded_at > LATE_AFTER,
            family="contact",
        ),
        at=at,
    )


def _reason(row: ContactRequest) -> rules.Reason:
    if row.how == "in_person":
        what = observe("reason", "Asked to {how}.", how=WAYS[row.how])
    else:
        what = observe(
            "reason", "Asked to {how}, {when}.", how=WAYS[row.how], when=TIMES[row.best_time]
        )
    if row.distress:
        hard = observe("reason", "A hard moment.")
        return rules.Reason("contact_soon", rules.HIGH, f"{what} {hard}", NO_MEASURE)
    return rules.Reason("asked_for_contact", rules.MEDIUM, what, NO_MEASURE)


@dataclass(frozen=True)
class Reachable:
    """How a client is reached: a number, a place, and one person who may be asked about them."""

    phone: str
    place: str = ""
    contact_name: str = ""
    contact_relationship: str = ""
    contact_phone: str = ""

    def keeps_numbers_of(self, row: Reach | None) -> bool:
        """Say whether both telephones are as they were; one that is taken away is no new one."""
        return (
            row is not None
            and self.phone == row.phone
            and self.contact_phone in ("", row.contact_phone)
        )


def confirm_reach(*, client: User, said: Reachable, actor: Actor, at: datetime) -> Reach:
    """Keep how a client says that they are reached, checked now; the rows before it stay."""
    row = Reach(client=client, confirmed_at=at, confirmed_by=client, **vars(said))
    row.save(force_insert=True)
    audit.record(
        actor=actor, action="create", subject="alerts_reach", subject_id=row.pk,
        clients=[client.pk], at=at,
    )  # fmt: skip
    return row
