"""The demo's questionnaire can be put in place, and shows what it is meant to show."""

from datetime import timedelta

from alerts.models import Alert
from backend import demo_questionnaires
from questionnaires import selectors
from tests.conftest import as_owner
from tests.story import STORY_DAY, STORY_TIME


def test_maya_has_four_weeks_that_get_better_and_one_that_is_due(maya):
    with as_owner():
        demo_questionnaires.seed(at=STORY_TIME)

        since = STORY_DAY - timedelta(days=40)
        scores = selectors.scores_of(client=maya.pk, since=since, until=STORY_DAY)
        due = selectors.due_for(client=maya.pk, on=STORY_DAY)
        alerts = Alert.objects.filter(client=maya).count()

    assert [score.total for score in scores] == [1, 3, 5, 8]
    assert [score.band for score in scores] == ["hard", "hard", "mixed", "mixed"]
    assert [(one.questionnaire.key, one.due_on) for one in due] == [("my-week", STORY_DAY)]
    assert alerts == 0
