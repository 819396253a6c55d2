"""The warning score of the demo runs silently and was tried."""

from alerts.models import Alert, Backtest, RuleVersion
from backend import demo_warnings
from tests.conftest import as_owner
from tests.story import STORY_TIME


def test_the_score_runs_silently_after_a_trial_and_tells_nobody(maya):
    with as_owner():
        RuleVersion.objects.update(state="draft")  # as they come
        before = Alert.objects.count()
        for _ in range(2):
            demo_warnings.seed(at=STORY_TIME)

        (trial,) = Backtest.objects.all()
        assert RuleVersion.objects.get(family="score").state == "silent"
        assert (trial.state, trial.result["clients"] >= 0) == ("done", True)
        assert Alert.objects.count() == before
