"""Programs, their rooms, and the days on which they are closed. Nothing about anyone."""

from django.db import models
from django.db.models import Q

from core.models import Base


class Program(Base):
    """One treatment program at one site, with the zone its clocks show and its telephones."""

    name = models.CharField(max_length=120)
    timezone = models.CharField(max_length=64)
    daytime_phone = models.CharField(max_length=30)
    on_call_phone = models.CharField(max_length=30)

    class Privacy:
        operational = (
            "id", "created_at", "name", "timezone", "daytime_phone", "on_call_phone",
        )  # fmt: skip


class Room(Base):
    """A place for one session at a time. A closed room keeps its past and takes nothing new."""

    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="rooms")
    name = models.CharField(max_length=60)
    closed_on = models.DateField(null=True)

    class Privacy:
        operational = ("id", "created_at", "program", "name", "closed_on")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["program", "name"],
                condition=Q(closed_on=None),
                name="program_room_one_open_of_a_name",
            ),
        ]


class Holiday(Base):
    """A day on which the program's timetable does not take place."""

    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="holidays")
    on = models.DateField(db_column="on_day")
    name = models.CharField(max_length=60)

    class Privacy:
        operational = ("id", "created_at", "program", "on", "name")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["program", "on"], name="program_holiday_once_a_day"),
        ]
