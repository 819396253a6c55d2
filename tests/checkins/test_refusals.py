"""Everything that is no check-in, as a table: what was sent, the field and the sentence."""

import json

import pytest
import time_machine

from checkins.models import CheckIn
from tests.conftest import as_owner
from tests.http import check_in
from tests.story import STORY_DAY, STORY_TIME, days_ago

SCALE = "Choose a whole number from 0 to 10."
HALVES = "Give hours from 0 to 24, in halves."
ZONE = "This is not the name of a time zone, like America/New_York."
UNKNOWN = "There is no such field."
NOT_TEXT = "Not a valid string."
SCALES = ("mood", "craving", "stress", "connection", "confidence", "sleep_quality")
# JSON as it is sent, because Python's own writer would refuse or tidy some of it.
NO_SCALE = (
    "11",
    "-1",
    "5.5",
    "5.0",
    '"5"',
    "true",
    "false",
    "[5]",
    "[]",
    '{"value": 5}',
    '""',
    '"\\u0000"',
    "NaN",
    "Infinity",
    "-Infinity",
    "1e999",
    "-1e999",
    "1e2",
    "9" * 400,
    "-" + "9" * 4000,
)
NO_HOURS = (
    "24.5",
    "-0.5",
    "7.25",
    "7.1",
    '"7"',
    "true",
    "[7]",
    "{}",
    "NaN",
    "Infinity",
    "-Infinity",
    "1e999",
    "9" * 400,
    "1e308",
    "1e-300",
    '""',
)
NO_TEXT = ("5", "true", "[]", "{}", "NaN", '["a"]')
NO_CHOICE = (
    '"maybe"',
    '""',
    '"Taken"',
    '"SAFE"',
    "1",
    "true",
    "[]",
    "{}",
    "NaN",
    '["taken"]',
    '"\\ud800"',
)
NO_ZONE = (
    '"Mars/Olympus"',
    '""',
    '"America"',
    '"../../etc/passwd"',
    '"/etc/localtime"',
    '"America/../America/New_York"',
    '"./UTC"',
    '"right/UTC"',
    '"posix/America/New_York"',
    '"posixrules"',
    '"localtime"',
    '"zone.tab"',
    '"tzdata.zi"',
    '"america/new_york"',
    '"America/New_York/"',
    '"America//New_York"',
    '"EST5EDT4"',
    '"UTC+3"',
    '"+03:00"',
    '"5"',
)
NO_DAY = (
    '"today"',
    '"2026-02-30"',
    '"2026-13-01"',
    '"26-01-01"',
    '""',
    "20260101",
    "true",
    "[]",
    "{}",
    "NaN",
    "null",
    '"2026-01-01T00:00:00Z"',
)
NO_MOMENT = (
    '"now"',
    '"2026-02-30T00:00:00Z"',
    "5",
    "true",
    "[]",
    "NaN",
    '"0001-01-01T00:00:00+14:00"',
    '"9999-12-31T23:59:59-12:00"',
)
NEEDS_MOOD = "Choose a number for your mood. Only an answer about safety may come without it."
NO_ID = ('"5"', '""', "5", "true", "null", "[]", "{}", '"00000000-0000-4000-8000-00000000000g"')

CASES = [
    *((name, value, SCALE) for name in SCALES for value in NO_SCALE),
    ("mood", "null", NEEDS_MOOD),
    *(("sleep_hours", value, HALVES) for value in NO_HOURS),
    *((name, value, NOT_TEXT) for name in ("goal", "note", "timezone") for value in NO_TEXT),
    *((name, "null", "This field may not be null.") for name in ("goal", "note", "timezone")),
    *(
        (name, '"a\\u0000b"', "Null characters are not allowed.")
        for name in ("goal", "note", "timezone")
    ),
    *(
        (name, '"a\\ud800b"', "Surrogate characters are not allowed: U+D800.")
        for name in ("goal", "note", "timezone")
    ),
    ("note", json.dumps("n" * 10_000), "Ensure this field has no more than 4000 characters."),
    ("note", json.dumps("🌱" * 4001), "Ensure this field has no more than 4000 characters."),
    ("goal", json.dumps("g" * 281), "Ensure this field has no more than 280 characters."),
    ("timezone", json.dumps("Z" * 65), "Ensure this field has no more than 64 characters."),
    *(("used", value, "Must be a valid boolean.") for value in ('"true"', "1", "0", '""', "[]")),
    *((name, value, "") for name in ("medication", "safety") for value in NO_CHOICE),
    *(("timezone", value, "" if value == '""' else ZONE) for value in NO_ZONE),
    *(("on", value, "") for value in NO_DAY),
    *(("recorded_at", value, "") for value in NO_MOMENT),
    *(("submission_id", value, "") for value in NO_ID),
    *((name, "1", UNKNOWN) for name in ("client", "id", "version", "received_at", "moood", "")),
    ("__proto__", "{}", UNKNOWN),
    ("on", f'"{days_ago(3)}"', "You can check in for today, yesterday and the day before."),
    ("on", f'"{days_ago(-1)}"', "This day has not begun yet where you are."),
    ("on", '"9999-12-31"', "This day has not begun yet where you are."),
    ("on", '"0001-01-01"', "You can check in for today, yesterday and the day before."),
]


