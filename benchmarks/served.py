"""A folder served on this machine as a host would: compressed, below a path, and to be kept by the browser."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path

#: GitHub Pages puts a project's site into a folder and lets browsers keep every file for ten minutes.
BASE = "/partnership/"
KEPT = "max-age=600"
#: What GitHub Pages compresses, beside text: pictures are compressed already.
_TEXT = ("application/javascript", "application/json", "application/xml", "application/atom+xml", "image/svg+xml")


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle of an answer is no error."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file, compressed where that helps; a folder's is its index.html."""
        found = _file(self.server.folder, self.path) if isinstance(self.server, _Server) else None
        if found is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        kind = guess_type(found.name)[0] or "application/octet-stream"
        is_text = kind.startswith("text/") or kind in _TEXT
        body = compressed(found) if is_text else found.read_bytes()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if is_text else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", KEPT)
        if is_text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def _file(folder: Path, path: str) -> Path | None:
    """The file behind an address; None where there is none, or it lies outside the folder."""
    inside = path.partition("?")[0].partition("#")[0].removeprefix(BASE)
    found = (folder / inside.lstrip("/")).resolve()
    found = found / "index.html" if found.is_dir() else found
    return found if found.is_file() and found.is_relative_to(folder.resolve()) else None


@cache
def compressed(path: Path) -> bytes:
    """A file's bytes as a host sends them; the time of compression is left out of the reader's."""
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of the folder's site while it is served."""
    server = _Server(folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
    finally:
        server.shutdown()
        server.server_close()
