"""Gathers the server's sentences and brings the Spanish catalogue up to date: `make words`.

A sentence is marked by the function that it stands in (core/said.py, or Django's own). Whatever is
new comes out empty, and a guard fails until somebody has translated it; nothing is guessed.
"""

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
CATALOGUE = ROOT / "locale/es/LC_MESSAGES/django.po"
APPS = (
    "accounts", "admissions", "alerts", "backend", "care", "checkins", "core", "delivery",
    "family", "lessons", "plans", "program", "progress", "questionnaires", "records", "reminders",
    "skills",
)  # fmt: skip
MARKS = {"say": (1,), "observe": ((1, "c"), 2), "_": (1,), "gettext": (1,), "gettext_lazy": (1,)}


def sources() -> Iterator[Path]:
    """Yield the files of our apps that speak to people: not what an operator starts."""
    for app in APPS:
        for path in sorted((ROOT / app).rglob("*.py")):
            operators = "migrations" in path.parts or path.name.startswith(("launch", "demo"))
            if not operators:
                yield path


def marked() -> Catalog:
    """Return every marked sentence, in English, with the files that it stands in."""
    found = Catalog(project="Foothold", charset="utf-8")
    for path in sources():
        place = (path.relative_to(ROOT).as_posix(), 1)
        for _, words, _, context in extract_from_file("python", path, keywords=MARKS):
            found.add(words, context=context, locations=[place])
    return found


def translated() -> Catalog:
    """Return the Spanish catalogue as it is committed."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="es", domain="django")


def compiled(catalogue: Catalog) -> bytes:
    """Return what the server reads, byte for byte alike for the same catalogue."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def bring_up_to_date() -> list[str]:
    """Write the catalogue and what the server reads; return what has no Spanish yet."""
    catalogue = translated()
    created = catalogue.creation_date  # of no use to anybody, and another one at every run
    catalogue.update(marked(), no_fuzzy_matching=True)
    catalogue.creation_date = created
    catalogue.obsolete.clear()
    with CATALOGUE.open("wb") as file:
        write_po(file, catalogue, width=100, sort_output=True, include_lineno=False)
    CATALOGUE.with_suffix(".mo").write_bytes(compiled(catalogue))
    return [str(message.id) for message in catalogue if message.id and not message.string]


if __name__ == "__main__":
    for sentence in bring_up_to_date():
        print(f"Not in Spanish yet: {sentence}")
