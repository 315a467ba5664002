"""Our server behaves as the hosts we publish on."""

from __future__ import annotations

import gzip
import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from calculator.docsite.serve import Server, serve
from calculator.docsite.served_files import file_for, headers_for, read_rules


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[Server]:
    running = serve(site, 0)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield running
    running.shutdown()
    running.server_close()
    thread.join()


def ask(
    server: Server, path: str, method: str = "GET", **headers: str
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request(
        method, path, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_a_page_comes_with_the_security_policy(server: Server) -> None:
    answer, body = ask(server, "/zh/about/privacy/")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "'wasm-unsafe-eval'" in answer.headers["Content-Security-Policy"]
    assert '<html lang="zh-Hans"' in body.decode()


def test_without_headers_only_the_page_itself_protects(site: Path) -> None:
    running = serve(site, 0, headers=False)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    answer, body = ask(running, "/")
    running.shutdown()
    running.server_close()
    assert "Content-Security-Policy" not in answer.headers
    assert b"Content-Security-Policy" in body


def test_text_is_packed_for_who_can_unpack_it(server: Server) -> None:
    plain = ask(server, "/")[1]
    answer, packed = ask(server, "/", Accept_Encoding="gzip, br")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed) == plain
    assert len(packed) < len(plain) / 2


def test_an_unchanged_file_is_not_sent_again(server: Server) -> None:
    tag = ask(server, "/")[0].headers["ETag"]
    answer, body = ask(server, "/", If_None_Match=tag)
    assert (answer.status, body) == (304, b"")
    assert ask(server, "/", If_None_Match='"other"')[0].status == 200


def test_head_is_answered_without_a_body(server: Server) -> None:
    answer, body = ask(server, "/", "HEAD")
    assert int(answer.headers["Content-Length"]) > 1000
    assert body == b""


@pytest.mark.parametrize(("path", "tag"), [("/nowhere/", "en"), ("/zh/nowhere/x.html", "zh-Hans")])
def test_a_missing_page_is_said_in_its_language(server: Server, path: str, tag: str) -> None:
    answer, body = ask(server, path)
    assert answer.status == 404
    assert f'<html lang="{tag}"' in body.decode()
    assert answer.headers["Content-Security-Policy"]


def test_an_address_without_its_slash_is_led_to_the_page(server: Server) -> None:
    answer, _ = ask(server, "/zh/calculator")
    assert (answer.status, answer.headers["Location"]) == (301, "/zh/calculator/")


@pytest.mark.parametrize(
    "path", ["/../mkdocs.yml", "/%2e%2e/mkdocs.yml", "/_headers", "/.nojekyll", "/assets/"]
)
def test_nothing_outside_the_pages_is_given(site: Path, path: str) -> None:
    assert file_for(site, path) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.mjs", "text/javascript; charset=utf-8"),
        ("a.wasm", "application/wasm"),
        ("a.whl", "application/zip"),
        ("a.zip", "application/zip"),
        ("a.bin", "application/octet-stream"),
        ("a.tsv", "text/tab-separated-values; charset=utf-8"),
    ],
)
def test_files_carry_the_type_that_browsers_insist_on(tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    running = serve(tmp_path, 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    answer, _ = ask(running, f"/{name}")
    running.shutdown()
    running.server_close()
    assert answer.headers["Content-Type"] == kind


def test_rules_apply_to_the_paths_they_name() -> None:
    rules = read_rules("/*\n  A: all\n\n/assets/odr/*\n  Cache-Control: long\n")
    assert headers_for("/x/", rules) == {"A": "all", "Cache-Control": "public, max-age=0, must-revalidate"}
    assert headers_for("/assets/odr/a.js", rules)["Cache-Control"] == "long"
