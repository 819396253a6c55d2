"""Refusals: named reasons why a request is not done, and the one shape they are answered in."""

from typing import Any

from django.http import JsonResponse

from core.said import say
from core.words import spoken


class Refused(Exception):
    """A request that was understood and is not done. Subclasses name the reason."""

    status = 409
    code = "refused"
    sentence = say("This cannot be done.")

    def __init__(self, sentence: str = "", /, **members: Any) -> None:
        self.detail = sentence or self.sentence
        self.members = members
        super().__init__(self.code)


class NotVisible(Refused):
    """What is asked for does not exist for this person; says no more than that."""

    status = 404
    code = "not_found"
    sentence = say("There is nothing here.")


class Conflict(Refused):
    """Two requests met; the database kept one."""

    code = "conflict"
    sentence = say("Something else changed this at the same moment. Please look again and retry.")


class Unavailable(Refused):
    """A part that we need does not answer; nothing was saved."""

    status = 503
    code = "unavailable"
    sentence = say(
        "Foothold cannot save right now. Nothing was lost; please try again in a moment."
    )


def body(code: str, detail: str, **members: Any) -> dict[str, Any]:
    """Build the error shape, in the language of whoever asked."""
    return {"code": code, "detail": spoken(detail), **spoken(members)}


def plain_answer(status: int, code: str, sentence: str) -> JsonResponse:
    """Answer in the error shape from outside a view."""
    # Compact, as the API's own answers are: a route that is not there must not look different.
    compact = {"separators": (",", ":")}
    return JsonResponse(body(code, sentence), status=status, json_dumps_params=compact)
