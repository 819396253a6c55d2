# ruff: noqa: E501  (tables are read across)
"""What a FHIR file may hold: what is honoured, what is left aside, and every refusal by its path."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaires.rules import extensions, reading, source
from questionnaires.rules.form import questions, shown
from questionnaires.rules.problems import MOST_PROBLEMS, BadFile
from tests.questionnaires.files import (
    EXTENSION,
    LOINC,
    ORDINAL,
    changed,
    choice,
    option,
    phq_9,
    text,
    whole,
)

SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/"
YES_NO = {"linkId": "b", "type": "boolean", "text": "Yes or no?"}
NUMBER = {"linkId": "n", "type": "integer", "text": "How many?"}


def problems_of(resource) -> list[tuple[str, str]]:
    with pytest.raises(BadFile) as caught:
        reading.read(source.read(text(resource)))
    return [(one.path, one.sentence) for one in caught.value.problems]


def item(**other):
    return whole({"linkId": "a", "type": "string", "text": "Words?", **other})


def value_set(**other):
    listed = {"resourceType": "ValueSet", "id": "vs", "status": "active", **other}
    asked = {"linkId": "a", "type": "choice", "text": "Which?", "answerValueSet": "#vs"}
    return whole(asked, contained=[listed])


def extended(url, **value):
    return item(extension=[{"url": url, **value}])


# Each: what is in the file, where it is refused, and a part of why.
REFUSED = [
    ("another resource", {"resourceType": "Patient"}, "$.resourceType", "not a Questionnaire but “Patient”"),
    ("no resource", {}, "$.resourceType", "something without a resourceType"),
    ("no status", changed(item(), "status", to=None), "$.status", "not FHIR R4"),
    ("an item without a type", changed(item(), "item", 0, "type", to=None), "$.item[0].type", "not FHIR R4"),
    ("a member of nobody's", item(colour="blue"), "$.item[0].colour", "not FHIR R4"),
    ("items that are no list", whole() | {"item": {"a": 1}}, "$.item", "not FHIR R4"),
    ("STU3 option", item(type="choice", option=[{"valueString": "x"}]), "$.item[0].option", "STU3"),
    ("STU3 options", item(type="choice", options={"reference": "#x"}), "$.item[0].options", "STU3"),
    ("STU3 hasAnswer", item(enableWhen=[{"question": "b", "hasAnswer": True}]), "$.item[0].enableWhen[0].hasAnswer", "STU3"),
    ("R5 answerConstraint", item(answerConstraint="optionsOnly"), "$.item[0].answerConstraint", "R5"),
    ("R5 label", whole(YES_NO, copyrightLabel="x"), "$.copyrightLabel", "R5"),
    ("an R5 type", item(type="coding"), "$.item[0].type", "“coding” cannot be asked"),
    ("a quantity", item(type="quantity"), "$.item[0].type", "“quantity” cannot be asked"),
    ("a reference", item(type="reference"), "$.item[0].type", "“reference” cannot be asked"),
    ("an attachment", item(type="attachment"), "$.item[0].type", "cannot be asked"),
    ("a link id twice", whole(YES_NO, YES_NO), "$.item[1].linkId", "was used before, at $.item[0]"),
    ("a link id twice, far apart", whole(YES_NO, {"linkId": "g", "type": "group", "item": [YES_NO]}), "$.item[1].item[0].linkId", "was used before"),
    ("no words", changed(item(), "item", 0, "text", to=None), "$.item[0].text", "no words to show"),
    ("nothing asked", whole({"linkId": "d", "type": "display", "text": "Hello"}), "$.item", "asks nothing"),
    ("no items", changed(item(), "item", to=None), "$.item", "asks nothing"),
    ("retired", whole(YES_NO, status="retired"), "$.status", "retired"),
    ("rules elsewhere", whole(YES_NO, implicitRules="http://x.org/y"), "$.implicitRules", "Rules that stand somewhere else"),
    ("about others", whole(YES_NO, subjectType=["Practitioner"]), "$.subjectType", "somebody or something else"),
    ("another language", whole(YES_NO, language="de"), "$.language", "English and Spanish"),
    ("no name", changed(item(), "title", to=None), "$.title", "neither a title nor a name"),
    ("a modifier", whole(YES_NO, modifierExtension=[{"url": "http://x.org", "valueBoolean": True}]), "$.modifierExtension", "modifier extension changes"),
    ("a modifier of an item", item(modifierExtension=[{"url": "http://x.org", "valueBoolean": True}]), "$.item[0].modifierExtension", "modifier extension changes"),
    ("an unknown extension", extended("http://x.org/new", valueBoolean=True), "$.item[0].extension[0]", "do not know what the extension"),
    ("a calculated answer", extended(SDC + "sdc-questionnaire-calculatedExpression", valueExpression={"language": "text/fhirpath", "expression": "1"}), "$.item[0].extension[0]", "calculated by an expression"),
    ("an enabling expression", extended(SDC + "sdc-questionnaire-enableWhenExpression", valueExpression={"language": "text/fhirpath", "expression": "1"}), "$.item[0].extension[0]", "hangs on an expression"),
    ("choices by expression", extended(SDC + "sdc-questionnaire-answerExpression", valueExpression={"language": "text/fhirpath", "expression": "1"}), "$.item[0].extension[0]", "choices come from an expression"),
    ("a pattern", extended(EXTENSION + "regex", valueString="(a+)+$"), "$.item[0].extension[0]", "patterns"),
    ("choices somewhere else", whole({"linkId": "a", "type": "choice", "text": "?", "answerValueSet": "http://loinc.org/vs/LL358-3"}), "$.item[0].answerValueSet", "is not in the file, and nothing is fetched"),
    ("choices that are not there", whole({"linkId": "a", "type": "choice", "text": "?", "answerValueSet": "#none"}), "$.item[0].answerValueSet", "is not in the file"),
    ("a set by filter", value_set(compose={"include": [{"system": "http://x.org", "filter": [{"property": "p", "op": "=", "value": "v"}]}]}), "$.contained[0].compose.include[0]", "stand somewhere else"),
    ("a set of a whole system", value_set(compose={"include": [{"system": "http://x.org"}]}), "$.contained[0].compose.include[0]", "stand somewhere else"),
    ("a set that leaves out", value_set(compose={"include": [{"system": "s:x", "concept": [{"code": "a", "display": "A"}]}], "exclude": [{"system": "s:x"}]}), "$.contained[0].compose.exclude", "leaves choices out"),
    ("a choice without words", value_set(compose={"include": [{"system": "s:x", "concept": [{"code": "a"}]}]}), "$.contained[0].compose.include[0].concept[0]", "no words"),
    ("nothing to choose", item(type="choice"), "$.item[0]", "nothing to choose from"),
    ("a choice twice", item(type="choice", answerOption=[option("A"), option("A")]), "$.item[0]", "stands there twice"),
    ("choices from two places", item(type="choice", answerOption=[option("A")], answerValueSet="#x"), "$.item[0]", "both in the item and in a value set"),
    ("choices of a reference", item(type="choice", answerOption=[{"valueReference": {"reference": "Patient/1"}}]), "$.item[0].answerOption[0].valueReference", "a coding, a text, a number or a day"),
    ("a weight that is text", item(type="choice", answerOption=[option("A") | {"extension": [{"url": ORDINAL, "valueString": "2"}]}]), "$.item[0].answerOption[0]", "weighs is not one number"),
    ("two weights", item(type="choice", answerOption=[option("A") | {"extension": [{"url": ORDINAL, "valueDecimal": 1}, {"url": EXTENSION + "itemWeight", "valueDecimal": 2}]}]), "$.item[0].answerOption[0]", "weighs is not one number"),
    ("a condition on nothing", item(enableWhen=[{"question": "z", "operator": "exists", "answerBoolean": True}]), "$.item[0].enableWhen[0].question", "There is no item “z”"),
    ("a condition on itself", item(enableWhen=[{"question": "a", "operator": "exists", "answerBoolean": True}]), "$.item[0].enableWhen", "hangs on itself"),
    ("a condition of its own part", whole({"linkId": "g", "type": "group", "item": [YES_NO], "enableWhen": [{"question": "b", "operator": "=", "answerBoolean": True}]}), "$.item[0].enableWhen", "hangs on itself"),
    ("an unknown operator", whole(YES_NO, changed(item(enableWhen=[{"question": "b", "operator": "~", "answerBoolean": True}]), "item", 0, to=None) and item(enableWhen=[{"question": "b", "operator": "~", "answerBoolean": True}])["item"][0]), "$.item[1].enableWhen[0].operator", "not an operator"),
    ("a condition of another type", whole(YES_NO, item(enableWhen=[{"question": "b", "operator": "=", "answerInteger": 1}])["item"][0]), "$.item[1].enableWhen[0]", "not of the type"),
    ("more or less of yes", whole(YES_NO, item(enableWhen=[{"question": "b", "operator": ">", "answerBoolean": True}])["item"][0]), "$.item[1].enableWhen[0]", "Only numbers and days"),
    ("a condition on no choice", whole(choice("c"), item(enableWhen=[{"question": "c", "operator": "=", "answerCoding": {"system": LOINC, "code": "LA1"}}])["item"][0]), "$.item[1].enableWhen[0]", "not one of the choices"),
    ("existing as text", whole(YES_NO, item(enableWhen=[{"question": "b", "operator": "exists", "answerString": "true"}])["item"][0]), "$.item[1].enableWhen[0]", "“exists” needs answerBoolean"),
    ("a condition on what is hidden", whole(YES_NO | {"extension": [{"url": EXTENSION + "questionnaire-hidden", "valueBoolean": True}]}, item(enableWhen=[{"question": "b", "operator": "=", "answerBoolean": True}])["item"][0]), "$.item[1].enableWhen[0].question", "never answered"),
    ("hidden and required", item(required=True, extension=[{"url": EXTENSION + "questionnaire-hidden", "valueBoolean": True}]), "$.item[0]", "cannot be seen or changed"),
    ("a limit of another type", item(type="integer", extension=[{"url": EXTENSION + "minValue", "valueString": "1"}]), "$.item[0]", "not of the type"),
    ("limits the wrong way", item(type="integer", extension=[{"url": EXTENSION + "minValue", "valueInteger": 5}, {"url": EXTENSION + "maxValue", "valueInteger": 1}]), "$.item[0]", "above the most"),
    ("questions below many answers", item(repeats=True, item=[YES_NO]), "$.item[0].item", "below each of several answers"),
    ("a first answer that is no choice", changed(whole(choice("c")), "item", 0, "initial", to=[{"valueCoding": {"system": LOINC, "code": "none"}}]), "$.item[0].initial", "not a choice"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("resource", "path", "why"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_what_cannot_be_honoured_is_refused_with_its_path(resource, path, why):
    found = problems_of(resource)

    assert any(one == path and why in sentence for one, sentence in found), found


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("<Questionnaire/>", "not JSON"),
        ("[]", "not hold one JSON object"),
        ('"text"', "not hold one JSON object"),
        ('{"a": NaN}', "not JSON"),
        ('{"a": Infinity}', "not JSON"),
        ('{"a": 1e999}', "too large"),
        ('{"a": 1, "a": 2}', "names “a” twice"),
        ('{"b": {"a": 1, "a": 1}}', "names “a” twice"),
        ('{"a": "\\ud800"}', "half a character"),
        ('{"a": "\\u0000"}', "half a character or a zero byte"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a":' * 60 + "1" + "}" * 60, "nested too deeply"),
        (b"\xff\xfe{}", "not text in UTF-8"),
        ('{"a": "' + "x" * source.MOST_BYTES + '"}', "larger than 1 MB"),
    ],
)
def test_what_is_no_json_object_of_ours_is_refused(written, why):
    with pytest.raises(BadFile) as caught:
        source.read(written)

    assert why in caught.value.problems[0].sentence


def test_a_byte_order_mark_is_no_mistake():
    assert source.read(b'\xef\xbb\xbf{"a": 1}') == source.read('\ufeff{"a": 1}') == {"a": 1}


def test_all_problems_are_told_at_once():
    resource = whole(YES_NO, YES_NO, item(type="quantity")["item"][0], language="de")

    assert {path for path, _ in problems_of(resource)} == {
        "$.item[1].linkId", "$.item[2].type", "$.language",
    }  # fmt: skip


def test_the_problems_told_are_bounded():
    rows = [{"linkId": f"{n}", "type": "quantity", "text": "x"} for n in range(200)]

    found = problems_of(whole(YES_NO, *rows))

    assert len(found) == MOST_PROBLEMS + 1
    assert found[-1] == ("$", "And 150 more problems like these.")


def test_too_many_items_are_refused():
    rows = [{**YES_NO, "linkId": f"{n}"} for n in range(301)]

    assert problems_of(whole(*rows)) == [("$.item", "There are more than 300 items.")]


def test_items_too_deep_are_refused():
    nested = YES_NO
    for n in range(8):
        nested = {"linkId": f"g{n}", "type": "group", "item": [nested]}

    assert any("more than 8 deep" in sentence for _, sentence in problems_of(whole(nested)))


def test_conditions_in_a_circle_are_refused():
    rows = [
        {**YES_NO, "linkId": name, "enableWhen": [{"question": other, "operator": "=", "answerBoolean": True}]}
        for name, other in (("x", "y"), ("y", "z"), ("z", "x"))
    ]  # fmt: skip

    assert {path for path, _ in problems_of(whole(*rows))} == {
        f"$.item[{n}].enableWhen" for n in range(3)
    }


def test_a_condition_on_a_later_item_is_honoured():
    first = item(enableWhen=[{"question": "b", "operator": "=", "answerBoolean": True}])["item"][0]

    found = reading.read(whole(first, YES_NO))

    assert found.form["items"][0]["enable_when"] == [
        {"question": "b", "operator": "=", "answer": True}
    ]


LISTED = [{"code": "a", "display": "A"}, {"code": "b", "display": "B"}]


@pytest.mark.parametrize(
    "resource",
    [
        value_set(compose={"include": [{"system": "s:x", "concept": [
            row | {"extension": [{"url": ORDINAL, "valueDecimal": weight}]}
            for weight, row in enumerate(LISTED)]}]}),
        value_set(expansion={"timestamp": "2026-01-01", "contains": [
            row | {"system": "s:x", "extension": [{"url": EXTENSION + "itemWeight", "valueDecimal": weight}]}
            for weight, row in enumerate(LISTED)]}),
        whole(
            {"linkId": "a", "type": "choice", "text": "?", "answerValueSet": "http://x.org/vs|2"},
            contained=[
                {"resourceType": "ValueSet", "id": "vs", "url": "http://x.org/vs", "status": "active",
                 "compose": {"include": [{"system": "http://x.org/cs"}]}},
                {"resourceType": "CodeSystem", "id": "cs", "url": "http://x.org/cs", "status": "active",
                 "content": "complete", "concept": [
                     row | {"property": [{"code": "itemWeight", "valueDecimal": weight}]}
                     for weight, row in enumerate(LISTED)]},
            ],
        ),
    ],
    ids=["listed in the set", "as expanded", "a whole code system of the file"],
)  # fmt: skip
def test_choices_and_weights_from_a_value_set_of_the_file(resource):
    (found,) = questions(reading.read(resource).form).values()

    assert [(one["key"], one["text"], one["weight"]) for one in found["options"]] == [
        ("a", "A", 0), ("b", "B", 1),
    ]  # fmt: skip


def test_words_in_markup_alone_are_read_as_plain_words():
    markup = "<p style='x'>Two <b>weeks</b>.</br></p><p>Be <i>kind</i>.</p>"
    intro = {
        "linkId": "i",
        "type": "display",
        "_text": {"extension": [{"url": EXTENSION + "rendering-xhtml", "valueString": markup}]},
    }

    found = reading.read(whole(intro, YES_NO))

    assert found.form["items"][0]["text"] == "Two weeks.\nBe kind."


def test_a_help_text_stands_with_its_question():
    control = {"coding": [{"code": "help"}]}
    help_text = {
        "linkId": "h", "type": "display", "text": "Count whole ones.",
        "extension": [{"url": EXTENSION + "questionnaire-itemControl", "valueCodeableConcept": control}],
    }  # fmt: skip

    (found,) = reading.read(whole({**NUMBER, "item": [help_text]})).form["items"]

    assert (found["help"], found["items"]) == (["Count whole ones."], [])


def test_a_total_is_neither_asked_nor_its_expression_run():
    resource = phq_9()
    expression = {"language": "text/cql", "expression": "Sum"}
    resource["item"][9] |= {
        "type": "quantity",
        "extension": [{"url": SDC + "sdc-questionnaire-calculatedExpression", "valueExpression": expression}],
    }  # fmt: skip

    found = reading.read(resource)

    assert "/44261-6" not in questions(found.form)
    assert [one["link_id"] for one in shown(found.form)][-1] == "/69722-7"


def test_a_phone_gets_neither_weights_nor_codes_nor_prefixes_of_choices():
    for one in shown(reading.read(phq_9()).form):
        assert one["options"][0].keys() == {"key", "text", "exclusive"}
        assert one.keys().isdisjoint({"codes", "total", "asked"})


def test_what_is_left_aside_is_named_with_its_reason():
    resource = extended(EXTENSION + "questionnaire-choiceOrientation", valueCode="vertical")

    found = dict(reading.read(resource).left_aside)

    assert found == {EXTENSION + "questionnaire-choiceOrientation": extensions.LOOKS}


def test_no_extension_is_in_two_of_the_three_tables():
    tables = (set(extensions.HONOURED), set(extensions.IGNORED), set(extensions.REFUSED))

    assert sum(map(len, tables)) == len(set.union(*tables))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 99) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["linkId", "type", "text", "item", "code", "extension", "url", "answerOption",
             "valueCoding", "enableWhen", "question", "operator", "answerValueSet", "contained",
             "required", "repeats", "initial", "_text", "system", "compose", "include", "concept"]
        ),
        inner, max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


@given(
    st.lists(JSON, max_size=3), JSON, st.sampled_from(["item", "contained", "code", "extension"])
)
def test_whatever_a_file_holds_it_is_read_or_refused_and_nothing_else(rows, odd, name):
    resource = json.loads(json.dumps(whole(YES_NO) | {name: odd}))
    resource["item"] = [*rows, YES_NO]

    try:
        found = reading.read(resource)
    except BadFile:
        return
    assert questions(found.form)


@given(JSON, st.sampled_from(["code", "enableWhen", "answerOption", "initial", "extension", "item",
                              "maxLength", "required", "prefix", "type", "text", "linkId",
                              "answerValueSet", "readOnly", "enableBehavior"]))  # fmt: skip
def test_whatever_an_item_holds_it_is_read_or_refused_and_nothing_else(odd, name):
    resource = json.loads(json.dumps(whole(choice("c"), {**NUMBER, name: odd})))

    try:
        found = reading.read(resource)
    except BadFile:
        return
    assert questions(found.form)
