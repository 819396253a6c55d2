"""Shapes of a row of the inbox: an alert, and what one looks at beside it before calling."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from alerts.models import Alert
from alerts.selectors import glance
from alerts.selectors.glance import Glance
from alerts.serializers.inbox import AlertOutput
from core.words import reread

ITEMS = ("mood", "craving", "sleep_hours")


class LineOutput(serializers.Serializer[Any]):
    """Fourteen days of the item that the alert is about, oldest first; null where there is none.

    Mood and craving are 0 to 10, sleep is in hours.
    """

    item = serializers.ChoiceField(choices=ITEMS)
    first_on = serializers.DateField()
    values = serializers.ListField(child=serializers.FloatField(allow_null=True))


class LastContactOutput(serializers.Serializer[Any]):
    at = serializers.DateTimeField()
    kind = serializers.ChoiceField(choices=("contacted", "session"))


class GlanceOutput(serializers.Serializer[Any]):
    """What to see at a glance: days, the last contact, the number to call, earlier alerts."""

    sparkline = LineOutput()
    last_contact = LastContactOutput(allow_null=True)
    phone = serializers.CharField(help_text='"" when the client gave none.')
    phone_confirmed_at = serializers.DateTimeField(allow_null=True)
    earlier_alerts = serializers.IntegerField(help_text="Resolved within 28 days.")


class InboxRowOutput(AlertOutput):
    """An alert with why in one line and, in the inbox, what one looks at before calling."""

    why = serializers.SerializerMethodField(help_text="The gravest reason, in one sentence.")
    glance = serializers.SerializerMethodField()

    class Meta(AlertOutput.Meta):
        fields = (*AlertOutput.Meta.fields, "why", "glance")
        read_only_fields = fields

    def get_why(self, row: Alert) -> str:
        reasons = row.assessment.reasons
        return reread("reason", reasons[0]["sentence"]) if reasons else ""

    @extend_schema_field(GlanceOutput(allow_null=True))
    def get_glance(self, row: Alert) -> dict[str, Any] | None:
        found: Glance | None = self.context.get("glances", {}).get(row.client_id)
        return laid_out(row, found) if found else None


def laid_out(row: Alert, found: Glance) -> dict[str, Any]:
    """Return what is seen at a glance, as it is sent."""
    item = glance.item_of(row)
    contacts: list[dict[str, Any]] = [
        {"at": at, "kind": kind}
        for at, kind in ((found.contacted_at, "contacted"), (found.attended_at, "session"))
        if at is not None
    ]
    about = {
        "sparkline": {"item": item, "first_on": found.first_on, "values": found.lines[item]},
        "last_contact": max(contacts, key=lambda one: one["at"], default=None),
        "phone": found.reach.phone if found.reach else "",
        "phone_confirmed_at": found.reach.confirmed_at if found.reach else None,
        "earlier_alerts": found.earlier,
    }
    shape: dict[str, Any] = GlanceOutput(about).data
    return shape
