"""Headers: the security policy of the site, computed from the pages that were really built.

The theme puts three small scripts into every page; they differ with the theme's version and the
depth of the page. Their hashes are therefore computed over all pages of all languages, and every
page carries the union. The policy stands in each page (`<meta>`, for hosts without header control)
and in `_headers` (for hosts that read it, and for our own server).

Worse mistake: a policy that allows more than the pages need. Nothing is written by hand but the list below.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE)
CHARSET = '<meta charset="utf-8">'
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">')
DATA_TYPES = ("application/json", "application/ld+json")

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval' {hashes}",
    "worker-src": "'self' blob:",
    "connect-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "object-src": "'none'",
}
HEADER_ONLY = {"frame-ancestors": "'none'"}

FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
FOR_EVER = "public, max-age=31536000, immutable"
HASHED = (
    "assets/odr/*",
    "assets/offline/*",
    "assets/pyodide/*",
    "assets/stylesheets/*",
    "assets/javascripts/bundle.*",
    "assets/javascripts/odr.*",
    "assets/javascripts/workers/*",
)


def inline_scripts(html: str) -> list[str]:
    """Return the code of every script that stands in the page itself; data blocks run nothing."""
    found = []
    for match in SCRIPT.finditer(html):
        attributes = match["attributes"]
        if "src=" not in attributes and not any(kind in attributes for kind in DATA_TYPES):
            found.append(match["code"])
    return found


def script_hash(code: str) -> str:
    """Return the policy's word for one script."""
    return f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'"


def policy(pages: Iterable[str]) -> str:
    """Return the policy that lets exactly the scripts of these pages run."""
    hashes = sorted({script_hash(code) for html in pages for code in inline_scripts(html)})
    return "; ".join(
        f"{name} {value.format(hashes=' '.join(hashes)).strip()}" for name, value in DIRECTIVES.items()
    )


def allows(policy_text: str, html: str) -> bool:
    """Tell whether a policy lets every script of a page run."""
    return all(script_hash(code) in policy_text for code in inline_scripts(html))


def with_policy(html: str, policy_text: str) -> str:
    """Return the page with the policy right behind its charset, in place of one that may be there.

    Raises:
        ValueError: the page does not say its charset where the policy has to follow.
    """
    bare = META.sub("", html)
    if CHARSET not in bare:
        raise ValueError("A page without its charset line cannot carry the security policy.")
    return bare.replace(
        CHARSET, f'{CHARSET}<meta http-equiv="Content-Security-Policy" content="{policy_text}">', 1
    )


def whole(policy_text: str) -> str:
    """Return the policy with what only a header may say."""
    return "; ".join([policy_text, *(f"{name} {value}" for name, value in HEADER_ONLY.items())])


def header_file(policy_text: str, folders: Iterable[str]) -> str:
    """Return `_headers`: the rules for everything, then what may be kept for ever."""
    lines = ["/*", f"  Content-Security-Policy: {whole(policy_text)}"]
    lines += [f"  {name}: {value}" for name, value in FIXED.items()]
    for folder in folders:
        for pattern in HASHED:
            lines += [f"/{folder}{pattern}", f"  Cache-Control: {FOR_EVER}"]
    return "\n".join(lines) + "\n"


def write(site: Path, folders: Iterable[str]) -> str:
    """Put the policy into every page of the site and beside them, and return it."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    text = policy(pages.values())
    for path, html in pages.items():
        path.write_text(with_policy(html, text), encoding="utf-8")
    (site / "_headers").write_text(header_file(text, folders), encoding="utf-8")
    return text
