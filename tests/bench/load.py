"""Sends prepared requests over keep-alive connections, as fast as they are answered.

A process of its own with one event loop over plain sockets, so that it costs little beside what
it measures. Reads one JSON job from standard input and writes one JSON result.
"""

import json
import selectors
import socket
import sys
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any


class Line:
    """One connection: at most one request under way."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.sent_at = 0.0
        self.received = b""

    def send(self, request: bytes) -> None:
        self.received = b""
        self.sent_at = time.perf_counter()
        self.socket.sendall(request)

    def answer(self) -> int:
        """Read what is there; return the status when the answer is complete, else 0."""
        part = self.socket.recv(65536)
        if not part:
            raise ConnectionError("the server hung up")
        self.received += part
        head, found, body = self.received.partition(b"\r\n\r\n")
        if not found:
            return 0
        lower = head.lower()
        start = lower.index(b"content-length:") + 15
        length = int(lower[start : start + 12].split(b"\r\n")[0])
        return int(head[9:12]) if len(body) >= length else 0


def run(job: dict[str, Any]) -> dict[str, Any]:
    """Send until the time is over or nothing is left; return counts and times."""
    requests = _requests(job)
    lines = [Line(job["port"]) for _ in range(job["connections"])]
    waiting = selectors.DefaultSelector()
    busy = 0
    for line in lines:
        waiting.register(line.socket, selectors.EVENT_READ, line)
        line.send(next(requests))
        busy += 1
    began, used = time.perf_counter(), time.process_time()
    until = began + job["seconds"]
    statuses: Counter[int] = Counter()
    times: list[float] = []
    while busy:
        for key, _ in waiting.select(10):
            line = key.data
            status = line.answer()
            if not status:
                continue
            now = time.perf_counter()
            statuses[status] += 1
            times.append(now - line.sent_at)
            following = next(requests, None) if now < until else None
            if following is None:
                busy -= 1
            else:
                line.send(following)
    took = time.perf_counter() - began
    times.sort()
    return {
        "statuses": statuses,
        "per_second": len(times) / took,
        "p50_ms": times[len(times) // 2] * 1000,
        "p95_ms": times[int(len(times) * 0.95)] * 1000,
        "load_cpu": (time.process_time() - used) / took,
        "sent": len(times),
    }


def _requests(job: dict[str, Any]) -> Iterator[bytes]:
    for session, body in job["requests"]:
        data = body.encode()
        yield (
            f"{job.get('method', 'POST')} {job['path']} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            "Content-Type: application/json\r\n"
            f"Cookie: __Host-foothold={session}; __Host-csrftoken={'c' * 32}\r\n"
            f"X-CSRFToken: {'c' * 32}\r\nContent-Length: {len(data)}\r\n\r\n"
        ).encode() + data


if __name__ == "__main__":
    json.dump(run(json.load(sys.stdin)), sys.stdout)
