"""A short path, and a way to read on it as somebody."""

import pytest

from lessons import selectors, services
from tests.conftest import as_owner
from tests.lessons.lessons import lesson

PATH = (
    lesson(),
    lesson(language="es", title="Té"),
    lesson(slug="coffee", position=2, title="Coffee", **{"for": ["parent", "sibling"]}),
    lesson(slug="milk", position=3, title="Milk", **{"for": ["partner"]}),
    lesson(slug="juice", position=4, title="Juice"),
)


@pytest.fixture
def shelf(db, at):
    """Publish the short path."""
    with as_owner():
        services.publish_lessons(lessons=PATH, at=at)
    return PATH


@pytest.fixture
def put(shelf, browser, at):
    """Return a function that sends what somebody did with a lesson: put(rosa, "progress", …)."""

    def send(person, what, slug="tea", *, language="en", recorded_at=at, **body):
        version = selectors.current(slug, language=language).version
        sent = {"version": version, "recorded_at": recorded_at.isoformat(), **body}
        return browser(person).send("PUT", f"/lessons/{slug}/{what}/", sent)

    return send
