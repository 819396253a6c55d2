"""News between apps: written with its cause, handled once, parked where staff see it."""

from datetime import timedelta
from itertools import count
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from accounts.models import Role, User
from core import identity, outbox
from core.identity import System
from core.models import AuditEntry, OutboxEntry
from tests.committed import app_login, at_once
from tests.conftest import as_owner
from tests.factories import someone
from tests.story import STORY_TIME

HEARD: list[UUID] = []


@pytest.fixture
def listeners(monkeypatch):
    """Forget who listens to what, and hear what `on_spoken` was told."""
    monkeypatch.setattr(outbox, "_subscriptions", {})
    HEARD.clear()
    yield
    HEARD.clear()


@pytest.fixture
def quiet(db):
    """Settle what the cast left behind, so that a test finds its own news alone."""
    with as_owner():
        OutboxEntry.objects.all().delete()


def on_spoken(*, word: UUID, at) -> None:
    HEARD.append(word)


def _speak(person: User, word: UUID, *, event: str = "test.spoken") -> None:
    with identity.acting_for(person.pk):
        outbox.publish(event, at=STORY_TIME, word=word)


def _entry() -> OutboxEntry:
    with as_owner():
        return OutboxEntry.objects.get()


def _drain(after: timedelta = timedelta(0)) -> int:
    return outbox.drain(clock=lambda: STORY_TIME + after)


def test_news_is_handled_once(listeners, quiet, maya):
    outbox.subscribe("test.spoken", acts_as=System.ASSESSOR)(on_spoken)
    word = uuid4()
    _speak(maya, word)

    handled = [_drain(), _drain()]

    assert handled == [1, 0]
    assert [word] == HEARD
    assert (_entry().state, _entry().settled_at) == ("done", STORY_TIME)


def test_a_long_backlog_is_left_in_time_for_the_next_run(listeners, quiet, maya):
    outbox.subscribe("test.spoken", acts_as=System.ASSESSOR)(on_spoken)
    for _ in range(4):
        _speak(maya, uuid4())
    # Each look at the clock is a quarter of a minute later than the one before.
    moments = count()

    handled = outbox.drain(clock=lambda: STORY_TIME + timedelta(seconds=15 * next(moments)))

    assert handled == 2
    assert len(HEARD) == 2


def test_each_subscriber_has_an_entry_of_its_own(listeners, quiet, maya):
    def on_spoken_too(*, word, at):
        raise ValueError

    def on_other(*, word, at):
        HEARD.append(word)

    outbox.subscribe("test.spoken", acts_as=System.ASSESSOR)(on_spoken)
    outbox.subscribe("test.spoken", acts_as=System.CARRIER)(on_spoken_too)
    outbox.subscribe("test.other", acts_as=System.CARRIER)(on_other)
    _speak(maya, uuid4())

    _drain()

    with as_owner():
        states = dict(OutboxEntry.objects.values_list("subscriber", "state"))
    assert sorted(states.values()) == ["done", "pending"]
    assert len(HEARD) == 1


def test_a_handler_listens_to_one_event(listeners):
    outbox.subscribe("test.spoken", acts_as=System.ASSESSOR)(on_spoken)

    with pytest.raises(ValueError, match="listens already"):
        outbox.subscribe("test.other", acts_as=System.ASSESSOR)(on_spoken)


def test_news_that_nobody_listens_to_is_not_kept(listeners, quiet, maya):
    _speak(maya, uuid4())

    with as_owner():
        assert not OutboxEntry.objects.exists()


def test_news_goes_with_the_cause_that_was_rolled_back(listeners, quiet, maya):
    outbox.subscribe("test.spoken", acts_as=System.ASSESSOR)(on_spoken)

    def fails_after_speaking():
        with identity.acting_for(maya.pk):
            outbox.publish("test.spoken", at=STORY_TIME, word=uuid4())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails_after_speaking()

    with as_owner():
        assert not OutboxEntry.objects.exists()


