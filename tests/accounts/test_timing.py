"""Nobody finds out by the clock whether somebody has an account here."""

import time
from statistics import median

import pytest
from django.core.cache import cache

from tests.accounts.doors import Web
from tests.conftest import as_owner

ROUNDS, WARM = 12, 2
ARGON = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
FAST = "django.contrib.auth.hashers.MD5PasswordHasher"
UNKNOWN = "nobody{}@example.com"


@pytest.fixture(autouse=True)
def _without_limits(settings):
    settings.ACCOUNT_RATE_LIMITS = False


def _medians(ask, known):
    """Interleave requests about a known and an unknown address; return the median of each."""
    taken = {"known": [], "unknown": []}
    for turn in range(ROUNDS + WARM):
        for name, email in (("known", known), ("unknown", UNKNOWN.format(turn))):
            cache.clear()
            device = Web()
            device.api("GET", "/me/")
            began = time.perf_counter()
            ask(device, email)
            if turn >= WARM:
                taken[name].append(time.perf_counter() - began)
    found = {name: median(seconds) for name, seconds in taken.items()}
    print({name: f"{1000 * seconds:.2f} ms" for name, seconds in found.items()})
    return found


def _alike(found):
    return max(found.values()) / min(found.values()) < 1.5


def test_a_refused_sign_in_takes_as_long_for_a_known_address(maya, settings):
    settings.PASSWORD_HASHERS = [*ARGON, FAST]
    with as_owner():
        maya.set_password("a long demo password")
        maya.save(update_fields=["password"])

    def refused(device, email):
        body = {"email": email, "password": "not the password"}
        assert device.auth("POST", "/auth/login", body).status_code == 400

    assert _alike(_medians(refused, maya.email))


def test_asking_for_a_new_password_takes_as_long_for_a_known_address(maya):
    def asked(device, email):
        answer = device.auth("POST", "/auth/password/request", {"email": email})
        assert answer.status_code == 200

    assert _alike(_medians(asked, maya.email))
