"""What happens in somebody's weeks, arranged as the owner; no test itself."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from accounts.models import User
from backend import demo
from checkins.models import Lapse, UrgeLog
from program.models import Enrolment, Participant, Session
from tests.factories import checked_in
from tests.story import STORY_DAY, STORY_TIME


def expected_at(
    client: User,
    starts_at: datetime,
    *,
    kind: str = "group",
    attendance: str = "",
    by: User | None = None,
    cancelled_by: User | None = None,
) -> Session:
    """Make a session of an hour at which the client is expected, and say whether they came."""
    enrolment = Enrolment.objects.filter(client=client).first()
    session = Session.objects.create(
        program_id=enrolment.program_id if enrolment else demo.key("Riverside IOP"),
        kind=kind,
        title="A talk" if kind == "individual" else "Group",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
        cancelled_at=STORY_TIME if cancelled_by else None,
        cancelled_by=cancelled_by,
    )
    Participant.objects.create(
        session=session,
        client=client,
        attendance=attendance,
        attendance_at=STORY_TIME if attendance else None,
        attendance_by=by if attendance else None,
    )
    return session


def _moment(on: date) -> dict[str, Any]:
    return {
        "submission_id": uuid4(),
        "entry": uuid4(),
        "on": on,
        "timezone": "America/New_York",
        "recorded_at": STORY_TIME,
        "received_at": STORY_TIME,
    }


def urge(client: User, on: date, **fields: Any) -> UrgeLog:
    """Log an urge."""
    return UrgeLog.objects.create(client=client, **_moment(on), **fields)


def lapse(client: User, on: date, **fields: Any) -> Lapse:
    """Tell of a lapse."""
    return Lapse.objects.create(client=client, **_moment(on), **fields)


def answered(client: User, days: int, *, until: date = STORY_DAY, **answers: Any) -> None:
    """Check in on so many days in a row, the last of them `until`."""
    for back in range(days):
        checked_in(client, until - timedelta(days=back), **answers)
