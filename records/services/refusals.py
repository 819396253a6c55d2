"""Why something about a record is not done."""

from core.errors import Refused
from core.said import say


class TooManyCopies(Refused):
    """Five copies a day are enough for anybody."""

    status = 429
    code = "too_many_copies"
    sentence = say("You asked for several copies today. Please wait until tomorrow.")


class NotReady(Refused):
    """The file is still being made, or could not be made."""

    code = "not_ready"
    sentence = say("This file is not ready yet.")


class NoLongerThere(Refused):
    """The file was deleted."""

    status = 410
    code = "gone"
    sentence = say("This file was deleted. You can ask for a new one.")


class Damaged(Refused):
    """What is stored is not what was made."""

    status = 503
    code = "damaged"
    sentence = say("This file cannot be opened. Please ask for a new one.")


class AnsweredBefore(Refused):
    """Somebody has answered already."""

    code = "answered_before"
    sentence = say("This was answered already. Please look again.")


class ExtendedBefore(Refused):
    """Thirty more days can be taken once."""

    code = "extended_before"
    sentence = say("This was extended once, and cannot be again.")


class WordsMissing(Refused):
    """The answer needs a reason in words."""

    status = 400
    code = "invalid"
    sentence = say("Say why, so that the person can understand it.")


class TooManyOpen(Refused):
    """Many things of one person wait for an answer."""

    code = "too_many_open"
    sentence = say("Several of these wait for an answer. Please call the program.")


class DayNotOpen(Refused):
    """A day that cannot be."""

    status = 400
    code = "invalid"
    sentence = say("Choose a day that is not in the future.")


class NoticeIncomplete(Refused):
    """A notice without one of its elements is none (42 CFR 2.22(b))."""

    status = 400
    code = "notice_incomplete"
    sentence = say("Some parts of the notice are missing.")


class NewerBreach(Refused):
    """Somebody wrote a newer version meanwhile."""

    code = "newer_version"
    sentence = say("Somebody changed this meanwhile. Please look again.")


class BreachIncomplete(Refused):
    """A decision rests on all four factors."""

    status = 400
    code = "invalid"
    sentence = say("Write something about each of the four points, and why you decided so.")
