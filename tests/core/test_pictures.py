"""Pictures: coordinates that say what the counts say, inside the frame, in words in each language."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest

from calculator.assess import Assessment, assess
from calculator.dates import DateRange
from calculator.orders import Fulfillment
from calculator.pictures import course_of, strip_of
from calculator.pictures.axis import ticks
from calculator.pictures.frame import Frame, rounded_up
from calculator.pictures.rings import RADIUS, placed
from calculator.recovery import recovery_of
from calculator.recovery.ledger import window_on
from calculator.reports.intake import Intake

AS_OF = date(2026, 11, 22)
MFN = Fulfillment.MFN
ORDERS_HEAD = "amazon-order-id\tpurchase-date\torder-status\tfulfillment-channel\tsales-channel\n"
DEFECTS_HEAD = "order_id,order_date,fulfillment,type,outcome,event_date,decided_on,note\n"
COUNTS_HEAD = "first_day,last_day,fulfillment,orders\n"
Mark = tuple[int, str]
"""Number of an order and the outcome of a claim on it."""


def order_id(number: int) -> str:
    return f"111-{number:07d}-{number:07d}"


def no_workbook(_data: bytes, name: str) -> list[list[list[str]]]:
    raise LookupError(name)


def assessed(files: dict[str, str], as_of: date = AS_OF, window: DateRange | None = None) -> Assessment:
    intake = Intake(no_workbook)
    for name, content in files.items():
        intake.open(name, name)
        intake.feed(name, content.encode())
        intake.close(name)
    return assess(intake, as_of, store="US", window=window)


def shop(
    days: Iterable[date],
    marks: Iterable[Mark] = (),
    as_of: date = AS_OF,
    status: dict[int, str] | None = None,
    window: DateRange | None = None,
) -> Assessment:
    """A shop with an order on each of these days, numbered from 0, and claims on some of them."""
    held, known = list(days), status or {}
    rows = "".join(
        f"{order_id(n)}\t{day}T10:00:00+00:00\t{known.get(n, 'Shipped')}\tMerchant\tAmazon.com\n"
        for n, day in enumerate(held)
    )
    claims = "".join(
        f"{order_id(n)},{held[n]},mfn,a_to_z_claim,{outcome},{held[n]},{held[n]},\n" for n, outcome in marks
    )
    return assessed({"o.txt": ORDERS_HEAD + rows, "d.csv": DEFECTS_HEAD + claims}, as_of, window)


def steady(first: date, last: date) -> list[date]:
    """2.1 orders a day: two on each day, a third one on every tenth."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [day for n, day in enumerate(days) for _ in range(3 if n % 10 == 9 else 2)]


def notice(first: date = date(2026, 9, 9)) -> Assessment:
    """2 of 126 on the day of the notice, claims on orders of 6 and 14 October."""
    days = steady(first, AS_OF)
    return shop(days, [(days.index(date(2026, 10, day)), "granted") for day in (6, 14)])


def course(found: Assessment, lang: str = "en") -> dict[str, Any]:
    picture = course_of(found, MFN, lang)
    assert picture is not None
    return picture


def strip(found: Assessment, lang: str = "en") -> dict[str, Any]:
    picture = strip_of(found, MFN, lang)
    assert picture is not None
    return picture


def heights(picture: dict[str, Any], name: str = "line") -> dict[int, float]:
    """The height of each day on a step line, read back from its path."""
    (path,) = [one["d"] for one in picture["paths"] if one["name"] == name]
    found: dict[int, float] = {}
    for piece in path.split("M")[1:]:
        start, first, rest = re.fullmatch(r"(\d+) ([\d.]+)(.*)", piece).groups()  # type: ignore[union-attr]  # it matches or fails
        x, y = int(start), float(first)
        for letter, value in re.findall(r"([VH])([\d.]+)", rest):
            if letter == "V":
                y = float(value)
            else:
                found |= dict.fromkeys(range(x, int(value)), y)
                x = int(value)
    return found


