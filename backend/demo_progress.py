"""Progress in the demo: a milestone marked, a step proposed for Ben, and sums over former clients.

Only `make run` wants it; the tests begin with the bare cast of demo.py and arrange their own.
"""

import random
from datetime import date, datetime, timedelta
from uuid import UUID

from accounts.models import Role, User
from backend.demo import ZONE, key
from checkins import services as checkin_services
from checkins.models import CheckIn
from checkins.services import LapseReport, MomentSubmission
from core import clock
from core.audit import Actor
from program.models import Enrolment, Participant, Session, SessionKind
from progress import services
from progress.services import Saying

FORMER = 34
WEEKS = 9
ANSWERED = 0.6  # of days, about
DRAWN = 20260105  # the same demo each time


def seed(*, at: datetime) -> None:
    """Put it all in place; the cast must be there."""
    mark_milestone(at=at)
    seed_bens_hard_days(at=at)
    seed_former_clients(at=at)
    services.advise_everyone(at=at)
    services.publish_outcomes(at=at)


def mark_milestone(*, at: datetime) -> None:
    """Dr. Okafor saw Maya say what she needs."""
    services.mark(
        client=User.objects.get(pk=key("maya")),
        saying=Saying("communication", reached=True, note="Asked the group for quiet, kindly."),
        actor=Actor(role=Role.CLINICIAN, id=key("okafor")),
        at=at - timedelta(days=2),
    )


def seed_bens_hard_days(*, at: datetime) -> None:
    """Two lapses that Ben told of, and sessions that he missed: the rules will have a thought."""
    today = clock.local_day(at, ZONE)
    ben = Enrolment.objects.select_related("program", "client").get(client=key("ben"))
    for days in (2, 5):
        _lapse(ben, today - timedelta(days=days))
    for days in (1, 2, 4, 5):
        starts_at = clock.at_wall_clock(today - timedelta(days=days), 9 * 60, ZONE)
        session = Session.objects.create(
            program=ben.program,
            kind=SessionKind.GROUP,
            title="Morning group",
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
        )
        Participant.objects.create(
            session=session,
            client=ben.client,
            attendance="absent" if days != 4 else "present",
            attendance_at=starts_at,
            attendance_by_id=key("lee"),
        )


def _lapse(enrolment: Enrolment, on: date) -> None:
    evening = clock.at_wall_clock(on, 21 * 60, ZONE)
    checkin_services.report_lapse(
        enrolment=enrolment,
        submission=MomentSubmission(
            id=key(f"ben's lapse {on}"),
            entry=key(f"ben's evening {on}"),
            on=on,
            timezone=ZONE,
            recorded_at=evening,
            words=LapseReport(part_of_day="evening", needs=("talk_next_session",)),
        ),
        actor=Actor(role=Role.CLIENT, id=enrolment.client_id),
        at=evening,
    )


def seed_former_clients(*, at: datetime) -> None:
    """Enough people who left Riverside for sums to be shown; nobody signs in as them."""
    dice = random.Random(DRAWN)  # noqa: S311  (a story, no secret)
    today = clock.local_day(at, ZONE)
    rows: list[CheckIn] = []
    for number in range(1, FORMER + 1):
        client = User.objects.create(
            id=key(f"former client {number}"),
            email=f"former-{number}@example.org",
            name=f"Former client {number}",
            roles=[Role.CLIENT],
            is_active=False,
        )
        until = today - timedelta(days=dice.randint(30, 120))
        began = until - timedelta(weeks=dice.randint(6, WEEKS))
        Enrolment.objects.create(
            client=client,
            program_id=key("Riverside IOP"),
            level_of_care="iop",
            active_from=began,
            active_until=until,
        )
        rows += _their_days(client.pk, began, until, dice)
    CheckIn.objects.bulk_create(rows, batch_size=500)


def _their_days(client: UUID, began: date, until: date, dice: random.Random) -> list[CheckIn]:
    better = dice.uniform(0.0, 0.4)  # points a week
    made = []
    for place in range((until - began).days):
        if dice.random() > ANSWERED:
            continue
        on, week = began + timedelta(days=place), place / 7
        evening = clock.at_wall_clock(on, 20 * 60, ZONE)
        made.append(
            CheckIn(
                client_id=client,
                on=on,
                submission_id=key(f"{client} {on}"),
                timezone=ZONE,
                recorded_at=evening,
                received_at=evening,
                mood=_within(4 + better * week + dice.gauss(0, 1.2)),
                craving=_within(6 - better * week + dice.gauss(0, 1.5)),
                stress=_within(6 - better / 2 * week + dice.gauss(0, 1.3)),
                sleep_hours=_within(5.5 + better / 2 * week + dice.gauss(0, 1.0)),
            )
        )
    return made


def _within(value: float) -> int:
    return min(10, max(0, round(value)))
