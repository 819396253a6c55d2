"""What can never be true, broken on purpose as the owner, past every service and serializer.

`bulk_create` and `update` run no validation: what refuses here is the database alone.
"""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.models import Invitation, User
from alerts.models import Alert, Assessment
from backend import demo
from checkins.models import CheckIn
from core.models import AuditEntry, OutboxEntry
from delivery.models import ContactPoint, Delivery
from program.models import (
    CareTeamMember,
    Enrolment,
    Participant,
    Session,
)
from skills.models import Practice, Skill
from tests.conftest import as_owner
from tests.story import STORY_DAY, STORY_TIME

LATER, EARLIER = STORY_TIME + timedelta(hours=1), STORY_TIME - timedelta(hours=1)
DAY = timedelta(days=1)


def person(**changes):
    return User(**{"email": f"{uuid4()}@example.org", "name": "P", "roles": ["client"], **changes})


def invitation(**changes):
    return Invitation(
        **{
            "email": "i@example.org", "name": "I", "roles": ["client"],
            "invited_by_id": demo.key("ada"), "invited_at": STORY_TIME, "expires_at": LATER,
            "token_digest": uuid4().hex, **changes,
        }
    )  # fmt: skip


ACCEPTED = {"accepted_at": LATER, "accepted_by_id": demo.key("maya")}


def outbox_entry(**changes):
    return OutboxEntry(
        **{"event": "e", "subscriber": "s", "payload": {}, "due_at": STORY_TIME, **changes}
    )


def contact_point(**changes):
    return ContactPoint(
        **{"person_id": demo.key("maya"), "channel": "email", "address": "x@y.z", **changes}
    )


def delivery(**changes):
    return Delivery(
        **{
            "person_id": demo.key("maya"), "channel": "email", "kind": "reminder",
            "cause": "test:1", "due_at": STORY_TIME, **changes,
        }
    )  # fmt: skip


def enrolment(**changes):
    return Enrolment(
        **{
            "client_id": demo.key("maya"), "program_id": demo.key("Riverside IOP"),
            "level_of_care": "iop", "active_from": STORY_DAY - 90 * DAY,
            "active_until": STORY_DAY - 60 * DAY, **changes,
        }
    )  # fmt: skip


def team_member(**changes):
    return CareTeamMember(
        **{
            "client_id": demo.key("maya"), "clinician_id": demo.key("lee"),
            "program_id": demo.key("Riverside IOP"), "role": "therapist",
            "active_from": STORY_DAY, **changes,
        }
    )  # fmt: skip


def session(**changes):
    return Session(
        **{
            "program_id": demo.key("Riverside IOP"), "kind": "group", "title": "G",
            "starts_at": STORY_TIME, "ends_at": LATER, **changes,
        }
    )  # fmt: skip


def of_a_session(model, **changes):
    return model(
        **{
            "session": Session.objects.earliest("starts_at"),
            "client_id": demo.key("ben"),
            **changes,
        }
    )


def skill(**changes):
    return Skill(
        **{
            "slug": "t", "language": "en", "version": "1", "content": {}, "current": False,
            "published_at": STORY_TIME, **changes,
        }
    )  # fmt: skip


def practice(**changes):
    known, _ = Skill.objects.get_or_create(
        slug="p", language="en", version="1",
        defaults={"content": {}, "published_at": STORY_TIME},
    )  # fmt: skip
    return Practice(
        **{
            "client_id": demo.key("maya"), "skill": known, "submission_id": uuid4(),
            "started_at": STORY_TIME, "received_at": STORY_TIME, **changes,
        }
    )  # fmt: skip


def check_in(**changes):
    return CheckIn(
        **{
            "client_id": demo.key("maya"), "submission_id": uuid4(), "on": STORY_DAY,
            "version": 90, "timezone": "UTC", "recorded_at": STORY_TIME,
            "received_at": STORY_TIME, "mood": 5, **changes,
        }
    )  # fmt: skip


def assessment(**changes):
    return Assessment(
        **{
            "client_id": demo.key("maya"), "cause": str(uuid4()), "on": STORY_DAY,
            "rule_version": "t", "assessed_at": STORY_TIME, **changes,
        }
    )  # fmt: skip


def alert(**changes):
    made = changes.pop("assessment", None) or assessment()
    made.save()
    return Alert(
        **{
            "client_id": demo.key("maya"), "assessment": made, "tier": "high",
            "raised_at": STORY_TIME, "due_at": LATER, "due_by": LATER, **changes,
        }
    )  # fmt: skip


