"""Exercises: which ones somebody practised, by title, and how often. Nothing that they wrote."""

from dataclasses import dataclass

from core.identity import Reader
from family.access.shown.scope import Scope
from family.rules import counts, windows
from family.rules.windows import Window
from skills import selectors as skill_selectors
from skills.models import Practice, Skill


@dataclass(frozen=True)
class Practised:
    """Exercises by title, and how often each was practised in a stretch of days."""

    window: Window
    skills: list[counts.Times]


def skills_practised(scope: Scope) -> Practised:
    """Return titles and counts of the seven days that ended yesterday, the most practised first."""
    window = windows.seven_days(today=scope.today)
    since, until = scope.moments(window)
    rows = Practice.objects.filter(
        client_id=scope.client_id, started_at__gte=since, started_at__lt=until
    )
    with scope.reading(Reader.SKILLS):
        done = list(rows.values_list("skill_id", flat=True))
    # What exercises are called belongs to nobody.
    slugs = dict(Skill.objects.filter(pk__in=set(done)).values_list("pk", "slug"))
    titles = skill_selectors.titles(slugs.values(), scope.language)
    found = counts.practised(done, titles={pk: titles[slug] for pk, slug in slugs.items()})
    return Practised(window, found)
