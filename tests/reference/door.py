"""The public door of the calculator, as the reference uses it: `odr` with arguments, text out."""

from __future__ import annotations

import io
import json
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .reports import command, documents, write_documents

if TYPE_CHECKING:
    from .document import Document
    from .truth import Shop


def run(words: list[str]) -> tuple[int, str]:
    """Exit code and standard output of `odr` with these words."""
    from calculator.cli import main

    raw = io.BytesIO()
    with io.TextIOWrapper(raw, encoding="utf-8", newline="", write_through=True) as out:
        with redirect_stdout(out), redirect_stderr(io.StringIO()):
            try:
                code = main(words)
            except SystemExit as left:
                code = left.code if isinstance(left.code, int) else 2
        out.flush()
        return code or 0, raw.getvalue().decode()


def assess(shop: Shop, files: list[Document] | None = None) -> dict[str, Any]:
    """What `odr assess --json` says about the shop, written out afresh; `files` replaces its documents."""
    with tempfile.TemporaryDirectory() as folder:
        paths = write_documents(documents(shop) if files is None else files, Path(folder))
        code, text = run(command(shop, paths))
    answer: dict[str, Any] = json.loads(text)
    assert code == 0, f"shop {shop.seed}: odr left with {code}: {text}"
    return answer
