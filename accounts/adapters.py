"""How allauth behaves here: nobody signs up, secrets are sealed, mail goes by delivery."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from accounts import services
from accounts.services import SECOND_FACTOR
from core import clock, crypto


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Invitation only; every sign-in, refused or not, leaves an audit entry."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> Any:
        services.record_sign_in(person=user, address=_address(request), at=clock.now())
        return super().post_login(request, user, **kwargs)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        super().authentication_failed(request, **credentials)
        services.record_refused_sign_in(address=_address(request), at=clock.now())

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


def _address(request: HttpRequest) -> str | None:
    found = request.META.get("REMOTE_ADDR")
    return found if isinstance(found, str) and found else None