def expected_heights(found: Assessment, picture: dict[str, Any]) -> dict[int, float]:
    """The same from the counts of each day, worked out by another way: the ledger over each window."""
    recovery = recovery_of(found, MFN)
    at = {mark["iso"]: mark for mark in picture["marks"]}
    first = first_day(found, picture)
    base, top = picture["base"], picture["grid"][-1]
    scale = 100 * Fraction(base - top["y"]) / Fraction(re.sub(r"[^\d.]", "", top["label"]))
    expected = {}
    for place in range(picture["days"]):
        window = window_on(first + timedelta(days=place), recovery.lag, recovery.length)
        orders, marked = recovery.ledger.orders_in(window), recovery.ledger.marked_in(window)
        if orders:
            expected[place] = max(float(base - Fraction(marked, orders) * scale), picture["roof"] - 6)
    assert at.keys() <= {(first + timedelta(days=n)).isoformat() for n in range(picture["days"])}
    return expected


def first_day(found: Assessment, picture: dict[str, Any]) -> date:
    """The first day of a course: as many days before the as-of day as its line stands from the left."""
    before = round((picture["today"]["x"] * picture["days"] / 50 - 1) / 2)
    return found.as_of - timedelta(days=before)


def in_frame(picture: dict[str, Any]) -> None:
    """Everything lies inside the drawing, ticks and marks from left to right."""
    height = picture["height"]
    for one in (*picture["marks"], *picture["dots"]):
        assert 0 <= one["x"] <= 100
        assert 0 <= one["y"] <= picture["base"]
    for name in ("marks", "ticks"):
        xs = [one["x"] for one in picture[name]]
        assert xs == sorted(xs)
    for row in picture["grid"]:
        assert 0 < row["y"] <= picture["base"] < height
    for mark in picture["marks"]:
        assert RADIUS <= mark["y"] + mark["ring"][1] <= height - RADIUS
    for path in picture["paths"]:
        numbers = [float(value) for value in re.findall(r"V([\d.]+)", path["d"])]
        assert all(0 < value <= picture["base"] for value in numbers)
        across = [float(value) for value in re.findall(r"H([\d.]+)", path["d"])]
        assert across == sorted(across)
        assert all(0 <= value <= picture["days"] for value in across)


def test_the_course_of_the_notice_tells_the_days_that_matter() -> None:
    picture = course(notice())
    assert [(mark["day"], mark["text"].split("\u00a0=")[0]) for mark in picture["marks"]] == [
        ("7\u00a0Dec", "2\u00a0of\u00a0126"),
        ("19\u00a0Dec", "Highest: 2\u00a0of\u00a0101"),
        ("20\u00a0Dec", "The order of 6\u00a0Oct leaves: 1\u00a0of\u00a099"),
        (
            "28\u00a0Dec",
            "The order of 14\u00a0Oct leaves: 0\u00a0of\u00a082. The number alone is under 1\u00a0%; "
            "no source says that offers come back by themselves.",
        ),
    ]
    assert "Still not under 1\u00a0%" in picture["marks"][2]["text"]
    assert picture["days"] == len(range(36)) + 1 + 8


def test_a_past_is_drawn_only_as_far_as_files_hold_the_whole_window() -> None:
    """Orders known from 30 days before the window: 30 past days and not one more."""
    short, full, none = (notice(date(2026, 9, 9) - timedelta(days=days)) for days in (30, 75, 0))
    assert first_day(short, course(short)) == AS_OF - timedelta(days=30)
    assert first_day(full, course(full)) == AS_OF - timedelta(days=60)
    assert first_day(none, course(none)) == AS_OF
    assert "no order file reaches 9\u00a0Aug\u00a02026" in course(short)["note"]
    assert "no order file reaches" not in course(full)["note"]
    assert "what is known today" in course(full)["note"]
    assert "what is known today" not in course(none)["note"]


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("past", [0, 30, 75])
def test_a_line_is_as_high_as_its_counts(lang: str, past: int) -> None:
    found = notice(date(2026, 9, 9) - timedelta(days=past))
    picture = course(found, lang)
    in_frame(picture)
    assert heights(picture) == pytest.approx(expected_heights(found, picture), abs=0.01)


def test_a_mark_that_entered_in_the_past_is_told_as_past() -> None:
    texts = [mark["text"] for mark in course(notice(date(2026, 7, 1)))["marks"]]
    assert texts[0].startswith("The order with a defect of 6\u00a0Oct entered: 1\u00a0of\u00a0126")
    assert "Now not under 1\u00a0%." in texts[1]


def test_the_area_lies_between_the_target_and_the_rate() -> None:
    picture = course(notice(date(2026, 7, 1)))
    line, floor = heights(picture), picture["limit"]["y"]
    over = next(path["d"] for path in picture["paths"] if path["name"] == "over")
    assert min(float(value) for value in re.findall(r"V([\d.]+)", over)) == min(line.values())
    assert max(float(value) for value in re.findall(r"V([\d.]+)", over)) == floor


