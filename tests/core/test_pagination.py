"""Cursors that nobody handed out are answered in words."""

from base64 import b64encode

import pytest


@pytest.mark.parametrize(
    ("path", "person"),
    [
        ("/check-ins/", "maya"),
        ("/alerts/", "okafor"),
        ("/consents/", "maya"),
        ("/sessions/", "maya"),
    ],
)
@pytest.mark.parametrize("cursor", [b"p=nothing", b"p=2026-13-45", b"p=\xff", b"o=-1&p=1", b"zz"])
def test_a_made_up_cursor_is_refused_with_its_field(request, browser, path, person, cursor):
    someone = browser(request.getfixturevalue(person))

    answer = someone.get(path, cursor=b64encode(cursor).decode())

    assert answer.status in (200, 400), answer
    if answer.status == 400:
        assert answer.body["fields"]["cursor"]


@pytest.mark.parametrize("body", [b'{"\\ud800": 1}', b'{"safety": "\\udfff"}'])
def test_half_a_character_is_refused_and_quoted_back(browser, maya, body):
    answer = browser(maya).post("/check-ins/", body)

    assert answer.status == 400
    assert answer.body["fields"]
