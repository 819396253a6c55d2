"""Shapes of consents, and of what a family member sees. They import nothing of a record."""

from family.serializers.consents import ConsentOutput
from family.serializers.shared import NoticeOutput, SharedCardOutput, SharedPageOutput

__all__ = [
    "ConsentOutput",
    "NoticeOutput",
    "SharedCardOutput",
    "SharedPageOutput",
]
