"""A table of days from elsewhere: read whole, or refused by row and column."""

import numpy as np
import pytest

from alerts.warning import table

HEAD = "client,date,craving,sleep_hours,medication_missed,used\n"


def test_days_are_laid_out_for_each_client_from_their_own_first() -> None:
    window = table.read(HEAD + "b,2026-01-03,7,6.5,1,0\na,2026-01-01,2,,0,\na,2026-01-03,,8,,1\n")

    assert (len(window), window.days) == (2, 3)
    assert window.tenure.tolist() == [2, 0]
    assert window.answered.tolist() == [[True, False, True], [False, False, True]]
    assert window.used[0].tolist() == [False, False, True]
    assert window.items[1, 2, 0] == 7
    assert np.isnan(window.items[0, 2, 0])
    assert window.medication[1, 2] == 1


@pytest.mark.parametrize(
    ("text", "row", "column"),
    [
        ("", 1, "client"),
        ("client,date\na,2026-01-01\n", 1, "craving"),
        ("client,date,mood,weather\n", 1, "weather"),
        ("client,date,mood,mood\n", 1, "mood"),
        ("client,mood\na,3\n", 1, "date"),
        (HEAD, 2, "client"),
        (HEAD + "a,2026-01-01,3,,,\na,01/02/2026,3,,,\n", 3, "date"),
        (HEAD + "a,2026-01-01,11,,,\n", 2, "craving"),
        (HEAD + "a,2026-01-01,nan,,,\n", 2, "craving"),
        (HEAD + "a,2026-01-01,3,25,,\n", 2, "sleep_hours"),
        (HEAD + "a,2026-01-01,3,,maybe,\n", 2, "medication_missed"),
        (HEAD + "a,2026-01-01,3\n", 2, "client"),
        (HEAD + ",2026-01-01,3,,,\n", 2, "client"),
        (HEAD + "a,2026-01-01,3,,,\na,2026-01-01,4,,,\n", 3, "date"),
        (HEAD + "a,1900-01-01,3,,,\na,2026-01-01,4,,,\n", 2, "date"),
        (HEAD + '"a,2026-01-01,3,,,\n', 2, "client"),
    ],
)
def test_what_cannot_be_read_is_refused_by_row_and_column(text: str, row: int, column: str) -> None:
    with pytest.raises(table.Unreadable) as refused:
        table.read(text)

    assert (refused.value.row, refused.value.column) == (row, column)
