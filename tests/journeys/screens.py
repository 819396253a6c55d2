"""Every screen of the web app, from its router's own list, and where each can be seen."""

import re
from pathlib import Path

from backend import demo

ROOT = Path(__file__).resolve().parents[2]
ROUTER = ROOT / "web" / "src" / "app" / "routes.tsx"
ROLES = re.compile(r"'(\w+)'")
LIST = re.compile(r"^const (\w+): readonly Role\[\] = (\[.*?\]);", re.M)
ROUTE = re.compile(r"\{ pattern: '([^']+)', roles: (\[.*?\]|\w+),")

# Who walks through the screens of a role.
CAST = {"client": "maya", "clinician": "okafor", "family": "rosa", "administrator": "ada"}
SIGNED_OUT = ""

MAYA = demo.key("maya")
# Where the screens with a part to fill in can be seen; a route without one is its own path.
PLACES = {
    "/skills/:slug": ["/skills/paced-breathing"],
    "/learn/:slug": ["/learn/for-partners"],
    "/guides/:who": ["/guides/client", "/guides/family", "/guides/clinician"],
    "/me/sharing/new/:step": ["/me/sharing/new/who"],
    "/me/sharing/:id": ["/me/sharing/{sharing}"],
    "/me/sharing/:id/preview": ["/me/sharing/{sharing}/preview"],
    "/me/sharing/:id/change": ["/me/sharing/{sharing}/change"],
    "/me/sharing/:id/change/:step": ["/me/sharing/{sharing}/change/until"],
    "/plan/safety/:step": ["/plan/safety/ask_help"],
    "/plan/relapse/:step": ["/plan/relapse/early_signs"],
    "/plan/afterwards/:step": ["/plan/afterwards/warning_signs"],
    "/clients/:id": [f"/clients/{MAYA}"],
    "/clients/:id/:tab": [
        f"/clients/{MAYA}/{tab}"
        for tab in (
            "plans",
            "check-ins",
            "warnings",
            "progress",
            "questionnaires",
            "diary",
            "skills",
            "program",
            "medications",
            "goals",
            "tasks",
            "reminders",
            "sharing",
        )
    ],
    "/clients/:id/prep": [f"/clients/{MAYA}/prep"],
    "/clients/:id/plans/:kind/:step": [f"/clients/{MAYA}/plans/safety/alone"],
    "/schedule/:session": ["/schedule/{session}"],
    "/program/clients/:enrolment": ["/program/clients/{enrolment}"],
    "/program/series/:series": ["/program/series/{series}"],
    "/program/series/:series/change": ["/program/series/{series}/change"],
    "/exercises/:slug/:language": ["/exercises/tea/en"],
    # The name in braces is filled in by who visits: its row gets its id when it is imported.
    "/questionnaires/:id": ["/questionnaires/{questionnaire}"],
    "/forms/:id": ["/forms/{questionnaire}"],
    "/warnings/:version": ["/warnings/{version}"],
}

# Open to everybody, and another screen for who is signed in.
ALSO = {"rosa": ["/learn", "/learn/for-partners", "/join"]}


def routes() -> dict[str, list[str]]:
    """Return the roles of each pattern of the router; none means everyone."""
    text = ROUTER.read_text()
    lists = dict(LIST.findall(text))
    found = {
        pattern: ROLES.findall(lists.get(roles, roles)) for pattern, roles in ROUTE.findall(text)
    }
    # A route written in another way must not slip through.
    assert len(found) == text.count("pattern: '"), "a route that this reading does not find"
    return found


def places() -> dict[str, list[str]]:
    """Return the paths to visit as each of the cast, and signed out; fails for a route without."""
    visits: dict[str, list[str]] = {SIGNED_OUT: ["/sign-in"]}
    for pattern, roles in routes().items():
        assert ":" not in pattern or pattern in PLACES, f"name a place for {pattern} in PLACES"
        for key in [CAST[role] for role in roles] or [SIGNED_OUT]:
            visits.setdefault(key, []).extend(PLACES.get(pattern, [pattern]))
    for key, also in ALSO.items():
        visits[key] += also
    return visits
