"""The first door: complete without script, the same in both languages, every table the core's."""

from __future__ import annotations

import gzip
import re
from datetime import date, timedelta
from fractions import Fraction
from urllib.parse import urljoin

import pytest
from markupsafe import Markup
from site_document import Document, Tag

from calculator import display, messages
from calculator.claim_clock import days_table
from calculator.docsite import day_tables, rate_table, settings, words
from calculator.docsite.route_pages import anchor
from calculator.docsite.route_words import PLACES, Words
from calculator.order_downloads import order_downloads
from calculator.policy import policy_on
from calculator.route import every_walk, outcomes, questions, walk

AS_OF = settings.as_of()
RULES = policy_on(AS_OF)
FIRST_HOUR, OUTCOMES = "start/first-hour/", "start/outcomes/"
DOOR = ("first-hour", "outcomes", "no-appeal", "get-your-data", "claim-clock", "rate-table", "worksheet")
LARGEST_TABLE = 15_000
BOTH = pytest.mark.parametrize("lang", ["en", "zh-Hans"])


@pytest.fixture
def of(english: dict[str, Document], chinese: dict[str, Document]) -> dict[str, dict[str, Document]]:
    return {"en": english, "zh-Hans": chinese}


def answers_of(page: Document) -> dict[str, list[Tag]]:
    """Every link of an answer by question and answer, as they stand in the page."""
    found: dict[str, list[Tag]] = {}
    question = answer = ""
    for tag in page.tags:
        question = tag["data-question"] or question
        answer = tag["data-answer"] or answer
        if tag.name == "a" and "data-goal" in tag.attributes:
            found.setdefault(f"{question}.{answer}", []).append(tag)
    return found


def goal(link: Tag) -> str:
    """The address below the language's root that a link of the first-hour page leads to."""
    return urljoin("http://site.example/" + FIRST_HOUR, link["href"]).removeprefix("http://site.example/")


@BOTH
def test_without_script_each_answer_links_to_what_the_core_says(
    of: dict[str, dict[str, Document]], lang: str
) -> None:
    links = answers_of(of[lang][FIRST_HOUR])
    assert set(links) == {f"{q.id}.{a.id}" for q in questions() for a in q.answers}
    for answers, found in every_walk():
        for asked in found.asked:
            options = links[f"{asked}.{answers[asked]}"]
            (link,) = [one for one in options if one["data-when"] in ("", answers["off"])]
            if asked in ("deadline", "language"):
                assert goal(link) == f"{OUTCOMES}#note-{asked}-{answers[asked]}"
            elif link["data-goal"]:
                assert goal(link) == f"{OUTCOMES}#{anchor(found.outcome)}"
            else:
                assert goal(link) == f"{FIRST_HOUR}#question-{link['data-next']}"


@BOTH
def test_every_outcome_stands_in_full_on_its_own_anchor(
    of: dict[str, dict[str, Document]], lang: str
) -> None:
    page = of[lang][OUTCOMES]
    text = page.words
    for one in outcomes():
        assert anchor(one.id) in page.ids
        for key in (f"outcome.{one.id}.title", *(f"never.{name}" for name in one.never)):
            assert messages.text(lang, f"route.{key}") in text, key
    lists = page.with_class("odr-outcome__steps")
    assert len(lists) == len(outcomes())


def test_both_languages_show_the_same_route(of: dict[str, dict[str, Document]]) -> None:
    def shape(page: Document) -> list[tuple[str, str]]:
        marks = ("data-question", "data-answer", "data-goal", "data-outcome", "data-note")
        return [(mark, tag[mark]) for tag in page.tags for mark in marks if mark in tag.attributes]

    assert shape(of["en"][FIRST_HOUR]) == shape(of["zh-Hans"][FIRST_HOUR])


def test_questions_stay_out_of_the_contents_and_carry_no_link(of: dict[str, dict[str, Document]]) -> None:
    """A heading inside a Markdown block would get an id from its words and a stop on the way by keyboard."""
    for pages in of.values():
        html = pages[FIRST_HOUR].html
        (route,) = re.findall(r'<article class="odr-route".*?</article>', html, re.DOTALL)
        assert "headerlink" not in route


def test_the_table_of_the_route_has_a_row_for_each_answer(of: dict[str, dict[str, Document]]) -> None:
    for lang, pages in of.items():
        text = pages[OUTCOMES].words
        for question in questions():
            for answer in question.answers:
                assert messages.text(lang, f"route.answer.{question.id}.{answer.id}") in text


def test_places_a_step_leads_to_exist(english: dict[str, Document]) -> None:
    for target in PLACES.values():
        address, _, mark = target.partition("#")
        assert address in english, target
        assert not mark or mark in english[address].ids, target


def test_a_message_whose_link_has_no_place_stops_the_build() -> None:
    say = Words("en", FIRST_HOUR, lambda key, store=None: key)
    with pytest.raises(LookupError, match="do not fit"):
        say.html("step.calculate")
    with pytest.raises(LookupError, match="do not fit"):
        say.html("never.twice", "calculator")
    assert 'href="../../calculator/"' in say.html("step.calculate", "calculator")


def test_words_of_the_route_are_data_not_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "catalogue", lambda *_: {"step.x": "<b>[go]</b> {window_lag}"})
    found = Words("en", FIRST_HOUR, lambda *_, **__: Markup("<i>15</i>")).html("step.x", "calculator")
    assert str(found) == '&lt;b&gt;<a href="../../calculator/">go</a>&lt;/b&gt; <i>15</i>'


