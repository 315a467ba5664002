"""The pages on how the number moves: their figures counted anew, their words free of harm."""

from __future__ import annotations

import gzip
import re
from datetime import date, timedelta
from fractions import Fraction
from math import isclose

import pytest
from site_document import Document, sources

from calculator import messages
from calculator.claim_clock import Route
from calculator.docsite import (
    coming_days,
    honest_ways,
    moves,
    odds_tables,
    order_days,
    settings,
    single_routes,
    words,
)
from calculator.policy import policy_on

AS_OF = settings.as_of()
NAMES = (
    "understand/how-recovery-works",
    "understand/the-denominator-trap",
    "guide/single-defects-first",
    "understand/small-shops",
    "guide/while-you-wait",
)
BOTH = pytest.mark.parametrize("lang", ["en", "zh-Hans"])
LARGEST_TABLE = 15_000


@pytest.fixture
def of(english: dict[str, Document], chinese: dict[str, Document]) -> dict[str, dict[str, Document]]:
    return {"en": english, "zh-Hans": chinese}


def body(page: Document) -> str:
    """The words of a page above the cards of its figures."""
    lang = page.all("html")[0]["lang"]
    (main,) = page.all("article")
    return main.text.split(words.text(lang, "fact.used_title"))[0]


def plain(text: str) -> str:
    """Text with ordinary blanks, each once."""
    return re.sub(r"\s+", " ", text.replace("\u00a0", " "))


def counted(day: date, lag: int, marked: list[date]) -> tuple[int, int]:
    """Orders with a defect and orders of the window of a day, counted one by one."""
    last = day - timedelta(days=lag)
    first = last - timedelta(days=59)
    orders = [sale.day for sale in coming_days.shop(AS_OF).sales]
    return sum(first <= one <= last for one in marked), sum(first <= one <= last for one in orders)


def claims() -> list[date]:
    return [mark.sale.day for mark in coming_days.shop(AS_OF).marks]


def earliest(lag: int, marked: list[date]) -> date:
    """The first of the coming ninety days on which a hundred times the marks stay below the orders."""
    days = [AS_OF + timedelta(days=step) for step in range(1, 91)]
    return next(day for day in days if 100 * counted(day, lag, marked)[0] < counted(day, lag, marked)[1])


def test_the_known_days_of_the_trap() -> None:
    """Two claims, nothing new sold: up to 1.9 %, still over on 20 December, 0 % on 28 December."""
    known = {
        "full": ("7 Dec 2026", "2", "126", "1.587 %"),
        "later": ("17 Dec 2026", "2", "105", "1.905 %"),
        "highest": ("19 Dec 2026", "2", "101", "1.98 %"),
        "left": ("20 Dec 2026", "1", "99", "1.01 %"),
        "under": ("28 Dec 2026", "0", "82", "0 %"),
    }
    for moment, expected in known.items():
        found = [
            coming_days.part(f"{moment}.{what}", "en", AS_OF) for what in ("day", "defects", "orders", "rate")
        ]
        assert tuple(map(plain, found)) == expected


def test_each_named_day_is_a_plain_count() -> None:
    named = coming_days.moments(AS_OF)
    for moment in ("full", "later", "highest", "left", "eve", "under"):
        one = getattr(named, moment)
        assert counted(one.day, 15, claims()) == (one.orders_with_defects, one.orders), moment
    assert named.under.day == earliest(15, claims())


@pytest.mark.parametrize("name", ["nothing.rate", "shop", "later.weight"])
def test_a_figure_the_example_does_not_have_is_caught(name: str) -> None:
    with pytest.raises(LookupError):
        coming_days.part(name, "en", AS_OF)


@BOTH
def test_the_trap_is_told_with_its_days_on_the_page(of: dict[str, dict[str, Document]], lang: str) -> None:
    said = plain(body(of[lang]["understand/the-denominator-trap/"])).replace(" ", "")
    days = {"en": ("17Dec2026", "20Dec2026", "28Dec2026"), "zh-Hans": ("12月17日", "12月20日", "12月28日")}
    for part in (*days[lang], "1.905%", "1.01%"):
        assert part in said


def cells(html: str) -> list[list[str]]:
    """The cells of each row of the first table, without their tags."""
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", html.split("<tbody>")[1].split("</tbody>")[0], re.DOTALL)
    return [
        [
            plain(re.sub(r"<[^>]+>", "", cell)).strip()
            for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
        ]
        for row in rows
    ]


def english_day(day: date) -> str:
    return f"{day.day} {day:%b} {day.year}"


