"""Every route, with every method, for every person of the cast. matrix.py is the table."""

import re
from contextlib import contextmanager
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.test.client import ClientHandler

from accounts.models import User
from alerts.models import Alert, Assessment
from backend import demo
from checkins.models import CheckIn, DiaryTarget, PersonalItem
from family.models import Consent
from plans.models import Plan, SupportPerson
from skills.models import Assignment, Practice, Skill
from skills.rules import exercise, source
from tests.checkins.diary import card
from tests.checkins.moments import WALK, lapse, outcome, urge
from tests.conftest import as_owner
from tests.guards.areas import AREAS
from tests.guards.house import ROOT, api_routes
from tests.guards.matrix import PEOPLE, rows
from tests.http import Browser as AnyBrowser
from tests.http import check_in
from tests.plans.words import relapse_plan
from tests.story import STORY_TIME, days_ago

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
NOTHING = "00000000-0000-4000-8000-000000000000"
ROWS = rows()
CONTENT = (ROOT / "skills" / "content" / "en" / "stop.md").read_text(encoding="utf-8")
STOP = source.read(CONTENT, file="stop.md", slug="stop", language="en")
TEA = {**STOP, "slug": "tea"}
AMENDED_DAY = days_ago(2)


@pytest.fixture(scope="module")
def _stage(django_db_setup, django_db_blocker):
    """Put one of everything in place and sign everybody in, once for every row of the table.

    Each test gives back what its requests changed: its own transaction lies within this one.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        with time_machine.travel(STORY_TIME, tick=False):
            found = _one_of_everything()
            signed_in = {name: _browser(_person(name)).client.cookies for name in PEOPLE}
        yield found, signed_in
        transaction.set_rollback(True)


@pytest.fixture
def objects(_stage, db):
    """One of everything, Maya's and Ben's, under the names that the table uses."""
    return _stage[0]


@pytest.fixture
def signed_in(_stage, db):
    """Return a function that gives a browser of somebody who signed in: signed_in("maya")."""

    def come_back(name):
        browser = _browser(None)
        browser.client.cookies = _stage[1][name].copy()
        return browser

    return come_back


def _one_of_everything():
    with as_owner():
        _exercise()
        found = {
            "nothing": NOTHING,
            "a skill": "stop",
            "no skill": "no-such-skill",
            "our exercise": "tea",
            "maya's practice": _practice("maya"),
            "maya's sign-in": _sign_in("maya"),
            "no sign-in": 0,
            "okafor": demo.key("okafor"),
            "maya's sister": _support_person("maya"),
            "maya's target": _target("maya"),
            "maya's item": _item("maya"),
            "a new name": uuid4(),
            "a day": days_ago(0),
            "safety": _plan("maya", "safety"),
            "relapse": "relapse_prevention",
            "maya's answered alert": _alert("maya", tier="high", acknowledged="okafor"),
        }
        for name in ("maya", "ben"):
            found[name] = demo.key(name)
            found[f"{name}'s check-in"] = _check_in(name).pk
            found[f"{name}'s alert"] = _alert(name, tier="critical")
            found[f"{name}'s assignment"] = _assignment(name)
        for name in ("rosa", "tom"):
            consent = Consent.objects.get(client=demo.key("maya"), recipient=demo.key(name))
            found[f"consent for {name}"] = consent.pk
        for area in AREAS:
            found |= area.objects()
    return found


def _exercise():
    if not Skill.objects.filter(slug="stop", language="en", current=True).exists():
        _skill(STOP, origin="file")
    _skill(TEA, origin="clinic")


def _skill(content, *, origin):
    Skill.objects.create(
        slug=content["slug"], language="en", version=exercise.version_of(content),
        content=content, published_at=STORY_TIME, origin=origin,
    )  # fmt: skip


def _practice(name):
    return Practice.objects.create(
        client_id=demo.key(name), submission_id=uuid4(), started_at=STORY_TIME,
        skill=Skill.objects.get(slug="stop", language="en", current=True), received_at=STORY_TIME,
    ).pk  # fmt: skip


def _support_person(name):
    return SupportPerson.objects.create(
        client_id=demo.key(name), name="Luz", relationship="sister", phone="617-555-0142",
        added_at=STORY_TIME,
    ).pk  # fmt: skip


def _plan(name, kind):
    Plan.objects.create(
        client_id=demo.key(name),
        kind=kind,
        version=1,
        steps="{}",
        review_on=STORY_TIME.date() + timedelta(days=90),
        written_at=STORY_TIME,
        written_by_id=demo.key(name),
    )
    return kind


def _sign_in(name):
    return UserSession.objects.create(
        user_id=demo.key(name), ip="192.0.2.7", session_key="another", user_agent="Firefox"
    ).pk


def _target(name):
    return DiaryTarget.objects.create(
        client_id=demo.key(name), label="Walk", kind="habit", scale="yes_no",
        set_at=STORY_TIME, set_by_id=demo.key("okafor"),
    ).pk  # fmt: skip


def _item(name):
    return PersonalItem.objects.create(
        client_id=demo.key(name), item=uuid4(), place=1, label="Rest", kind="habit",
        scale="yes_no", set_at=STORY_TIME, set_by_id=demo.key("okafor"),
    ).item  # fmt: skip


def _assignment(name):
    clinician = {"maya": "okafor", "ben": "lee"}[name]
    return Assignment.objects.create(
        client_id=demo.key(name),
        slug="tea",
        assigned_at=STORY_TIME,
        assigned_by_id=demo.key(clinician),
    ).pk


def _check_in(name):
    return CheckIn.objects.create(
        client_id=demo.key(name),
        submission_id=uuid4(),
        on=AMENDED_DAY,
        version=7,
        timezone="UTC",
        recorded_at=STORY_TIME,
        received_at=STORY_TIME,
        mood=5,
    )


def _alert(name, *, tier, acknowledged=None):
    client_id = demo.key(name)
    assessment = Assessment.objects.create(
        client_id=client_id,
        cause=f"matrix:{uuid4()}",
        on=STORY_TIME.date(),
        rule_version="test",
        tier=tier,
        assessed_at=STORY_TIME,
    )
    answered = (
        {
            "acknowledged_at": STORY_TIME,
            "acknowledged_by_id": demo.key(acknowledged),
            "owner_id": demo.key(acknowledged),
        }
        if acknowledged
        else {}
    )
    return Alert.objects.create(
        client_id=client_id,
        assessment=assessment,
        tier=tier,
        raised_at=STORY_TIME,
        due_at=STORY_TIME + timedelta(hours=1),
        due_by=STORY_TIME + timedelta(hours=1),
        **answered,
    ).pk


# Loading the middleware lists every file of the web app: once is enough for all who ask here.
HANDLER = ClientHandler(enforce_csrf_checks=False)


def _browser(person, **options):
    browser = AnyBrowser(person, **options)
    browser.client.handler = HANDLER
    return browser


@contextmanager
def _own_transaction():
    """Keep what one request sets and writes from the next one, as production does."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _person(name):
    if name == "nobody":
        return None
    with as_owner():
        if name == "stranger":
            return User.objects.create(email="stranger@example.org", name="Sam", roles=["client"])
        return User.objects.get(pk=demo.key(name))


