"""What one sharing shows: a module for each category, and the card that they make together.

A relative's reading and the client's preview of it go through the same functions. They differ in
one thing, the rights with which the database is read.
"""

from family.access.shown.card import SECTIONS, Card, compose
from family.access.shown.scope import Scope

__all__ = ["SECTIONS", "Card", "Scope", "compose"]
