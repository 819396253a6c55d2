"""The demo shows a path half way, and one of somebody with whom nothing is shared."""

import pytest

from backend import demo, demo_lessons
from lessons import selectors, services
from tests.conftest import as_owner
from tests.story import STORY_TIME


@pytest.mark.django_db
def test_the_demo_of_lessons_can_be_put_in_place_and_shows_what_it_is_meant_to():
    with as_owner():
        services.publish_lessons(lessons=services.shipped_lessons(), at=STORY_TIME)
        demo_lessons.seed(at=STORY_TIME)

        rosas = selectors.path_of(demo.key("rosa"), language="en")
        toms = selectors.path_of(demo.key("tom"), language="en")

    assert (rosas.finished, rosas.go_on_with) == (2, "talking-so-it-lands")
    assert (toms.finished, toms.go_on_with) == (1, "substance-use-disorder")
    assert toms.relationships == ["sibling"]
