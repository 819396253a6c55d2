"""Is this a FHIR R4 Questionnaire at all? Its shape by the library; older and newer shapes by name.

What its items mean is read in reading.py.
"""

from collections.abc import Iterator
from typing import Any

from fhir.resources.R4B.questionnaire import Questionnaire
from pydantic import ValidationError

from core.said import observe, say
from questionnaires.rules import extensions
from questionnaires.rules.problems import Findings

STU3 = {
    "option": say("“option” is the shape of FHIR STU3. Convert the file to R4."),
    "options": say("“options” is the shape of FHIR STU3. Convert the file to R4."),
    "hasAnswer": say("“hasAnswer” is the shape of FHIR STU3. Convert the file to R4."),
    "initialBoolean": say("This is the shape of FHIR STU3. Convert the file to R4."),
    "initialCoding": say("This is the shape of FHIR STU3. Convert the file to R4."),
}
R5 = {
    "answerConstraint": say("“answerConstraint” is the shape of FHIR R5. Convert the file to R4."),
    "disabledDisplay": say("“disabledDisplay” is the shape of FHIR R5. Convert the file to R4."),
    "versionAlgorithmString": say("This is the shape of FHIR R5. Convert the file to R4."),
    "versionAlgorithmCoding": say("This is the shape of FHIR R5. Convert the file to R4."),
    "copyrightLabel": say("“copyrightLabel” is the shape of FHIR R5. Convert the file to R4."),
}
OTHERS_SHAPES = STU3 | R5


def check_shape(resource: dict[str, Any], findings: Findings) -> None:
    """Note what keeps this from being a FHIR R4 Questionnaire, by JSON path."""
    kind = resource.get("resourceType")
    if kind != "Questionnaire":
        findings.refuse(
            "$.resourceType", say("This is not a Questionnaire but {what}.", what=_named(kind))
        )
        return
    _check_other_shapes(resource, "$", findings)
    try:
        Questionnaire.model_validate(resource)
    except ValidationError as error:
        for one in error.errors(include_url=False, include_input=False):
            path = path_of(one["loc"])
            if not _told(path, findings):
                findings.refuse(path, say("This is not FHIR R4: {fault}.", fault=one["msg"]))
    except (ValueError, TypeError, AssertionError, RecursionError):
        findings.refuse("$", say("This is not FHIR R4."))


def path_of(location: tuple[int | str, ...]) -> str:
    """Write a place as a JSON path: $.item[0].text."""
    path = "$"
    for part in location:
        path += f"[{part}]" if isinstance(part, int) else f".{part}"
    return path


def _told(path: str, findings: Findings) -> bool:
    return any(one.path == path for one in findings.problems)


def _named(kind: Any) -> str:
    return (
        f"“{kind}”" if isinstance(kind, str) and kind else say("something without a resourceType")
    )


def _check_other_shapes(value: Any, path: str, findings: Findings) -> None:
    for name, inner, place in members(value, path):
        if name in OTHERS_SHAPES and "contained" not in path:
            findings.refuse(place, OTHERS_SHAPES[name])
        if name in ("item", "enableWhen"):
            _check_other_shapes(inner, place, findings)


def members(value: Any, path: str) -> Iterator[tuple[str, Any, str]]:
    """Yield name, value and JSON path of what stands in an object, or in those of a list."""
    if isinstance(value, list):
        for place, inner in enumerate(value):
            yield from members(inner, f"{path}[{place}]")
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield name, inner, f"{path}.{name}"


def check_extensions(
    value: Any, path: str, findings: Findings, *, computed: frozenset[str]
) -> None:
    """Note every extension that is refused or unknown, and every one that is left aside.

    `computed` are the paths of totals: reckoned here, so their own expressions say nothing.
    """
    if isinstance(value, list):
        for place, inner in enumerate(value):
            check_extensions(inner, f"{path}[{place}]", findings, computed=computed)
    if not isinstance(value, dict):
        return
    for name, inner in value.items():
        if name == "modifierExtension":
            findings.refuse(f"{path}.{name}", say("A modifier extension changes what this means."))
        elif name == "extension" and isinstance(inner, list):
            for place, one in enumerate(inner):
                _check_extension(one, f"{path}.{name}[{place}]", findings, path in computed)
        else:
            check_extensions(inner, f"{path}.{name}", findings, computed=computed)


def _check_extension(one: Any, path: str, findings: Findings, is_total: bool) -> None:
    url = str(one.get("url", "")) if isinstance(one, dict) else ""
    if url in extensions.HONOURED:
        return
    if url in extensions.IGNORED:
        findings.leave(url, extensions.IGNORED[url])
    elif is_total and url in (*extensions.CALCULATED, *extensions.ENABLE_EXPRESSION):
        findings.leave(url, observe("import", "the total is reckoned here, whatever the file says"))
    else:
        known = extensions.REFUSED.get(url)
        findings.refuse(
            path, known or say("We do not know what the extension “{url}” changes.", url=url[:150])
        )
