"""Telephone numbers as people write them, and as they are dialled."""

import phonenumbers

HOME = "US"  # where a number without a country's prefix is


def dialled(text: str) -> str | None:
    """Return the number in E.164 ("+16175550142"), or None when nobody can be called there.

    Says only that the numbering plan holds such a number, not that anybody answers it.
    """
    try:
        number = phonenumbers.parse(text, HOME)
    except phonenumbers.NumberParseException:
        return None
    # An extension would be dropped by E.164, and with it the person behind it; a number without
    # its area is called only from there.
    length = phonenumbers.is_possible_number_with_reason(number)
    if number.extension or length != phonenumbers.ValidationResult.IS_POSSIBLE:
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
