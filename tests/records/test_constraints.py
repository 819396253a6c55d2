"""What can never be true of records, refused by the database itself."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from backend import demo
from records.models import (
    AccessRequest,
    Breach,
    Complaint,
    Correction,
    Export,
    ExportPart,
    NoticeGiven,
    NoticePutOff,
    PatientNotice,
)
from tests.conftest import as_owner
from tests.records.conftest import CONTACT, TEXTS
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db
MAYA, ADA = demo.key("maya"), demo.key("ada")
WEEK = timedelta(days=7)


def _export(**changes):
    return Export(**{"person_id": MAYA, "asked_at": STORY_TIME, "proven_by": "password"} | changes)


def _request(**changes):
    return AccessRequest(
        **{
            "client_id": MAYA, "received_on": STORY_DAY, "received_how": "app", "wants": "All",
            "form": "paper", "asked_at": STORY_TIME, "due_on": STORY_DAY + timedelta(days=30),
        } | changes
    )  # fmt: skip


def _statement(**changes):
    return Correction(
        **{
            "client_id": MAYA, "kind": "correction", "part": "plans", "words": "x",
            "written_at": STORY_TIME,
        } | changes
    )  # fmt: skip


def _complaint(**changes):
    return Complaint(
        **{
            "recorded_by_id": ADA, "received_on": STORY_DAY, "received_how": "phone", "words": "x",
            "written_at": STORY_TIME, "told_of_hhs_at": STORY_TIME,
        } | changes
    )  # fmt: skip


def _breach(**changes):
    return Breach(
        **{
            "version": 1, "discovered_on": STORY_DAY, "what": "x", "recorded_at": STORY_TIME,
            "recorded_by_id": ADA,
        } | changes
    )  # fmt: skip


def _notice(**changes):
    return PatientNotice(
        **{
            "version": 7, "effective_on": STORY_DAY, "published_at": STORY_TIME, "sample": True,
            "sections": {"en": TEXTS, "es": TEXTS}, **CONTACT,
        } | changes
    )  # fmt: skip


def _given(**changes):
    return NoticeGiven(
        **{
            "client_id": MAYA, "notice": PatientNotice.objects.get(version=1), "method": "app",
            "given_at": STORY_TIME,
        } | changes
    )  # fmt: skip


def _put_off():
    return NoticePutOff(
        client_id=MAYA, notice=PatientNotice.objects.get(version=1), put_off_on=STORY_DAY,
        put_off_at=STORY_TIME,
    )  # fmt: skip


MADE = {"made_at": STORY_TIME, "expires_at": STORY_TIME + WEEK, "digest": "x"}
ANSWERED = {"answered_at": STORY_TIME, "answered_by_id": ADA}
DECIDED = {"decision": "not_breach", "reason": "x", "nature": "x", "recipient": "x"}
IMPOSSIBLE = {
    "records_export_no_more_steps_than_there_are": lambda: _export(steps_done=1),
    "records_export_what_was_made_ends": lambda: _export(
        made_at=STORY_TIME, expires_at=STORY_TIME, digest="x"
    ),
    "records_export_ready_when_made": lambda: _export(state="ready"),
    "records_export_gone_at_a_moment": lambda: _export(state="gone"),
    "records_accessrequest_asked_in_app_or_recorded": lambda: _request(received_how="paper"),
    "records_accessrequest_due_in_thirty_days_or_sixty": lambda: _request(
        due_on=STORY_DAY + timedelta(days=31)
    ),
    "records_accessrequest_answered_by_someone": lambda: _request(outcome="given"),
    "records_accessrequest_denied_for_a_reason": lambda: _request(outcome="denied", **ANSWERED),
    "records_correction_answered_by_someone": lambda: _statement(state="accepted"),
    "records_correction_declined_for_a_reason": lambda: _statement(state="declined", **ANSWERED),
    "records_complaint_answered_in_words_by_someone": lambda: _complaint(**ANSWERED),
    "records_breach_versions_count_from_one": lambda: _breach(version=0),
    "records_breach_decided_on_four_factors": lambda: _breach(acquired="x", **DECIDED),
    "records_breach_counts_people": lambda: _breach(
        acquired="x", mitigated="x", **{**DECIDED, "decision": "breach"}
    ),
    "records_breach_no_more_in_a_state_than_in_all": lambda: _breach(
        people_affected=2, in_massachusetts=3
    ),
    "records_patientnotice_names_whom_to_ask": lambda: _notice(contact_phone=""),
    "records_patientnotice_in_both_languages": lambda: _notice(sections={"en": TEXTS}),
    "records_patientnotice_published_by_someone": lambda: _notice(sample=False),
    "records_noticegiven_by_email_only_if_agreed": lambda: _given(method="email"),
    "records_noticegiven_only_mail_fails": lambda: _given(failed_at=STORY_TIME),
    "records_noticegiven_paper_by_someone": lambda: _given(method="paper"),
}
TWICE = {
    "records_export_one_at_a_time": _export,
    "records_exportpart_one_in_a_place": lambda: ExportPart(
        export=Export.objects.get(person_id=MAYA, state="ready"), person_id=MAYA, place=0,
        content="x",
    ),
    "records_breach_one_of_a_version": lambda: _breach(series=MAYA),
    "records_patientnotice_one_of_a_version": _notice,
    "records_noticegiven_once_in_a_way": _given,
    "records_noticeputoff_once_a_day": _put_off,
}  # fmt: skip


@pytest.mark.usefixtures("notice")
@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_the_database_refuses_what_can_never_be_true(name):
    with as_owner(), pytest.raises(IntegrityError, match=name), transaction.atomic():
        IMPOSSIBLE[name]().save(force_insert=True)


@pytest.mark.usefixtures("notice")
@pytest.mark.parametrize("name", TWICE)
def test_the_database_refuses_the_same_twice(name):
    with as_owner():
        _export(state="ready", **MADE).save(force_insert=True)
        TWICE[name]().save(force_insert=True)
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            TWICE[name]().save(force_insert=True)
