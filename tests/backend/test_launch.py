"""What a person meets at `make run`: sentences instead of traces, and nothing left behind."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from backend import launch_database, launch_greeting, launch_secrets
from backend import launch_leftovers as leftovers
from backend.launch_processes import ROOT, Failed

pytestmark = pytest.mark.enable_socket
LAUNCH = [sys.executable, "-m", "backend.launch"]
SERVICES = ("DATABASE_URL", "REDIS_URL", "EMAIL_HOST", "DATABASE_AS")


def bare(var: Path, **more: str) -> dict[str, str]:
    """The environment of somebody who has set nothing, and does not run tests."""
    set_here = (*SERVICES, "DJANGO_SETTINGS_MODULE")
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in set_here and not name.startswith("PYTEST_")
    }
    return {**kept, "VAR_DIR": str(var), **more}


def test_a_taken_port_is_one_sentence_and_nothing_starts(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])

        done = subprocess.run(
            [*LAUNCH, "run"],
            cwd=ROOT,
            env=bare(tmp_path, PORT=port),
            capture_output=True,
            text=True,
            check=False,
        )

    assert done.returncode == 1
    assert done.stderr.startswith(f"Port {port} is taken by another program.")
    assert "PORT=" in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "postgres").exists()


@pytest.mark.parametrize("port", ["abc", "0", "70000", "-1"])
def test_a_port_that_is_none_is_a_sentence(port: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", port)

    with pytest.raises(Failed, match="PORT must be a number"):
        launch_greeting.chosen_port()


def test_a_second_launcher_in_the_same_folder_is_refused(tmp_path: Path) -> None:
    with leftovers.lock(tmp_path / "run"):
        done = subprocess.run(
            [*LAUNCH, "run"],
            cwd=ROOT,
            env=bare(tmp_path),
            capture_output=True,
            text=True,
            check=False,
        )

    assert done.returncode == 1
    assert done.stderr.startswith("Foothold is already running")
    assert str(os.getpid()) in done.stderr


def test_data_without_its_keys_is_refused(tmp_path: Path) -> None:
    (tmp_path / "postgres" / "data").mkdir(parents=True)
    # The addresses of a run that was killed are no system to join.
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "environment").write_text("DATABASE_URL=postgresql://gone/gone")

    done = subprocess.run(
        [*LAUNCH, "exec", "--", "true"],
        cwd=ROOT,
        env=bare(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "secrets.env is missing" in done.stderr


def test_secrets_are_made_once_and_private(tmp_path: Path) -> None:
    first = launch_secrets.read_or_make(tmp_path)

    assert launch_secrets.read_or_make(tmp_path) == first
    assert (tmp_path / "secrets.env").stat().st_mode & 0o777 == 0o600


def test_a_killed_launcher_takes_its_services_along_and_the_next_one_starts(tmp_path: Path) -> None:
    marker = tmp_path / "up"
    command = [*LAUNCH, "exec", "--test", "--", "sh", "-c", f"touch {marker}; exec sleep 60"]
    run = tmp_path / "test" / "run"
    with subprocess.Popen(command, cwd=ROOT, env=bare(tmp_path)) as launcher:
        try:
            wait_until(marker.exists, launcher)
            records = leftovers.recorded(run)
        finally:
            launcher.kill()

    wait_until(lambda: not any(leftovers.is_running(record) for record in records))
    again = subprocess.run(
        [*LAUNCH, "exec", "--test", "--", "sh", "-c", "exit 3"],
        cwd=ROOT,
        env=bare(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )

    assert {record.name for record in records} == {"postgres", "valkey", "mail"}
    assert again.returncode == 3, again.stderr
    assert leftovers.recorded(run) == []


def wait_until(true: object, launcher: subprocess.Popen[bytes] | None = None) -> None:
    assert callable(true)
    # A new database on a machine that runs other tests beside it.
    until = time.monotonic() + 180
    while not true():
        assert time.monotonic() < until
        assert launcher is None or launcher.poll() is None
        time.sleep(0.05)


def test_an_address_keeps_its_server_when_the_database_changes() -> None:
    local = "postgresql://foothold:a%2Fb@/foothold?host=%2Fsrv%2Fvar"
    named = "postgresql://u:p@db.example:5433/foothold?sslmode=require"

    assert launch_database.with_database(local, "test_foothold") == local.replace(
        "/foothold?", "/test_foothold?"
    )
    assert launch_database.with_database(named, "x") == named.replace("/foothold?", "/x?")


def test_codes_are_those_of_rfc_6238() -> None:
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

    assert launch_greeting.code(secret, 59) == "287082"
    assert launch_greeting.code(secret, 1111111109) == "081804"


def test_a_python_too_old_is_a_sentence() -> None:
    pretend = (
        "import sys, runpy; sys.version_info = (3, 9, 2, 'final', 0); sys.argv = ['x', 'run'];"
        "import os; os.environ['PATH'] = '/nowhere';"
        "runpy.run_path('backend/launch_bootstrap.py', run_name='__main__')"
    )

    done = subprocess.run(
        [sys.executable, "-I", "-c", pretend], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert done.stderr.startswith("Foothold needs Python 3.11 or newer, and this is 3.9.")


def test_a_child_ends_with_its_launcher(tmp_path: Path) -> None:
    tie = ["-I", "-S", str(ROOT / "backend" / "launch_child.py"), "--signal", str(signal.SIGTERM)]
    body = (
        "import os, subprocess, sys, time;"
        f"p = subprocess.Popen([sys.executable, *{tie!r}, '--parent', str(os.getpid()), '--',"
        " sys.executable, '-c', 'import time; print(1, flush=True); time.sleep(60)'],"
        " stdout=subprocess.PIPE);"
        "p.stdout.read(1); print(p.pid, flush=True); time.sleep(60)"
    )
    launcher = subprocess.Popen([sys.executable, "-c", body], stdout=subprocess.PIPE, text=True)
    assert launcher.stdout is not None
    child = int(launcher.stdout.readline())
    assert leftovers.started(child)

    launcher.kill()
    launcher.communicate()

    wait_until(lambda: leftovers.started(child) == "")
