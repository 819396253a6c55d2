"""The demo's medication, goals, tasks, discharge plan and calls can be put in place."""

from admissions.models import CallRequest
from backend import demo_aftercare
from care.models import Change, GoalStep, Medication, MedicationMark, Task
from plans.models import Plan
from tests.conftest import as_owner
from tests.http import Browser
from tests.story import STORY_TIME


def test_maya_has_medication_goals_tasks_and_a_draft_and_ada_has_calls(maya, ada):
    with as_owner():
        demo_aftercare.seed(at=STORY_TIME)

        counts = {
            model.__name__: model.objects.filter(client=maya).count()
            for model in (Medication, MedicationMark, GoalStep, Task)
        }
        assert Plan.objects.get(client=maya, kind="discharge").version == 1
        assert CallRequest.objects.count() == 3
        assert Change.objects.filter(what="ticked").count() == 1
    assert counts == {"Medication": 2, "MedicationMark": 6, "GoalStep": 5, "Task": 2}
    assert len(Browser(ada).get("/admissions/call-requests/").body["results"]) == 2
