"""The truth of a shop as the files Amazon would give, and as a folder for other doors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from . import amazon_reports, feedback_report, hand_entry, order_report
from .dice import dice
from .document import Document, names, to_bytes
from .shop import shop as random_shop

if TYPE_CHECKING:
    from pathlib import Path

    from .truth import Shop

WRITERS = (order_report, feedback_report, hand_entry, amazon_reports)
MOST_FILES = 16


def documents(shop: Shop) -> list[Document]:
    """Every file of the shop, before it is bytes."""
    labels = names(dice(f"names {shop.seed}"), MOST_FILES)
    return [document for writer in WRITERS for document in writer.documents(shop, labels)]


def write(shop: Shop, folder: Path) -> list[Path]:
    """Write the files of the shop into the folder."""
    return write_documents(documents(shop), folder)


def write_documents(found: list[Document], folder: Path) -> list[Path]:
    """Write these files into the folder, in this order."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for document in found:
        paths.append(folder / document.name)
        paths[-1].write_bytes(to_bytes(document))
    return paths


def arguments(shop: Shop) -> dict[str, str | None]:
    """What is asked of the shop, in the words of the bridge."""
    window = None if shop.window is None else f"{shop.window[0]}..{shop.window[1]}"
    return {"as_of": str(shop.as_of), "store": shop.store, "window": window, "lang": shop.lang}


def command(shop: Shop, paths: list[Path]) -> list[str]:
    """The same as arguments of `odr`."""
    asked = arguments(shop)
    options = [["--" + key.replace("_", "-"), value] for key, value in asked.items() if value is not None]
    return ["assess", *map(str, paths), *(word for option in options for word in option), "--json"]


def write_case(seed: int, folder: Path) -> list[Path]:
    """One shop as a case: its files and `args.json`, for Pyodide and the browser; returns the input files."""
    shop = random_shop(seed)
    paths = write(shop, folder / "input")
    (folder / "args.json").write_text(json.dumps(arguments(shop), indent=2) + "\n", encoding="utf-8")
    return paths
