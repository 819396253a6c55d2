"""Values as cells of a table that no spreadsheet takes for a formula."""

import json
from typing import Any

# What spreadsheets take for the beginning of a formula or a command.
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def cell(value: Any) -> str:
    """Return a value as the text of one cell; text that would begin a formula gets a quote before.

    A negative number stays a number.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return str(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = text.replace("\x00", "")
    return f"'{text}" if text.lstrip(" ").startswith(BEGINS_A_FORMULA) else text
