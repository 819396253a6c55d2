"""How allauth behaves here: nobody signs up, secrets are sealed, mail goes by delivery."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest

from accounts import services
from accounts.services import SECOND_FACTOR
from core import clock, crypto

STAFF_SESSION_SECONDS = 12 * 60 * 60
JUST_SIGNED_IN_SECONDS = 15 * 60  # long enough to fetch a phone and install an app


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Invitation only; every sign-in, refused or not, leaves an audit entry."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """Let nobody of the demo in where the demo has no business."""
        person = super().authenticate(request, **credentials)
        return None if person and person.is_demo and not settings.DEMO_ALLOWED else person

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Ask once more, except of someone who just signed in and sets up a first factor."""
        required: bool = super().is_reauthentication_required(app=app)
        if not required or app != "allauth.mfa" or is_mfa_enabled(self.request.user):
            return required
        records = get_authentication_records(self.request, self.request.user)
        since = clock.now().timestamp() - JUST_SIGNED_IN_SECONDS
        return not any(record["at"] >= since for record in records)

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> Any:
        if user.is_staff_member:
            # A shared desk must not stay open for ever: staff sign in once a shift.
            request.session.set_expiry(STAFF_SESSION_SECONDS)
        services.record_sign_in(person=user, address=self.get_client_ip(request), at=clock.now())
        return super().post_login(request, user, **kwargs)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        super().authentication_failed(request, **credentials)
        services.record_refused_sign_in(address=self.get_client_ip(request), at=clock.now())

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Queue the one kind of mail that allauth may ask for; drop what names an account."""
        link = context.get("password_reset_url")
        if template_prefix == "account/email/password_reset_key" and link:
            services.send_new_password_link(email=email, link=link, at=clock.now())


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """Seals TOTP secrets and recovery seeds, which allauth would keep in clear."""

    def encrypt(self, text: str) -> str:
        return crypto.seal(text, context=SECOND_FACTOR)

    def decrypt(self, encrypted_text: str) -> str:
        return crypto.unseal(encrypted_text, context=SECOND_FACTOR)
