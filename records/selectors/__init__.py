"""Reads of records. Visibility is access's business."""

from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from program.models import Enrolment
from program.selectors import program_day
from records.models import Breach, NoticeGiven, PatientNotice


def newest_breaches() -> QuerySet[Breach]:
    """Return the newest version of each incident, the one discovered last first."""
    newer = Breach.objects.filter(series=OuterRef("series"), version__gt=OuterRef("version"))
    return Breach.objects.filter(~Exists(newer)).order_by("-discovered_on", "pk")


def versions_of_breach(breach: Breach) -> QuerySet[Breach]:
    """Return every version of one incident, the newest first."""
    return Breach.objects.filter(series=breach.series).order_by("-version")


def current_notice(*, at: datetime) -> PatientNotice | None:
    """Return the newest notice whose day has come, the program's own before our sample."""
    rows = PatientNotice.objects.filter(effective_on__lte=program_day(at))
    return rows.order_by("sample", "-version").first()


def without_notice(notice: PatientNotice, *, on: date) -> QuerySet[Enrolment]:
    """Return the enrolments of that day whose client has this version in no way that arrived."""
    given = NoticeGiven.objects.filter(client=OuterRef("client"), notice=notice, failed_at=None)
    in_force = Q(active_until=None) | Q(active_until__gt=on)
    return (
        Enrolment.objects.filter(in_force, ~Exists(given), active_from__lte=on)
        .select_related("client", "program")
        .order_by("active_from", "pk")
    )
