"""Which pages of the finished site a test opens: all in the long run, a fixed sample otherwise."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from calculator.docsite import settings

ALWAYS = ("zh/", "zh/templates/a-to-z-appeal-delivered/")
SAMPLE = 3
_One = TypeVar("_One")
ALL = os.environ.get("ODR_FULL") == "1"


def addresses(site: Path = settings.SITE) -> list[str]:
    """Return the address of every page below the root, the missing pages included."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(name.removesuffix("index.html") for name in found if not name.startswith("assets/"))


def opened(seed: str) -> list[str]:
    """Return the pages to open for one setting: every one with ODR_FULL=1, else a sample of its own."""
    everything = addresses()
    if ALL:
        return everything
    others = [one for one in everything if one not in ALWAYS]
    chosen = random.Random(seed).sample(others, min(SAMPLE, len(others)))
    return [one for one in (*ALWAYS, *chosen) if one in everything]


def settings_for(everything: Sequence[_One], sample: Sequence[_One]) -> Sequence[_One]:
    """Return the settings a test runs in: every one with ODR_FULL=1, else those named."""
    assert all(one in everything for one in sample)
    return everything if ALL else sample
