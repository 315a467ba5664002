"""Styles and scripts of the pages: written by people, published under names that carry their hash.

Stylesheets become one file without comments; scripts stay as they are. A browser may keep both for ever.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Any

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACE = re.compile(r"\s+")
AROUND = re.compile(r"\s*([{};,>])\s*")


def squeeze(css: str) -> str:
    r"""Return a stylesheet without comments and needless white space.

    >>> squeeze("a > b {\n  margin: 0 1px; /* why */\n}")
    'a>b{margin:0 1px;}'
    """
    return AROUND.sub(r"\1", SPACE.sub(" ", COMMENT.sub("", css))).strip()


def join(files: Any, config: Any) -> Any:
    """Put one hashed stylesheet and one hashed script in place of those named in the configuration."""
    css = squeeze(_taken_out(files, config.extra_css))
    config.extra_css = [_put_in(files, config, "assets/stylesheets/odr.{}.min.css", css)]
    script = _taken_out(files, config.extra_javascript)
    config.extra_javascript = [_put_in(files, config, "assets/javascripts/odr.{}.js", script)]
    return files


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
