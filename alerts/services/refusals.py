"""Why something about an alert is not done, by name."""

from core.errors import Refused
from core.said import say


class Invalid(Refused):
    """One field cannot be meant; names it with a sentence."""

    status = 400
    code = "invalid"

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence, fields={field: [sentence]})


class AlreadyAcknowledged(Refused):
    """Somebody answered before."""

    code = "already_acknowledged"
    sentence = say("Someone already acknowledged this.")


class ChangedMeanwhile(Refused):
    """It became graver between being read and being taken on."""

    code = "changed_meanwhile"
    sentence = say(
        "This became more urgent since you read it. Please look again, then acknowledge."
    )


class NotAcknowledged(Refused):
    """An alert is resolved by somebody who first took it on."""

    code = "not_acknowledged"
    sentence = say("Acknowledge this first, then resolve it.")


class AlreadyResolved(Refused):
    """It is over; what was written then stays."""

    code = "already_resolved"
    sentence = say("Someone already resolved this.")


class NotResolved(Refused):
    """Only what was closed can be opened again."""

    code = "not_resolved"
    sentence = say("This is still open.")


class OpenAlready(Refused):
    """Another open alert of the same kind speaks for this client."""

    code = "open_already"
    sentence = say("Another open alert of this kind tells of this client. Write there.")


class NotLicensed(Refused):
    """A critical alert is closed or lowered by a licensed clinician alone."""

    status = 403
    code = "not_licensed"
    sentence = say(
        "Only a licensed clinician can close or lower a critical alert. Assign it to one, or ask"
        " an administrator to put your licence on file."
    )


class NotYours(Refused):
    """Somebody else took it on."""

    code = "not_yours"
    sentence = say("Someone else has this in hand now.")


class TooLateToUndo(Refused):
    """An acknowledgement can be taken back for a minute."""

    code = "too_late_to_undo"
    sentence = say("This can be undone for one minute. Assign it to somebody instead.")


class NotCritical(Refused):
    """Only a critical alert can be lowered."""

    code = "not_critical"
    sentence = say("Only a critical alert can be lowered.")


class Taken(Refused):
    """Somebody is on call in that place at that time."""

    code = "taken"
    sentence = say("Someone is on call in that place at that time already.")


class Over(Refused):
    """What has begun or ended stays as it was."""

    code = "over"
    sentence = say("This has begun or is over. It stays on record.")
