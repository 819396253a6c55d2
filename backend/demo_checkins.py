"""What Maya watches in her check-in, two urges, a lapse she told of, and goals of the last days."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from accounts.models import Role, User
from backend.demo import ZONE, key
from checkins import selectors as checkin_selectors
from checkins import services
from core import clock
from core.audit import Actor
from program.models import Enrolment


@dataclass(frozen=True)
class Stage:
    """Maya and Dr. Okafor, and Maya's enrolment."""

    maya: User
    okafor: User
    enrolment: Enrolment
    at: datetime

    @property
    def by_maya(self) -> Actor:
        """Maya, for the audit trail."""
        return Actor(role=Role.CLIENT, id=self.maya.pk)


def seed(*, at: datetime) -> None:
    """Put it all in place; the cast and their check-ins must be there."""
    maya, okafor = (User.objects.get(pk=key(name)) for name in ("maya", "okafor"))
    enrolments = Enrolment.objects.select_related("program").filter(client=maya)
    enrolment = enrolments.latest("active_from")
    stage = Stage(maya, okafor, enrolment, at)
    seed_items(stage)
    seed_urges(stage)
    seed_lapse(stage)
    seed_goals(stage)


ITEMS = (
    services.Wanted("Stopping at the bar on the way home", "urge", "0-10", "use"),
    services.Wanted("Feeling lonely", "emotion", "0-10", "", "You said evenings are the hardest."),
    services.Wanted("Went to a meeting", "habit", "yes_no"),
)


def seed_items(stage: Stage) -> None:
    """Three things that Maya and Dr. Okafor chose to watch."""
    for wanted in ITEMS:
        services.set_item(
            client_id=stage.maya.pk,
            wanted=wanted,
            clinician=stage.okafor,
            actor=Actor(role=Role.CLINICIAN, id=stage.okafor.pk),
            at=stage.at - timedelta(days=9),
        )


# Days ago, hour, the urge.
URGES = (
    (4, 17, services.Urge(7, after=3, triggers=("place", "stress"), place="on_the_way",
                          did=("skill", "called_someone"), acted=False)),
    (1, 21, services.Urge(5, after=2, triggers=("boredom",), place="home", did=("waited",))),
)  # fmt: skip


def seed_urges(stage: Stage) -> None:
    """Two urges that passed."""
    for days_ago, hour, urge in URGES:
        on, recorded_at = _moment(stage, days_ago, hour)
        services.log_urge(
            enrolment=stage.enrolment,
            submission=services.MomentSubmission(
                id=key(f"urge {days_ago}"),
                entry=key(f"urge entry {days_ago}"),
                on=on,
                timezone=ZONE,
                recorded_at=recorded_at,
                words=urge,
            ),
            actor=stage.by_maya,
            at=recorded_at,
        )


def seed_lapse(stage: Stage) -> None:
    """One evening twelve days ago, told the next day, with what Maya learned."""
    on, recorded_at = _moment(stage, 12, 22)
    services.report_lapse(
        enrolment=stage.enrolment,
        submission=services.MomentSubmission(
            id=key("lapse"),
            entry=key("lapse entry"),
            on=on,
            timezone=ZONE,
            recorded_at=recorded_at + timedelta(hours=12),
            words=services.LapseReport(
                part_of_day="evening",
                what="Two glasses of wine",
                led_to="A long day, and nobody at home.",
                learned="I can call Luz before I open the door.",
                needs=("talk_next_session",),
            ),
        ),
        actor=stage.by_maya,
        at=recorded_at + timedelta(hours=12),
    )


# Days ago, goal, how it went.
GOALS = ((2, "Walk by the river", "done"), (1, "Call Luz", "partly"))


def seed_goals(stage: Stage) -> None:
    """Goals of the last two days, and how they went."""
    for days_ago, goal, outcome in GOALS:
        on, recorded_at = _moment(stage, days_ago, 21)
        check_in = checkin_selectors.newest_of_day(stage.maya.pk, on)
        if check_in is None:
            continue
        answers = services.answers_of(check_in)
        services.correct_checkin(
            check_in=check_in,
            submission=services.Submission(
                id=key(f"goal of {days_ago}"),
                on=on,
                timezone=ZONE,
                recorded_at=recorded_at,
                answers=services.Answers(**{**vars(answers), "goal": goal}),
            ),
            actor=stage.by_maya,
            at=recorded_at,
        )
        services.keep_outcome(
            enrolment=stage.enrolment,
            submission=services.OutcomeSubmission(
                key(f"outcome of {days_ago}"), on, ZONE, recorded_at, outcome
            ),
            actor=stage.by_maya,
            at=recorded_at,
        )


def _moment(stage: Stage, days_ago: int, hour: int) -> tuple[date, datetime]:
    on = clock.local_day(stage.at, ZONE) - timedelta(days=days_ago)
    return on, clock.at_wall_clock(on, hour * 60, ZONE)