def _body(method, address):
    """Return a body that is right for whoever may send it."""
    if method not in {"POST", "PUT"}:
        return None
    for ending, body in (*(one for area in AREAS for one in area.BODIES), *BODIES):
        if re.fullmatch(ending, f"{method} {address}"):
            return body()
    return {}


# The first that fits; most bodies are made anew for each request.
BODIES = (
    ("POST check-ins/", check_in),
    (".*amendments/", lambda: check_in(on=AMENDED_DAY)),
    ("POST practices/", lambda: _practised()),
    ("POST clients/.*/assignments/", lambda: {"skill": "stop"}),
    (
        "(POST|PUT) support-people/.*",
        lambda: {"name": "Dana", "relationship": "sister", "phone": "617-555-0142"},
    ),
    ("PUT .*plans/{relapse}/", relapse_plan),
    ("POST .*plans/{safety}/sign/", lambda: {"version": 1}),
    ("PUT diary-cards/.*", lambda: card(sleep_hours=7)),
    ("PUT urges/.*", urge),
    ("PUT lapses/.*", lapse),
    ("PUT daily-goals/.*", outcome),
    ("POST clients/.*/personal-items/", lambda: WALK),
    ("PUT clients/.*/personal-items/.*", lambda: {"label": "Nap", "scale": "yes_no"}),
    (
        "POST clients/.*/diary-targets/",
        lambda: {"label": "Sketch", "kind": "habit", "scale": "yes_no"},
    ),
    ("PUT exercises/.*", lambda: TEA),
    ("PUT me/language/", lambda: {"language": "es"}),
    ("POST exercises/(preview/)?", lambda: {**STOP, "slug": "milk"}),
    (
        ".*resolve/",
        lambda: {"action": "called", "outcome": "not_reached", "note": "Nobody answered."},
    ),
    (
        "POST invitations/",
        lambda: {"email": "new@example.org", "name": "New", "roles": ["client"]},
    ),
    (
        "POST invitations/accept/",
        lambda: {"token": "no such secret", "password": "a long enough password"},
    ),
)


