"""Plans as phones send them."""

from typing import Any

SAFETY = "/plans/safety/"
RELAPSE = "/plans/relapse_prevention/"
NOT_SENT: Any = object()


def of_maya(maya: Any, path: str) -> str:
    """Return the address of one of Maya's plans for those who look after her."""
    return f"/clients/{maya.pk}{path}"


def safety_plan(base: int = 0, *, alone: str = "walk to the river", **members: Any) -> Any:
    """Return a safety plan written on top of a version; steps by name, the rest as it is sent."""
    steps = {
        "warning_signs": ["I stop answering the phone"],
        "alone": [alone],
        "places_people": [{"name": "Jo", "phone": "617-555-0140", "place": "the library"}],
        "ask_help": [{"name": "Aunt Pia", "phone": "617-555-0141"}],
        "professionals": [{"name": "Riverside IOP", "phone": "617-555-0100"}],
    }
    safer = members.pop("safer", NOT_SENT)
    if safer is not NOT_SENT:
        steps["safer"] = safer
    return {"base_version": base, "steps": steps, **members}


def relapse_plan(base: int = 0, **steps: Any) -> Any:
    """Return a relapse-prevention plan."""
    return {
        "base_version": base,
        "steps": {
            "high_risk": ["Friday after work"],
            "early_signs": {"emotional": ["flat"], "mental": ["just one"], "behavioural": ["late"]},
            "first_ten_minutes": ["leave the room"],
            "people": [{"name": "Jo", "phone": "617-555-0140"}],
            "barriers": ["no bus at night"],
            "lapse_plan": ["call Dr. Okafor the same day"],
            "overdose_safety": ["keep naloxone in the bag"],
            **steps,
        },
    }


def pills(who: str = "Jo") -> list[dict[str, str]]:
    """Return a safer step."""
    return [{"action": "lock the pills away", "who": who, "by_when": "by Friday"}]
