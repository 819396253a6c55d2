"""Whatever the server says to a person is marked, and is there in Spanish too."""

import ast
import importlib
import re

import pytest
from django.conf import settings
from django.utils import translation

from core.errors import Refused
from core.said import Said
from core.words import spoken
from delivery.wording import PLAIN, WORDINGS
from reminders.models import Kind as ReminderKind
from tests import words
from tests.guards.house import APPS, PACKAGES, ROOT, module_of, python_files

GAP = re.compile(r"\{\w*\}|%\(\w+\)s|%s")
SENTENCE = re.compile(r"[“\"A-Z{].* .*[.?]", re.DOTALL)
MARKS = {*words.MARKS, "ngettext"}
# What stands in these calls is read by whoever runs or builds on Foothold, and stays English.
INSIDE = {
    "ValueError", "RuntimeError", "LookupError", "info", "warning", "error", "exception",
    "OpenApiParameter", "OpenApiResponse", "extend_schema", "Statement",
}  # fmt: skip
DESCRIBES = {"help_text", "description"}
ELSEWHERE = {
    "alerts/texts/": "both languages stand side by side",
    "family/texts/": "both languages stand side by side",
    "progress/rules/milestone_words.py": "both languages stand side by side",
    "skills/rules/reasons.py": "both languages stand side by side",
    "delivery/wording.py": "both languages stand side by side",
    "skills/rules/": "faults of an exercise's file, for whoever writes one",
    "skills/services/library.py": "faults of an exercise's file, for whoever writes one",
    "lessons/rules/": "faults of a lesson's file, for whoever writes one",
    "lessons/services/publishing.py": "faults of a lesson's file, for whoever writes one",
    "questionnaires/rules/instruments.py": "credits, as their owners word them",
    "core/audit.py": "faults of the trail, for an operator",
    "core/identity.py": "faults of the set-up, for an operator",
    "core/views.py": "what /readyz tells an operator",
    "backend/": "the launcher, settings and the schema, for an operator",
    "management": "commands, for an operator",
}


def _text(node):
    """Return the text that a literal stands for, whatever fills it; "" for any other node."""
    if isinstance(node, ast.JoinedStr):
        parts = [one.value if isinstance(one, ast.Constant) else "{}" for one in node.values]
        return "".join(map(str, parts))
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _told(node):
    """Say whether what stands in this node is marked, or is not for people who use the app."""
    if isinstance(node, ast.Call):
        return getattr(node.func, "id", getattr(node.func, "attr", "")) in MARKS | INSIDE
    if isinstance(node, ast.keyword):
        return node.arg in DESCRIBES
    # A text that stands alone describes what it stands under.
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _unmarked(tree):
    """Yield literals that look like a sentence and stand in no call that marks them."""
    if _told(tree):
        return
    text = _text(tree)
    if SENTENCE.fullmatch(text) and "SELECT" not in text:
        yield tree.lineno, text
    if not text:
        for child in ast.iter_child_nodes(tree):
            yield from _unmarked(child)


def test_every_sentence_is_marked():
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in python_files(*PACKAGES)
        if not any(part in path.relative_to(ROOT).as_posix() for part in ELSEWHERE)
        for line, text in _unmarked(ast.parse(path.read_text()))
    ]

    assert found == []


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ('raise Refused("This is so.")', 1),
        ('x = {"day": [f"Choose {n} days."]}', 1),
        ('raise Refused(say("This is so."))', 0),
        ('log.warning("This is so.")', 0),
        ('"""This is so."""', 0),
    ],
)
def test_the_search_for_sentences_finds_them(code, count):
    assert len(list(_unmarked(ast.parse(code)))) == count


def test_every_marked_sentence_is_there_in_spanish_and_no_other():
    marked = {(one.context, one.id) for one in words.marked() if one.id}
    spanish = [one for one in words.translated() if one.id]

    assert {(one.context, one.id) for one in spanish} == marked, "Run make words."
    assert [one.id for one in spanish if one.fuzzy or not one.string] == []


def test_what_fills_a_sentence_is_the_same_in_both():
    different = [
        one.id
        for one in words.translated()
        if one.id and set(GAP.findall(one.id)) != set(GAP.findall(one.string))
    ]

    assert different == []


def test_the_server_reads_what_is_written():
    read = words.CATALOGUE.with_suffix(".mo").read_bytes()

    assert read == words.compiled(words.translated()), "Run make words."


def _below(kind):
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def test_every_refusal_has_its_sentence_in_both():
    for path in python_files(*APPS):
        importlib.import_module(module_of(path))
    refusals = [Refused, *_below(Refused)]

    with translation.override("es"):
        english = [
            one.__qualname__
            for one in refusals
            if one.__module__.partition(".")[0] in APPS
            and not (isinstance(one.sentence, Said) and spoken(one.sentence) != one.sentence)
        ]

    assert len(refusals) > 100
    assert english == []


def test_every_message_is_there_in_every_language():
    languages = {code for code, _ in settings.LANGUAGES}
    every = [*WORDINGS.values(), *PLAIN.values()]

    assert [one for one in every if set(one) != languages] == []
    assert {kind.value for kind in ReminderKind} >= set(PLAIN) - {"changed", "cancelled", "refill"}
    assert all(len({GAP.findall(one.text)[0] for one in both.values()}) == 1 for both in every)
