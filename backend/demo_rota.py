"""Who is on call at Riverside, with one evening left open; a pager is none of the demo's business.

Only `make run` wants it; the tests begin with the bare cast of demo.py and arrange their own.
"""

from datetime import datetime, timedelta

from accounts.models import Role, User
from alerts import services as alert_services
from alerts import texts
from alerts.models import Agreement, RotaShift
from backend.demo import ZONE, key
from core import clock
from core.audit import Actor
from program.models import Program

WEEKS = 4
EVENING, MORNING = 17 * 60, 9 * 60
# Place, who, and on which weekdays they begin at five in the afternoon.
WEEKDAYS = (("on_call", "okafor", (0, 1, 2, 3)), ("backup", "nadia", (0, 1, 2, 3)))
FRIDAY = 4


def seed(*, at: datetime) -> None:
    """Put people on call for the nights of four weeks and all but one weekend."""
    program = Program.objects.get(pk=key("Riverside IOP"))
    people = {name: User.objects.get(pk=key(name)) for name in ("nadia", "okafor", "ada")}
    ada = Actor(role=Role.ADMINISTRATOR, id=people["ada"].pk)
    for place, name, weekdays in WEEKDAYS:
        weekly = alert_services.Weekly(
            program=program, person=people[name], place=place, weekdays=weekdays,
            begins=EVENING, ends=MORNING, first_on=clock.local_day(at, ZONE), weeks=WEEKS,
        )  # fmt: skip
        alert_services.put_on_call_weekly(weekly=weekly, actor=ada, at=at)
    seed_weekends(program, people["okafor"], at=at)
    seed_tonight(program, people["okafor"], at=at)
    seed_agreements(at=at)


def seed_agreements(*, at: datetime) -> None:
    """Those who came before have read who watches, and when."""
    for name in ("maya", "ben"):
        Agreement.objects.get_or_create(
            person_id=key(name), text=texts.NOT_MONITORED, version=texts.VERSION,
            defaults={"accepted_at": at},
        )  # fmt: skip


def seed_weekends(program: Program, person: User, *, at: datetime) -> None:
    """Somebody from Friday at five until Monday at nine; nobody on the third weekend."""
    today = clock.local_day(at, ZONE)
    fridays = [
        today + timedelta(days=ahead)
        for ahead in range(1, 7 * WEEKS)
        if (today + timedelta(days=ahead)).weekday() == FRIDAY
    ]
    for number, friday in enumerate(fridays):
        if number != 2:  # the gap that the rota's page shows
            RotaShift.objects.create(
                program=program, person=person, place="on_call",
                starts_at=clock.at_wall_clock(friday, EVENING, ZONE),
                ends_at=clock.at_wall_clock(friday + timedelta(days=3), MORNING, ZONE),
            )  # fmt: skip


def seed_tonight(program: Program, person: User, *, at: datetime) -> None:
    """Somebody from now until the next turn begins."""
    rows = RotaShift.objects.filter(program=program, place="on_call", starts_at__gt=at)
    first = rows.order_by("starts_at").values_list("starts_at", flat=True).first()
    if first is not None and first > at:
        RotaShift.objects.create(
            program=program, person=person, place="on_call", starts_at=at, ends_at=first
        )
