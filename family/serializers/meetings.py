"""Shapes of invitations to meetings."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.shapes import Identifier, StrictSerializer
from family.access.meetings import OPEN_KINDS
from family.models.meetings import Answer, InvitationEnd
from family.serializers.between import OtherOutput, PersonAskedOutput, Shape
from family.serializers.calls import CallForMeOutput
from family.serializers.shared import NoticeOutput

ANSWERS = [("", ""), *Answer.choices]


class ScopeOutput(Shape):
    """What the consent covers, in one sentence, for each client whose things stand below."""

    client_name = serializers.CharField()
    explanation = serializers.CharField()


class MeetingOutput(Shape):
    """When and where, with whom; nothing else of the meeting."""

    id = serializers.UUIDField()
    client_name = serializers.CharField(source="sharing.client_name")
    timezone = serializers.CharField(source="sharing.timezone")
    starts_at = serializers.DateTimeField()
    ends_at = serializers.DateTimeField()
    place = serializers.CharField()
    telehealth_url = serializers.CharField()
    answer = serializers.ChoiceField(choices=ANSWERS)


class MeetingsOutput(Shape):
    """The same page for everybody; empty for who is asked to nothing."""

    notice = NoticeOutput()
    scope = ScopeOutput(many=True)
    words = serializers.CharField()
    meetings = MeetingOutput(many=True)


class CallsOutput(Shape):
    notice = NoticeOutput()
    scope = ScopeOutput(many=True)
    calls = CallForMeOutput(many=True)


class MeetingAnswerInput(StrictSerializer):
    answer = serializers.ChoiceField(choices=Answer.choices)


class AskToMeetingInput(StrictSerializer):
    session = Identifier()
    person = Identifier()


class SessionInvitationOutput(Shape):
    """An invitation as the client and their care team see it."""

    id = serializers.UUIDField()
    session = serializers.UUIDField(source="session_id")
    person = OtherOutput(source="*")
    starts_at = serializers.DateTimeField()
    ends_at = serializers.DateTimeField()
    invited_at = serializers.DateTimeField()
    answer = serializers.ChoiceField(choices=ANSWERS)
    answered_at = serializers.DateTimeField(allow_null=True)
    ended_at = serializers.DateTimeField(allow_null=True)
    end = serializers.ChoiceField(choices=[("", ""), *InvitationEnd.choices])
    state = serializers.SerializerMethodField()

    @extend_schema_field(serializers.ChoiceField(choices=["standing", "over", "ended"]))
    def get_state(self, row: Any) -> str:
        if row.ended_at or row.session.revision != row.revision:
            return "ended"
        return "standing" if row.starts_at > self.context["at"] else "over"


class MeetingToComeOutput(Shape):
    id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=[(kind, kind) for kind in OPEN_KINDS])
    title = serializers.CharField()
    starts_at = serializers.DateTimeField()


class MayBeAskedOutput(Shape):
    """With whom the client shares invitations now, and to which meetings they can be asked."""

    people = PersonAskedOutput(many=True)
    meetings = MeetingToComeOutput(many=True)