def _practised():
    return {
        "submission_id": str(uuid4()), "skill": "stop", "skill_version": _version("stop"),
        "started_at": STORY_TIME.isoformat(), "answers": {},
    }  # fmt: skip


def _version(slug):
    return Skill.objects.get(slug=slug, current=True, language="en").version


def _path(address, objects):
    return re.sub(r"\{([^}]*)\}", lambda found: str(objects[found[1]]), address)


def _methods(method, address):
    """Return the methods that a row speaks for."""
    if method != "other":
        return [method]
    named = {m for m, other, _ in ROWS if _shape(other) == _shape(address)}
    return [m for m in METHODS if m not in named]


def _shape(address):
    return re.sub(r"\{[^}]*\}", "{}", address)


@pytest.mark.parametrize(
    ("method", "address", "statuses"), ROWS, ids=[f"{m} {a}" for m, a, _ in ROWS]
)
@time_machine.travel(STORY_TIME, tick=False)
def test_everybody_gets_what_the_table_says(
    objects, signed_in, method, address, statuses, settings
):
    # As where no vendor has agreed yet: what needs one is refused by name.
    settings.CHANNELS_ON = {"email"}
    path = _path(f"/{address}", objects)
    verbs, answers = _methods(method, address), {name: set() for name in PEOPLE}

    for name in PEOPLE:
        for verb in verbs:
            with _own_transaction():
                answer = signed_in(name).send(verb, path, _body(verb, address))
                answers[name].add(answer.status)

    assert answers == {name: {status} for name, status in zip(PEOPLE, statuses, strict=True)}


def test_every_route_is_in_the_table():
    in_the_table = {_shape(address) for _, address, _ in ROWS}

    in_the_map = {re.sub(r"<[^>]*>", "{}", route.path) for route in api_routes()}

    assert in_the_map == in_the_table


def test_every_method_of_a_route_has_its_row():
    for route in api_routes():
        shape = re.sub(r"<[^>]*>", "{}", route.path)
        served = {m for m in METHODS if hasattr(route.view, m.lower())}

        in_rows = {method for method, address, _ in ROWS if _shape(address) == shape}

        assert in_rows == served | {"other"}, route.path


def test_every_route_refuses_somebody_or_is_open_for_a_reason():
    open_to_all = {"schema/", "invitations/accept/"}.union(*(area.OPEN for area in AREAS))
    for method, address, statuses in ROWS:
        if address not in open_to_all:
            assert statuses[0] == 401, (method, address)


@time_machine.travel(STORY_TIME, tick=False)
def test_what_is_not_visible_looks_like_what_does_not_exist(objects):
    pairs = [
        ("lee", "/alerts/{maya's alert}/", "/alerts/{nothing}/"),
        ("lee", "/clients/{maya}/check-ins/", "/clients/{nothing}/check-ins/"),
        ("ben", "/alerts/{ben's alert}/", "/alerts/{nothing}/"),
    ]
    for name, hidden_address, missing_address in pairs:
        with _own_transaction():
            browser = _browser(_person(name))

            hidden = browser.get(_path(hidden_address, objects))
            missing = browser.get(_path(missing_address, objects))

            assert (hidden.status, hidden.content) == (missing.status, missing.content)


@time_machine.travel(STORY_TIME, tick=False)
def test_staff_without_their_second_factor_reach_only_who_they_are(okafor):
    browser = _browser(okafor, second_factor=False)

    gated = {path: browser.get(path) for path in ("/alerts/", "/skills/", "/sessions/")}

    assert {answer.status for answer in gated.values()} == {403}
    assert {answer.body["code"] for answer in gated.values()} == {"second_factor_required"}
    assert browser.get("/me/").status == 200
