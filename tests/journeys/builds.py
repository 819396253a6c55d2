"""Two builds of the web app, served one after the other, as an update does it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from django.conf import settings

# A screen of its own chunk, which the newer build calls by another name.
CHUNK = "levels-screen"


class Builds:
    """The build at hand, a newer one made from it, and which of the two is served."""

    def __init__(self, folder: Path) -> None:
        self.old, self.new = folder / "old", folder / "new"
        shutil.copytree(settings.WEB_DIST, self.old)
        shutil.copytree(settings.WEB_DIST, self.new)
        self.renamed = _rename(self.new)
        self.served = self.old
        self.url = ""


def _rename(folder: Path) -> dict[str, str]:
    """Give the entry and one chunk other names, everywhere, and the page another revision."""
    names = [next((folder / "assets").glob(f"{start}-*.js")).name for start in ("index", CHUNK)]
    page = (folder / "index.html").read_text()
    names[0] = page.split('src="/assets/')[1].split('"')[0]
    other = {name: name.replace(".js", "-newer.js") for name in names}
    for path in [*folder.rglob("*.js"), *folder.rglob("*.html")]:
        text = path.read_text()
        for old, new in other.items():
            text = text.replace(old, new)
        if path.name == "sw.js":
            revision = text.split('",url:"index.html"')[0].split('"')[-1]
            if len(revision) != 32:
                revision = text.split('","url":"index.html"')[0].split('"')[-1]
            text = text.replace(revision, revision[::-1])
        path.write_text(text)
    for old, new in other.items():
        (folder / "assets" / old).rename(folder / "assets" / new)
    return other


@contextmanager
def served(folder: Path) -> Iterator[Builds]:
    """Serve the older build until told otherwise; nobody is signed in."""
    builds = Builds(folder)

    class Handler(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path.startswith(("/api/", "/_allauth/")):
                self.send_error(401)
                return
            file = builds.served / self.path.split("?")[0].lstrip("/")
            if self.path.startswith("/assets/") and not file.is_file():
                self.send_error(404)
                return
            body = (file if file.is_file() else builds.served / "index.html").read_bytes()
            self.send_response(200)
            self.send_header(
                "Content-Type", self.guess_type(str(file)) if file.is_file() else "text/html"
            )
            self.send_header("Cache-Control", "no-cache")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    builds.url = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield builds
    finally:
        server.shutdown()
        server.server_close()
