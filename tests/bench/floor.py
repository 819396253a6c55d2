"""The floor: single-row INSERTs, each durable, over several connections of psycopg."""

import threading
import time

import psycopg

TABLE = "CREATE TABLE IF NOT EXISTS bench_floor (id bigserial PRIMARY KEY, mood int, note text)"
INSERT = "INSERT INTO bench_floor (mood, note) VALUES (%s, %s)"


def inserts_per_second(url: str, *, connections: int, seconds: float) -> float:
    """Insert for some seconds and return how many were committed each second."""
    with psycopg.connect(url, autocommit=True) as owner:
        owner.execute(TABLE)
    counts = [0] * connections
    until = time.perf_counter() + seconds

    def work(place: int) -> None:
        with psycopg.connect(url, autocommit=True) as line:
            while time.perf_counter() < until:
                line.execute(INSERT, (5, "slept well"), prepare=True)
                counts[place] += 1

    threads = [threading.Thread(target=work, args=(place,)) for place in range(connections)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.perf_counter() - began)
