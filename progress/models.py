"""What is kept of progress: milestones, proposals to step, sums over people, and who needs whom."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.crypto import EncryptedTextField
from core.models import Base
from program.models import Enrolment, LevelOfCare, Program


class MilestoneEvent(Base):
    """One thing that happened to one milestone of one enrolment. Only ever added.

    The newest row says how it stands. `reached` is written by the rules, once; the others by the
    client or a clinician of theirs, as often as they like.
    """

    class Kind(models.TextChoices):
        REACHED = "reached"
        MARKED = "marked"
        UNMARKED = "unmarked"

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="milestone_events"
    )
    enrolment = models.ForeignKey(
        Enrolment, on_delete=models.PROTECT, related_name="milestone_events"
    )
    slug = models.SlugField(max_length=40)
    place = models.PositiveSmallIntegerField(default=1)  # in the history of this milestone
    kind = models.CharField(max_length=10, choices=Kind)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    # The numbers that a rule looked at, from which the sentence is made in any language.
    basis = models.JSONField(default=dict)
    rule_version = models.CharField(max_length=20, default="")
    note = EncryptedTextField(default="")

    class Privacy:
        identity = ("client",)
        clinical = ("slug", "kind", "basis", "note")
        operational = (
            "id", "created_at", "enrolment", "place", "noted_at", "noted_by", "rule_version",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["reached", "marked", "unmarked"]),
                name="progress_milestoneevent_known_kind",
            ),
            models.CheckConstraint(
                condition=Q(kind="reached", noted_at__isnull=False, noted_by=None)
                | (~Q(kind="reached") & Q(noted_at__isnull=False, noted_by__isnull=False)),
                name="progress_milestoneevent_by_rule_or_by_someone",
            ),
            models.CheckConstraint(
                condition=(Q(kind="reached") & ~Q(rule_version=""))
                | (~Q(kind="reached") & Q(rule_version="")),
                name="progress_milestoneevent_a_rule_says_which",
            ),
            models.UniqueConstraint(
                fields=["enrolment", "slug", "place"],
                name="progress_milestoneevent_one_in_each_place",
            ),
            # The rules speak first or not at all: they never argue with a person.
            models.CheckConstraint(
                condition=~Q(kind="reached") | Q(place=1),
                name="progress_milestoneevent_a_rule_speaks_first",
            ),
        ]
        indexes = [
            models.Index(fields=["client", "noted_at"], name="milestone_client"),
        ]


class Direction(models.TextChoices):
    UP = "up"
    DOWN = "down"


class Decision(models.TextChoices):
    ACCEPTED = "accepted"
    DECLINED = "declined"


class StepProposal(Base):
    """A proposal to step to another level of care. Rules make it; a clinician alone decides it."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="step_proposals"
    )
    enrolment = models.ForeignKey(
        Enrolment, on_delete=models.PROTECT, related_name="step_proposals"
    )
    direction = models.CharField(max_length=4, choices=Direction)
    from_level = models.CharField(max_length=12, choices=LevelOfCare)
    to_level = models.CharField(max_length=12, choices=LevelOfCare)
    reasons = models.JSONField()
    inputs = models.JSONField()
    rule_version = models.CharField(max_length=20)
    made_at = models.DateTimeField()
    # Newer facts say otherwise, and nobody had decided yet.
    superseded_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    decision = models.CharField(max_length=10, choices=Decision, default="")
    note = EncryptedTextField(default="")

    class Privacy:
        identity = ("client",)
        clinical = (
            "direction", "from_level", "to_level", "reasons", "inputs", "decision", "note",
        )  # fmt: skip
        operational = (
            "id", "created_at", "enrolment", "rule_version", "made_at", "superseded_at",
            "decided_at", "decided_by",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client"],
                condition=Q(decided_at=None, superseded_at=None),
                name="progress_stepproposal_one_open_per_client",
            ),
            models.CheckConstraint(
                condition=Q(direction__in=Direction.values),
                name="progress_stepproposal_known_direction",
            ),
            models.CheckConstraint(
                condition=Q(from_level__in=LevelOfCare.values, to_level__in=LevelOfCare.values)
                & ~Q(from_level=F("to_level")),
                name="progress_stepproposal_leads_to_another_level",
            ),
            models.CheckConstraint(
                condition=~Q(reasons=[]) & ~Q(rule_version=""),
                name="progress_stepproposal_gives_its_reasons",
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None, decided_by=None, decision="", note="")
                | (
                    Q(decided_at__isnull=False, decided_by__isnull=False)
                    & Q(decision__in=Decision.values)
                    & ~Q(note="")
                ),
                name="progress_stepproposal_decided_by_someone_with_note",
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None) | Q(superseded_at=None),
                name="progress_stepproposal_decided_or_superseded",
            ),
        ]
        indexes = [
            models.Index(fields=["client", "-made_at"], name="proposal_client"),
        ]


