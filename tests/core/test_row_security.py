"""Row security with our own filters removed: plain queries, as one person after the other.

The tables are not listed here: every model that names a person is driven, so that a new table
cannot be forgotten. A table without a row about Maya fails too, until `everything_about` makes one.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.db.models import Q

from accounts.models import Invitation, User
from admissions.models import CallRequest
from alerts.models import Alert, RotaShift
from checkins.models import CheckIn
from core import audit, identity
from core.audit import Actor
from core.identity import System
from core.models import AuditEntry, OutboxEntry
from delivery.models import ContactPoint
from family.models import (
    Consent,
    ConsentPause,
    Disclosure,
    FamilyInvitation,
    Restriction,
    TeamNote,
    TeamNoteReceipt,
)
from program.models import (
    CareTeamMember,
    Enrolment,
    LevelChange,
    Licence,
    Participant,
    SeriesClinician,
    SeriesMember,
    SeriesSkip,
    Session,
    SessionClinician,
    TrackMember,
)
from questionnaires.models import Questionnaire
from records.models import (
    AccessRequest,
    Breach,
    Complaint,
    Correction,
    NoticeGiven,
    NoticePutOff,
    PatientNotice,
)
from reminders.models import Reminder
from tests.conftest import as_owner
from tests.factories import alert_about, told
from tests.story import STORY_TIME

# Tables that say something about a client without naming a person in a column of their own.
THROUGH_OTHERS: dict[type[models.Model], Callable[[User], Q]] = {
    Session: lambda person: Q(participants__client=person),
    OutboxEntry: lambda person: Q(payload__client_id=str(person.pk)),
    AuditEntry: lambda person: Q(client_ids__contains=[person.pk]),
    User: lambda person: Q(pk=person.pk),
}
# Tables in which only staff are named; each has tests of its own for who else may read it.
RULES = ("AlertBudget", "Backtest", "ProgramThresholds", "RuleVersion", "RuleVersionStep")
NAMING_STAFF_ONLY = {
    Questionnaire, CallRequest, PatientNotice, *(apps.get_model("alerts", name) for name in RULES),
}  # fmt: skip
# What somebody outside of Maya's care may see that names her, and why.
SEEN = {
    ("grace", CareTeamMember): "her own place on the team, now ended; it says when it ended",
}
# Administrators keep these: who is enrolled, looked after and expected. No answers and no words.
KEPT_BY_ADA = {
    User, Enrolment, LevelChange, CareTeamMember, Session, SessionClinician, Participant,
    TeamNote, TeamNoteReceipt,
    SeriesClinician, SeriesSkip, SeriesMember, TrackMember, RotaShift, Licence,
    # Who shares with whom, to record a revocation or answer a restriction; and the trail, to
    # account for who looked at what.
    Consent, ConsentPause, FamilyInvitation, Restriction, AuditEntry,
    # What is asked of the program by law, which they answer, and who was given the notice.
    AccessRequest, Correction, Complaint, Breach, NoticeGiven, NoticePutOff,
    # Who was invited and has not come, whoever of them asked.
    Invitation,
}  # fmt: skip
# Who leads which session, or is on call, says nothing about a client: those who come may know.
KNOWN = {(name, SessionClinician) for name in ("ben", "lee", "grace")}
KNOWN |= {(name, RotaShift) for name in ("lee", "grace")}


def _people_columns(model: type[models.Model]) -> list[str]:
    return [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model is User
    ]


def _about(model: type[models.Model], person: User) -> Q:
    if model in THROUGH_OTHERS:
        return THROUGH_OTHERS[model](person)
    condition = Q(pk__in=[])
    for name in _people_columns(model):
        condition |= Q(**{name: person.pk})
    return condition


TABLES = sorted(
    (
        model
        for model in apps.get_models()
        if model._meta.managed
        and model not in NAMING_STAFF_ONLY
        and (_people_columns(model) or model in THROUGH_OTHERS)
    ),
    key=lambda model: model._meta.db_table,
)


def test_the_tables_that_matter_are_driven():
    names = {model._meta.db_table for model in TABLES}

    assert names >= {
        "accounts_user", "alerts_alert", "alerts_assessment", "alerts_step", "checkins_checkin",
        "core_auditentry", "core_outboxentry", "delivery_contactpoint", "delivery_delivery",
        "family_consent", "family_disclosure", "mfa_authenticator", "program_careteammember",
        "program_enrolment", "program_participant", "program_session", "reminders_reminder",
        "skills_practice", "account_emailaddress", "usersessions_usersession",
    }  # fmt: skip


@pytest.fixture
def everything_about(maya: User) -> None:
    """Make a row about Maya in the tables where the story of the cast has none."""
    with as_owner():
        alert_about(maya)
        told(maya)
        Reminder.objects.create(
            person=maya, kind="check_in", occurrence="x", on=STORY_TIME.date(),
            wished_at=STORY_TIME, due_at=STORY_TIME, until_at=STORY_TIME,
        )  # fmt: skip
        consent = Consent.objects.filter(client=maya, ended_at=None)[0]
        Disclosure.objects.create(
            consent=consent, client=maya, recipient=consent.recipient, categories=[],
            purpose="x", notice_version="1", disclosed_at=STORY_TIME,
        )  # fmt: skip
        Invitation.objects.create(
            email="maya@example.org", name="Maya", roles=["client"], invited_by=maya,
            invited_at=STORY_TIME, expires_at=STORY_TIME.replace(year=STORY_TIME.year + 1),
            token_digest="x", accepted_by=maya, accepted_at=STORY_TIME,
        )  # fmt: skip
        session = Session.objects.earliest("starts_at")
        SessionClinician.objects.create(
            session=session, clinician=maya, starts_at=session.starts_at, ends_at=session.ends_at
        )
        _fill_the_rest(maya)


def _fill_the_rest(maya: User) -> None:
    """Put the least into tables that nobody wrote a line for: what has a default, and Maya."""
    for model in TABLES:
        if not model._base_manager.filter(_about(model, maya)).exists():
            _without_checks(model)
            _least(model, maya)


def _without_checks(model: type[models.Model]) -> None:
    """Let a table hold a row that makes no sense; rolled back with the test."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass AND contype = 'c'",
            [model._meta.db_table],
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f"ALTER TABLE {model._meta.db_table} DROP CONSTRAINT {name}")


