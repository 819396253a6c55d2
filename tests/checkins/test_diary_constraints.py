"""What the tables of the diary card refuse even from their owner."""

import pytest
from django.db import IntegrityError, transaction

from checkins.models import DiaryCard, DiaryTarget
from tests.conftest import as_owner
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db


def write_card(maya, **values) -> None:
    DiaryCard.objects.bulk_create(
        [
            DiaryCard(
                **{
                    "client": maya, "submission_id": maya.pk, "on": STORY_DAY, "timezone": "UTC",
                    "recorded_at": STORY_TIME, "received_at": STORY_TIME, **values,
                }
            )
        ]
    )  # fmt: skip


def write_target(maya, okafor, **values) -> None:
    DiaryTarget.objects.bulk_create(
        [
            DiaryTarget(
                **{
                    "client": maya, "label": "x", "kind": "urge", "scale": "0-5",
                    "set_at": STORY_TIME, "set_by": okafor, **values,
                }
            )
        ]
    )  # fmt: skip


def refusal_of(write, *people, **values) -> str:
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        write(*people, **values)
    return str(caught.value.__cause__.diag.constraint_name)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"use_level": 6}, "checkins_diarycard_use_level_up_to_five"),
        ({"self_harm_level": 6}, "checkins_diarycard_self_harm_level_up_to_five"),
        ({"suicide_level": 6}, "checkins_diarycard_suicide_level_up_to_five"),
        ({"sad": 6}, "checkins_diarycard_sad_up_to_five"),
        ({"anger": 6}, "checkins_diarycard_anger_up_to_five"),
        ({"fear": 6}, "checkins_diarycard_fear_up_to_five"),
        ({"shame": 6}, "checkins_diarycard_shame_up_to_five"),
        ({"joy": 6}, "checkins_diarycard_joy_up_to_five"),
        ({"emotional_misery": 6}, "checkins_diarycard_emotional_misery_up_to_five"),
        ({"physical_misery": 6}, "checkins_diarycard_physical_misery_up_to_five"),
        ({"skill_rating": 8}, "checkins_diarycard_skill_rating_up_to_seven"),
        ({"sleep_hours": 25}, "checkins_diarycard_sleep_within_a_day"),
        ({"medication": "maybe"}, "checkins_diarycard_known_medication"),
        ({"version": 0}, "checkins_diarycard_versions_count_from_one"),
    ],
)
def test_a_card_out_of_its_scales_cannot_be_stored(maya, values, constraint):
    with as_owner():
        assert refusal_of(write_card, maya, **values) == constraint


def test_a_sending_and_a_version_of_a_day_are_stored_once(maya, okafor):
    with as_owner():
        write_card(maya)

        same_sending = refusal_of(write_card, maya, version=2)
        same_version = refusal_of(write_card, maya, submission_id=okafor.pk)

    assert same_sending == "checkins_diarycard_one_per_submission"
    assert same_version == "checkins_diarycard_one_per_day_and_version"


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"kind": "wish"}, "checkins_diarytarget_known_kind"),
        ({"scale": "0-10"}, "checkins_diarytarget_known_scale"),
        ({"ended_at": STORY_TIME}, "checkins_diarytarget_ended_by_someone"),
    ],
)
def test_a_target_is_of_a_known_kind_and_ended_by_someone(maya, okafor, values, constraint):
    with as_owner():
        assert refusal_of(write_target, maya, okafor, **values) == constraint
