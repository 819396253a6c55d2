"""Every text that leaves the building, in every language. Nothing is ever put into them but a link.

No name, no place, no condition, no feeling: a message on a locked screen tells nobody anything.
A person may ask for plainer words for their reminders (`PLAIN`); those name a thing to look at,
and still nothing that says who or what the program is for. Codes stand where others have a link.
"""

from dataclasses import dataclass

from django.db import models


class Kind(models.TextChoices):
    """What a message is for; inside only, never shown."""

    ALERT = "alert"
    DIGEST = "digest"
    REMINDER = "reminder"
    UPDATE = "update"
    INVITATION = "invitation"
    NEW_PASSWORD = "new_password"  # noqa: S105  (a kind of message)
    ACCOUNT = "account"
    ADDRESS_CODE = "address_code"
    CODE = "code"
    TEST = "test"


# What holds a code where others hold a link: in a text, and in an e-mail.
CODES = frozenset({Kind.CODE, Kind.ADDRESS_CODE})


@dataclass(frozen=True)
class Wording:
    """A subject and a text. {link}, or in a code's text {code}, is the only gap."""

    subject: str
    text: str

    @property
    def line(self) -> str:
        """The first line of the text: what a push shows under the subject."""
        return self.text.partition("\n")[0]


WORDINGS: dict[str, dict[str, Wording]] = {
    Kind.ALERT: {
        "en": Wording("1 item needs review", "1 item needs review.\n\n{link}\n"),
        "es": Wording("1 elemento por revisar", "Hay 1 elemento por revisar.\n\n{link}\n"),
    },
    Kind.DIGEST: {
        "en": Wording("Items need review", "Items need review.\n\n{link}\n"),
        "es": Wording("Elementos por revisar", "Hay elementos por revisar.\n\n{link}\n"),
    },
    Kind.REMINDER: {
        "en": Wording("You have an update", "You have an update. Open the app.\n\n{link}\n"),
        "es": Wording("Tiene una novedad", "Tiene una novedad. Abra la aplicación.\n\n{link}\n"),
    },
    # What passes between people, in the words of a reminder: nobody can tell which it was.
    Kind.UPDATE: {
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
    # Something about how a person signs in; what it was is only said inside.
    Kind.ACCOUNT: {
        "en": Wording(
            "Your account was changed",
            "Something about how you sign in was changed. If that was you, there is nothing to do."
            " If not, open this link.\n\n{link}\n",
        ),
        "es": Wording(
            "Su cuenta cambió",
            "Algo cambió en la forma de entrar a su cuenta. Si fue usted, no tiene que hacer nada."
            " Si no, abra este enlace.\n\n{link}\n",
        ),
    },
    Kind.ADDRESS_CODE: {
        "en": Wording(
            "Your code",
            "Your code is {code}. It works for 15 minutes.\n\n"
            "If you did not ask for it, you can ignore this message.\n",
        ),
        "es": Wording(
            "Su código",
            "Su código es {code}. Vale 15 minutos.\n\n"
            "Si no lo pidió, puede ignorar este mensaje.\n",
        ),
    },
    Kind.CODE: {
        "en": Wording(
            "Your code", "Your code is {code}. It works for 10 minutes. Reply STOP to end texts.\n"
        ),
        "es": Wording(
            "Su código",
            "Su código es {code}. Vale 10 minutos. Responda STOP para no recibir más.\n",
        ),
    },
    Kind.TEST: {
        "en": Wording("This works", "This works. You asked for it in the app.\n\n{link}\n"),
        "es": Wording("Funciona", "Funciona. Lo pidió en la aplicación.\n\n{link}\n"),
    },
}

# For reminders of who asked for plain words, by what the reminder is about.
PLAIN: dict[str, dict[str, Wording]] = {
    "session": {
        "en": Wording("Coming up soon", "Something in your calendar starts soon.\n\n{link}\n"),
        "es": Wording("Dentro de poco", "Algo de su calendario empieza pronto.\n\n{link}\n"),
    },
    "check_in": {
        "en": Wording("A few questions", "A few questions are open for today.\n\n{link}\n"),
        "es": Wording("Unas preguntas", "Hay unas preguntas abiertas para hoy.\n\n{link}\n"),
    },
    "evening_goal": {
        "en": Wording("How today went", "Say in one tap how today went.\n\n{link}\n"),
        "es": Wording("Cómo fue el día", "Diga con un toque cómo fue el día.\n\n{link}\n"),
    },
    "exercise": {
        "en": Wording("Still open today", "One thing on your list is still open.\n\n{link}\n"),
        "es": Wording("Abierto hoy", "Queda una cosa abierta en su lista.\n\n{link}\n"),
    },
    "questionnaire": {
        "en": Wording("A form is ready", "A form is ready for you.\n\n{link}\n"),
        "es": Wording("Un formulario", "Hay un formulario listo para usted.\n\n{link}\n"),
    },
    "medication": {
        "en": Wording("Time for your list", "It is time for the next thing on it.\n\n{link}\n"),
        "es": Wording("Hora de su lista", "Es hora de lo siguiente de ella.\n\n{link}\n"),
    },
    "changed": {
        "en": Wording("A time has changed", "A time in your calendar has changed.\n\n{link}\n"),
        "es": Wording("Cambió una hora", "Cambió una hora de su calendario.\n\n{link}\n"),
    },
    "cancelled": {
        "en": Wording("Called off", "Something in your calendar was called off.\n\n{link}\n"),
        "es": Wording("Se anuló algo", "Se anuló algo de su calendario.\n\n{link}\n"),
    },
    "refill": {
        "en": Wording("A date is near", "A date that you noted is near.\n\n{link}\n"),
        "es": Wording("Se acerca un día", "Se acerca un día que usted anotó.\n\n{link}\n"),
    },
}  # fmt: skip


def wording(kind: str, language: str, *, tone: str = "") -> Wording:
    """Return the words of a kind in a language (English when it has none).

    `tone` names plain words of a reminder; one that is not written becomes the discreet words.
    """
    plain = PLAIN.get(tone) if kind == Kind.REMINDER else None
    choices = plain or WORDINGS[kind]
    return choices.get(language.partition("-")[0], choices["en"])


def words(kind: str, language: str, *, link: str, tone: str = "") -> tuple[str, str]:
    """Return subject and text of a kind in a language. A code stands where others have a link."""
    chosen = wording(kind, language, tone=tone)
    gap = "{code}" if kind in CODES else "{link}"
    return chosen.subject, chosen.text.replace(gap, link)
