"""The audit tells a known hole from none, and both from not having asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from calculator.docsite import audit

pytestmark = pytest.mark.native
Answers = Callable[[Callable[[Any], Any]], list[Any]]


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Answers]:
    """A service on this machine that answers as it is told, and notes what it was asked."""
    asked: list[Any] = []
    answer: list[Callable[[Any], Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            body = json.dumps(answer[0](asked[-1])).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("ODR_ADVISORIES", f"http://127.0.0.1:{server.server_port}/")

    def told(how: Callable[[Any], Any]) -> list[Any]:
        answer[:] = [how]
        return asked

    yield told
    server.shutdown()
    server.server_close()


def none(question: Any) -> Any:
    return {"results": [{} for _ in question["queries"]]}


def one(question: Any) -> Any:
    names = [query["package"]["name"] for query in question["queries"]]
    return {"results": [{"vulns": [{"id": "HOLE-1"}]} if name == "lit" else {} for name in names]}


def test_nothing_known_is_said_with_the_number_of_packages(
    service: Answers, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = service(none)
    assert audit.main() == 0
    assert f"{len(audit.locked())} packages asked about, 0" in capsys.readouterr().out
    assert {tuple(sorted(query)) for query in asked[0]["queries"]} == {("package", "version")}


def test_a_known_hole_is_named(service: Answers, capsys: pytest.CaptureFixture[str]) -> None:
    service(one)
    assert audit.main() == audit.SOME
    assert "npm lit 3" in capsys.readouterr().out


@pytest.mark.parametrize("how", [lambda _: {"results": []}, lambda _: {}, lambda _: [1]])
def test_an_answer_that_is_none_is_not_taken_for_all_clear(service: Answers, how: Any) -> None:
    service(how)
    assert audit.main() == audit.NOT_ASKED


def test_without_a_network_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ODR_ADVISORIES", "http://127.0.0.1:9/")
    assert audit.main() == audit.NOT_ASKED
    assert "could not be asked" in capsys.readouterr().out


def test_every_lock_is_asked_about() -> None:
    packages = audit.locked()
    assert {"PyPI", "npm"} == {ecosystem for ecosystem, _, _ in packages}
    assert {"pyodide", "mkdocs-material", "lighthouse"} <= {name for _, name, _ in packages}
