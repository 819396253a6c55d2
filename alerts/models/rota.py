"""Who is on call when a program's doors are closed, and when nobody is."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from core.models import Base
from program.models import Program
from program.models.ranges import moments


class Place(models.TextChoices):
    """In which order people on call are told."""

    ON_CALL = "on_call"
    BACKUP = "backup"
    SUPERVISOR = "supervisor"
    DIRECTOR = "director"


class RotaShift(Base):
    """One person on call in one place, from a moment until (not including) a moment."""

    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    place = models.CharField(max_length=12, choices=Place)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Privacy:
        operational = ("id", "created_at", "program", "person", "place", "starts_at", "ends_at")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="alerts_rotashift_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(place__in=Place.values), name="alerts_rotashift_known_place"
            ),
            ExclusionConstraint(
                name="alerts_rotashift_one_at_a_place",
                expressions=[
                    ("program", RangeOperators.EQUAL),
                    ("place", RangeOperators.EQUAL),
                    (moments(), RangeOperators.OVERLAPS),
                ],
            ),
        ]
        indexes = [models.Index(fields=["program", "ends_at"], name="rota_program")]


class RotaGap(Base):
    """A time at which nobody is watching, of which administrators were told."""

    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    told_at = models.DateTimeField()

    class Privacy:
        operational = ("id", "created_at", "program", "starts_at", "ends_at", "told_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["program", "starts_at", "ends_at"], name="alerts_rotagap_told_once"
            ),
        ]
