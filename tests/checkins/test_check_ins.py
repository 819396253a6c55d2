"""Handing in, replaying, refusing and amending check-ins through the API."""

import time_machine

from tests.http import check_in
from tests.story import STORY_TIME


@time_machine.travel(STORY_TIME, tick=False)
def test_a_check_in_is_received_once(browser, maya):
    maya_phone, body = browser(maya), check_in(note="slept well")

    first, again = maya_phone.post("/check-ins/", body), maya_phone.post("/check-ins/", body)

    assert (first.status, again.status) == (201, 200)
    assert first.body == again.body
