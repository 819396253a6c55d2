"""No page loads anything from elsewhere, and no source of the app names a place that it may not."""

import re

import pytest

from backend.middleware import POLICY
from tests.guards.house import PACKAGES, ROOT, python_files

# Addresses that a person may open by a tap. Nothing is loaded from them.
OPENED_BY_HAND = {
    "https://988lifeline.org": "the chat of the national crisis line",
    "https://www.weather.gov": "where somebody goes who must leave a page quickly",
}
NAMESPACES = {"http://www.w3.org"}
SITE = {"http://localhost", "http://127.0.0.1"}
SOURCES = [
    ROOT / "web" / "index.html",
    *sorted(
        path
        for folder in ("web/src", "web/public")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".ts", ".tsx", ".css", ".html", ".svg", ".js", ".json"}
        and ".test." not in path.name
        and "testing" not in path.parts
    ),
]

PULLED_IN = re.compile(
    r"""url\(\s*["']?https?:|@import\s+["']?(?:url\()?https?:|importScripts\(["']http"""
)
SPEAKS = re.compile(
    r"^\s*(?:import|from) (?:requests|httpx|urllib\.request|http\.client|aiohttp)\b", re.M
)


def _origins(text):
    return set(re.findall(r"https?://[\w.-]+", text))


def test_the_web_app_names_no_origin_without_a_reason():
    foreign = {
        (path.name, origin)
        for path in SOURCES
        for origin in _origins(path.read_text()) - set(OPENED_BY_HAND) - NAMESPACES - SITE
    }

    assert foreign == set()


def test_no_reason_for_an_origin_is_stale():
    named = set().union(*(_origins(path.read_text()) for path in SOURCES))

    assert set(OPENED_BY_HAND) - named == set()


def test_the_page_loads_its_parts_from_its_own_origin():
    page = (ROOT / "web" / "index.html").read_text()

    loaded = re.findall(r"""(?:src|href)=["']([^"']+)["']""", page)

    assert [part for part in loaded if not part.startswith(("/", "tel:", "sms:"))] == []


def test_no_style_or_script_pulls_in_another_origin():
    pulled = [path.name for path in SOURCES if PULLED_IN.search(path.read_text())]

    assert pulled == []


@pytest.mark.parametrize("path", ["/", "/help", "/healthz", "/api/v1/me/", "/api/v1/nothing/"])
def test_every_answer_forbids_foreign_origins(client, db, path):
    answer = client.get(path)
    answer.close()

    assert answer.headers["Content-Security-Policy"] == POLICY
    assert not _origins(POLICY)
    assert "default-src 'self'" in POLICY
    assert "*" not in POLICY
    assert "unsafe" not in POLICY


def test_the_server_speaks_to_nobody_but_its_own_parts():
    speaking = {path.name for path in python_files(*PACKAGES) if SPEAKS.search(path.read_text())}

    # The launcher asks its own web server whether it is ready; channels carry neutral words out.
    channels = {"outside.py", "sms.py", "web_push.py", "webhook.py"}
    assert {name for name in speaking if not name.startswith("launch")} == channels
