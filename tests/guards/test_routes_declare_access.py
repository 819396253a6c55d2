"""Every view says in its own words who may call it; what is open to everybody has a reason."""

from rest_framework.permissions import AllowAny
from rest_framework.views import APIView

from core.permissions import DenyAll
from tests.guards.house import api_routes, routes

OPEN_TO_ALL = {
    "accept-invitation": "the person has no account yet; the secret of the invitation is the key",
    "accept-family-invitation": "whoever is asked has no account yet; link and code are the key",
    "guide": "somebody who is not here yet looks for the right place; it takes no answers",
    "calendar": "a calendar app has no cookie; the secret of the address is the key",
    "public-lessons": "reading needs no account, so that it confirms nothing",
    "public-lesson": "as the list",
    "program-facts": "the telephones of the programs stand on every door",
    "call-requests": "somebody without an account asks to be called",
    "trial-came": "a browser's worker may have no session; the trial's own id is the permission",
    "notice": "the notice to patients is posted for everybody, and holds nothing about anyone",
    "text-replies": "the text provider calls it, and its signature is the permission",
    "schema": "describes the API and holds nothing about anyone",
}
OUTSIDE_THE_API = {
    "healthz": "a load balancer asks whether the process lives",
    "readyz": "a load balancer asks whether it can work",
    "no-such-route": "answers every unknown data address alike",
    "web-app": "the page itself; help must open for everybody, signed in or not",
}


def test_every_api_view_states_its_own_permission():
    silent = [
        route.path
        for route in api_routes()
        if route.name not in OPEN_TO_ALL and "permission_classes" not in vars(route.view)
    ]

    assert silent == []


def test_only_listed_routes_are_open_to_everybody():
    for route in api_routes():
        if route.name in OPEN_TO_ALL:
            continue

        stated = route.view.permission_classes

        assert stated, route.path
        assert AllowAny not in stated, route.path
        assert DenyAll not in stated, route.path


def test_no_reason_for_openness_is_stale():
    names = {route.name for route in routes()}

    assert set(OPEN_TO_ALL) | set(OUTSIDE_THE_API) <= names


def test_routes_outside_the_api_are_listed():
    outside = {route.name for route in routes() if not route.path.startswith("api/v1/")}

    assert outside == set(OUTSIDE_THE_API)


def test_a_view_that_forgot_its_permission_is_closed():
    assert APIView.permission_classes == [DenyAll]
