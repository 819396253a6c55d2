"""Stages of records: a moment, a notice, and a copy that is made."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
import time_machine

from core.audit import Actor
from core.identity import acting_for
from records import services
from records.models import PatientNotice
from records.rules.notice import ELEMENTS
from tests.conftest import as_owner
from tests.story import STORY_DAY, STORY_TIME

DAY = timedelta(days=1)
TEXTS = dict.fromkeys(ELEMENTS, "In plain words.")
CONTACT = {
    "contact_name": "Ada Byrne", "contact_phone": "617-555-0100",
    "contact_email": "privacy@example.org",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _story():
    with time_machine.travel(STORY_TIME, tick=False) as clock:
        yield clock


@pytest.fixture
def later(_story):
    """Return a function that lets time pass."""
    return lambda by: _story.shift(by)


@pytest.fixture
def notice(db):
    """The one notice, version 1."""
    with as_owner():
        return PatientNotice.objects.create(
            version=1,
            effective_on=STORY_DAY,
            sections={"en": TEXTS, "es": TEXTS},
            sample=True,
            published_at=STORY_TIME,
            **CONTACT,
        )


@pytest.fixture
def made():
    """Return a function that asks for a person's copy, makes it, and opens it."""

    def make(person, *, language="en"):
        actor = Actor("client", person.pk)
        person.language = language
        with acting_for(person.pk):
            export = services.ask_for_export(
                person=person, proven_by="password", actor=actor, at=STORY_TIME
            )
        assert services.make_exports(clock=lambda: STORY_TIME) == 1
        with acting_for(person.pk):
            export.refresh_from_db()
            content = services.open_export(export=export, actor=actor, at=STORY_TIME)
        return Copy(content)

    return make


class Copy:
    """A copy taken apart."""

    def __init__(self, content):
        self.content = content
        with zipfile.ZipFile(io.BytesIO(content)) as bundle:
            self.files = {name: bundle.read(name) for name in bundle.namelist()}
        self.data = json.loads(self.files["data.json"])
        self.tables = {name: one["rows"] for name, one in self.data["tables"].items()}
