"""The servers that `make run` brings: real ones, in folders of their own, killed and restarted."""

import os
import shutil
import signal
import smtplib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from backend import embedded, launch_services
from backend import launch_leftovers as leftovers
from backend.embedded import Postgres, Valkey
from backend.launch_processes import ROOT, Failed, Program, Supervisor

pytestmark = pytest.mark.enable_socket
PASSWORD = "a-password-for-tests"


@pytest.fixture
def supervisor(tmp_path: Path) -> Iterator[Supervisor]:
    """A launcher's inside, with everything stopped afterwards."""
    (tmp_path / "run").mkdir()
    inside = Supervisor(
        run=tmp_path / "run", logs=tmp_path / "log", environment=os.environ, quiet=True
    )
    yield inside
    inside.stop()


def serve(supervisor: Supervisor, server: Postgres | Valkey, name: str) -> None:
    supervisor.start(server.prepare())
    launch_services.await_answer(supervisor, name, server.answers)


def pid_of(supervisor: Supervisor, name: str) -> int:
    return supervisor.children[name].process.pid


def test_postgres_keeps_a_row_through_kill_9_and_a_reused_process_number(
    supervisor: Supervisor, tmp_path: Path
) -> None:
    postgres = Postgres(tmp_path, password=PASSWORD)
    serve(supervisor, postgres, "postgres")
    postgres.make_database()
    postgres.make_database()
    with psycopg.connect(postgres.url) as connection:
        connection.execute("CREATE TABLE kept (word text)")
        connection.execute("INSERT INTO kept VALUES ('still here')")
    child = supervisor.children.pop("postgres")

    os.kill(child.process.pid, signal.SIGKILL)
    child.process.wait()
    lock_file = postgres.data / "postmaster.pid"
    # The number of the dead server now belongs to a stranger: this very test.
    lock_file.write_text(lock_file.read_text().replace(str(child.process.pid), str(os.getpid()), 1))
    serve(supervisor, postgres, "postgres")

    with psycopg.connect(postgres.url) as connection:
        assert connection.execute("SELECT word FROM kept").fetchone() == ("still here",)
        assert connection.execute("SHOW fsync").fetchone() == ("on",)


def test_postgres_refuses_a_wrong_password_and_listens_on_no_port(
    supervisor: Supervisor, tmp_path: Path
) -> None:
    postgres = Postgres(tmp_path, password=PASSWORD, durable=False)
    serve(supervisor, postgres, "postgres")

    other = Postgres(tmp_path, password="something else")

    with pytest.raises(Failed, match="another password"):
        other.answers()
    assert "trust" not in rules_of(postgres.data / "pg_hba.conf")
    with psycopg.connect(postgres.url.replace("/foothold?", "/postgres?")) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


def rules_of(path: Path) -> str:
    return "".join(line for line in path.read_text().splitlines() if not line.startswith("#"))


def test_a_deep_folder_still_gets_a_private_socket(tmp_path: Path) -> None:
    deep = tmp_path / ("deep" * 20) / "postgres"

    folder = embedded.socket_folder(deep)

    try:
        assert len(os.fsencode(folder / ".s.PGSQL.5432.lock")) <= embedded.LONGEST_SOCKET_PATH
        assert folder.stat().st_mode & 0o077 == 0
        assert embedded.socket_folder(deep) == folder
        folder.chmod(0o755)
        with pytest.raises(Failed, match="belongs to somebody else"):
            embedded.socket_folder(deep)
    finally:
        shutil.rmtree(folder)


def test_valkey_keeps_what_it_took_through_kill_9_and_is_started_again(
    supervisor: Supervisor, tmp_path: Path
) -> None:
    valkey = Valkey(tmp_path, password=PASSWORD)
    serve(supervisor, valkey, "valkey")
    assert ask(valkey, "SET kept yes") == "+OK"
    time.sleep(1.2)  # "everysec" is the promise
    first = pid_of(supervisor, "valkey")

    os.kill(first, signal.SIGKILL)
    supervisor.pause(0.6)
    launch_services.await_answer(supervisor, "valkey", valkey.answers)

    assert pid_of(supervisor, "valkey") != first
    assert ask(valkey, "GET kept") == "yes"
    assert not Valkey(tmp_path, password="wrong").answers()


def ask(valkey: Valkey, command: str) -> str:
    with socket.create_connection(("127.0.0.1", valkey.port), timeout=2) as line:
        line.sendall(f"AUTH {PASSWORD}\r\n{command}\r\n".encode())
        time.sleep(0.1)
        return line.recv(200).decode().split("\r\n")[-2]


def test_mail_answered_with_250_is_on_the_disk(supervisor: Supervisor, tmp_path: Path) -> None:
    supervisor.environment.pop("EMAIL_HOST", None)
    launch_services.start_mail(supervisor, launch_services.Home(tmp_path))
    port = int(supervisor.environment["EMAIL_PORT"])
    with connect_when_up(port) as client:
        client.sendmail(
            "a@example.org", ["b@example.org"], "Subject: Hello\r\n\r\nGood morning.\r\n"
        )
        os.kill(pid_of(supervisor, "mail"), signal.SIGKILL)

    (message,) = (tmp_path / "mail").iterdir()

    assert message.suffix == ".eml"
    text = message.read_text()
    assert "X-Envelope-To: b@example.org" in text
    assert text.endswith(("Good morning.\r\n", "Good morning.\n"))


def connect_when_up(port: int) -> smtplib.SMTP:
    for _ in range(100):
        try:
            return smtplib.SMTP("127.0.0.1", port, timeout=5)
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the mail sink did not come up")


def test_leftovers_are_known_by_start_time_and_strangers_are_left_alone(tmp_path: Path) -> None:
    run = tmp_path / "run"
    run.mkdir()
    ours, stranger = sleeper(), sleeper()
    try:
        for name, process, when in (
            ("ours", ours, leftovers.started(ours.pid)),
            ("stranger", stranger, "another start"),
        ):
            leftovers.note(run, leftovers.Record(name, process.pid, when, "mark", 15, 1))

        ended = leftovers.end_leftovers(run)

        assert ended == ["ours"]
        assert ours.wait(5) == -signal.SIGTERM
        assert stranger.poll() is None
        assert list(run.glob("*.json")) == []
    finally:
        stranger.kill()
        stranger.wait()


def sleeper() -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])


def test_workers_whose_parent_was_killed_are_ended_before_it_starts_again(
    supervisor: Supervisor, tmp_path: Path
) -> None:
    body = (
        "import subprocess, sys, time, pathlib;"
        "p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
        f"pathlib.Path({str(tmp_path / 'worker')!r}).write_text(str(p.pid)); time.sleep(60)"
    )
    supervisor.start(Program("parent", [sys.executable, "-c", body], stage=2))
    while not (tmp_path / "worker").exists() or not (tmp_path / "worker").read_text():
        supervisor.pause(0.05)
    worker = int((tmp_path / "worker").read_text())

    os.kill(pid_of(supervisor, "parent"), signal.SIGKILL)
    supervisor.pause(0.4)

    assert leftovers.started(worker) == ""


def test_root_outside_of_the_folder_is_not_touched(tmp_path: Path) -> None:
    before = (ROOT.stat().st_mode, tmp_path.stat().st_mode, tmp_path.stat().st_uid)

    Postgres(tmp_path, password=PASSWORD, durable=False).prepare()

    assert (ROOT.stat().st_mode, tmp_path.stat().st_mode, tmp_path.stat().st_uid) == before
