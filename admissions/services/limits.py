"""Counts across processes, in the shared cache: how often an address came, which form was used.

The cache may be away. Then nothing is counted here, and the day's bound in the database still
holds: somebody who asks for help is not sent off because a counter is down.
"""

import hashlib
import hmac
import ipaddress
import logging
from collections.abc import Sequence
from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from redis.exceptions import RedisError

from admissions.rules.keeping import Limit

log = logging.getLogger(__name__)
V6_NETWORK = 64  # one household or phone has this many of the bits


def digest(*parts: str) -> str:
    """Return a keyed digest: the same for the same parts, and of no use without the key."""
    text = "\x1f".join(("admissions", *parts))
    return hmac.new(settings.SECRET_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()


def within(limits: Sequence[Limit], *, address: str | None) -> bool:
    """Count one request from this address; say whether every limit still holds."""
    place = digest("address", _network(address))
    try:
        # Each is counted, also when an earlier one is used up.
        counts = [_count(limit, place) for limit in limits]
    except RedisError:
        log.warning("requests for calls are not counted: the cache does not answer")
        return True
    return all(count <= limit.most for count, limit in zip(counts, limits, strict=True))


def use_once(nonce: str, *, lasts: timedelta) -> bool:
    """Say whether this form is sent for the first time."""
    try:
        return bool(cache.add(f"admissions:form:{nonce}", 1, lasts.total_seconds()))
    except RedisError:
        return True


def _count(limit: Limit, place: str) -> int:
    key = f"admissions:asked:{limit.name}:{place}"
    # The first one starts the time; the others only count.
    if cache.add(key, 1, limit.within.total_seconds()):
        return 1
    try:
        return int(cache.incr(key))
    except ValueError:  # it ran out between the two
        return 1


def _network(address: str | None) -> str:
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return "unknown"
    if found.version == 4:
        return str(found)
    return str(ipaddress.ip_network((found, V6_NETWORK), strict=False))
