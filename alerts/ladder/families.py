"""Which kind of news a reason is: open news of one kind about one client is one alert. Pure."""

from collections.abc import Iterable

# In this order a finding of several reasons, equally grave, takes its name.
ORDER = ("safety", "use", "contact", "answers", "signs", "score", "slide", "silence")
OF_CODE = {
    "use_reported": "use",
    "return_to_use": "use",
    "needs_medical_help": "use",
    "needs_call_me": "use",
    "needs_safer_place": "use",
    "answer_other": "answers",
    "craving_high": "signs",
    "craving_repeated": "signs",
    "short_sleep": "signs",
    "medication_missed": "signs",
    "no_check_ins": "silence",
}
# What nobody thought of is read as what must not be missed.
UNHEARD_OF = "safety"


def family_of(codes: Iterable[str]) -> str:
    """Return the kind of news that reasons of these codes are; signs where there is none."""
    kinds = {OF_CODE.get(code, UNHEARD_OF) for code in codes}
    return min(kinds, key=ORDER.index, default="signs")
