"""What became of the small goal that a client set for a day in the check-in."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from checkins.models.check_in import CheckIn
from checkins.models.days import ENVELOPE, DayOfAnswers


class Outcome(models.TextChoices):
    DONE = "done"
    PARTLY = "partly"
    NOT_TODAY = "not_today"


class GoalOutcome(DayOfAnswers):
    """One version of the answer to "how did it go?", for one day's goal."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="goal_outcomes"
    )
    # The version of the check-in whose words were in front of the client.
    check_in = models.ForeignKey(CheckIn, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome)

    class Privacy:
        identity = ("client",)
        clinical = ("outcome",)
        operational = (*ENVELOPE, "check_in")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "submission_id"], name="checkins_goaloutcome_one_per_submission"
            ),
            models.UniqueConstraint(
                fields=["client", "on", "version"],
                name="checkins_goaloutcome_one_per_day_and_version",
            ),
            models.CheckConstraint(
                condition=Q(version__gte=1), name="checkins_goaloutcome_versions_count_from_one"
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=Outcome.values), name="checkins_goaloutcome_known_outcome"
            ),
        ]
