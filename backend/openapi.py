"""What the OpenAPI document cannot see by itself: how one signs in, and the one error shape."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension

REFUSALS = {
    "400": "Something in the request is not right.",
    "401": "Nobody is signed in.",
    "403": "Signed in, and still not allowed: a second factor, enrolment or CSRF token is missing.",
    "404": "There is nothing here for this person.",
    "409": "Understood, and at odds with what is stored.",
    "413": "The request is too large.",
    "415": "The request is not JSON.",
    "503": "A part that is needed does not answer; nothing was saved.",
}
PROBLEM: dict[str, Any] = {
    "type": "object",
    "required": ["code", "detail"],
    "properties": {
        "code": {"type": "string"},
        "detail": {"type": "string", "description": "One sentence for a person."},
        "fields": {
            "type": "object",
            "additionalProperties": True,
            "description": "For each field that is not right, its sentences.",
        },
    },
    "additionalProperties": True,
}


class BrowserSessionScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # untyped library
    target_class = "accounts.authentication.BrowserSession"
    name = "browserSession"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "apiKey", "in": "cookie", "name": "foothold"}


class AppTokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # untyped library
    target_class = "accounts.authentication.AppToken"
    name = "appToken"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "apiKey", "in": "header", "name": "X-Session-Token"}


def add_refusals(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Give every operation the refusals that any route may answer."""
    result["components"]["schemas"]["Problem"] = PROBLEM
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for path in result["paths"].values():
        for operation in path.values():
            for status, sentence in REFUSALS.items():
                operation["responses"].setdefault(
                    status, {"description": sentence, "content": content}
                )
    return result
