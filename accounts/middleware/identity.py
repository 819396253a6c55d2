"""One transaction for each personal request, in which row security knows who is asking.

Order matters: SpeakTheirLanguage is outside all, so that every refusal is read; IdentityMiddleware
opens the transaction outside sessions; WhoIsAsking names the
person inside it, unless their session rested too long; SecondFactorGate keeps staff out until a
second factor was shown; SecurityTrail notes what changes about signing in.
"""

from collections.abc import Callable
from uuid import UUID

from allauth.headless.internal.sessionkit import authenticate_by_x_session_token, lookup_session
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.base import SessionBase
from django.db import Error as DatabaseTrouble
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from accounts import services
from accounts.access import address_of, asking
from accounts.access.staying import empty_session, look, was_ended
from accounts.models import User
from core import audit, clock, identity, words
from core.audit import Actor
from core.errors import Unavailable, plain_answer

GetResponse = Callable[[HttpRequest], HttpResponse]
API = "/api/"
SIGN_IN = "/_allauth/"
DENIED = (403, 404)


class SpeakTheirLanguage:
    """Answer in the language that the request asks for, until SecondFactorGate knows the person."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = words.language_for(request.headers.get("Accept-Language", ""))
        with translation.override(asked):
            response = self.get_response(request)
            if request.path.startswith((API, SIGN_IN)):
                # On every answer alike: whether it is there must not tell one refusal from another.
                response.headers.setdefault("Content-Language", translation.get_language() or asked)
        if "public" in response.headers.get("Cache-Control", ""):
            patch_vary_headers(response, ["Accept-Language"])
        return response


class IdentityMiddleware:
    """Wrap the request in a transaction; keep nothing of an answer that refuses or fails."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith((API, SIGN_IN)):
            return self.get_response(request)
        try:
            with transaction.atomic():
                response = self.get_response(request)
                # Sign-in answers 401 while it waits for a code, and must remember that it does.
                limit = 400 if request.path.startswith(API) else 500
                if response.status_code >= limit:
                    transaction.set_rollback(True)
            self._record_denied(request, response)
            if over := getattr(request, "session_over", None):
                services.keep_end(**over, address=address_of(request), at=clock.now())
        except DatabaseTrouble:  # also a connection that was closed under us
            return plain_answer(503, Unavailable.code, Unavailable.sentence)
        return response

    def _record_denied(self, request: HttpRequest, response: HttpResponse) -> None:
        """Leave an entry for a signed-in person who asked for what is not theirs to have."""
        person = asking(request) if hasattr(request, "user") else None
        if person is None or response.status_code not in DENIED or not request.resolver_match:
            return
        # The route's name and never its address: an address holds ids.
        route = request.resolver_match.view_name
        actor = Actor(role="person", id=person.pk, address=address_of(request))
        with identity.acting_for(person.pk):
            audit.record(
                actor=actor,
                action="denied",
                subject=route[:60],
                detail=str(response.status_code),
                at=clock.now(),
            )


class WhoIsAsking:
    """Name the person to row security, from the session cookie or an app's session token."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(SIGN_IN):
            identity.be_accounts()
            self._look_at_the_door(request)
        elif request.path.startswith(API):
            self._name(request)
            if getattr(request, "day_began", False) and (person := asking(request)):
                services.record_day(person=person, address=address_of(request), at=clock.now())
        return self.get_response(request)

    def _look_at_the_door(self, request: HttpRequest) -> None:
        """What rested too long is over for changes of the account as well."""
        if SESSION_KEY in request.session and isinstance(person := request.user, User):
            self._stays(request, person, request.session)

    def _name(self, request: HttpRequest) -> None:
        token = request.headers.get("X-Session-Token")
        if token:
            self._name_by_token(request, token)
        elif SESSION_KEY in request.session:
            identity.be_person(UUID(request.session[SESSION_KEY]))
            # The row is only visible to the person it is; a stale session finds nobody.
            person = request.user
            if not isinstance(person, User) or not self._stays(request, person, request.session):
                identity.be_nobody()
        else:
            ended = was_ended(request.session)
            request.session_ended = ended  # type: ignore[attr-defined]  # read by core.answers

    def _name_by_token(self, request: HttpRequest, token: str) -> None:
        identity.be_accounts()
        found = authenticate_by_x_session_token(token)
        if found is None or not self._stays(request, *found):
            ended = found is not None or was_ended(lookup_session(token))
            request.session_ended = ended  # type: ignore[attr-defined]  # read by core.answers
            identity.be_nobody()
            return
        request.app_user, request.session = found  # type: ignore[attr-defined]  # read by AppToken
        identity.be_person(found[0].pk)

    def _stays(self, request: HttpRequest, person: User, session: SessionBase) -> bool:
        """Say whether a session goes on; one that is over is kept as ended after the request."""
        why = look(request, person, session, at=clock.now())
        if not why:
            return True
        request.session_over = {  # type: ignore[attr-defined]  # read by IdentityMiddleware
            "key": session.session_key, "person_id": person.pk, "why": why,
        }  # fmt: skip
        request.session_ended = True  # type: ignore[attr-defined]  # read by core.answers
        request.session, request.user = empty_session(), AnonymousUser()
        return False
