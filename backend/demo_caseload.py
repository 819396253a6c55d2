"""A clinic's ordinary day: two dozen clients of Dr. Okafor, their weeks, and alerts about some.

Only `make run` wants it; the tests begin with the bare cast of demo.py and arrange their own.
Nobody is written to: these alerts were raised, and in part answered, before anybody looked.
"""

import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from accounts.models import Role, User
from alerts.models import Alert, Assessment, Reach, Step
from backend.demo import ZONE, key
from checkins.models import CheckIn
from core import clock
from program.models import CareTeamMember, Enrolment, Participant, Session, SessionKind, TeamRole

DRAWN = 20260206  # the same demo each time
HISTORY_WEEKS = 8
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


@dataclass(frozen=True)
class Life:
    """One client: level, days in the program, mood now and then, craving, and how often heard of.

    `silent` days ago they checked in last. `news` names an alert of ALERTS, raised `ago` hours ago.
    """

    name: str
    level: str
    days_in: int
    mood: tuple[int, int]
    craving: tuple[int, int]
    answered: float = 0.85
    silent: int = 0
    news: str = ""
    ago: float = 0
    taken: bool = False


LIVES = (
    Life("Adaeze Obi", "iop", 12, (5, 2), (4, 6), news="safety", ago=0.2),
    Life("Andre Lewis", "php", 9, (4, 3), (6, 8), news="use", ago=2.5),
    Life("Bea Lindqvist", "iop", 33, (5, 5), (5, 9), news="craving", ago=20),
    Life("Carlos Mendes", "iop", 21, (6, 5), (3, 3), silent=5, news="silence", ago=30),
    Life("Dana Kowalski", "iop", 40, (4, 7), (6, 2)),
    Life("Elena Petrova", "outpatient", 55, (6, 7), (2, 1)),
    Life("Femi Adeyemi", "iop", 17, (3, 5), (7, 4), news="contact", ago=1.5),
    Life("Gloria Holloway", "iop", 28, (5, 6), (4, 3)),
    Life("Hana Suzuki", "php", 6, (3, 4), (5, 5), news="sleep", ago=26, taken=True),
    Life("Ivan Morales", "iop", 44, (5, 7), (5, 2)),
    Life("Jo Bennett", "iop", 36, (6, 6), (3, 3), answered=0.5),
    Life("Kofi Mensah", "outpatient", 60, (7, 7), (1, 1)),
    Life("Leila Haddadi", "iop", 25, (4, 6), (6, 4)),
    Life("Marcus Reed", "iop", 14, (5, 4), (4, 6), silent=4),
    Life("Nina Alvarez", "iop", 50, (5, 8), (4, 1)),
    Life("Omar Farouk", "php", 4, (3, 3), (8, 7), news="use", ago=22, taken=True),
    Life("Priya Nair", "iop", 31, (6, 7), (2, 2)),
    Life("Quentin Boyd", "iop", 19, (5, 5), (5, 5), answered=0.4),
    Life("Rosalind Shaw", "iop", 47, (4, 7), (5, 2)),
    Life("Sam Whitaker", "outpatient", 70, (7, 6), (2, 3)),
    Life("Tara Nguyen", "iop", 11, (4, 5), (6, 5), news="medication", ago=18),
    Life("Uma Castillo", "iop", 38, (6, 7), (3, 2)),
    Life("Viktor Hale", "iop", 8, (3, 4), (7, 6)),
    Life("Wren Daly", "iop", 1, (5, 5), (5, 5), silent=9),
)


@dataclass(frozen=True)
class News:
    """An alert: tier, kind, code, why, what was reported, and the hours until it is due."""

    tier: str
    family: str
    code: str
    why: str
    value: str
    due_hours: float


