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
from backend import demo
from core.models import OutboxEntry
from tests.journeys.chromium import chromium
from tests.journeys.live import PASSWORD, LiveSystem


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
    _processes.begin()
    yield _processes
    _processes.settle()
    for person_id, password in passwords.items():
        User.objects.filter(pk=person_id).update(password=password)


@pytest.fixture
def browser(live_system: LiveSystem, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    """A Chromium beside the running system. Its driver's loop runs in this thread, so Django must
    be told that looking into the database from here is meant.
    """
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    with chromium() as found:
        yield found
