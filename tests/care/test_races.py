"""Several hands at once, with real commits: one row, one history, nothing lost."""

from itertools import pairwise
from uuid import uuid4

from django.db import transaction

from accounts.models import Role
from care import services
from care.models import Change, GoalStep, Mark, MedicationMark, MedicationNote
from care.services import AlreadyStopped, GoalWords, MarkWish, Prescription, StepChange
from core.audit import Actor
from core.identity import be_person
from tests.committed import at_once
from tests.factories import client_with_team, someone
from tests.story import STORY_DAY, STORY_TIME

TIMES = 6
PILL = Prescription("Naltrexone", "50 mg", as_needed=True)


def _as(person, role, work):
    """Run a piece of work as that person, in a transaction of its own."""
    with transaction.atomic():
        be_person(person.pk)
        return work(Actor(role=role, id=person.pk))


def _cast():
    clinician = someone("ines", Role.CLINICIAN)
    return clinician, client_with_team(clinician)


def _pill(clinician, client):
    return _as(
        clinician,
        Role.CLINICIAN,
        lambda actor: services.add_medication(
            client=client, prescription=PILL, actor=actor, at=STORY_TIME
        ),
    )


def test_the_same_medication_from_six_hands_is_one(committed):
    clinician, client = _cast()

    found = at_once(TIMES, lambda number: _pill(clinician, client))

    assert len({row.pk for row in found}) == 1
    assert Change.objects.filter(client=client).count() == 1


def test_a_medication_stops_once_and_the_others_are_told(committed):
    clinician, client = _cast()
    pill = _pill(clinician, client)

    def stop(number):
        try:
            _as(
                clinician,
                Role.CLINICIAN,
                lambda actor: services.stop_medication(
                    medication=pill, until=None, actor=actor, at=STORY_TIME
                ),
            )
        except AlreadyStopped:
            return "told"
        return "stopped"

    assert sorted(at_once(TIMES, stop)) == ["stopped", *["told"] * (TIMES - 1)]
    assert Change.objects.filter(client=client, what="stopped").count() == 1


def test_marks_of_one_day_are_versions_in_a_row(committed):
    clinician, client = _cast()
    pill = _pill(clinician, client)

    def mark(number):
        wish = MarkWish(STORY_DAY, (Mark.TAKEN, Mark.MISSED)[number % 2])
        _as(
            client,
            Role.CLIENT,
            lambda actor: services.mark_medication(
                medication=pill, wish=wish, actor=actor, at=STORY_TIME
            ),
        )

    at_once(TIMES, mark)

    rows = list(MedicationMark.objects.filter(client=client).order_by("version"))
    assert [row.version for row in rows] == list(range(1, len(rows) + 1))
    assert all(one.mark != next_.mark for one, next_ in pairwise(rows))


def test_one_note_sent_six_times_at_once_is_one_note(committed):
    clinician, client = _cast()
    pill, submission_id = _pill(clinician, client), uuid4()

    found = at_once(
        TIMES,
        lambda number: _as(
            client,
            Role.CLIENT,
            lambda actor: services.write_note(
                medication=pill, submission_id=submission_id, text="dizzy", actor=actor,
                at=STORY_TIME,
            ),
        ),
    )  # fmt: skip

    assert sorted(receipt.is_new for receipt in found) == [*[False] * (TIMES - 1), True]
    assert MedicationNote.objects.filter(client=client).count() == 1


def test_steps_added_at_once_each_have_a_place_and_a_tick_counts_once(committed):
    _, client = _cast()
    goal = _as(
        client,
        Role.CLIENT,
        lambda actor: services.add_goal(
            client=client, words=GoalWords("See Luz"), steps=["Write"], actor=actor, at=STORY_TIME
        ),
    )
    first = goal.steps.get()

    def add_and_tick(number):
        def work(actor):
            services.add_step(goal=goal, text=f"Step {number}", actor=actor, at=STORY_TIME)
            done = StepChange(done=True)
            services.change_step(step=first, change=done, actor=actor, at=STORY_TIME)

        _as(client, Role.CLIENT, work)

    at_once(TIMES, add_and_tick)

    places = GoalStep.objects.filter(goal=goal).order_by("place").values_list("place", flat=True)
    assert list(places) == list(range(1, TIMES + 2))
    assert Change.objects.filter(subject_id=first.pk, what="ticked").count() == 1
