"""HTTP to the outside: no redirects, ten seconds, and never to an address inside."""

import ipaddress
import socket
from typing import Any
from urllib.parse import urlsplit

import requests
from django.conf import settings
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPSConnection
from urllib3.connectionpool import HTTPSConnectionPool

from delivery.channels.base import ChannelError

TIMEOUT_SECONDS = 10


class Inside(OSError):
    """An address that is not on the open internet."""


def refuse_inside(host: str) -> None:
    """Raise Inside when this address, written as numbers, is not one of the open internet."""
    address = ipaddress.ip_address(host.partition("%")[0])
    mapped = getattr(address, "ipv4_mapped", None) or address
    if not mapped.is_global or mapped.is_multicast:
        raise Inside(host)


def is_allowed(url: str) -> bool:
    """Say whether a message may go to this address at all, before anybody looks up its name."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    if settings.PUSH_LOOPBACK and host in {"127.0.0.1", "localhost", "::1"}:
        return parts.scheme in {"http", "https"}
    if parts.scheme != "https" or "." not in host or port not in {None, 443}:
        return False
    if parts.username is not None or parts.password is not None:
        return False
    try:
        refuse_inside(host)
    except Inside:
        return False
    except ValueError:
        return True  # a name: what it stands for is looked at when it is called
    return True


class _GuardedConnection(HTTPSConnection):
    # The address that was looked at is the address that is called: a name that changes between
    # the look and the call cannot lead inside.
    def _new_conn(self) -> socket.socket:
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        for *_, place in found:
            refuse_inside(str(place[0]))
        family, kind, protocol, _, place = found[0]
        line = socket.socket(family, kind, protocol)
        line.settimeout(TIMEOUT_SECONDS)
        try:
            line.connect(place)
        except OSError:
            line.close()
            raise
        return line


class _GuardedPool(HTTPSConnectionPool):
    ConnectionCls = _GuardedConnection


class _Guarded(HTTPAdapter):
    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"https": _GuardedPool}


def open_session(*, guarded: bool) -> requests.Session:
    """Return a session that reads no proxies or passwords from this machine.

    `guarded` sessions call no address inside; loopback is let through where settings say so.
    """
    session = requests.Session()
    session.trust_env = False
    if guarded:
        session.mount("https://", _Guarded(max_retries=0))
        if not settings.PUSH_LOOPBACK:
            session.mount("http://", _Refusing())
    return session


class _Refusing(HTTPAdapter):
    def send(self, *args: Any, **kwargs: Any) -> requests.Response:
        raise requests.exceptions.InvalidSchema("https only")


def post(session: requests.Session, url: str, **given: Any) -> requests.Response:
    """Post once; raise ChannelError when no answer came."""
    try:
        return session.post(url, timeout=TIMEOUT_SECONDS, allow_redirects=False, **given)
    except (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema):
        raise ChannelError("not an address", permanent=True, gone=True) from None
    except (requests.exceptions.RequestException, OSError) as error:
        if _led_inside(error):
            raise ChannelError("an address inside", permanent=True, gone=True) from None
        raise ChannelError(type(error).__name__, permanent=False) from None


def _led_inside(error: BaseException | None) -> bool:
    # The libraries between wrap what the connection raised.
    while error is not None:
        if isinstance(error, Inside):
            return True
        error = error.__cause__ or error.__context__
    return False


def wished_pause(answer: requests.Response) -> int:
    """Return how many seconds the service asked to be left alone; 0 when it did not say."""
    said = answer.headers.get("Retry-After", "")
    return min(int(said), 3600) if said.isdigit() else 0
