"""The web app's page, and answers to addresses that lead nowhere."""

import sys

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe
from redis.exceptions import RedisError

from backend import page
from core.errors import NotVisible, Unavailable, plain_answer
from core.said import say

# In both languages at once: whoever needs this page may have chosen none.
HELP_WITHOUT_APP = """<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Foothold</title>
<h1>This page could not be opened</h1>
<p>Please try again in a moment. If you need help now:</p>
<ul><li>Emergency: <a href="tel:911">call 911</a></li>
<li>988 Lifeline: <a href="tel:988">call 988</a> or <a href="sms:988">text 988</a></li>
<li>Massachusetts Behavioral Health Help Line: <a href="tel:8337732445">833-773-2445</a></li></ul>
<div lang="es"><h2>Esta página no se pudo abrir</h2>
<p>Inténtelo otra vez en un momento. Si necesita ayuda ahora:</p>
<ul><li>Emergencia: <a href="tel:911">llame al 911</a></li>
<li>Línea 988: <a href="tel:988">llame al 988 y oprima el 2</a>, o
<a href="sms:988?body=AYUDA">envíe AYUDA al 988</a></li>
<li>Línea de ayuda de salud conductual de Massachusetts:
<a href="tel:8337732445">833-773-2445</a></li></ul></div>
</html>"""


@require_safe
def web_app(request: HttpRequest) -> HttpResponse:
    """Answer the web app's page on every path that is not data; its own router does the rest."""
    signed_out = settings.SESSION_COOKIE_NAME not in request.COOKIES
    text = page.written(
        settings.WEB_DIST,
        request.path,
        language=get_language_from_request(request),
        signed_out=signed_out,
    )
    if text is None:
        return HttpResponse(HELP_WITHOUT_APP, status=503)
    response = HttpResponse(text, content_type="text/html; charset=utf-8")
    response.headers["Cache-Control"] = "no-cache"
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    if signed_out:
        get_token(request)  # so that signing in need not ask for the cookie first
    return response


def no_such_route(request: HttpRequest) -> JsonResponse:
    """Answer a data address that does not exist exactly as one that is not visible."""
    return plain_answer(NotVisible.status, NotVisible.code, NotVisible.sentence)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a missing file; help is on this page too."""
    return HttpResponse(HELP_WITHOUT_APP, status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """Answer our own fault without a word about it, in the shape that was asked for."""
    if request.path.startswith(("/api/", "/_allauth/")):
        if isinstance(sys.exception(), OperationalError | InterfaceError | RedisError):
            # PostgreSQL or Valkey went away where no view of ours could say so.
            return plain_answer(Unavailable.status, Unavailable.code, Unavailable.sentence)
        sentence = say("Something went wrong on our side. Nothing was saved; please try again.")
        return plain_answer(500, "failed", sentence)
    return HttpResponse(HELP_WITHOUT_APP, status=500)
