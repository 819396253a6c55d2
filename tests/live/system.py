"""The whole system as processes in a folder of its own: servers, web, worker, beat, mail."""

import base64
import os
import secrets
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message
from pathlib import Path

from backend.embedded import Postgres, Valkey, free_port
from backend.launch_processes import ROOT, Program
from tests.live.processes import Process

TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
LONGEST_START = 60.0


class DidNotStart(Exception):
    """A part of the system does not answer; the text holds the end of its log."""


class System:
    """Names of parts: postgres, valkey, web, worker, beat, mail."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder = folder
        self.mail_folder = folder / "mail"
        self.logs = folder / "log"
        self.port = free_port()
        self.parts: dict[str, Process] = {}
        self.postgres: Postgres | None = None
        self.valkey: Valkey | None = None
        self.environment = {
            "PORT": str(self.port),
            "DJANGO_SETTINGS_MODULE": "backend.settings",
            "DATABASE_AS": "app",
            "DEBUG": "0",
            "SSL_REDIRECT": "0",
            "VAR_DIR": str(folder),
            "PYTHONUNBUFFERED": "1",
            "EMAIL_HOST": "127.0.0.1",
            "EMAIL_PORT": str(free_port()),
            "MAIL_DIR": str(self.mail_folder),
            **environment,
        }
        for needed in (self.mail_folder, self.logs):
            needed.mkdir(parents=True, exist_ok=True, mode=0o700)

    @property
    def url(self) -> str:
        """The address of the web server."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def owner_url(self) -> str:
        """The owner's address of the database."""
        return self.environment["DATABASE_URL"]

    def add(self, program: Program, **environment: str) -> Process:
        """Take a part in and start it."""
        part = Process(program, environment=self.environment | environment, logs=self.logs)
        self.parts[program.name] = part
        part.start()
        return part

    def restart(self, name: str) -> None:
        """Start a part that was killed."""
        if name == "postgres" and self.postgres:
            self.postgres.prepare()  # clears what a crash leaves, as the launcher does
        self.parts[name].start()

    def start_app(self, *names: str) -> None:
        """Start mail, web, worker and beat (or those named), and wait until they serve."""
        programs = self._programs()
        for name in names or ("mail", "web", "worker", "beat"):
            # The name is how PostgreSQL shows who holds which connection.
            self.add(programs[name], PGAPPNAME=name)
        if "web" in self.parts:
            self.until(lambda: self.answers("/healthz"), "web")
        if "worker" in self.parts:
            self.until(self.worker_is_ready, "worker")

    def worker_is_ready(self) -> bool:
        """Say whether the worker has said that it is ready."""
        return self.parts["worker"].has_said(" ready.")

    def _programs(self) -> dict[str, Program]:
        web = ["granian", "--interface", "wsgi", "--workers", "2", "--blocking-threads", "4"]
        web += ["--host", "127.0.0.1", "--port", str(self.port), "--respawn-failed-workers"]
        worker = ["celery", "-A", "backend", "worker", "--concurrency", "2", "--loglevel", "INFO"]
        worker += ["--without-gossip", "--without-mingle"]
        beat = ["celery", "-A", "backend", "beat", "--pidfile=", "--schedule"]
        commands = {
            "mail": ["backend.mail_sink"],
            "web": [*web, "backend.wsgi:application"],
            "worker": worker,
            "beat": [*beat, str(self.folder / "beat-schedule")],
        }
        return {
            name: Program(name, [sys.executable, "-m", *words], stage=2)
            for name, words in commands.items()
        }

    def answers(self, path: str) -> bool:
        """Say whether the web server answers this path with success."""
        try:
            with urllib.request.urlopen(f"{self.url}{path}", timeout=2) as answer:  # noqa: S310  (our own address)
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def until(
        self, ready: Callable[[], bool], name: str, *, seconds: float = LONGEST_START
    ) -> None:
        """Wait for something; raise DidNotStart with the end of that part's log."""
        limit = time.monotonic() + LONGEST_START
        while not ready():
            if time.monotonic() > limit:
                raise DidNotStart(f"{name} does not answer:\n{self.parts[name].last_lines()}")
            time.sleep(0.02)

    def as_owner(self, *words: str) -> str:
        """Run a Python module or script to its end as the database's owner; return its output."""
        done = subprocess.run(
            [sys.executable, *words],
            cwd=ROOT,
            env={**os.environ, **self.environment, "DATABASE_AS": "owner"},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise DidNotStart(f"{' '.join(words)} failed:\n{done.stdout}{done.stderr}")
        return done.stdout

    def mails(self) -> list[Message]:
        """Return every message in the sink, oldest first."""
        return [message_from_bytes(path.read_bytes()) for path in sorted(self.mail_paths())]

    def mail_paths(self) -> Iterator[Path]:
        """Find the files of the sink."""
        return self.mail_folder.glob("[!.]*.eml")

    def stop(self) -> None:
        """Stop everything, users of services before services."""
        order = ("beat", "worker", "web", "mail", "valkey", "postgres")
        for name in order:
            if part := self.parts.pop(name, None):
                part.stop()


def secrets_of_a_run() -> dict[str, str]:
    """Return keys for one run, and what staff need to sign in."""
    return {
        "SECRET_KEY": secrets.token_urlsafe(40),
        "FIELD_KEYS": f"k1:{base64.b64encode(secrets.token_bytes(32)).decode()}",
        "DEMO_TOTP_SECRET": TOTP_SECRET,
    }


@contextmanager
def whole_system(folder: Path) -> Iterator[System]:
    """Start durable servers of our own with an empty, migrated database; stop all afterwards."""
    postgres = Postgres(folder, password=secrets.token_urlsafe(20))
    valkey = Valkey(folder, password=secrets.token_urlsafe(20))
    addresses = {"DATABASE_URL": postgres.url, "REDIS_URL": valkey.url}
    system = System(folder, {**secrets_of_a_run(), **addresses})
    try:
        system.postgres, system.valkey = postgres, valkey
        system.add(postgres.prepare())
        system.add(valkey.prepare())
        system.until(postgres.answers, "postgres")
        system.until(valkey.answers, "valkey")
        postgres.make_database()
        system.as_owner("manage.py", "prepare_database")
        system.as_owner("manage.py", "migrate", "--no-input")
        yield system
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # nothing may cut the tidying short
        system.stop()