PLAIN: dict[Any, Any] = {
    models.DateTimeField: STORY_TIME,
    models.DateField: STORY_TIME.date(),
    models.JSONField: {},
    models.IntegerField: 1,
    models.GenericIPAddressField: "192.0.2.1",
    models.UUIDField: "00000000-0000-4000-8000-000000000001",
    models.BooleanField: False,
}


def _least(model: type[models.Model], maya: User) -> models.Model:
    values = {}
    for field in model._meta.concrete_fields:
        if field.has_default() or field.null or (field.primary_key and not field.is_relation):
            continue
        values[field.name] = _plain(field, maya)
    return model._base_manager.create(**values)


def _plain(field: Any, maya: User) -> Any:
    if isinstance(field, models.ForeignKey):
        if field.related_model is User:
            return maya
        if found := field.related_model._base_manager.first():
            return found
        _without_checks(field.related_model)
        return _least(field.related_model, maya)
    if field.choices:
        return field.choices[0][0]
    kinds = [value for kind, value in PLAIN.items() if isinstance(field, kind)]
    return kinds[0] if kinds else "x"


def _nobody(request: pytest.FixtureRequest) -> None:
    identity.be_nobody()


def _as(name: str) -> Callable[[pytest.FixtureRequest], None]:
    return lambda request: identity.be_person(request.getfixturevalue(name).pk)


OUTSIDERS = {
    "nobody": _nobody,
    **{name: _as(name) for name in ("stranger", "ben", "lee", "grace", "tom", "ada")},
}


@pytest.fixture(params=OUTSIDERS)
def outsider(request: pytest.FixtureRequest, everything_about: None) -> str:
    """Act, in the database's eyes, for somebody who has nothing to do with Maya today."""
    OUTSIDERS[request.param](request)
    return request.param


def _closed_to(outsider: str) -> list[type[models.Model]]:
    return [model for model in TABLES if outsider != "ada" or model not in KEPT_BY_ADA]


def test_an_outsider_reads_nothing_of_mayas(outsider, maya):
    for model in _closed_to(outsider):
        condition = _about(model, maya)

        seen = sum(1 for row in model._base_manager.filter(condition).distinct())

        with as_owner():
            there = model._base_manager.filter(condition).count()
        assert there > 0, f"no row about Maya in {model._meta.db_table}: make one above"
        expected = 1 if (outsider, model) in SEEN | dict.fromkeys(KNOWN, "") else 0
        assert seen == expected, f"{outsider} sees {seen} rows of {model._meta.db_table}"


def _refused(work: Callable[[], int]) -> bool:
    """Say whether the database refused, or had nothing to do."""
    try:
        with transaction.atomic():
            return work() == 0
    except DatabaseError as error:
        return "row-level security" in str(error) or "permission denied" in str(error)


def _keys(model: type[models.Model], maya: User) -> list[Any]:
    with as_owner():
        return list(model._base_manager.filter(_about(model, maya)).values_list("pk", flat=True))


def _run(statement: str, keys: list[Any]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, [keys])
        return cursor.rowcount


def test_an_outsider_changes_and_deletes_nothing_of_mayas(outsider, maya):
    for model in _closed_to(outsider):
        table, key, keys = model._meta.db_table, model._meta.pk.column, _keys(model, maya)
        columns = [field.column for field in model._meta.concrete_fields]

        for column in columns:
            update = f'UPDATE {table} SET "{column}" = "{column}" WHERE {key} = ANY(%s)'
            assert _refused(lambda update=update, keys=keys: _run(update, keys)), update
        delete = f"DELETE FROM {table} WHERE {key} = ANY(%s)"
        assert _refused(lambda delete=delete, keys=keys: _run(delete, keys)), delete


