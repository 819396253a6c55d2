"""One's own data in one file, on a phone; the page for the next talk as a PDF, at a desk."""

import json
import re
import zipfile
from pathlib import Path

from playwright.sync_api import Browser, Download, expect

from tests.journeys.chromium import LAPTOP, PHONE, enter
from tests.journeys.live import PASSWORD, LiveSystem
from tests.journeys.screens import MAYA


def _path_of(download: Download) -> Path:
    found = download.path()
    assert found is not None
    return Path(found)


def test_a_client_asks_waits_and_has_everything(browser: Browser, live_system: LiveSystem) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    maya.goto(f"{live_system.url}/me/record")
    maya.get_by_role("button", name="Get my data").click()
    maya.get_by_label("Your password, once more").fill(PASSWORD)
    maya.get_by_role("button", name="Make the file").click()
    ready = maya.get_by_text("Your file is ready.")
    expect(ready.or_(maya.get_by_role("progressbar"))).to_be_visible()
    expect(ready).to_be_visible(timeout=60_000)

    with maya.expect_download() as had:
        maya.get_by_role("link", name="Download", exact=True).click()

    assert re.fullmatch(r"export-\d{4}-\d\d-\d\d\.zip", had.value.suggested_filename)
    with zipfile.ZipFile(_path_of(had.value)) as bundle:
        names = bundle.namelist()
        assert bundle.read("copy.pdf").startswith(b"%PDF-")
        assert json.loads(bundle.read("data.json"))["format"] == "foothold-own-data"
    assert sum(name.endswith(".csv") for name in names) > 3

    maya.get_by_role("button", name="Write a statement").click()
    maya.get_by_label("Your words").fill("It was Tuesday.")
    maya.get_by_role("button", name="Send", exact=True).click()
    expect(maya.get_by_text("Waiting for an answer")).to_be_visible()


def test_a_clinician_takes_the_page_for_the_talk_along(
    browser: Browser, live_system: LiveSystem
) -> None:
    okafor = enter(browser, live_system, "okafor", size=LAPTOP)
    okafor.goto(f"{live_system.url}/clients/{MAYA}/prep")

    with okafor.expect_download() as had:
        okafor.get_by_role("link", name="Download as PDF").click()

    assert had.value.suggested_filename.startswith("page-")
    assert _path_of(had.value).read_bytes().startswith(b"%PDF-")
