"""Log lines without anybody's words: tracebacks keep their frames and lose their messages.

A database error quotes the row that it refused, so the text of an exception is never written.
"""

import logging
import traceback
from types import TracebackType


class RedactingFormatter(logging.Formatter):
    """One line a record; an exception becomes its class and its frames."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        kind, _, tb = ei
        name = kind.__qualname__ if kind else "exception"
        return "".join(traceback.format_tb(tb)) + name
