"""Why something of the program is not done, by name."""

from core.errors import Refused
from core.said import say


class Invalid(Refused):
    """One field cannot be meant; names it with a sentence."""

    status = 400
    code = "invalid"

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence, fields={field: [sentence]})


class AlreadyEnrolled(Refused):
    """The client is enrolled at that time."""

    code = "already_enrolled"
    sentence = say("This person is enrolled at that time already. End that enrolment first.")


class ChangePlanned(Refused):
    """A change of level is still to come."""

    code = "change_planned"
    sentence = say("Another change of level is already planned. Take it back first.")


class ChangeInForce(Refused):
    """The change of level cannot be taken back any more."""

    code = "change_in_force"
    sentence = say("This change of level is in force or was taken back. Record a new one.")


class Discharged(Refused):
    """The enrolment has an end already."""

    code = "already_discharged"
    sentence = say("This enrolment has an end already.")


class OnTeam(Refused):
    """The clinician is on the client's team at that time."""

    code = "already_on_team"
    sentence = say("This clinician is on the care team at that time already.")


class NobodyLeft(Refused):
    """Nobody would look after a client who is enrolled."""

    code = "nobody_left"
    sentence = say(
        "Nobody would look after this client. Add somebody first, or say that this is meant."
    )


class Taken(Refused):
    """A room or a clinician is taken at that time; says by what."""

    code = "taken"
    sentence = say("The room or a clinician is taken at that time.")


class Full(Refused):
    """There is no place left; says how many there are."""

    code = "full"
    sentence = say("There is no place left.")


class AlreadyIn(Refused):
    """The client follows it or is expected already."""

    code = "already_in"
    sentence = say("This client is in already.")


class Begun(Refused):
    """The session has begun."""

    code = "already_begun"
    sentence = say("This session has begun.")


class NotBegun(Refused):
    """The session has not begun."""

    code = "not_begun"
    sentence = say("Attendance can be recorded once the session has begun.")


class Cancelled(Refused):
    """The session does not take place."""

    code = "cancelled"
    sentence = say("This session was cancelled.")


class TooLate(Refused):
    """Attendance stands as it is."""

    code = "too_late"
    sentence = say("Attendance can be set right for 14 days after a session.")


class Ended(Refused):
    """What is asked for has ended."""

    code = "ended"
    sentence = say("This has ended already.")
