"""How long a session may rest, and how a device and an address are named. Arithmetic only."""

import ipaddress
from dataclasses import dataclass

MINUTE, HOUR, DAY = 60, 60 * 60, 24 * 60 * 60

IDLE, WHOLE = "idle", "whole"


@dataclass(frozen=True)
class Stay:
    """Seconds: without a touch of the person, since sign-in, and how late a touch may be noted."""

    idle: int | None
    whole: int | None
    step: int


# Idle times and the twelve hours are the program's own rules; see docs/clinical-numbers.md for
# what is clinical, which these are not.
STAFF = Stay(idle=15 * MINUTE, whole=12 * HOUR, step=30)
SHARED = Stay(idle=10 * MINUTE, whole=12 * HOUR, step=30)
OWN = Stay(idle=None, whole=None, step=DAY)


def stay_of(*, staff: bool, shared: bool) -> Stay:
    """Return how long a session of this kind may last; a shared phone's rule is the narrower."""
    if shared:
        return SHARED
    return STAFF if staff else OWN


def why_over(stay: Stay, *, began: int, seen: int, now: int) -> str:
    """Return "idle" or "whole" when a session is over, or nothing. All are seconds since 1970."""
    if stay.whole is not None and now - began >= stay.whole:
        return WHOLE
    if stay.idle is not None and now - seen >= stay.idle:
        return IDLE
    return ""


def seconds_idle(header: str) -> int:
    """Read for how many seconds nobody touched the app: 0 to a day; nonsense counts as 0."""
    return min(int(header), DAY) if header.isascii() and header.isdigit() else 0


BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "Chromebook"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


def device_of(agent: str) -> tuple[str, str]:
    """Return browser and system that a User-Agent names; each is empty when it is not known."""
    return _first(BROWSERS, agent), _first(SYSTEMS, agent)


def _first(names: tuple[tuple[str, str], ...], agent: str) -> str:
    return next((name for mark, name in names if mark in agent), "")


def short_address(address: str) -> str:
    """Return where an address is from, without saying which it is: its network's first half."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if isinstance(known, ipaddress.IPv4Address):
        return ".".join(str(known).split(".")[:2]) + ".…"
    return ":".join(known.exploded.split(":")[:3]) + ":…"
