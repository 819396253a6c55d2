"""Reading without an account: the same for everybody, kept by caches, within measure."""

from random import randrange

import pytest

from lessons.access import InMeasure
from tests.http import Browser

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shelf")]


def test_whoever_comes_reads_the_lessons_and_everything_for_reading_offline():
    listed = Browser(None).get("/public/lessons/").body["results"]
    lesson = Browser(None).get("/public/lessons/tea/").body

    assert [one["slug"] for one in listed] == ["tea", "coffee", "milk", "juice"]
    assert "sections" not in listed[0]
    assert [one["title"] for one in lesson["sections"]] == ["Water", "Leaves", "Cups"]
    assert lesson["check"][0]["choices"][1] == {"text": "Water", "right": True, "because": "Yes."}
    assert (lesson["for"], lesson["care"], lesson["reviewed"]) == (["everyone"], "", "2026-11-23")


def test_it_comes_in_the_language_that_is_asked_for_or_in_english():
    titles = [
        one["title"] for one in Browser(None).get("/public/lessons/", language="es").body["results"]
    ]

    assert titles[:2] == ["Té", "Coffee"]
    assert Browser(None).get("/public/lessons/tea/", language="xx").status == 400
    assert Browser(None).get("/public/lessons/no/").status == 404


def test_it_is_byte_for_byte_the_same_whoever_asks(rosa, maya, okafor):
    answers = [Browser(one).get("/public/lessons/tea/") for one in (None, rosa, maya, okafor)]

    assert len({answer.content for answer in answers}) == 1
    assert {answer.headers["Cache-Control"].split(",")[0] for answer in answers} == {"public"}
    assert not any("Set-Cookie" in answer.headers for answer in answers)


@pytest.mark.parametrize("path", ["/public/lessons/", "/public/lessons/tea/"])
def test_a_cache_that_has_it_is_told_so_and_hears_of_changes(path):
    first = Browser(None).get(path)
    browser = Browser(None)

    same = browser.client.get(f"/api/v1{path}", headers={"If-None-Match": first.headers["ETag"]})
    other = browser.client.get(
        f"/api/v1{path}?language=es", headers={"If-None-Match": first.headers["ETag"]}
    )

    assert (same.status_code, same.content) == (304, b"")
    assert same.headers["Cache-Control"] == first.headers["Cache-Control"]
    assert other.status_code == 200


def test_one_address_is_answered_in_measure(monkeypatch):
    monkeypatch.setattr(InMeasure, "rate", "3/min")
    browser, other = Browser(None), Browser(None)
    for place, one in enumerate((browser, other)):
        one.client.defaults["REMOTE_ADDR"] = f"2001:db8:{place}::{randrange(1, 65536):x}"

    statuses = [browser.get("/public/lessons/tea/").status for _ in range(5)]
    refused = browser.get("/public/lessons/")

    assert statuses == [200, 200, 200, 429, 429]
    assert refused.body["code"] == "throttled"
    assert 1 <= int(refused.headers["Retry-After"]) <= 60
    assert other.get("/public/lessons/tea/").status == 200


def test_a_cache_that_is_down_keeps_nobody_from_reading(settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:1/0",
        }
    }

    assert Browser(None).get("/public/lessons/tea/").status == 200
