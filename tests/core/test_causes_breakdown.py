"""The breakdown counts each defect once, by product, service level and week, and guesses nothing."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from calculator.causes import Cause, Counted, breakdown

_MUG = Counted(cause=Cause.DAMAGED, product="MUG-1", service_level="Standard", day=date(2026, 10, 6))
_PAN = Counted(cause=Cause.LATE, product="PAN-2", service_level="Expedited", day=date(2026, 10, 14))


def test_causes_are_counted_in_all_and_by_each_way() -> None:
    found = breakdown([_MUG, _MUG, _PAN])
    assert found["contract"] == "odr-cause-breakdown/1"
    assert found["causes"] == [
        {"cause": "damaged_or_defective", "defects": 2},
        {"cause": "late_delivery", "defects": 1},
    ]
    assert [(row["product"], row["defects"]) for row in found["by_product"]] == [("MUG-1", 2), ("PAN-2", 1)]
    assert [row["service_level"] for row in found["by_service_level"]] == ["Standard", "Expedited"]
    assert [row["week"] for row in found["by_week"]] == ["2026-10-05", "2026-10-12"]


def test_a_way_no_file_gives_is_none_and_a_gap_is_shown_last() -> None:
    bare = Counted(cause=None)
    assert breakdown([bare])["by_product"] is None
    found = breakdown([bare, bare, _MUG])
    assert [row["product"] for row in found["by_product"]] == ["MUG-1", None]
    assert found["causes"][-1] == {"cause": None, "defects": 2}


def test_no_defects_is_an_empty_breakdown() -> None:
    found = breakdown([])
    assert (found["defects"], found["causes"], found["by_week"]) == (0, [], None)


_DEFECTS = st.builds(
    Counted,
    cause=st.one_of(st.none(), st.sampled_from(Cause)),
    product=st.sampled_from(["", "A", "B"]),
    service_level=st.sampled_from(["", " ", "Standard"]),
    day=st.one_of(st.none(), st.dates(date(2026, 1, 1), date(2026, 12, 31))),
)


@given(st.lists(_DEFECTS, max_size=30))
def test_every_way_counts_every_defect_once(defects: list[Counted]) -> None:
    found = breakdown(defects)
    for rows in (found["causes"], *(found[f"by_{way}"] for way in ("product", "service_level", "week"))):
        assert rows is None or sum(row["defects"] for row in rows) == len(defects)
