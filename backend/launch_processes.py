"""Starts processes, passes their lines on, starts them again when they die, stops them in order.

What is started is decided in launch_plan.py; who was left behind is launch_leftovers.py's question.
"""

import os
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TextIO

from backend import launch_leftovers as leftovers

ROOT = Path(__file__).resolve().parent.parent
CHILD = [sys.executable, "-I", "-S", str(ROOT / "backend" / "launch_child.py")]
LARGEST_LOG = 5_000_000
LONGEST_DELAY = 30.0
STEADY = 60.0


class StopRequested(Exception):
    """Somebody pressed Ctrl-C or sent SIGTERM."""


class Failed(Exception):
    """The launcher cannot go on; the text is a sentence for the person who started it."""


@dataclass(frozen=True)
class Program:
    """What to run, and how to end it. Programs of a higher stage stop first."""

    name: str
    argv: Sequence[str]
    stage: int
    stop_signal: signal.Signals = signal.SIGTERM
    patience: float = 15.0
    identity: Sequence[str] = ()
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Child:
    program: Program
    process: subprocess.Popen[str]
    record: leftovers.Record
    pump: threading.Thread
    since: float
    failures: int = 0
    again_at: float | None = None


class Supervisor:
    """Owns the processes of one folder for as long as the launcher lives."""

    def __init__(
        self, *, run: Path, logs: Path, environment: Mapping[str, str], quiet: bool
    ) -> None:
        self.run, self.logs, self.quiet = run, logs, quiet
        self.environment = dict(environment)
        self.children: dict[str, Child] = {}
        self.stop_asked = 0
        logs.mkdir(parents=True, exist_ok=True, mode=0o700)

    def listen(self) -> None:
        """Turn Ctrl-C, SIGTERM and a closed terminal into an orderly stop."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self.stop_asked += 1

    def pause(self, seconds: float) -> None:
        """Wait, look after the children, and give way to a wish to stop."""
        until = time.monotonic() + seconds
        while True:
            if self.stop_asked:
                raise StopRequested
            self.look_after()
            left = until - time.monotonic()
            if left <= 0:
                return
            time.sleep(min(0.1, left))

    def start(self, program: Program) -> None:
        """Start a program, or start it again."""
        mark = uuid.uuid4().hex
        environment = {**self.environment, **program.environment, leftovers.MARK: mark}
        tie = ["--parent", str(os.getpid()), "--signal", str(int(program.stop_signal))]
        process = subprocess.Popen(
            [*CHILD, *tie, *program.identity, "--", *program.argv],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            # Ctrl-C reaches the launcher alone, which then stops its children in order.
            start_new_session=True,
        )
        began = leftovers.started(process.pid)
        record = leftovers.Record(
            program.name, process.pid, began, mark, int(program.stop_signal), program.stage
        )
        leftovers.note(self.run, record)
        before = self.children.get(program.name)
        failures = before.failures if before else 0
        pump = threading.Thread(target=self._pass_on, args=(program.name, process), daemon=True)
        pump.start()
        since = time.monotonic()
        self.children[program.name] = Child(program, process, record, pump, since, failures)

    def step(self, name: str, argv: Sequence[str], environment: Mapping[str, str]) -> None:
        """Run a command to its end, or raise Failed."""
        self.start(Program(name, argv, stage=2, environment=environment))
        child = self.children.pop(name)
        try:
            while child.process.poll() is None:
                self.pause(0.02)
        except StopRequested:
            self._end([child])
            raise
        child.pump.join(1)
        leftovers.forget(self.run, name)
        if child.process.returncode != 0:
            raise Failed(f"`{' '.join(argv[1:])}` failed. {self.last_lines(name)}")

    def look_after(self) -> None:
        """Start again, after a growing delay, what has died unexpectedly."""
        for child in list(self.children.values()):
            code = child.process.poll()
            if code is None:
                continue
            now = time.monotonic()
            if child.again_at is None:
                # What it started must go first: it may hold the port or the queue.
                leftovers.end(partial(leftovers.marked, child.record.mark), signal.SIGKILL)
                child.failures = 1 if now - child.since > STEADY else child.failures + 1
                delay = min(LONGEST_DELAY, 0.25 * 2 ** (child.failures - 1))
                child.again_at = now + delay
                self.say(f"{child.program.name} {ending(code)}; starting it again in {delay:g} s")
            if now >= child.again_at:
                self.start(child.program)

    def stop(self) -> None:
        """Stop everything, users of services before services. A second Ctrl-C hurries it."""
        for stage in sorted(
            {child.program.stage for child in self.children.values()}, reverse=True
        ):
            together = [c for c in self.children.values() if c.program.stage == stage]
            self._end(together)
        self.children.clear()

    def _end(self, children: list[Child]) -> None:
        asked = self.stop_asked
        for child in children:
            leftovers.send(child.process.pid, child.program.stop_signal)
        began = time.monotonic()
        for child in children:
            until = began + child.program.patience
            while child.process.poll() is None and time.monotonic() < until:
                if self.stop_asked > max(asked, 1):
                    break
                time.sleep(0.02)
            if child.process.poll() is None:
                self.say(f"{child.program.name} did not stop in time and is killed")
                child.process.kill()
                child.process.wait()
            leftovers.end(partial(leftovers.marked, child.record.mark), signal.SIGKILL)
            child.pump.join(1)  # its last lines
            leftovers.forget(self.run, child.program.name)

    def say(self, line: str) -> None:
        """Print a line of the launcher's own."""
        self._print(f"foothold | {line}\n")

    def last_lines(self, name: str, count: int = 5) -> str:
        """Return the end of a log, for a sentence about a failure."""
        path = self.logs / f"{name}.log"
        lines = path.read_text(errors="replace").splitlines()[-count:] if path.exists() else []
        return "Its last lines:\n" + "\n".join(f"  {line}" for line in lines)

    def _pass_on(self, name: str, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        with open_log(self.logs / f"{name}.log") as log, process.stdout as lines:
            for line in lines:
                log.write(line)
                log.flush()
                self._print(f"{name:8} | {line}")

    def _print(self, text: str) -> None:
        if self.quiet:
            return
        try:
            print(text, end="", flush=True)
        except OSError:
            self.quiet = True  # nobody reads any more; the log files still do


def open_log(path: Path) -> TextIO:
    """Open a log to add to; a large one makes room first."""
    if path.exists() and path.stat().st_size > LARGEST_LOG:
        path.replace(path.with_suffix(".log.1"))
    return path.open("a")


def ending(code: int) -> str:
    """Say how a process ended."""
    if code < 0:
        return f"was killed by {signal.Signals(-code).name}"
    return f"stopped with exit code {code}"


def run_as(
    identity: Sequence[str], argv: Sequence[str], *, folder: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a short command to its end under another identity."""
    tie = ["--parent", str(os.getpid()), *identity, "--"]
    return subprocess.run(
        [*CHILD, *tie, *argv], cwd=folder, capture_output=True, text=True, check=False
    )