def audit_entry(**changes):
    return AuditEntry(
        **{
            "chain": "t",
            "at": STORY_TIME,
            "actor_role": "t",
            "action": "a",
            "subject": "s",
            **changes,
        }
    )


def settled(**changes):
    return {"resolved_at": LATER, "resolved_by_id": demo.key("okafor"), "action": "called",
            "outcome": "safe", "note": "n", "contacted_at": LATER, **changes}  # fmt: skip


def acknowledged(**changes):
    okafor = demo.key("okafor")
    return {
        "acknowledged_at": LATER,
        "acknowledged_by_id": okafor,
        "owner_id": okafor,
        **changes,
    }


# Each case makes the rows that must not be stored together; the constraint is the one that refuses.
BROKEN = [
    ("accounts_user_one_per_email", lambda: [person(email="A@b.org"), person(email="a@B.org")]),
    ("accounts_user_has_known_roles", lambda: [person(roles=["owner"])]),
    ("accounts_user_has_known_roles", lambda: [person(roles=[])]),
    ("accounts_invitation_accepted_by_someone", lambda: [invitation(accepted_at=LATER)]),
    (
        "accounts_invitation_accepted_by_someone",
        lambda: [invitation(accepted_by_id=demo.key("maya"))],
    ),
    ("accounts_invitation_withdrawn_by_someone", lambda: [invitation(withdrawn_at=LATER)]),
    (
        "accounts_invitation_withdrawn_by_someone",
        lambda: [invitation(withdrawn_at=LATER, withdrawn_by_id=demo.key("ada"), **ACCEPTED)],
    ),
    ("accounts_invitation_ends_after_it_begins", lambda: [invitation(expires_at=STORY_TIME)]),
    ("accounts_invitation_in_a_language_we_speak", lambda: [invitation(language="fr")]),
    ("core_outboxentry_settled_unless_pending", lambda: [outbox_entry(settled_at=LATER)]),
    ("core_outboxentry_settled_unless_pending", lambda: [outbox_entry(state="done")]),
    ("core_outboxentry_settled_unless_pending", lambda: [outbox_entry(state="lost")]),
    ("delivery_contactpoint_once_per_person", lambda: [contact_point(), contact_point()]),
    ("delivery_delivery_once_per_cause", lambda: [delivery(), delivery()]),
    (
        "delivery_delivery_once_per_cause",
        lambda: [delivery(person_id=None, address="x@y.z") for _ in range(2)],
    ),
    ("delivery_delivery_to_a_person_or_an_address", lambda: [delivery(address="x@y.z")]),
    ("delivery_delivery_to_a_person_or_an_address", lambda: [delivery(person_id=None)]),
    ("delivery_delivery_leased_while_sending", lambda: [delivery(state="sending")]),
    ("delivery_delivery_leased_while_sending", lambda: [delivery(leased_until=LATER)]),
    ("delivery_delivery_settled_when_over", lambda: [delivery(state="sent")]),
    ("delivery_delivery_settled_when_over", lambda: [delivery(settled_at=LATER)]),
    ("delivery_delivery_settled_when_over", lambda: [delivery(state="lost")]),
    ("program_enrolment_one_open_per_client", lambda: [enrolment(active_until=None)]),
    (
        "program_enrolment_ends_after_it_begins",
        lambda: [enrolment(active_until=STORY_DAY - 91 * DAY)],
    ),
    ("program_careteammember_one_open_per_pair", lambda: [team_member(), team_member()]),
    (
        "program_careteammember_ends_after_it_begins",
        lambda: [team_member(active_until=STORY_DAY - DAY)],
    ),
    (
        "program_careteammember_not_their_own_client",
        lambda: [team_member(clinician_id=demo.key("maya"))],
    ),
    ("program_session_ends_after_it_begins", lambda: [session(ends_at=STORY_TIME)]),
    ("program_session_cancelled_by_someone", lambda: [session(cancelled_at=LATER)]),
    ("program_session_cancelled_by_someone", lambda: [session(cancelled_by_id=demo.key("ada"))]),
    (
        "program_participant_once_per_session",
        lambda: [of_a_session(Participant), of_a_session(Participant)],
    ),
    ("skills_skill_one_row_per_version", lambda: [skill(), skill(language="es")]),
    (
        "skills_skill_one_current_version",
        lambda: [skill(current=True), skill(current=True, version="2")],
    ),
    (
        "skills_practice_one_per_submission",
        lambda: [practice(submission_id=demo.key("once")) for _ in range(2)],
    ),
    ("skills_practice_ratings_up_to_ten", lambda: [practice(before=11)]),
    ("skills_practice_ratings_up_to_ten", lambda: [practice(after=11)]),
    ("skills_practice_ends_after_it_begins", lambda: [practice(finished_at=EARLIER)]),
    (
        "checkins_checkin_one_per_submission",
        lambda: [check_in(submission_id=demo.key("once"), version=v) for v in (90, 91)],
    ),
    ("checkins_checkin_one_per_day_and_version", lambda: [check_in(), check_in()]),
    ("checkins_checkin_versions_count_from_one", lambda: [check_in(version=0)]),
    ("checkins_checkin_mood_up_to_ten", lambda: [check_in(mood=11)]),
    ("checkins_checkin_craving_up_to_ten", lambda: [check_in(craving=11)]),
    ("checkins_checkin_stress_up_to_ten", lambda: [check_in(stress=11)]),
    ("checkins_checkin_connection_up_to_ten", lambda: [check_in(connection=11)]),
    ("checkins_checkin_confidence_up_to_ten", lambda: [check_in(confidence=11)]),
    ("checkins_checkin_sleep_quality_up_to_ten", lambda: [check_in(sleep_quality=11)]),
    ("checkins_checkin_sleep_within_a_day", lambda: [check_in(sleep_hours="24.5")]),
    ("checkins_checkin_sleep_within_a_day", lambda: [check_in(sleep_hours="-0.5")]),
    ("checkins_checkin_known_medication", lambda: [check_in(medication="maybe")]),
    ("checkins_checkin_known_safety", lambda: [check_in(safety="maybe")]),
    (
        "alerts_assessment_once_per_cause",
        lambda: [assessment(cause="one"), assessment(cause="one")],
    ),
    ("alerts_assessment_known_tier", lambda: [assessment(tier="low")]),
    ("alerts_alert_one_per_assessment", lambda: _two_of_one_assessment()),
    ("alerts_alert_acknowledged_by_someone", lambda: [alert(acknowledged_at=LATER)]),
    (
        "alerts_alert_acknowledged_by_someone",
        lambda: [alert(acknowledged_by_id=demo.key("okafor"))],
    ),
    *(
        ("alerts_alert_resolved_with_action_outcome_and_note", lambda gap=gap: [_badly_closed(gap)])
        for gap in (
            {"note": ""}, {"action": ""}, {"outcome": ""}, {"action": "guessed"},
            {"resolved_by_id": None}, {"resolved_at": None, "contacted_at": None},
        )
    ),
    (
        "alerts_alert_resolved_with_action_outcome_and_note",
        lambda: [alert(**settled())],
    ),
    ("alerts_alert_known_tier", lambda: [alert(tier="low")]),
]  # fmt: skip


