"""What the screens of family say, word for word: before a press, on a form, after a note."""

import json
from functools import cache
from typing import Any

from family.texts.phrases import CONTENT

STRAIN_VERSION = "strain-1"
# Numbers that stand on the help screen too, and no others.
HELP_LINES = (
    # Names in every language, the number to call, the number to text.
    ({"en": "Emergency", "es": "Emergencia"}, "911", ""),
    ({"en": "Suicide & Crisis Lifeline", "es": "Línea de prevención y crisis"}, "988", "988"),
    (
        {"en": "Behavioral Health Help Line", "es": "Línea de ayuda de salud conductual"},
        "833-773-2445",
        "833-773-2445",
    ),
)
SAYS: dict[str, dict[str, str]] = {
    # A client, before they press.
    "call_me": {
        "en": (
            "They get a short message that names nobody: “You have an update.” In the app they"
            " see that you ask for a call. It may take a while. Foothold cannot know if they look,"
            " and nobody else is told. If it is urgent, call or text 988. In danger, call 911."
            " Those are faster."
        ),
        "es": (
            "Le llega un mensaje corto que no nombra a nadie: «Tiene una novedad». En la"
            " aplicación ve que usted pide una llamada. Puede tardar. Foothold no sabe si mira, y"
            " no se avisa a nadie más. Si es urgente, llame o mande un texto al 988. Si hay"
            " peligro, llame al 911. Eso es más rápido."
        ),
    },
    # A family member, above the form of a note to their relative.
    "encouragement": {
        "en": (
            "Nobody reads this in a hurry. Notes are shown when your relative chooses to read"
            " them. You will not see if they did. If you are worried about somebody’s safety, call"
            " 911 or 988."
        ),
        "es": (
            "Nadie lee esto con prisa. Las notas se muestran cuando su familiar elige leerlas."
            " Usted no verá si lo hizo. Si le preocupa la seguridad de alguien, llame al 911 o"
            " al 988."
        ),
    },
    # A client, above thanks and milestones.
    "thanks": {
        "en": "They see this note on their page as long as you share notes with them.",
        "es": "Ve esta nota en su página mientras usted comparta notas con esa persona.",
    },
    # Anybody with a family account, above the note to the care team, and after it.
    "team_note": {
        "en": (
            "This note goes one way. Staff read notes in working hours, not at once. In danger,"
            " call 911. For a crisis of any kind, call or text 988, day and night."
        ),
        "es": (
            "Esta nota va en un solo sentido. El personal lee las notas en horas de trabajo, no"
            " al momento. Si hay peligro, llame al 911. En cualquier crisis, llame o mande un"
            " texto al 988, de día y de noche."
        ),
    },
    "team_note_received": {
        "en": (
            "Received. Staff may not be able to answer. The law lets a program speak of a person"
            " only if that person said yes in writing. It may not even say whether somebody is"
            " here. Staff are free to listen."
        ),
        "es": (
            "Recibida. Puede que el personal no pueda contestar. La ley deja que un programa"
            " hable de una persona solo si esa persona dijo que sí por escrito. Ni siquiera puede"
            " decir si alguien está aquí. El personal sí puede escuchar."
        ),
    },
    "worried_now": {
        "en": "Call first. 911 when there is danger. 988 to talk it through. Then send the note.",
        "es": "Primero llame. Al 911 si hay peligro. Al 988 para hablarlo. Después mande la nota.",
    },
    "meetings": {
        "en": "You see when and where. What is spoken about stays between the people who come.",
        "es": "Usted ve cuándo y dónde. De qué se habla queda entre quienes asisten.",
    },
}


def says(key: str, language: str) -> str:
    """Return one of these texts in a language, English where there is none."""
    return SAYS[key].get(language.partition("-")[0], SAYS[key]["en"])


def help_lines(language: str) -> list[dict[str, str]]:
    """Return who helps at once, as the help screen names them."""
    short = language.partition("-")[0]
    return [
        {"name": names.get(short, names["en"]), "call": call, "text": text}
        for names, call, text in HELP_LINES
    ]


@cache
def _strain() -> dict[str, Any]:
    path = CONTENT / "strain" / f"{STRAIN_VERSION}.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def strain_form(language: str) -> dict[str, Any]:
    """Return the form on strain: lead, scale, items, and the words of each band."""
    forms = _strain()
    found: dict[str, Any] = forms.get(language.partition("-")[0], forms["en"])
    return found


def strain_items() -> frozenset[str]:
    """Return the names of the form's items."""
    return frozenset(item["key"] for item in _strain()["en"]["items"])


@cache
def resources(language: str) -> list[dict[str, Any]]:
    """Return every resource for family members in a language, English where there is none."""
    short = language.partition("-")[0]
    path = CONTENT / "support" / f"{short}.json"
    if short not in {"en", "es"}:
        path = CONTENT / "support" / "en.json"
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["resources"]
    return found
