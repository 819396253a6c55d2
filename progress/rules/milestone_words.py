"""How milestones are called and what they rest on, in the client's language. Our own words."""

from collections.abc import Mapping

from progress.rules.milestones import Basis

# Title and meaning of each.
WORDS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "en": {
        "steadier-sleep": ("Better sleep", "You sleep long enough on most nights."),
        "steadier-mood": ("Steadier mood", "Your mood goes up and down less from day to day."),
        "showing-up": ("Showing up", "You are there for most of your sessions."),
        "motivation": ("Sure of your way", "On most days you feel sure that you can do this."),
        "less-alone": ("Less alone", "On most days you feel close to other people."),
        "fewer-cravings": ("Weaker cravings", "The pull to use is weaker than when you began."),
        "calmer": ("Less worry and panic", "Worry and panic take up less of your days."),
        "fewer-outbursts": ("Fewer outbursts", "Anger comes out in ways you can live with."),
        "lighter-mood": ("Lighter mood", "Low mood weighs less on your days."),
        "coping": ("Skills that work", "When it is hard, you use a skill and it helps."),
        "communication": ("Saying what you need", "You say what you need, and you can say no."),
        "work-or-school": ("Work or school", "You work, learn, or have a plan for it."),
        "relationships": ("People you trust", "You have people you trust, and they trust you."),
        "independence": ("On your own feet", "You run your days yourself: home, money, care."),
    },
    "es": {
        "steadier-sleep": ("Mejor sueño", "Duerme lo suficiente casi todas las noches."),
        "steadier-mood": ("Ánimo más estable", "Su ánimo cambia menos de un día a otro."),
        "showing-up": ("Estar presente", "Asiste a casi todas sus sesiones."),
        "motivation": ("Confianza en su camino", "Casi todos los días siente que puede."),
        "less-alone": ("Menos soledad", "Casi todos los días siente cerca a otras personas."),
        "fewer-cravings": ("Menos ganas", "Las ganas de consumir son menores que al empezar."),
        "calmer": ("Menos miedo y pánico", "La angustia ocupa menos de sus días."),
        "fewer-outbursts": ("Menos estallidos", "El enojo sale de maneras que puede llevar."),
        "lighter-mood": ("Ánimo más ligero", "La tristeza pesa menos en sus días."),
        "coping": ("Ejercicios que ayudan", "Cuando es difícil, hace un ejercicio y le ayuda."),
        "communication": ("Decir lo que necesita", "Dice lo que necesita y puede decir no."),
        "work-or-school": ("Trabajo o estudio", "Trabaja, estudia o tiene un plan para ello."),
        "relationships": (
            "Personas de confianza",
            "Hay personas en quienes confía, y ellas en usted.",
        ),
        "independence": ("Por su cuenta", "Usted lleva sus días: casa, dinero y cuidados."),
    },
}
BASES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "steadier-sleep": "Slept {least} hours or more on {count} of your last {of} nights.",
        "steadier-mood": "Near your usual mood ({usual}) on {count} of your last {of} days.",
        "showing-up": "There for {count} of {of} sessions in the last {days} days.",
        "motivation": "Confidence of {least} or more on {count} of your last {of} days.",
        "less-alone": "Felt close to others, {least} or more, on {count} of your last {of} days.",
        "fewer-cravings": "Cravings were {before} on average at the start and are {after} now.",
        "calmer": "Your anxiety form is {points} points lower than the first time.",
        "lighter-mood": "Your mood form is {points} points lower than the first time.",
        "coping": "It eased {count} of the last {of} times you rated a practice.",
    },
    "es": {
        "steadier-sleep": "Durmió {least} horas o más en {count} de sus últimas {of} noches.",
        "steadier-mood": "Cerca de su ánimo habitual ({usual}) {count} de sus últimos {of} días.",
        "showing-up": "Asistió a {count} de {of} sesiones en los últimos {days} días.",
        "motivation": "Confianza de {least} o más en {count} de sus últimos {of} días.",
        "less-alone": "Cerca de otras personas, {least} o más, {count} de sus últimos {of} días.",
        "fewer-cravings": "Las ganas eran de {before} de media al empezar y ahora de {after}.",
        "calmer": "Su cuestionario de ansiedad da {points} puntos menos que la primera vez.",
        "lighter-mood": "Su cuestionario de ánimo da {points} puntos menos que la primera vez.",
        "coping": "Le alivió {count} de las últimas {of} veces que lo valoró.",
    },
}


def title_and_meaning(slug: str, *, language: str) -> tuple[str, str]:
    """Return how a milestone is called and what it means; in English where there is no other."""
    return WORDS.get(language, WORDS["en"])[slug]


def basis_sentence(slug: str, basis: Basis, *, language: str) -> str:
    """Return the one sentence on what a rule's finding rests on."""
    written = {name: _number(value) for name, value in basis.items()}
    return BASES.get(language, BASES["en"])[slug].format(**written)


def _number(value: float | int | str) -> str:
    if not isinstance(value, float):
        return str(value)
    return f"{value:g}"
