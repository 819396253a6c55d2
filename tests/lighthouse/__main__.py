"""`python -m tests.lighthouse [part of a path]`: prints a table, writes var/lighthouse/*.json.

Each screen is measured twice with Lighthouse's mobile throttling: as a first visit, with nothing
kept from before, and as a second one, with what the service worker keeps. The interaction is the
longest event of a real touch with the processor slowed four times. Fails when a first visit is
below what the project promises.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from backend import launch_browser, launch_web
from backend.embedded import free_port
from backend.launch_processes import ROOT
from tests.lighthouse.pages import (
    LEAST_SCORE,
    MOST_INTERACTION_MS,
    MOST_LCP_MS,
    PAGES,
    SIGNED_OUT,
    Measured,
)
from tests.live.browser import ARGUMENTS, HOMES, sign_in
from tests.live.phone import totp
from tests.live.system import TOTP_SECRET, System, whole_system

HERE = Path(__file__).parent
PASSWORD = "a password for measuring"
STAFF = {"okafor"}
SLOWED = 4
KEPT = "service_workers,cache_storage"
LONGEST_EVENT = """() => new Promise((done) => {
  const seen = [];
  const watch = new PerformanceObserver((list) => seen.push(...list.getEntries()));
  watch.observe({ type: 'event', durationThreshold: 16, buffered: true });
  setTimeout(() => done(Math.max(0, ...seen.map((one) => one.duration))), 1200);
})"""


@dataclass(frozen=True)
class Figures:
    """What one visit came to; times in milliseconds, scores of 100."""

    performance: int
    accessibility: int
    best_practices: int
    lcp: int
    blocked: int
    shift: float

    @classmethod
    def of(cls, report: dict[str, Any]) -> "Figures":
        """Read Lighthouse's report."""
        scores, audits = report["categories"], report["audits"]
        return cls(
            *(round(100 * (scores[name]["score"] or 0)) for name in scores),
            lcp=round(audits["largest-contentful-paint"].get("numericValue", 0)),
            blocked=round(audits["total-blocking-time"].get("numericValue", 0)),
            shift=round(audits["cumulative-layout-shift"].get("numericValue", 0), 3),
        )

    @property
    def keeps_the_promise(self) -> bool:
        """Say whether a first visit is as fast, open and sound as promised."""
        scores = (self.performance, self.accessibility, self.best_practices)
        return min(scores) >= LEAST_SCORE and self.lcp <= MOST_LCP_MS


def main() -> None:
    reader = argparse.ArgumentParser(prog="python -m tests.lighthouse", description=__doc__)
    reader.add_argument("part", nargs="?", default="", help="only paths that hold this")
    wanted = [page for page in PAGES if reader.parse_args().part in page.path]
    var = Path(os.environ.get("VAR_DIR") or ROOT / "var")
    program = launch_browser.find(os.environ, var=var)
    node = launch_web.environment(os.environ)
    launch_web.build(os.environ)
    _install(node)
    folder = Path(tempfile.mkdtemp(prefix="foothold-lighthouse-"))
    reports = var / "lighthouse"
    reports.mkdir(parents=True, exist_ok=True)
    try:
        with whole_system(folder) as system:
            _people(system)
            kept = _measure_all(system, wanted, program=program, node=node, reports=reports)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"Reports are in {reports}.")
    sys.exit(not kept)


def _install(node: dict[str, str]) -> None:
    if not (HERE / "node_modules" / "lighthouse").is_dir():
        print("Installing Lighthouse …", flush=True)
        subprocess.run(
            ["npm", "ci", "--no-audit", "--no-fund"],
            cwd=HERE, env=node, check=True, capture_output=True,
        )  # fmt: skip


def _people(system: System) -> None:
    system.environment |= {"DEMO_PASSWORD": PASSWORD, "DEBUG": "1"}  # the cast is a demo's
    for command in ("load_skills", "load_lessons", "seed_demo"):
        system.as_owner("manage.py", command)
    system.start_app("mail", "web", "worker")


