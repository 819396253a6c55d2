"""The web app's page, with the files that its first screen needs named in it.

Without the names a phone learns in turn what to ask for: the entry names the words, these the
screen, and the screen its parts. The build writes which files those are (preload.json).
"""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

PART = re.compile(r":\w+")
LINK = '<link rel="modulepreload" href="{}">'


@dataclass(frozen=True)
class Page:
    """The built page, and what each path needs beside its entry."""

    text: str
    first: dict[str, list[str]]
    routes: list[tuple[re.Pattern[str], dict[str, list[str]]]]

    def for_path(self, path: str, *, language: str) -> str:
        """Return the page with the files of this path's screen; as built for an unknown path."""
        found = next((files for pattern, files in self.routes if pattern.fullmatch(path)), None)
        if found is None or language not in self.first:
            return self.text
        files = dict.fromkeys([*self.first[language], *found[language]])
        return self.text.replace("</head>", f"{''.join(map(LINK.format, files))}</head>", 1)


def written(dist: Path, path: str, *, language: str) -> str | None:
    """Return the page for a path, or None when the web app is not built.

    `language` is one of the app's; for any other the page names no files, and still works.
    """
    try:
        built = (dist / "index.html").stat().st_mtime_ns
    except FileNotFoundError:
        return None
    return _read(dist, built).for_path(path, language=language)


@lru_cache(maxsize=1)
def _read(dist: Path, built: int) -> Page:
    """Read a build once; the moment it was built tells it from the next."""
    text = (dist / "index.html").read_text()
    try:
        named = json.loads((dist / "preload.json").read_text())
    except FileNotFoundError:  # built without the last step: slower, and nothing else
        return Page(text, {}, [])
    routes = [
        (re.compile(PART.sub("[^/]+", re.escape(one.pop("pattern")))), one)
        for one in named["routes"]
    ]
    return Page(text, named["languages"], routes)
