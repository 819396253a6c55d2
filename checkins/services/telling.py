"""Tell a client, before a lapse is sent, who will see it."""

from dataclasses import dataclass
from datetime import datetime

from accounts.models import User
from checkins.services.forms import language_of, words_of
from program import selectors as program_selectors


@dataclass(frozen=True)
class WhoSees:
    """Sentences to be shown, and the people they speak of."""

    title: str
    sentences: tuple[str, ...]
    told_at_once: tuple[User, ...]
    may_read: tuple[User, ...]


def who_sees(person: User, *, at: datetime) -> WhoSees:
    """Say in plain words who would be told of a lapse, and who may read it (two queries)."""
    words = words_of("lapse-1", language_of(person))
    team = program_selectors.care_team_at(client_id=person.pk, at=at)
    people = User.objects.in_bulk([place.clinician_id for place in team])
    readers = tuple(people[place.clinician_id] for place in team if place.clinician_id in people)
    rung = {place.clinician_id for place in team if place.rung == 0}
    # Where nobody stands on the first rung, everybody is told at once.
    first = tuple(one for one in readers if one.pk in rung) or readers
    sentences = (
        words["readers"].format(team=_named(readers)) if readers else words["readers_nobody"],
        words["told"].format(first=_named(first)) if first else words["told_nobody"],
        *(words[key] for key in ("next", "family", "days", "help")),
    )
    return WhoSees(words["title"], sentences, first, readers)


def _named(people: tuple[User, ...]) -> str:
    return ", ".join(one.name for one in people)
