"""Shapes of a form as it is answered: items without weights, answers by link id."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from questionnaires.models import Questionnaire
from questionnaires.rules import form as form_rules

SCALAR: list[dict[str, Any]] = [{"type": "string"}, {"type": "number"}, {"type": "boolean"}]
OTHER = {
    "type": "object",
    "title": "OtherText",
    "properties": {"text": {"type": "string"}},
    "required": ["text"],
}
VALUE = {"oneOf": [*SCALAR, OTHER]}
ROW = {"type": "object", "title": "AnswerRow", "additionalProperties": {}}
ANSWER = {
    "oneOf": [*SCALAR, OTHER, {"type": "array", "items": {"anyOf": [*SCALAR, OTHER, ROW]}}],
    "nullable": True,
}


@extend_schema_field(ANSWER)
class GivenAnswer(serializers.JSONField):
    """One answer: an option's key, a number, text, true or false, a day; or a list of them."""


@extend_schema_field(VALUE)
class ComparedValue(serializers.JSONField):
    """The answer that a condition compares with."""


class FormOptionOutput(serializers.Serializer[object]):
    key = serializers.CharField(help_text="What is sent back as the answer.")
    text = serializers.CharField()
    exclusive = serializers.BooleanField(help_text="Cannot be chosen together with others.")


class FormConditionOutput(serializers.Serializer[object]):
    question = serializers.CharField()
    operator = serializers.ChoiceField(choices=["exists", "=", "!=", ">", "<", ">=", "<="])
    answer = ComparedValue()


class FormItemOutput(serializers.Serializer[object]):
    link_id = serializers.CharField()
    type = serializers.ChoiceField(choices=form_rules.TYPES)
    text = serializers.CharField(allow_blank=True)
    prefix = serializers.CharField(allow_blank=True)
    help = serializers.ListField(child=serializers.CharField())
    required = serializers.BooleanField()  # type: ignore[assignment]  # a name in the answer
    repeats = serializers.BooleanField()
    options = FormOptionOutput(many=True)
    min = ComparedValue(allow_null=True)
    max = ComparedValue(allow_null=True)
    min_length = serializers.IntegerField(allow_null=True)
    max_length = serializers.IntegerField(allow_null=True)
    max_decimals = serializers.IntegerField(allow_null=True)
    least = serializers.IntegerField(allow_null=True)
    most = serializers.IntegerField(allow_null=True)
    unit = serializers.CharField(allow_blank=True)
    initial = GivenAnswer(allow_null=True)
    enable_when = FormConditionOutput(many=True)
    enable_behavior = serializers.ChoiceField(choices=["all", "any"])
    items = serializers.SerializerMethodField()

    @extend_schema_field(
        {"type": "array", "items": {"$ref": "#/components/schemas/FormItemOutput"}}
    )
    def get_items(self, item: dict[str, Any]) -> list[Any]:
        return item["items"]  # type: ignore[no-any-return]  # of the same shape, already plain


class QuestionnaireFormOutput(serializers.Serializer[Any]):
    """A version as a phone fills it in. Weights, bands and codes stay on the server."""

    id = serializers.UUIDField()
    key = serializers.CharField()
    title = serializers.CharField()
    language = serializers.CharField()
    version = serializers.CharField(allow_blank=True)
    attribution = serializers.CharField(allow_blank=True)
    critical_items = serializers.SerializerMethodField(
        help_text="For each item that calls for help at once, the answers that do."
    )
    items = serializers.SerializerMethodField()

    @extend_schema_field(FormItemOutput(many=True))
    def get_items(self, row: Questionnaire) -> Any:
        return form_rules.shown(row.form)

    @extend_schema_field(
        serializers.DictField(child=serializers.ListField(child=serializers.CharField()))
    )
    def get_critical_items(self, row: Questionnaire) -> dict[str, list[str]]:
        # So that the phone shows help before the next question, also offline.
        critical = row.scoring["critical"] if row.scoring else []
        return {
            one["link_id"]: [
                key for key, weight in one["weights"].items() if weight >= one["at_least"]
            ]
            for one in critical
        }
