"""What a client answered, what it adds up to, and the answers that somebody must look at."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.crypto import EncryptedTextField
from core.models import Base
from questionnaires.models.library import Questionnaire


class Origin(models.TextChoices):
    APP = "app"
    IMPORTED = "imported"


class Response(Base):
    """One filling-in of one version. It grows while it is open and never changes once complete."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="questionnaire_responses"
    )
    questionnaire = models.ForeignKey(
        Questionnaire, on_delete=models.PROTECT, related_name="responses"
    )
    submission_id = models.UUIDField()
    origin = models.CharField(max_length=8, choices=Origin, default=Origin.APP)
    # The day that it counts for, on the client's calendar.
    answered_on = models.DateField()
    timezone = models.CharField(max_length=64)
    recorded_at = models.DateTimeField()  # of the newest answers, by the phone's clock
    received_at = models.DateTimeField()
    completed_at = models.DateTimeField(null=True)
    answers = EncryptedTextField(default="{}")  # {link id: answer} as JSON

    class Privacy:
        identity = ("client",)
        clinical = ("questionnaire", "answers")
        operational = (
            "id", "created_at", "submission_id", "origin", "answered_on", "timezone",
            "recorded_at", "received_at", "completed_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "submission_id"],
                name="questionnaires_response_one_per_submission",
            ),
            models.CheckConstraint(
                condition=Q(origin__in=Origin.values), name="questionnaires_response_known_origin"
            ),
            models.CheckConstraint(
                condition=Q(origin=Origin.APP) | Q(completed_at__isnull=False),
                name="questionnaires_response_imported_whole",
            ),
        ]
        indexes = [
            models.Index(fields=["client", "-answered_on"], name="response_client"),
        ]


class Score(Base):
    """What a completed response adds up to under one version of its scoring. Never changed."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="questionnaire_scores"
    )
    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="scores")
    key = models.SlugField(max_length=60)
    instrument_version = models.CharField(max_length=100)
    scoring_version = models.CharField(max_length=60)
    answered_on = models.DateField()
    # Null when answers are missing: part of a score is not a score.
    total = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    band = models.CharField(max_length=60, default="")
    missing = models.PositiveSmallIntegerField(default=0)
    counts = models.JSONField(default=dict)  # {name: how many answers reach its threshold}
    # What the file that it came in said; only ever compared.
    stated_total = models.DecimalField(max_digits=12, decimal_places=4, null=True)
    differs = models.BooleanField(default=False)
    computed_at = models.DateTimeField()

    class Privacy:
        identity = ("client",)
        clinical = ("key", "total", "band", "missing", "counts", "stated_total", "differs")
        operational = (
            "id", "created_at", "response", "instrument_version", "scoring_version",
            "answered_on", "computed_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["response", "scoring_version"],
                name="questionnaires_score_one_per_response_and_scoring",
            ),
            models.CheckConstraint(
                condition=Q(total__isnull=False) | (Q(band="") & Q(missing__gt=0)),
                name="questionnaires_score_no_total_because_missing",
            ),
            models.CheckConstraint(
                condition=Q(differs=False) | Q(stated_total__isnull=False),
                name="questionnaires_score_differs_from_something",
            ),
        ]
        indexes = [
            models.Index(fields=["client", "key", "answered_on"], name="score_client"),
        ]


class CriticalAnswer(Base):
    """An answer that a clinician must look at, kept as it was given even if it changed later."""

    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="critical")
    link_id = models.CharField(max_length=255)
    weight = models.PositiveSmallIntegerField()
    most = models.PositiveSmallIntegerField()  # that this item can weigh
    kind = models.CharField(max_length=20)  # rules/definition.py
    on = models.DateField(db_column="on_day")
    recorded_at = models.DateTimeField()
    received_at = models.DateTimeField()

    class Privacy:
        identity = ("client",)
        clinical = ("link_id", "weight", "most", "kind")
        operational = ("id", "created_at", "response", "on", "recorded_at", "received_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["response", "link_id", "weight"],
                name="questionnaires_criticalanswer_once_per_item_and_weight",
            ),
        ]


class YesNoUnsure(models.TextChoices):
    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class FollowUp(Base):
    """What a client answered when asked on about a critical answer. Null means not answered."""

    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="follow_ups")
    submission_id = models.UUIDField()
    intent = models.CharField(max_length=8, choices=YesNoUnsure, null=True)  # noqa: DJ001  (null: not answered)
    plan = models.CharField(max_length=8, choices=YesNoUnsure, null=True)  # noqa: DJ001  (null: not answered)
    recent_act = models.CharField(max_length=8, choices=YesNoUnsure, null=True)  # noqa: DJ001  (null: not answered)
    wants_contact = models.BooleanField(default=False)
    on = models.DateField(db_column="on_day")
    recorded_at = models.DateTimeField()
    received_at = models.DateTimeField()

    class Privacy:
        identity = ("client",)
        clinical = ("intent", "plan", "recent_act", "wants_contact")
        operational = (
            "id", "created_at", "response", "submission_id", "on", "recorded_at", "received_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "submission_id"],
                name="questionnaires_followup_one_per_submission",
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{name: None}) | Q(**{f"{name}__in": YesNoUnsure.values}),
                    name=f"questionnaires_followup_known_{name}",
                )
                for name in ("intent", "plan", "recent_act")
            ),
        ]
