"""Nothing shared looks the same for every reason: body, headers, statements, and time taken."""

import re
import time
from statistics import median

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Role
from core.audit import Actor
from core.identity import be_nobody
from family import services
from family.models import Category, Consent, ConsentPause, Disclosure, Restriction
from program.models import Enrolment
from tests.conftest import as_owner
from tests.family import life
from tests.family.life import DAY
from tests.family.sharing import bare, share, shown
from tests.http import Browser
from tests.story import STORY_DAY, STORY_TIME

OFF = "Sharing is off right now."
OTHERS = "/family/shared/00000000-0000-4000-8000-000000000000/"


def revoked(consent, maya):
    Browser(maya).post(f"/consents/{consent.pk}/revoke/")
    be_nobody()


def paused(consent, maya):
    with as_owner():
        ConsentPause.objects.create(
            client=maya, series=consent.series, began_at=STORY_TIME - DAY, until_at=None
        )


def expired(consent, maya):
    with as_owner():
        Consent.objects.filter(pk=consent.pk).update(
            signed_at=STORY_TIME - 5 * DAY, signed_on=STORY_DAY - 5 * DAY,
            expires_on=STORY_DAY - 2 * DAY,
        )  # fmt: skip


def discharged(consent, maya):
    with as_owner():
        Enrolment.objects.filter(client=maya).update(active_until=STORY_DAY - 1 * DAY)


def unaccepted(consent, maya):
    with as_owner():
        Consent.objects.filter(pk=consent.pk).update(recipient=None, bound_at=None)


def flagged(consent, maya):
    with as_owner():
        Consent.objects.filter(pk=consent.pk).update(
            ended_at=STORY_TIME, ended_by=maya, ended_reason="flagged_false",
            flagged_false_at=STORY_TIME,
        )  # fmt: skip


def restricted(consent, maya):
    with as_owner():
        Restriction.objects.create(
            client=maya, recipient=None, categories=[], state="agreed", asked_at=STORY_TIME - DAY,
            answered_at=STORY_TIME - DAY, answered_by=maya,
        )  # fmt: skip


STATES = {
    "revoked": revoked, "paused": paused, "expired": expired, "discharged": discharged,
    "unaccepted": unaccepted, "flagged": flagged, "restricted": restricted,
}  # fmt: skip


@pytest.fixture
def aunt(maya, db):
    with as_owner():
        aunt = life.relative("luz")
        life.live(maya.pk, aunt)
    return aunt


@pytest.fixture
def never(db):
    """Ana, with whom nobody ever shared."""
    with as_owner():
        return life.relative("ana")


def brought_to(state, aunt, maya):
    consent = share("maya", aunt, at=STORY_TIME - 4 * DAY, categories=life.EVERYTHING)
    STATES[state](consent, maya)
    return consent


@pytest.mark.parametrize("state", STATES)
def test_f04_the_next_request_gets_what_somebody_gets_with_whom_nobody_shared(
    aunt, never, maya, state
):
    consent = share("maya", aunt, at=STORY_TIME - 4 * DAY, categories=life.EVERYTHING)
    before = shown(aunt)
    STATES[state](consent, maya)

    after = shown(aunt)

    assert before.body["sharing"] == "on"
    assert (after.body["sharing"], after.body["words"], after.body["shared"]) == ("off", OFF, [])
    assert bare(after) == bare(shown(never))
    assert "no-store" in after.headers["Cache-Control"]


@pytest.mark.parametrize("state", STATES)
def test_a_single_card_is_refused_as_if_its_client_did_not_exist(aunt, never, maya, state):
    brought_to(state, aunt, maya)
    path = f"/family/shared/{maya.pk}/"

    refusals = [
        Browser(aunt).get(path), Browser(never).get(path), Browser(aunt).get(OTHERS),
        Browser(aunt).get("/no-such-route/"),
    ]  # fmt: skip

    assert {answer.status for answer in refusals} == {404}
    assert len({answer.content for answer in refusals[:3]}) == 1
    assert len({str(dict(answer.headers)) for answer in refusals[:3]}) == 1


@pytest.mark.parametrize("state", STATES)
def test_the_same_statements_are_sent_for_every_reason(aunt, never, maya, state):
    brought_to(state, aunt, maya)

    for path in ("/family/shared/", "/family/shared/mark/", f"/family/shared/{maya.pk}/"):
        assert _statements(aunt, path) == _statements(never, path), path


def _statements(person, path):
    visitor = Browser(person)
    visitor.get(path)  # whatever is looked up once is looked up now
    with CaptureQueriesContext(connection) as found:
        visitor.get(path)
    return [_shape(query["sql"]) for query in found.captured_queries]


def _shape(statement):
    """Return a statement without the values that were given with it."""
    for value in (r"'[^']*'(::\w+)?", r'"s\d+_x\d+"', r"IN \([^)]*\)", r"\b\d+\b"):
        statement = re.sub(value, "?", statement)
    return statement


def test_nothing_that_is_not_shown_is_disclosed(aunt, maya):
    brought_to("paused", aunt, maya)

    shown(aunt)

    with as_owner():
        assert not Disclosure.objects.filter(recipient=aunt).exists()


ROUNDS = 40


def test_refusals_take_the_same_time_whatever_the_reason(maya):
    """Medians of interleaved requests; far apart only if a state takes a path of its own."""
    people = {}
    with as_owner():
        life.live(maya.pk)
        for state in ("never", "paused", "expired", "revoked"):
            people[state] = life.relative(state)
    for state in ("paused", "expired", "revoked"):
        STATES[state](share("maya", people[state], at=STORY_TIME - 4 * DAY), maya)
    visitors = {state: Browser(person) for state, person in people.items()}

    taken = {state: [] for state in visitors}
    for turn in range(ROUNDS + 5):
        for state, visitor in visitors.items():
            began = time.perf_counter()
            visitor.get("/family/shared/")
            if turn >= 5:
                taken[state].append(time.perf_counter() - began)

    medians = {state: median(seconds) for state, seconds in taken.items()}
    print({state: f"{1000 * seconds:.2f} ms" for state, seconds in medians.items()})
    assert max(medians.values()) / min(medians.values()) < 1.5


def test_an_agreed_restriction_of_one_category_hides_that_category_alone(aunt, maya):
    share("maya", aunt, at=STORY_TIME - 4 * DAY, categories=life.EVERYTHING)
    with as_owner():
        Restriction.objects.create(
            client=maya, recipient=aunt, categories=["streak"], state="agreed",
            asked_at=STORY_TIME - DAY, answered_at=STORY_TIME - DAY, answered_by=maya,
        )  # fmt: skip

    (card,) = shown(aunt).body["shared"]

    assert card["streak"] is None
    assert card["mood_trend"] is not None


def test_narrowing_takes_a_section_away_with_the_next_request_and_says_nothing(aunt, maya):
    """F-06: the page after a narrowing is the page of a consent that never had the category."""
    with as_owner():
        other = life.relative("ana")
    wide = share("maya", aunt, categories=[Category.STREAK, Category.MOOD_TREND])
    share("maya", other, categories=[Category.STREAK])
    shown(aunt)
    with as_owner():
        services.narrow(
            consent=wide, enrolment=Enrolment.objects.get(client=maya), remove=["mood_trend"],
            actor=Actor(role=Role.CLIENT, id=maya.pk), at=STORY_TIME,
        )  # fmt: skip

    assert shown(aunt).body == shown(other).body
