"""Look: give any bytes to the core and see that it keeps its promises.

It answers or refuses in words, in every language. It says the same however the bytes are cut into pieces.
It takes time in proportion to the bytes.
"""

from __future__ import annotations

import gzip
import io
import json
import time
import zipfile
import zlib
from datetime import date
from typing import Any

from calculator.assess import assess
from calculator.encode import assessment_json
from calculator.errors import AppealError
from calculator.explain import explanation_json, identification
from calculator.messages import LANGUAGES
from calculator.reports import Intake
from calculator.workbook import sheets

AS_OF = date(2026, 11, 22)
_SECONDS, _SECONDS_A_BYTE = 3.0, 1e-4
_SAID_ONE_IN, _LONG = 10, 140_000
"""Under the fuzzer most files are read alone; what is said of them, and of longer ones, is looked at now and then."""
GOOD = (
    b"amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\n"
    b"111-0000001-0000001\t2026-10-05T10:00:00+00:00\t2026-10-06T10:00:00+00:00\tShipped\tMerchant\tAmazon.com\n"
)


def look(
    data: bytes, name: str = "file.txt", *, is_packed: bool = False, is_instrumented: bool = False
) -> None:
    """Raise where the core does not keep a promise for a file of these bytes."""
    began = time.process_time()
    whole, cut = taken(data, name, len(data) + 1), taken(data, name, 1 + zlib.crc32(data) % 400)
    assert told(whole) == told(cut), "a file says something else when it comes in other pieces"
    if is_packed:
        plain = [told(taken(packed, name, 4096)) for packed in (gzip.compress(data, 1), _zipped(data, name))]
        assert (
            all(one[0]["error"] is not None for one in plain) or plain[0][0]["rows"] == told(whole)[0]["rows"]
        )
    if is_instrumented and zlib.crc32(data) % _SAID_ONE_IN:
        return _in_time(began, data, slowness=10)
    long = data + _LONG // (len(data) + 1) * (b"\n" + data)
    assert told(taken(long, name, len(long) + 1)) == told(
        taken(long, name, 5_000 + zlib.crc32(data) % 70_000)
    ), "a file that is read while it comes says something else when it comes in other pieces"
    _said(whole)
    whole.open("good", "orders.txt")
    whole.feed("good", GOOD)
    whole.close("good")
    _said(whole)
    return _in_time(began, data, slowness=10 if is_instrumented else 1)


def _in_time(began: float, data: bytes, slowness: int) -> None:
    took = time.process_time() - began
    assert took < slowness * (_SECONDS + _SECONDS_A_BYTE * len(data)), f"{took:.1f} s for {len(data)} bytes"


def taken(data: bytes, name: str, step: int) -> Intake:
    """Return an intake that was given one file in pieces."""
    intake = Intake(sheets)
    intake.open("1", name)
    for start in range(0, len(data), step):
        intake.feed("1", data[start : start + step])
    intake.close("1")
    return intake


def told(intake: Intake) -> list[dict[str, Any]]:
    """Return everything that was read, whatever became of it."""
    return [_received(file) for file in intake.received()]


def _received(file: Any) -> dict[str, Any]:
    reading, book = file.read(file.name, None), file.book
    return {
        "kind": file.kind,
        "error": file.error and file.error.message("en"),
        "rows": (reading.rows, reading.used, reading.span, dict(reading.excluded)),
        "said": (reading.problems, sorted(note.code for note in reading.notes), reading.records),
        "orders": book
        and {key: (value[2:], book.vocabulary.word(value[:2])) for key, value in book.entries.items()},
        "stores": book and {store: rows for store, rows in book.rows.items() if rows},
    }


def _said(intake: Intake) -> None:
    """Whatever was in the files: nothing is lost, and what is said can be said in every language."""
    assert all(line["title"] for line in identification(intake, "zh-Hans"))
    found, refused = None, []
    try:
        found = assess(intake, AS_OF)
    except AppealError as refusal:
        refused = [refusal.message(lang).encode() for lang in LANGUAGES]
    assert all(len(sentence) > 20 for sentence in refused)
    if found is None:
        return
    assert all(0 <= file.used <= file.rows for file in found.files)
    for rate in found.rates.values():
        assert 0 <= rate.orders_with_defects.low <= rate.orders_with_defects.high
        assert 0 <= rate.orders.low <= rate.orders.high
    for text in (
        assessment_json(found, "en"),
        assessment_json(found, "zh-Hant"),
        explanation_json(found, "zh-Hans"),
    ):
        json.loads(text.encode("utf-8"))


def _zipped(data: bytes, name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as whole:
        whole.writestr(name, data)
    return out.getvalue()