def test_news_is_nudged_on_commit_and_not_before(
    listeners, quiet, maya, monkeypatch, django_capture_on_commit_callbacks
):
    outbox.subscribe("test.spoken", acts_as=System.ASSESSOR)(on_spoken)
    nudged = []
    monkeypatch.setattr(outbox, "nudge", type("Nudge", (), {"send": lambda: nudged.append(1)}))

    with django_capture_on_commit_callbacks(execute=True):
        _speak(maya, uuid4())
        assert nudged == []

    assert nudged == [1]


def test_a_handler_acts_as_its_own_part_of_the_program(listeners, quiet, maya):
    def who(*, word, at):
        with connection.cursor() as cursor:
            cursor.execute("SELECT app_system(), app_person()")
            HEARD.append(cursor.fetchone())

    outbox.subscribe("test.spoken", acts_as=System.CARRIER)(who)
    _speak(maya, uuid4())

    _drain()

    assert HEARD == [("carrier", None)]


def test_the_rows_of_a_handler_that_fails_are_rolled_back_and_the_failure_is_counted(
    listeners, quiet, maya
):
    def on_writing(*, word, at):
        AuditEntry.objects.bulk_create(
            [
                AuditEntry(
                    id=word, chain="assessor", at=at, actor_role="assessor", action="x",
                    subject="y",
                )
            ]
        )  # fmt: skip
        raise KeyError("maya@example.org said something")

    outbox.subscribe("test.spoken", acts_as=System.ASSESSOR)(on_writing)
    word = uuid4()
    _speak(maya, word)

    _drain()

    entry = _entry()
    with as_owner():
        assert not AuditEntry.objects.filter(pk=word).exists()
    assert (entry.state, entry.attempts) == ("pending", 1)
    assert entry.due_at == STORY_TIME + timedelta(seconds=1)
    assert entry.failure.startswith("KeyError in on_writing:")
    assert "maya" not in entry.failure


def test_a_handler_that_the_database_refuses_is_counted_and_the_others_go_on(
    listeners, quiet, maya
):
    def on_refused(*, word, at):
        User.objects.update(name="x")
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 / 0")

    outbox.subscribe("test.refused", acts_as=System.ASSESSOR)(on_refused)
    outbox.subscribe("test.spoken", acts_as=System.ASSESSOR)(on_spoken)
    _speak(maya, uuid4(), event="test.refused")
    _speak(maya, uuid4())

    handled = _drain()

    assert handled == 2
    assert len(HEARD) == 1


def test_pauses_double_up_to_a_limit_and_then_the_entry_is_parked(listeners, quiet, maya):
    def on_failing(*, word, at):
        raise ValueError

    outbox.subscribe("test.spoken", acts_as=System.ASSESSOR)(on_failing)
    _speak(maya, uuid4())
    moment, pauses = STORY_TIME, []

    for _ in range(outbox.LAST_ATTEMPT):
        outbox.drain(clock=lambda now=moment: now)
        pauses.append((_entry().due_at - moment).total_seconds())
        moment = max(_entry().due_at, moment)

    entry = _entry()
    assert pauses[:-1] == [1, 2, 4, 8, 16, 32, 64, 128, 256]
    assert (entry.state, entry.attempts, entry.settled_at) == ("parked", 10, moment)
    assert outbox.backlog(at=moment) == (1, timedelta(0))
    assert _drain(timedelta(days=1)) == 0


def test_a_pause_is_never_longer_than_five_minutes(listeners, quiet, maya, monkeypatch):
    def on_failing(*, word, at):
        raise ValueError

    monkeypatch.setattr(outbox, "LAST_ATTEMPT", 30)
    outbox.subscribe("test.spoken", acts_as=System.ASSESSOR)(on_failing)
    _speak(maya, uuid4())
    with as_owner():
        OutboxEntry.objects.update(attempts=20)

    _drain()

    assert _entry().due_at == STORY_TIME + timedelta(minutes=5)


