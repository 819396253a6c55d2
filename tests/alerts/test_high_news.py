"""High news about somebody whose alert is already in hand: when it asks for a new answer."""

import pytest

from alerts.models import Alert
from tests.alerts.test_assessing import HOUR, _alerts, _find
from tests.conftest import as_owner
from tests.story import STORY_TIME


@pytest.mark.parametrize(
    ("codes", "heard"),
    [
        (["safety", "self_harm_act"], False),
        (["safety", "self_harm_act", "safety"], True),
        (["use_reported", "return_to_use"], True),
    ],
)
def test_high_news_of_a_kind_not_yet_heard_asks_for_a_new_answer(maya, okafor, codes, heard):
    for hours, code in enumerate(codes):
        _find(maya, "high", at=STORY_TIME + hours * HOUR, code=code)
        with as_owner():
            before = Alert.objects.get(client=maya).acknowledged_at
            if hours < len(codes) - 1:
                Alert.objects.update(
                    acknowledged_at=STORY_TIME, acknowledged_by=okafor, owner=okafor
                )

    (alert,) = _alerts(maya)

    assert (before is not None) == (alert.acknowledged_at is not None) == heard
