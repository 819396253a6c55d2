"""What the tests of reminders share: a bare timetable, ticks by hand, and looks as the owner."""

from datetime import datetime, timedelta

from backend import demo
from core import clock
from core.identity import System, acting_as
from delivery.models import Delivery
from delivery.wording import Kind
from program.models import Participant, Session
from reminders import services
from reminders.models import Agenda, Reminder
from tests.conftest import as_owner
from tests.story import STORY_DAY

ZONE = "America/New_York"


def at_clock(day: int, hour: int, minute: int = 0, *, zone: str = ZONE) -> datetime:
    """Return when clocks in New York show this, `day` days after the story's day."""
    return clock.at_wall_clock(STORY_DAY + timedelta(days=day), hour * 60 + minute, zone)


MORNING, NOON = at_clock(0, 9), at_clock(0, 12)


def clear():
    """Leave no session, reminder or message."""
    with as_owner():
        for model in (Reminder, Agenda, Delivery):
            model.objects.all().delete()
        Session.objects.update(cancelled_at=MORNING, cancelled_by_id=demo.key("ada"))
        Participant.objects.all().delete()


def a_session(*clients, starts_at: datetime | None = None, hours: int = 2) -> Session:
    """Put a session into the timetable, tomorrow at ten, at which these are expected."""
    starts_at = starts_at or at_clock(1, 10)
    with as_owner():
        session = Session.objects.create(
            program_id=demo.key("Riverside IOP"), kind="group", title="Morning group",
            starts_at=starts_at, ends_at=starts_at + timedelta(hours=hours),
        )  # fmt: skip
        for client in clients:
            Participant.objects.create(session=session, client=client)
    return session


def plan(*people, at: datetime = NOON):
    """Go over these people now."""
    with acting_as(System.REMINDER):
        services.replan(people=[person.pk for person in people], at=at)


def send(at: datetime) -> int:
    """Decide on what is due."""
    with acting_as(System.REMINDER):
        return services.send_some(at=at)


def follow(at: datetime) -> int:
    """Note what became of messages."""
    with acting_as(System.REMINDER):
        return services.follow(at=at)


def reminders(**wanted) -> list[Reminder]:
    """Return reminders, the first due first."""
    with as_owner():
        return list(Reminder.objects.filter(**wanted).order_by("due_at", "kind"))


def the_reminder(**wanted) -> Reminder:
    """Return the only one."""
    (found,) = reminders(**wanted)
    return found


def messages(**wanted) -> list[Delivery]:
    """Return messages that carry reminders."""
    with as_owner():
        return list(Delivery.objects.filter(kind=Kind.REMINDER, **wanted).order_by("created_at"))
