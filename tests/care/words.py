"""What people send about care, and the addresses they send it to."""

from typing import Any
from uuid import uuid4


def of(client: Any, path: str) -> str:
    """Return an address about one client for those who look after them."""
    return f"/clients/{client.pk}{path}"


def medication(**changes: Any) -> dict[str, Any]:
    """Return a medication as a clinician sends it: every day at eight and at twenty."""
    return {
        "name": "Naltrexone", "dose_text": "50 mg in the morning", "times": [480, 1200], **changes,
    }  # fmt: skip


def note(text: str = "My head hurts since Monday", **changes: Any) -> dict[str, Any]:
    """Return a note about a medication."""
    return {"submission_id": str(uuid4()), "text": text, **changes}


def goal(**changes: Any) -> dict[str, Any]:
    """Return a goal with two steps."""
    return {
        "title": "See Luz again", "why": "I miss her", "steps": ["Write to her", "Ask to meet"],
        **changes,
    }  # fmt: skip


def task(**changes: Any) -> dict[str, Any]:
    """Return a task."""
    return {"title": "Call the housing office", **changes}


def referral(**changes: Any) -> dict[str, Any]:
    """Return a referral."""
    return {"to": "Harbor Clinic", "purpose": "weekly visits", "phone": "617-555-0160", **changes}
