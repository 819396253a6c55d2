"""The real web server, worker and mail sink beside the test database, for journeys.

`live_system` is what a journey asks for, with or without a browser. The processes run only for
the module that uses them: a worker that ran on would take up what other tests commit.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.hashers import make_password
from playwright.sync_api import Browser

from accounts.models import User
from backend import demo, demo_rota
from backend.management.commands.seed_demo import seed_lives
from core.models import OutboxEntry
from program.models import Session
from tests.journeys.chromium import chromium
from tests.journeys.live import PASSWORD, LiveSystem
from tests.skills.exercises import exercise
from tests.story import STORY_TIME


@pytest.fixture(scope="module")
def _processes(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: Any
) -> Iterator[LiveSystem]:
    """Start web, worker and mail on the servers of `make test`; the schedule is ours to tick.

    The cast's own news, which the worker takes up, waits again when it has stopped.
    """
    live = LiveSystem(tmp_path_factory.mktemp("live"))
    with django_db_blocker.unblock():
        waiting = OutboxEntry.objects.filter(state=OutboxEntry.State.PENDING)
        news = list(waiting.values_list("pk", flat=True))
    try:
        live.system.start_app("mail", "web", "worker")
        yield live
    finally:
        live.system.stop()
        with django_db_blocker.unblock():
            OutboxEntry.objects.filter(pk__in=news).update(
                state=OutboxEntry.State.PENDING, settled_at=None, attempts=0, failure=""
            )


@pytest.fixture
def live_system(committed: None, _processes: LiveSystem) -> Iterator[LiveSystem]:
    """The running system with the cast in it, everyone able to sign in; left as it was found."""
    passwords = dict(User.objects.values_list("pk", "password"))
    cast = [demo.key(someone.key) for someone in demo.CAST]
    User.objects.filter(pk__in=cast).update(password=make_password(PASSWORD, hasher="argon2"))
    demo_rota.seed_agreements(at=STORY_TIME)
    _processes.begin()
    yield _processes
    _processes.settle()
    for person_id, password in passwords.items():
        User.objects.filter(pk=person_id).update(password=password)


@pytest.fixture
def two_weeks(live_system: LiveSystem) -> Iterator[LiveSystem]:
    """What care left behind, as `make run` shows it, and an exercise of the clinic's own."""
    taught = dict(Session.objects.values_list("pk", "skill_slug"))
    seed_lives(at=STORY_TIME)
    live_system.sign_in("ada").post("/exercises/", exercise(slug="tea", title="Make tea"))
    yield live_system
    # New rows are deleted with the stage; this is what it changed of the cast's own.
    for session_id, slug in taught.items():
        Session.objects.filter(pk=session_id).update(skill_slug=slug)


@pytest.fixture
def agreed(live_system: LiveSystem) -> LiveSystem:
    """The running system in which the clients have read who reads what they write."""
    for key in ("maya", "ben"):
        phone = live_system.sign_in(key)
        version = phone.get("/me/agreements/").body["version"]
        phone.post("/me/agreements/", {"version": version, "accepted": True})
    return live_system


@pytest.fixture
def browser(live_system: LiveSystem, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    """A Chromium beside the running system. Its driver's loop runs in this thread, so Django must
    be told that looking into the database from here is meant.
    """
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    with chromium() as found:
        yield found