def test_without_orders_there_is_no_line() -> None:
    """One order, one claim: it is in the window, then nothing is, and the text says so."""
    found = shop([date(2026, 10, 1)], [(0, "granted")])
    picture = course(found)
    assert sorted(heights(picture)) == list(range(23))
    leaves = picture["marks"][-1]
    assert (leaves["day"], leaves["dot"]) == ("15\u00a0Dec", False)
    assert leaves["text"] == "The order of 1\u00a0Oct leaves: no orders, so no rate."
    assert "No order is in the window" in picture["note"]
    in_frame(picture)


def test_a_late_high_rate_of_few_orders_leaves_the_drawing_and_is_told() -> None:
    """A mark on the last order: of 2 orders it would make a half, and all else a flat line."""
    days = steady(date(2026, 9, 9), AS_OF)
    found = shop(days, [(days.index(date(2026, 10, 6)), "granted"), (len(days) - 2, "granted")])
    picture = course(found)
    assert heights(picture) == pytest.approx(expected_heights(found, picture), abs=0.01)
    assert min(heights(picture).values()) < picture["roof"]
    assert "at most with 1\u00a0of\u00a02\u00a0=\u00a050\u00a0%" in picture["note"]
    assert picture["grid"][-1]["label"] in ("2\u00a0%", "2.5\u00a0%", "3\u00a0%")
    assert not any(
        "= 50" in mark["text"].replace("\u00a0", " ") or "33.333" in mark["text"] for mark in picture["marks"]
    )
    assert "leaves the picture" not in (course(notice())["note"] or "")
    in_frame(picture)


def test_an_empty_window_before_an_order_enters_has_no_line() -> None:
    picture = course(shop([date(2026, 11, 20)], [(0, "open")]))
    assert min(heights(picture)) == 13
    assert "as if they counted" in picture["note"]


def test_a_shop_without_marks_has_no_course_and_one_without_orders_nothing() -> None:
    clean = shop(steady(date(2026, 9, 9), AS_OF))
    assert course_of(clean, MFN, "en") is None
    assert strip(clean)["marks"] == []
    assert course_of(clean, Fulfillment.AFN, "en") is None
    assert strip_of(clean, Fulfillment.AFN, "en") is None


def test_going_over_the_target_again_is_numbered() -> None:
    """1 of 101 today; clean orders leave and it is 1 of 100, although no mark has come."""
    days = [date(2026, 9, 20)] * 5 + [date(2026, 10, 10)] * 96
    texts = [mark["text"] for mark in course(shop(days, [(50, "granted")]))["marks"]]
    assert any("1\u00a0of\u00a096" in text and "Now not under 1\u00a0%." in text for text in texts)
    assert texts[-1].startswith("The order of 10\u00a0Oct leaves: no orders")


def test_exactly_on_the_target_is_not_under_it() -> None:
    texts = [mark["text"] for mark in course(shop([date(2026, 10, 10)] * 100, [(0, "granted")]))["marks"]]
    assert not any("is under" in text for text in texts)
    assert "1\u00a0of\u00a0100\u00a0=\u00a01\u00a0%" in texts[0]


def test_no_more_than_six_days_are_numbered_and_the_rest_is_said() -> None:
    days = steady(date(2026, 6, 1), AS_OF)
    found = shop(days, [(n, "granted") for n in range(200, 340, 9)])
    picture = course(found)
    assert len(picture["marks"]) == 6
    assert picture["dots"]
    assert f"{len(picture['dots'])} more days" in picture["note"]
    assert len(strip(found)["marks"]) == 6
    assert "drawn without a number" in strip(found)["note"]


def test_typed_counts_start_today_and_have_no_strip() -> None:
    files = {
        "c.csv": COUNTS_HEAD + "2026-09-09,2026-11-07,mfn,126\n",
        "d.csv": DEFECTS_HEAD + f"{order_id(1)},2026-10-06,mfn,a_to_z_claim,granted,,,\n",
    }
    found = assessed(files)
    picture = course(found)
    assert first_day(found, picture) == AS_OF
    assert "the order count was typed without order days" in picture["note"]
    assert heights(picture) == pytest.approx(expected_heights(found, picture), abs=0.01)
    assert strip_of(found, MFN, "en") is None


