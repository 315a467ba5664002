"""Serve the finished site as a static host would: headers of `_headers`, types, compression, missing pages.

`python -m calculator.docsite.serve` shows `.build/site` on 127.0.0.1:8000. It is for one person on
one computer and answers only to the address it was started on. The same server carries the browser
tests, once with the headers and once without, as hosts without header control would.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from calculator.docsite import settings
from calculator.docsite.served_files import (
    COMPRESSIBLE,
    TYPES,
    Rules,
    body_of,
    file_for,
    headers_for,
    missing_page,
    read_rules,
    warm,
)


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD for one site."""

    protocol_version = "HTTP/1.1"
    server_version = "odr"
    sys_version = ""
    root: Path
    rules: Rules
    quiet: bool = True

    def do_GET(self) -> None:
        """Send a file, or the missing page."""
        path = urlsplit(self.path).path
        file = file_for(self.root, path)
        if file is not None and file.name == "index.html" and not path.endswith(("/", "index.html")):
            self._redirect(path + "/")
        elif file is None:
            self._send(HTTPStatus.NOT_FOUND, missing_page(self.root, path), path)
        else:
            self._send(HTTPStatus.OK, file, path)

    def do_HEAD(self) -> None:
        """Send what GET would, without the body."""
        self.do_GET()

    def _redirect(self, goal: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", "/" + goal.lstrip("/"))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, file: Path | None, path: str) -> None:
        suffix = file.suffix if file else ".txt"
        packed = suffix in COMPRESSIBLE and "gzip" in self.headers.get("Accept-Encoding", "")
        body, tag = body_of(file, file.stat().st_mtime, packed=packed) if file else (b"404\n", '"404"')
        if status is HTTPStatus.OK and self.headers.get("If-None-Match") == tag:
            status, body = HTTPStatus.NOT_MODIFIED, b""
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(suffix, "application/octet-stream"))
        self.send_header("ETag", tag)
        self.send_header("Vary", "Accept-Encoding")
        if packed and body:
            self.send_header("Content-Encoding", "gzip")
        if status is not HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        for name, value in headers_for(path, self.rules).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name http.server uses
        """Say what was asked for, unless quiet."""
        if not self.quiet:
            super().log_message(format, *args)


class Server(ThreadingHTTPServer):
    """One thread for each request; a reader who goes away is no error."""

    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep quiet about connections that browsers drop."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def serve(
    root: Path, port: int, *, headers: bool = True, host: str = "127.0.0.1", quiet: bool = True
) -> Server:
    """Return a server for a site, ready for `serve_forever()`; port 0 takes a free one.

    Args:
        root: Folder of the finished site.
        port: Port, or 0.
        headers: Whether `_headers` is applied; without, only `<meta>` protects the pages.
        host: Address to answer on.
        quiet: Whether requests go unsaid.
    """
    listed = root / "_headers"
    rules = read_rules(listed.read_text(encoding="utf-8")) if headers and listed.exists() else ()
    handler = type("SiteHandler", (Handler,), {"root": root, "rules": rules, "quiet": quiet})
    return Server((host, port), handler)


def main(arguments: Iterable[str] | None = None) -> int:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(
        prog="python -m calculator.docsite.serve", description="Serve the finished site."
    )
    parser.add_argument("root", nargs="?", type=Path, default=settings.SITE)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--no-headers", action="store_true", help="as a host that ignores _headers")
    parser.add_argument("--verbose", action="store_true", help="say every request")
    chosen = parser.parse_args(list(arguments) if arguments is not None else None)
    if not (chosen.root / "index.html").is_file():
        print(f"There is no site in {chosen.root}. Build it first: make site", file=sys.stderr)
        return 1
    try:
        server = serve(
            chosen.root,
            chosen.port,
            headers=not chosen.no_headers,
            host=chosen.host,
            quiet=not chosen.verbose,
        )
    except OSError as error:
        print(
            f"Port {chosen.port} cannot be used ({error.strerror}). Choose another: make serve PORT=8001",
            file=sys.stderr,
        )
        return 1
    warm(chosen.root)
    print(
        f"The ODR Handbook is at http://{chosen.host}:{server.server_port}/ (Chinese: /zh/). Ctrl+C ends it.",
        flush=True,
    )
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()
    finally:
        server.server_close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
