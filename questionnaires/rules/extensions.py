"""What each FHIR extension that may stand in a questionnaire means here.

Three kinds: honoured by the reader, left aside for a reason that is written beside it, and refused.
Whatever is not in this table is refused: an extension may change what an answer means.
"""

from typing import Any

from core.said import observe, say

FHIR = "http://hl7.org/fhir/StructureDefinition/"
SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/"

ORDINALS = (
    FHIR + "ordinalValue",
    FHIR + "itemWeight",
    "http://hl7.org/fhir/StructureDefinition/questionnaire-ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/valueset-ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/codesystem-ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/iso21090-CO-value",
)
HIDDEN = FHIR + "questionnaire-hidden"
CALCULATED = (
    SDC + "sdc-questionnaire-calculatedExpression",
    FHIR + "questionnaire-calculatedExpression",
    FHIR + "cqf-calculatedValue",
)
ENABLE_EXPRESSION = (
    SDC + "sdc-questionnaire-enableWhenExpression",
    FHIR + "questionnaire-enableWhenExpression",
)
UNIT = FHIR + "questionnaire-unit"
CONTROL = FHIR + "questionnaire-itemControl"
XHTML = FHIR + "rendering-xhtml"
EXCLUSIVE = FHIR + "questionnaire-optionExclusive"
CONSTRAINT = (FHIR + "questionnaire-constraint", SDC + "targetConstraint")

HONOURED = frozenset(
    {
        *ORDINALS, HIDDEN, UNIT, CONTROL, XHTML, EXCLUSIVE,
        FHIR + "minValue", FHIR + "maxValue", FHIR + "minLength", FHIR + "maxDecimalPlaces",
        FHIR + "questionnaire-minOccurs", FHIR + "questionnaire-maxOccurs",
    }
)  # fmt: skip

LOOKS = observe("import", "how it looks on another screen; ours is laid out for a phone")
ABOUT = observe("import", "tells about the file, not about the questions")
ELSEWHERE = observe("import", "for another system's work: filling in, storing or searching")
NO_EXPRESSIONS = observe("import", "expressions are not run here")
CONTEXT = observe("import", "filling in beforehand; nobody's answers are filled in here")

IGNORED: dict[str, str] = {
    FHIR + "questionnaire-optionPrefix": observe(
        "import", "numbers beside answers would show what they weigh"
    ),
    FHIR + "questionnaire-choiceOrientation": LOOKS,
    FHIR + "questionnaire-sliderStepValue": LOOKS,
    FHIR + "questionnaire-displayCategory": LOOKS,
    FHIR + "rendering-markdown": LOOKS,
    FHIR + "rendering-style": LOOKS,
    FHIR + "rendering-styleSensitive": LOOKS,
    FHIR + "entryFormat": LOOKS,
    FHIR + "display": LOOKS,
    SDC + "sdc-questionnaire-width": LOOKS,
    SDC + "sdc-questionnaire-collapsible": LOOKS,
    SDC + "sdc-questionnaire-columnCount": LOOKS,
    SDC + "sdc-questionnaire-choiceColumn": LOOKS,
    SDC + "sdc-questionnaire-itemMedia": LOOKS,
    SDC + "sdc-questionnaire-itemAnswerMedia": LOOKS,
    SDC + "sdc-questionnaire-shortText": LOOKS,
    SDC + "sdc-questionnaire-openLabel": LOOKS,
    SDC + "sdc-questionnaire-optionalDisplay": LOOKS,
    SDC + "sdc-questionnaire-preferredTerminologyServer": observe(
        "import", "every choice stands in the file"
    ),
    SDC + "sdc-questionnaire-performerType": ABOUT,
    SDC + "sdc-questionnaire-assembledFrom": ABOUT,
    SDC + "sdc-questionnaire-assemble-expectation": ABOUT,
    FHIR + "questionnaire-supportLink": observe("import", "a link would leave the app"),
    FHIR + "questionnaire-usageMode": ABOUT,
    FHIR + "questionnaire-displayName": ABOUT,
    FHIR + "designNote": ABOUT,
    FHIR + "artifact-versionAlgorithm": ABOUT,
    FHIR + "artifact-author": ABOUT,
    FHIR + "artifact-copyrightLabel": ABOUT,
    FHIR + "artifact-publisher": ABOUT,
    FHIR + "artifact-title": ABOUT,
    FHIR + "structuredefinition-wg": ABOUT,
    FHIR + "structuredefinition-standards-status": ABOUT,
    FHIR + "structuredefinition-fmm": ABOUT,
    FHIR + "resource-approvalDate": ABOUT,
    FHIR + "resource-lastReviewDate": ABOUT,
    FHIR + "resource-effectivePeriod": ABOUT,
    FHIR + "cqf-knowledgeCapability": ABOUT,
    FHIR + "cqf-citation": ABOUT,
    FHIR + "cqf-library": NO_EXPRESSIONS,
    FHIR + "variable": NO_EXPRESSIONS,
    FHIR + "translation": observe(
        "import", "one language a file; import the other language as its own file"
    ),
    FHIR + "questionnaire-fhirType": ELSEWHERE,
    FHIR + "questionnaire-baseType": ELSEWHERE,
    FHIR + "elementdefinition-bestpractice": ABOUT,
    FHIR + "preferredTerminologyServer": observe("import", "every choice stands in the file"),
    FHIR + "terminology-server": observe("import", "every choice stands in the file"),
    FHIR + "Questionnaire-lformsVersion": ABOUT,
    FHIR + "valueset-reference": observe("import", "the choices stand in the file"),
    FHIR + "valueset-conceptOrder": LOOKS,
    FHIR + "valueset-label": LOOKS,
    FHIR + "codesystem-label": LOOKS,
    FHIR + "codesystem-conceptOrder": LOOKS,
    FHIR + "questionnaire-definitionBased": ELSEWHERE,
    "http://lhcforms.nlm.nih.gov/fhirExt/externallydefined": ELSEWHERE,
    SDC + "sdc-questionnaire-launchContext": CONTEXT,
    FHIR + "questionnaire-launchContext": CONTEXT,
    SDC + "sdc-questionnaire-sourceQueries": CONTEXT,
    SDC + "sdc-questionnaire-sourceStructureMap": CONTEXT,
    SDC + "sdc-questionnaire-initialExpression": CONTEXT,
    FHIR + "questionnaire-initialExpression": CONTEXT,
    SDC + "sdc-questionnaire-itemPopulationContext": CONTEXT,
    SDC + "sdc-questionnaire-contextExpression": CONTEXT,
    SDC + "sdc-questionnaire-itemContext": CONTEXT,
    SDC + "sdc-questionnaire-observationLinkPeriod": CONTEXT,
    SDC + "sdc-questionnaire-observationExtract": ELSEWHERE,
    SDC + "sdc-questionnaire-observation-extract": ELSEWHERE,
    SDC + "sdc-questionnaire-observationExtractCategory": ELSEWHERE,
    SDC + "sdc-questionnaire-observation-extract-category": ELSEWHERE,
    SDC + "sdc-questionnaire-itemExtractionContext": ELSEWHERE,
    SDC + "sdc-questionnaire-definitionExtract": ELSEWHERE,
    SDC + "sdc-questionnaire-definitionExtractValue": ELSEWHERE,
    SDC + "sdc-questionnaire-templateExtract": ELSEWHERE,
    SDC + "sdc-questionnaire-targetStructureMap": ELSEWHERE,
    SDC + "sdc-questionnaire-endpoint": ELSEWHERE,
}