def test_cancelled_orders_are_left_out_and_said() -> None:
    days = steady(date(2026, 9, 9), AS_OF)
    found = shop(days, [(60, "granted")], status={5: "Cancelled", 9: "Pending"})
    assert "Cancelled and pending orders are left out" in course(found)["note"]
    assert "Cancelled and pending orders are left out" in strip(found)["note"]
    assert "1\u00a0of\u00a0124" in course(found)["alt"]
    assert strip(found)["table"]["rows"][0]["orders"] == "124"


def test_a_day_that_no_file_reaches_is_named() -> None:
    files = {
        f"{n}.txt": ORDERS_HEAD
        + "".join(
            f"{order_id(100 * n + k)}\t{first + timedelta(days=k)}T10:00:00+00:00\tShipped\tMerchant\tAmazon.com\n"
            for k in range(20)
        )
        for n, first in enumerate((date(2026, 9, 5), date(2026, 10, 19)))
    }
    files["d.csv"] = DEFECTS_HEAD + f"{order_id(3)},2026-09-08,mfn,a_to_z_claim,granted,,,\n"
    files["e.csv"] = DEFECTS_HEAD + f"{order_id(103)},2026-10-22,mfn,a_to_z_claim,granted,,,\n"
    found = assessed(files)
    assert "No order file reaches 25\u00a0Sep – 18\u00a0Oct\u00a02026" in course(found)["note"]
    assert first_day(found, course(found)) == AS_OF


def test_the_strip_holds_what_counts_what_enters_and_what_left() -> None:
    days = steady(date(2026, 8, 30), AS_OF)
    marked = [days.index(day) for day in (date(2026, 9, 2), date(2026, 10, 6), date(2026, 11, 20))]
    picture = strip(shop(days, [(n, "granted") for n in marked]))
    assert [mark["text"] for mark in picture["marks"]] == [
        "1 order with a defect, of 2 that day. Left the window on 16\u00a0Nov\u00a02026.",
        "1 order with a defect, of 2 that day. Leaves the window on 20\u00a0Dec\u00a02026.",
        "1 order with a defect, of 2 that day. Enters the window on 5\u00a0Dec\u00a02026.",
    ]
    assert [zone["label"] for zone in picture["zones"]] == ["left", "window: 60 days", "enter next"]
    first, width = picture["bracket"]["x1"], picture["bracket"]["x2"] - picture["bracket"]["x1"]
    assert (first, width) == pytest.approx((100 * 10 / 85, 100 * 60 / 85), abs=0.02)
    rows = [(row["orders"], row["marked"]) for row in picture["table"]["rows"]]
    assert rows[:3] == [("21", "1"), ("126", "1"), ("31", "1")]
    in_frame(picture)


def test_bars_add_up_to_the_orders() -> None:
    picture = strip(notice())
    unit = (picture["base"] - picture["grid"][-1]["y"]) / int(picture["grid"][-1]["label"])
    bars = [path["d"] for path in picture["paths"] if path["name"] == "window"]
    tops = [float(value) for value in re.findall(r"V([\d.]+)H", "".join(bars))]
    assert sum(picture["base"] - top for top in tops) / unit == pytest.approx(126)


def test_a_chosen_window_gives_no_days_of_leaving() -> None:
    days = steady(date(2026, 7, 1), AS_OF)
    chosen = DateRange(date(2026, 7, 1), date(2026, 8, 29))
    found = shop(days, [(10, "granted")], window=chosen)
    assert strip(found)["marks"][0]["text"].endswith("In the window.")
    later = shop(days, [(180, "granted")], window=chosen)
    assert first_day(later, course(later)) < AS_OF
    whole = DateRange(date(1990, 1, 1), date(2080, 1, 1))
    assert strip_of(shop(days, [(10, "granted")], window=whole), MFN, "en") is None


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant"])
def test_every_text_is_there_in_each_language(lang: str) -> None:
    for picture in (course(notice(date(2026, 8, 1)), lang), strip(notice(), lang)):
        texts = [picture["title"], picture["subtitle"], picture["alt"]]
        texts += [mark["text"] for mark in picture["marks"]] + [mark["day"] for mark in picture["marks"]]
        texts += [tick["label"] for tick in picture["ticks"]]
        assert all(texts)
        assert not any("{" in text for text in texts)
        assert picture["alt"].endswith("." if lang == "en" else "。")
        assert picture["alt"].count("126") >= 1


