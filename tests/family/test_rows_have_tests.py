"""Each row of docs/consent-rows.md names tests that exist, and no row is missing."""

import re

import pytest

from tests.guards.house import ROOT

LINES = (ROOT / "docs" / "consent-rows.md").read_text()
NAMED = sorted(set(re.findall(r"`([\w/]+\.py)::(test_\w+)`", LINES)))
ROWS = {"C": 15, "N": 3, "R": 10, "F": 9, "A": 6}


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_a_named_test_exists(file, test):
    assert f"def {test}(" in (ROOT / file).read_text()


def test_every_row_is_there_once():
    found = [row for line in LINES.splitlines() for row in _rows(line)]

    wanted = [f"{letter}-{n:02}" for letter, most in ROWS.items() for n in range(1, most + 1)]
    assert sorted(found) == sorted(wanted)


def _rows(line):
    cell = line.split("|")[1] if line.startswith("|") else line
    found = re.findall(r"\b[CNRFA]-\d\d", cell)
    if " to " in cell and len(found) == 2:
        first, last = (int(row[2:]) for row in found)
        return [f"{found[0][0]}-{n:02}" for n in range(first, last + 1)]
    return found