REFUSED: dict[str, str] = {
    **dict.fromkeys(
        ENABLE_EXPRESSION,
        say(
            "Whether this is asked hangs on an expression, and expressions are not run here."
            " Use enableWhen."
        ),
    ),
    **dict.fromkeys(
        CALCULATED,
        say("This answer is calculated by an expression, and expressions are not run here."),
    ),
    **dict.fromkeys(
        (
            SDC + "sdc-questionnaire-answerExpression",
            SDC + "sdc-questionnaire-candidateExpression",
            SDC + "sdc-questionnaire-answerOptionsToggleExpression",
        ),
        say("Its choices come from an expression, and expressions are not run here."),
    ),
    **dict.fromkeys(CONSTRAINT, say("A rule between answers cannot be checked here.")),
    **dict.fromkeys(
        (FHIR + "questionnaire-unitOption", FHIR + "questionnaire-unitValueSet"),
        say("Answers with units are not taken."),
    ),
    SDC + "sdc-questionnaire-subQuestionnaire": (
        say("This is put together from other questionnaires. Import the assembled one.")
    ),
    SDC + "sdc-questionnaire-questionnaireAdaptive": (
        say("The next question comes from a server somewhere else.")
    ),
    SDC + "sdc-questionnaire-isSubject": (
        say("Answers about somebody other than the client are not taken.")
    ),
    FHIR + "questionnaire-signatureRequired": say("A signature cannot be taken here."),
    FHIR + "regex": say("Answers are not checked against patterns here."),
    FHIR + "cqf-expression": say("Expressions are not run here."),
    FHIR + "data-absent-reason": say("Something that must be here is marked as missing."),
}


def of(value: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the extensions of an element that are shaped like extensions."""
    found = value.get("extension")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def value_of(extension: dict[str, Any]) -> Any:
    """Return an extension's value, of whatever type."""
    return next((v for name, v in extension.items() if name.startswith("value")), None)


def find(value: dict[str, Any], *urls: str) -> Any:
    """Return the value of the first extension of one of these addresses, or None."""
    for one in of(value):
        if one.get("url") in urls:
            return value_of(one)
    return None


def has(value: dict[str, Any], *urls: str) -> bool:
    """Say whether one of these extensions is there."""
    return any(one.get("url") in urls for one in of(value))
