"""One launcher per folder, and what an earlier one left behind. Never touches a foreign process.

A process is ours when it has both the number and the start time that were recorded, or carries
the mark that one of ours was given in its environment, or is a PostgreSQL in our data folder.
"""

import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import IO

PROC = Path("/proc")
MARK = "FOOTHOLD_MARK"
LONGEST_STOP = 20.0


class AlreadyRunning(Exception):
    """Another launcher holds this folder."""


@dataclass(frozen=True)
class Record:
    """What must be known to end a process later, and only that process."""

    name: str
    pid: int
    started: str
    mark: str
    stop_signal: int
    stage: int


def started(pid: int) -> str:
    """Return when a process started, in words that differ if its number is used again."""
    try:
        if PROC.is_dir():
            boot = (PROC / "sys/kernel/random/boot_id").read_text().strip()
            # The name, in brackets, may hold spaces; fields are counted after it.
            fields = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
            return "" if fields[0] in "ZX" else f"{boot}:{fields[19]}"
        asked = ["ps", "-o", "lstart=", "-p", str(pid)]
        return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    except (OSError, IndexError):
        return ""


def lock(run: Path) -> IO[str]:
    """Hold this folder for as long as the returned file is open, or raise AlreadyRunning."""
    run.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = (run / "launcher.lock").open("a+")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.seek(0)
        holder = file.read().strip() or "unknown"
        file.close()
        raise AlreadyRunning(holder) from None
    file.truncate(0)
    file.write(str(os.getpid()))
    file.flush()
    return file


def is_held(run: Path) -> bool:
    """Say whether a launcher holds this folder now."""
    try:
        lock(run).close()
    except AlreadyRunning:
        return True
    return False


def note(run: Path, record: Record) -> None:
    """Record a process, so that a later run can end it."""
    fresh = run / f".{record.name}.json"
    fresh.write_text(json.dumps(asdict(record)))
    fresh.replace(run / f"{record.name}.json")


def forget(run: Path, name: str) -> None:
    """Drop the record of a process that has ended."""
    (run / f"{name}.json").unlink(missing_ok=True)


def recorded(run: Path) -> list[Record]:
    """Return what was recorded, users of services before services."""
    records = []
    for path in run.glob("[!.]*.json"):
        try:
            records.append(Record(**json.loads(path.read_text())))
        except (ValueError, TypeError):
            path.unlink(missing_ok=True)  # cut off while it was written: its process never ran
    return sorted(records, key=lambda record: -record.stage)


def is_running(record: Record) -> bool:
    """Say whether this very process still runs."""
    return bool(record.started) and started(record.pid) == record.started


def marked(mark: str) -> list[int]:
    """Find processes that carry the mark of one of ours, which they inherit."""
    wanted = f"{MARK}={mark}".encode()
    return [pid for pid in _pids() if pid != os.getpid() and wanted in _environment(pid)]


def postgres_in(data: Path) -> list[int]:
    """Find the processes of a PostgreSQL by the data folder that they work in."""
    return [pid for pid in _pids() if _works_in(pid, data)]


def end(pids: Callable[[], list[int]], wanted: int, patience: float = LONGEST_STOP) -> None:
    """Ask processes to stop and, when they do not in time, kill them."""
    for number, seconds in ((wanted, patience), (signal.SIGKILL, 5.0)):
        for pid in pids():
            send(pid, number)
        until = time.monotonic() + seconds
        while pids() and time.monotonic() < until:
            time.sleep(0.05)


def end_leftovers(run: Path) -> list[str]:
    """End what an earlier launcher left in this folder; return the names."""
    ended = []
    for record in recorded(run):
        if is_running(record):
            ended.append(record.name)
            end(partial(_still, record), record.stop_signal)
        # Workers whose parent was killed hold its port and its queue.
        end(partial(marked, record.mark), signal.SIGTERM, 2.0)
        forget(run, record.name)
    return ended


def send(pid: int, number: int) -> None:
    """Send a signal to a process that may just have ended."""
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return


def _still(record: Record) -> list[int]:
    return [record.pid] if is_running(record) else []


def _pids() -> Iterator[int]:
    if not sys.platform.startswith("linux"):
        return
    yield from (int(path.name) for path in PROC.iterdir() if path.name.isdigit())


def _environment(pid: int) -> list[bytes]:
    try:
        return (PROC / str(pid) / "environ").read_bytes().split(b"\0")
    except OSError:
        return []


def _works_in(pid: int, data: Path) -> bool:
    try:
        name = (PROC / str(pid) / "comm").read_text().strip()
        return name == "postgres" and (PROC / str(pid) / "cwd").readlink() == data
    except OSError:
        return False
