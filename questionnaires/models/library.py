"""Versions of questionnaires: what was imported, how it is scored, whether it may be used."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.models import Base


class Licence(models.TextChoices):
    PUBLIC_DOMAIN = "public_domain"
    FREE_WITH_CONDITIONS = "free_with_conditions"
    PERMISSION_NEEDED = "permission_needed"
    NOT_AVAILABLE = "not_available"


ALLOWED_LICENCES = (Licence.PUBLIC_DOMAIN, Licence.FREE_WITH_CONDITIONS)


class Questionnaire(Base):
    """One version of one questionnaire in one language. Its content never changes.

    `key` names the questionnaire through all of its versions; what is assigned is a key.
    """

    key = models.SlugField(max_length=60)
    language = models.CharField(max_length=8, default="en")
    # As its file says; a file without a canonical address is known by its digest alone.
    url = models.CharField(max_length=500, default="")
    version = models.CharField(max_length=100, default="")
    digest = models.CharField(max_length=64)
    title = models.CharField(max_length=300)
    panel = models.CharField(max_length=20, default="")
    form = models.JSONField()  # our own shape of it: rules/form.py
    source = models.JSONField()  # the file itself
    left_aside = models.JSONField(default=list)  # what the file holds and changes nothing here
    scoring = models.JSONField(null=True)  # rules/definition.py; null: not scored
    scoring_version = models.CharField(max_length=60, default="")
    licence = models.CharField(max_length=24, choices=Licence)
    attribution = models.TextField(default="")
    imported_at = models.DateTimeField()
    # Null when an operator imported it by a command.
    importer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    activated_at = models.DateTimeField(null=True)
    activated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    retired_at = models.DateTimeField(null=True)
    retired_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        operational = (
            "id", "created_at", "key", "language", "url", "version", "digest", "title", "panel",
            "form", "source", "left_aside", "scoring", "scoring_version", "licence",
            "attribution", "imported_at", "importer", "activated_at", "activated_by",
            "retired_at", "retired_by",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["url", "version"],
                condition=~Q(url=""),
                name="questionnaires_questionnaire_one_per_url_and_version",
            ),
            models.UniqueConstraint(
                fields=["key", "digest", "scoring_version"],
                name="questionnaires_questionnaire_one_per_content",
            ),
            models.UniqueConstraint(
                fields=["key", "language"],
                condition=Q(activated_at__isnull=False, retired_at=None),
                name="questionnaires_questionnaire_one_active_version",
            ),
            models.CheckConstraint(
                condition=Q(licence__in=Licence.values),
                name="questionnaires_questionnaire_known_licence",
            ),
            models.CheckConstraint(
                condition=Q(activated_at=None)
                | Q(retired_at__isnull=False)
                | Q(licence__in=ALLOWED_LICENCES),
                name="questionnaires_questionnaire_licence_allows_use",
            ),
            models.CheckConstraint(
                condition=~Q(licence=Licence.FREE_WITH_CONDITIONS) | ~Q(attribution=""),
                name="questionnaires_questionnaire_conditions_keep_attribution",
            ),
            models.CheckConstraint(
                condition=Q(activated_at=None, activated_by=None)
                | Q(activated_at__isnull=False, activated_by__isnull=False),
                name="questionnaires_questionnaire_activated_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(retired_at=None, retired_by=None)
                | Q(retired_at__isnull=False, retired_by__isnull=False),
                name="questionnaires_questionnaire_retired_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(scoring=None, scoring_version="")
                | (Q(scoring__isnull=False) & ~Q(scoring_version="")),
                name="questionnaires_questionnaire_scoring_has_version",
            ),
        ]

    @property
    def is_active(self) -> bool:
        """Say whether it may be asked now."""
        return self.activated_at is not None and self.retired_at is None

    @property
    def state(self) -> str:
        """Return imported, active or retired."""
        if self.retired_at is not None:
            return "retired"
        return "active" if self.activated_at is not None else "imported"