def _sent(name: str, value: str) -> bytes:
    rest = {key: item for key, item in check_in().items() if key != name}
    return f"{json.dumps(rest)[:-1]}, {json.dumps(name)}: {value}}}".encode()


@time_machine.travel(STORY_TIME, tick=False)
def test_what_is_no_answer_is_refused_with_its_field_and_a_sentence(browser, maya):
    """One browser for all cases: each is refused, so none leaves anything for the next."""
    phone = browser(maya)

    for name, value, sentence in CASES:
        answer = phone.post("/check-ins/", _sent(name, value))

        case = f"{name}: {value[:60]}"
        assert (answer.status, answer.body["code"]) == (400, "invalid"), (case, answer)
        assert list(answer.body["fields"]) == [name], (case, answer)
        said = answer.body["fields"][name]
        assert said, case
        assert all(text.endswith(".") for text in said), (case, said)
        assert sentence in ("", said[0]), (case, said)
        assert answer.body["detail"] == said[0], (case, said)
    with as_owner():
        assert not CheckIn.objects.filter(client=maya, on=STORY_DAY).exists()


BODIES = {
    "nothing": b"",
    "no json": b"mood=5",
    "half of an object": b'{"mood": 5',
    "two objects": b"{}{}",
    "a list": b"[]",
    "a list of check-ins": b'[{"mood": 5}]',
    "a word": b'"mood"',
    "a number": b"5",
    "null": b"null",
    "true": b"true",
    "not a number": b"NaN",
    "not utf-8": b'{"note": "\xff\xfe"}',
    "utf-16": '{"mood": 5}'.encode("utf-16"),
    "a byte order mark": b"\xef\xbb\xbf{}",
    "a number too long to read": b'{"mood": ' + b"9" * 20_000 + b"}",
    "deep lists": b'{"mood": ' + b"[" * 50_000 + b"]" * 50_000 + b"}",
    "deep objects": b'{"note":' * 20_000 + b"1" + b"}" * 20_000,
    "deep and open": b"[" * 100_000,
    "half a character as a name": b'{"\\ud800": 1}',
    "many names": json.dumps({f"n{number}": 1 for number in range(5000)}).encode(),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_body_that_is_no_check_in_is_refused_in_our_shape(browser, maya, name):
    answer = browser(maya).post("/check-ins/", BODIES[name])

    assert answer.status == 400, answer
    assert set(answer.body) >= {"code", "detail"}
    assert len(answer.content) < 5000


def test_a_body_larger_than_any_form_is_refused_before_it_is_read(browser, maya):
    answer = browser(maya).post("/check-ins/", b'{"note": "' + b"n" * 300_000 + b'"}')

    assert (answer.status, answer.body["code"]) == (413, "too_large")


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
def test_what_is_not_json_is_refused(browser, maya, kind):
    client = browser(maya).client

    answer = client.post("/api/v1/check-ins/", "mood=5", content_type=kind)

    assert answer.status_code == 415
    assert answer.json()["detail"]


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_check_ins_are_never_changed_or_deleted(browser, maya, method):
    assert browser(maya).send(method, "/check-ins/", check_in()).status == 405


@time_machine.travel(STORY_TIME, tick=False)
def test_several_mistakes_are_told_at_once(browser, maya):
    answer = browser(maya).post("/check-ins/", check_in(mood=11, used="no", note=5, extra=1))

    assert set(answer.body["fields"]) == {"mood", "used", "note", "extra"}


@time_machine.travel(STORY_TIME, tick=False)
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("note", "n" * 4000),
        ("note", "🌱" * 4000),
        ("goal", "g" * 280),
        ("sleep_hours", 0),
        ("sleep_hours", 24),
        ("sleep_hours", 23.5),
        ("sleep_hours", 7.0),
        ("mood", 0),
        ("mood", 10),
        ("note", "Robert'); DROP TABLE checkins_checkin;--"),
        ("timezone", "Asia/Kathmandu"),
        ("timezone", "UTC"),
        ("timezone", "America/Argentina/Buenos_Aires"),
    ],
)
def test_the_outermost_answers_that_are_right_are_taken(browser, maya, name, value):
    answer = browser(maya).post("/check-ins/", check_in(**{name: value}))

    assert answer.status == 201, answer
    assert answer.body[name] == value