class MissingBand(models.TextChoices):
    UNDER_A_QUARTER = "under_a_quarter"
    UNDER_A_HALF = "under_a_half"
    HALF_OR_MORE = "half_or_more"


class OutcomeCell(Base):
    """How one measure had changed by one week in one program, over at least eleven people.

    Only ever added; the newest of a program, measure and week is what administrators read. What
    is fewer than eleven people is never stored.
    """

    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="outcome_cells")
    measure = models.CharField(max_length=60)
    week = models.PositiveSmallIntegerField()
    n = models.PositiveIntegerField()
    # With one week of a measure only: two would tell of those who left in between.
    first_mean = models.FloatField(null=True)
    mean_change = models.FloatField()
    low = models.FloatField()
    high = models.FloatField()
    # Exact only where nothing under eleven could be worked out from it; else the band alone.
    share_missing = models.FloatField(null=True)
    missing_band = models.CharField(max_length=16, choices=MissingBand)
    rule_version = models.CharField(max_length=20)
    published_at = models.DateTimeField()

    class Privacy:
        operational = (
            "id", "created_at", "program", "measure", "week", "n", "first_mean", "mean_change",
            "low", "high", "share_missing", "missing_band", "rule_version", "published_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(n__gte=11), name="progress_outcomecell_at_least_eleven_people"
            ),
            models.CheckConstraint(
                condition=Q(week__gte=2, week__lte=12),
                name="progress_outcomecell_week_two_to_twelve",
            ),
            models.CheckConstraint(
                condition=Q(low__lte=F("mean_change"), high__gte=F("mean_change")),
                name="progress_outcomecell_interval_holds_the_mean",
            ),
            models.CheckConstraint(
                condition=Q(share_missing=None) | Q(share_missing__gte=0, share_missing__lt=1),
                name="progress_outcomecell_share_is_a_share",
            ),
            models.CheckConstraint(
                condition=Q(missing_band__in=MissingBand.values),
                name="progress_outcomecell_known_band",
            ),
            models.UniqueConstraint(
                fields=["program", "measure", "week", "n"],
                name="progress_outcomecell_each_publication_has_more_people",
            ),
        ]


class Standing(Base):
    """How a client stands, so far as a caseload is sorted by it. PostgreSQL keeps it.

    Triggers on check-ins and alerts write it with what caused it; nobody else does. Which client
    comes first among thousands is asked of this one row for each, and of nothing else.
    """

    client = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="standing"
    )
    last_on = models.DateField(null=True)  # the newest day with a check-in
    # Of the alerts that nobody resolved: 0 none, 1 watch, 2 medium, 3 high, 4 critical.
    gravest = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(null=True)  # the earliest of what they wait for
    overdue_from = models.DateTimeField(null=True)  # from then on something is late

    class Privacy:
        identity = ("client",)
        clinical = ("last_on", "gravest")
        operational = ("id", "created_at", "due_at", "overdue_from")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(gravest__lte=4), name="progress_standing_known_gravity"
            ),
            models.CheckConstraint(
                condition=~Q(gravest=0) | Q(due_at=None, overdue_from=None),
                name="progress_standing_nothing_due_without_alert",
            ),
        ]
