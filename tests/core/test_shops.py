"""Random shops give the same bytes wherever the core runs; written by `tests.reference.shop_cases`."""

from __future__ import annotations

from pathlib import Path

import pytest

from .case import Case

ROOT = Path(__file__).parents[2]
SHOPS = sorted(
    path for base in (ROOT / "shops", ROOT / ".build" / "shops") if base.exists() for path in base.iterdir()
)


@pytest.mark.skipif(
    not SHOPS, reason="no shops written: python -m tests.reference.shop_cases 200 .build/shops"
)
@pytest.mark.parametrize("folder", SHOPS, ids=lambda folder: folder.name)
def test_a_shop_is_assessed_byte_for_byte_alike(folder: Path) -> None:
    case = Case(folder)
    assert case.answer() == case.expected
