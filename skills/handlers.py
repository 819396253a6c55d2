"""What the apps below ask of skills without knowing it."""

from program import selectors as program_selectors
from skills import selectors

program_selectors.ask_for_skill_titles(selectors.titles)
