"""The demo's two weeks of care can be put in place, and show what they are meant to show."""

from backend import demo_care
from plans.models import Plan, Signature
from skills import services as skill_services
from tests.conftest import as_owner
from tests.story import STORY_TIME


def test_maya_has_a_signed_plan_and_knows_what_helps(maya):
    with as_owner():
        demo_care.seed(at=STORY_TIME)

        plan = Plan.objects.get(client=maya, kind="safety")
        signatures = Signature.objects.filter(plan=plan).count()
        ranked = skill_services.rank_for(person=maya, need="craving", level=8)

    assert signatures == 2
    assert ranked[0]["slug"] == "paced-breathing"
    assert "Helped you" in ranked[0]["because"]
