"""Makes .venv with the pinned packages, then hands over to `python -m backend.launch`.

Run by path with the machine's own Python, before anything is installed: standard library only,
and no syntax newer than Python 3.6, so that an old one can still say that it is too old.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

FLOOR = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")
NODE_FLOOR = (20, 19)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
UV = VENV / "bin" / "uv"
# Byte code is otherwise not written on some machines, and every start is slower.
SETTINGS = {"UV_COMPILE_BYTECODE": "1", "UV_NO_PROGRESS": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def stop(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")
    raise SystemExit(1)


def works(*argv: str) -> bool:
    """Say whether a command runs and succeeds, without its output."""
    try:
        quiet = subprocess.DEVNULL
        return subprocess.call(list(argv), stdout=quiet, stderr=quiet) == 0
    except OSError:
        return False


def run(*argv: "str | Path") -> bool:
    environment = dict(os.environ, **SETTINGS)
    return subprocess.call([str(word) for word in argv], cwd=str(ROOT), env=environment) == 0


def ensure_python() -> None:
    """Go on with a Python that is new enough, or say what is missing."""
    if sys.version_info[:2] >= FLOOR:
        return
    for name in NEWER:
        found = shutil.which(name)
        # A version manager's shim may exist for a Python that is not there.
        if found and works(found, "-c", ""):
            os.execv(found, [found, "-I"] + sys.argv)  # noqa: RUF005, S606  (Python 3.6 reads this)
    have = ".".join(str(number) for number in sys.version_info[:2])
    stop(
        f"Foothold needs Python 3.11 or newer, and this is {have}. "
        "Install one, or name it: make run PYTHON=/path/to/python3.11"
    )


def ensure_venv() -> None:
    """Make .venv, unless there is one that runs with a Python new enough."""
    floor = f"import sys; sys.exit(sys.version_info[:2] < {FLOOR})"
    if works(str(PYTHON), "-c", floor):
        return
    if not works(sys.executable, "-c", "import ensurepip, venv"):
        stop(
            "This Python cannot make virtual environments (its ensurepip module is missing). "
            "On Debian or Ubuntu install python3-venv with apt-get, then try again."
        )
    say("Making .venv …")
    if not run(sys.executable, "-m", "venv", "--clear", VENV):
        stop("Could not make .venv; the lines above say why. Nothing has been started.")


def system_node_is_new_enough() -> bool:
    try:
        answer = subprocess.check_output(["node", "--version"], stderr=subprocess.DEVNULL)
        major, minor = answer.decode().strip().lstrip("v").split(".")[:2]
        return (int(major), int(minor)) >= NODE_FLOOR
    except (OSError, subprocess.CalledProcessError, ValueError):
        return False


def fingerprint(lock: Path) -> str:
    return lock.name + " " + hashlib.sha256(sys.version.encode() + lock.read_bytes()).hexdigest()


def install(lock: Path, *, or_already: "tuple[Path, ...]" = ()) -> None:
    """Install what a lock file pins, unless it or one that holds as much is in place."""
    stamp = VENV / "installed"
    in_place = stamp.read_text() if stamp.exists() else ""
    if in_place in [fingerprint(known) for known in (lock,) + or_already]:  # noqa: RUF005
        return
    say(f"Installing what {lock.name} pins …")
    stamp.write_text("")
    bootstrap = ROOT / "requirements-bootstrap.lock"
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--require-hashes", "-r"]
    if not UV.exists():
        # No uv for this machine is no reason to stop: pip reads the same lock files.
        run(*pip, bootstrap)
    uv = [str(UV), "pip", "sync", "--quiet", "--require-hashes", "--python", str(PYTHON)]
    done = run(*uv, lock, bootstrap) if UV.exists() else run(*pip, lock)
    if not done:
        stop("Could not install the packages; the lines above say why. Nothing has been started.")
    stamp.write_text(fingerprint(lock))


def main() -> None:
    arguments = sys.argv[1:]
    with_tools = arguments[:1] == ["--dev"]
    ensure_python()
    ensure_venv()
    tools, product = ROOT / "requirements-dev.lock", ROOT / "requirements.lock"
    # The tools' lock holds all of the product's, and a Node for machines that have none.
    if with_tools or not system_node_is_new_enough():
        install(tools)
    else:
        install(product, or_already=(tools,))
    arguments = arguments[1:] if with_tools else arguments
    if arguments:
        os.chdir(str(ROOT))
        os.execv(str(PYTHON), [str(PYTHON), "-m", "backend.launch", *arguments])  # noqa: S606


if __name__ == "__main__":
    main()
