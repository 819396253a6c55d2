"""The web app's page, with the files that its first screen needs named in it.

Without the names a phone learns in turn what to ask for: the entry names the words, these the
screen, and the screen its parts. The build writes which files those are (preload.json).
"""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

PART = re.compile(r":\w+")
LINK = '<link rel="modulepreload" href="{}">'
# The app then need not ask who this is, and shows the way in at once.
NOBODY = '<meta name="visitor" content="nobody">'
DOORS = ("/", "/sign-in")


@dataclass(frozen=True)
class Route:
    """What one pattern of the router needs, by language, and whether it is everybody's."""

    pattern: re.Pattern[str]
    public: bool
    files: dict[str, list[str]]


@dataclass(frozen=True)
class Page:
    """The built page, and what each path needs beside its entry."""

    text: str
    first: dict[str, list[str]]
    door: dict[str, list[str]]
    routes: list[Route]

    def for_path(self, path: str, *, language: str, signed_out: bool) -> str:
        """Return the page with the files of its first screen; as built for an unknown path."""
        route = next((one for one in self.routes if one.pattern.fullmatch(path)), None)
        if language not in self.first or (route is None and path not in DOORS):
            return self.text
        if signed_out and (route is None or not route.public):
            files = self.door[language]
        else:
            files = route.files[language] if route else []
        named = dict.fromkeys([*self.first[language], *files])
        said = NOBODY if signed_out else ""
        return self.text.replace("</head>", f"{said}{''.join(map(LINK.format, named))}</head>", 1)


def written(dist: Path, path: str, *, language: str, signed_out: bool) -> str | None:
    """Return the page for a path, or None when the web app is not built.

    `language` is one of the app's; for any other the page names no files, and still works.
    `signed_out`: the browser sent no session. What nobody has signed in for opens as the way in.
    """
    try:
        built = (dist / "index.html").stat().st_mtime_ns
    except FileNotFoundError:
        return None
    return _read(dist, built).for_path(path, language=language, signed_out=signed_out)


@lru_cache(maxsize=1)
def _read(dist: Path, built: int) -> Page:
    """Read a build once; the moment it was built tells it from the next."""
    text = (dist / "index.html").read_text()
    try:
        named = json.loads((dist / "preload.json").read_text())
        return Page(
            text, named["languages"], named["door"], [_route(one) for one in named["routes"]]
        )
    except (FileNotFoundError, KeyError):  # built without the last step, or by another version:
        return Page(text, {}, {}, [])  # slower, and nothing else


def _route(named: dict[str, Any]) -> Route:
    pattern = re.compile(PART.sub("[^/]+", re.escape(named.pop("pattern"))))
    return Route(pattern, named.pop("public"), named)