def test_news_for_a_subscriber_that_is_gone_waits_and_says_so(listeners, quiet, maya):
    outbox.subscribe("test.spoken", acts_as=System.ASSESSOR)(on_spoken)
    _speak(maya, uuid4())
    outbox._subscriptions.clear()

    _drain()

    assert (_entry().state, _entry().failure) == ("pending", "no such subscriber")


def test_news_with_a_payload_that_cannot_be_read_does_not_stop_what_is_behind_it(
    listeners, quiet, maya
):
    outbox.subscribe("test.spoken", acts_as=System.ASSESSOR)(on_spoken)
    _speak(maya, uuid4())
    with as_owner():
        OutboxEntry.objects.update(payload={"word": "no uuid"}, due_at=STORY_TIME - timedelta(1))
    _speak(maya, uuid4())

    handled = _drain()

    assert handled == 2
    assert len(HEARD) == 1


def test_a_full_round_asks_for_another(listeners, quiet, maya, monkeypatch):
    nudged = []
    monkeypatch.setattr(outbox, "nudge", type("Nudge", (), {"send": lambda: nudged.append(1)}))
    outbox.subscribe("test.spoken", acts_as=System.ASSESSOR)(on_spoken)
    for _ in range(3):
        _speak(maya, uuid4())

    handled = outbox.drain(clock=lambda: STORY_TIME, most=2)

    assert handled == 2
    assert nudged == [1]


def test_parked_news_can_be_released(listeners, quiet, maya):
    outbox.subscribe("test.spoken", acts_as=System.ASSESSOR)(on_spoken)
    _speak(maya, uuid4())
    with as_owner():
        OutboxEntry.objects.update(state="parked", attempts=10, settled_at=STORY_TIME)

    released = outbox.release_parked(at=STORY_TIME)
    _drain()

    assert released == 1
    assert (_entry().state, _entry().attempts) == ("done", 1)


def _ready(browser) -> dict:
    answer = browser(None).client.get("/readyz")
    return {"status": answer.status_code, **answer.json()["parts"]}


def test_readyz_names_parked_and_stale_news(listeners, quiet, browser, maya):
    outbox.subscribe("test.spoken", acts_as=System.ASSESSOR)(on_spoken)
    well = _ready(browser)
    with identity.acting_for(maya.pk):
        outbox.publish("test.spoken", at=STORY_TIME - timedelta(days=2), word=uuid4())

    stale = _ready(browser)
    with as_owner():
        OutboxEntry.objects.update(state="parked", settled_at=STORY_TIME)
    parked = _ready(browser)

    assert well["outbox"] == "ok"
    assert "is a worker running?" in stale["outbox"]
    assert parked["outbox"].startswith("1 entries were given up on")
    assert (stale["status"], parked["status"]) == (503, 503)


@pytest.mark.usefixtures("listeners", "committed")
def test_two_drains_at_once_handle_each_entry_once():
    outbox.subscribe("test.spoken", acts_as=System.ASSESSOR)(on_spoken)
    noor = someone("noor", Role.CLIENT)
    words = [uuid4() for _ in range(30)]
    long_ago = STORY_TIME - timedelta(days=400)  # before any news of the cast
    with app_login():
        for word in words:
            with identity.acting_for(noor.pk):
                outbox.publish("test.spoken", at=long_ago, word=word)

    handled = at_once(2, lambda number: outbox.drain(clock=lambda: long_ago))

    assert sum(handled) == 30
    assert sorted(HEARD) == sorted(words)


def test_maya_cannot_read_news_and_nobody_cannot_write_any(listeners, quiet, maya):
    outbox.subscribe("test.spoken", acts_as=System.ASSESSOR)(on_spoken)
    _speak(maya, uuid4())

    with identity.acting_for(maya.pk):
        seen = OutboxEntry.objects.count()
    identity.be_nobody()
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        outbox.publish("test.spoken", at=STORY_TIME, word=uuid4())

    assert seen == 0
