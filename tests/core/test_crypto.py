"""Free text at rest, and exchanging the keys that it is sealed with."""

from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.db import connection

from accounts import services as account_services
from checkins.models import CheckIn
from core import crypto
from core.crypto import Unreadable
from tests.conftest import as_owner
from tests.factories import alert_about, checked_in, told

OLD, NEW = b"0123456789abcdef0123456789abcdef", b"fedcba9876543210fedcba9876543210"
WORDS = "I walked by the river – it helped"


def _stored(row: CheckIn, column: str = "note") -> str:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM checkins_checkin WHERE id = %s", [row.pk])
        return cursor.fetchone()[0]


def _store(row: CheckIn, value: str) -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("UPDATE checkins_checkin SET note = %s WHERE id = %s", [value, row.pk])


def _read(row: CheckIn) -> str:
    with as_owner():
        return CheckIn.objects.get(pk=row.pk).note


@pytest.fixture
def note(maya):
    with as_owner():
        return checked_in(maya, note=WORDS)


def test_the_database_never_sees_what_maya_wrote(note):
    stored = _stored(note)

    assert stored.startswith("v1.")
    assert "river" not in stored
    assert _read(note) == WORDS


def test_the_same_words_are_stored_differently_each_time(note):
    first = _stored(note)

    _store(note, crypto.seal(WORDS, context="checkins_checkin.note"))

    assert _stored(note) != first
    assert _read(note) == WORDS


def test_words_that_were_left_out_stay_empty(maya):
    with as_owner():
        row = checked_in(maya)

    assert _stored(row) == ""
    assert _read(row) == ""


def test_a_value_moved_to_another_column_does_not_open(note):
    _store(note, crypto.seal(WORDS, context="checkins_checkin.goal"))

    with pytest.raises(Unreadable):
        _read(note)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda value: value[:-4] + ("AAA=" if not value.endswith("AAA=") else "BBB="),
        lambda value: value[:30] + ("A" if value[30] != "A" else "B") + value[31:],
        lambda value: value.replace("v1.", "v2."),
        lambda value: value.replace("v1.k", "v1.x"),
        lambda value: "v1.k1.not base64",
        lambda value: "v1.k1.",
        lambda value: "in clear",
    ],
)
def test_an_altered_value_does_not_open(note, settings, spoil):
    settings.FIELD_KEYS = {"k1": OLD}
    _store(note, crypto.seal(WORDS, context="checkins_checkin.note"))

    _store(note, spoil(_stored(note)))

    with pytest.raises(Unreadable):
        _read(note)


def test_an_old_key_still_reads_and_the_new_one_writes(note, settings):
    settings.FIELD_KEYS = {"k1": OLD}
    _store(note, crypto.seal(WORDS, context="checkins_checkin.note"))

    settings.FIELD_KEYS = {"k2": NEW, "k1": OLD}
    written_since = crypto.seal("since", context="checkins_checkin.note")

    assert _read(note) == WORDS
    assert written_since.startswith("v1.k2.")


def test_a_value_whose_key_is_gone_does_not_open(note, settings):
    settings.FIELD_KEYS = {"k1": OLD}
    _store(note, crypto.seal(WORDS, context="checkins_checkin.note"))

    settings.FIELD_KEYS = {"k2": NEW}

    with pytest.raises(Unreadable):
        _read(note)


@pytest.fixture
def sealed_with_old_key(maya, okafor, settings):
    """Something in the sealed fields of several apps, all of it sealed with one key."""
    settings.FIELD_KEYS = {"old": OLD, **settings.FIELD_KEYS}
    with as_owner():
        notes = [checked_in(maya, note=WORDS, goal="call Sam")]
        notes.append(checked_in(maya, version=2, note=WORDS))
        alert_about(
            maya, acknowledged_at=notes[0].received_at, acknowledged_by=okafor,
            resolved_at=notes[0].received_at, resolved_by=okafor,
            action="called", outcome="safe", note="Maya is well",
        )  # fmt: skip
        told(maya)
        _rotate()
    return notes


def _rotate(**options) -> str:
    out = StringIO()
    call_command("rotate_field_keys", stdout=out, **options)
    return out.getvalue()


def test_after_the_rotation_every_value_opens_without_the_old_key(
    sealed_with_old_key, maya, okafor, settings
):
    settings.FIELD_KEYS = {"new": NEW, **settings.FIELD_KEYS}

    with as_owner():
        _rotate(batch=1)
        settings.FIELD_KEYS = {"new": NEW}

        opened = {
            field.context
            for field in crypto.sealed_fields()
            if any(field.model._base_manager.values_list(field.name, flat=True))
        }
        factor = Authenticator.objects.get(user=okafor)
        secret = crypto.unseal(factor.data["secret"], context=account_services.SECOND_FACTOR)
    assert opened >= {
        "checkins_checkin.note", "checkins_checkin.goal", "alerts_alert.note",
        "delivery_delivery.path", "family_consent.text",
    }  # fmt: skip
    assert secret == "JBSWY3DPEHPK3PXP"
    assert [_read(row) for row in sealed_with_old_key] == [WORDS, WORDS]


def test_rotating_again_changes_nothing(sealed_with_old_key, settings):
    settings.FIELD_KEYS = {"new": NEW, **settings.FIELD_KEYS}

    with as_owner():
        _rotate()
        before = _stored(sealed_with_old_key[0])
        report = _rotate()

    assert _stored(sealed_with_old_key[0]) == before
    assert all(line.endswith(": 0") for line in report.splitlines())


def test_a_value_that_no_key_opens_is_named_and_the_others_are_rotated(
    sealed_with_old_key, settings
):
    broken, whole = sealed_with_old_key
    _store(broken, "v1.lost.AAAA")
    settings.FIELD_KEYS = {"new": NEW, **settings.FIELD_KEYS}
    out = StringIO()

    with as_owner(), pytest.raises(CommandError, match="1 values do not open"):
        call_command("rotate_field_keys", stdout=out, batch=1)

    assert f"checkins_checkin.note: row {broken.pk} does not open" in out.getvalue()
    assert crypto.sealed_with_current_key(_stored(whole))
    assert _stored(broken) == "v1.lost.AAAA"


def test_rotating_as_the_app_is_refused_because_it_would_miss_rows(db):
    with pytest.raises(CommandError, match="DATABASE_AS=owner"):
        _rotate()


def test_recovery_codes_and_plain_members_of_a_second_factor_are_rotated_with_care(
    okafor, settings
):
    settings.FIELD_KEYS = {"old": OLD}
    codes = [crypto.seal(code, context=account_services.SECOND_FACTOR) for code in ("a1", "b2")]
    with as_owner():
        factor = Authenticator.objects.create(
            user=okafor, type="recovery_codes", data={"migrated_codes": codes, "used_mask": 3}
        )
        Authenticator.objects.exclude(pk=factor.pk).delete()
        settings.FIELD_KEYS = {"new": NEW, "old": OLD}

        changed = account_services.reseal_second_factors()

        factor.refresh_from_db()
    settings.FIELD_KEYS = {"new": NEW}
    opened = [
        crypto.unseal(code, context=account_services.SECOND_FACTOR)
        for code in factor.data["migrated_codes"]
    ]
    assert changed == 1
    assert opened == ["a1", "b2"]
    assert factor.data["used_mask"] == 3
