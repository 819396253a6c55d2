"""When a program's doors are open, and who of its people may close the gravest warnings."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.models import Base
from program.models.place import Program


class OpeningHours(Base):
    """One weekday (0 is Monday) on which somebody is there, in minutes of the program's day."""

    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="hours")
    weekday = models.PositiveSmallIntegerField()
    opens = models.PositiveSmallIntegerField()
    closes = models.PositiveSmallIntegerField()

    class Privacy:
        operational = ("id", "created_at", "program", "weekday", "opens", "closes")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["program", "weekday"], name="program_openinghours_once_a_weekday"
            ),
            models.CheckConstraint(
                condition=Q(weekday__lte=6, closes__lte=1440, opens__lt=F("closes")),
                name="program_openinghours_within_a_day",
            ),
        ]


class Licence(Base):
    """That somebody holds a licence to practise, as an administrator has seen it."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="licences"
    )
    kind = models.CharField(max_length=60)  # "LICSW", "MD"
    given_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Privacy:
        identity = ("person",)
        operational = ("id", "created_at", "kind", "given_at", "ended_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(ended_at=None),
                name="program_licence_one_in_force",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("given_at")),
                name="program_licence_ends_after_it_begins",
            ),
        ]
