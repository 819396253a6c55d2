"""What a client watches on the diary card: set, read and ended by the clinicians of their team."""

from uuid import uuid4

import pytest
import time_machine

from checkins.models import DiaryTarget
from core.models import AuditEntry
from tests.checkins.diary import TODAY, card, target_for
from tests.conftest import as_owner
from tests.story import STORY_TIME

pytestmark = pytest.mark.django_db
CALLING_DANA = {"label": "Calling Dana", "kind": "urge", "scale": "0-5"}


@pytest.fixture(autouse=True)
def _story_time():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def test_dr_okafor_sets_a_target_and_maya_finds_it_on_her_card(browser, maya, okafor, nadia):
    created = browser(okafor).post(f"/clients/{maya.pk}/diary-targets/", CALLING_DANA)

    shown = browser(maya).get("/diary-targets/").body["results"]
    to_nadia = browser(nadia).get(f"/clients/{maya.pk}/diary-targets/").body["results"]

    assert created.status == 201, created
    assert shown == to_nadia == [created.body]
    assert {name: created.body[name] for name in CALLING_DANA} == CALLING_DANA
    assert created.body["ended_at"] is None
    with as_owner():
        actions = AuditEntry.objects.filter(
            subject="checkins_diarytarget", client_ids=[maya.pk]
        ).values_list("actor_id", "action")
        assert set(actions) == {(okafor.pk, "create"), (nadia.pk, "read")}


def test_a_card_has_room_for_five_targets(browser, maya, ben, okafor, lee):
    path, staff = f"/clients/{maya.pk}/diary-targets/", browser(okafor)
    created = [staff.post(path, {**CALLING_DANA, "label": f"Thing {n}"}) for n in range(5)]

    sixth = staff.post(path, CALLING_DANA)
    bens = browser(lee).post(f"/clients/{ben.pk}/diary-targets/", CALLING_DANA)
    ended = staff.send("DELETE", f"{path}{created[0].body['id']}/")
    instead = staff.post(path, CALLING_DANA)

    assert {one.status for one in created} == {201}
    assert (sixth.status, sixth.body["code"]) == (409, "too_many_targets")
    assert (bens.status, ended.status, instead.status) == (201, 200, 201)


def test_an_ended_target_is_asked_no_more_and_its_answers_stay(browser, maya, okafor, nadia):
    target = target_for(maya, okafor)
    phone = browser(maya)
    answered = {str(target.pk): {"level": 3}}
    phone.send("PUT", TODAY, card(targets=answered))
    path = f"/clients/{maya.pk}/diary-targets/{target.pk}/"

    ended, again = browser(nadia).send("DELETE", path), browser(okafor).send("DELETE", path)

    assert (ended.status, ended.body["ended_at"] is None) == (200, False)
    assert (again.status, again.body["code"]) == (409, "already_ended")
    assert phone.get("/diary-targets/").body["results"] == []
    assert phone.get("/diary-targets/", state="all").body["results"] == [ended.body]
    assert phone.get("/diary-cards/").body["results"][0]["targets"].keys() == answered.keys()
    with as_owner():
        assert DiaryTarget.objects.get(pk=target.pk).ended_by_id == nadia.pk
        assert AuditEntry.objects.filter(
            actor_id=nadia.pk, action="end", subject_id=target.pk
        ).exists()


def test_a_card_filled_in_before_a_target_ended_is_still_taken_in(browser, maya, okafor):
    target = target_for(maya, okafor)
    browser(okafor).send("DELETE", f"/clients/{maya.pk}/diary-targets/{target.pk}/")

    handed_in = browser(maya).send("PUT", TODAY, card(targets={str(target.pk): {"level": 1}}))

    assert handed_in.status == 201


@pytest.mark.parametrize("other", ["maya", "ben", "lee", "grace", "rosa", "tom", "ada", "stranger"])
def test_only_mayas_own_clinicians_set_read_and_end_her_targets(
    browser, maya, okafor, request, other
):
    target = target_for(maya, okafor)
    path, theirs = f"/clients/{maya.pk}/diary-targets/", browser(request.getfixturevalue(other))

    answers = [
        theirs.get(path),
        theirs.post(path, CALLING_DANA),
        theirs.send("DELETE", f"{path}{target.pk}/"),
    ]

    assert [one.status for one in answers] == [404, 404, 404]
    with as_owner():
        assert list(DiaryTarget.objects.filter(client=maya, ended_at=None)) == [target]


def test_a_target_is_found_under_its_own_client_only(browser, maya, ben, okafor, lee):
    bens = target_for(ben, lee)

    for target in (bens.pk, uuid4()):
        answer = browser(okafor).send("DELETE", f"/clients/{maya.pk}/diary-targets/{target}/")

        assert answer.status == 404


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"label": ""}, "label"),
        ({"label": "x" * 121}, "label"),
        ({"label": 5}, "label"),
        ({"kind": "wish"}, "kind"),
        ({"scale": "0-10"}, "scale"),
        ({"scale": None}, "scale"),
        ({"client": "x"}, "client"),
    ],
)
def test_a_wrong_target_is_refused_by_its_field(browser, maya, okafor, wrong, field):
    refused = browser(okafor).post(f"/clients/{maya.pk}/diary-targets/", {**CALLING_DANA, **wrong})

    assert (refused.status, list(refused.body["fields"])) == (400, [field])


def test_a_list_of_targets_knows_its_states(browser, maya):
    refused = browser(maya).get("/diary-targets/", state="ended")

    assert (refused.status, list(refused.body["fields"])) == (400, ["state"])
