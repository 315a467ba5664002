"""Encoding: bytes to text for the small reports, without ever failing on a product name.

Amazon says UTF-8; sellers in Japan, China and Europe have files in other encodings, and a
spreadsheet program adds its own. Order of trial: byte order mark, UTF-16 by its zero bytes,
strict UTF-8, then the East Asian code page whose text reads best, then cp1252.

Worse mistake: refusing a file over one broken character. Every column the rate needs is
ASCII, so what cannot be decoded is replaced and the rest is used.
"""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 400
_LEAST_ZEROS = 20
_COMMON = {
    "gb18030": frozenset(
        "的一是不了在有我到没收货发买家订单日期评价评论留言星号编退款问题差东西质量商品包装好坏"
    ),
    "cp950": frozenset(
        "的一是不了在有我到沒收貨發買家訂單日期評價評論留言星號編退款問題差東西質量商品包裝好壞"
    ),
}


def name_of(data: bytes) -> str:
    """Return the Python codec that reads `data` best.

    >>> name_of("订单编号".encode("gb18030")), name_of("Évaluation".encode("cp1252"))
    ('gb18030', 'cp1252')
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return codec
    found = _utf16_by_zeros(data[:_SAMPLE])
    if found is not None:
        return found
    if _decodes(data, "utf-8"):
        return "utf-8"
    return _east_asian(data) or "cp1252"


def decode(data: bytes) -> tuple[str, str, bool]:
    """Return the text, the codec used and whether characters had to be replaced."""
    codec = name_of(data)
    try:
        return data.decode(codec), codec, False
    except UnicodeDecodeError:
        return data.decode(codec, "replace"), codec, True


def is_utf16(head: bytes) -> str | None:
    """Return the UTF-16 codec the first bytes of a file ask for, or None."""
    codec = name_of(head[:_SAMPLE] if len(head) > 1 else b"")
    return codec if codec.startswith("utf-16") else None


def _utf16_by_zeros(head: bytes) -> str | None:
    """Return the UTF-16 codec of a text without a mark: every tab and digit has a zero byte, on one side."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if (even and odd) or (even + odd) * _LEAST_ZEROS < len(head):
        return None
    return "utf-16-be" if even else "utf-16-le"


def _east_asian(data: bytes) -> str | None:
    scores = {codec: _readability(data, codec) for codec in ("cp932", "gb18030", "cp950")}
    best = max(scores, key=lambda codec: scores[codec])
    return best if scores[best] > 0 else None


def _readability(data: bytes, codec: str) -> float:
    """Return the share of characters beyond ASCII that are everyday ones in this code page."""
    if not _decodes(data, codec):
        return 0.0
    wide = [c for c in data.decode(codec, "ignore") if ord(c) > 127]
    if not wide:
        return 0.0
    if codec == "cp932":
        good = sum("\u3040" <= c <= "\u30ff" for c in wide)
    else:
        good = sum(c in _COMMON[codec] for c in wide)
    return good / len(wide)


def _decodes(data: bytes, codec: str) -> bool:
    """Return whether `data` is valid, a character cut off at its very end apart."""
    try:
        codecs.getincrementaldecoder(codec)().decode(data)
    except UnicodeDecodeError:
        return False
    return True
