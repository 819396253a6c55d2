"""The cast, and two weeks of their lives. Used by `make run` and by the tests.

Maya is a client; Dr. Okafor and Nadia look after her; Ben is a client of another program; Lee
looks after Ben; Grace left Maya's team last month; Rosa is Maya's mother, with a consent in force;
Tom is her brother, whose consent was revoked; Ada administers.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid5

from allauth.mfa.models import Authenticator
from django.db import transaction

from accounts import services as account_services
from accounts.models import Role, User
from checkins import services as checkin_services
from core import clock, crypto
from core.audit import Actor
from family import services as family_services
from family.models import Category
from program.models import (
    CareTeamMember,
    Enrolment,
    LevelOfCare,
    Licence,
    Participant,
    Program,
    Session,
    SessionKind,
    TeamRole,
)

NAMESPACE = UUID("6f0f5a3c-2c0e-4b7b-9a51-2f6f3ad5c0de")
ZONE = "America/New_York"


def key(name: str) -> UUID:
    """Return the fixed id of something in the cast."""
    return uuid5(NAMESPACE, name)


@dataclass(frozen=True)
class Someone:
    """One of the cast."""

    key: str
    name: str
    role: Role

    @property
    def email(self) -> str:
        """Their address."""
        return f"{self.key}@example.org"


CAST = (
    Someone("maya", "Maya Torres", Role.CLIENT),
    Someone("ben", "Ben Walker", Role.CLIENT),
    Someone("okafor", "Dr. Ify Okafor", Role.CLINICIAN),
    Someone("nadia", "Nadia Haddad", Role.CLINICIAN),
    Someone("lee", "Lee Chen", Role.CLINICIAN),
    Someone("grace", "Grace Ahn", Role.CLINICIAN),
    Someone("rosa", "Rosa Torres", Role.FAMILY),
    Someone("tom", "Tom Torres", Role.FAMILY),
    Someone("ada", "Ada Novak", Role.ADMINISTRATOR),
)


@transaction.atomic
def seed(*, password: str, totp_secret: str, at: datetime) -> bool:
    """Put everybody in place; False when they were there already."""
    if User.objects.filter(pk=key("maya")).exists():
        return False
    people = seed_people(password=password, totp_secret=totp_secret)
    seed_programs(people, at=at)
    seed_sessions(people, at=at)
    seed_check_ins(people, at=at)
    seed_consents(people, at=at)
    return True


def seed_people(*, password: str, totp_secret: str) -> dict[str, User]:
    """Open an account for each of the cast; staff get the second factor."""
    people = {}
    for someone in CAST:
        person = account_services.open_account(
            email=someone.email,
            name=someone.name,
            roles=[someone.role],
            password=password,
            id=key(someone.key),
        )
        if person.is_staff_member:
            sealed = crypto.seal(totp_secret, context="mfa_authenticator.data")
            Authenticator.objects.create(
                user=person, type=Authenticator.Type.TOTP, data={"secret": sealed}
            )
        people[someone.key] = person
    return people


def seed_programs(people: dict[str, User], *, at: datetime) -> None:
    """Two programs, two enrolments, and who looks after whom."""
    today = clock.local_day(at, ZONE)
    river, hill = (
        Program.objects.create(
            id=key(name), name=name, timezone=ZONE, daytime_phone=day, on_call_phone=night
        )
        for name, day, night in (
            ("Riverside IOP", "617-555-0100", "617-555-0199"),
            ("Hilltop IOP", "617-555-0110", "617-555-0119"),
        )
    )
    started = today - timedelta(days=24)
    for name, program in (("maya", river), ("ben", hill)):
        Enrolment.objects.create(
            id=key(f"{name}'s enrolment"),
            client=people[name],
            program=program,
            level_of_care=LevelOfCare.IOP,
            active_from=started,
        )
    places = (
        ("maya", "okafor", river, TeamRole.THERAPIST, 0, started, None),
        ("maya", "nadia", river, TeamRole.CASE_MANAGER, 1, started, None),
        ("maya", "grace", river, TeamRole.THERAPIST, 0, started, today - timedelta(days=20)),
        ("ben", "lee", hill, TeamRole.THERAPIST, 0, started, None),
    )
    for client, clinician, program, role, rung, first, until in places:
        CareTeamMember.objects.create(
            client=people[client],
            clinician=people[clinician],
            program=program,
            role=role,
            rung=rung,
            active_from=first,
            active_until=until,
        )
    for name, kind in (("okafor", "LICSW"), ("lee", "PsyD"), ("grace", "LMHC")):
        since = at - timedelta(days=90)
        Licence.objects.create(person=people[name], kind=kind, given_at=since)


def seed_sessions(people: dict[str, User], *, at: datetime) -> None:
    """Maya's group in the mornings from today on, and one talk with Dr. Okafor."""
    today = clock.local_day(at, ZONE)
    plan = [(day, SessionKind.GROUP, "Morning group", 9 * 60, 180, "Room 2") for day in range(5)]
    plan.append((1, SessionKind.INDIVIDUAL, "Dr. Okafor", 14 * 60, 50, "Room 5"))
    for offset, kind, title, minute, length, place in plan:
        starts_at = clock.at_wall_clock(today + timedelta(days=offset), minute, ZONE)
        session = Session.objects.create(
            program_id=key("Riverside IOP"),
            kind=kind,
            title=title,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=length),
            place=place,
        )
        Participant.objects.create(session=session, client=people["maya"])


