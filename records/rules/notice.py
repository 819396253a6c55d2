"""What a notice to patients must hold (42 CFR 2.22(b)), element by element."""

from collections.abc import Mapping
from typing import Any

LANGUAGES = ("en", "es")
# In the order in which they are read. Contact and effective day are fields of their own.
ELEMENTS = (
    "header",
    "without_consent",
    "with_consent",
    "one_consent",
    "others_only_with_consent",
    "revoking",
    "legal_proceedings",
    "passing_on",
    "right_to_restrict",
    "right_when_paid_in_full",
    "right_to_accounting",
    "right_to_list_of_intermediaries",
    "right_to_copy",
    "right_to_discuss",
    "right_about_fundraising",
    "duties",
    "complaints",
    "no_retaliation",
)
# Marks a place that counsel has yet to fill.
TO_FILL = "[["
LONGEST = 4000


def gaps(sections: Mapping[str, Any], *, sample: bool = False) -> list[str]:
    """Return `language.element` of every element that is missing, empty or yet to be filled."""
    missing = []
    for language in LANGUAGES:
        texts = sections.get(language)
        for element in ELEMENTS:
            text = texts.get(element) if isinstance(texts, Mapping) else None
            written = isinstance(text, str) and bool(text.strip())
            if not written or (TO_FILL in str(text) and not sample):
                missing.append(f"{language}.{element}")
    return missing