def test_one_day_of_lag_moves_the_earliest_day_as_counted() -> None:
    found = cells(moves.block("about", "en", AS_OF))
    assert found == [[f"{lag} days", english_day(earliest(lag, claims()))] for lag in (14, 15, 16)]
    assert cells(moves.block("about", "zh-Hans", AS_OF))[1] == ["15 天", "2026年12月28日"]


def test_a_claim_that_enters_later_moves_the_day_as_counted() -> None:
    fresh = AS_OF - timedelta(days=moves.FRESH_DAYS_BACK)
    found = [row[1] for row in cells(moves.block("entering", "en", AS_OF))]
    assert found == [english_day(earliest(15, marked)) for marked in (claims(), [*claims(), fresh])]
    assert found == ["28 Dec 2026", "31 Jan 2027"]


def test_the_rate_with_one_mark_gone_is_a_plain_count() -> None:
    first, second = claims()
    shown = cells(moves.gone("en", AS_OF))
    assert [row[0] for row in shown] == ["7 Dec", "17 Dec", "20 Dec", "28 Dec"]
    for row, day in zip(shown, (date(2026, 12, n) for n in (7, 17, 20, 28)), strict=True):
        for cell, marked in zip(row[1:], ([first, second], [second], [first]), strict=True):
            defects, orders = counted(day, 15, marked)
            rate, said = re.fullmatch(r"([\d.]+) % (under|not under)", cell).groups()  # type: ignore[union-attr]
            assert isclose(float(rate), 100 * defects / orders, abs_tol=0.0006)
            assert said == ("under" if 100 * defects < orders else "not under")


def test_a_table_of_moves_that_does_not_exist_is_caught() -> None:
    with pytest.raises(LookupError, match="No table"):
        moves.block("selling", "en", AS_OF)


@BOTH
def test_every_order_day_enters_and_leaves_as_counted(of: dict[str, dict[str, Document]], lang: str) -> None:
    html = of[lang]["understand/how-recovery-works/"].html
    (part,) = re.findall(r'<section class="odr-days" id="days-of-an-order".*?</section>', html, re.DOTALL)
    rows = re.findall(r'<tr data-day="([\d-]+)"><th[^>]*>.*?</th><td>(.*?)</td><td>(.*?)</td>', part)
    assert (rows[0][0], rows[-1][0], len(rows)) == ("2026-09-09", "2027-11-27", 445)
    for iso, *shown in rows:
        day = date.fromisoformat(iso)
        for text, after in zip(shown, (15, 75), strict=True):
            goal = day + timedelta(days=after)
            year = goal.year if goal.year != day.year else ""
            if lang == "en":
                assert plain(text) == f"{goal.day} {goal:%b} {year}".strip()
            else:
                assert text == f"{f'{year}年' if year else ''}{goal.month}月{goal.day}日"
    assert len(gzip.compress(part.encode(), 6)) < LARGEST_TABLE


def test_the_table_of_order_days_is_the_seed_case() -> None:
    html = order_days.table("en", AS_OF)
    assert (
        '<tr data-day="2026-10-06"><th scope="row">6\u00a0Oct</th><td>21\u00a0Oct</td><td>20\u00a0Dec</td>'
        in html
    )


def over_the_line(orders: int, rate: float) -> float:
    """The chance to have as many marked orders as reach one in a hundred, order by order."""
    most = next(marked for marked in range(orders + 1) if 100 * marked >= orders)
    held = [1.0] + [0.0] * (most - 1)
    for _ in range(orders):
        held = [one * (1 - rate) + fewer * rate for one, fewer in zip(held, [0.0, *held], strict=False)]
    return 1 - sum(held)


