"""What a client reads of an alert about them: what was noticed, who looked, what was done.

In their own words where they said it. Never how grave it was taken to be, and no number.
"""

from collections.abc import Iterable, Mapping

NOTICED: Mapping[str, Mapping[str, str]] = {
    "en": {
        "safety": "You said that you were not safe.",
        "safety_unsure": "You said that you were not sure of being safe.",
        "suicide_act": "You told us of something you did to end your life.",
        "suicide_intent": "You told us about thoughts of ending your life.",
        "suicide_plan": "You told us about thoughts of ending your life.",
        "suicide_urge": "You told us about an urge to end your life.",
        "self_harm_with_suicide_urge": "You told us that you hurt yourself.",
        "self_harm_act": "You told us that you hurt yourself.",
        "self_harm_urge": "You told us about an urge to hurt yourself.",
        "use_reported": "You told us that you used.",
        "return_to_use": "You told us that you used.",
        "needs_medical_help": "You asked for medical help.",
        "needs_call_me": "You asked us to call you.",
        "needs_safer_place": "You said that you need a safer place to be.",
        "asked_for_contact": "You asked us to contact you.",
        "contact_soon": "You asked us to contact you, and it was a hard moment.",
        "craving_high": "You told us that the pull to use was strong.",
        "craving_repeated": "You told us that the pull to use was strong on some days.",
        "short_sleep": "You slept very little for some nights.",
        "medication_missed": "You told us that you missed your medicine.",
        "no_check_ins": "We had not heard from you for some days.",
    },
    "es": {
        "safety": "Dijo que no estaba a salvo.",
        "safety_unsure": "Dijo que no sabía si estaba a salvo.",
        "suicide_act": "Nos contó algo que hizo para quitarse la vida.",
        "suicide_intent": "Nos contó que pensaba en quitarse la vida.",
        "suicide_plan": "Nos contó que pensaba en quitarse la vida.",
        "suicide_urge": "Nos contó que sentía ganas de quitarse la vida.",
        "self_harm_with_suicide_urge": "Nos contó que se hizo daño.",
        "self_harm_act": "Nos contó que se hizo daño.",
        "self_harm_urge": "Nos contó que sentía ganas de hacerse daño.",
        "use_reported": "Nos contó que consumió.",
        "return_to_use": "Nos contó que consumió.",
        "needs_medical_help": "Pidió ayuda médica.",
        "needs_call_me": "Nos pidió una llamada.",
        "needs_safer_place": "Dijo que necesita un lugar más seguro.",
        "asked_for_contact": "Nos pidió hablar con alguien.",
        "contact_soon": "Nos pidió hablar con alguien en un momento difícil.",
        "craving_high": "Nos contó que las ganas de consumir eran fuertes.",
        "craving_repeated": "Nos contó que las ganas eran fuertes algunos días.",
        "short_sleep": "Durmió muy poco algunas noches.",
        "medication_missed": "Nos contó que le faltó su medicina.",
        "no_check_ins": "No supimos de usted por unos días.",
    },
}
# Where a name is newer than these words, or stands for a form's answer.
OF_KIND: Mapping[str, Mapping[str, str]] = {
    "en": {
        "safety": "Something you told us made us want to ask if you are safe.",
        "use": "You told us about use.",
        "contact": "You asked us to contact you.",
        "answers": "One of your answers on a form made us want to ask.",
        "signs": "Some of your days looked hard.",
        "score": "Your last days were not like your usual days.",
        "slide": "Your last weeks were not like your good weeks.",
        "silence": "We had not heard from you for some days.",
    },
    "es": {
        "safety": "Por algo que nos contó quisimos saber si está a salvo.",
        "use": "Nos contó algo sobre el consumo.",
        "contact": "Nos pidió hablar con alguien.",
        "answers": "Por una de sus respuestas quisimos saber cómo está.",
        "signs": "Algunos de sus días parecían difíciles.",
        "score": "Sus últimos días no fueron como otros días suyos.",
        "slide": "Sus últimas semanas no fueron como sus buenas semanas.",
        "silence": "No supimos de usted por unos días.",
    },
}
DONE: Mapping[str, Mapping[str, str]] = {
    "en": {
        "called": "We called you.",
        "met": "We met with you.",
        "messaged": "We sent you a message.",
        "safety_plan": "We went over your safety plan with you.",
        "emergency_services": "We asked for emergency help for you.",
        "other": "Your care team took care of it.",
    },
    "es": {
        "called": "Le llamamos.",
        "met": "Nos vimos con usted.",
        "messaged": "Le mandamos un mensaje.",
        "safety_plan": "Vimos con usted su plan de seguridad.",
        "emergency_services": "Pedimos ayuda de emergencia para usted.",
        "other": "Su equipo se ocupó de ello.",
    },
}
# What was said about use or a hard moment says more than a pattern: it is named first.
MOST_NAMED = 3


def noticed(names: Iterable[str], *, family: str, language: str) -> tuple[str, ...]:
    """Return up to three sentences on what was noticed, each once, in the order of the words."""
    words, kinds = _in(NOTICED, language), _in(OF_KIND, language)
    known = set(names)
    found = dict.fromkeys(words[name] for name in words if name in known)
    return tuple(found)[:MOST_NAMED] or (kinds[family],)


def done(action: str, *, language: str) -> str:
    """Return what was done, in one sentence; "" when nothing was done yet."""
    return _in(DONE, language).get(action, "")


def _in(words: Mapping[str, Mapping[str, str]], language: str) -> Mapping[str, str]:
    return words.get(language.partition("-")[0], words["en"])
