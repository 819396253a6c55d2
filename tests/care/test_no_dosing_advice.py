"""Nothing here works out, checks or advises a dose, in code or in words."""

import ast
import re

import pytest

from care.models import Medication
from tests.guards.house import ROOT, python_files

FILES = python_files("care")
# What would tell somebody how much to take, when to take more, or what to do about a missed one.
ADVICE = re.compile(
    r"\b(take (one|two|more|less|another|it now|your)|skip (the|a|your) (next )?dose|"
    r"double|increase|decrease|(lower|raise) (the|your) dose|taper|maximum|max_dose|"
    r"overdose|recommended|"
    r"should take|stop taking|interact\w*|milligrams?|mg)\b",
    re.IGNORECASE,
)  # fmt: skip


def _texts(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_text_of_care_advises_a_dose(path):
    assert [text for text in _texts(path) if ADVICE.search(text)] == []


def test_a_dose_is_words_that_nothing_reads():
    field = Medication._meta.get_field("dose_text")
    reading = [
        path.name
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr == field.name
    ]

    assert reading == []
    assert not {"dose", "amount", "strength", "unit"} & {
        field.name for field in Medication._meta.fields
    }


def test_the_words_are_found_when_they_are_there():
    assert ADVICE.search("If you missed one, take two at the next time.")
    assert ADVICE.search("The maximum is 50 mg.")
    assert not ADVICE.search("My medication list, as my care team keeps it.")
