"""What two weeks of care left behind for Maya: a plan, people, practices, an assignment, a card.

Only `make run` wants it; the tests begin with the bare cast of demo.py and arrange their own.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from accounts.models import Role, User
from backend.demo import ZONE, key
from checkins import diary_services
from core import clock
from core.audit import Actor
from plans import services as plan_services
from plans.models import Kind
from program.models import Enrolment, Session
from skills import services as skill_services
from skills.models import Skill
from skills.services import Submission, Wish


@dataclass(frozen=True)
class Stage:
    """Maya and Dr. Okafor, as people and as authors of what they do."""

    maya: User
    okafor: User
    at: datetime

    @property
    def by_maya(self) -> Actor:
        """Maya, for the audit trail."""
        return Actor(role=Role.CLIENT, id=self.maya.pk)

    @property
    def by_okafor(self) -> Actor:
        """Dr. Okafor, for the audit trail."""
        return Actor(role=Role.CLINICIAN, id=self.okafor.pk)


def seed(*, at: datetime) -> None:
    """Put it all in place; the cast and the exercises must be there."""
    people = {name: User.objects.get(pk=key(name)) for name in ("maya", "okafor")}
    stage = Stage(people["maya"], people["okafor"], at)
    seed_people(stage)
    seed_safety_plan(stage)
    seed_practices(stage)
    seed_assignment(stage)
    seed_diary(stage)


def seed_people(stage: Stage) -> None:
    """Two people whom Maya may call."""
    contacts = (
        plan_services.Contact("Luz Torres", "sister", "617-555-0142", "Somerville", "both"),
        plan_services.Contact("Dana", "friend from group", "617-555-0143", "", "distract"),
    )
    for contact in contacts:
        plan_services.add_support_person(
            client=stage.maya,
            contact=contact,
            actor=stage.by_maya,
            at=stage.at - timedelta(days=18),
        )


SAFETY_STEPS = {
    "warning_signs": ["I stop answering the phone", "I stay up past two"],
    "alone": ["Walk to the river", "Paced breathing", "A warm shower"],
    "places_people": [{"name": "The library", "phone": "", "place": "Main Street, until eight"}],
    "ask_help": [{"name": "Luz", "phone": "617-555-0142"}],
    "professionals": [{"name": "Riverside IOP, day and night", "phone": "617-555-0199"}],
}
SAFER = [{"action": "Luz keeps the spare pills", "who": "Luz", "by_when": "done"}]


def seed_safety_plan(stage: Stage) -> None:
    """A safety plan that Maya and Dr. Okafor wrote together and both signed."""
    written_at = stage.at - timedelta(days=16)
    plan = plan_services.write_plan(
        client=stage.maya,
        kind=Kind.SAFETY,
        draft=plan_services.Draft(base_version=0, steps=SAFETY_STEPS, safer=SAFER),
        actor=stage.by_maya,
        at=written_at,
    ).plan
    for actor in (stage.by_maya, stage.by_okafor):
        plan_services.sign_plan(
            client=stage.maya, kind=Kind.SAFETY, version=plan.version, actor=actor, at=written_at
        )


# Exercise, need, days ago, before, after, helpful.
PRACTICES = (
    ("paced-breathing", "craving", 12, 8, 5, True),
    ("urge-surfing", "craving", 11, 7, 4, True),
    ("paced-breathing", "panic", 9, 8, 4, True),
    ("grounding-5-4-3-2-1", "panic", 8, 7, 6, None),
    ("stop", "angry", 6, 6, 5, False),
    ("paced-breathing", "craving", 5, 7, 3, True),
    ("wind-down", "sleep", 3, 5, 3, True),
    ("urge-surfing", "craving", 2, 5, 3, True),
)


def seed_practices(stage: Stage) -> None:
    """What Maya tried, and how it felt before and after."""
    for slug, need, days_ago, before, after, helpful in PRACTICES:
        skill = Skill.objects.get(slug=slug, language="en", current=True)
        started_at = stage.at - timedelta(days=days_ago, hours=3)
        skill_services.log_practice(
            client_id=stage.maya.pk,
            submission=Submission(
                id=key(f"practice {days_ago}"),
                slug=slug,
                version=skill.version,
                started_at=started_at,
                finished_at=started_at + timedelta(minutes=6),
                before=before,
                after=after,
                helpful=helpful,
                answers={},
                need=need,
            ),
            actor=stage.by_maya,
            at=started_at + timedelta(minutes=6),
        )


def seed_assignment(stage: Stage) -> None:
    """One exercise to do before the next talk, and a skill for today's group."""
    today = clock.local_day(stage.at, ZONE)
    wish = Wish(skill="thought-record", due_on=today + timedelta(days=1), note="Before we talk.")
    skill_services.assign(
        client=stage.maya, wish=wish, by=stage.okafor, actor=stage.by_okafor, at=stage.at
    )
    Session.objects.filter(participants__client=stage.maya, kind="group").update(
        skill_slug="opposite-action"
    )


def seed_diary(stage: Stage) -> None:
    """A habit to watch, and yesterday's card."""
    target = diary_services.set_target(
        client_id=stage.maya.pk,
        watched=diary_services.Watched("Calling Luz instead of going out", "habit", "yes_no"),
        clinician=stage.okafor,
        actor=stage.by_okafor,
        at=stage.at - timedelta(days=10),
    )
    evening = stage.at - timedelta(days=1)
    card = diary_services.Card(
        use_level=2,
        use_acted=False,
        self_harm_level=0,
        suicide_level=0,
        sad=2,
        anger=1,
        fear=2,
        joy=3,
        skills=("paced-breathing", "urge-surfing"),
        skill_rating=5,
        targets={str(target.pk): {"level": None, "value": True, "acted": None}},
    )
    diary_services.submit_card(
        enrolment=Enrolment.objects.select_related("program").get(client=stage.maya),
        submission=diary_services.CardSubmission(
            id=key("yesterday's card"),
            on=clock.local_day(evening, ZONE),
            timezone=ZONE,
            recorded_at=evening,
            card=card,
        ),
        actor=stage.by_maya,
        at=evening,
    )
