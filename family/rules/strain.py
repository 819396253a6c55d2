"""A family member's own form on strain: answers to one kind word. Pure; no score leaves here.

The form and its bands are our own and were not validated against any instrument: they sort
suggestions, and nothing else reads them.
"""

from collections.abc import Mapping
from statistics import fmean

LIGHT, SOME, A_LOT, VERY_MUCH, NOT_ENOUGH = "light", "some", "a_lot", "very_much", "not_enough"
STRAIN_BANDS = (LIGHT, SOME, A_LOT, VERY_MUCH, NOT_ENOUGH)
LEAST, MOST = 0, 4
FEWEST_ANSWERS = 5  # chosen: more than half of eight
# Chosen: means of 0–4 from which a band holds; each step is one word of the scale.
FROM = ((3.0, VERY_MUCH), (2.0, A_LOT), (1.0, SOME))
REVERSED = frozenset({"for_me"})  # where more is better


def strain_band(answers: Mapping[str, int]) -> str:
    """Return the band of answers from 0 (not at all) to 4 (nearly all the time), by item."""
    if len(answers) < FEWEST_ANSWERS:
        return NOT_ENOUGH
    weights = [MOST - mark if item in REVERSED else mark for item, mark in answers.items()]
    mean = fmean(weights)
    return next((band for least, band in FROM if mean >= least), LIGHT)
