"""Whatever goes wrong in a view is answered in one shape, without a word of anybody's."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.core.handlers.exception import convert_exception_to_response
from django.db import DataError, IntegrityError, OperationalError
from django.http import Http404
from django.test import RequestFactory
from rest_framework import exceptions

from accounts.access import person_of
from accounts.middleware import IdentityMiddleware
from alerts import tasks as alert_tasks
from core import tasks as core_tasks
from core.answers import answer
from core.errors import Conflict, NotVisible, Unavailable
from core.permissions import DenyAll

CASES = [
    (Http404("canary"), 404, "not_found"),
    (NotVisible(), 404, "not_found"),
    (PermissionDenied("canary"), 403, "permission_denied"),
    (IntegrityError("Key (note)=(canary) exists"), 409, "conflict"),
    (DataError("canary"), 400, "parse_error"),
    (OperationalError("canary"), 503, "unavailable"),
    (RequestDataTooBig("canary"), 413, "too_large"),
    (exceptions.ValidationError({"mood": ["Too high."]}), 400, "invalid"),
    (exceptions.ValidationError(["Not like this."]), 400, "invalid"),
    (exceptions.ValidationError({"mood": []}), 400, "invalid"),
    (exceptions.ValidationError({"a": {"b": ["Deep."]}}), 400, "invalid"),
    (exceptions.Throttled(wait=7), 429, "throttled"),
    (exceptions.PermissionDenied({"x": "y"}), 403, "refused"),
    (Conflict(), 409, "conflict"),
]


@pytest.mark.parametrize(("error", "status", "code"), CASES)
def test_each_fault_has_its_status_and_code(db, error, status, code):
    response = answer(error, {})

    assert (response.status_code, response.data["code"]) == (status, code)
    assert response.data["detail"]
    assert "canary" not in str(response.data)


def test_a_fault_of_our_own_is_not_dressed_up(db):
    assert answer(KeyError("canary"), {}) is None


def test_who_must_wait_is_told_how_long(db):
    assert answer(exceptions.Throttled(wait=7), {}).headers["Retry-After"] == "7"


def test_who_must_sign_in_is_told_how(db):
    error = exceptions.NotAuthenticated()
    error.auth_header = "Session"

    assert answer(error, {}).headers["WWW-Authenticate"] == "Session"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"mood": ["Too high."]}, "Too high."),
        ({"a": {"b": ["Deep."]}}, "Deep."),
        ({"mood": []}, "Something in this request is not right."),
    ],
)
def test_the_first_sentence_speaks_for_all(db, fields, sentence):
    assert answer(exceptions.ValidationError(fields), {}).data["detail"] == sentence


def test_when_the_database_is_away_the_phone_is_told_to_try_again(db):
    def away(request):
        raise OperationalError("canary")

    response = IdentityMiddleware(away)(RequestFactory().post("/api/v1/check-ins/"))

    assert response.status_code == 503
    assert Unavailable.sentence in response.content.decode()


def test_when_the_database_goes_away_before_a_view_the_phone_is_told_to_try_again(db):
    def away(request):
        raise OperationalError("canary")

    # As Django wraps every middleware below the outermost.
    inner = convert_exception_to_response(away)
    response = IdentityMiddleware(inner)(RequestFactory().post("/api/v1/check-ins/"))

    assert response.status_code == 503
    assert Unavailable.sentence in response.content.decode()


def test_a_mistake_of_ours_before_a_view_is_not_called_the_databases(db):
    def mistaken(request):
        raise LookupError("canary")

    inner = convert_exception_to_response(mistaken)
    response = IdentityMiddleware(inner)(RequestFactory().post("/api/v1/check-ins/"))

    assert response.status_code == 500
    assert "canary" not in response.content.decode()


def test_a_view_that_forgot_its_permission_lets_nobody_in(db):
    request = RequestFactory().get("/")
    request.user = AnonymousUser()

    assert not DenyAll().has_permission(request, None)
    with pytest.raises(NotVisible):
        person_of(request)


def test_the_workers_tasks_do_their_work(db):
    results = [
        core_tasks.drain_outbox(),
        alert_tasks.escalate_unanswered(),
        alert_tasks.sweep_missed_checkins(),
    ]

    assert results[0] >= 13
    assert results[1:] == [0, 0]
    assert core_tasks.drain_outbox() == 0


def test_healthz_answers_as_long_as_the_process_does(client):
    assert client.get("/healthz").json() == {"status": "ok"}


def test_readyz_names_the_part_that_does_not_answer(client, db, settings):
    forgetful = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    settings.CACHES = {"default": forgetful, "shared": forgetful}

    forgets = client.get("/readyz")
    settings.CACHES = {"default": {"BACKEND": "no.such.Cache"}}
    breaks = client.get("/readyz")

    assert (forgets.status_code, breaks.status_code) == (503, 503)
    assert forgets.json()["parts"]["broker"] == "forgets what it is told"
    assert breaks.json()["parts"]["broker"].startswith("does not answer (")
    assert forgets.json()["parts"]["database"] == "ok"
