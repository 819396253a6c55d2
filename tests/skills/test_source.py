"""Files of exercises: what is read, and what is said about a bad one."""

import pytest

from skills.rules.source import BadContent
from tests.skills.exercises import FILE, read


def test_a_file_becomes_an_exercise_with_nothing_left_open():
    exercise = read()

    wait, look = exercise["steps"]
    assert exercise["cautions"] == []
    assert wait["title"] == "Wait"
    assert wait["text"] == "Wait here. It will pass.\n\nYou can stop at any time."
    assert wait["fields"][1]["pattern"] == {"in": 4, "hold": 0, "out": 6, "rest": 0}
    assert look["fields"][0] == {
        "key": "words",
        "type": "text",
        "label": "What is there?",
        "sensitive": True,
        "optional": True,
    }


# What is changed in the good file, the line of the bent file that is told, and what is said of it.
BENT = [
    ("kind: dbt", "kind: magic", "kind: magic", "kind must be one of: cbt"),
    ("minutes: 3", "minutes: soon", "minutes: soon", "minutes must be a whole number"),
    ("minutes: 3", "minutes: true", "minutes: true", "minutes must be a whole number"),
    ("minutes: 3\n", "", "slug: wait-a-bit", "minutes is missing."),
    ("title: Wait a bit", "title: no", "title: no", "title must be text."),
    ("[craving]", "[craving, luck]", "needs: [craving, luck]", "“luck” must be one of"),
    ("needs: [craving]", "needs: []", "needs: []", "needs must be a list with at least one"),
    ("module: distress_tolerance", "module: luck", "module: luck", "module must be one of"),
    ("rating: urge", "rating: urge\nrating: distress", "rating: distress", "is there twice."),
    ("rating: urge", "rating: [urge]]", "rating: [urge]]", "This is not YAML"),
    ("rating: urge", "rating: urge\ncolour: red", "colour: red", "colour is not known here."),
    ("rating: urge", "rating: urge\nsteps: []", "steps: []", "Steps stand below"),
    ("rating: urge", "rating: urge\n1: red", "1: red", "A name must be a plain word."),
    ("3\nreading_level: 3", "&m 3\nreading_level: *m", "reading_level: *m", "write it out"),
    ("reading_level: 3", "reading_level: 9", "reading_level: 9", "whole number from 1 to 6"),
    ("slug: wait-a-bit", "slug: other", "slug: other", "slug must be “wait-a-bit”"),
    ("language: en", "language: es", "language: es", "language must be “en”"),
    ("    label: Wait\n", "", "  - key: clock", "label is missing."),
    ("    seconds: 20", "    seconds: 2", "    seconds: 2", "seconds must be a whole number"),
    ("    seconds: 20", "    second: 20", "    second: 20", "second is not known here."),
    ("    seconds: 20\n", "", "  - key: clock", "seconds is missing."),
    ("{in: 4, out: 6}", "{in: 4}", "    pattern: {in: 4}", "out is missing."),
    ("{in: 4, out: 6}", "4", "    pattern: 4", "pattern must be names"),
    ("type: scale10\n", "type: stars\n", "    type: stars", "type must be one of: text"),
    ("type: scale10\n", "type: [text]\n", "    type: [text]", "type must be one of: text"),
    ("    sensitive: true\n", "", "  - key: words", "sensitive is missing"),
    ("value: walk", "value: rest", "      - {value: rest, label: Walk}", "“rest” is there twice."),
    (
        "label: Walk}",
        "label: Walk, on}",
        "      - {value: walk, label: Walk, on}",
        "comma in quotes",
    ),
    ("key: lines", "key: words", "  - key: words", "key “words” is there twice."),
    ("key: look", "key: wait", "key: wait", "key “wait” is there twice."),
    ("key: look", "key: Look!", "key: Look!", "key must be a short name"),
    ("key: look\n", "", "## Look", "key is missing."),
    ("key: look", "title: Look\nkey: look", "title: Look", "title stands outside the block."),
    ("Look around.\n", "", "## Look", "text must be text."),
    ("Wait here.", "# Wait", "# Wait", "Only “## ” headings"),
    ("## Wait\n", "Hello\n", "Hello", "Words must stand under the heading"),
    ("## Look", "", "```yaml", "A step has one block"),
]


@pytest.mark.parametrize(("old", "new", "told_line", "sentence"), BENT)
def test_a_bad_file_is_told_with_file_line_and_sentence(old, new, told_line, sentence):
    assert old in FILE
    bent = FILE.replace(old, new, 1)

    with pytest.raises(BadContent) as told:
        read(bent)

    faults = [fault for fault in told.value.faults if sentence in fault.sentence]
    assert faults, told.value
    assert told_line in [bent.splitlines()[fault.line - 1] for fault in faults]
    assert str(faults[0]).startswith(f"wait-a-bit.md, line {faults[0].line}: ")


FRONT = FILE.split("## Wait")[0]
OTHER_FORMS = [
    ("", 1, "must begin with a line of three dashes"),
    ("slug: x\n", 1, "must begin with a line of three dashes"),
    ("---\nslug: x\n", 1, "must end with a line of three dashes"),
    ("---\n- slug\n---\n", 2, "Here must be names with values."),
    ("---\nslug: \x07\n---\n", 2, "This is not YAML"),
    ("---\nslug: 2026-99-99\n---\n", 2, "This is not YAML"),
    ("---\n---\n", 1, "slug is missing."),
    (FRONT, FRONT.splitlines().index("---", 1) + 1, "steps must be a list"),
    (FRONT + "## More\n\nWords.\n", FRONT.count("\n") + 1, "has no ```yaml block"),
    (FRONT + "## More\n```yaml\nkey: a\n", FRONT.count("\n") + 2, "has no closing line"),
]


@pytest.mark.parametrize(("text", "line", "sentence"), OTHER_FORMS)
def test_a_file_of_another_form_is_told_where_it_goes_wrong(text, line, sentence):
    with pytest.raises(BadContent) as told:
        read(text)

    assert line in [fault.line for fault in told.value.faults if sentence in fault.sentence]


def test_everything_wrong_is_told_at_once_in_order_of_lines():
    text = FILE.replace("minutes: 3", "minutes: 0").replace("key: small", "key: 1small")

    with pytest.raises(BadContent) as told:
        read(text)

    assert [fault.line for fault in told.value.faults] == [
        8,
        FILE.splitlines().index("  - key: small") + 1,
    ]