def rows(page: Document, section: str) -> dict[str, str]:
    """The rows of a table by day: the day, then the text of the row without its head."""
    (part,) = re.findall(rf'<section class="odr-days" id="{section}".*?</section>', page.html, re.DOTALL)
    return dict(re.findall(r'<tr data-day="([\d-]+)"><th[^>]*>.*?</th>(.*?)</tr>', part))


@BOTH
def test_the_table_of_downloads_is_the_cores_for_every_day_of_a_year(
    of: dict[str, dict[str, Document]], lang: str
) -> None:
    found = rows(of[lang]["start/get-your-data/"], "download-days")
    assert len(found) == day_tables.DAYS_AHEAD == 370
    for step in range(370):
        day = AS_OF + timedelta(days=step)
        expected = [f"{one.first_day} – {one.last_day}" for one in order_downloads(day, RULES)]
        assert found[day.isoformat()] == f"<td>{'<br>'.join(expected)}</td>"


@BOTH
def test_the_claim_clock_is_the_cores_for_every_day(of: dict[str, dict[str, Document]], lang: str) -> None:
    found = rows(of[lang]["start/claim-clock/"], "claim-days")
    first, last = AS_OF - timedelta(days=45), AS_OF + timedelta(days=370)
    claims = days_table(first, last, RULES)
    assert len(found) == len(claims) == 416
    for row in claims:
        shown = display.day(row.last_safe_day, lang, with_year=row.last_safe_day.year != row.first_day.year)
        assert found[row.first_day.isoformat()].startswith(f"<td>{shown}</td>")


def test_the_claim_clock_shows_the_known_example(english: dict[str, Document]) -> None:
    found = rows(english["start/claim-clock/"], "claim-days")
    assert found["2026-11-09"] == "<td>8\u00a0Dec</td><td>15\u00a0Nov</td>"
    assert found["2026-12-09"].startswith("<td>7\u00a0Jan\u00a02027</td>")


@BOTH
@pytest.mark.parametrize(
    ("page", "section"), [("get-your-data", "download-days"), ("claim-clock", "claim-days")]
)
def test_a_table_of_a_year_stays_light(
    of: dict[str, dict[str, Document]], lang: str, page: str, section: str
) -> None:
    html = of[lang][f"start/{page}/"].html
    (part,) = re.findall(rf'<section class="odr-days" id="{section}".*?</section>', html, re.DOTALL)
    assert len(gzip.compress(part.encode(), 6)) < LARGEST_TABLE


def test_the_border_of_the_rate_table_is_strict() -> None:
    target = Fraction(1, 100)
    assert [rate_table.last_not_under(n, target) for n in range(3)] == [0, 100, 200]
    assert rate_table.verdict(100, 1, target).value == "off_target"
    assert rate_table.verdict(101, 1, target).value == "on_target"


@BOTH
def test_each_cell_of_the_rate_table_says_what_the_core_says(
    of: dict[str, dict[str, Document]], lang: str
) -> None:
    html = of[lang]["start/rate-table/"].html
    cells = re.findall(r"<td>([\d.]+)\s*%\s*<small( class=\"odr-rates__over\")?>(.*?)</small></td>", html)
    expected = [(orders, defects) for orders in rate_table.GRID_ORDERS for defects in rate_table.GRID_DEFECTS]
    assert len(cells) == len(expected)
    for (rate, over, said), (orders, defects) in zip(cells, expected, strict=True):
        is_under = 100 * defects < orders
        assert bool(over) is not is_under
        assert said == messages.text(
            lang, f"door.rate_table.{'cell_under' if is_under else 'cell_not_under'}"
        )
        assert abs(Fraction(rate) / 100 - Fraction(defects, orders)) < Fraction(1, 10**5)


@BOTH
def test_the_rate_table_never_asks_for_more_orders(of: dict[str, dict[str, Document]], lang: str) -> None:
    asking = re.compile(
        r"\bneed\b.{0,30}orders|orders (?:are )?(?:needed|missing)|more orders|还[差需]|再[有来卖]"
    )
    assert asking.search("you need 75 more orders")
    assert asking.search("还差 75 单")
    page = of[lang]["start/rate-table/"]
    assert asking.search(page.words.split(words.text(lang, "fact.used_title"))[0]) is None


@BOTH
def test_nobody_is_told_to_log_in_elsewhere_or_to_move_the_shop(
    of: dict[str, dict[str, Document]], lang: str
) -> None:
    said = of[lang][FIRST_HOUR].words + of[lang]["start/get-your-data/"].words
    assert {"en": "Do not log in", "zh-Hans": "换地方登录"}[lang] in said
    assert "ZIP" not in said


@BOTH
def test_the_worksheet_is_empty(of: dict[str, dict[str, Document]], lang: str) -> None:
    html = of[lang]["start/worksheet/"].html
    cells = re.findall(r'<td data-l="[^"]+"(?: data-ask="[^"]+")?>(.*?)</td>', html)
    assert len(cells) == 5 * 6 + 3 * 4
    assert {re.sub(r"<[^>]+>|\d", "", cell) for cell in cells} == {""}


def test_every_page_of_the_door_is_in_the_navigation(english: dict[str, Document]) -> None:
    nav = {urljoin(f"http://site.example/{FIRST_HOUR}", tag["href"]) for tag in english[FIRST_HOUR].all("a")}
    for name in DOOR[1:]:
        assert f"http://site.example/start/{name}/" in nav


def test_a_walk_to_a_look_alike_is_short() -> None:
    assert walk({"off": "mfn", "metric": "valid_tracking"}).asked == ("off", "metric")
    assert date(2026, 11, 22) == AS_OF
