"""Styles: several stylesheets written by people become one file that a browser may keep for ever."""

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
    """Put one hashed stylesheet in place of those named in the configuration, in their order."""
    from mkdocs.structure.files import File

    found = [files.get_file_from_path(str(path)) for path in config.extra_css]
    css = squeeze("\n".join(one.content_string for one in found))
    for one in found:
        files.remove(one)
    name = f"assets/stylesheets/odr.{sha256(css.encode()).hexdigest()[:8]}.min.css"
    files.append(File.generated(config, name, content=css))
    config.extra_css = [name]
    return files