@BOTH
def test_each_chance_of_the_table_is_summed_order_by_order(
    of: dict[str, dict[str, Document]], lang: str
) -> None:
    html = of[lang]["understand/small-shops/"].html
    (table,) = re.findall(r'<table class="odr-rates odr-rates--odds">.*?</table>', html, re.DOTALL)
    assert [row[:2] for row in cells(table)] == [
        [f"{orders:,}", str(-(-orders // 100))]
        for orders in (30, 50, 100, 101, 126, 200, 201, 301, 500, 1000, 5000)
    ]
    for row in cells(table):
        orders = int(row[0].replace(",", ""))
        for shown, rate in zip(row[2:], (0.002, 0.005, 0.008, 0.01, 0.015), strict=True):
            chance = 100 * over_the_line(orders, rate)
            assert chance < 0.05 if shown == "&lt;0.1" else isclose(float(shown), chance, abs_tol=0.0501), row


@BOTH
def test_each_interval_leaves_out_as_much_as_it_says(of: dict[str, dict[str, Document]], lang: str) -> None:
    """Below the low end so many marks or more are rarer than one in forty, above the high end so few."""

    def at_least(marked: int, orders: int, rate: float) -> float:
        held = [1.0] + [0.0] * marked
        for _ in range(orders):
            held = [one * (1 - rate) + fewer * rate for one, fewer in zip(held, [0.0, *held], strict=False)]
        return 1 - sum(held[:marked])

    html = of[lang]["understand/small-shops/"].html
    (table,) = re.findall(r'<table class="odr-rates odr-rates--intervals">.*?</table>', html, re.DOTALL)
    assert len(cells(table)) == len(odds_tables.COUNTS)
    step = 0.00051
    for (counts, rate, band), (marked, orders) in zip(cells(table), odds_tables.COUNTS, strict=True):
        assert counts == f"{marked} / {orders:,}"
        assert isclose(float(rate.rstrip(" %")), 100 * marked / orders, abs_tol=0.0006)
        low, high = (float(one.strip(" %").removeprefix("&lt;")) / 100 for one in band.split("–"))
        if "&lt;" in band:
            assert at_least(marked, orders, 0.001) > 0.025
        elif marked:
            assert at_least(marked, orders, low - step) < 0.025 < at_least(marked, orders, low + step)
        fewer = [1 - at_least(marked + 1, orders, high + one) for one in (-step, step)]
        assert fewer[0] > 0.025 > fewer[1]


def test_shares_that_would_read_as_none_or_all_say_so() -> None:
    assert [odds_tables.figure(Fraction(n, 10_000)) for n in (0, 4, 5, 6, 9994, 9996, 10_000)] == [
        "0",
        "<0.1",
        "0.1",
        "0.1",
        "99.9",
        ">99.9",
        "100.0",
    ]


@BOTH
def test_luck_is_never_an_excuse(of: dict[str, dict[str, Document]], lang: str) -> None:
    said = body(of[lang]["understand/small-shops/"])
    for part in {
        "en": ("Never an excuse", "Amazon counts it all the same", "one cause and less chance"),
        "zh-Hans": ("绝不能当借口", "亚马逊照样", "同一个原因"),
    }[lang]:
        assert part in said


def test_every_route_of_the_clock_has_its_place() -> None:
    """All but waiting and nothing to send, which are no ways."""
    shown = {way.route for way in honest_ways.WAYS}
    assert shown == set(Route) - {Route.NONE, Route.A_TO_Z_PENDING}


@BOTH
def test_each_way_says_time_place_effect_and_delay(of: dict[str, dict[str, Document]], lang: str) -> None:
    page = of[lang]["guide/single-defects-first/"]
    for way in honest_ways.WAYS:
        (part,) = [tag for tag in page.tags if tag["id"] == way.anchor]
        for head in ("head_time", "head_where", "head_changes", "head_shows"):
            assert words.guide(lang, f"ways.{head}") in part.text, (way.route, head)
        assert messages.text(lang, f"clock.title.{way.route}") in part.text
        assert messages.text(lang, f"clock.where.{way.route}") in part.text
    times = {"a-to-z-answer": "48", "a-to-z-appeal": "30", "chargeback-representation": "7"}
    for name, figure in times.items():
        (part,) = [tag for tag in page.tags if tag["id"] == f"way-{name}"]
        assert re.search(rf"(?<!\d){figure}\s*(hours|days|小时|天|个自然日)", part.text), name


@BOTH
def test_the_ends_of_an_appeal_stand_apart(of: dict[str, dict[str, Document]], lang: str) -> None:
    page = of[lang]["guide/single-defects-first/"]
    chips = [tag["class"].split("--")[1] for tag in page.with_class("odr-chip")]
    policy = policy_on(AS_OF, "US")
    assert chips == [
        policy.value(f"counted_defects.a_to_z_claim.{outcome}") for outcome in single_routes.AFTER
    ]
    assert chips == ["undecided", "not_counted", "counted", "counted"]


NEGATED = re.compile(r"\b(?:no|not|cannot|never|nothing|nobody)\b|没有|不是|不会|算不出|不等于|不要|两个问题")
SELLING = re.compile(r"offers? comes? back|selling returns|reinstat|恢复(?:销售)?|能再卖")
ASKING = re.compile(
    r"\bneed\b.{0,30}orders|orders (?:are )?(?:needed|missing)|(?<!why )more orders (?:help|lower)|还[差需]|再卖出"
)
PRAISE = re.compile(r"guarantee(?!\s+claim)|success|chance of (?:an|the|your) appeal|成功|保证|胜算")


def harmful(text: str) -> list[str]:
    """Sentences that speak of selling again without a no, ask for orders, or promise."""
    sentences = re.split(r"(?<=[.。！!?？:：])\s*|\n", text)
    return [
        one
        for one in sentences
        if (SELLING.search(one) and not NEGATED.search(one)) or ASKING.search(one) or PRAISE.search(one)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "From this day on your offers come back.",
        "到这一天，商品恢复销售。",
        "You need 75 more orders.",
        "还差 75 单。",
        "The chance of an appeal is good.",
    ],
)
def test_a_sentence_that_could_hurt_is_caught(text: str) -> None:
    assert harmful(text) == [text]


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_of_these_pages_could_hurt(
    of: dict[str, dict[str, Document]], lang: str, name: str
) -> None:
    assert harmful(body(of[lang][f"{name}/"])) == []


@BOTH
def test_a_date_is_never_a_reason_to_wait(of: dict[str, dict[str, Document]], lang: str) -> None:
    first = body(of[lang]["understand/how-recovery-works/"])
    assert {"en": "its own deadline holds", "zh-Hans": "都以通知的期限为准"}[lang] in first
    plan = body(of[lang]["guide/single-defects-first/"])
    assert {"en": "past the deadline of your notice", "zh-Hans": "过了通知的期限"}[lang] in plan


def test_words_of_the_tables_have_no_figure_typed_by_hand() -> None:
    for lang in ("en", "zh-Hans"):
        for key, text in messages.catalogue(lang, "guide").items():
            if key.partition(".")[0] in ("order_days", "moves", "odds", "ways"):
                assert re.search(r"\d", re.sub(r"\{\w+\}", "", text)) is None, key


@BOTH
def test_each_page_opens_with_its_answer_and_ends_with_a_way_on(
    of: dict[str, dict[str, Document]], lang: str
) -> None:
    for name in NAMES:
        page = of[lang][f"{name}/"]
        assert len(page.with_class("lead")) == 1
        (way_on,) = page.with_class("odr-next")
        assert "next" in page.ids
        assert way_on.text.strip()


def test_related_pages_lead_here() -> None:
    links = {
        "start/first-hour.md": ("how-recovery-works", "single-defects-first"),
        "start/no-appeal.md": ("while-you-wait", "single-defects-first", "small-shops"),
        "understand/the-window.md": ("how-recovery-works", "the-denominator-trap"),
        "understand/why-the-number-moved.md": ("the-denominator-trap", "how-recovery-works"),
        "calculator.md": ("how-recovery-works", "single-defects-first", "small-shops", "while-you-wait"),
        "index.md": NAMES,
    }
    for folder in ("en", "zh"):
        written = sources(folder)
        for page, goals in links.items():
            for goal in goals:
                assert f"{goal}.md" in written[page], (folder, page, goal)


def test_the_picture_of_the_trap_stands_on_one_page(pages: dict[str, Document]) -> None:
    drawn = [
        url for url, page in pages.items() if page.with_class("odr-course") or page.with_class("odr-picture")
    ]
    assert {url.removeprefix("zh/") for url in drawn} == {"understand/the-denominator-trap/"}


@BOTH
def test_no_page_of_the_guide_could_hurt(of: dict[str, dict[str, Document]], lang: str) -> None:
    guide = {url: page for url, page in of[lang].items() if url.startswith("guide/")}
    assert len(guide) >= len(NAMES)
    assert {url: found for url, page in guide.items() if (found := harmful(body(page)))} == {}


@BOTH
def test_the_words_sellers_search_by_stand_in_a_title_or_heading(
    of: dict[str, dict[str, Document]], lang: str
) -> None:
    asked = {
        "en": {
            "start/": "seller-fulfilled offers are deactivated",
            "guide/": "the appeal, step by step",
            "guide/write-the-plan/": "Chinese or English?",
            "guide/delivered-but-not-received/": "tracking says delivered",
            "guide/refund-and-the-mark/": "I refunded the buyer, and it still counts",
            "guide/refused/": "greater detail",
            "guide/money-and-fba/": "Can FBA still sell?",
            "guide/remove-feedback/": "negative feedback",
            "guide/second-round/": "We win every appeal",
            "guide/send/": "the missing button",
        },
        "zh-Hans": {
            "start/": "自发货权限被限制怎么办",
            "guide/": "ODR 超标怎么申诉",
            "guide/write-the-plan/": "行动计划用中文可以吗",
            "guide/delivered-but-not-received/": "物流显示妥投",
            "guide/refund-and-the-mark/": "退款了为什么 ODR 还算",
            "guide/refused/": "要求“更多细节”",
            "guide/money-and-fba/": "FBA 能不能卖",
            "guide/remove-feedback/": "差评怎么删",
            "guide/second-round/": "包申诉靠谱吗",
            "guide/send/": "没有按钮怎么办",
        },
    }[lang]
    for url, said in asked.items():
        heads = [tag.text for level in ("h1", "h2") for tag in of[lang][url].all(level)]
        assert any(said in plain(head) for head in heads), url
