"""How allauth behaves here: nobody signs up, secrets are sealed, mail goes by delivery."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest

from accounts import services
from accounts.access import staying
from accounts.services import SECOND_FACTOR
from core import clock, crypto

JUST_SIGNED_IN_SECONDS = 15 * 60  # long enough to fetch a phone and install an app


# What allauth calls the mail that it wants to send.
PASSWORD_LINK = "account/email/password_reset_key"  # noqa: S105  (a name)
UNKNOWN_ADDRESS = "account/email/unknown_account"
ADDRESS_CODES = ("account/email/email_confirmation", "account/email/email_confirmation_signup")


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
        staying.begin(request, user, at=clock.now())
        services.record_sign_in(person=user, address=self.get_client_ip(request), at=clock.now())
        return super().post_login(request, user, **kwargs)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        super().authentication_failed(request, **credentials)
        services.record_refused_sign_in(address=self.get_client_ip(request), at=clock.now())

    def pre_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> Any:
        """Let a passkey of the demo's cast open nothing where a password would not."""
        if user.is_demo and not settings.DEMO_ALLOWED:
            return self.respond_user_inactive(request, user)
        return super().pre_login(request, user, **kwargs)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Queue the kinds of mail that allauth may ask for; drop what names an account."""
        at = clock.now()
        if template_prefix == PASSWORD_LINK:
            services.send_new_password_link(email=email, link=context["password_reset_url"], at=at)
        elif template_prefix == UNKNOWN_ADDRESS:
            services.send_nothing(at=at)
        elif template_prefix in ADDRESS_CODES and "code" in context:
            language = context["user"].language
            services.send_address_code(email=email, language=language, code=context["code"], at=at)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Any,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Note and tell what only allauth knows; the trail does so for the rest."""
        address, at = self.get_client_ip(self.request), clock.now()
        if template_prefix == "account/email/password_reset":
            services.note_change(person=user, action="password_reset", address=address, at=at)
        elif template_prefix == "account/email/email_changed" and context:
            services.change_address(
                person=user, before=context["from_email"], after=context["to_email"],
                address=address, at=at,
            )  # fmt: skip


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """Seals TOTP secrets and recovery seeds, which allauth would keep in clear."""

    def encrypt(self, text: str) -> str:
        return crypto.seal(text, context=SECOND_FACTOR)

    def decrypt(self, encrypted_text: str) -> str:
        return crypto.unseal(encrypted_text, context=SECOND_FACTOR)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Name us on the list of a person's passkeys as the app is named."""
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return {**entity, "name": settings.MFA_TOTP_ISSUER}
