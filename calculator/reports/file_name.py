"""File name: what a file is called on the page, whatever its name was made of."""

from __future__ import annotations

_UNSEEN = dict.fromkeys(
    (
        *range(32),
        *range(127, 160),
        0x061C,
        *range(0x200E, 0x2010),
        *range(0x2028, 0x202F),
        *range(0x2066, 0x206A),
    ),
    "\ufffd",
)


def base_name(name: str) -> str:
    """Return the last part of a path, whatever system wrote it; never empty, never half a character.

    Control characters and marks that turn the direction of a text are shown as unreadable: they
    would change how the sentence around the name reads.
    """
    name = name.encode("utf-8", "replace").decode().translate(_UNSEEN)
    return name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or "file"
