"""The stage: a migrated database, the cast in it, and the app's own database role on the line.

Every test runs in one transaction that is rolled back. Code under test runs as the app's role, so
row security is real; `as_owner()` steps outside of it to arrange and to look.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import override_settings

from accounts.models import User
from backend import demo
from core.identity import APP_ROLE
from tests.committed import as_it_was
from tests.http import Browser
from tests.story import STORY_TIME

FAST_HASH = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@contextmanager
def as_owner() -> Iterator[None]:
    """Arrange or look as the owner, whom row security does not bind."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('role')")
        role = cursor.fetchone()[0]
        cursor.execute("SET ROLE NONE")
        try:
            yield
        finally:
            if not connection.needs_rollback:
                cursor.execute(f"SET ROLE {role}")


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: pytest.FixtureRequest) -> None:
    """Use the database that `make test` prepared and migrated; make sure that the cast is there."""
    with django_db_blocker.unblock(), override_settings(PASSWORD_HASHERS=FAST_HASH):
        demo.seed(password="a long demo password", totp_secret="JBSWY3DPEHPK3PXP", at=STORY_TIME)
        connection.close()


@pytest.fixture(autouse=True)
def _app_role(request: pytest.FixtureRequest) -> Iterator[None]:
    """Put the app's role on the connection of every test that uses the database."""
    if "db" not in request.fixturenames and not request.node.get_closest_marker("django_db"):
        yield
        return
    request.getfixturevalue("db")
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {APP_ROLE}")
    yield
    if not connection.needs_rollback:
        with connection.cursor() as cursor:
            cursor.execute("SET ROLE NONE")


@pytest.fixture
def at() -> datetime:
    """The moment at which the stories are told."""
    return STORY_TIME


def _person(name: str) -> Callable[[None], User]:
    @pytest.fixture(name=name)
    def someone(db: None) -> User:
        with as_owner():
            return User.objects.get(pk=demo.key(name))

    return someone


maya, ben, okafor, nadia, lee, grace, rosa, tom, ada = (
    _person(someone.key) for someone in demo.CAST
)


@pytest.fixture
def stranger(db: None) -> User:
    """A client with an account and nothing else."""
    with as_owner():
        return User.objects.create(email="stranger@example.org", name="Sam", roles=["client"])


@pytest.fixture
def browser() -> Callable[..., Browser]:
    """Return a function that signs a person in: browser(maya).get("/check-ins/")."""

    def sign_in(person: User | None = None) -> Browser:
        return Browser(person)

    return sign_in


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Let a test commit for real, as the owner; delete what it made when it is over."""
    with django_db_blocker.unblock(), as_it_was():
        yield
