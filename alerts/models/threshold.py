"""What a client's rules are set to: thresholds of the absolute rules, and the good period."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.crypto import EncryptedTextField
from core.models import Base
from program.models import Program

NUMBERS = (
    "craving_at_once", "craving_repeated", "short_sleep_hours", "repeated_days",
    "gap_days_if_regular", "gap_days_if_irregular",
)  # fmt: skip
RANGES: dict[str, tuple[float, float]] = {
    "craving_at_once": (1, 10),
    "craving_repeated": (1, 10),
    "short_sleep_hours": (0, 12),
    "repeated_days": (1, 3),
    "gap_days_if_regular": (1, 14),
    "gap_days_if_irregular": (1, 28),
}


class Thresholds(Base):
    """One setting of the thresholds; null is what stands above it. The newest one holds."""

    craving_at_once = models.PositiveSmallIntegerField(null=True)
    craving_repeated = models.PositiveSmallIntegerField(null=True)
    short_sleep_hours = models.DecimalField(max_digits=3, decimal_places=1, null=True)
    repeated_days = models.PositiveSmallIntegerField(null=True)
    gap_days_if_regular = models.PositiveSmallIntegerField(null=True)
    gap_days_if_irregular = models.PositiveSmallIntegerField(null=True)
    reason = EncryptedTextField()
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


def within_ranges(table: str) -> models.CheckConstraint:
    """Return what holds of the numbers in every table of thresholds."""
    holds = Q()
    for name, (least, most) in RANGES.items():
        holds &= Q(**{name: None}) | Q(**{f"{name}__gte": least, f"{name}__lte": most})
    return models.CheckConstraint(condition=holds, name=f"{table}_within_ranges")


class ClientThresholds(Thresholds):
    """What a clinician set for one client."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="thresholds"
    )

    class Privacy:
        identity = ("client",)
        clinical = (*NUMBERS, "reason")
        operational = ("id", "created_at", "set_at", "set_by")

    class Meta:
        constraints = [within_ranges("alerts_clientthresholds")]
        indexes = [models.Index(fields=["client", "-set_at"], name="clientthresholds_client")]


class ProgramThresholds(Thresholds):
    """What holds in a program where nothing else is set for a client."""

    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="+")

    class Privacy:
        operational = ("id", "created_at", "program", *NUMBERS, "reason", "set_at", "set_by")

    class Meta:
        constraints = [within_ranges("alerts_programthresholds")]
        indexes = [models.Index(fields=["program", "-set_at"], name="programthresholds_program")]


class GoodPeriod(Base):
    """Days that a clinician calls good: what the chart of slow slides compares with."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="good_periods"
    )
    first_on = models.DateField()
    last_on = models.DateField()
    reason = EncryptedTextField()
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Privacy:
        identity = ("client",)
        clinical = ("first_on", "last_on", "reason")
        operational = ("id", "created_at", "set_at", "set_by")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__gt=F("first_on")),
                name="alerts_goodperiod_ends_after_it_begins",
            ),
        ]
        indexes = [models.Index(fields=["client", "-set_at"], name="goodperiod_client")]
