"""The app's role reads nobody's hash: only a function does, for whose it is and for sign-in."""

import pytest
from django.contrib.auth.hashers import check_password
from django.db import Error, connection, transaction

from accounts.models import User
from core import identity
from core.identity import SIGN_IN_ROLE, System
from tests.accounts.doors import PASSWORD
from tests.conftest import as_owner


def _ask(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def test_the_column_itself_is_closed(okafor):
    identity.be_person(okafor.pk)

    with pytest.raises(Error, match="permission denied"), transaction.atomic():
        _ask("SELECT password FROM accounts_user")


@pytest.mark.parametrize("asker", ["maya", "rosa", "lee", "ada"])
def test_a_signed_in_person_reads_staff_and_not_their_hash(request, asker, okafor):
    identity.be_person(request.getfixturevalue(asker).pk)

    row = User.objects.get(pk=okafor.pk)
    ((asked,),) = _ask("SELECT accounts_password_of(%s)", okafor.pk)

    assert row.name == okafor.name
    assert (row.password, asked) == ("", "")


def test_ones_own_hash_comes_along_and_fits(maya):
    identity.be_person(maya.pk)

    assert check_password(PASSWORD, User.objects.get(pk=maya.pk).password)


@pytest.mark.parametrize("part", [part for part in System if part != System.ACCOUNTS])
def test_no_other_part_of_the_program_reads_a_hash(part, okafor):
    with identity.acting_as(part):
        ((asked,),) = _ask("SELECT accounts_password_of(%s)", okafor.pk)
        rows = list(User.objects.all())

    assert asked == ""
    assert {row.password for row in rows} <= {""}


def test_nobody_reads_none(okafor):
    identity.be_nobody()

    assert _ask("SELECT accounts_password_of(%s)", okafor.pk) == [("",)]


def test_sign_in_reads_what_it_must(okafor):
    identity.be_accounts()

    assert check_password(PASSWORD, User.objects.get(pk=okafor.pk).password)


def test_nobody_becomes_the_role_that_reads_hashes(maya):
    with as_owner():
        ((may,),) = _ask("SELECT pg_has_role('foothold_app', %s, 'MEMBER')", SIGN_IN_ROLE)

    assert may is False


def test_a_row_that_was_read_without_its_hash_is_not_written_back(okafor, maya):
    identity.be_person(maya.pk)
    row = User.objects.get(pk=okafor.pk)
    identity.be_accounts()

    with pytest.raises(Error, match="never emptied"), transaction.atomic():
        row.save()
