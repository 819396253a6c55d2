"""Consents and the trail of who did what, as FHIR R4. Ids and codes; nobody's own words.

http://hl7.org/fhir/R4/consent.html and http://hl7.org/fhir/R4/auditevent.html
"""

from collections.abc import Iterable
from typing import Any

from fhir.resources.R4B.auditevent import AuditEvent
from fhir.resources.R4B.bundle import Bundle
from fhir.resources.R4B.consent import Consent as FhirConsent

from core.models import AuditEntry
from family.models import Consent

HL7 = "http://terminology.hl7.org/CodeSystem"
OURS = "urn:foothold"
PART_2 = "https://www.ecfr.gov/current/title-42/chapter-I/subchapter-A/part-2/section-2.31"


def consent_as_fhir(consent: Consent, *, state: str) -> dict[str, Any]:
    """Return a consent as an R4 Consent. One that does not hold now is inactive."""
    active = state in ("waiting", "in_force", "paused")
    resource = {
        "resourceType": "Consent",
        "id": str(consent.pk),
        "meta": {"versionId": str(consent.version)},
        "identifier": [_urn(consent.series)],
        "status": "active" if active else "inactive",
        "scope": _coded(f"{HL7}/consentscope", "patient-privacy"),
        "category": [_coded("http://loinc.org", "59284-0")],
        "patient": _person(consent.client_id, consent.client_name),
        "dateTime": consent.signed_at.isoformat(),
        "performer": [_person(consent.signed_by_id, consent.client_name)],
        "organization": [{"display": consent.discloser}],
        "sourceReference": {"identifier": _urn(consent.pk), "display": "Signed copy"},
        "policy": [{"uri": f"{OURS}:consent-text:{consent.text_version}:{consent.text_digest}"}],
        "policyRule": {"coding": [{"system": PART_2, "code": "42-CFR-2.31"}]},
        "verification": [
            {"verified": True, "verificationDate": consent.authenticated_at.isoformat()}
        ],
        "provision": _provision(consent),
    }
    FhirConsent.model_validate(resource)
    return resource


def _provision(consent: Consent) -> dict[str, Any]:
    recipient: dict[str, Any] = {"display": consent.recipient_name}
    if consent.recipient_id is not None:
        recipient["identifier"] = _urn(consent.recipient_id)
    end = consent.ended_at.isoformat() if consent.ended_at else consent.expires_on.isoformat()
    return {
        "type": "permit",
        "period": {"start": consent.signed_at.isoformat(), "end": end},
        "actor": [{"role": _coded(f"{HL7}/v3-ParticipationType", "IRCP"), "reference": recipient}],
        "action": [_coded(f"{HL7}/consentaction", "access")],
        "purpose": [{"system": f"{HL7}/v3-ActReason", "code": "PATRQT"}],
        "class": [{"system": "http://hl7.org/fhir/resource-types", "code": "Observation"}],
        "code": [_coded(f"{OURS}:category", key) for key in consent.categories],
    }


def entry_as_fhir(entry: AuditEntry) -> dict[str, Any]:
    """Return one entry of the trail as an R4 AuditEvent."""
    agent: dict[str, Any] = {
        "type": _coded(f"{OURS}:role", entry.actor_role),
        "requestor": entry.actor_id is not None,
    }
    if entry.actor_id:
        agent["who"] = {"identifier": _urn(entry.actor_id)}
    if entry.address:
        agent["network"] = {"address": entry.address, "type": "2"}
    objects = [
        {"what": {"identifier": _urn(client)}, "role": _part("1")} for client in entry.client_ids
    ]
    if entry.subject_id:
        what = {"identifier": _urn(entry.subject_id), "display": entry.subject}
        objects.append({"what": what, "role": _part("4")})
    resource = {
        "resourceType": "AuditEvent",
        "id": str(entry.pk),
        "type": {"system": f"{HL7}/audit-event-type", "code": "rest"},
        "subtype": [{"system": f"{OURS}:action", "code": entry.action}],
        "action": _letter(entry.action),
        "recorded": entry.at.isoformat(),
        "outcome": "4" if entry.action == "denied" else "0",
        "agent": [agent],
        "source": {"observer": {"display": "Foothold"}},
    }
    if objects:
        resource["entity"] = objects
    AuditEvent.model_validate(resource)
    return resource


def trail_as_fhir(entries: Iterable[AuditEntry]) -> dict[str, Any]:
    """Return entries as a Bundle."""
    rows = [
        {"fullUrl": f"urn:uuid:{entry.pk}", "resource": entry_as_fhir(entry)} for entry in entries
    ]
    bundle: dict[str, Any] = {"resourceType": "Bundle", "type": "collection"}
    if rows:
        bundle["entry"] = rows
    Bundle.model_validate({**bundle, "entry": []} if not rows else bundle)
    return bundle


def _letter(action: str) -> str:
    """Return create, read, update or delete as R4 names them; what is none of these is done."""
    reads = ("read", "disclose", "export", "denied")
    return "R" if action.startswith(reads) else "E"


def _coded(system: str, code: str) -> dict[str, Any]:
    return {"coding": [{"system": system, "code": code}]}


def _part(code: str) -> dict[str, str]:
    return {"system": f"{HL7}/object-role", "code": code}


def _person(key: object, name: str) -> dict[str, Any]:
    return {"identifier": _urn(key), "display": name}


def _urn(key: object) -> dict[str, str]:
    return {"system": "urn:ietf:rfc:3986", "value": f"urn:uuid:{key}"}
