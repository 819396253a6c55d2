"""Every text that leaves the building, in every language. Nothing is ever put into them but a link.

No name, no place, no condition, no feeling: a message on a locked screen tells nobody anything.
"""

from dataclasses import dataclass

from django.db import models


class Kind(models.TextChoices):
    """What a message is for; inside only, never shown."""

    ALERT = "alert"
    REMINDER = "reminder"
    INVITATION = "invitation"
    NEW_PASSWORD = "new_password"  # noqa: S105  (a kind of message)


@dataclass(frozen=True)
class Wording:
    """A subject and a text. {link} is the only gap."""

    subject: str
    text: str


WORDINGS: dict[str, dict[str, Wording]] = {
    Kind.ALERT: {
        "en": Wording("1 item needs review", "1 item needs review.\n\n{link}\n"),
        "es": Wording("1 elemento por revisar", "Hay 1 elemento por revisar.\n\n{link}\n"),
    },
    Kind.REMINDER: {
        "en": Wording("You have an update", "You have an update. Open the app.\n\n{link}\n"),
        "es": Wording("Tiene una novedad", "Tiene una novedad. Abra la aplicación.\n\n{link}\n"),
    },
    Kind.INVITATION: {
        "en": Wording(
            "You have been invited",
            "Someone invited you to open an account.\n\n{link}\n\n"
            "The link works once. If you did not expect it, you can ignore this message.\n",
        ),
        "es": Wording(
            "Tiene una invitación",
            "Alguien le invitó a abrir una cuenta.\n\n{link}\n\n"
            "El enlace funciona una sola vez. Si no lo esperaba, puede ignorar este mensaje.\n",
        ),
    },
    Kind.NEW_PASSWORD: {
        "en": Wording(
            "Choose a new password",
            "Use this link to choose a new password.\n\n{link}\n\n"
            "If you did not ask for it, you can ignore this message.\n",
        ),
        "es": Wording(
            "Elija una contraseña nueva",
            "Use este enlace para elegir una contraseña nueva.\n\n{link}\n\n"
            "Si no lo pidió, puede ignorar este mensaje.\n",
        ),
    },
}


def words(kind: str, language: str, *, link: str) -> tuple[str, str]:
    """Return subject and text of a kind in a language (English when it has none)."""
    choices = WORDINGS[kind]
    wording = choices.get(language.partition("-")[0], choices["en"])
    return wording.subject, wording.text.replace("{link}", link)
