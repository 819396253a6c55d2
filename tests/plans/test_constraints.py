"""What can never be true of plans, tried as the owner, past every service."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from plans.models import Plan, Signature, SupportPerson
from tests.conftest import as_owner
from tests.story import STORY_DAY, STORY_TIME


def _plan(client, **changes):
    values = {
        "kind": "safety", "version": 1, "steps": "{}", "review_on": STORY_DAY,
        "written_at": STORY_TIME, "written_by": client, **changes,
    }  # fmt: skip
    return Plan(client=client, **values)


def _person(client, **changes):
    values = {"name": "Jo", "relationship": "friend", "phone": "911", "added_at": STORY_TIME}
    return SupportPerson(client=client, **{**values, **changes})


def _breaks(constraint, *rows):
    *before, last = rows
    with as_owner(), transaction.atomic():
        for row in before:
            row.save(force_insert=True)
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            last.save(force_insert=True)
        transaction.set_rollback(True)


def test_versions_are_counted_once_and_from_one(maya):
    _breaks("plans_plan_one_per_version", _plan(maya), _plan(maya))
    _breaks("plans_plan_versions_count_from_one", _plan(maya, version=0))


def test_there_are_two_kinds_of_plan(maya):
    _breaks("plans_plan_known_kind", _plan(maya, kind="crisis"))


def test_the_two_kinds_count_their_versions_apart(maya):
    with as_owner():
        _plan(maya).save(force_insert=True)
        _plan(maya, kind="relapse_prevention").save(force_insert=True)

        assert Plan.objects.filter(client=maya).count() == 2


def test_each_party_signs_a_version_once(maya, okafor, nadia):
    plan = _plan(maya)
    rows = [
        Signature(plan=plan, client=maya, party="clinician", signed_at=STORY_TIME, signed_by=who)
        for who in (okafor, nadia)
    ]

    _breaks("plans_signature_once_per_party", plan, *rows)


@pytest.mark.parametrize(("party", "signer"), [("client", "okafor"), ("clinician", "maya")])
def test_a_signature_is_by_the_right_person(maya, party, signer, request):
    plan, who = _plan(maya), request.getfixturevalue(signer)
    row = Signature(plan=plan, client=maya, party=party, signed_at=STORY_TIME, signed_by=who)

    _breaks("plans_signature_by_the_right_person", plan, row)


def test_a_support_person_helps_in_a_known_way_and_ends_after_beginning(maya):
    earlier = STORY_TIME - timedelta(minutes=1)

    _breaks("plans_supportperson_known_help", _person(maya, can_help_with="money"))
    _breaks("plans_supportperson_ends_after_it_begins", _person(maya, ended_at=earlier))
