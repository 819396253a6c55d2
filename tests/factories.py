"""The least that is valid, for tests that need more than the cast."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from accounts.models import Role, User
from alerts.models import Alert, Assessment, Step, Tier
from backend import demo
from checkins.models import CheckIn
from delivery import services as delivery_services
from delivery.models import ContactPoint, Delivery
from delivery.services import Cause
from delivery.wording import Kind
from program.models import CareTeamMember, Enrolment, LevelOfCare, Program, TeamRole
from tests.story import STORY_DAY, STORY_TIME

ZONE = "America/New_York"


def someone(name: str, role: str, *, reachable: bool = True) -> User:
    """Make a person with an account and an e-mail address."""
    email = f"{name}-{uuid4().hex[:8]}@example.org"
    person = User.objects.create(email=email, name=name.title(), roles=[role])
    if reachable:
        ContactPoint.objects.create(person=person, channel="email", address=email)
    return person


def client_with_team(*clinicians: User, name: str = "noor", zone: str = ZONE) -> User:
    """Enrol a new client for a month, looked after by these clinicians, one a rung."""
    client = someone(name, Role.CLIENT)
    program = Program.objects.create(
        name="Lakeside IOP",
        timezone=zone,
        daytime_phone="617-555-0120",
        on_call_phone="617-555-0129",
    )
    started = STORY_DAY - timedelta(days=30)
    Enrolment.objects.create(
        client=client, program=program, level_of_care=LevelOfCare.IOP, active_from=started
    )
    for rung, clinician in enumerate(clinicians):
        CareTeamMember.objects.create(
            client=client,
            clinician=clinician,
            program=program,
            role=TeamRole.THERAPIST,
            rung=rung,
            active_from=started,
        )
    return client


def checked_in(client: User, on: date = STORY_DAY, **answers: Any) -> CheckIn:
    """Store a check-in without telling anybody."""
    evening = STORY_TIME - timedelta(days=(STORY_DAY - on).days)
    values = {
        "submission_id": uuid4(),
        "version": 1,
        "timezone": ZONE,
        "recorded_at": evening,
        "received_at": evening,
        "mood": 5,
        **answers,
    }
    return CheckIn.objects.create(client=client, on=on, **values)


def alert_about(
    client: User, *, tier: str = Tier.HIGH, raised_at: datetime = STORY_TIME, **fields: Any
) -> Alert:
    """Raise an alert without telling anybody."""
    assessment = Assessment.objects.create(
        client=client,
        cause=f"checkin:{uuid4()}",
        on=STORY_DAY,
        rule_version="absolute-1",
        family=fields.get("family", "safety"),
        tier=tier,
        reasons=[],
        assessed_at=raised_at,
    )
    family = fields.get("family", "safety")
    due = None if tier == Tier.WATCH else raised_at + timedelta(hours=1)
    fields = {"family": family, "due_at": due, "due_by": due, **fields}
    # Whoever took it on has it in hand; whoever closed it had spoken to the client.
    fields.setdefault("owner", fields.get("acknowledged_by"))
    fields.setdefault("contacted_at", fields.get("resolved_at"))
    alert = Alert.objects.create(
        client=client, assessment=assessment, tier=tier, raised_at=raised_at, **fields
    )
    Step.objects.create(
        alert=alert, client=client, kind=Step.Kind.RAISED, at=raised_at, assessment=assessment
    )
    return alert


def told(client: User, at: datetime = STORY_TIME) -> Delivery:
    """Queue a message to a person."""
    name = f"reminder:{uuid4()}"
    delivery_services.queue(people=[client.pk], cause=Cause(Kind.REMINDER, name), due_at=at)
    return Delivery.objects.get(cause=name)


def maya_id() -> UUID:
    """Return Maya's id without asking the database."""
    return demo.key("maya")
