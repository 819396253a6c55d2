"""The page names what the first screen of its path needs, in the language that is asked for."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from backend import page

BUILT = "<html><head><title>Foothold</title></head><body></body></html>"
NAMED = {
    "languages": {"en": ["/assets/base.js", "/assets/en.js"], "es": ["/assets/base.js"]},
    "door": {"en": ["/assets/door.js"], "es": ["/assets/door.js"]},
    "routes": [
        {
            "pattern": "/help",
            "public": True,
            "en": ["/assets/help.js", "/assets/base.js"],
            "es": [],
        },
        {
            "pattern": "/skills/:slug",
            "public": False,
            "en": ["/assets/player.js"],
            "es": ["/assets/player.js"],
        },
    ],
}


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text(BUILT)
    (tmp_path / "preload.json").write_text(json.dumps(NAMED))
    return tmp_path


def written(dist: Path, path: str, *, language: str = "en", signed_out: bool = False) -> str | None:
    return page.written(dist, path, language=language, signed_out=signed_out)


def links(text: str | None) -> list[str]:
    assert text is not None
    return [part.split('"')[0] for part in text.split('rel="modulepreload" href="')[1:]]


def test_a_path_gets_the_first_words_and_its_screen_each_file_once(dist: Path) -> None:
    named = written(dist, "/help", language="en")

    assert links(named) == ["/assets/base.js", "/assets/en.js", "/assets/help.js"]
    assert named is not None
    assert named.index("modulepreload") < named.index("</head>")


def test_a_path_with_a_part_to_fill_in_is_known_and_a_longer_one_is_not(dist: Path) -> None:
    assert "/assets/player.js" in links(written(dist, "/skills/stop", language="es"))
    assert links(written(dist, "/skills/stop/more", language="es")) == []


@pytest.mark.parametrize(("path", "language"), [("/nowhere", "en"), ("/help", "fr")])
def test_what_is_not_known_gets_the_page_as_it_was_built(
    dist: Path, path: str, language: str
) -> None:
    assert written(dist, path, language=language) == BUILT


@pytest.mark.parametrize("path", ["/skills/stop", "/sign-in", "/"])
def test_whoever_has_no_session_gets_the_way_in_and_need_not_be_asked_for(
    dist: Path, path: str
) -> None:
    named = written(dist, path, signed_out=True)

    assert links(named) == ["/assets/base.js", "/assets/en.js", "/assets/door.js"]
    assert named is not None
    assert page.NOBODY in named


def test_what_is_everybodys_stays_what_it_is_without_a_session(dist: Path) -> None:
    assert "/assets/help.js" in links(written(dist, "/help", signed_out=True))


def test_whoever_has_a_session_is_asked_for(dist: Path) -> None:
    assert page.NOBODY not in (written(dist, "/skills/stop") or "")


def test_the_page_that_is_kept_on_the_device_says_nothing_of_who_was_here(dist: Path) -> None:
    assert written(dist, "/index.html", signed_out=True) == BUILT


def test_a_build_without_names_still_opens_and_none_is_none(dist: Path, tmp_path: Path) -> None:
    (dist / "preload.json").unlink()

    assert written(dist, "/help", language="en") == BUILT
    assert written(tmp_path / "none", "/help", language="en") is None


def test_what_another_version_built_still_opens(dist: Path) -> None:
    (dist / "preload.json").write_text(
        json.dumps({key: NAMED[key] for key in ("languages", "routes")})
    )

    assert written(dist, "/help") == BUILT


def test_the_real_build_names_only_files_that_are_there_and_packed(client: Client) -> None:
    answer = client.get("/help", headers={"accept-language": "es"})

    named = links(answer.content.decode())
    assert named
    assert any("/es-" in name for name in named)
    assert "Accept-Language" in answer.headers["Vary"]
    for name in named:
        packed = client.get(name, headers={"accept-encoding": "br"})
        assert packed.status_code == 200
        if len(packed.getvalue() if packed.streaming else packed.content) > 600:
            assert packed.headers["Content-Encoding"] == "br", name


def test_the_real_page_brings_nobody_the_token_that_signing_in_needs(client: Client) -> None:
    answer = client.get("/today")

    assert page.NOBODY in answer.content.decode()
    assert answer.cookies[settings.CSRF_COOKIE_NAME].value
    assert "Cookie" in answer.headers["Vary"]


def test_the_real_page_leaves_a_session_to_be_asked_for(client: Client) -> None:
    client.cookies[settings.SESSION_COOKIE_NAME] = "any"

    answer = client.get("/today")

    assert page.NOBODY not in answer.content.decode()
    assert settings.CSRF_COOKIE_NAME not in answer.cookies
