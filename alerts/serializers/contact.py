"""Shapes of asking to be contacted, of how a client is reached, and of their mirror."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.serializers import PersonOutput, one_line
from alerts.models import BestTime, ContactRequest, How, Mirror, Reach
from alerts.selectors.reach import CHECKED_EVERY, is_due
from alerts.services.contact import Asking, Reachable, Wish
from alerts.texts import mirror as words
from core.shapes import Identifier, Phone, StrictSerializer, TimeZone, Words, YesNo

Shape = serializers.Serializer[Any]


class ContactInput(StrictSerializer):
    """How and when somebody would like to be contacted. The number is the one to be used."""

    submission_id = Identifier()
    timezone = TimeZone()
    recorded_at = serializers.DateTimeField(required=False, allow_null=True, default=None)
    distress = YesNo(required=False, default=False)
    how = serializers.ChoiceField(choices=How.choices, required=False, default=How.CALL)
    best_time = serializers.ChoiceField(
        choices=BestTime.choices, required=False, default=BestTime.ANY
    )
    phone = Phone(required=False, allow_blank=True, default="")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if attrs["how"] != How.IN_PERSON and not attrs["phone"]:
            raise serializers.ValidationError({"phone": [_("Which number may we use?")]})
        return attrs

    def asking(self, *, at: datetime) -> Asking:
        """Return what was sent, recorded now unless it says otherwise."""
        values = self.validated_data
        wish = Wish(values["distress"], values["how"], values["best_time"], values["phone"])
        return Asking(
            values["submission_id"], values["timezone"], values["recorded_at"] or at, wish
        )


class ContactOutput(serializers.ModelSerializer[ContactRequest]):
    class Meta:
        model = ContactRequest
        fields = (
            "id", "submission_id", "distress", "how", "best_time", "phone", "recorded_at",
            "received_at",
        )  # fmt: skip
        read_only_fields = fields


class WatchedOutput(Shape):
    """Whether somebody is there now, and by when a person will have seen this; null: unknown."""

    watched = serializers.BooleanField()
    seen_by = serializers.DateTimeField(allow_null=True)
    again_at = serializers.DateTimeField(allow_null=True)


class ContactTakenOutput(Shape):
    """A wish that was received, with honest words on when a person will see it."""

    request = ContactOutput(source="row")
    words = serializers.CharField()
    watch = WatchedOutput()


class ContactsOutput(Shape):
    """The last twenty, the newest first."""

    results = ContactOutput(many=True)


class ReachInput(StrictSerializer):
    """How somebody is reached; all of it is said again at each check."""

    phone = Phone()
    place = Words(max_length=300, required=False, allow_blank=True, default="")
    contact_name = Words(
        max_length=120, required=False, allow_blank=True, default="", validators=[one_line]
    )
    contact_relationship = Words(
        max_length=60, required=False, allow_blank=True, default="", validators=[one_line]
    )
    contact_phone = Phone(required=False, allow_blank=True, default="")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        some = any(attrs[f"contact_{part}"] for part in ("name", "relationship", "phone"))
        for part, sentence in (
            ("name", _("What is this person called?")),
            ("phone", _("Which number may we use to ask this person?")),
        ):
            if some and not attrs[f"contact_{part}"]:
                raise serializers.ValidationError({f"contact_{part}": [sentence]})
        return attrs

    def said(self) -> Reachable:
        """Return what was said."""
        return Reachable(**self.validated_data)


class ReachSaidOutput(serializers.ModelSerializer[Reach]):
    class Meta:
        model = Reach
        fields = (
            "phone", "place", "contact_name", "contact_relationship", "contact_phone",
            "confirmed_at",
        )  # fmt: skip
        read_only_fields = fields


class ReachOutput(Shape):
    """What was said last (null: never), and whether it is time to ask if it is still right."""

    reach = ReachSaidOutput(allow_null=True)
    due = serializers.BooleanField()
    due_on = serializers.DateTimeField(allow_null=True)


def reach_shown(row: Reach | None, *, at: datetime) -> dict[str, Any]:
    """Return how a client is reached, as it is sent."""
    due_on = row.confirmed_at + CHECKED_EVERY if row else None
    return {
        "reach": ReachSaidOutput(row).data if row else None,
        "due": is_due(row, at=at),
        "due_on": due_on,
    }


class MirrorOutput(serializers.ModelSerializer[Mirror]):
    """What was noticed about me, who looked, and what was done."""

    noticed = serializers.SerializerMethodField()
    seen_by = PersonOutput(allow_null=True)
    role = serializers.SerializerMethodField(help_text='On my team; "" when not on it now.')
    done = serializers.SerializerMethodField(help_text='One sentence; "" while nothing is done.')

    class Meta:
        model = Mirror
        fields = (
            "id", "on", "flagged_at", "noticed", "seen_at", "seen_by", "role", "done_at", "done",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_noticed(self, row: Mirror) -> list[str]:
        language = self.context["language"]
        return list(words.noticed(row.noticed, family=row.family, language=language))

    def get_role(self, row: Mirror) -> str:
        role: str = self.context["roles"].get(row.seen_by_id, "")
        return role

    def get_done(self, row: Mirror) -> str:
        return words.done(row.action, language=self.context["language"])
