"""Why an exercise is offered, in one sentence, in the person's language."""

from collections.abc import Mapping

from skills.rules.ranking import Ranked, rounded

SHORT_UNTIL = 5  # minutes that are short when it is hard (chosen)
SENTENCES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "here": (
            "Helped you {helped} of {tried} times, by {mean} on average, when it was this strong."
        ),
        "here_once": "Helped you the one time you tried it, by {mean}, when it was this strong.",
        "here_some": "Helped you {helped} of {tried} times when it was this strong.",
        "elsewhere": "Helped you {helped} of {tried} times, by {mean} on average, at other times.",
        "elsewhere_once": "Helped you the one time you tried it, by {mean}, at another time.",
        "elsewhere_some": "Helped you {helped} of {tried} times, at other times.",
        "no_change": "You tried it before. It has not changed much yet.",
        "short": "Short, and made for this.",
        "fits": "Made for this.",
        "session": "Part of “{title}” today.",
        "assignment": "{who} asked you to try this.",
        "worked": "Helped you {helped} of {tried} times, by {mean} on average.",
        "worked_once": "Helped you the one time you tried it, by {mean}.",
        "worked_some": "Helped you {helped} of {tried} times.",
        "start": "Short, and a good place to start.",
    },
    "es": {
        "here": "Le ayudó {helped} de {tried} veces, {mean} puntos de media, con esta intensidad.",
        "here_once": "Le ayudó la vez que lo probó, {mean} puntos, con esta intensidad.",
        "here_some": "Le ayudó {helped} de {tried} veces con esta intensidad.",
        "elsewhere": (
            "Le ayudó {helped} de {tried} veces, {mean} puntos de media, en otros momentos."
        ),
        "elsewhere_once": "Le ayudó la vez que lo probó, {mean} puntos, en otro momento.",
        "elsewhere_some": "Le ayudó {helped} de {tried} veces, en otros momentos.",
        "no_change": "Ya lo probó. Aún no ha cambiado mucho.",
        "short": "Corto y pensado para esto.",
        "fits": "Pensado para esto.",
        "session": "Parte de «{title}» hoy.",
        "assignment": "{who} le pidió que lo pruebe.",
        "worked": "Le ayudó {helped} de {tried} veces, {mean} puntos de media.",
        "worked_once": "Le ayudó la vez que lo probó, {mean} puntos.",
        "worked_some": "Le ayudó {helped} de {tried} veces.",
        "start": "Corto y un buen comienzo.",
    },
}


def because(ranked: Ranked, *, language: str) -> str:
    """Say why an exercise stands where it stands."""
    if ranked.basis == "untried":
        return sentence("short" if ranked.exercise.minutes <= SHORT_UNTIL else "fits", language)
    if not ranked.helped:
        return sentence("no_change", language)
    return tried_sentence(
        ranked.basis,
        tried=ranked.tried,
        helped=ranked.helped,
        total_change=ranked.total_change,
        language=language,
    )


def tried_sentence(basis: str, *, tried: int, helped: int, total_change: int, language: str) -> str:
    """Say how often something helped, and by how much where it did on the whole."""
    name = f"{basis}_once" if tried == 1 else basis
    if rounded(total_change / tried, 1) <= 0:
        name = f"{basis}_some"
    mean = _number(total_change / tried)
    return sentence(name, language, helped=helped, tried=tried, mean=mean)


def sentence(name: str, language: str, **words: object) -> str:
    """Return a sentence in that language, or in English where there is none."""
    return SENTENCES.get(language, SENTENCES["en"])[name].format(**words)


def _number(value: float) -> str:
    return f"{rounded(value, 1):.1f}".removesuffix(".0")
