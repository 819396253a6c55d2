"""How Django finds the person of a session."""

from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend

from accounts.models import User
from core.statements import Given, Selection, ask

_PERSON = Selection(lambda: User.objects.filter(pk=Given(1)))


class SignedInHere(AuthenticationBackend):  # type: ignore[misc]  # allauth ships no types
    """Allauth's own, with the one query of every request made ready."""

    def get_user(self, user_id: UUID) -> User | None:
        """Return an active person, if row security lets whoever asks see them."""
        (found,) = ask(_PERSON.of(user_id))
        return found[0] if found and self.user_can_authenticate(found[0]) else None
