"""F-02: a word planted in every field that is never shared reaches no relative by any way.

Fields are not listed: every field of every model that is classified as saying who somebody is or
how they are is planted, unless it is written here as shared, so that a new field is included.
"""

import json
import logging
import re

import pytest
from django.contrib.postgres.fields import ArrayField
from django.core import mail
from django.db import connection, models, transaction

from accounts.models import User
from backend import demo
from core.crypto import EncryptedTextField
from core.privacy import classified
from delivery.models import Delivery
from family.models import Category
from tests.conftest import as_owner
from tests.core.test_row_security import everything_about  # noqa: F401  (a fixture)
from tests.family import life
from tests.family.sharing import share, shown
from tests.guards.house import api_routes, our_models
from tests.http import Browser
from tests.story import STORY_TIME

CANARY = "canary7f3a"
# What a consent does show, in the words that stand in these fields.
SHARED = {
    "family_consent": {"client_name", "recipient_name"},
    "family_sharedgoal": {"title"},
    "family_supportwords": {"words"},
    "family_thankyou": {"text", "phrase"},
    "family_sharedmilestone": {"text", "phrase"},
    "family_sessioninvitation": {"place"},
}
OWN = ("person", "user", "writer", "reader")
WORDS = (models.CharField, models.TextField, EncryptedTextField)


def plantable(model):
    """Return the fields that hold words of a person or about one, and that nothing shares."""
    for name, kind in classified(model).items():
        field = model._meta.get_field(name)
        if kind == "operational" or field.is_relation or getattr(field, "choices", None):
            continue
        if name not in SHARED.get(model._meta.db_table, ()):
            yield field


def planted(field, number):
    """Return a canary that fits a field, or None where no word can stand."""
    if isinstance(field, models.JSONField):
        return {CANARY: f"{CANARY}-{number}"} if number % 2 else [f"{CANARY}-{number}"]
    if isinstance(field, ArrayField):
        fits = isinstance(field.base_field, WORDS) and not field.base_field.choices
        return [CANARY] if fits else None
    if isinstance(field, models.EmailField):
        return f"{CANARY}{number}@example.org"
    if isinstance(field, WORDS):
        word = f"{CANARY}-{number}"
        return word if field.max_length is None or field.max_length >= len(word) else None
    return None


@pytest.fixture
def aunt(everything_about, maya, rosa):  # noqa: F811
    """Luz, with whom Maya shares all that can be shared; Rosa has something of Ben's too."""
    with as_owner():
        aunt = life.relative("luz")
        life.live(maya.pk, rosa, aunt)
    share("maya", aunt, at=STORY_TIME - 3 * life.DAY, categories=life.EVERYTHING)
    share("ben", rosa, at=STORY_TIME - 3 * life.DAY, categories=life.EVERYTHING)
    return aunt


@pytest.fixture
def fields(aunt):
    """Plant a canary in every such field of every row that there is; return where."""
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        # What the database does by itself when a row changes must not undo or refuse it.
        cursor.execute("SET LOCAL session_replication_role = replica")
        found = {where for model in our_models() for where in _plant(model, cursor, but_of=aunt.pk)}
        cursor.execute("SET LOCAL session_replication_role = origin")
        return found


def _plant(model, cursor, *, but_of):
    table, keys = model._meta.db_table, _keys(model, but_of)
    cursor.execute(
        "SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass AND contype = 'c'", [table]
    )
    for (name,) in cursor.fetchall():
        cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    for field in plantable(model):
        if planted(field, 0) is None:
            continue
        for number, key in enumerate(keys):
            with transaction.atomic():
                rows = model._base_manager.filter(pk=key)
                rows.update(**{field.name: planted(field, number)})
        yield f"{table}.{field.name}"


def _keys(model, aunt):
    rows = model._base_manager.all()
    relatives = [aunt, demo.key("rosa"), demo.key("tom")]
    # A relative's own account, addresses and notes are theirs to see.
    own = ["pk"] if model is User else [name for name in OWN if _has(model, name)]
    for name in own:
        rows = rows.exclude(**{f"{name}__in": relatives})
    if model._meta.db_table == "core_auditentry":  # never changed, not even by the owner
        rows = rows.none()
    return list(rows.values_list("pk", flat=True)[:20])


def _has(model, name):
    return any(field.name == name for field in model._meta.concrete_fields)


def test_the_planted_fields_are_those_that_matter(fields):
    assert fields >= {
        "checkins_checkin.note", "checkins_checkin.goal", "checkins_checkin.items",
        "checkins_urgelog.trigger_words", "checkins_lapse.what", "checkins_diarycard.note",
        "skills_practicetext.answers", "plans_plan.steps", "plans_saferstep.actions",
        "plans_supportperson.phone", "questionnaires_response.answers", "alerts_alert.note",
        "alerts_assessment.reasons", "care_medication.name", "care_goal.why", "care_task.note",
        "family_consent.text", "program_session.title", "accounts_user.name",
        "accounts_user.email",
    }  # fmt: skip


def _addresses():
    for route in api_routes():
        if route.path == "schema/":  # the same for everybody
            continue
        path = re.sub(r"<uuid:\w+>", str(demo.key("maya")), "/" + route.path)
        yield re.sub(r"<[^>]+>", "2026-06-10", path)


@pytest.mark.parametrize("name", ["rosa", "tom", "aunt"])
def test_f02_no_canary_reaches_a_relative_by_any_route(request, fields, caplog, name):
    visitor = Browser(request.getfixturevalue(name))

    with caplog.at_level(logging.DEBUG):
        for path in _addresses():
            assert _canaries_in(visitor.get(path)) == [], path

    assert CANARY not in caplog.text
    assert not mail.outbox


def _canaries_in(answer):
    """Return the canaries of an answer, each with the name under which it stands."""
    everything = answer.content.decode("latin-1") + json.dumps(dict(answer.headers))
    return re.findall(rf'"\w+":[^:]*{CANARY}|{CANARY}', everything)


def test_with_everything_shared_the_page_is_full_and_holds_no_canary(fields, aunt):
    answer = shown(aunt)

    (card,) = answer.body["shared"]
    without = {Category.PROGRAM_LINK, Category.SESSION_INVITATIONS}
    assert all(card[key] is not None for key in set(Category.values) - without)
    assert _canaries_in(answer) == []


def test_what_goes_out_to_a_relative_holds_no_canary(fields, maya, aunt):
    with as_owner():
        before = set(Delivery.objects.values_list("pk", flat=True))
        maya.refresh_from_db()  # her password too is a canary now

    pressed = Browser(maya).post(
        "/call-me/", {"submission_id": str(life.uuid4()), "to": str(aunt.pk)}
    )

    with as_owner():
        queued = Delivery.objects.exclude(pk__in=before)
        rows = [json.dumps(row, default=str) for row in queued.values()]
    assert pressed.status == 201
    assert CANARY not in "".join(rows)
