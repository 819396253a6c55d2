"""What staff do with messages: look at dead letters, replay them; what is old is pruned."""

from datetime import timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured

from backend import env
from core.identity import System, acting_as
from core.models import AuditEntry, OutboxEntry
from delivery import services
from delivery.models import Delivery
from tests.conftest import as_owner


@pytest.fixture(autouse=True)
def empty(db):
    with as_owner():
        Delivery.objects.all().delete()
        OutboxEntry.objects.all().delete()


def a_delivery(person, at, **fields):
    values = {
        "person": person, "channel": "email", "kind": "reminder", "cause": f"x:{fields}",
        "due_at": at, "state": "sent", "settled_at": at, **fields,
    }  # fmt: skip
    with as_owner():
        return Delivery.objects.create(**values)


def dead(person, at, **fields):
    return a_delivery(person, at, state="failed", failure="refused with 550", **fields)


def test_ada_sees_what_was_given_up_on_and_not_for_whom(maya, ada, at, browser):
    letter = dead(maya, at)
    a_delivery(maya, at, cause="another")

    answer = browser(ada).get("/dead-letters/")

    (row,) = answer.body["results"]
    assert row["id"] == str(letter.pk)
    assert row["failure"] == "refused with 550"
    assert "maya" not in str(answer.body)
    assert str(maya.pk) not in str(answer.body)


def test_ada_replays_it_and_that_is_on_record(maya, ada, at, browser):
    letter = dead(maya, at, attempts=12)

    answer = browser(ada).post("/dead-letters/replay/", {"deliveries": [str(letter.pk)]})

    assert (answer.status, answer.body) == (200, {"replayed": 1})
    with as_owner():
        letter.refresh_from_db()
        entry = AuditEntry.objects.get(action="replay")
    assert (letter.state, letter.attempts, letter.settled_at) == ("retrying", 0, None)
    assert (entry.actor_id, entry.subject_id) == (ada.pk, letter.pk)


def test_what_is_not_dead_is_not_replayed(maya, ada, at, browser):
    sent = a_delivery(maya, at)

    answer = browser(ada).post("/dead-letters/replay/", {"deliveries": [str(sent.pk)]})

    assert answer.body == {"replayed": 0}


@pytest.mark.parametrize("deliveries", [[], ["x"], None, [1]])
def test_nonsense_is_refused_with_a_sentence(ada, browser, deliveries):
    answer = browser(ada).post("/dead-letters/replay/", {"deliveries": deliveries})

    assert answer.status == 400
    assert "deliveries" in answer.body["fields"]


def prune(at):
    with acting_as(System.KEEPER):
        return services.prune(at=at)


def test_what_was_settled_long_ago_goes_and_the_rest_stays(maya, at):
    old = at - timedelta(days=36)
    a_delivery(maya, old, cause="old")
    a_delivery(maya, at - timedelta(days=34), cause="young")
    dead(maya, old, cause="dead")
    dead(maya, at - timedelta(days=91), cause="long dead")
    a_delivery(maya, old, cause="waiting", state="queued", settled_at=None)

    gone = prune(at)

    with as_owner():
        left = set(Delivery.objects.values_list("cause", flat=True))
    assert (gone, left) == (2, {"young", "dead", "waiting"})


def test_news_that_was_handled_goes_after_a_week_and_what_was_parked_never(at):
    with as_owner():
        for state, settled in (("done", 8), ("done", 6), ("parked", 80)):
            OutboxEntry.objects.create(
                event="e", subscriber="s", payload={}, due_at=at, state=state,
                settled_at=at - timedelta(days=settled),
            )  # fmt: skip
        OutboxEntry.objects.create(event="e", subscriber="s", payload={}, due_at=at)

    gone = prune(at)

    with as_owner():
        left = sorted(OutboxEntry.objects.values_list("state", flat=True))
    assert (gone, left) == (1, ["done", "parked", "pending"])


def test_a_channel_without_an_agreement_does_not_start(monkeypatch):
    monkeypatch.delenv("PUSH_AGREEMENT", raising=False)

    with pytest.raises(ImproperlyConfigured, match="PUSH_AGREEMENT"):
        env.require_agreement("PUSH", on=True)
    assert env.require_agreement("PUSH", on=False) is False
    monkeypatch.setenv("PUSH_AGREEMENT", "2026-17")
    assert env.require_agreement("PUSH", on=True) is True
