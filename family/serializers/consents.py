"""Shapes of consents as clients and their care team read them."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from family import texts
from family.access import Described
from family.models import Category, Consent, Disclosure, EndReason, SignatureMethod

STATES = ["waiting", "in_force", "paused", *EndReason.values]
INVITATIONS = ["none", "waiting", "expired", "locked", "withdrawn", "accepted"]


def category_list(**options: Any) -> serializers.ListField:
    """Return a field for categories."""
    return serializers.ListField(
        child=serializers.ChoiceField(choices=Category.choices), max_length=14, **options
    )


class CategoryWordsOutput(serializers.Serializer[Any]):
    """One switch: its name, what turning it on shares, what the relative is told."""

    category = serializers.ChoiceField(choices=Category.choices)
    name = serializers.CharField()
    words = serializers.CharField()
    family_words = serializers.CharField()
    sensitive = serializers.BooleanField()
    always = serializers.BooleanField()


class CategoriesOutput(serializers.Serializer[Any]):
    categories = CategoryWordsOutput(many=True)


class StartOutput(serializers.Serializer[Any]):
    category = serializers.ChoiceField(choices=Category.choices)
    starts_at = serializers.DateTimeField()


class InvitationStateOutput(serializers.Serializer[Any]):
    state = serializers.ChoiceField(choices=INVITATIONS)
    sent_at = serializers.DateTimeField(allow_null=True)
    expires_at = serializers.DateTimeField(allow_null=True)


class ConsentOutput(serializers.Serializer[Any]):
    """A consent, its state in a word and in a sentence, and how the invitation stands."""

    id = serializers.UUIDField(source="consent.pk")
    version = serializers.IntegerField(source="consent.version")
    # Null until the person has accepted.
    recipient = serializers.UUIDField(source="consent.recipient_id", allow_null=True)
    recipient_name = serializers.CharField(source="consent.recipient_name")
    recipient_email = serializers.CharField(source="consent.recipient_email")
    relationship = serializers.CharField(source="consent.relationship")
    accepted = serializers.SerializerMethodField()
    categories = category_list(source="consent.categories")
    gives_now = category_list()
    starts = serializers.SerializerMethodField()
    purpose = serializers.CharField(source="consent.purpose")
    signed_at = serializers.DateTimeField(source="consent.signed_at")
    narrowed_at = serializers.DateTimeField(source="consent.narrowed_at", allow_null=True)
    expires_on = serializers.DateField(source="consent.expires_on")
    state = serializers.ChoiceField(choices=STATES)
    state_words = serializers.SerializerMethodField()
    paused_until = serializers.DateTimeField(allow_null=True)
    ended_at = serializers.DateTimeField(source="consent.ended_at", allow_null=True)
    invitation = serializers.SerializerMethodField()
    language = serializers.CharField(source="consent.language")
    text_version = serializers.CharField(source="consent.text_version")
    text_digest = serializers.CharField(source="consent.text_digest")
    text = serializers.CharField(source="consent.text")

    def get_accepted(self, shown: Described) -> bool:
        return shown.consent.recipient_id is not None

    @extend_schema_field(StartOutput(many=True))
    def get_starts(self, shown: Described) -> Any:
        """Categories that begin later than the rest, or began so."""
        starts = {
            "craving_band": shown.consent.craving_band_from,
            "appointment_times": shown.consent.appointment_times_from,
        }
        rows = [{"category": key, "starts_at": at} for key, at in starts.items() if at]
        return StartOutput(rows, many=True).data

    def get_state_words(self, shown: Described) -> str:
        return texts.state_words(shown.state, self.context.get("language", "en"))

    @extend_schema_field(InvitationStateOutput())
    def get_invitation(self, shown: Described) -> Any:
        row = shown.invitation
        return InvitationStateOutput(
            {
                "state": shown.invitation_state,
                "sent_at": row.invited_at if row else None,
                "expires_at": row.expires_at if row else None,
            }
        ).data


class VersionOutput(serializers.ModelSerializer[Consent]):
    """One version of a sharing, as it stood."""

    categories = category_list()
    ended_reason = serializers.ChoiceField(choices=["", *EndReason.values])
    signature_method = serializers.ChoiceField(choices=SignatureMethod.choices)

    class Meta:
        model = Consent
        fields = (
            "id", "version", "categories", "purpose", "expires_on", "signed_at", "signature_method",
            "narrowed_at", "ended_at", "ended_reason", "received_how", "received_on",
            "text_version", "text_digest",
        )  # fmt: skip
        read_only_fields = fields


class ConsentDetailOutput(ConsentOutput):
    versions = serializers.SerializerMethodField()

    @extend_schema_field(VersionOutput(many=True))
    def get_versions(self, shown: Described) -> Any:
        return VersionOutput(self.context["versions"], many=True).data


class SignedOutput(serializers.Serializer[Any]):
    """What was signed, and the code that the client tells the other person. Shown once."""

    consent = ConsentOutput()
    code = serializers.CharField()
    invitation_expires_at = serializers.DateTimeField()


class ConsentDraftOutput(serializers.Serializer[Any]):
    """The exact text that would be signed, and what names it."""

    recipient_name = serializers.CharField(source="name")
    categories = category_list()
    sensitive = category_list()
    purpose = serializers.CharField()
    expires_on = serializers.DateField()
    language = serializers.CharField()
    text_version = serializers.CharField()
    text_digest = serializers.CharField(source="digest")
    text = serializers.CharField()


class ClientConsentOutput(serializers.Serializer[Any]):
    """What staff see of a client's consents: who and what. Nobody else's address."""

    id = serializers.UUIDField(source="consent.pk")
    version = serializers.IntegerField(source="consent.version")
    recipient_name = serializers.CharField(source="consent.recipient_name")
    relationship = serializers.CharField(source="consent.relationship")
    categories = category_list(source="consent.categories")
    purpose = serializers.CharField(source="consent.purpose")
    signed_at = serializers.DateTimeField(source="consent.signed_at")
    expires_on = serializers.DateField(source="consent.expires_on")
    state = serializers.ChoiceField(choices=STATES)
    ended_at = serializers.DateTimeField(source="consent.ended_at", allow_null=True)
    received_how = serializers.CharField(source="consent.received_how")
    received_on = serializers.DateField(source="consent.received_on", allow_null=True)


class DisclosureOutput(serializers.ModelSerializer[Disclosure]):
    """One time that somebody looked, and at what."""

    recipient_name = serializers.CharField(source="consent.recipient_name")
    categories = category_list()

    class Meta:
        model = Disclosure
        fields = (
            "id", "disclosed_at", "recipient_name", "categories", "purpose", "consent",
            "consent_version", "notice_version",
        )  # fmt: skip
        read_only_fields = fields


class PressureOutput(serializers.Serializer[Any]):
    """Private words; nothing is stored."""

    question = serializers.CharField()
    private = serializers.CharField()
    help = serializers.ListField(child=serializers.CharField())


class AcceptedOutput(serializers.Serializer[Any]):
    """Whether the invitation was accepted; no says nothing of why."""

    accepted = serializers.BooleanField()
