"""Base shapes of requests: strict JSON in, no unknown fields, limits that answer in words."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.text import format_lazy
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.exceptions import APIException, ParseError
from rest_framework.parsers import JSONParser
from rest_framework.request import Request

from core import clock
from core.words import reread

MOST_BYTES = 256 * 1024
# Beyond these a day's midnight may be no moment that can be computed with.
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)
DIALLED = re.compile(r"[0-9+][0-9 ()./\-+*#,;x]*")


class TooLarge(APIException):
    """A body beyond what any form of ours can fill."""

    status_code = 413
    default_code = "too_large"
    default_detail = gettext_lazy("This request is too large.")


class StrictJSONParser(JSONParser):
    """JSON of bounded size and depth. NaN and Infinity pass here and fail at their field."""

    strict = False
    most_bytes = MOST_BYTES

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        request = (parser_context or {}).get("request")
        length = request.META.get("CONTENT_LENGTH") if request is not None else None
        if length and length.isdigit() and int(length) > self.most_bytes:
            raise TooLarge
        try:
            return super().parse(stream, media_type, parser_context)
        except RecursionError:
            raise ParseError(_("JSON is nested too deeply.")) from None


_built: dict[tuple[type, str], Any] = {}


class BuiltOnce:
    """Makes a shape's fields once for its class: building twenty costs more than storing the row.

    Only for shapes that look at nothing but the value: their fields know no context.
    """

    @property
    def fields(self) -> Any:
        """The fields of a nameless instance, which holds nobody's answers."""
        shape: Any = type(self)
        key = shape, get_language() or ""  # a field keeps the first form of what it says
        if key not in _built:
            _built[key] = super(BuiltOnce, shape()).fields  # type: ignore[misc]  # a mix-in
        return _built[key]


class StrictSerializer(serializers.Serializer[Any]):
    """A shape that refuses fields it does not know, instead of dropping them silently."""

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, Mapping):
            self._refuse_unknown(data)
        return super().to_internal_value(data)

    def _refuse_unknown(self, data: Mapping[Any, Any]) -> None:
        unknown = [str(name) for name in data if name not in self.fields][:20]
        if not unknown:
            return
        errors: dict[str, Any] = {name: [_("There is no such field.")] for name in unknown}
        try:
            super().to_internal_value(data)
        except serializers.ValidationError as error:
            errors |= error.detail if isinstance(error.detail, dict) else {}
        raise serializers.ValidationError(errors)


class Identifier(serializers.UUIDField):
    """A UUID written as text."""

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, str):
            self.fail("invalid", value=data)
        return super().to_internal_value(data)


class WholeNumber(serializers.IntegerField):
    """An integer that is written as one: not true, not "7", not 7.0."""

    def to_internal_value(self, data: Any) -> int:
        if isinstance(data, bool) or not isinstance(data, int):
            self.fail("invalid")
        return super().to_internal_value(data)


class YesNo(serializers.BooleanField):
    """true or false, written as such."""

    def to_internal_value(self, data: Any) -> bool:
        if not isinstance(data, bool):
            self.fail("invalid", input=data)
        return data


class Words(serializers.CharField):
    """Text that was sent as text: a number or a list is a mistake, not a word."""

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


class TimeZone(Words):
    """The name of a time zone that there is."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=64, **options)

    def run_validators(self, value: Any) -> None:
        """Name what is wrong with any text first: too long, or with signs that are none."""
        super().run_validators(value)
        try:
            clock.zone(value)
        except ValueError:
            raise serializers.ValidationError(
                _("This is not the name of a time zone, like America/New_York.")
            ) from None


class Observed(serializers.CharField):
    """Sentences that were stored as text, said in the reader's language. Only ever read."""

    def __init__(self, context: str, **options: Any) -> None:
        super().__init__(**options)
        self.of = context

    def to_representation(self, value: Any) -> str:
        return reread(self.of, super().to_representation(value))


class Phone(Words):
    """A number as people write one. It becomes a link to dial, so nothing else may pass."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=30, **options)

    def to_internal_value(self, data: Any) -> str:
        number = super().to_internal_value(data)
        if not DIALLED.fullmatch(number.lstrip("(")) or sum(map(str.isdigit, number)) < 3:
            raise serializers.ValidationError(_("This is not a telephone number."))
        return number


def day(*, required: bool = True, allow_null: bool = False) -> serializers.DateField:
    """Return a field for a day that can be computed with."""
    sentence = format_lazy(
        gettext_lazy("Choose a day from {first} to {last}."), first=FIRST_DAY, last=LAST_DAY
    )
    limits = [MinValueValidator(FIRST_DAY, sentence), MaxValueValidator(LAST_DAY, sentence)]
    if allow_null:
        return serializers.DateField(
            required=required, allow_null=True, default=None, validators=limits
        )
    return serializers.DateField(required=required, validators=limits)


class PeriodInput(StrictSerializer):
    """The days of a paged list; both ends are included and both may be left out."""

    page_size = serializers.IntegerField(required=False)
    cursor = serializers.CharField(required=False)

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        # "from" is a word of the language and cannot be an attribute.
        return {**super().get_fields(), "from": day(required=False), "to": day(required=False)}


def sent(request: Request, shape: Any) -> Any:
    """Return the shape of what was sent, checked."""
    found = shape(data=request.data)
    found.is_valid(raise_exception=True)
    return found


def sent_values(request: Request, shape: Any) -> dict[str, Any]:
    """Return the checked values of what was sent."""
    values: dict[str, Any] = sent(request, shape).validated_data
    return values


def asked(request: Request, shape: Any) -> Any:
    """Return the checked values of the query."""
    found = shape(data=request.query_params.dict())
    found.is_valid(raise_exception=True)
    return found.validated_data
