"""Statements made ready: they answer as the ORM would, under the same row security."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from accounts.models import User
from backend import demo
from checkins.models import CheckIn
from core import identity
from core.statements import Given, Selection, Statement, ask
from program.models import Enrolment
from tests.committed import app_login
from tests.conftest import as_owner
from tests.factories import checked_in
from tests.story import STORY_DAY

CHECK_INS = Selection(lambda: CheckIn.objects.filter(client_id=Given(1)).order_by("on", "version"))
NOW = Statement("SELECT clock_timestamp()")


def test_a_selection_answers_what_its_query_would(maya):
    with as_owner():
        checked_in(maya, STORY_DAY + timedelta(days=1), note="A sealed word.")
    identity.be_person(maya.pk)

    (rows,) = ask(CHECK_INS.of(maya.pk))

    expected = CheckIn.objects.filter(client=maya).order_by("on", "version")
    assert [_columns(row) for row in rows] == [_columns(row) for row in expected]
    assert rows[-1].note == "A sealed word."
    assert not rows[0]._state.adding


def _columns(row):
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def test_a_selection_brings_what_it_was_told_to_bring_along(maya, django_assert_num_queries):
    enrolments = Selection(
        lambda: Enrolment.objects.select_related("program").filter(client_id=Given(1))
    )
    identity.be_person(maya.pk)

    ((enrolment,),) = ask(enrolments.of(maya.pk))

    with django_assert_num_queries(0):
        assert enrolment.program.name == "Riverside IOP"


def test_one_message_runs_its_statements_one_after_the_other(maya):
    be = Statement("SELECT set_config('app.person_id', $1, true)")

    _, mine = ask(be.of(str(maya.pk)), CHECK_INS.of(maya.pk))
    _, nobodys = ask(be.of(""), CHECK_INS.of(maya.pk))
    ((first,),), ((second,),) = ask(NOW.of(), NOW.of())

    assert len(mine) > 0
    assert nobodys == []
    assert first < second


@pytest.mark.parametrize("reader", ["ben", "rosa", "lee"])
def test_what_was_prepared_for_maya_shows_nobody_else_her_answers(request, maya, reader):
    other = request.getfixturevalue(reader)
    identity.be_person(maya.pk)
    (hers,) = ask(CHECK_INS.of(maya.pk))

    identity.be_person(other.pk)
    (theirs,) = ask(CHECK_INS.of(maya.pk))

    assert len(hers) > 0
    assert theirs == []


def test_what_the_owner_prepared_is_bound_by_row_security_for_the_app(maya):
    everybody = Selection(lambda: User.objects.all())
    with as_owner():
        (seen_by_owner,) = ask(everybody.of())
    identity.be_nobody()

    (seen_by_app,) = ask(everybody.of())

    assert len(seen_by_owner) >= len(demo.CAST)
    assert seen_by_app == []


def test_a_new_connection_prepares_for_itself(committed):
    readings = []
    for _ in range(2):
        with app_login(), transaction.atomic():
            readings.append(ask(NOW.of(), NOW.of()))

    assert [len(reading) for reading in readings] == [2, 2]


def test_what_was_prepared_outlives_a_transaction_that_failed(committed):
    division = Statement("SELECT 1 / $1::int")
    with app_login():
        with pytest.raises(DatabaseError), transaction.atomic():
            ask(division.of(0))

        with transaction.atomic():
            (answer,) = ask(division.of(1))

    assert answer == [(1,)]


def test_values_are_never_read_as_sql(maya):
    echo = Statement("SELECT $1::text")

    ((said,),) = ask(echo.of("'); DROP TABLE accounts_user; --"))

    assert said == ("'); DROP TABLE accounts_user; --",)
    assert "accounts_user" in connection.introspection.table_names()
