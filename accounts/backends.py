"""How Django finds the person of a session, and which passwords it refuses."""

import re
from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.password_validation import CommonPasswordValidator

from accounts.models import User
from core.statements import Given, Selection, ask

_PERSON = Selection(lambda: User.objects.filter(pk=Given(1)))


class SignedInHere(AuthenticationBackend):  # type: ignore[misc]  # allauth ships no types
    """Allauth's own, with the one query of every request made ready."""

    def get_user(self, user_id: UUID) -> User | None:
        """Return an active person, if row security lets whoever asks see them."""
        (found,) = ask(_PERSON.of(user_id))
        return found[0] if found and self.user_can_authenticate(found[0]) else None


class CommonAtHeart(CommonPasswordValidator):
    """Refuses what is on the list of common passwords, and what is one of them made longer.

    Twelve characters are easily had by saying a word twice, or by putting a year behind it; whoever
    guesses does that too.
    """

    def validate(self, password: str, user: object = None) -> None:
        """Raise ValidationError, code password_too_common."""
        words = password.lower().strip()
        for form in {words, _core(words), _once(words), _once(_core(words))}:
            super().validate(form or words)


def _core(words: str) -> str:
    """Without the digits and signs around it."""
    return re.sub(r"^[\W\d_]+|[\W\d_]+$", "", words)


def _once(words: str) -> str:
    """What is said again and again, once."""
    found = re.fullmatch(r"(.+?)\1+", words)
    return found[1] if found else words
