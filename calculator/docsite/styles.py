"""Styles and scripts of the pages: written by people, published under names that carry their hash.

Stylesheets become one file without comments and with their icons inside, so that no icon is asked
for later, while a seller's data is open. Scripts stay as they are. A browser may keep both for ever.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Any
from urllib.parse import quote

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACE = re.compile(r"\s+")
ICON = re.compile(r"url\(\.\./(icons/\w+\.svg)\)")
AROUND = re.compile(r"\s*([{};,>])\s*")


def squeeze(css: str) -> str:
    r"""Return a stylesheet without comments and needless white space.

    >>> squeeze("a > b {\n  margin: 0 1px; /* why */\n}")
    'a>b{margin: 0 1px;}'
    """
    return AROUND.sub(r"\1", SPACE.sub(" ", COMMENT.sub("", css))).strip()


def join(files: Any, config: Any) -> Any:
    """Put one hashed stylesheet and one hashed script in place of those named in the configuration."""
    css = with_icons(squeeze(_taken_out(files, config.extra_css)), files)
    config.extra_css = [_put_in(files, config, "assets/stylesheets/odr.{}.min.css", css)]
    script = _taken_out(files, config.extra_javascript)
    config.extra_javascript = [_put_in(files, config, "assets/javascripts/odr.{}.js", script)]
    return files


def with_icons(css: str, files: Any) -> str:
    """Put the icons a stylesheet names into it, and take their files out of the site."""
    for path in sorted({f"assets/{name}" for name in ICON.findall(css)}):
        svg = files.get_file_from_path(path)
        files.remove(svg)
        data = quote(svg.content_string.strip(), safe=" =:/,;'()-.")
        css = css.replace(f"url({path.replace('assets', '..', 1)})", f'url("data:image/svg+xml,{data}")')
    return css


def _taken_out(files: Any, paths: Any) -> str:
    found = [files.get_file_from_path(str(path)) for path in paths]
    for one in found:
        files.remove(one)
    return "\n".join(one.content_string for one in found)


def _put_in(files: Any, config: Any, name: str, content: str) -> str:
    from mkdocs.structure.files import File

    hashed = name.format(sha256(content.encode()).hexdigest()[:8])
    files.append(File.generated(config, hashed, content=content))
    return hashed
