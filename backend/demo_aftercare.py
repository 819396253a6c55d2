"""What surrounds Maya's treatment: medication, goals, tasks, a discharge plan; and calls asked for.

Only `make run` wants it; the tests begin with the bare cast of demo.py and arrange their own.
"""

from datetime import datetime, timedelta

from accounts.models import User
from admissions.models import CallRequest
from backend.demo import ZONE, key
from backend.demo_care import Stage
from care import services as care_services
from care.models import Mark, Medication, ReferralState
from care.services import GoalWords, MarkWish, Prescription, ReferralWords, StepChange, TaskWords
from core import clock
from plans import services as plan_services
from plans.models import Kind

HOUR = timedelta(hours=1)


def seed(*, at: datetime) -> None:
    """Put it all in place; the cast must be there."""
    people = {name: User.objects.get(pk=key(name)) for name in ("maya", "okafor", "nadia", "ada")}
    stage = Stage(people["maya"], people["okafor"], at)
    seed_medication(stage)
    seed_goals(stage)
    seed_casework(stage, nadia=people["nadia"])
    seed_discharge_plan(stage)
    seed_calls(people["ada"], at=at)


def seed_medication(stage: Stage) -> None:
    """Two medications, what Maya marked beside one, and a note that was read."""
    today = clock.local_day(stage.at, ZONE)
    list_of = (
        Prescription("Naltrexone", "50 mg, one tablet", "Dr. Ade", True, times=(8 * 60,),
                     weekdays=(1, 2, 3, 4, 5, 6, 7), refill_on=today + timedelta(days=9)),
        Prescription("Melatonin", "3 mg before bed, if needed", "Dr. Ade", as_needed=True),
    )  # fmt: skip
    first, _ = (
        care_services.add_medication(
            client=stage.maya, prescription=one, actor=stage.by_okafor,
            at=stage.at - timedelta(days=21),
        )
        for one in list_of
    )  # fmt: skip
    for days_ago in range(1, 7):
        _mark(stage, first, days_ago, Mark.MISSED if days_ago == 4 else Mark.TAKEN)
    written_at = stage.at - timedelta(days=5)
    note = care_services.write_note(
        medication=first, submission_id=key("a note"), text="A bit dizzy after lunch, two days.",
        actor=stage.by_maya, at=written_at,
    ).note  # fmt: skip
    care_services.see_note(note=note, actor=stage.by_okafor, at=written_at + 20 * HOUR)


def _mark(stage: Stage, row: Medication, days_ago: int, mark: Mark) -> None:
    at = stage.at - timedelta(days=days_ago)
    wish = MarkWish(clock.local_day(at, ZONE), mark, minute=8 * 60)
    care_services.mark_medication(medication=row, wish=wish, actor=stage.by_maya, at=at)


def seed_goals(stage: Stage) -> None:
    """One goal of Maya's own with a step done, and one that she set with Dr. Okafor."""
    begun_at = stage.at - timedelta(days=12)
    mine = care_services.add_goal(
        client=stage.maya,
        words=GoalWords("Have Sunday lunch with Luz again", "I miss how it was"),
        steps=["Write to her", "Ask which Sunday", "Bring dessert"],
        actor=stage.by_maya,
        at=begun_at,
    )
    care_services.add_goal(
        client=stage.maya,
        words=GoalWords("In bed before midnight", "Mornings are better after"),
        steps=["Phone in the kitchen at ten", "Lights low at eleven"],
        actor=stage.by_okafor,
        at=begun_at,
    )
    step = mine.steps.get(place=1)
    done_at = stage.at - timedelta(days=3)
    care_services.change_step(
        step=step, change=StepChange(done=True), actor=stage.by_maya, at=done_at
    )


def seed_casework(stage: Stage, *, nadia: User) -> None:
    """What Nadia and Maya have to do, and a way to somebody outside."""
    today = clock.local_day(stage.at, ZONE)
    tasks = (
        TaskWords("Call the housing office", "Ask for the form, not the desk", nadia.pk,
                  today + timedelta(days=2)),
        TaskWords("Bring the insurance card", owner_id=stage.maya.pk,
                  due_on=today + timedelta(days=4)),
    )  # fmt: skip
    for words in tasks:
        care_services.add_task(client=stage.maya, words=words, actor=stage.by_okafor, at=stage.at)
    care_services.add_referral(
        client=stage.maya,
        words=ReferralWords(
            "Harbor Counseling", "weekly visits after the program", "617-555-0160", nadia.pk,
            today + timedelta(days=7), stage.at + timedelta(days=30), ReferralState.SENT,
            for_client=True,
        ),
        actor=stage.by_okafor,
        at=stage.at,
    )  # fmt: skip


DISCHARGE = {
    "warning_signs": ["I stop answering the phone", "I tell myself that one is fine"],
    "what_works": ["Paced breathing", "Calling Luz before I go out"],
    "appointments": [
        {"what": "Harbor Counseling, first visit", "when": "in about a month",
         "where": "Pier 4", "phone": "617-555-0160"},
    ],
    "contacts": [{"name": "Luz", "phone": "617-555-0142"}],
    "medications": [{"name": "Naltrexone", "how": "50 mg, one tablet"}],
    "goals": ["Have Sunday lunch with Luz again"],
    "first_weeks": ["Monday evening group", "Sunday lunch with Luz"],
    "after_use": ["Tell somebody the same day", "Call the program in the morning"],
}  # fmt: skip


def seed_discharge_plan(stage: Stage) -> None:
    """A first draft of the discharge plan, which Dr. Okafor has not signed yet."""
    plan = plan_services.write_plan(
        client=stage.maya,
        kind=Kind.DISCHARGE,
        draft=plan_services.Draft(base_version=0, steps=DISCHARGE),
        actor=stage.by_maya,
        at=stage.at - timedelta(days=1),
    ).plan
    plan_services.sign_plan(
        client=stage.maya, kind=Kind.DISCHARGE, version=plan.version, actor=stage.by_maya,
        at=stage.at - timedelta(days=1),
    )  # fmt: skip


def seed_calls(ada: User, *, at: datetime) -> None:
    """Three people who asked to be called: one waits, one was tried, one was reached."""
    common = {"language": "en", "best_time": "morning"}
    CallRequest.objects.create(
        name="Jordan P.", phone="+16175550171", contact_digest="demo-1",
        asked_at=at - 3 * HOUR, **common,
    )  # fmt: skip
    CallRequest.objects.create(
        name="Inés R.", phone="+16175550172", contact_digest="demo-2", asked_at=at - 26 * HOUR,
        called_at=at - 20 * HOUR, called_by=ada, times_called=1, language="es", best_time="evening",
    )  # fmt: skip
    CallRequest.objects.create(
        name="Sam W.", email="sam.w@example.org", contact_digest="demo-3",
        asked_at=at - 90 * HOUR, called_at=at - 80 * HOUR, called_by=ada, times_called=2,
        closed_at=at - 80 * HOUR, closed_by=ada, outcome="reached", **common,
    )  # fmt: skip
