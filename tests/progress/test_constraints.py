"""What can never be true, broken on purpose as the owner."""

import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from backend import demo
from progress.models import OutcomeCell
from tests.conftest import as_owner
from tests.progress.rows import cell, event, proposal
from tests.story import STORY_TIME

pytestmark = pytest.mark.django_db


def maya_():
    return User.objects.get(pk=demo.key("maya"))


def decided(**changes):
    fields = {
        "decided_at": STORY_TIME, "decided_by": maya_(), "decision": "accepted", "note": "x",
    }  # fmt: skip
    return proposal(maya_(), **{**fields, **changes})


BROKEN = {
    "progress_milestoneevent_known_kind": lambda: [
        event(maya_(), kind="liked", rule_version="", noted_by=maya_())
    ],
    "progress_milestoneevent_by_rule_or_by_someone": lambda: [event(maya_(), noted_by=maya_())],
    "progress_milestoneevent_a_rule_says_which": lambda: [event(maya_(), rule_version="")],
    "progress_milestoneevent_one_in_each_place": lambda: [event(maya_()), event(maya_())],
    "progress_milestoneevent_a_rule_speaks_first": lambda: [event(maya_(), place=2)],
    "progress_stepproposal_one_open_per_client": lambda: [proposal(maya_()), proposal(maya_())],
    "progress_stepproposal_known_direction": lambda: [proposal(maya_(), direction="out")],
    "progress_stepproposal_leads_to_another_level": lambda: [proposal(maya_(), to_level="iop")],
    "progress_stepproposal_gives_its_reasons": lambda: [proposal(maya_(), reasons=[])],
    "progress_stepproposal_decided_by_someone_with_note": lambda: [decided(note="")],
    "progress_stepproposal_decided_or_superseded": lambda: [decided(superseded_at=STORY_TIME)],
    "progress_outcomecell_at_least_eleven_people": lambda: [cell(n=10)],
    "progress_outcomecell_week_two_to_twelve": lambda: [cell(week=1)],
    "progress_outcomecell_interval_holds_the_mean": lambda: [cell(low=1.2)],
    "progress_outcomecell_share_is_a_share": lambda: [cell(share_missing=1.0)],
    "progress_outcomecell_known_band": lambda: [cell(missing_band="most")],
    "progress_outcomecell_each_publication_has_more_people": lambda: [cell(), cell()],
}


@pytest.mark.parametrize("name", BROKEN)
def test_the_database_refuses_what_can_never_be_true(name):
    with as_owner():
        rows = BROKEN[name]()
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            type(rows[0]).objects.bulk_create(rows)


def test_what_is_right_is_taken(maya):
    with as_owner():
        for row in (event(maya), proposal(maya), cell(share_missing=None)):
            row.save(force_insert=True)
        assert OutcomeCell.objects.exists()


@pytest.mark.parametrize(
    "changes",
    [{"decided_by": None}, {"decided_at": None}, {"decision": ""}, {"decision": "maybe"}],
)
def test_half_a_decision_is_none(changes):
    name = "progress_stepproposal_decided_by_someone_with_note"
    with as_owner():
        row = decided(**changes)
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            row.save(force_insert=True)
