"""Signing in for real: a fast hash, as the cast was given one, and a cache of one's own."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache

from tests.accounts.doors import App, Web
from tests.conftest import FAST_HASH


@pytest.fixture(autouse=True)
def _own_cache_and_fast_hash(settings: Any) -> None:
    """Keep rate limits and used codes of one test from the next."""
    settings.PASSWORD_HASHERS = FAST_HASH
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()


@pytest.fixture
def web(db: None) -> Callable[[], Web]:
    """Return a function that opens a browser in which nobody is signed in."""
    return Web


@pytest.fixture
def app(db: None) -> Callable[[], App]:
    """Return a function that opens an app in which nobody is signed in."""
    return App
