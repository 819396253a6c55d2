"""A person's own data as one file: the work of making it, and the sealed file for a week."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.crypto import EncryptedTextField
from core.models import Base


class ExportState(models.TextChoices):
    ASKED = "asked"
    MAKING = "making"
    READY = "ready"
    FAILED = "failed"
    GONE = "gone"  # the file was deleted: its week was over, or its person wished so


class Export(Base):
    """One request for everything that the app shows a person about themselves."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=8, default="en")
    state = models.CharField(max_length=6, choices=ExportState, default=ExportState.ASKED)
    asked_at = models.DateTimeField()
    proven_by = models.CharField(max_length=10)
    attempts = models.PositiveSmallIntegerField(default=0)
    leased_until = models.DateTimeField(null=True)
    steps_done = models.PositiveSmallIntegerField(default=0)
    steps_in_all = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    file_size = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64, default="")
    downloads = models.PositiveSmallIntegerField(default=0)
    gone_at = models.DateTimeField(null=True)

    class Privacy:
        identity = ("person",)
        operational = (
            "id", "created_at", "language", "state", "asked_at", "proven_by", "attempts",
            "leased_until", "steps_done", "steps_in_all", "made_at", "expires_at", "file_size",
            "digest", "downloads", "gone_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(state__in=["asked", "making"]),
                name="records_export_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(steps_done__lte=F("steps_in_all")),
                name="records_export_no_more_steps_than_there_are",
            ),
            models.CheckConstraint(
                condition=Q(made_at=None, expires_at=None, digest="")
                | (Q(expires_at__gt=F("made_at")) & ~Q(digest="")),
                name="records_export_what_was_made_ends",
            ),
            models.CheckConstraint(
                condition=~Q(state="ready") | Q(made_at__isnull=False, gone_at=None),
                name="records_export_ready_when_made",
            ),
            models.CheckConstraint(
                condition=Q(state="gone", gone_at__isnull=False)
                | (~Q(state="gone") & Q(gone_at=None)),
                name="records_export_gone_at_a_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-asked_at"], name="records_exports"),
            # What is to be made or deleted.
            models.Index(
                fields=["state", "asked_at"],
                condition=~Q(state="gone"),
                name="records_exports_at_work",
            ),
        ]


class ExportPart(Base):
    """A piece of the file, sealed. Deleted when the week is over."""

    export = models.ForeignKey(Export, on_delete=models.PROTECT, related_name="parts")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()
    content = EncryptedTextField()  # base64

    class Privacy:
        identity = ("person",)
        clinical = ("content",)
        operational = ("id", "created_at", "export", "place")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["export", "place"], name="records_exportpart_one_in_a_place"
            ),
        ]
