"""Asks a worker to look at due rows soon. A lost nudge costs seconds: the schedule looks too.

The broker is spoken to from a thread of its own and at most a few times a second, so a request
neither waits for it nor fails with it.
"""

import logging
import os
import threading

from celery import current_app

PAUSE_SECONDS = 0.1
PAUSE_AFTER_FAILURE_SECONDS = 2.0
EXPIRES_SECONDS = 5  # by then the schedule has looked; a worker that comes back finds no heap
log = logging.getLogger(__name__)


class Nudge:
    """Coalesces any number of calls into few messages of one task."""

    def __init__(self, task: str) -> None:
        self.task = task
        self._wanted = threading.Event()
        self._starting = threading.Lock()
        self._process = 0

    def send(self) -> None:
        """Ask for one run of the task; returns at once and never fails."""
        self._wanted.set()
        if self._process != os.getpid():
            self._start()

    def _start(self) -> None:
        # Threads do not survive a fork: each process starts its own, once.
        with self._starting:
            if self._process == os.getpid():
                return
            self._process = os.getpid()
            threading.Thread(target=self._loop, name=f"nudge {self.task}", daemon=True).start()

    def _loop(self) -> None:
        pause = threading.Event()
        while True:
            self._wanted.wait()
            self._wanted.clear()
            try:
                current_app.send_task(self.task, retry=False, expires=EXPIRES_SECONDS)
            except Exception as error:  # noqa: BLE001  (the schedule runs the task anyway)
                log.warning("no nudge for %s: %s", self.task, type(error).__name__)
                pause.wait(PAUSE_AFTER_FAILURE_SECONDS)
            pause.wait(PAUSE_SECONDS)
