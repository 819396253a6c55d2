"""Something of Maya's and Ben's in everything that can be shared, and every category by name."""

from datetime import timedelta
from uuid import uuid4

from django.db import connection

from accounts.models import User
from backend import demo
from care.models import Goal
from checkins.models import CheckIn
from core import clock
from core.identity import Reader
from family.models import (
    CallMe,
    Category,
    SharedGoal,
    SharedMilestone,
    SupportWords,
    ThankYou,
)
from program.models import Participant, Program, Session
from skills.models import Practice, Skill
from tests.story import STORY_TIME

DAY = timedelta(days=1)
ZONE = "America/New_York"
TODAY = clock.local_day(STORY_TIME, ZONE)
MONDAY = TODAY - TODAY.weekday() * DAY
EVERYTHING = list(Category)
# What row security lets each reader see, by category: the role, and a statement for whose it is.
READ_BY = {
    Category.ATTENDANCE: (Reader.ATTENDANCE, "SELECT client_id FROM program_participant"),
    Category.APPOINTMENT_TIMES: (Reader.TIMES, "SELECT client_id FROM program_participant"),
    Category.STREAK: (Reader.STREAK, "SELECT client_id FROM checkins_checkin"),
    Category.MOOD_TREND: (Reader.MOOD, "SELECT client_id FROM checkins_checkin"),
    Category.SLEEP_TREND: (Reader.SLEEP, "SELECT client_id FROM checkins_checkin"),
    Category.CRAVING_BAND: (Reader.CRAVING, "SELECT client_id FROM checkins_checkin"),
    Category.SKILLS_PRACTISED: (Reader.SKILLS, "SELECT client_id FROM skills_practice"),
    Category.GOALS_MILESTONES: (None, "SELECT client_id FROM family_sharedgoal"),
    Category.SAFETY_CONTACT_ROLE: (None, "SELECT client_id FROM family_supportwords"),
    Category.MESSAGE_OF_THANKS: (None, "SELECT client_id FROM family_thankyou"),
    Category.SOBRIETY_MILESTONE: (None, "SELECT client_id FROM family_sharedmilestone"),
    Category.CRISIS_CONTACT: (None, "SELECT client_id FROM family_callme"),
}


def check_ins(client_id, *, days=14, **answers):
    """Write a check-in for each of the last days before today, all with these answers."""
    CheckIn.objects.bulk_create(
        CheckIn(
            client_id=client_id, submission_id=uuid4(), on=TODAY - n * DAY, version=60,
            timezone=ZONE, recorded_at=STORY_TIME, received_at=STORY_TIME, **answers,
        )
        for n in range(1, days + 1)
    )  # fmt: skip


def session(client_id, starts_at, attendance="", *, by="okafor"):
    """Put a client into a session of an hour; say whether they came, if a word is given."""
    made = Session.objects.create(
        program=Program.objects.get(name="Riverside IOP"), kind="group", title="Secret title",
        starts_at=starts_at, ends_at=starts_at + timedelta(hours=1), place="Secret place",
    )  # fmt: skip
    said = {"attendance_at": STORY_TIME, "attendance_by_id": demo.key(by)} if attendance else {}
    Participant.objects.create(session=made, client_id=client_id, attendance=attendance, **said)
    return made


def skill(slug="breathing-of-life", title="Slow breathing", language="en"):
    """Return an exercise of that title."""
    row, _ = Skill.objects.get_or_create(
        slug=slug, language=language, version=f"life-{language}",
        defaults={
            "content": {"title": title, "minutes": 3}, "published_at": STORY_TIME, "current": False,
        },
    )  # fmt: skip
    return row


def practice(client_id, started_at, **which):
    """Let a client do an exercise."""
    return Practice.objects.create(
        client_id=client_id, skill=skill(**which), submission_id=uuid4(), started_at=started_at,
        received_at=started_at,
    )  # fmt: skip


def goal(client_id, title):
    """Begin a goal."""
    return Goal.objects.create(
        client_id=client_id, title=title, why="Secret why", added_at=STORY_TIME,
        added_by_id=client_id,
    )  # fmt: skip


def live(client_id, *people):
    """Give a client something of everything, some of it for these people. Needs the owner."""
    check_ins(client_id, mood=6, sleep_quality=6, craving=2)
    session(client_id, clock.at_wall_clock(MONDAY - 7 * DAY, 9 * 60, ZONE), "present")
    session(client_id, clock.at_wall_clock(TODAY + DAY, 9 * 60, ZONE))
    practice(client_id, STORY_TIME - 2 * DAY)
    walk = goal(client_id, "Walk the dog")
    SharedGoal.objects.create(
        client_id=client_id, goal=walk, title=walk.title, shared_at=STORY_TIME
    )
    for person in people:
        pair = {"client_id": client_id, "recipient": person}
        once = {**pair, "submission_id": uuid4()}
        SupportWords.objects.create(**pair, words="Sit with me", written_at=STORY_TIME)
        ThankYou.objects.create(**once, text="Thank you for the soup", written_at=STORY_TIME)
        SharedMilestone.objects.create(**once, text="One month", shared_at=STORY_TIME)
        CallMe.objects.create(**once, series=uuid4(), pressed_at=STORY_TIME)


def relative(name):
    """Open a family account. Needs the owner."""
    return User.objects.create(
        email=f"{name}.life@example.org", name=name.capitalize(), roles=["family"]
    )


def whose(statement):
    """Run a statement as whoever it is now, and return whose rows it finds."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return {client_id for (client_id,) in cursor.fetchall()}
