"""Many simulated accounts in one folder: random shops of one day, packed in several ways, some broken."""

from __future__ import annotations

import gzip
import io
import json
import os
import zipfile
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from .document import to_bytes
from .reports import documents
from .shop import shop as random_shop

if TYPE_CHECKING:
    from pathlib import Path

    from .truth import Shop

AS_OF = date(2026, 11, 22)
HOSTILE = (
    '=HYPERLINK("http:x","y")', "<script>alert(1)<", '"><img src=x onerror=alert(1)>', "-2+3", "@SUM(A1)",
    "a\nb", "a\tb", "\u202egpj.exe", "{lang}%s{0}", "&amp;&lt;", " leading and trailing ", "账户 甲 " * 15,
    "x" * 250, "\x1b[31mred", "＝1+1", "con", "'",
)  # fmt: skip
NOT_UTF8 = b"caf\xe9 \xff"
CASE = {
    "contract": "odr-case/1",
    "odr_page": {
        "orders": "126",
        "orders_with_defects": "2",
        "first_day": "2026-09-09",
        "last_day": "2026-11-07",
    },
}
EVERY = 20
"""Every twentieth account is of each odd kind."""


def write_accounts(folder: Path, number: int) -> dict[str, Shop]:
    """Write so many accounts; returns the shops behind those whose counts the recount can tell."""
    folder.mkdir(parents=True)
    return {name: shop for seed in range(number) if (shop := _write(folder, seed, name := _name(seed)))}


def _name(seed: int) -> str:
    if seed < len(HOSTILE):
        return HOSTILE[seed]
    return os.fsdecode(NOT_UTF8) if seed == len(HOSTILE) else f"account {seed:04d}"


def _write(folder: Path, seed: int, name: str) -> Shop | None:
    """Write one account, as its number says."""
    shop = moved(random_shop(seed), AS_OF)
    files = [(document.name, to_bytes(document)) for document in documents(shop)]
    kind = seed % EVERY
    if kind == 1:
        (folder / f"{name}.zip").write_bytes(_archive(files))
    elif kind == 3:
        _put(folder / name, [("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)))])
    elif kind == 5:
        (folder / name).mkdir()
    elif kind == 7:
        (folder / f"{name}.json").write_text(json.dumps(CASE), encoding="utf-8")
    elif kind == 9:
        _put(folder / name, [*files, ("notes.pdf", b"%PDF-1.7 nothing of ours")])
    elif kind == 11:
        _put(folder / name, [(file, data[: len(data) // 2]) for file, data in files])
    elif kind == 13:
        _put(folder / name / "2026" / "11", [(f"{file}.gz", gzip.compress(data, 1)) for file, data in files])
    else:
        _put(folder / name, files)
    is_told = kind not in (3, 5, 7, 9, 11) and shop.store is None and shop.window is None
    if not is_told:
        return None
    return shop if kind != 1 else None


def _put(folder: Path, files: list[tuple[str, bytes]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files:
        (folder / name).write_bytes(data)


def _archive(files: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, data in files:
            whole.writestr(name, data)
    return out.getvalue()


def moved(shop: Shop, as_of: date) -> Shop:
    """The same shop so many days later or earlier that it is asked about on this day."""
    days = as_of - shop.as_of

    def shifted(value: Any) -> Any:
        if isinstance(value, date):
            return value + days
        if isinstance(value, tuple):
            return tuple(map(shifted, value))
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{one.name: shifted(getattr(value, one.name)) for one in fields(value)})
        return value

    found: Shop = shifted(shop)
    return found
