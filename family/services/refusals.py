"""Why something about a consent is not done."""

from core.errors import Refused
from core.said import say


class ConsentIncomplete(Refused):
    """An element is missing or out of its limits; names the field."""

    status = 400
    code = "invalid"


class AlreadyShared(Refused):
    """There is a consent for this person that has not ended."""

    code = "already_shared"
    sentence = say("You already share with this person. End that first, or change it.")


class AlreadyRevoked(Refused):
    """It ended before."""

    code = "already_revoked"
    sentence = say("This sharing has already ended.")


class TextChanged(Refused):
    """What would be signed is not what was shown."""

    code = "text_changed"
    sentence = say("The text has changed since you read it. Please read it again.")


class TooManyShared(Refused):
    """More sharings at once than one person can keep in view."""

    code = "too_many_shared"
    sentence = say("You share with twenty people already. Please end one first.")


class NothingLeft(Refused):
    """Narrowed until nothing but the program would be shared, or nothing would change."""

    status = 400
    code = "invalid"


class PauseTooLong(Refused):
    """A pause that would end before it begins, or after the sharing."""

    status = 400
    code = "invalid"


class AlreadyPaused(Refused):
    code = "already_paused"
    sentence = say("This sharing is paused already.")


class NotPaused(Refused):
    code = "not_paused"
    sentence = say("This sharing is not paused.")


class AlreadyAccepted(Refused):
    """Nobody is left to invite."""

    code = "already_accepted"
    sentence = say("This person has accepted already.")


class TooManyInvitations(Refused):
    """One message after the other."""

    status = 429
    code = "too_many_invitations"
    sentence = say("You have sent many invitations. Please wait until tomorrow.")


class NothingToWithdraw(Refused):
    code = "nothing_to_withdraw"
    sentence = say("No invitation is waiting.")


class AlreadyAnswered(Refused):
    """A request for a restriction is answered once."""

    code = "already_answered"
    sentence = say("This request has its answer already.")


class ReasonMissing(Refused):
    """What is denied is denied for a reason."""

    status = 400
    code = "invalid"
