"""Foothold says “usted” to whoever reads it in Spanish, with one word for the crisis text line.

What people say to each other stands in quotation marks (« » or “ ”) and may say “tú”.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import words
from tests.guards.house import PACKAGES, ROOT, python_files

QUOTED = re.compile(r"«[^»]*»|“[^”]*”", re.DOTALL)
PLAIN = (
    r"tú|tus?|ti|te|contigo|tuy[oa]s?|eres|estás|tienes|puedes|quieres|debes|sabes|sientes|haces"
    r"|dices|necesitas|piensas|eliges|escribes|hablas|llevas|prefieres|recuerdas|crees|vas|ves"
    r"|estés|tengas|puedas|quieras|seas|hagas|digas|sientas|sepas|vayas|podrás|podrías|deberías"
    r"|harás|serás|estabas|tenías|quisieras|fuiste|hiciste|dijiste|estuviste|tuviste|sentiste"
    r"|haz(?:te|l[oae]s?)?|pon(?:te|l[oae]s?)|di(?:l[oae]s?|te|selo|melo)|detente|vete|ponte"
    r"|toca ayuda|hazte|mantén|sostén|muéstra\w+|cuénta\w+|pregúnta\w+|déja(?:l[oae]s?|te)"
)
FAMILIAR = re.compile(rf"(?<!\w)(?:{PLAIN})(?!\w)", re.IGNORECASE)
# Only where no English stands beside it: “has” and “ten” are English too, and so are such endings.
SPANISH_ONLY = re.compile(
    r"(?<!\w)(?:has|ten|pon|\w*[áéíóú]\w+te|\w+(?:ar|er|ir|ír)te(?:l[oa]s?)?|\w+[ai]ste)(?!\w)",
    re.IGNORECASE,
)
# In exercises and lessons a sentence begins with what to do; elsewhere it may tell of somebody.
TOLD = re.compile(
    r"(?:^|[.!?:]|- )\s*\"?((?:Elige|Escoge|Escribe|Mira|Pide|Piensa|Recuerda|Abre|Imagina"
    r"|Anota|Revisa|Toca|Camina|Apaga|Comparte|Evita|Intenta)(?!\w))",
    re.MULTILINE,
)
INNOCENT = re.compile(
    r"(?:im|re|com|a)?parte|arte|marte|(?:f|m|s)uerte|inerte|(?:con|in|ad|di|re)?vierte|acierte"
    r"|despierte|límite|trámite|satélite|(?:ex|in|as|per|con|re|de|sub)s?iste|[tv]iste|triste"
    r"|chiste|baste|(?:con)?traste|(?:des)?gaste|celeste",
    re.IGNORECASE,
)
# Said by one relative to another, not by us.
BETWEEN_RELATIVES = ROOT / "family/content/phrases.json"
COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE)
MACHINE = re.compile(
    r"^sources:\n(?:  - [^\n]*\n)+|(?<!\w)(?:key|value|slug|needs): [^,\n]*", re.MULTILINE
)
SPANISH_IN = re.compile(r"(?<!\w)usted(?!\w)|ción(?!\w)|ñ")


def _spanish_of(value: object) -> Iterator[str]:
    """Yield the Spanish texts of a file that keeps both languages side by side."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _texts(one) if key == "es" else _spanish_of(one)
    elif isinstance(value, list):
        for one in value:
            yield from _spanish_of(one)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def _spanish() -> Iterator[tuple[str, str]]:
    """Yield every file that is in Spanish alone, or its Spanish part, with its place."""
    for path in sorted((ROOT / "web/src/lib/strings/es").glob("*.ts")):
        if ".test." not in path.name:
            yield path.relative_to(ROOT).as_posix(), COMMENT.sub("", path.read_text())
    for app in PACKAGES:
        for path in sorted((ROOT / app / "content").rglob("*.*")):
            if path != BETWEEN_RELATIVES:
                yield path.relative_to(ROOT).as_posix(), _spanish_in(path)
    for one in words.translated():
        yield f"locale/es: {one.id}", str(one.string)


def _spanish_in(path: Path) -> str:
    if "es" in re.split(r"[/.-]", path.relative_to(ROOT).as_posix()):
        return MACHINE.sub("", path.read_text())
    return "\n".join(_spanish_of(json.loads(path.read_text()))) if path.suffix == ".json" else ""


def _mixed() -> Iterator[tuple[str, str]]:
    """Yield our files that hold Spanish among other things."""
    paths = [*python_files(*PACKAGES), ROOT / "web/index.html"]
    for path in paths:
        text = path.read_text()
        if SPANISH_IN.search(text):
            yield path.relative_to(ROOT).as_posix(), text


def _familiar(text: str, *, alone: bool = True) -> set[str]:
    text = QUOTED.sub("", text)
    found = {one[0] for one in FAMILIAR.finditer(text)}
    if alone:
        every = (one[0] for one in SPANISH_ONLY.finditer(text))
        found |= {one for one in every if not INNOCENT.fullmatch(one)}
    return found


def test_whoever_reads_spanish_is_usted():
    spanish = list(_spanish())
    told = {place: found for place, text in spanish if (found := _familiar(text))}

    assert len(spanish) > 700
    assert told == {}


def test_what_to_do_is_said_to_usted():
    told = {
        place: found
        for place, text in _spanish()
        if "content/es/" in place and (found := TOLD.findall(QUOTED.sub("", text)))
    }

    assert told == {}


def test_what_holds_both_languages_says_usted_too():
    mixed = list(_mixed())
    told = {place: found for place, text in mixed if (found := _familiar(text, alone=False))}

    assert len(mixed) > 5
    assert told == {}


def test_the_crisis_text_line_has_one_word_in_spanish():
    spanish = list(_spanish())

    assert [place for place, text in spanish if re.search(r"(?<!\w)HOME(?!\w)", text)] == []
    assert [place for place, text in spanish if "741741" in text and "AYUDA" not in text] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Si te sientes mal, toca Ayuda a tu lado.", 4),
        ("Siéntate donde puedas. Es para ayudarte.", 3),
        ("¿Qué decidiste? ¿Cómo te has sentido?", 3),
        ("Dígale: «Me alegra que estés aquí, contigo».", 0),
        ("Toque Ayuda. Comparta su parte en este momento triste, que pasa de un límite.", 0),
        ("Hay quien se viste rápido y quien insiste. Si alguien mira o toca, no importa.", 0),
    ],
)
def test_the_search_finds_it(text, found):
    assert len(_familiar(text)) == found