ALERTS = {
    "safety": News("critical", "safety", "safety", "Said that they do not feel safe.", "not safe",
                   0.25),
    "use": News("high", "use", "use_reported", "Reported use. Worth a call today.", "use", 1),
    "craving": News("medium", "signs", "craving_high", "Craving was 9 of 10. Worth a check-in.",
                    "9 of 10", 24),
    "silence": News("medium", "silence", "no_check_ins",
                    "No check-in for 4 days. Worth a check-in.", "4 days", 24),
    "sleep": News("medium", "signs", "short_sleep",
                  "Slept under 4 hours on 2 of 3 nights. Worth a check-in.", "2 of 3 days", 24),
    "medication": News("medium", "signs", "medication_missed",
                       "Missed medication on 2 of 3 days. Worth a check-in.", "2 of 3 days", 24),
    "contact": News("high", "contact", "contact_soon",
                    "Asked to be called, in the evening. A hard moment.", "", 1),
}  # fmt: skip


def seed(*, at: datetime) -> None:
    """Put it all in place; the cast must be there."""
    dice = random.Random(DRAWN)  # noqa: S311  (a story, no secret)
    clients = seed_clients(at=at)
    seed_days(clients, dice, at=at)
    seed_sessions(clients, dice, at=at)
    seed_reach(clients, at=at)
    seed_history(clients, dice, at=at)
    for life, client in zip(LIVES, clients, strict=True):
        if life.news:
            _raise(client, ALERTS[life.news], at - life.ago * HOUR, taken=life.taken)


def seed_clients(*, at: datetime) -> list[User]:
    """Their accounts, enrolments, and team: Dr. Okafor first, then Nadia, who supervises."""
    today, program = clock.local_day(at, ZONE), key("Riverside IOP")
    clients = User.objects.bulk_create(
        User(
            id=key(life.name),
            email=f"{life.name.split()[0].lower()}.demo@example.org",
            name=life.name,
            roles=[Role.CLIENT],
            password="!",  # noqa: S106  (nobody signs in as them)
        )
        for life in LIVES
    )
    began = [today - timedelta(days=life.days_in) for life in LIVES]
    Enrolment.objects.bulk_create(
        Enrolment(client=client, program_id=program, level_of_care=life.level, active_from=day)
        for life, client, day in zip(LIVES, clients, began, strict=True)
    )
    team = (("okafor", TeamRole.THERAPIST, 0), ("nadia", TeamRole.SUPERVISOR, 1))
    CareTeamMember.objects.bulk_create(
        CareTeamMember(
            client=client,
            clinician_id=key(clinician),
            program_id=program,
            role=role,
            rung=rung,
            active_from=day,
        )
        for client, day in zip(clients, began, strict=True)
        for clinician, role, rung in team
    )
    return list(clients)


def seed_days(clients: list[User], dice: random.Random, *, at: datetime) -> None:
    """Up to three weeks of check-ins of each, up to yesterday or the day they fell silent."""
    today = clock.local_day(at, ZONE)
    rows = []
    for life, client in zip(LIVES, clients, strict=True):
        span = min(21, life.days_in)
        for back in range(max(1, life.silent), span + 1):
            if back == life.silent or dice.random() < life.answered:
                rows.append(_day(life, client, today - timedelta(days=back), 1 - back / 21, dice))
    CheckIn.objects.bulk_create(rows, batch_size=500)


def _day(life: Life, client: User, on: date, far: float, dice: random.Random) -> CheckIn:
    evening = clock.at_wall_clock(on, 20 * 60, ZONE)

    def drawn(ends: tuple[int, int]) -> int:
        value = ends[0] + (ends[1] - ends[0]) * far + dice.gauss(0, 0.9)
        return min(10, max(0, round(value)))

    return CheckIn(
        client=client,
        on=on,
        submission_id=key(f"{client.pk} {on}"),
        timezone=ZONE,
        recorded_at=evening,
        received_at=evening,
        mood=drawn(life.mood),
        craving=drawn(life.craving),
        stress=drawn(life.craving),
        sleep_hours=drawn((6, 7)),
        used=False,
        safety="safe",
    )


def seed_sessions(clients: list[User], dice: random.Random, *, at: datetime) -> None:
    """An afternoon group, twice a week for two weeks back and one ahead, half of them in each."""
    today = clock.local_day(at, ZONE)
    for offset in (-13, -10, -6, -3, 1, 4):
        starts_at = clock.at_wall_clock(today + timedelta(days=offset), 15 * 60, ZONE)
        for half in (0, 1):
            session = Session.objects.create(
                program_id=key("Riverside IOP"),
                kind=SessionKind.GROUP,
                title=f"Afternoon group {half + 1}",
                starts_at=starts_at,
                ends_at=starts_at + 90 * MINUTE,
                place="Day room",
            )
            Participant.objects.bulk_create(
                _place(session, client, dice, past=offset < 0)
                for client, life in zip(clients[half::2], LIVES[half::2], strict=True)
                if life.days_in > -offset
            )


