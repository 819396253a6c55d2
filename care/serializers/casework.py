"""Shapes of tasks and referrals."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from accounts.serializers import PersonOutput
from care.models import Referral, ReferralState, Task, TaskState
from care.serializers.shared import day, line, optional
from care.services import ReferralWords, TaskWords
from core.shapes import FIRST_DAY, LAST_DAY, Identifier, Phone, StrictSerializer, YesNo


class CaseworkInput(StrictSerializer):
    owner_id = Identifier(required=False, allow_null=True, default=None)
    due_on = day()
    for_client = YesNo(required=False, default=False)


class TaskInput(CaseworkInput):
    title = line()
    note = optional(1000)
    state = serializers.ChoiceField(
        choices=TaskState.choices, required=False, default=TaskState.OPEN
    )

    def words(self) -> TaskWords:
        """Return what was sent."""
        return TaskWords(**self.validated_data)


class MoveTaskInput(StrictSerializer):
    state = serializers.ChoiceField(choices=TaskState.choices)


class ReferralInput(CaseworkInput):
    to = line()
    purpose = optional(500)
    phone = Phone(required=False, allow_blank=True, default="")
    appointment_at = serializers.DateTimeField(required=False, allow_null=True, default=None)
    state = serializers.ChoiceField(
        choices=ReferralState.choices, required=False, default=ReferralState.PLANNED
    )

    def validate_appointment_at(self, moment: datetime | None) -> datetime | None:
        # Beyond these a moment is on no day that its client's own clock can show.
        if moment is not None and not FIRST_DAY <= moment.date() <= LAST_DAY:
            raise serializers.ValidationError(
                _("Choose a moment from {first} to {last}.").format(first=FIRST_DAY, last=LAST_DAY)
            )
        return moment

    def words(self) -> ReferralWords:
        """Return what was sent."""
        return ReferralWords(**self.validated_data)


class CaseworkQuery(serializers.Serializer[Any]):
    state = serializers.ChoiceField(choices=("open", "over", "all"), required=False, default="open")


class TaskOutput(serializers.ModelSerializer[Task]):
    client = PersonOutput()
    owner = PersonOutput()
    added_by = PersonOutput()

    class Meta:
        model = Task
        fields = (
            "id", "client", "title", "note", "owner", "due_on", "state", "for_client", "added_at",
            "added_by",
        )  # fmt: skip
        read_only_fields = fields


class ReferralOutput(serializers.ModelSerializer[Referral]):
    client = PersonOutput()
    owner = PersonOutput()
    added_by = PersonOutput()

    class Meta:
        model = Referral
        fields = (
            "id", "client", "to", "purpose", "phone", "owner", "due_on", "appointment_at", "state",
            "for_client", "added_at", "added_by",
        )  # fmt: skip
        read_only_fields = fields
