"""The audit trail: what it says, that it cannot be changed, and that any change is found."""

from datetime import UTC, datetime, timedelta
from io import StringIO
from uuid import UUID, uuid4

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from core import audit, identity
from core.audit import Actor
from core.identity import System
from core.models import AuditChain, AuditEntry
from tests.conftest import as_owner
from tests.factories import alert_about
from tests.http import check_in
from tests.story import STORY_TIME


def _write(person, count: int = 3) -> None:
    with identity.acting_for(person.pk):
        for number in range(count):
            audit.record(
                actor=Actor(role="client", id=person.pk),
                action="read",
                subject="checkins_checkin",
                at=STORY_TIME + timedelta(seconds=number),
                clients=[person.pk],
            )


def _faults() -> list[str]:
    with as_owner():
        return [fault.sentence for fault in audit.verify()[1]]


def _tamper(statement: str, *parameters: object) -> None:
    """Change the trail as somebody would who owns the database and switches its guards off."""
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(statement, parameters)
        changed = cursor.rowcount
        cursor.execute("SET LOCAL session_replication_role = origin")
    assert changed > 0


def test_a_trail_that_nobody_touched_verifies(maya):
    _write(maya)

    with as_owner():
        seen, faults, _ = audit.verify()
        stored = AuditEntry.objects.count()

    assert faults == []
    assert seen == stored > 3


VALUES = {
    "nothing but what is needed": {},
    "an address of the old kind": {"address": "192.0.2.7"},
    "an address of the new kind": {"address": "2001:0DB8:0:0::00FF"},
    "an old address in new clothes": {"address": "::ffff:192.0.2.7"},
    "a lonely microsecond": {"at": datetime(2026, 3, 8, 6, 59, 59, 1, tzinfo=UTC)},
    "all microseconds but one": {"at": datetime(2099, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)},
    "a time in another zone": {
        "at": datetime.fromisoformat("2026-11-01T01:30:00.123456-05:00"),
    },
    "several clients": {"clients": [UUID(int=3), UUID(int=1), UUID(int=2), UUID(int=1)]},
    "a consent": {"consent_id": UUID(int=9), "subject_id": UUID(int=8)},
    "a detail in other letters": {"detail": "версия 2 – naïve, \x1f, ' and \\"},
}


@pytest.mark.parametrize("name", VALUES)
def test_the_digest_computed_here_is_the_triggers(maya, name):
    values = {"at": STORY_TIME, **VALUES[name]}
    address = values.pop("address", None)
    with identity.acting_for(maya.pk):
        audit.record(
            actor=Actor(role="client", id=maya.pk, address=address),
            action="read",
            subject="checkins_checkin",
            **values,
        )

    with as_owner():
        entry = AuditEntry.objects.filter(chain=str(maya.pk)).latest("position")

    assert audit.digest_of(entry.previous, entry) == bytes(entry.digest)


def test_an_altered_entry_is_found(maya):
    _write(maya)

    _tamper(
        "UPDATE core_auditentry SET action = 'create' WHERE chain = %s AND position ="
        " (SELECT max(position) - 1 FROM core_auditentry WHERE chain = %s)",
        str(maya.pk), str(maya.pk),
    )  # fmt: skip

    assert _faults() == ["An entry was altered."]


def test_a_deleted_entry_is_found(maya):
    _write(maya)

    _tamper(
        "DELETE FROM core_auditentry WHERE chain = %s AND position ="
        " (SELECT max(position) - 1 FROM core_auditentry WHERE chain = %s)",
        str(maya.pk), str(maya.pk),
    )  # fmt: skip

    assert _faults() == ["An entry is missing."]


def test_an_entry_put_into_the_middle_is_found(maya, ben):
    _write(maya)
    chain = str(maya.pk)
    _tamper("UPDATE core_auditentry SET position = position + 1000 WHERE chain = %s", chain)
    _tamper(
        "UPDATE core_auditentry SET position = position - CASE WHEN position <= 1002 THEN 1000"
        " ELSE 999 END WHERE chain = %s",
        chain,
    )

    _tamper(
        "INSERT INTO core_auditentry SELECT %s::uuid, chain, 3, at, actor_id, actor_role, action,"
        " subject, subject_id, client_ids, consent_id, detail, address, digest, digest"
        " FROM core_auditentry WHERE chain = %s AND position = 2",
        str(uuid4()), chain,
    )  # fmt: skip

    assert "An entry was altered." in _faults()


def test_a_trail_cut_off_at_its_end_is_found(maya):
    _write(maya)

    _tamper(
        "DELETE FROM core_auditentry WHERE chain = %s AND position ="
        " (SELECT max(position) FROM core_auditentry WHERE chain = %s)",
        str(maya.pk), str(maya.pk),
    )  # fmt: skip

    assert _faults() == ["The chain does not end where its head says."]


def test_a_trail_whose_head_was_taken_is_found(maya):
    _write(maya)

    _tamper("DELETE FROM core_auditchain WHERE chain = %s", str(maya.pk))

    assert _faults() == ["The head of this chain is missing."]


def test_a_trail_that_is_gone_but_for_its_head_is_found(maya):
    _write(maya)

    _tamper("DELETE FROM core_auditentry WHERE chain = %s", str(maya.pk))

    assert _faults() == ["A whole chain is missing."]