@pytest.mark.parametrize(
    "as_of", [date(9999, 12, 31), date(9999, 10, 15), date(2028, 2, 29), date(2026, 12, 31)]
)
def test_the_end_of_the_calendar_a_leap_day_and_a_turn_of_the_year(as_of: date) -> None:
    days = steady(as_of - timedelta(days=140), as_of)
    found = shop(days, [(150, "granted"), (len(days) - 1, "open")], as_of)
    picture = course(found)
    in_frame(picture)
    assert heights(picture) == pytest.approx(expected_heights(found, picture), abs=0.01)
    in_frame(strip(found))


def test_orders_at_both_ends_of_the_calendar_do_no_harm() -> None:
    days = [date(1, 1, 1), date(9999, 12, 31), *steady(date(2026, 9, 9), AS_OF)]
    found = shop(days, [(0, "granted"), (1, "granted"), (60, "granted")])
    in_frame(course(found))
    in_frame(strip(found))


@pytest.mark.parametrize("marks", [1, 3])
def test_a_huge_rate_has_a_round_scale_with_few_lines(marks: int) -> None:
    picture = course(shop([date(2026, 10, 1)] * 3, [(n, "granted") for n in range(marks)]))
    labels = [row["label"] for row in picture["grid"] if row["label"]]
    assert labels[-1] == ("40\u00a0%" if marks == 1 else "100\u00a0%")
    assert len(picture["grid"]) <= 6
    in_frame(picture)


def test_a_million_orders_have_a_scale_and_bars() -> None:
    """As a ledger, since a file of that size proves nothing more here."""
    frame = Frame(days=75, most=rounded_up(13_334, 1)[0], top=54, base=150, parts=1)
    assert frame.most == 15_000
    assert frame.y(13_334, 1) == pytest.approx(150 - 96 * 13_334 / 15_000, abs=0.01)
    assert Frame(days=75, most=150).y(1, 1_000_000) == pytest.approx(262 - 208 * 0.0001 / 1.5, abs=0.02)


def test_names_under_a_drawing_do_not_touch_and_the_last_day_has_one() -> None:
    days = [AS_OF + timedelta(days=n) for n in range(140)]
    for lang, width in (("en", 46), ("zh-Hans", 40)):
        found = ticks(days, [0, 139], Frame(days=140, most=100), lang)
        assert (found[0]["anchor"], found[-1]["anchor"]) == ("start", "end")
        narrow = [tick["x"] * 262 / 100 for tick in found if not tick["wide"]]
        assert all(b - a >= width / 2 for a, b in pairwise(narrow))
        assert len(narrow) < len(found)


@pytest.mark.parametrize("width", [255, 310, 520, 760])
def test_numbers_do_not_touch_at_any_width(width: int) -> None:
    points = [(80.0, 100.0), (80.8, 100.0), (81.6, 140.0), (85.0, 262.0), (86.0, 262.0), (99.5, 262.0)]
    centres = [
        (x * width / 100 + across, y + down)
        for (x, y), (across, down) in zip(points, placed(points, 16, 264), strict=True)
    ]
    for n, (x, y) in enumerate(centres):
        for other_x, other_y in centres[n + 1 :]:
            assert (x - other_x) ** 2 + (y - other_y) ** 2 >= (2 * RADIUS) ** 2


@pytest.mark.parametrize("seed", range(40))
def test_random_small_shops_are_drawn_as_they_count(seed: int) -> None:
    """Any small shop: heights of the line are the counts, everything is inside, texts hold counts."""
    dice = random.Random(seed)
    days = sorted(AS_OF - timedelta(days=dice.randrange(160)) for _ in range(dice.choice((1, 5, 40, 150))))
    marked = dice.sample(range(len(days)), min(len(days), dice.choice((1, 2, 5, 12))))
    statuses = {n: dice.choice(("Cancelled", "Pending", "Shipped")) for n in range(0, len(days), 7)}
    outcomes = [(n, dice.choice(("granted", "open", "denied"))) for n in marked]
    found = shop(days, outcomes, status=statuses)
    for lang in ("en", "zh-Hans"):
        if picture := course_of(found, MFN, lang):
            in_frame(picture)
            assert heights(picture) == pytest.approx(expected_heights(found, picture), abs=0.01)
            assert all(re.search(r"\d", mark["text"]) for mark in picture["marks"])
            assert 1 <= len(picture["marks"]) <= 6
        if picture := strip_of(found, MFN, lang):
            in_frame(picture)