def _place(session: Session, client: User, dice: random.Random, *, past: bool) -> Participant:
    came: dict[str, Any] = {}
    if past:
        came = {
            "attendance": "absent" if dice.random() < 0.2 else "present",
            "attendance_at": session.ends_at,
            "attendance_by_id": key("okafor"),
        }
    return Participant(session=session, client=client, **came)


def seed_reach(clients: list[User], *, at: datetime) -> None:
    """How most of them are reached, said when they came; of some it is due to be asked again."""
    for number, (life, client) in enumerate(zip(LIVES, clients, strict=True)):
        if number % 6:
            Reach.objects.create(
                client=client,
                phone=f"617-555-0{number + 120}",
                place="At home, in the evenings",
                confirmed_at=at - life.days_in * DAY,
                confirmed_by=client,
            )


def seed_history(clients: list[User], dice: random.Random, *, at: datetime) -> None:
    """What was raised and closed in the last weeks, as a clinic's metrics look back on it."""
    kinds = ("use", "craving", "silence", "sleep", "medication", "contact")
    for life, client in zip(LIVES, clients, strict=True):
        for number in range(dice.randint(0, 3)):
            back = dice.uniform(2, min(HISTORY_WEEKS * 7, max(3, life.days_in - 1)))
            if back < life.days_in:
                news = ALERTS[kinds[(number + life.days_in) % len(kinds)]]
                _closed(client, news, at - back * DAY, dice)


def _closed(client: User, news: News, raised_at: datetime, dice: random.Random) -> None:
    alert = _raise(client, news, raised_at, taken=True, waited=dice.expovariate(1 / 50) * MINUTE)
    resolved_at = (alert.acknowledged_at or raised_at) + dice.uniform(0.3, 6) * HOUR
    concern = dice.random() > 0.25
    Alert.objects.filter(pk=alert.pk).update(
        resolved_at=resolved_at,
        resolved_by_id=key("okafor"),
        action=dice.choice(("called", "met", "messaged")),
        outcome="follow_up" if concern else "no_concern",
        note="Spoke with them. We agreed on the next step.",
        contacted_at=resolved_at if concern else None,
        useful=concern,
        useless_because="" if concern else "known",
    )
    _step(alert, "resolved", resolved_at)


def _raise(
    client: User, news: News, at: datetime, *, taken: bool, waited: timedelta = 20 * MINUTE
) -> Alert:
    reason = {"code": news.code, "tier": news.tier, "sentence": news.why, "value": news.value,
              "usual": ""}  # fmt: skip
    assessment = Assessment.objects.create(
        client=client,
        cause=f"demo:{client.pk}:{at.isoformat()}"[:80],
        on=clock.local_day(at, ZONE),
        rule_version="absolute-1",
        family=news.family,
        tier=news.tier,
        reasons=[reason],
        assessed_at=at,
    )
    due = at + news.due_hours * HOUR
    hand = {"acknowledged_at": at + waited, "acknowledged_by_id": key("okafor"),
            "owner_id": key("okafor")} if taken else {}  # fmt: skip
    alert = Alert.objects.create(
        client=client, assessment=assessment, family=news.family, tier=news.tier, raised_at=at,
        due_at=due, due_by=due if news.tier == "critical" else due + 8 * HOUR, **hand,
    )  # fmt: skip
    _step(alert, "raised", at, assessment=assessment)
    _step(alert, "told", at, person_id=key("okafor"))
    if taken:
        _step(alert, "acknowledged", at + waited, person_id=key("okafor"))
    return alert


def _step(alert: Alert, kind: str, at: datetime, **about: Any) -> None:
    Step.objects.create(alert=alert, client_id=alert.client_id, kind=kind, at=at, **about)
