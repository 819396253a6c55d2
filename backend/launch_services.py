"""Brings up what the processes lean on, and says where it is in the environment they are given."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import redis

from backend import launch_secrets
from backend.embedded import Postgres, Valkey, free_port
from backend.launch_processes import ROOT, Failed, Program, Supervisor

LONGEST_WAIT = 60.0
# The same default as in settings.py, named here because the launcher prints a current code.
DEMO = {
    "DEMO_PASSWORD": "foothold-demo",
    "DEMO_TOTP_SECRET": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
}


@dataclass(frozen=True)
class Home:
    """Where one set of services keeps its data, and how careful it is with it."""

    state: Path
    durable: bool = True

    @property
    def run(self) -> Path:
        return self.state / "run"

    @property
    def logs(self) -> Path:
        return self.state / "log"


def var_dir() -> Path:
    """Return the folder of everything that is not source."""
    return Path(os.environ.get("VAR_DIR") or ROOT / "var").absolute()


def starting_environment(home: Home, *, port: int) -> dict[str, str]:
    """Return the environment of all processes, before the addresses of services are known."""
    refuse_lost_secrets(home)
    home.state.mkdir(parents=True, exist_ok=True, mode=0o700)
    known = launch_secrets.read_or_make(home.state)
    defaults = {
        **DEMO,
        "SECRET_KEY": known["SECRET_KEY"],
        "FIELD_KEYS": known["FIELD_KEYS"],
        "VAPID_PRIVATE_KEY": known["VAPID_PRIVATE_KEY"],
        # On one's own machine, with made-up people; a deployment names its own.
        "PUSH_AGREEMENT": "none: a demo",
        "DEBUG": "1",
        "VAR_DIR": str(var_dir()),
        "PYTHONUNBUFFERED": "1",
    }
    given = {name: value for name, value in os.environ.items() if value or name not in defaults}
    # Who a process is to the database is decided for each process, never inherited.
    given.pop("DATABASE_AS", None)
    run = {"PORT": str(port), "FOOTHOLD_RUN_DIR": str(home.run)}
    return {**defaults, **given, **run}


def refuse_lost_secrets(home: Home) -> None:
    """Stop when the data is there and its keys are not: new keys would only hide the loss."""
    data, kept = home.state / "postgres" / "data", home.state / "secrets.env"
    if data.exists() and not kept.exists():
        raise Failed(
            f"{kept} is missing, and {data} cannot be opened or read without it. "
            f"Put it back from your backup, or delete {home.state} to begin anew."
        )


def start(supervisor: Supervisor, home: Home) -> None:
    """Start PostgreSQL and Valkey unless others are named, and wait until they answer."""
    known = launch_secrets.read_or_make(home.state)
    environment = supervisor.environment
    postgres = valkey = None
    if not environment.get("DATABASE_URL"):
        postgres = Postgres(home.state, password=known["POSTGRES_PASSWORD"], durable=home.durable)
        supervisor.start(postgres.prepare())
    if not environment.get("REDIS_URL"):
        valkey = Valkey(home.state, password=known["VALKEY_PASSWORD"], durable=home.durable)
        supervisor.start(valkey.prepare())
    if postgres:
        await_answer(supervisor, "postgres", postgres.answers)
        postgres.make_database()
        environment["DATABASE_URL"] = postgres.url
    else:
        require_database(environment["DATABASE_URL"])
    if valkey:
        await_answer(supervisor, "valkey", valkey.answers)
        environment["REDIS_URL"] = valkey.url
    else:
        require_redis(environment["REDIS_URL"])


def await_answer(supervisor: Supervisor, name: str, answers: Callable[[], bool]) -> None:
    """Wait for a service of ours, or raise Failed with the end of its log."""
    waited = 0.0
    while not answers():
        supervisor.pause(0.05)
        waited += 0.05
        died_early = supervisor.children[name].failures >= 4
        if died_early or waited > LONGEST_WAIT:
            raise Failed(f"{name} did not come up. {supervisor.last_lines(name)}")


def require_database(url: str) -> None:
    """Raise Failed unless the named PostgreSQL takes the connection."""
    try:
        psycopg.connect(url, connect_timeout=10).close()
    except psycopg.Error as error:
        reason = str(error).strip().splitlines()[0]
        raise Failed(f"DATABASE_URL is set, but cannot be used: {reason}") from None


def require_redis(url: str) -> None:
    """Raise Failed unless the named server answers."""
    try:
        with redis.Redis.from_url(url, socket_connect_timeout=10) as client:
            client.ping()
    except (redis.RedisError, ValueError) as error:
        where = urlsplit(url).hostname or "its address"
        raise Failed(f"REDIS_URL is set, but {where} does not serve: {error}") from None


def start_mail(supervisor: Supervisor, home: Home) -> None:
    """Start a local SMTP server unless one is named."""
    if supervisor.environment.get("EMAIL_HOST"):
        return
    mail = {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(free_port())}
    mail |= {"MAIL_DIR": str(home.state / "mail")}
    supervisor.environment |= mail
    supervisor.start(Program("mail", python("backend.mail_sink"), stage=1, patience=5))


def start_app(supervisor: Supervisor) -> None:
    """Start the web server, the worker and the scheduler."""
    port = supervisor.environment["PORT"]
    web = ["--interface", "wsgi", "--workers", "2", "--blocking-threads", "4"]
    web += ["--host", "127.0.0.1", "--port", port, "--respawn-failed-workers"]
    schedule = Path(supervisor.environment["FOOTHOLD_RUN_DIR"]).parent / "beat" / "schedule"
    schedule.parent.mkdir(exist_ok=True, mode=0o700)
    worker = ["-A", "backend", "worker", "--concurrency", "2", "--loglevel", "WARNING"]
    worker += ["--without-gossip", "--without-mingle"]  # no worker needs to know another
    beat = ["-A", "backend", "beat", "--schedule", str(schedule), "--pidfile="]
    granian = python("granian", *web, "backend.wsgi:application")
    supervisor.start(Program("web", granian, stage=2))
    supervisor.start(Program("worker", python("celery", *worker), stage=2, patience=20))
    supervisor.start(Program("beat", python("celery", *beat), stage=2))


def python(module: str, *words: str) -> list[str]:
    """Run a module: a script's first line may be too long for the kernel in a deep folder."""
    return [sys.executable, "-m", module, *words]