def _measure_all(
    system: System, wanted: list[Measured], *, program: str, node: dict[str, str], reports: Path
) -> bool:
    print(f"{'':22}{'perf':>5}{'a11y':>5}{'best':>5}{'LCP':>7}{'TBT':>6}{'CLS':>7}{'touch':>7}")
    kept = True
    for who in dict.fromkeys(page.who for page in wanted):
        with tempfile.TemporaryDirectory(prefix="foothold-profile-") as profile:
            browser = Browser(program, Path(profile), system.url)
            if who != SIGNED_OUT:
                with browser.open() as (page, _):
                    _enter(page, who)
            for one in (each for each in wanted if each.who == who):
                kept &= _measure(one, browser, node, reports)
    return kept


@dataclass(frozen=True)
class Browser:
    """A Chromium with a profile of its own that Lighthouse can reach as well.

    It is started anew for each visit, so that nothing is left in its memory from the one before.
    """

    program: str
    profile: Path
    url: str

    @contextmanager
    def open(self) -> Iterator[tuple[Page, int]]:
        """Start it; give its page and the port of its debugger."""
        port = free_port()
        with sync_playwright() as driver:
            context = driver.chromium.launch_persistent_context(
                self.profile,
                executable_path=self.program,
                headless=True,
                base_url=self.url,
                args=[*ARGUMENTS, f"--remote-debugging-port={port}"],
                viewport={"width": 412, "height": 823},
            )
            try:
                yield context.pages[0], port
            finally:
                context.close()

    def forget(self) -> None:
        """Clear what a first visit would not have; who is signed in stays so."""
        with self.open() as (page, _):
            line = page.context.new_cdp_session(page)
            line.send("Network.clearBrowserCache")
            kept = {"origin": self.url, "storageTypes": KEPT}
            line.send("Storage.clearDataForOrigin", kept)


def _enter(page: Page, who: str) -> None:
    code = totp(TOTP_SECRET) if who in STAFF else ""
    sign_in(page, f"{who}@example.org", PASSWORD, code=code)
    page.wait_for_url(HOMES)
    page.wait_for_load_state("networkidle")


def _measure(one: Measured, browser: Browser, node: dict[str, str], reports: Path) -> bool:
    """Print a line for the first visit and one for the second; say whether the first is good."""
    name = one.path.strip("/").replace("/", "-")
    address = browser.url + one.path
    browser.forget()
    with browser.open() as (_, port):
        first = Figures.of(_report(address, port, node, reports / f"{name}.json"))
    with browser.open() as (page, _):
        touch = _touch(page, one)
    with browser.open() as (_, port):
        again = Figures.of(_report(address, port, node, reports / f"{name}-again.json"))
    _line(one.path, first, f"{touch:.0f}" if one.touched else "–")
    _line("  second visit", again, "")
    return first.keeps_the_promise and touch <= MOST_INTERACTION_MS


def _report(address: str, port: int, node: dict[str, str], where: Path) -> dict[str, Any]:
    done = subprocess.run(
        ["node", "run.mjs", str(port), address],
        cwd=HERE, env=node, check=True, capture_output=True, text=True,
    )  # fmt: skip
    where.write_text(done.stdout)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _touch(page: Page, one: Measured) -> float:
    """Touch a control with the processor slowed, and return the longest event in milliseconds."""
    if one.touched is None:
        return 0.0
    page.goto(one.path)
    role, name = one.touched
    control = page.get_by_role(role, name=name).first  # type: ignore[arg-type]  # a role's name
    control.wait_for()
    page.wait_for_load_state("networkidle")  # what a person touches stands still
    line = page.context.new_cdp_session(page)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    control.click()
    longest = float(page.evaluate(LONGEST_EVENT))
    line.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    return longest


def _line(name: str, seen: Figures, touch: str) -> None:
    print(
        f"{name:22}{seen.performance:>5}{seen.accessibility:>5}{seen.best_practices:>5}"
        f"{seen.lcp:>7}{seen.blocked:>6}{seen.shift:>7}{touch:>7}",
        flush=True,
    )


if __name__ == "__main__":
    main()
