"""A-04: random consents against a plain oracle, through HTTP and with the app's filters removed."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as example_settings
from hypothesis import strategies as st

from backend import demo
from core.identity import as_relative, be_person
from family.models import Category, Consent, ConsentPause, Restriction
from program.models import Enrolment, Program
from tests.conftest import as_owner
from tests.family import life, oracle
from tests.family.oracle import Case, Stay
from tests.http import Browser

STATES = ("agreed", "asked", "lifted")
CLIENTS, PEOPLE = ("maya", "ben"), ("rosa", "tom")
HOME = "America/New_York"
REAL_NOW = time_machine.escape_hatch.datetime.datetime.now
EXAMPLES = example_settings(
    max_examples=80, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip


minutes = st.integers(1, 60 * 24 * 3).map(lambda n: timedelta(minutes=n))
around_now = st.builds(lambda span, sign: span * sign, minutes, st.sampled_from((-1, 1)))
keys = st.lists(st.sampled_from(Category.values), min_size=1, unique=True)


@st.composite
def cases(draw):
    return Case(
        client=draw(st.sampled_from(CLIENTS)),
        person=draw(st.sampled_from(PEOPLE)),
        categories=draw(keys.map(lambda ones: sorted({*ones, "program_link"}))),
        zone=draw(st.sampled_from((HOME, HOME, "Pacific/Auckland", "Pacific/Pago_Pago", "UTC"))),
        signed_ago=draw(minutes),
        lasts_days=draw(st.integers(0, 6)),
        starts_in=draw(around_now),
        bound=draw(st.sampled_from((True, True, True, False))),
        ended=draw(
            st.sampled_from(("", "", "", "", "revoked", "superseded", "expired", "flagged_false"))
        ),
        pauses=draw(
            st.lists(st.tuples(st.none() | around_now, st.booleans()), max_size=1)
        ),
        restrictions=draw(
            st.lists(
                st.tuples(
                    st.booleans(), keys | st.just([]), st.sampled_from(STATES)
                ),
                max_size=1,
            )
        ),
    )  # fmt: skip


stays = st.lists(
    st.builds(
        Stay, st.sampled_from(CLIENTS), st.integers(5, 40), st.integers(-4, 2)
    ),
    max_size=2,
)  # fmt: skip


@pytest.fixture
def people(maya, ben, rosa, tom):
    with as_owner():
        for client in (maya, ben):
            life.live(client.pk, rosa, tom)
    return {"maya": maya, "ben": ben, "rosa": rosa, "tom": tom}


def _write(found, ended_stays, people, now):
    """Put the cases into the database in place of every consent that there was."""
    Consent.objects.filter(ended_at=None).update(
        ended_at=now, ended_by_id=demo.key("maya"), ended_reason="revoked"
    )
    program = Program.objects.first()
    today = oracle.day(now, HOME)
    rows = Enrolment.objects.filter(client__in=[people[name] for name in CLIENTS])
    for stay in ended_stays:
        rows.filter(client=people[stay.client]).update(
            active_from=today + timedelta(days=stay.ends_in),
        )
        Enrolment.objects.create(
            client=people[stay.client], program=program, level_of_care="iop",
            active_from=today - timedelta(days=stay.began_ago),
            active_until=today + timedelta(days=stay.ends_in),
        )  # fmt: skip
    for case in found:
        _write_one(case, people, now)


def _write_one(case, people, now):
    signed_at = now - case.signed_ago
    signed_on = oracle.day(signed_at, case.zone)
    client, person = people[case.client], people[case.person]
    late = now + case.starts_in
    consent = Consent.objects.create(
        client=client, recipient=person if case.bound else None,
        bound_at=signed_at if case.bound else None,
        client_name=client.name, discloser="Riverside IOP", recipient_name=person.name,
        relationship="kin", categories=case.categories, purpose="p", timezone=case.zone,
        craving_band_from=late if "craving_band" in case.categories else None,
        appointment_times_from=late if "appointment_times" in case.categories else None,
        expires_on=signed_on + timedelta(days=case.lasts_days), text_version="t",
        text_digest="d", text="t", signed_at=signed_at, signed_on=signed_on, signed_by=client,
        signature_method="password", authenticated_at=signed_at,
        **_ended(case, client, now),
    )  # fmt: skip
    for until, taken_back in case.pauses:
        ConsentPause.objects.create(
            client=client, series=consent.series, began_at=signed_at - timedelta(days=9),
            until_at=None if until is None else now + until, ended_at=now if taken_back else None,
        )  # fmt: skip
    for everybody, what, state in case.restrictions:
        answered = {"answered_at": now, "answered_by": client} if state == "agreed" else {}
        lifted = {"lifted_at": now} if state == "lifted" else {}
        Restriction.objects.create(
            client=client, recipient=None if everybody else person, categories=what, state=state,
            asked_at=signed_at, **answered, **lifted,
        )  # fmt: skip


def _ended(case, client, now):
    if not case.ended:
        return {}
    by = None if case.ended == "expired" else client
    flag = {"flagged_false_at": now} if case.ended == "flagged_false" else {}
    return {"ended_at": now, "ended_by": by, "ended_reason": case.ended, **flag}


def _one_open_per_pair(found):
    """Leave out what the database would refuse: a second open consent of a pair."""
    kept, pairs = [], set()
    for case in found:
        pair = (case.client, case.person)
        if not case.ended:
            if pair in pairs:
                continue
            pairs.add(pair)
        kept.append(case)
    return kept


def _restricted_by_all(found):
    """A restriction of one case bears on every consent that it names: spread them."""
    for case in found:
        case.restrictions = [
            one
            for other in found
            for one in other.restrictions
            if other.client == case.client and (one[0] or other.person == case.person)
        ]
    return found


def _one_stay_each(found):
    return list({stay.client: stay for stay in found}.values())


def _expected(found, all_stays, now):
    given_to = {person: {} for person in PEOPLE}
    for case in found:
        categories = oracle.gives(case, all_stays, now, HOME)
        if categories:
            given_to[case.person][case.client] = categories
    return given_to


@EXAMPLES
@given(found=st.lists(cases(), min_size=1, max_size=4), left=stays)
def test_a04_what_is_seen_is_what_was_consented_to(people, found, left):
    now = REAL_NOW(tz=life.STORY_TIME.tzinfo)
    found, left = _one_open_per_pair(found), _one_stay_each(left)
    came_back = [Stay(one.client, -one.ends_in, None) for one in left]
    others = [Stay(name, 24, None) for name in CLIENTS if name not in {one.client for one in left}]
    with transaction.atomic(), time_machine.travel(now, tick=False):
        with as_owner():
            _write(found, left, people, now)
        expected = _expected(_restricted_by_all(found), [*left, *came_back, *others], now)
        for person in PEOPLE:
            _compare_pages(people, person, expected[person])
            _compare_rows(people, person, expected[person])
        transaction.set_rollback(True)


def _compare_pages(people, person, expected):
    cards = Browser(people[person]).get("/family/shared/").body["shared"]
    names = {str(people[name].pk): name for name in CLIENTS}
    sections = set(Category.values) - {"program_link", "session_invitations"}
    seen = {
        names[card["client"]]: {key for key in sections if card[key] is not None} for card in cards
    }
    assert seen == {client: keys & sections for client, keys in expected.items()}


def _compare_rows(people, person, expected):
    """With every filter of the app removed, row security lets through the same and no more."""
    be_person(people[person].pk)
    for category, (reader, statement) in life.READ_BY.items():
        with as_relative(reader):
            found = life.whose(statement)
        allowed = {people[client].pk for client, keys in expected.items() if category in keys}
        assert found == allowed, (person, category)


def test_the_random_cases_are_of_every_kind(people):
    """The property would hold of nothing at all: what is drawn must often show something."""
    shows, hides = set(), set()

    @example_settings(max_examples=300, deadline=None, database=None, derandomize=True)
    @given(case=cases())
    def draw(case):
        now = REAL_NOW(tz=life.STORY_TIME.tzinfo)
        given_now = oracle.gives(case, [Stay(case.client, 24, None)], now, HOME)
        (shows if given_now else hides).update(given_now or {case.ended or "open"})

    draw()
    assert shows == set(Category.values)
    assert {"open", "revoked", "expired"} <= hides


def test_an_id_of_nobody_reads_nothing(people):
    be_person(uuid4())

    for reader, statement in life.READ_BY.values():
        with as_relative(reader):
            assert life.whose(statement) == set()
