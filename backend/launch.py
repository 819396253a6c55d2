"""`python -m backend.launch run | test | exec | web`: the whole system on one machine.

Only the commands are here; what is started is in launch_services.py, how in launch_processes.py.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from backend import launch_browser, launch_child, launch_database, launch_services, launch_web
from backend import launch_leftovers as leftovers
from backend.embedded import free_port
from backend.launch_greeting import await_ready, chosen_port, greeting, refuse_taken
from backend.launch_processes import CHILD, ROOT, Failed, StopRequested, Supervisor
from backend.launch_secrets import write_private
from backend.launch_services import Home

SHARED = "environment"
GRACE = 5.0
# All tests: two processes, a file to each in turn. The second has a database of its own.
SIDE_BY_SIDE = ("--numprocesses", "2", "--dist", "loadfile")
SECOND = "_gw1"


@contextmanager
def held(home: Home, *, port: int, quiet: bool) -> Iterator[Supervisor]:
    """Hold a folder, end what was left in it, and stop everything afterwards."""
    try:
        lock = leftovers.lock(home.run)
    except leftovers.AlreadyRunning as holder:
        raise Failed(
            f"Foothold is already running from {home.state} (process {holder}). "
            f"Stop it first, with Ctrl-C where it runs or with: kill {holder}"
        ) from None
    with lock:
        ended = leftovers.end_leftovers(home.run)
        if ended:
            print(f"Ended what an earlier run had left: {', '.join(ended)}.", flush=True)
        environment = launch_services.starting_environment(home, port=port)
        supervisor = Supervisor(run=home.run, logs=home.logs, environment=environment, quiet=quiet)
        supervisor.listen()
        try:
            yield supervisor
        finally:
            (home.run / SHARED).unlink(missing_ok=True)
            supervisor.stop()


def run(wanted: argparse.Namespace) -> int:
    """Run everything until somebody stops it."""
    if wanted.tied:
        launch_child.end_with(os.getppid(), signal.SIGTERM)
    home, port = Home(launch_services.var_dir()), chosen_port()
    with held(home, port=port, quiet=False) as supervisor:
        try:
            refuse_taken(port)
            launch_web.build(supervisor.environment)
            launch_services.start(supervisor, home)
            launch_database.prepare(supervisor)
            launch_database.seed(supervisor)
            launch_services.start_mail(supervisor, home)
            share(supervisor, home)
            launch_services.start_app(supervisor)
            await_ready(supervisor, port)
            print(greeting(supervisor.environment), flush=True)
            while True:
                supervisor.pause(60)
        except StopRequested:
            supervisor.say("Stopping …")
        except Failed:
            if not supervisor.stop_asked:
                raise
    print("foothold | Everything has stopped.", flush=True)
    return 0


def test(wanted: argparse.Namespace) -> int:
    """Run pytest with servers and a database of its own."""
    launch_web.build(os.environ)
    chromium = launch_browser.from_environment(var=launch_services.var_dir())
    extra = {"CHROMIUM": chromium, "DATABASE_AS": "owner"}
    command = [sys.executable, "-m", "pytest", *(wanted.command or SIDE_BY_SIDE)]
    with test_servers() as supervisor:
        if not wanted.command:
            launch_database.copy(supervisor, SECOND)
        return follow(supervisor, command, extra)


def execute(wanted: argparse.Namespace) -> int:
    """Run a command with servers up: the development ones, the tests', or fresh ones."""
    if wanted.test:
        with test_servers() as supervisor:
            return follow(supervisor, wanted.command, {})
    if wanted.fresh:
        with fresh_servers(wanted.fresh) as supervisor:
            return with_app(supervisor, wanted)
    home = Home(launch_services.var_dir())
    shared = home.run / SHARED
    if leftovers.is_held(home.run) and shared.exists():
        return join_in(shared.read_text(), wanted.command)
    with held(home, port=chosen_port(), quiet=True) as supervisor:
        launch_services.start(supervisor, home)
        launch_database.prepare(supervisor)
        launch_services.start_mail(supervisor, home)
        return with_app(supervisor, wanted)


def web(wanted: argparse.Namespace) -> int:
    """Install the web app's packages; with words after --, run that npm script too."""
    launch_web.install(os.environ)
    if not wanted.command:
        return 0
    environment = launch_web.environment(os.environ)
    npm = shutil.which("npm", path=environment["PATH"]) or "npm"
    return subprocess.call([npm, "run", *wanted.command], cwd=launch_web.WEB, env=environment)


