"""One real process that a test may kill like a power cut, and start again."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from backend.launch_processes import CHILD, ROOT, Program


class Process:
    """A program, its log, and whoever it started."""

    def __init__(self, program: Program, *, environment: Mapping[str, str], logs: Path) -> None:
        self.program, self.environment = program, dict(environment)
        self.log = logs / f"{program.name}.log"
        self._running: subprocess.Popen[bytes] | None = None
        self._log_from = 0

    @property
    def pid(self) -> int:
        """The number of the process itself; 0 when it does not run."""
        return self._running.pid if self._running else 0

    @property
    def is_alive(self) -> bool:
        """Say whether it runs."""
        return self._running is not None and self._running.poll() is None

    def start(self) -> None:
        """Start it, tied to the life of this one."""
        # PostgreSQL gets what PostgreSQL needs and no more; see embedded.py.
        tie = ["--parent", str(os.getpid()), "--signal", str(int(self.program.stop_signal))]
        with self.log.open("ab") as log:
            self._log_from = log.tell()
            self._running = subprocess.Popen(
                [*CHILD, *tie, *self.program.identity, "--", *self.program.argv],
                cwd=ROOT,
                env={**os.environ, **self.environment, **self.program.environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def stop(self) -> None:
        """Ask it to stop; insist when it does not."""
        if self._running is None:
            return
        family = [self.pid, *descendants(self.pid)]
        _send(self.pid, self.program.stop_signal)
        try:
            self._running.wait(self.program.patience)
        except subprocess.TimeoutExpired:
            _end(family)
        for other in family[1:]:
            _await_end(other)
        self._running.wait()
        self._running = None

    def kill(self) -> None:
        """Kill it and all that it started, at once, without a chance to tidy up."""
        if self._running is None:
            return
        _end([self.pid, *descendants(self.pid)])
        self._running.wait()
        self._running = None

    def kill_child(self, choice: float) -> bool:
        """Kill one of the processes it started (`choice` from 0 to 1 says which)."""
        children = sorted(descendants(self.pid))
        if not children:
            return False
        _send(children[int(choice * len(children)) % len(children)], signal.SIGKILL)
        return True

    def has_said(self, words: str) -> bool:
        """Say whether these words are in its log since it was last started."""
        with self.log.open("rb") as log:
            log.seek(self._log_from)
            return words.encode() in log.read()

    def last_lines(self, count: int = 15) -> str:
        """Return the end of its log."""
        if not self.log.exists():
            return ""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-count:])


def descendants(pid: int) -> list[int]:
    """Return all processes that this one started, and those that they started."""
    parents = dict(_parents())
    found: list[int] = []
    waiting = [pid]
    while waiting:
        above = waiting.pop()
        below = [child for child, parent in parents.items() if parent == above]
        found += below
        waiting += below
    return found


def _parents() -> Iterator[tuple[int, int]]:
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                fields = Path(entry.path, "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            yield int(entry.name), int(fields[1])


def cpu_seconds(pid: int) -> float:
    """Return the processor time that a process and what it started have used so far."""
    total = 0
    for one in [pid, *descendants(pid)]:
        try:
            fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


def _send(pid: int, number: int) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return


def _end(pids: list[int]) -> None:
    for pid in pids:
        _send(pid, signal.SIGKILL)
    for pid in pids[1:]:
        _await_end(pid)


def _await_end(pid: int, *, seconds: float = 10) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return
        if state in "ZX":
            return
        time.sleep(0.01)
