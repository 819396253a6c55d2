"""Guessing stays slow over all processes, and when the shared memory of tries is away."""

import os
import subprocess
import sys
import time
from uuid import uuid4

import pytest
from django.core.cache import caches

from tests.accounts.doors import Web, code_of

WRONG, WAIT = "email_password_mismatch", "too_many_login_attempts"
REDIS = "django.core.cache.backends.redis.RedisCache"
OURS = "backend.cache.SharedWhileItLasts"
CLOSED = "redis://127.0.0.1:9"  # nobody listens there


def _guess(email, times):
    return subprocess.Popen(
        [sys.executable, "-m", "tests.accounts.guess", email, str(times)],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_AS": "app"},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_two_processes_share_the_tries_at_one_account():
    email = f"{uuid4()}@example.com"

    guessing = [_guess(email, 4), _guess(email, 4)]
    said = [line for one in guessing for line in one.communicate(timeout=120)[0].split()]

    assert (said.count(WRONG), said.count(WAIT)) == (5, 3)


@pytest.fixture
def without_valkey(settings):
    """Take the shared cache away: nothing answers at its address."""
    settings.CACHES = {"default": {"BACKEND": OURS, "LOCATION": CLOSED}}
    yield
    caches["default"].instead.clear()


def test_people_sign_in_while_valkey_is_away(maya, without_valkey):
    began = time.monotonic()

    answer = Web().password(maya.email)

    assert answer.status_code == 200
    assert time.monotonic() - began < 5


def test_guessing_is_still_slow_while_valkey_is_away(maya, without_valkey):
    said = [Web().password(maya.email, "not hers").json()["errors"][0]["code"] for _ in range(7)]

    assert said == [WRONG] * 5 + [WAIT] * 2


def test_a_code_counts_once_while_valkey_is_away(okafor, without_valkey):
    first, second, code = Web(), Web(), code_of()
    first.password(okafor.email)
    second.password(okafor.email)

    answers = [
        device.auth("POST", "/auth/2fa/authenticate", {"code": code}).status_code
        for device in (first, second)
    ]

    assert answers == [200, 400]


def test_the_shared_memory_is_used_again_when_it_is_back(settings):
    settings.CACHES = {"default": {"BACKEND": OURS, "LOCATION": CLOSED}}
    away = caches["default"]
    away.set("here", 1, 60)
    there = os.environ["REDIS_URL"]
    settings.CACHES = {
        "default": {"BACKEND": OURS, "LOCATION": there},
        "shared": {"BACKEND": REDIS, "LOCATION": there},
    }
    key = str(uuid4())

    caches["default"].set(key, 2, 60)

    assert away.get("here") == 1
    assert caches["shared"].get(key) == 2
    caches["shared"].delete(key)
