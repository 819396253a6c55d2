"""Does work for each of many, a transaction each."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from core.identity import System, acting_as

Item = TypeVar("Item")


def each(items: Iterable[Item], work: Callable[[Item], bool]) -> int:
    """Do the work in a transaction for each item; return for how many it did something.

    A failure over one leaves the others done, and is raised after the last of them.
    """
    done, failures = 0, []
    for item in items:
        try:
            with acting_as(System.ASSESSOR):
                done += work(item)
        except Exception as error:  # noqa: BLE001  (raised below: nobody's alert waits for another's)
            failures.append(error)
    if failures:
        raise ExceptionGroup(f"{len(failures)} failed, {done} were done", failures)
    return done
