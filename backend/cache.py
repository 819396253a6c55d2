"""The shared cache, and what takes its place while Valkey does not answer.

What lies in it are limits of tries and codes that were used. Without Valkey people must still sign
in, and guessing must still be slow: each process then counts for itself.
"""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

PAUSE_SECONDS = 5.0  # how long nobody waits for a Valkey that has just not answered
WAIT_SECONDS = 1.0
log = logging.getLogger(__name__)


class SharedWhileItLasts(RedisCache):
    """A Redis cache that falls back to this process's memory, and comes back by itself."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        waits = {"socket_timeout": WAIT_SECONDS, "socket_connect_timeout": WAIT_SECONDS}
        params = {**params, "OPTIONS": {**waits, **params.get("OPTIONS", {})}}
        super().__init__(server, params)
        self.instead = LocMemCache(f"instead of {server}", {})
        self._away_until = 0.0

    def _ask(self, name: str, *args: Any, **kwargs: Any) -> Any:
        shared: Callable[..., Any] = getattr(super(), name)
        if time.monotonic() >= self._away_until:
            try:
                return shared(*args, **kwargs)
            except RedisError as error:
                self._away_until = time.monotonic() + PAUSE_SECONDS
                log.warning("the shared cache does not answer: %s", type(error).__name__)
        return getattr(self.instead, name)(*args, **kwargs)

    def add(self, *args: Any, **kwargs: Any) -> Any:
        """Set what is not there yet; say whether it was set."""
        return self._ask("add", *args, **kwargs)

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """Return what is there."""
        return self._ask("get", *args, **kwargs)

    def set(self, *args: Any, **kwargs: Any) -> Any:
        """Put something there."""
        return self._ask("set", *args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Take something away; say whether it was there."""
        return self._ask("delete", *args, **kwargs)
