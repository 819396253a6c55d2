"""Turns whatever a view raises into the one error shape. What may be raised is in errors.py."""

import logging
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db import DatabaseError, DataError, IntegrityError
from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.exceptions import ErrorDetail
from rest_framework.response import Response
from rest_framework.views import set_rollback

from core.errors import Conflict, NotVisible, Refused, Unavailable, body
from core.shapes import TooLarge

log = logging.getLogger(__name__)


def answer(error: Exception, context: dict[str, Any]) -> Response | None:
    """Turn an exception of a view into an answer; None lets it become a 500."""
    found = _translate(error, ended=getattr(context.get("request"), "session_ended", False))
    if isinstance(found, Refused):
        set_rollback()
        return Response(body(found.code, found.detail, **found.members), status=found.status)
    if isinstance(found, exceptions.APIException):
        set_rollback()
        return Response(_shape(found), status=found.status_code, headers=_headers(found))
    return None


def _translate(error: Exception, *, ended: bool) -> Exception:
    if isinstance(error, Http404):
        return NotVisible()
    if isinstance(error, exceptions.NotAuthenticated):
        error.detail = _signed_out(ended=ended)
    if isinstance(error, PermissionDenied):
        return exceptions.PermissionDenied()
    if isinstance(error, RequestDataTooBig):
        return TooLarge()
    if isinstance(error, IntegrityError):
        log.warning("refused by a constraint", exc_info=error)
        return Conflict()
    if isinstance(error, DataError):
        return exceptions.ParseError(_("A value cannot be stored."))
    if isinstance(error, DatabaseError):
        log.error("the database did not answer", exc_info=error)
        return Unavailable()
    return error


def _signed_out(*, ended: bool) -> ErrorDetail:
    if ended:
        sentence = _("You were signed out because nothing happened for a while.")
        return ErrorDetail(sentence, "session_ended")
    return ErrorDetail(_("Please sign in first."), "not_authenticated")


def _headers(error: exceptions.APIException) -> dict[str, str]:
    headers = {}
    if getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = str(error.auth_header)  # type: ignore[attr-defined]  # set by DRF
    if getattr(error, "wait", None):
        headers["Retry-After"] = str(int(error.wait))  # type: ignore[attr-defined]  # set by DRF
    return headers


def _shape(error: exceptions.APIException) -> dict[str, Any]:
    if isinstance(error, exceptions.ValidationError):
        fields = _speakable(error.detail if isinstance(error.detail, dict) else {"": error.detail})
        first = _first_sentence(fields)
        return body("invalid", first, fields=fields)
    code = error.get_codes()
    return body(code if isinstance(code, str) else "refused", str(error.detail))


def _speakable(value: Any) -> Any:
    """Copy what is answered without halves of characters: a name that was sent may hold one."""
    if isinstance(value, dict):
        return {_speakable(name): _speakable(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_speakable(item) for item in value]
    return str(value).encode("utf-8", "replace").decode()


def _first_sentence(fields: Any) -> str:
    while isinstance(fields, dict | list):
        fields = next(iter(fields.values() if isinstance(fields, dict) else fields), "")
    return str(fields) or _("Something in this request is not right.")