@contextmanager
def test_servers() -> Iterator[Supervisor]:
    """Servers for tests: quick rather than careful, with data of their own."""
    home = Home(launch_services.var_dir() / "test", durable=False)
    with held(home, port=free_port(), quiet=True) as supervisor:
        launch_services.start(supervisor, home)
        launch_database.use_own(supervisor, "test", keep=True)
        launch_services.start_mail(supervisor, home)
        yield supervisor


@contextmanager
def fresh_servers(name: str) -> Iterator[Supervisor]:
    """Careful servers with nothing in them, for measurements and faults."""
    home = Home(launch_services.var_dir() / "fresh" / name)
    with held(home, port=free_port(), quiet=True) as supervisor:
        for folder in ("postgres", "valkey", "mail", "log"):
            shutil.rmtree(home.state / folder, ignore_errors=True)
        home.logs.mkdir(mode=0o700)
        launch_services.start(supervisor, home)
        launch_database.use_own(supervisor, name, keep=False)
        launch_services.start_mail(supervisor, home)
        yield supervisor


def with_app(supervisor: Supervisor, wanted: argparse.Namespace) -> int:
    """Start web, worker and scheduler when asked to, then run the command."""
    if wanted.with_app:
        launch_web.build(supervisor.environment)
        launch_services.start_app(supervisor)
        await_ready(supervisor, int(supervisor.environment["PORT"]))
    return follow(supervisor, wanted.command, {})


def follow(supervisor: Supervisor, command: Sequence[str], extra: Mapping[str, str]) -> int:
    """Run a command in the foreground; services that die meanwhile are started again."""
    tie = ["--parent", str(os.getpid()), "--"]
    process = subprocess.Popen(
        [*CHILD, *tie, *command], cwd=ROOT, env={**supervisor.environment, **extra}
    )
    try:
        while process.poll() is None:
            supervisor.pause(0.05)
    except StopRequested:
        # Ctrl-C has reached the command too; after a while it is asked again.
        try:
            process.wait(GRACE)
        except subprocess.TimeoutExpired:
            process.terminate()
            process.wait()
    return process.returncode if process.returncode >= 0 else 128 - process.returncode


def share(supervisor: Supervisor, home: Home) -> None:
    """Leave the addresses for `exec`, which joins a system that already runs."""
    ours = {k: v for k, v in supervisor.environment.items() if os.environ.get(k) != v}
    write_private(home.run / SHARED, "".join(f"{k}={v}\n" for k, v in ours.items()))


def join_in(shared: str, command: Sequence[str]) -> int:
    """Run a command beside a system that already runs."""
    theirs = dict(line.split("=", 1) for line in shared.splitlines())
    return subprocess.call([*command], cwd=ROOT, env={**os.environ, **theirs})


def arguments() -> argparse.Namespace:
    reader = argparse.ArgumentParser(prog="python -m backend.launch", description=__doc__)
    commands = reader.add_subparsers(required=True)
    running = commands.add_parser("run", help=run.__doc__)
    running.add_argument("--tied", action="store_true", help="stop when the parent has gone")
    running.set_defaults(does=run)
    executing = commands.add_parser("exec", help=execute.__doc__)
    where = executing.add_mutually_exclusive_group()
    where.add_argument("--test", action="store_true", help="the tests' servers and database")
    where.add_argument("--fresh", metavar="NAME", help="durable servers with nothing in them")
    executing.add_argument("--with-app", action="store_true", help="web, worker and beat too")
    executing.set_defaults(does=execute)
    for name, does in (("test", test), ("web", web)):
        commands.add_parser(name, help=does.__doc__).set_defaults(does=does)
    own = sys.argv[1:]
    command: list[str] = []
    if "--" in own:
        place = own.index("--")
        own, command = own[:place], own[place + 1 :]
    wanted = reader.parse_args(own)
    wanted.command = command
    if wanted.does is execute and not command:
        reader.error("name a command after --")
    return wanted


def main() -> None:
    wanted = arguments()
    try:
        raise SystemExit(wanted.does(wanted))
    except Failed as failed:
        print(failed, file=sys.stderr)
        raise SystemExit(1) from None
    except (KeyboardInterrupt, StopRequested):
        raise SystemExit(130) from None


if __name__ == "__main__":
    main()
