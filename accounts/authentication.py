"""Who is asking, as DRF wants to hear it. WhoIsAsking has already found out."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework.authentication import BaseAuthentication, SessionAuthentication
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request

from accounts.models import User


class BrowserSession(SessionAuthentication):
    """A session cookie with its CSRF token; answers 401, not 403, when there is none."""

    def authenticate_header(self, request: Request) -> str:
        return "Session"

    def enforce_csrf(self, request: Request) -> None:
        try:
            super().enforce_csrf(request)
        except PermissionDenied:
            raise PermissionDenied(
                _("This page is out of date. Reload it and try again."), code="csrf_failed"
            ) from None


class AppToken(BaseAuthentication):
    """The X-Session-Token of an app."""

    def authenticate(self, request: Request) -> tuple[User, Any] | None:
        person = getattr(request._request, "app_user", None)
        return (person, request._request.session) if person else None

    def authenticate_header(self, request: Request) -> str:
        return "Session"
