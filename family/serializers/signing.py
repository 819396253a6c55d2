"""Shapes of what clients, staff and invited people send about consents."""

from django.utils.translation import gettext as _
from rest_framework import serializers

from accounts.models import SPOKEN
from accounts.serializers import one_line
from core.shapes import Identifier, StrictSerializer, Words, YesNo, day
from family.models import LONGEST, SENSITIVE, Received
from family.serializers.consents import category_list


class LanguageQuery(StrictSerializer):
    language = serializers.ChoiceField(choices=SPOKEN, required=False)


class ShareInput(StrictSerializer):
    """What is shared, why, until when: for the same person or a new one."""

    relationship = Words(max_length=LONGEST["relationship"], validators=[one_line])
    categories = category_list(min_length=1)
    purpose = Words(
        max_length=LONGEST["purpose"], required=False, allow_blank=True, default="",
        validators=[one_line],
    )  # fmt: skip
    expires_on = day(required=False, allow_null=True)
    language = serializers.ChoiceField(choices=SPOKEN, required=False)


class ConsentDraftInput(ShareInput):
    """Also whom: one person, as they are called, and where they get their mail."""

    name = Words(max_length=LONGEST["name"], validators=[one_line])
    email = serializers.EmailField(max_length=LONGEST["email"])


class _Signature(StrictSerializer):
    """What makes a signature: the text that was read, the second yes, and who it is."""

    text_digest = Words(max_length=64)
    adult = YesNo()
    confirmed_again = serializers.ListField(
        child=serializers.ChoiceField(choices=[str(key) for key in SENSITIVE]),
        required=False, default=list, max_length=2,
    )  # fmt: skip
    password = Words(
        max_length=200, trim_whitespace=False, required=False, allow_blank=True, default=""
    )
    code = Words(max_length=10, required=False, allow_blank=True, default="")

    def validate_adult(self, adult: bool) -> bool:
        if not adult:
            raise serializers.ValidationError(_("Only adults can sign here."))
        return adult


class ConsentSignInput(ConsentDraftInput, _Signature):
    """A new sharing, signed; and in which language to ask the person, else that of the text."""

    invitation_language = serializers.ChoiceField(choices=SPOKEN, required=False)


class AskAgainInput(StrictSerializer):
    """In which language to ask the person; in that of the signed text where it is left out."""

    language = serializers.ChoiceField(choices=SPOKEN, required=False)


class AmendInput(ShareInput, _Signature):
    """A new version for the same person, signed."""


class NarrowInput(StrictSerializer):
    remove = category_list(min_length=1)


class SharingPauseInput(StrictSerializer):
    until = day(required=False, allow_null=True)


class PaperRevocationInput(StrictSerializer):
    received_how = serializers.ChoiceField(choices=Received.choices)
    received_on = day()


class AcceptInput(StrictSerializer):
    """What the message and the client told; and a password, should an account be opened.

    And in which language; in that of the signed text where it is left out.
    """

    token = Words(max_length=100)
    code = Words(max_length=20)
    password = Words(max_length=200, trim_whitespace=False)
    language = serializers.ChoiceField(choices=SPOKEN, required=False)


class FamilyJoinInput(StrictSerializer):
    token = Words(max_length=100)
    code = Words(max_length=20)


class RestrictionInput(StrictSerializer):
    """Toward the person of a consent, or, without one, every relative; these or everything."""

    consent = Identifier(required=False, allow_null=True, default=None)
    categories = category_list(required=False, default=list)
    words = Words(max_length=1000, required=False, allow_blank=True, default="")


class AnswerInput(StrictSerializer):
    agreed = YesNo()
    answer = Words(max_length=1000, required=False, allow_blank=True, default="")