def _badly_closed(gap):
    return alert(**acknowledged(), **settled(**gap))


def _two_of_one_assessment():
    made = assessment()
    return [
        alert(assessment=made, tier="critical"),
        alert(assessment=made, tier="critical"),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "rows"), BROKEN, ids=[f"{name} {place}" for place, (name, _) in enumerate(BROKEN)]
)
def test_the_database_refuses_what_can_never_be_true(name, rows):
    with as_owner(), pytest.raises(IntegrityError) as refusal:
        _store(rows())

    assert refusal.value.__cause__.diag.constraint_name == name


def _store(rows):
    with transaction.atomic():
        type(rows[0]).objects.bulk_create(rows)


@pytest.mark.django_db
def test_the_same_rows_are_stored_when_nothing_is_wrong_with_them():
    with as_owner():
        for row in (
            person(), invitation(), outbox_entry(), contact_point(), delivery(), enrolment(),
            team_member(), session(), of_a_session(Participant), skill(), practice(), check_in(),
            assessment(), alert(), audit_entry(), alert(**acknowledged(), **settled()),
        ):  # fmt: skip
            _store([row])

            assert type(row).objects.filter(pk=row.pk).exists()


@pytest.mark.django_db
def test_two_entries_never_take_one_place_in_a_chain():
    with as_owner():
        first, second = audit_entry(), audit_entry()
        _store([first, second])
        places = list(AuditEntry.objects.filter(chain="t").values_list("position", flat=True))

        with pytest.raises(IntegrityError) as refusal:
            _move_behind_the_trigger(second, position=1)

    name = "core_auditentry_one_place_in_a_chain"
    assert sorted(places) == [1, 2]
    assert refusal.value.__cause__.diag.constraint_name == name


def _move_behind_the_trigger(entry, *, position):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE core_auditentry DISABLE TRIGGER USER")
        cursor.execute(
            "UPDATE core_auditentry SET position = %s WHERE id = %s", [position, entry.pk]
        )
