"""Signing, inviting and accepting as people do it, through the app."""

import re
from datetime import timedelta

from allauth.core import ratelimit

from backend import demo
from delivery.models import Delivery
from family.models import Consent
from tests.conftest import as_owner
from tests.http import Browser

DAY = timedelta(days=1)
PASSWORD = "a long demo password"
NEW_PASSWORD = "seven quiet herons walk"


def wish(**changes):
    """Return what Maya would like to share with her aunt Lucia, who has no account."""
    return {
        "name": "Lucia Ortega", "email": "lucia@example.net", "relationship": "aunt",
        "categories": ["attendance", "mood_trend"], **changes,
    }  # fmt: skip


def previewed(person, **changes):
    """Return the text that would be signed."""
    return Browser(person).post("/consents/preview-text/", wish(**changes))


def signature(preview, **changes):
    """Return what is sent beside the terms to sign them."""
    return {"text_digest": preview["text_digest"], "adult": True, "password": PASSWORD, **changes}


def sign(person, **changes):
    """Read the text, sign it, and return the answer."""
    terms = wish(**changes)
    preview = Browser(person).post("/consents/preview-text/", terms).body
    extra = {"confirmed_again": preview["sensitive"]} if preview["sensitive"] else {}
    return Browser(person).post("/consents/", {**terms, **signature(preview), **extra})


def mailed(address="lucia@example.net"):
    """Return the messages that are on their way to an address, oldest first."""
    with as_owner():
        return list(Delivery.objects.filter(address=address).order_by("created_at"))


def token_in(message):
    """Return the secret that a message's link holds."""
    return re.fullmatch(r"/join#([\w-]{43})\.(en|es)", message.path)[1]


def accept(code, *, token=None, password=NEW_PASSWORD, **more):
    """Accept as somebody who is not signed in."""
    body = {"token": token or token_in(mailed()[-1]), "code": code, "password": password, **more}
    return Browser(None).post("/family/invitations/accept/", body)


def join(person, code, *, token=None):
    """Accept with the account one is signed in to."""
    body = {"token": token or token_in(mailed()[-1]), "code": code}
    return Browser(person).post("/family/invitations/join/", body)


def stored(consent_id):
    """Return a consent as it stands in the table."""
    with as_owner():
        return Consent.objects.get(pk=consent_id)


def forget_tries(request, *names):
    """Let the limits begin anew: they outlive a test's transaction."""
    for name in names:
        ratelimit.clear(request, action="prove_again", key=str(demo.key(name)))
    ratelimit.clear(request, action="accept")
