"""C-15, R-03, N-01: copies, who saw what, and both as FHIR R4."""

from datetime import timedelta

import pytest
from fhir.resources.R4B.auditevent import AuditEvent
from fhir.resources.R4B.bundle import Bundle
from fhir.resources.R4B.consent import Consent as FhirConsent

from core.models import AuditEntry
from family.models import Consent
from family.services.copies import facts_in_words, plain
from tests.conftest import as_owner
from tests.family.consenting import DAY
from tests.family.sharing import shown
from tests.http import Browser
from tests.story import STORY_DAY

NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."


@pytest.fixture
def shared(maya, rosa):
    with as_owner():
        return Consent.objects.get(client=maya, recipient=rosa)


@pytest.mark.parametrize("name", ["maya", "okafor"])
def test_c_15_the_signed_text_can_be_had_as_a_file_at_any_time(request, shared, name):
    answer = Browser(request.getfixturevalue(name)).get(f"/consents/{shared.pk}/copy/")

    assert answer.status == 200
    assert answer.headers["Content-Type"] == "application/pdf"
    # Neither the file's name nor its title says whose it is or what of.
    assert answer.headers["Content-Disposition"] == 'attachment; filename="copy.pdf"'
    assert answer.content.startswith(b"%PDF-")
    assert b"Maya" not in answer.content
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_copy_that_staff_take_leaves_an_entry(maya, okafor, shared):
    Browser(okafor).get(f"/consents/{shared.pk}/copy/")

    with as_owner():
        entry = AuditEntry.objects.filter(subject="family_consent", action="read").latest("at")
    assert (entry.actor_id, entry.client_ids) == (okafor.pk, [maya.pk])


@pytest.mark.parametrize("name", ["rosa", "tom", "grace", "ben", "ada"])
@pytest.mark.parametrize("what", ["copy/", "fhir/"])
def test_nobody_else_has_a_copy(request, shared, name, what):
    assert Browser(request.getfixturevalue(name)).get(f"/consents/{shared.pk}/{what}").status == 404


def test_the_copy_says_how_it_was_signed_and_how_it_ended(maya, shared):
    facts = " ".join(facts_in_words(shared))
    assert shared.text_digest in facts
    assert "Signed by Maya Torres on" in facts
    assert "confirmed by password" in facts
    assert NOTICE in facts
    assert "has ended" not in facts

    Browser(maya).post(f"/consents/{shared.pk}/revoke/")

    with as_owner():
        shared.refresh_from_db()
    assert "This consent has ended: ended by the client" in " ".join(facts_in_words(shared))


@pytest.mark.parametrize(
    ("name", "printed"), [("José Núñez", "José Núñez"), ("Łukasz Őri", "Łukasz Ori"), ("李", "?")]
)
def test_a_copy_prints_names_as_well_as_its_font_can(name, printed):
    assert plain(name) == printed


def test_r_03_maya_reads_who_saw_what_when_and_why(maya, rosa, week, shared):
    shown(rosa)

    for path in ("/consents/accounting/", f"/consents/{shared.pk}/disclosures/"):
        newest = Browser(maya).get(path).body["results"][0]
        assert newest["recipient_name"] == "Rosa Torres"
        assert newest["purpose"] == "at the request of the patient"
        assert (newest["consent"], newest["consent_version"]) == (str(shared.pk), 1)
        assert newest["notice_version"] == "notice-2024"
        assert newest["disclosed_at"]


def test_what_staff_read_of_consents_names_no_address_and_leaves_an_entry(maya, okafor, shared):
    answer = Browser(okafor).get(f"/clients/{maya.pk}/consents/")

    assert {row["recipient_name"] for row in answer.body["results"]} == {
        "Rosa Torres", "Tom Torres",
    }  # fmt: skip
    assert "@example" not in answer.content.decode()
    assert "recipient_email" not in answer.body["results"][0]
    with as_owner():
        assert AuditEntry.objects.filter(
            actor_id=okafor.pk, action="read", subject="family_consent", client_ids=[maya.pk]
        ).exists()


def test_a_consent_goes_out_as_fhir_r4(maya, rosa, shared):
    resource = Browser(maya).get(f"/consents/{shared.pk}/fhir/").body

    consent = FhirConsent.model_validate(resource)
    assert consent.status == "active"
    assert consent.scope.coding[0].code == "patient-privacy"
    assert consent.provision.type == "permit"
    assert consent.provision.actor[0].role.coding[0].code == "IRCP"
    assert consent.provision.actor[0].reference.identifier.value == f"urn:uuid:{rosa.pk}"
    assert [code.coding[0].code for code in consent.provision.code] == shared.categories
    assert shared.text_digest in consent.policy[0].uri
    assert consent.verification[0].verified is True

    Browser(maya).post(f"/consents/{shared.pk}/revoke/")

    assert Browser(maya).get(f"/consents/{shared.pk}/fhir/").body["status"] == "inactive"


def trail(person, client, since=STORY_DAY - DAY, until=STORY_DAY + DAY):
    return Browser(person).get(
        "/audit/fhir/", client=str(client.pk), since=since.isoformat(), until=until.isoformat()
    )


def test_the_trail_about_one_client_goes_out_as_fhir_r4(ada, maya, ben, rosa, week):
    shown(rosa)

    bundle = trail(ada, maya).body

    Bundle.model_validate(bundle)
    events = [AuditEvent.model_validate(entry["resource"]) for entry in bundle["entry"]]
    assert any(event.subtype[0].code == "disclose" for event in events)
    for event in events:
        named = [one.what.identifier.value for one in event.entity or []]
        assert f"urn:uuid:{maya.pk}" in named
    with as_owner():
        entry = AuditEntry.objects.filter(action="export", subject="core_auditentry").latest("at")
    assert (entry.actor_id, entry.client_ids) == (ada.pk, [maya.pk])


def test_a_trail_without_entries_is_empty(ada, maya):
    assert trail(ada, maya, STORY_DAY - 900 * DAY, STORY_DAY - 890 * DAY).body == {
        "resourceType": "Bundle", "type": "collection",
    }  # fmt: skip


@pytest.mark.parametrize("days", [-1, 32])
def test_a_trail_is_of_31_days_at_most(ada, maya, days):
    answer = trail(ada, maya, STORY_DAY, STORY_DAY + timedelta(days=days))

    assert (answer.status, list(answer.body["fields"])) == (400, ["until"])


@pytest.mark.parametrize("name", ["maya", "rosa", "okafor"])
def test_nobody_but_an_administrator_exports_the_trail(request, maya, name):
    assert trail(request.getfixturevalue(name), maya).status == 404
