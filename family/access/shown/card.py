"""The card: everything that one sharing shows, each category by its own function."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from family.access.shown import check_ins, notes, sessions, skills, words
from family.access.shown.scope import Scope
from family.models import Category

# A category without a function here has no section: the card itself says "is in the program", and
# invitations to meetings have a page of their own.
SECTIONS: Mapping[str, Callable[[Scope], Any]] = {
    Category.ATTENDANCE: sessions.attendance,
    Category.STREAK: check_ins.streak,
    Category.SOBRIETY_MILESTONE: notes.sobriety_milestone,
    Category.MOOD_TREND: check_ins.mood_trend,
    Category.SLEEP_TREND: check_ins.sleep_trend,
    Category.SKILLS_PRACTISED: skills.skills_practised,
    Category.GOALS_MILESTONES: words.goals_milestones,
    Category.SAFETY_CONTACT_ROLE: words.safety_contact_role,
    Category.CRISIS_CONTACT: notes.crisis_contact,
    Category.MESSAGE_OF_THANKS: notes.message_of_thanks,
    Category.CRAVING_BAND: check_ins.craving_band,
    Category.APPOINTMENT_TIMES: sessions.appointment_times,
}


@dataclass(frozen=True)
class Card:
    """What one sharing shows. A category that is not shared is missing from `sections`."""

    scope: Scope
    sections: Mapping[str, Any]

    @property
    def shown(self) -> list[str]:
        """The categories that this card shows something of, "is in the program" among them."""
        return [
            category
            for category in self.scope.categories
            if category in self.sections or category == Category.PROGRAM_LINK
        ]


def compose(scope: Scope) -> Card:
    """Read what is shared, category by category, and nothing else."""
    found = {
        category: look(scope) for category, look in SECTIONS.items() if category in scope.categories
    }
    return Card(scope, found)
