"""Shapes of series: days, one value for each, and what happened beside them."""

from typing import Any

from django.utils.translation import gettext_lazy
from rest_framework import serializers

from checkins.models import Toward
from core.shapes import Observed, StrictSerializer
from progress.rules.series import WEEKS

Shape = serializers.Serializer[Any]
WHICH_WEEKS = gettext_lazy("Choose 2, 6 or 12 weeks.")


class WeeksInput(StrictSerializer):
    """How many weeks, ending today."""

    weeks = serializers.ChoiceField(
        choices=[str(weeks) for weeks in WEEKS],
        required=False,
        default="6",
        error_messages={"invalid_choice": WHICH_WEEKS},
    )

    def validate_weeks(self, value: str) -> int:
        return int(value)


class SeriesUsualOutput(Shape):
    low = serializers.FloatField()
    high = serializers.FloatField()
    days = serializers.IntegerField(help_text="Days with an answer that this rests on.")


def values(**options: Any) -> serializers.ListField:
    """Return one number for each day, null where nothing was reported."""
    return serializers.ListField(child=serializers.FloatField(allow_null=True), **options)


class SeriesMeasureOutput(Shape):
    key = serializers.CharField()
    low = serializers.FloatField(help_text="Lower end of the scale.")
    high = serializers.FloatField(help_text="Upper end of the scale.")
    values = values(help_text="One for each day; null is a gap and is drawn as one.")
    answered = serializers.IntegerField()
    mean = serializers.FloatField(allow_null=True)
    usual = serializers.ListField(
        child=SeriesUsualOutput(allow_null=True),
        allow_null=True,
        help_text="For clinicians: the middle half of the 28 days before each day.",
    )


class SeriesItemOutput(Shape):
    id = serializers.UUIDField()
    label = serializers.CharField()  # type: ignore[assignment]  # fields have a label, too
    kind = serializers.CharField()
    scale = serializers.CharField()
    ended = serializers.BooleanField()
    values = values(help_text="One for each day; yes is 1, no is 0.")
    acted = serializers.ListField(child=serializers.BooleanField(allow_null=True))
    usual = serializers.ListField(child=SeriesUsualOutput(allow_null=True), allow_null=True)


class SeriesPointOutput(Shape):
    on = serializers.DateField()
    total = serializers.FloatField()
    band = Observed("band")


class SeriesFormOutput(Shape):
    key = serializers.CharField()
    title = serializers.CharField()
    low = serializers.FloatField()
    high = serializers.FloatField(allow_null=True)
    points = SeriesPointOutput(many=True)


class SessionMarkOutput(Shape):
    id = serializers.UUIDField()
    on = serializers.DateField()
    starts_at = serializers.DateTimeField()
    kind = serializers.CharField()
    title = serializers.CharField()
    attendance = serializers.CharField(help_text="Empty until somebody took it.")


class PracticeMarkOutput(Shape):
    id = serializers.UUIDField()
    on = serializers.DateField()
    skill = serializers.CharField()
    title = serializers.CharField()
    need = serializers.CharField()
    change = serializers.IntegerField(allow_null=True, help_text="Before less after.")


class UrgeMarkOutput(Shape):
    on = serializers.DateField()
    toward = serializers.ChoiceField(choices=Toward.choices)
    intensity = serializers.IntegerField()
    after = serializers.IntegerField(allow_null=True)
    acted = serializers.BooleanField(allow_null=True)


class LapseMarkOutput(Shape):
    on = serializers.DateField()
    part_of_day = serializers.CharField(allow_blank=True)


class SeriesDaysWellOutput(Shape):
    """All days well so far, never taken back, beside those of the present run."""

    total = serializers.IntegerField()
    run = serializers.IntegerField()
    since = serializers.DateField(allow_null=True, help_text="First day of the run.")


class SeriesOutput(Shape):
    weeks = serializers.IntegerField()
    first = serializers.DateField()
    last = serializers.DateField()
    days = serializers.ListField(child=serializers.DateField())
    measures = SeriesMeasureOutput(many=True)
    items = SeriesItemOutput(many=True)
    questionnaires = SeriesFormOutput(many=True)
    sessions = SessionMarkOutput(many=True)
    practices = PracticeMarkOutput(many=True)
    urges = UrgeMarkOutput(many=True)
    lapses = LapseMarkOutput(many=True)
    days_well = SeriesDaysWellOutput()
