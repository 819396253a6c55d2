"""Take in an urge or a lapse, version by version, under the name that the device gave it."""

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Generic, TypeVar
from uuid import UUID

from checkins import events, rules, versions
from checkins.models import Lapse, UrgeLog
from checkins.versions import DayNotOpen, NewerVersion
from core.audit import Actor
from core.errors import Refused
from core.said import say
from program.models import Enrolment

MOST_A_DAY = 100  # chosen: nobody logs more; a phone gone wild would
Row = TypeVar("Row", UrgeLog, Lapse)


class TooManyToday(Refused):
    """More than a person would log in one day."""

    code = "too_many_today"
    sentence = say(
        "There are very many entries for this day. Please call the program if you need help."
    )


class NothingToTakeBack(Refused):
    """A report cannot begin as a mistake."""

    code = "nothing_to_take_back"
    sentence = say("There is nothing to take back yet.")


@dataclass(frozen=True)
class Urge:
    """One urge: how strong, 0–10, then and (if said) afterwards, and what was around it."""

    intensity: int
    toward: str = "use"
    after: int | None = None
    acted: bool | None = None
    triggers: tuple[str, ...] = ()
    trigger_words: str = ""
    place: str = ""
    did: tuple[str, ...] = ()
    did_words: str = ""


@dataclass(frozen=True)
class LapseReport:
    """What a client says about a lapse; everything may be left empty."""

    part_of_day: str = ""
    what: str = ""
    led_to: str = ""
    learned: str = ""
    needs: tuple[str, ...] = ()
    need_words: str = ""
    mistaken: bool = False


Words = TypeVar("Words", Urge, LapseReport)


@dataclass(frozen=True)
class MomentSubmission(Generic[Words]):
    """One sending about one moment by one device, which named the moment `entry`.

    `base_version` is the version that the device changed (0: none yet); None when it did not say.
    """

    id: UUID
    entry: UUID
    on: date
    timezone: str
    recorded_at: datetime
    words: Words
    base_version: int | None = None


@dataclass(frozen=True)
class MomentReceipt(Generic[Row]):
    """The stored version, and whether this sending made it."""

    row: Row
    is_new: bool


def log_urge(
    *, enrolment: Enrolment, submission: MomentSubmission[Urge], actor: Actor, at: datetime
) -> MomentReceipt[UrgeLog]:
    """Store an urge, or its newest version; a replay of a sending returns the row it made.

    A first version is for an open day; a change may come whenever there is something to add.

    Raises DayNotOpen, SubmissionConflict, NewerVersion, TooManyToday.
    """
    submission = versions.dated(submission, at=at)
    rows = versions.earlier(
        UrgeLog, enrolment.client_id, submission, serialised=f"moments:{enrolment.client_id}"
    )
    words = _columns(submission.words)
    if replayed := versions.replayed(rows, submission, is_same=lambda row: _says(row, words)):
        return MomentReceipt(replayed, is_new=False)
    submission = _of_its_day(submission, rows, at=at)
    version = _next_version(rows, submission, f"/api/v1/urges/{submission.entry}/")
    if version == 1:
        versions.refuse_closed_day(submission, at=at)
        _refuse_a_flood(UrgeLog, enrolment.client_id, submission.on)
    row = UrgeLog(
        **versions.envelope(submission, client_id=enrolment.client_id, version=version, at=at),
        entry=submission.entry,
        **words,
    )
    versions.store(row, actor=actor, at=at, news=events.URGE_LOGGED, named="urge_id")
    return MomentReceipt(row, is_new=True)


def report_lapse(
    *, enrolment: Enrolment, submission: MomentSubmission[LapseReport], actor: Actor, at: datetime
) -> MomentReceipt[Lapse]:
    """Store a lapse of the last thirty days, or its newest version; a replay returns its row.

    A change may come whenever there is something to add.

    Raises DayNotOpen, SubmissionConflict, NewerVersion, NothingToTakeBack, TooManyToday.
    """
    submission = versions.dated(submission, at=at, days_back=rules.LAPSE_DAYS_BACK)
    rows = versions.earlier(
        Lapse, enrolment.client_id, submission, serialised=f"moments:{enrolment.client_id}"
    )
    words = _columns(submission.words)
    if replayed := versions.replayed(rows, submission, is_same=lambda row: _says(row, words)):
        return MomentReceipt(replayed, is_new=False)
    submission = _of_its_day(submission, rows, at=at)
    version = _next_version(rows, submission, f"/api/v1/lapses/{submission.entry}/")
    if version == 1:
        _refuse_first(submission, at=at)
        _refuse_a_flood(Lapse, enrolment.client_id, submission.on)
    row = Lapse(
        **versions.envelope(submission, client_id=enrolment.client_id, version=version, at=at),
        entry=submission.entry,
        **words,
    )
    versions.store(row, actor=actor, at=at, news=events.LAPSE_REPORTED, named="lapse_id")
    return MomentReceipt(row, is_new=True)


def _refuse_first(submission: MomentSubmission[LapseReport], *, at: datetime) -> None:
    """Refuse a first report that is too old to be told here, or takes back what was never told."""
    versions.refuse_closed_day(
        submission,
        at=at,
        days_back=rules.LAPSE_DAYS_BACK,
        too_old=say(
            "You can tell us here about the last {lapse_days_back} days. You can speak of "
            "older ones with your care team.",
            lapse_days_back=rules.LAPSE_DAYS_BACK,
        ),
    )
    if submission.words.mistaken:
        raise NothingToTakeBack


def _of_its_day(
    submission: MomentSubmission[Words], rows: list[UrgeLog] | list[Lapse], *, at: datetime
) -> MomentSubmission[Words]:
    """Return a change for the day of its entry, which a phone with a wrong clock cannot know."""
    wrong = rules.is_clock_suspect(recorded_at=submission.recorded_at, received_at=at)
    return replace(submission, on=rows[-1].on) if rows and wrong else submission


def _columns(words: Urge | LapseReport) -> dict[str, object]:
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in asdict(words).items()
    }


def _says(row: UrgeLog | Lapse, words: dict[str, object]) -> bool:
    return {name: getattr(row, name) for name in words} == words


def _next_version(
    rows: list[UrgeLog] | list[Lapse], submission: MomentSubmission[Words], href: str
) -> int:
    """Return the number of the version to store; raise DayNotOpen, NewerVersion."""
    if not rows:
        return 1
    latest = rows[-1]
    if submission.on != latest.on:
        sentence = say("A change is for the same day as the entry it changes.")
        raise DayNotOpen(sentence, fields={"on": [sentence]})
    if submission.base_version not in {None, latest.version}:
        existing = {"id": str(latest.pk), "on": latest.on.isoformat(), "version": latest.version}
        raise NewerVersion(existing=existing, amend={"method": "PUT", "href": href})
    return latest.version + 1


def _refuse_a_flood(table: type[UrgeLog] | type[Lapse], client_id: UUID, on: date) -> None:
    if table.objects.filter(client_id=client_id, on=on).count() >= MOST_A_DAY:
        raise TooManyToday