# Days ago, mood, craving, stress, connection, confidence, sleep, sleep quality; gaps are gaps.
DIARY = (
    (14, 4, 5, 6, 4, 5, "5.5", 4),
    (13, 4, 6, 6, 4, 4, "5", 4),
    (12, 3, 6, 7, 3, 4, "5", 3),
    (11, 5, 5, 6, 5, 5, "6", 5),
    (9, 5, 4, 5, 5, 5, "6.5", 5),
    (8, 4, 5, 6, 5, 5, "6", 5),
    (7, 5, 4, 5, 6, 6, "7", 6),
    (6, 6, 4, 5, 6, 6, "7", 6),
    (5, 6, 3, 4, 6, 6, "6.5", 6),
    (4, 5, 4, 5, 5, 6, "6", 5),
    (3, 6, 3, 4, 7, 7, "7.5", 7),
    (2, 7, 3, 4, 7, 7, "7", 7),
    (1, 6, 3, 4, 7, 7, "7.5", 7),
)


def seed_check_ins(people: dict[str, User], *, at: datetime) -> None:
    """Maya's two weeks up to yesterday, each handed in on its own evening; a few of Ben's."""
    today = clock.local_day(at, ZONE)
    for name in ("maya", "ben"):
        enrolment = Enrolment.objects.select_related("program").get(client=people[name])
        for days_ago, mood, craving, stress, connection, confidence, hours, quality in DIARY:
            answers = checkin_services.Answers(
                mood=mood,
                craving=craving,
                stress=stress,
                connection=connection,
                confidence=confidence,
                sleep_hours=Decimal(hours),
                sleep_quality=quality,
                used=False,
                medication="taken",
                safety="safe",
            )
            _hand_in(enrolment, today - timedelta(days=days_ago), answers)


def _hand_in(enrolment: Enrolment, on: date, answers: checkin_services.Answers) -> None:
    evening = clock.at_wall_clock(on, 20 * 60, ZONE)
    checkin_services.submit_checkin(
        enrolment=enrolment,
        submission=checkin_services.Submission(
            id=key(f"{enrolment.pk} {on}"),
            on=on,
            timezone=ZONE,
            recorded_at=evening,
            answers=answers,
        ),
        actor=Actor(role=Role.CLIENT, id=enrolment.client_id),
        at=evening,
    )


def seed_consents(people: dict[str, User], *, at: datetime) -> None:
    """Maya shares with her mother; what she shared with her brother she ended a week ago."""
    enrolment = Enrolment.objects.select_related("program", "client").get(client=people["maya"])
    maya = Actor(role=Role.CLIENT, id=people["maya"].pk)
    signed_at = at - timedelta(days=20)
    for name, relationship in (("rosa", "mother"), ("tom", "brother")):
        consent = family_services.grant(
            enrolment=enrolment,
            terms=family_services.Terms(
                recipient=people[name],
                relationship=relationship,
                categories=[Category.MOOD_TREND],
            ),
            authenticated_at=signed_at,
            actor=maya,
            at=signed_at,
        )
        if name == "tom":
            family_services.revoke(consent=consent, actor=maya, at=at - timedelta(days=7))
