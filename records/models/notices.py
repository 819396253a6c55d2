"""The notice to patients about their record: its versions, and to whom each was given."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.models import Base


class PatientNotice(Base):
    """One version of the notice (42 CFR 2.22), in both languages, and from when it holds."""

    version = models.PositiveSmallIntegerField()
    effective_on = models.DateField()
    contact_name = models.CharField(max_length=120)
    contact_phone = models.CharField(max_length=30)
    contact_email = models.EmailField(max_length=254)
    # {language: {element: text}}, each element of records.rules.notice.
    sections = models.JSONField()
    # Ours, to show how it looks. It is no notice until the program's counsel has written one.
    sample = models.BooleanField(default=False)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        operational = (
            "id", "created_at", "version", "effective_on", "contact_name", "contact_phone",
            "contact_email", "sections", "sample", "published_at", "published_by",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version"], name="records_patientnotice_one_of_a_version"
            ),
            models.CheckConstraint(
                condition=~Q(contact_name="") & ~Q(contact_phone="") & ~Q(contact_email=""),
                name="records_patientnotice_names_whom_to_ask",
            ),
            models.CheckConstraint(
                condition=Q(sections__has_keys=["en", "es"]),
                name="records_patientnotice_in_both_languages",
            ),
            models.CheckConstraint(
                condition=Q(sample=True) | Q(published_by__isnull=False),
                name="records_patientnotice_published_by_someone",
            ),
        ]


class GivenHow(models.TextChoices):
    APP = "app"
    PAPER = "paper"
    EMAIL = "email"


class NoticeGiven(Base):
    """One version reached one client in one way. By e-mail only after they agreed to that."""

    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    notice = models.ForeignKey(PatientNotice, on_delete=models.PROTECT, related_name="given")
    method = models.CharField(max_length=5, choices=GivenHow)
    given_at = models.DateTimeField()
    agreed_to_email_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    # An e-mail that did not arrive: the notice is owed on paper.
    failed_at = models.DateTimeField(null=True)

    class Privacy:
        identity = ("client",)
        operational = (
            "id", "created_at", "notice", "method", "given_at", "agreed_to_email_at",
            "acknowledged_at", "recorded_by", "failed_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "notice", "method"], name="records_noticegiven_once_in_a_way"
            ),
            models.CheckConstraint(
                condition=~Q(method="email") | Q(agreed_to_email_at__isnull=False),
                name="records_noticegiven_by_email_only_if_agreed",
            ),
            models.CheckConstraint(
                condition=Q(failed_at=None) | Q(method="email"),
                name="records_noticegiven_only_mail_fails",
            ),
            models.CheckConstraint(
                condition=Q(method="paper", recorded_by__isnull=False)
                | (~Q(method="paper") & Q(recorded_by=None)),
                name="records_noticegiven_paper_by_someone",
            ),
        ]


class NoticePutOff(Base):
    """A client was asked to take a version of the notice, and said: later."""

    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    notice = models.ForeignKey(PatientNotice, on_delete=models.PROTECT, related_name="put_off")
    put_off_on = models.DateField()
    put_off_at = models.DateTimeField()

    class Privacy:
        identity = ("client",)
        operational = ("id", "created_at", "notice", "put_off_on", "put_off_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "notice", "put_off_on"], name="records_noticeputoff_once_a_day"
            ),
        ]