# Copies that are written in somebody's own name, and why that harms nobody.
WRITTEN = {
    OutboxEntry: "anybody known may cause news; it holds ids, and nobody but the drain reads it",
}


def test_an_outsider_adds_nothing_to_mayas(outsider, maya):
    for model in _closed_to(outsider):
        with as_owner():
            row = model._base_manager.filter(_about(model, maya)).first()
        row.pk = row._meta.pk.get_default() or 987_654
        row._state.adding = True

        refused = _refused(lambda row=row: row.save_base(raw=True, force_insert=True) or 1)

        known = model in WRITTEN and outsider != "nobody"
        assert refused or known, f"{outsider} added a row to {model._meta.db_table}"


def _execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


INSIDERS = ("maya", "okafor", "nadia", "rosa", "grace", "stranger")
NEVER_CHANGED = (
    "checkins_checkin", "alerts_step", "alerts_assessment", "core_auditentry",
    "family_disclosure", "delivery_textconsent",
)  # fmt: skip


@pytest.mark.parametrize("table", NEVER_CHANGED)
@pytest.mark.parametrize("statement", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {}"])
def test_nobody_changes_what_is_only_ever_added(request, table, statement, everything_about):
    people = [request.getfixturevalue(name) for name in INSIDERS]
    whos = [lambda person=person: identity.be_person(person.pk) for person in people]
    whos += [lambda system=system: identity._set("", system) for system in System]

    for who in whos:
        who()
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            _execute(statement.format(table))


def test_dr_okafor_reads_mayas_check_ins_and_not_bens(okafor, maya, ben):
    with identity.acting_for(okafor.pk):
        clients = set(CheckIn.objects.values_list("client_id", flat=True))

    assert clients == {maya.pk}


def test_dr_okafor_cannot_write_a_check_in_for_maya(okafor, maya):
    with as_owner():
        row = CheckIn.objects.filter(client=maya).first()
    row.pk, row.submission_id, row.version = row._meta.pk.get_default(), row.pk, 9

    with pytest.raises(DatabaseError, match="row-level"), identity.acting_for(okafor.pk):
        row.save_base(raw=True, force_insert=True)


@pytest.mark.parametrize(
    "change",
    [
        {"tier": "medium"}, {"late": True}, {"rung": 7}, {"due_at": STORY_TIME},
        {"client": "ben"}, {"resolved_by": "nadia"}, {"acknowledged_by": "nadia"},
        {"due_by": STORY_TIME}, {"owner": "nadia"}, {"family": "use"},
    ],
)  # fmt: skip
def test_dr_okafor_answers_an_alert_and_changes_nothing_else_of_it(
    request, okafor, nadia, everything_about, change
):
    fields = {
        name: request.getfixturevalue(value) if value in ("ben", "nadia") else value
        for name, value in change.items()
    }
    with as_owner():
        before = Alert.objects.values().get()

    assert _refused(lambda: _answer(okafor, **fields))

    with as_owner():
        assert Alert.objects.values().get() == before


def _answer(person: User, **fields: Any) -> int:
    identity.be_person(person.pk)
    done = {"acknowledged_by": person, "acknowledged_at": STORY_TIME, "owner": person, **fields}
    if fields.get("resolved_by"):
        done |= {"resolved_at": STORY_TIME, "action": "called", "outcome": "no_concern",
                 "note": fields.get("note", "x")}  # fmt: skip
    return Alert.objects.update(**done)


def test_what_was_written_over_an_alert_stays(okafor, nadia, everything_about):
    closed = {"resolved_by": okafor, "resolved_at": STORY_TIME, "note": "She is well"}
    assert _answer(okafor, **closed) == 1

    assert _refused(lambda: _answer(okafor, **{**closed, "note": "something else"}))
    assert _refused(lambda: _answer(nadia))


SYSTEMS_READ = {
    System.ASSESSOR: {CheckIn, Alert, ContactPoint, User},
    System.CARRIER: {ContactPoint, User},
    System.REMINDER: {ContactPoint, User},
    System.OUTBOX: {OutboxEntry},
    System.KEEPER: set(),
}


@pytest.mark.parametrize("system", SYSTEMS_READ)
def test_a_part_of_the_program_reads_what_its_work_needs(everything_about, maya, system):
    tables = (CheckIn, Alert, ContactPoint, User, OutboxEntry, Consent, AuditEntry)

    with identity.acting_as(system):
        seen = {model for model in tables if model._base_manager.exists()}

    assert seen == SYSTEMS_READ[system]


def test_the_audit_trail_of_maya_is_hers_to_read(maya):
    with identity.acting_for(maya.pk):
        audit.record(
            actor=Actor(role="client", id=maya.pk), action="read", subject="x",
            clients=[maya.pk], at=STORY_TIME,
        )  # fmt: skip
        assert AuditEntry.objects.filter(client_ids__contains=[maya.pk]).exists()
