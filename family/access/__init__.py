"""Who may: which consents a person gave, and what a family member may see right now."""

from family.access.consents import (
    accounting_of,
    get_for_staff,
    get_given,
    get_readable,
    get_restriction,
    get_restriction_to_answer,
    given_by,
    of_client,
    restrictions_of,
    restrictions_of_client,
    trail_of,
    versions_of,
)
from family.access.force import InForce, facts_of, gives, in_force, relatives_of
from family.access.previews import NothingShown, preview, preview_of
from family.access.put_there import has_read_rules, shared_goals, support_words
from family.access.shared import Shown, card_of, mark_of, shared_with
from family.access.states import Described, described, newest_of

__all__ = [
    "Described",
    "InForce",
    "NothingShown",
    "Shown",
    "accounting_of",
    "card_of",
    "described",
    "facts_of",
    "get_for_staff",
    "get_given",
    "get_readable",
    "get_restriction",
    "get_restriction_to_answer",
    "given_by",
    "gives",
    "has_read_rules",
    "in_force",
    "mark_of",
    "newest_of",
    "of_client",
    "preview",
    "preview_of",
    "relatives_of",
    "restrictions_of",
    "restrictions_of_client",
    "shared_goals",
    "shared_with",
    "support_words",
    "trail_of",
    "versions_of",
]
