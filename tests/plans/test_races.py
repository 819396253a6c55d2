"""Two hands at once, with real commits: one wins, the other is told."""

from django.db import transaction

from accounts.models import Role, User
from core.audit import Actor
from core.identity import be_person
from core.models import AuditEntry
from plans import services
from plans.models import Kind, Plan, Signature, SupportPerson
from plans.services import AlreadySigned, Contact, Draft, NewerVersion
from tests.committed import at_once
from tests.factories import client_with_team, someone
from tests.story import STORY_TIME

TIMES = 6


def _as(person: User, role: Role, work):
    """Run a piece of work as that person, in a transaction of its own."""
    with transaction.atomic():
        be_person(person.pk)
        return work(Actor(role=role, id=person.pk))


def test_of_six_plans_on_the_same_version_one_is_kept(committed):
    client = client_with_team()

    def write(number):
        draft = Draft(base_version=0, steps={"alone": [f"idea {number}"]})
        try:
            return _as(
                client,
                Role.CLIENT,
                lambda actor: services.write_plan(
                    client=client, kind=Kind.SAFETY, draft=draft, actor=actor, at=STORY_TIME
                ),
            )
        except NewerVersion as refusal:
            return refusal.latest

    results = at_once(TIMES, write)

    kept = Plan.objects.get(client=client)
    winners = [result for result in results if isinstance(result, services.Receipt)]
    assert [receipt.plan for receipt in winners] == [kept]
    assert [result for result in results if isinstance(result, Plan)] == [kept] * (TIMES - 1)
    assert AuditEntry.objects.filter(subject_id=kept.pk).count() == 1


def test_client_and_clinician_at_the_same_moment_make_one_version(committed):
    clinician = someone("ines", Role.CLINICIAN)
    client = client_with_team(clinician)

    def write(number):
        person, role = ((client, Role.CLIENT), (clinician, Role.CLINICIAN))[number]
        draft = Draft(base_version=0, steps={"alone": [f"by {role}"]})
        try:
            _as(
                person,
                role,
                lambda actor: services.write_plan(
                    client=client, kind=Kind.SAFETY, draft=draft, actor=actor, at=STORY_TIME
                ),
            )
        except NewerVersion:
            return "late"
        return "kept"

    assert sorted(at_once(2, write)) == ["kept", "late"]
    assert Plan.objects.filter(client=client).count() == 1


def test_the_same_plan_sent_six_times_at_once_is_one_version(committed):
    client = client_with_team()
    draft = Draft(base_version=0, steps={"high_risk": ["Fridays"]})

    def write(number):
        return _as(
            client,
            Role.CLIENT,
            lambda actor: (
                services.write_plan(
                    client=client,
                    kind=Kind.RELAPSE_PREVENTION,
                    draft=draft,
                    actor=actor,
                    at=STORY_TIME,
                ).is_new
            ),
        )

    assert sorted(at_once(TIMES, write)) == [False] * (TIMES - 1) + [True]
    assert Plan.objects.filter(client=client).count() == 1


def test_six_signatures_of_one_party_at_once_are_one(committed):
    clinicians = [someone(f"c{number}", Role.CLINICIAN) for number in range(TIMES)]
    client = client_with_team(*clinicians)
    _as(
        client,
        Role.CLIENT,
        lambda actor: services.write_plan(
            client=client,
            kind=Kind.SAFETY,
            draft=Draft(base_version=0, steps={"alone": ["walk"]}),
            actor=actor,
            at=STORY_TIME,
        ),
    )

    def sign(number):
        try:
            _as(
                clinicians[number],
                Role.CLINICIAN,
                lambda actor: services.sign_plan(
                    client=client, kind=Kind.SAFETY, version=1, actor=actor, at=STORY_TIME
                ),
            )
        except AlreadySigned:
            return "late"
        return "signed"

    assert sorted(at_once(TIMES, sign)) == ["late"] * (TIMES - 1) + ["signed"]
    assert Signature.objects.filter(client=client).count() == 1


def test_one_person_named_six_times_at_once_is_on_the_list_once(committed):
    client = client_with_team()
    jo = Contact(name="Jo", relationship="friend", phone="617-555-0140")

    def add(number):
        return _as(
            client,
            Role.CLIENT,
            lambda actor: (
                services.add_support_person(
                    client=client, contact=jo, actor=actor, at=STORY_TIME
                ).is_new
            ),
        )

    assert sorted(at_once(TIMES, add)) == [False] * (TIMES - 1) + [True]
    assert SupportPerson.objects.filter(client=client).count() == 1
