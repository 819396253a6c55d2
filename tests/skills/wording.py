"""Words that clients do not read from us: labels on people, blame, and pressure.

Labels are refused anywhere. Pressure may stand inside quotation marks, where it is a thought that
an exercise looks at.
"""

import re

QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
# Names of a kind of plan, as clinics use them.
NAMES = {
    "en": re.compile(r"\brelapse[- ]prevention\b", re.IGNORECASE),
    "es": re.compile(r"\bprevención de (?:las )?recaídas?\b", re.IGNORECASE),
}
LABELS = {
    "en": (
        r"addicts?|addicted|alcoholics?|abus(?:e[drs]?|ers?|ing|ive)|junkies?|crackheads?|drunks?"
        r"|users?|substance misuse|habit-forming|relaps\w+|commit\w* suicide|successful suicide"
        r"|failed attempt|victims?|non-?complian\w+|patients?|clean (?:time|date|test|urine)"
        r"|(?:get|gets|got|stay|stays|stayed|be|am|are|is|was|were|being) clean|dirty"
        r"|crazy|insane|manipulat\w+|attention-seeking|enabl(?:er|ing)\w*"
    ),
    "es": (
        r"adict[oa]s?|drogadict\w+|alcohólic[oa]s?|drogat\w+|yonquis?|borrach[oa]s?|tox[ií]cóman[oa]s?"
        r"|abus(?:o|os|a|as|an|ar|as?te|ó|ador\w*)|recaídas?|reca(?:er|es|e|iste|yó)"
        r"|comet\w+ suicidio|suicidio (?:exitoso|consumado)|intento fallido|víctimas?"
        r"|incumplid\w+|pacientes?|(?:estar|estás|estoy|mantener(?:te|se|me)?|seguir) limpi[oa]s?"
        r"|(?:prueba|orina) (?:limpia|sucia)|loc[oa]s?|manipulador\w*"
    ),
}
PRESSURE = {
    "en": (
        r"fail(?:s|ed|ing|ure)?|should|must|(?<!not )(?<!if you )have to|freeze|always|never|just"
        r"|simply|obviously"
    ),
    "es": (
        r"fracas\w+|fall(?:o|as|aste|ar)|(?<!no )(?<!no le )deb(?:es|e|ías?|erías?)"
        r"|(?<!no )tienes que|(?<!no )hay que|siempre|nunca|simplemente|obviamente"
    ),
}


def avoided(text: str, language: str) -> list[str]:
    """Return the words of a text that we avoid in that language."""
    text = NAMES[language].sub("", text)
    return _found(LABELS[language], text) + _found(PRESSURE[language], QUOTED.sub("", text))


def _found(words: str, text: str) -> list[str]:
    return [found[0] for found in re.finditer(rf"\b(?:{words})\b", text, re.IGNORECASE)]
