"""One reading of every file of the finished site: what could carry words away, and what should never be in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

READ = (".css", ".csv", ".html", ".js", ".json", ".mjs", ".svg", ".tsv", ".txt", ".webmanifest", ".xml")
CODE = (".js", ".mjs", ".html")
EVERYWHERE = {
    "a counter of visitors": r"google-analytics|googletagmanager|doubleclick\.net|hm\.baidu\.com|cnzz\.com|"
    r"hotjar|plausible\.io|umami\.is|matomo|segment\.io|sentry\.io|clarity\.ms",
    "a secret": r"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b",
    "a folder of the machine it was built on": r"(?:/root|/home/runner|/Users/[a-z]+|[A-Z]:\\\\Users)/\w",
}
IN_CODE = {
    "a call to other people's browsers": r"RTCPeerConnection|RTCDataChannel",
    "a beacon": r"sendBeacon",
    "a stream from a server": r"\bEventSource\b|\bWebTransport\b",
    "a cookie": r"document\.cookie|cookieStore",
    "text run as a program": r"\beval\s*\(|\bnew Function\s*\(",
    "a page in the page": r"<(?:iframe|frame|object|embed|portal|fencedframe)\b",
    "a page that leads away by itself": r"http-equiv=.?refresh|<base\b",
    "a link that reports who followed it": r"<a\b[^>]*\sping=",
    "a form with a goal": r"<form\b[^>]*\saction=",
    "a connection opened in advance": r"rel=.?(?:preconnect|dns-prefetch|prerender|prefetch)\b|speculationrules",
}
LOOKED_AT = {
    ("bundle", "a connection opened in advance"): "the theme: prefetching of links, a feature that is off",
    ("pyodide.asm", "text run as a program"): "Pyodide: run_js; the security policy refuses it",
}
"""What other people's scripts hold and these pages never use, by the beginning of the file's name."""

HOST = re.compile(rb"https?://([a-z0-9.-]+\.[a-z]+)", re.IGNORECASE)
NAMED_IN_SCRIPTS = {
    "api.github.com": "the theme: stars of a repository, a feature that is off",
    "cdn.jsdelivr.net": "Pyodide: where its packages would be; ours come from this site",
    "clipboardjs.com": "the theme: a notice of a licence",
    "fontawesome.com": "the theme: a notice of a licence",
    "unpkg.com": "the theme: diagrams and an old browser's gap, features that are off",
    "www.w3.org": "the name of a language, never asked for",
}
"""Every host that a script or a sheet names, and why; the security policy refuses all of them."""


def found_in(name: str, text: str) -> list[str]:
    """Return what a file holds that it should not."""
    kinds: Mapping[str, str] = {**EVERYWHERE, **(IN_CODE if name.endswith(CODE) else {})}
    return [kind for kind, pattern in kinds.items() if re.search(pattern, text)]


def files(site: Path, *endings: str) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*")):
        if path.suffix in endings:
            yield path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")


def test_no_file_of_the_site_holds_what_it_should_not(site: Path) -> None:
    read = {name: found_in(name, text) for name, text in files(site, *READ)}
    assert len(read) > 500
    held = {(name.rpartition("/")[2], kind) for name, kinds in read.items() for kind in kinds}
    excused = {
        (name, kind)
        for name, kind in held
        for start, of in LOOKED_AT
        if name.startswith(start) and kind == of
    }
    assert held - excused == set()
    assert {kind for _, kind in excused} == {kind for _, kind in LOOKED_AT}, "an excuse nobody needs any more"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", '<link rel="preconnect" href="https://x.example">'),
        ("a.html", '<iframe src="a.html"></iframe>'),
        ("a.html", '<form class="x" action="/in">'),
        ("a.html", '<meta http-equiv="refresh" content="0">'),
        ("a.html", '<a href="b" ping="/seen">'),
        ("a.js", "new RTCPeerConnection()"),
        ("a.js", "navigator.sendBeacon(u)"),
        ("a.js", "new Function('a')"),
        ("a.js", "document.cookie='a'"),
        ("a.js", "load('https://hm.baidu.com/hm.js')"),
        ("a.json", '"/home/runner/a.py"'),
        ("a.txt", "-----BEGIN RSA PRIVATE KEY-----"),
    ],
)
def test_each_kind_is_caught(name: str, text: str) -> None:
    assert len(found_in(name, text)) == 1


def test_words_about_such_things_and_forms_that_go_nowhere_pass() -> None:
    assert found_in("a.html", '<form class="x"><p>WebRTC, a beacon, <code>eval</code>, a cookie</p>') == []


def test_scripts_and_sheets_name_no_host_that_nobody_looked_at(site: Path) -> None:
    texts = [text for _, text in files(site, ".js", ".mjs", ".css")]
    named = {host.decode().lower() for text in texts for host in HOST.findall(text.encode())}
    assert named == set(NAMED_IN_SCRIPTS)