def test_a_trail_cut_off_with_its_head_shows_in_the_digest_alone(stranger):
    _write(stranger)
    with as_owner():
        _, _, before = audit.verify()

    _tamper("DELETE FROM core_auditentry WHERE chain = %s", str(stranger.pk))
    _tamper("DELETE FROM core_auditchain WHERE chain = %s", str(stranger.pk))

    with as_owner():
        _, faults, after = audit.verify()
    assert faults == []
    assert after != before


def test_the_command_prints_entries_faults_and_digest(maya):
    out = StringIO()
    with as_owner():
        call_command("verify_audit", stdout=out)
        seen, _, digest = audit.verify()
    assert out.getvalue().splitlines() == [f"entries: {seen}", f"digest: {digest}"]

    _tamper("UPDATE core_auditentry SET detail = 'x' WHERE chain = %s", str(maya.pk))
    out = StringIO()
    with as_owner(), pytest.raises(CommandError, match="faults"):
        call_command("verify_audit", stdout=out)
    assert f"fault: chain {maya.pk}, entry 1: An entry was altered." in out.getvalue()


def test_the_command_does_not_call_a_trail_good_that_it_cannot_see(db):
    with pytest.raises(CommandError, match="DATABASE_AS=owner"):
        call_command("verify_audit")


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE core_auditentry SET action = 'read'",
        "DELETE FROM core_auditentry",
        "TRUNCATE core_auditentry",
        "DELETE FROM core_auditchain",
    ],
)
def test_neither_maya_nor_a_system_can_change_the_trail(maya, statement):
    for who in (lambda: identity.be_person(maya.pk), lambda: identity._set("", System.KEEPER)):
        who()
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            _run(statement)


@pytest.mark.parametrize(
    "statement", ["UPDATE core_auditentry SET action = 'x'", "DELETE FROM core_auditentry"]
)
def test_even_the_owner_is_refused_while_the_guard_is_on(db, statement):
    with (
        as_owner(),
        pytest.raises(DatabaseError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def _record_as(actor: Actor) -> None:
    audit.record(actor=actor, action="read", subject="checkins_checkin", at=STORY_TIME)


def test_lee_leaves_entries_in_his_own_name_only(lee, maya):
    with identity.acting_for(lee.pk):
        _record_as(Actor(role="clinician", id=lee.pk))

    for actor in (Actor(role="client", id=maya.pk), Actor(role="assessor")):
        with pytest.raises(DatabaseError, match="row-level"), identity.acting_for(lee.pk):
            _record_as(actor)


def test_nobody_leaves_no_entries(db):
    identity.be_nobody()
    with pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
        _record_as(Actor(role="accounts"))


def test_lee_cannot_write_into_mayas_chain(lee, maya):
    with pytest.raises(DatabaseError, match="row-level"), identity.acting_for(lee.pk):
        AuditEntry.objects.bulk_create(
            [
                AuditEntry(
                    chain=str(maya.pk), at=STORY_TIME, actor_id=lee.pk, actor_role="clinician",
                    action="read", subject="checkins_checkin",
                )
            ]
        )  # fmt: skip


def test_maya_reads_who_looked_at_her_record_and_lee_does_not(maya, lee):
    _write(maya)

    with identity.acting_for(maya.pk):
        about_maya = AuditEntry.objects.filter(client_ids__contains=[maya.pk]).count()
    with identity.acting_for(lee.pk):
        seen_by_lee = AuditEntry.objects.filter(client_ids__contains=[maya.pk]).count()

    assert about_maya >= 3
    assert seen_by_lee == 0


@time_machine.travel(STORY_TIME, tick=False)
@pytest.mark.parametrize("path", ["/clients/{maya}/check-ins/", "/alerts/", "/alerts/{alert}/"])
def test_what_dr_okafor_reads_of_maya_leaves_an_entry_that_names_her(browser, okafor, maya, path):
    with as_owner():
        alert = alert_about(maya)

    answer = browser(okafor).get(path.format(maya=maya.pk, alert=alert.pk))

    with as_owner():
        entry = AuditEntry.objects.filter(chain=str(okafor.pk)).latest("position")
    assert answer.status == 200
    assert (entry.action, entry.actor_role) == ("read", "clinician")
    assert entry.client_ids == [maya.pk]
    assert entry.address == "127.0.0.1"


@time_machine.travel(STORY_TIME, tick=False)
def test_what_lee_was_denied_leaves_an_entry_without_mayas_id(browser, lee, maya):
    answer = browser(lee).get(f"/clients/{maya.pk}/check-ins/")

    with as_owner():
        entry = AuditEntry.objects.filter(chain=str(lee.pk)).latest("position")
    assert answer.status == 404
    assert (entry.action, entry.subject, entry.detail) == ("denied", "client-check-ins", "404")
    assert str(maya.pk) not in str(entry.__dict__)


@time_machine.travel(STORY_TIME, tick=False)
def test_a_check_in_leaves_an_entry_without_a_word_of_it(browser, maya):
    answer = browser(maya).post("/check-ins/", check_in(note="canary-note", goal="canary-goal"))

    with as_owner():
        entry = AuditEntry.objects.get(subject_id=answer.body["id"])
    assert (entry.action, entry.client_ids, entry.actor_id) == ("create", [maya.pk], maya.pk)
    assert "canary" not in str(entry.__dict__)


def test_two_people_writing_have_a_chain_each(maya, ben):
    _write(maya)
    _write(ben)

    with as_owner():
        chains = set(
            AuditChain.objects.filter(chain__in=[str(maya.pk), str(ben.pk)]).values_list(
                "chain", flat=True
            )
        )

    assert chains == {str(maya.pk), str(ben.pk)}
