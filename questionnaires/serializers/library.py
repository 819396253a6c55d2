"""Shapes of imported versions, for administrators, and of what a clinician can ask."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.shapes import Observed, StrictSerializer, WholeNumber, Words
from questionnaires.models import Licence, Questionnaire
from questionnaires.rules import source
from questionnaires.rules.definition import KINDS, MOST_BANDS, Wish
from questionnaires.rules.instruments import READY
from questionnaires.serializers.forms import QuestionnaireFormOutput
from questionnaires.services import ImportWish, Licensing

KEY = r"^[a-z0-9]+(-[a-z0-9]+)*$"
MOST_SUMMED = 300


class BandInput(StrictSerializer):
    # A path of names with reserved words: “from” cannot be written as an attribute.
    def get_fields(self) -> dict[str, Any]:
        return {
            "from": WholeNumber(min_value=-100_000, max_value=100_000),
            "to": WholeNumber(min_value=-100_000, max_value=100_000),
            "word": Words(max_length=60),
            "plain": Words(max_length=60, required=False, allow_blank=True, default=""),
        }


class CriticalInput(StrictSerializer):
    link_id = Words(max_length=255)
    at_least = WholeNumber(min_value=0, max_value=1000)
    kind = serializers.ChoiceField(choices=KINDS)


def _link_ids(**options: Any) -> serializers.ListField:
    return serializers.ListField(
        child=Words(max_length=255), max_length=MOST_SUMMED, required=False, default=list, **options
    )


class ScoringInput(StrictSerializer):
    """How a questionnaire that we know nothing about is scored; items are named by link id."""

    name = Words(max_length=120)
    items = _link_ids()
    reversed = _link_ids()
    bands = serializers.ListField(
        child=BandInput(), required=False, default=list, max_length=MOST_BANDS
    )
    critical = serializers.ListField(
        child=CriticalInput(), required=False, default=list, max_length=50
    )
    allowed_missing = WholeNumber(min_value=0, max_value=MOST_SUMMED, required=False, default=0)
    multiplier = WholeNumber(min_value=1, max_value=100, required=False, default=1)
    totals = _link_ids()


class ImportInput(StrictSerializer):
    file = serializers.CharField(
        max_length=source.MOST_BYTES, trim_whitespace=False, help_text="The text of the file."
    )
    key = serializers.RegexField(
        KEY, max_length=60, required=False, allow_blank=True, default="",
        error_messages={"invalid": gettext_lazy("Use small letters, digits and single hyphens.")},
    )  # fmt: skip
    licence = serializers.ChoiceField(
        choices=Licence.choices, required=False, allow_blank=True, default=""
    )
    attribution = Words(max_length=20_000, required=False, allow_blank=True, default="")
    ready_scoring = serializers.ChoiceField(
        choices=sorted(READY), required=False, allow_blank=True, default=""
    )
    scoring = ScoringInput(required=False, allow_null=True, default=None)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if attrs["ready_scoring"] and attrs["scoring"]:
            sentence = _("Choose a ready scoring or write one, not both.")
            raise serializers.ValidationError({"scoring": [sentence]})
        return attrs

    def wish(self) -> ImportWish:
        """Return what was sent."""
        values = self.validated_data
        written = values["scoring"]
        return ImportWish(
            text=values["file"],
            key=values["key"],
            licence=values["licence"],
            attribution=values["attribution"],
            scoring=Wish(**written) if written else (values["ready_scoring"] or None),
        )


class LicenceInput(StrictSerializer):
    licence = serializers.ChoiceField(choices=Licence.choices)
    attribution = Words(max_length=20_000, required=False, allow_blank=True, default="")

    def licensing(self) -> Licensing:
        """Return what was sent."""
        return Licensing(**self.validated_data)


class BandOutput(serializers.Serializer[object]):
    def get_fields(self) -> dict[str, Any]:
        return {
            "from": serializers.FloatField(),
            "to": serializers.FloatField(),
            "word": Observed("band"),
            "plain": Observed("band"),
        }


class CriticalOutput(serializers.Serializer[object]):
    link_id = serializers.CharField()
    at_least = serializers.IntegerField()
    most = serializers.FloatField()
    kind = serializers.ChoiceField(choices=KINDS)


class SummedItemOutput(serializers.Serializer[object]):
    link_id = serializers.CharField()
    low = serializers.FloatField()
    high = serializers.FloatField()
    reversed = serializers.BooleanField()
    weights = serializers.DictField(child=serializers.FloatField())


class ScoringOutput(serializers.Serializer[object]):
    name = serializers.CharField(allow_blank=True)
    instrument = serializers.CharField(allow_blank=True)
    items = SummedItemOutput(many=True)
    multiplier = serializers.IntegerField()
    low = serializers.FloatField()
    high = serializers.FloatField()
    bands = BandOutput(many=True)
    critical = CriticalOutput(many=True)
    allowed_missing = serializers.IntegerField()
    totals = serializers.ListField(child=serializers.CharField())


class LeftAsideOutput(serializers.Serializer[object]):
    what = Observed("import")
    reason = Observed("import")


STATES = ("imported", "active", "retired")


class QuestionnaireOutput(serializers.ModelSerializer[Questionnaire]):
    state = serializers.ChoiceField(choices=STATES)
    scored = serializers.SerializerMethodField()

    class Meta:
        model = Questionnaire
        fields: tuple[str, ...] = (
            "id", "key", "language", "url", "version", "title", "panel", "licence",
            "attribution", "scoring_version", "scored", "state", "imported_at", "activated_at",
            "retired_at",
        )  # fmt: skip
        read_only_fields = fields

    def get_scored(self, row: Questionnaire) -> bool:
        return bool(row.scoring and row.scoring["items"])


class QuestionnaireDetailOutput(QuestionnaireOutput):
    """Also the form, how it is scored, and what of the file was left aside and why."""

    form = QuestionnaireFormOutput(source="*")
    scoring = ScoringOutput(allow_null=True)
    left_aside = LeftAsideOutput(many=True)

    class Meta(QuestionnaireOutput.Meta):
        fields: tuple[str, ...] = (
            *QuestionnaireOutput.Meta.fields, "form", "scoring", "left_aside",
        )  # fmt: skip
        read_only_fields = fields


class PreviewOutput(serializers.Serializer[object]):
    """What importing would store."""

    known = serializers.BooleanField(help_text="This very content was imported before.")
    key = serializers.CharField(source="row.key")
    language = serializers.CharField(source="row.language")
    url = serializers.CharField(source="row.url", allow_blank=True)
    version = serializers.CharField(source="row.version", allow_blank=True)
    title = serializers.CharField(source="row.title")
    licence = serializers.ChoiceField(choices=Licence.choices, source="row.licence")
    attribution = serializers.CharField(source="row.attribution", allow_blank=True)
    form = QuestionnaireFormOutput(source="row")
    scoring = ScoringOutput(source="row.scoring", allow_null=True)
    left_aside = LeftAsideOutput(source="row.left_aside", many=True)


class AssignableOutput(serializers.ModelSerializer[Questionnaire]):
    """A questionnaire that can be asked now, in one of its languages."""

    scored = serializers.SerializerMethodField()
    bands = serializers.SerializerMethodField()

    class Meta:
        model = Questionnaire
        fields = ("id", "key", "language", "title", "version", "attribution", "scored", "bands")
        read_only_fields = fields

    def get_scored(self, row: Questionnaire) -> bool:
        return bool(row.scoring and row.scoring["items"])

    @extend_schema_field(BandOutput(many=True))
    def get_bands(self, row: Questionnaire) -> Any:
        return BandOutput(row.scoring["bands"], many=True).data if row.scoring else []
