"""What each category is: a name, the words that a client signs, the words that a relative reads.

These are part of what is signed: whoever changes them raises CONSENT_VERSION.
"""

from dataclasses import dataclass

from family.models.categories import Category


@dataclass(frozen=True)
class Words:
    """A switch's name, what turning it on shares, and what the relative is told it is."""

    name: str
    client: str
    family: str


ENGLISH: dict[str, Words] = {
    Category.PROGRAM_LINK: Words(
        "That I am in the program",
        "That I am in this program. No details about my care.",
        "that they are in the program",
    ),
    Category.ATTENDANCE: Words(
        "Sessions I went to",
        "How many sessions I went to and missed, week by week. Not which ones, and not why.",
        "how many sessions they went to each week",
    ),
    Category.STREAK: Words(
        "Days of check-ins",
        "On how many days I did my check-in. This does not say how I was.",
        "on how many days they did a check-in",
    ),
    Category.SOBRIETY_MILESTONE: Words(
        "Milestones I post",
        "A milestone, each time I choose to post one. Nothing is counted or posted for me.",
        "milestones that they choose to post",
    ),
    Category.MOOD_TREND: Words(
        "How my week felt",
        "How the last seven days felt next to the seven before: easier, about the same, or"
        " harder. No single day, no number, and nothing that I wrote.",
        "how the last seven days felt, in one word",
    ),
    Category.SLEEP_TREND: Words(
        "How I slept this week",
        "How I slept in the last seven days next to the seven before: better, about the same, or"
        " worse. No single night and no hours.",
        "how the last seven nights were, in one word",
    ),
    Category.SKILLS_PRACTISED: Words(
        "Skills I practiced",
        "The names of skills I practiced, and how often. Nothing that I wrote.",
        "which skills they practiced, and how often",
    ),
    Category.GOALS_MILESTONES: Words(
        "Goals I choose to show",
        "Goals and steps that I mark to be shown. No others.",
        "goals that they choose to show",
    ),
    Category.SAFETY_CONTACT_ROLE: Words(
        "That they are a support person",
        "That I named them as a support person, and how I would like them to help. No other part"
        " of my plan.",
        "that they named you as a support person, and how you can help",
    ),
    Category.CRISIS_CONTACT: Words(
        "Please call me",
        "That I ask them to call me, each time I press the button. Nothing is ever sent unless I"
        " press it.",
        "when they ask you to call",
    ),
    Category.MESSAGE_OF_THANKS: Words(
        "Notes of thanks",
        "Notes of thanks that I write to them, and notes that they write to me.",
        "notes that you write to each other",
    ),
    Category.SESSION_INVITATIONS: Words(
        "Family sessions and planning meetings",
        "When I ask them to a family session or a planning meeting: the day, time and place.",
        "invitations to family sessions and planning meetings",
    ),
    Category.CRAVING_BAND: Words(
        "How strong cravings were",
        "How strong my cravings were in the last seven days, in one word: low, medium or high. No"
        " single day, no number and no reason.",
        "how strong cravings were in the last seven days, in one word",
    ),
    Category.APPOINTMENT_TIMES: Words(
        "When my appointments are",
        "The days and times of my appointments. Not what they are for and not with whom.",
        "when their appointments are",
    ),
}
SPANISH: dict[str, Words] = {
    Category.PROGRAM_LINK: Words(
        "Que estoy en el programa",
        "Que estoy en este programa. Ningún detalle de mi atención.",
        "que está en el programa",
    ),
    Category.ATTENDANCE: Words(
        "Sesiones a las que fui",
        "A cuántas sesiones fui y a cuántas falté, por semana. No cuáles ni por qué.",
        "a cuántas sesiones fue cada semana",
    ),
    Category.STREAK: Words(
        "Días con registro",
        "En cuántos días hice mi registro. No dice cómo me sentía.",
        "en cuántos días hizo su registro",
    ),
    Category.SOBRIETY_MILESTONE: Words(
        "Logros que publico",
        "Un logro, cada vez que decido publicarlo. Nada se cuenta ni se publica solo.",
        "los logros que decide publicar",
    ),
    Category.MOOD_TREND: Words(
        "Cómo fue mi semana",
        "Cómo fueron los últimos siete días frente a los siete de antes: más fáciles, casi igual o"
        " más difíciles. Ningún día suelto, ningún número y nada de lo que escribí.",
        "cómo fueron los últimos siete días, en una palabra",
    ),
    Category.SLEEP_TREND: Words(
        "Cómo dormí esta semana",
        "Cómo dormí los últimos siete días frente a los siete de antes: mejor, casi igual o peor."
        " Ninguna noche suelta y ninguna hora.",
        "cómo fueron las últimas siete noches, en una palabra",
    ),
    Category.SKILLS_PRACTISED: Words(
        "Habilidades que practiqué",
        "Los nombres de las habilidades que practiqué y cuántas veces. Nada de lo que escribí.",
        "qué habilidades practicó y cuántas veces",
    ),
    Category.GOALS_MILESTONES: Words(
        "Metas que decido mostrar",
        "Las metas y los pasos que marco para mostrar. Ningún otro.",
        "las metas que decide mostrar",
    ),
    Category.SAFETY_CONTACT_ROLE: Words(
        "Que es una persona de apoyo",
        "Que le nombré como persona de apoyo y cómo me gustaría que me ayude. Ninguna otra parte"
        " de mi plan.",
        "que le nombró como persona de apoyo y cómo puede ayudar",
    ),
    Category.CRISIS_CONTACT: Words(
        "Por favor, llámame",
        "Que le pido que me llame, cada vez que toco el botón. Nunca se envía nada si no lo toco.",
        "cuándo le pide que llame",
    ),
    Category.MESSAGE_OF_THANKS: Words(
        "Notas de agradecimiento",
        "Notas de agradecimiento que le escribo, y notas que me escribe.",
        "las notas que se escriben",
    ),
    Category.SESSION_INVITATIONS: Words(
        "Sesiones de familia y reuniones de planes",
        "Invitaciones a sesiones de familia y a reuniones de planes, con día, hora y lugar.",
        "invitaciones a sesiones de familia y a reuniones de planes",
    ),
    Category.CRAVING_BAND: Words(
        "Qué tan fuertes fueron las ganas",
        "Qué tan fuertes fueron mis ganas de consumir en los últimos siete días, en una palabra:"
        " bajas, medias o altas. Ningún día suelto, ningún número y ningún motivo.",
        "qué tan fuertes fueron las ganas en los últimos siete días, en una palabra",
    ),
    Category.APPOINTMENT_TIMES: Words(
        "Cuándo son mis citas",
        "Los días y las horas de mis citas. No para qué son ni con quién.",
        "cuándo son sus citas",
    ),
}
LANGUAGES = {"en": ENGLISH, "es": SPANISH}


def language_of(wish: str) -> str:
    """Return the language to speak for someone who wishes this one: es, or else en."""
    return "es" if wish.partition("-")[0] == "es" else "en"


def words_of(category: str, language: str) -> Words:
    """Return the words of a category in a language; raise KeyError for no such category."""
    return LANGUAGES[language_of(language)][Category(category)]
