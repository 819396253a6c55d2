"""Each row of docs/safety-rows.md names tests that exist, of the server and of the app."""

import re

import pytest

from tests.guards.house import ROOT

LINES = (ROOT / "docs" / "safety-rows.md").read_text()
NAMED = sorted(
    {(file, f"def {test}(") for file, test in re.findall(r"`([\w/]+\.py)::(test_\w+)`", LINES)}
    | set(re.findall(r"`(web/[\w./-]+)` “([^”]+)”", LINES))
)
ROWS = (10, 11, 12, 13, 14, 15, 20, 21, 22, 23, 30, 31, 32)


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_a_named_test_exists(file, test):
    assert test in (ROOT / file).read_text()


def test_every_row_is_there_with_a_test():
    held = re.findall(r"^\| S-(\d\d) \|[^|]+\| `", LINES, re.MULTILINE)

    assert {int(row) for row in held} >= set(ROWS)
