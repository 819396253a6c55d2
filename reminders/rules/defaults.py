"""What holds for who chose nothing. Minutes of a day are on the person's own clock."""

from dataclasses import dataclass

KINDS = (
    "session", "check_in", "evening_goal", "exercise", "questionnaire", "medication", "changed",
    "cancelled", "refill",
)  # fmt: skip
DAY = 24 * 60


@dataclass(frozen=True)
class Wish:
    """For one kind: whether, at which minutes of the day, and how many minutes before."""

    on: bool = True
    times: tuple[int, ...] = ()
    leads: tuple[int, ...] = ()


# Sessions a day and an hour before; medication at the times of its own schedule; a change at once.
WISHES: dict[str, Wish] = {
    "session": Wish(leads=(DAY, 60)),
    "check_in": Wish(times=(18 * 60 + 30,)),
    "evening_goal": Wish(times=(20 * 60,)),
    "exercise": Wish(times=(17 * 60,)),
    "questionnaire": Wish(times=(12 * 60,)),
    "medication": Wish(),
    "changed": Wish(),
    "cancelled": Wish(),
    "refill": Wish(times=(10 * 60,), leads=(3 * DAY,)),
}
# What each kind can be set to: minutes of the day, minutes before, both, or only on and off.
# A session's minutes of the day are those of the day before it.
TAKES_TIMES = {"session", "check_in", "evening_goal", "exercise", "questionnaire", "refill"}
TAKES_LEADS = {"session", "refill"}


@dataclass(frozen=True)
class Manner:
    """How one person wants every reminder: on which clock, when not, how plain, which language."""

    zone: str
    quiet_from: int = 21 * 60
    quiet_until: int = 8 * 60
    channels: tuple[str, ...] = ("push", "email", "sms")
    tone: str = "discreet"
    language: str = ""
