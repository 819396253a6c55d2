"""A consent for a relative names one person; words for many are refused (42 CFR 2.31(a)(4)(i))."""

import re

MANY = frozenset(
    [
        "all",
        "any",
        "anybody",
        "anyone",
        "everybody",
        "everyone",
        "family",
        "families",
        "folks",
        "friends",
        "parents",
        "relatives",
        "siblings",
        "brothers",
        "sisters",
        "children",
        "kids",
        "team",
        "staff",
        "and",
        "or",
        "todos",
        "todas",
        "cualquiera",
        "familia",
        "familiares",
        "parientes",
        "padres",
        "amigos",
        "amigas",
        "hermanos",
        "hermanas",
        "hijos",
        "hijas",
        "equipo",
    ]
)


def names_one_person(name: str) -> bool:
    """Say whether a name could be that of one person: a letter in it, and no word for many."""
    words = re.findall(r"[^\W\d_]+", name.casefold())
    return bool(words) and not MANY & set(words) and not set(name) & set(",;/&+")
