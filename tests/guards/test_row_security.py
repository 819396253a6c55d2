"""The second wall: row security is forced, and grants are as narrow as they are written here."""

import pytest
from django.db import connection

from core.identity import APP_ROLE, RELATIVE_ROLE, RELATIVE_ROLES, SIGN_IN_ROLE, Reader
from tests.conftest import as_owner
from tests.guards.grants import (
    GRANTED,
    GRANTED_COLUMNS,
    NEVER_UPDATED,
    OPEN,
    WHAT_A_CONSENT_IS,
)
from tests.guards.house import our_models


def _ask(sql, *values):
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def _tables():
    """Return name, row security on, forced, and the number of policies of each table."""
    return _ask(
        """
        SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity,
               (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid)
          FROM pg_class c
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        """
    )


def _table_grants(role):
    rows = _ask(
        """
        SELECT c.relname, a.privilege_type FROM pg_class c, aclexplode(c.relacl) a
          JOIN pg_roles r ON r.oid = a.grantee
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
           AND r.rolname = %s
        """,
        role,
    )
    found = {}
    for table, privilege in rows:
        found.setdefault(table, set()).add(privilege)
    return found


def _column_grants():
    rows = _ask(
        """
        SELECT r.rolname, c.relname, a.privilege_type, t.attname
          FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid, aclexplode(t.attacl) a
          JOIN pg_roles r ON r.oid = a.grantee
         WHERE c.relnamespace = 'public'::regnamespace AND r.rolname = ANY (%s)
        """,
        [APP_ROLE, *RELATIVE_ROLES],
    )
    found = {}
    for role, table, privilege, column in rows:
        found.setdefault((role, table, privilege), set()).add(column)
    return found


@pytest.mark.django_db
def test_every_table_of_ours_forces_row_security_or_has_a_reason():
    ours = {model._meta.db_table for model in our_models()}

    open_tables = {name for name, on, forced, _ in _tables() if not (on and forced)}

    assert open_tables & ours == set(OPEN) & ours


@pytest.mark.django_db
def test_every_table_that_the_app_can_reach_is_behind_policies_or_has_a_reason():
    reachable = set(_table_grants(APP_ROLE)) | set(_table_grants(RELATIVE_ROLE))
    reachable |= {table for _, table, _ in _column_grants()}

    unguarded = {
        name for name, on, forced, policies in _tables()
        if name in reachable and not (on and forced and policies)
    }  # fmt: skip

    assert unguarded == set(OPEN)


@pytest.mark.django_db
def test_the_app_is_granted_exactly_what_is_written_here():
    written = {table: set(privileges.split()) for table, privileges in GRANTED.items()}

    assert _table_grants(APP_ROLE) == written


@pytest.mark.django_db
def test_single_columns_are_granted_exactly_as_written_here():
    assert _column_grants() == GRANTED_COLUMNS


@pytest.mark.django_db
def test_no_relatives_role_is_granted_a_whole_table():
    assert [role for role in RELATIVE_ROLES if _table_grants(role)] == []


@pytest.mark.django_db
def test_nothing_is_granted_to_everybody():
    granted = _ask(
        """
        SELECT c.relname FROM pg_class c, aclexplode(c.relacl) a
         WHERE c.relnamespace = 'public'::regnamespace AND a.grantee = 0
        """
    )

    assert granted == []


@pytest.mark.django_db
@pytest.mark.parametrize("table", sorted(NEVER_UPDATED))
def test_what_is_never_rewritten_has_no_way_to_be(table):
    ways = _ask(
        "SELECT polname FROM pg_policy WHERE polrelid = %s::regclass AND polcmd IN ('w', 'd', '*')",
        table,
    )

    assert ways == []
    assert set(GRANTED[table].split()).isdisjoint({"UPDATE", "DELETE"})


@pytest.mark.django_db
def test_no_function_runs_with_rights_but_the_one_that_reads_a_password():
    definers = _ask(
        """
        SELECT proname, pg_get_userbyid(proowner) FROM pg_proc
         WHERE pronamespace = 'public'::regnamespace AND prosecdef
        """
    )

    assert definers == [("accounts_password_of", SIGN_IN_ROLE)]


@pytest.mark.django_db
def test_who_reads_passwords_reads_nothing_else_and_nobody_may_become_it():
    members = _ask(
        """
        SELECT u.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid
          JOIN pg_roles u ON u.oid = m.member WHERE r.rolname = %s AND NOT u.rolsuper
        """,
        SIGN_IN_ROLE,
    )
    columns = _ask(
        """
        SELECT c.relname, t.attname FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid,
               aclexplode(t.attacl) a JOIN pg_roles r ON r.oid = a.grantee
         WHERE r.rolname = %s ORDER BY 2
        """,
        SIGN_IN_ROLE,
    )

    assert members == []
    assert columns == [("accounts_user", "id"), ("accounts_user", "password")]
    assert _table_grants(SIGN_IN_ROLE) == {}


@pytest.mark.django_db
def test_no_view_passes_row_security_by():
    leaking = _ask(
        """
        SELECT relname FROM pg_class
         WHERE relnamespace = 'public'::regnamespace
           AND (relkind = 'm' OR relkind = 'v'
                AND NOT coalesce('security_invoker=true' = ANY (reloptions), false))
        """
    )

    assert leaking == []


@pytest.mark.django_db
def test_policies_speak_of_our_roles_only():
    roles = _ask(
        """
        SELECT DISTINCT coalesce(r.rolname, 'PUBLIC')
          FROM pg_policy p, unnest(p.polroles) member LEFT JOIN pg_roles r ON r.oid = member
        """
    )

    assert {name for (name,) in roles} == {APP_ROLE, SIGN_IN_ROLE, *RELATIVE_ROLES}


@pytest.mark.django_db
def test_no_role_can_do_more_than_a_role_should():
    roles = _ask(
        """
        SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin
          FROM pg_roles WHERE rolname = ANY (%s) ORDER BY 1
        """,
        [APP_ROLE, SIGN_IN_ROLE, *RELATIVE_ROLES],
    )

    ours = (APP_ROLE, SIGN_IN_ROLE, *RELATIVE_ROLES)
    assert roles == [(role, *[False] * 5) for role in sorted(ours)]


@pytest.mark.django_db
def test_a_reader_of_one_thing_is_a_relative_and_nothing_else():
    members = _ask(
        """
        SELECT m.rolname, r.rolname FROM pg_auth_members a
          JOIN pg_roles m ON m.oid = a.member JOIN pg_roles r ON r.oid = a.roleid
         WHERE m.rolname = ANY (%s)
        """,
        [APP_ROLE, *RELATIVE_ROLES],
    )

    assert set(members) == {(str(reader), RELATIVE_ROLE) for reader in Reader}


@pytest.mark.django_db
def test_every_table_that_is_opened_to_relatives_also_asks_for_a_consent_in_force():
    restrictive = _ask(
        """
        SELECT DISTINCT p.polrelid::regclass::text FROM pg_policy p
         WHERE NOT p.polpermissive
           AND (SELECT oid FROM pg_roles WHERE rolname = %s) = ANY (p.polroles)
        """,
        RELATIVE_ROLE,
    )

    opened = {table for role, table, _ in GRANTED_COLUMNS if role in RELATIVE_ROLES}
    assert opened - {table for (table,) in restrictive} == set(WHAT_A_CONSENT_IS)


@pytest.mark.django_db
def test_the_apps_role_may_not_make_tables():
    (may,) = _ask("SELECT has_schema_privilege(%s, 'public', 'CREATE')", APP_ROLE)

    assert may == (False,)


@pytest.mark.django_db
def test_no_foreign_key_deletes_rows_of_a_record():
    cascading = _ask(
        """
        SELECT conrelid::regclass::text FROM pg_constraint
         WHERE contype = 'f' AND confdeltype = 'c' AND connamespace = 'public'::regnamespace
        """
    )

    assert cascading == []
