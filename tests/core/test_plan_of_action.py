"""The grid: a row a cause, cells filled by the seller alone, and what belongs to nothing refused."""

from __future__ import annotations

from typing import Any

import pytest

from calculator import workbook
from calculator.assess import assess
from calculator.case import read as read_case
from calculator.plan_of_action import grid
from calculator.plan_of_action.plan import plan_of
from calculator.reports import Intake

from .appeal_cases import AS_OF, letter, read, whole

CELLS = ("root_cause", "actions_taken", "prevention", "evidence")
FEEDBACK = "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\n10/20/26\t1\t{words}\t\t111-0000007-0000007\tx\n"
ORDERS = (
    "amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\n"
    "111-0000007-0000007\t2026-10-06T01:00:00+00:00\t2026-10-07T01:00:00+00:00\tShipped\tMerchant\tAmazon.com\n"
)


def drawn(document: dict[str, Any], lang: str = "en") -> dict[str, Any]:
    return grid(*read(document), lang, AS_OF)


def states(document: dict[str, Any]) -> list[str]:
    return [drawn(document)["grid"][0]["cells"][cell]["state"] for cell in CELLS]


def kinds(document: dict[str, Any]) -> list[str]:
    return [one["kind"] for one in drawn(document)["orphans"]]


def row(document: dict[str, Any]) -> dict[str, Any]:
    return document["appeal"]["causes"][0]


def test_a_whole_case_fills_every_cell_and_leaves_no_orphan() -> None:
    assert states(whole()) == ["filled"] * 4
    assert kinds(whole()) == []


def test_an_empty_case_has_no_rows() -> None:
    assert drawn({"contract": "odr-case/1"}) == {"grid": [], "orphans": []}


def test_a_cause_of_a_defect_has_a_row_before_anything_is_answered() -> None:
    document = whole()
    document["appeal"]["causes"] = []
    document["defects"][1]["cause"] = "late_delivery"
    rows = drawn(document)["grid"]
    assert [(one["cause"], one["cause_id"], one["defects"]) for one in rows] == [
        ("c1", "not_received", 1),
        ("c2", "late_delivery", 1),
    ]
    assert rows[0]["cells"]["root_cause"]["field"] == "appeal.causes.c1.path"
    assert rows[0]["cells"]["root_cause"]["ask"] == "Who brought this parcel to the buyer?"


def test_a_new_row_takes_no_id_that_is_taken() -> None:
    document = whole()
    row(document)["id"] = "c1"
    document["defects"][1]["cause"] = "late_delivery"
    assert [one["cause"] for one in drawn(document)["grid"]] == ["c1", "c2"]


@pytest.mark.parametrize(
    ("place", "cell", "field"),
    [
        (("answers", "decided"), 0, "appeal.causes.c1.answers.decided"),
        (("actions", 0, "answers", "on"), 1, "appeal.causes.c1.actions.a1.answers.on"),
        (("actions", 1, "answers", "proof"), 1, "appeal.causes.c1.actions.a2.answers.proof"),
        (("prevention", 0, "answers", "start"), 2, "appeal.causes.c1.prevention.p1.answers.start"),
    ],
)
def test_a_missing_answer_opens_its_cell_with_a_question_and_its_field(
    place: tuple[Any, ...], cell: int, field: str
) -> None:
    document = whole()
    held: Any = row(document)
    for step in place[:-1]:
        held = held[step]
    del held[place[-1]]
    found = drawn(document)["grid"][0]["cells"][CELLS[cell]]
    assert (found["state"], found["field"]) == ("missing", field)
    assert found["ask"]


def test_only_planned_is_a_state_of_its_own_and_is_refused() -> None:
    document = whole()
    for action in row(document)["actions"]:
        action.update(state="planned")
        action["answers"]["by"] = "2026-11-28"
    assert states(document)[1] == "planned_only"
    assert kinds(document) == ["only_planned", "evidence_without_measure"] or kinds(document) == [
        "only_planned"
    ]


@pytest.mark.parametrize(
    ("spoil", "kind", "blocks"),
    [
        (lambda one: one.update(actions=[], evidence=[]), "cause_without_action", True),
        (lambda one: one.update(prevention=[]), "cause_without_prevention", True),
        (
            lambda one: one.update(left_out=["confirmed_early", "no_comparison"]),
            "cause_without_root_cause",
            True,
        ),
        (
            lambda one: one["prevention"].append({"id": "p2", "frame": "of_another_block"}),
            "measure_without_cause",
            False,
        ),
        (
            lambda one: one["actions"].append({"id": "a3", "frame": "label_at_weigh_in"}),
            "measure_without_cause",
            False,
        ),
        (
            lambda one: one["evidence"].append({"id": "e3", "file": "x.pdf", "shows": "a9"}),
            "evidence_without_measure",
            False,
        ),
    ],
)
def test_each_orphan_is_named_with_its_field(spoil: Any, kind: str, blocks: bool) -> None:
    document = whole()
    spoil(row(document))
    found = [one for one in drawn(document)["orphans"] if one["kind"] == kind]
    assert len(found) == 1 and found[0]["blocks"] is blocks
    assert found[0]["field"].startswith("appeal.causes.c1.") and found[0]["message"]
    assert letter(document).ready is not blocks


def test_a_cause_that_no_defect_shows_is_refused_and_stays_out() -> None:
    document = whole()
    stray = {**row(document), "id": "c2", "cause": "late_delivery", "path": ["late_delivery"]}
    document["appeal"]["causes"].append(stray)
    assert kinds(document) == ["cause_without_defect"]
    assert [one["cause"] for one in drawn(document)["grid"]] == ["c1"]
    assert letter(document).text == letter(whole()).text


def test_an_unknown_step_is_asked_about_with_how_to_find_out() -> None:
    document = whole()
    row(document)["path"] = ["not_received", "carrier", "no_line", "unknown"]
    cell = drawn(document)["grid"][0]["cells"]["root_cause"]
    assert cell["state"] == "missing" and cell["ask"].startswith("Not known yet. Find out first:")
    assert len(cell["ask"]) > len("Not known yet. Find out first: ")
    assert not letter(document).ready


@pytest.mark.parametrize(
    ("cause", "path"),
    [
        ("not_received", ["not_received", "fba"]),
        ("not_received", ["not_received", "carrier", "delivered", "full"]),
        ("price_or_product_opinion", ["price_or_product_opinion"]),
    ],
)
def test_where_nothing_is_to_be_admitted_nothing_is_written_and_nothing_is_missing(
    cause: str, path: list[str]
) -> None:
    document = whole()
    for one in document["defects"]:
        one["cause"] = cause
    row(document).update(cause=cause, path=path)
    assert set(states(document)) == {"blank"}
    assert "measure_without_cause" in kinds(document)
    one = letter(document)
    assert "Root cause" not in one.text and "closed 31 offers" not in one.text
    assert not one.ready and "nothing_to_write" in [problem["code"] for problem in one.problems]


def test_a_path_that_cannot_be_is_asked_again() -> None:
    document = whole()
    row(document)["path"] = ["not_received", "no such answer"]
    cell = drawn(document)["grid"][0]["cells"]["root_cause"]
    assert cell["field"] == "appeal.causes.c1.path"
    row(document)["cause"] = "no_such_cause"
    assert {"cause_without_defect"} <= set(kinds(document))


def test_a_day_typed_in_the_walk_answers_since_and_a_later_answer_beats_it() -> None:
    assert "From 20 September 2026 on" in letter(whole()).text
    document = whole()
    row(document)["answers"]["since"] = "2026-09-01"
    assert "From 1 September 2026 on" in letter(document).text


class TestCausesOfDefects:
    """Whose word gives a defect its cause."""

    def held(self, **marks: str) -> list[str]:
        document = {"contract": "odr-case/1", "defects": [{"id": "d1", "type": "negative_feedback", **marks}]}
        return [one.cause for one in plan_of(read_case(document), None, AS_OF).defects]

    def test_the_sellers_beats_that_of_the_comment(self) -> None:
        assert self.held(note="It never came.") == ["not_received"]
        assert self.held(note="It never came.", cause="late_delivery") == ["late_delivery"]

    def test_a_cancelled_order_is_its_own_cause_and_a_bare_claim_has_none(self) -> None:
        assert self.held(outcome="cancelled_by_seller") == ["cancelled_by_seller_or_out_of_stock"]
        assert self.held(outcome="granted") == [""]
        assert self.held(note="meh") == [""]

    def test_one_without_a_cause_is_asked_about(self) -> None:
        document = whole()
        document["defects"][1]["cause"] = ""
        one = letter(document)
        assert not one.ready
        assert [m["field"] for m in one.missing] == ["defects.d2.cause"]
        assert "111-0000002-0000002" not in one.missing[0]["question"], "a question masks the order"

    def test_a_row_of_a_file_has_its_comments_cause_and_its_mark_beats_it(self) -> None:
        def held(**marks: Any) -> list[tuple[str, str]]:
            intake = Intake(workbook.sheets)
            for name, content in (
                ("orders.txt", ORDERS),
                ("feedback.txt", FEEDBACK.format(words="never came")),
            ):
                intake.open(name, name)
                intake.feed(name, content.encode())
                intake.close(name)
            typed = read_case({"contract": "odr-case/1", "marks": marks})
            plan = plan_of(typed, assess(intake, AS_OF, store="US", case=typed), AS_OF)
            return [(one.cause, one.place) for one in plan.defects]

        key = "feedback.txt:2:negative_feedback"
        assert held() == [("not_received", "marks.feedback~1txt:2:negative_feedback")]
        assert held(**{key: {"cause": "late_delivery"}})[0][0] == "late_delivery"


class TestRefunds:
    """Who refunded, asked once an order."""

    def fields(self, **marks: str) -> list[str]:
        document = whole()
        document["defects"][0].update(**marks)
        return [one["field"] for one in letter(document).missing]

    def test_an_answer_is_asked_for_and_a_day(self) -> None:
        assert self.fields(refunded_by="") == ["defects.d1.refunded_by"]
        assert self.fields(refunded_by="not_known") == ["defects.d1.refunded_by"]
        assert self.fields(refunded_by="seller", refunded_on="") == ["defects.d1.refunded_on"]

    def test_nobody_is_an_answer_and_writes_nothing(self) -> None:
        document = whole()
        document["defects"][0].update(refunded_by="nobody", refunded_on="")
        one = letter(document)
        assert one.ready and one.text.count("Refund for") == 1

    def test_the_seller_and_amazon_have_their_own_sentence(self) -> None:
        document = whole()
        document["defects"][1].update(refunded_by="seller")
        text = letter(document).text
        assert (
            "order 111-0000001-0000001: Amazon refunded the buyer from our account on 18 November 2026."
            in text
        )
        assert "order 111-0000002-0000002: we refunded the buyer on 18 November 2026." in text

    def test_a_chargeback_is_no_refund_of_amazons(self) -> None:
        document = whole()
        document["defects"][1].update(type="chargeback", outcome="service")
        text = letter(document).text
        words = "order 111-0000002-0000002: the buyer got the money back through the chargeback, out of our account, on 18"
        assert words in text and text.count("Amazon refunded the buyer") == 1
        document["defects"][0].update(order_id="111-0000002-0000002")
        assert "through the chargeback" not in letter(document).text, (
            "a claim on the same order was refunded by Amazon"
        )

    def test_two_defects_of_one_order_are_refunded_once(self) -> None:
        document = whole()
        document["defects"][1].update(order_id="111-0000001-0000001", refunded_by="", refunded_on="")
        one = letter(document)
        assert one.ready and one.text.count("Refund for") == 1

    def test_two_answers_about_one_order_are_refused(self) -> None:
        document = whole()
        document["defects"][1].update(order_id="111-0000001-0000001", refunded_by="seller")
        one = letter(document)
        assert not one.ready and "Refund for" not in one.text
        assert [problem["code"] for problem in one.problems] == ["refunds_differ"]

    def test_a_refund_still_to_come_is_none(self) -> None:
        document = whole()
        document["defects"][0]["refunded_on"] = "2026-12-01"
        one = letter(document)
        assert not one.ready and one.text.count("Refund for") == 1


class TestDisputes:
    """What is disputed is admitted nowhere."""

    def disputed(self, *numbers: int, **marks: str) -> dict[str, Any]:
        document = whole()
        for number in numbers:
            document["defects"][number].update(disputed="yes", appealed_on="2026-11-20", **marks)
        return document

    def test_a_disputed_order_is_named_only_as_appealed(self) -> None:
        one = letter(self.disputed(1))
        lines = [line for line in one.text.splitlines() if "111-0000002-0000002" in line]
        assert lines == [
            "The decision on order 111-0000002-0000002 was appealed on 20 November 2026; the new decision is pending. "
            "The measures named in this plan do not depend on its result."
        ]
        assert one.ready and [row["order_id"] for row in one.affected_orders] == ["111-0000001-0000001"]

    def test_without_a_day_of_the_appeal_the_letter_says_nothing_of_it(self) -> None:
        for day in ("", "soon", "2026-12-01"):
            one = letter(self.disputed(1, appealed_on=day)) if False else letter(self._with_day(day))
            assert one.ready and "111-0000002-0000002" not in one.text
            assert [problem["blocks"] for problem in one.problems] == [False]

    def _with_day(self, day: str) -> dict[str, Any]:
        document = self.disputed(1)
        document["defects"][1]["appealed_on"] = day
        return document

    def test_where_all_is_disputed_its_cause_is_no_row_and_there_is_no_letter(self) -> None:
        document = self.disputed(0, 1)
        assert kinds(document) == ["cause_without_defect"]
        one = letter(document)
        assert not one.ready
        for words in ("closed 31 offers", "own work", "111-0000001-0000001", "Root cause"):
            assert words not in one.text

    def test_one_without_order_and_day_is_disputed_all_the_same(self) -> None:
        document = self.disputed(0)
        document["defects"][0].update(order_id="", order_date="")
        document["defects"][1].update(cause="late_delivery", disputed="yes", appealed_on="2026-11-20")
        assert "cause_without_defect" in kinds(document), "not_received is only disputed"
        document["defects"][0]["disputed"] = ""
        one = letter(document)
        assert "defects.d1.order_id" in [missing["field"] for missing in one.missing]

    def test_one_that_no_longer_counts_is_admitted_no_more_than_before(self) -> None:
        document = self.disputed(0, 1)
        document["defects"][0]["outcome"] = "withdrawn"
        document["defects"][1]["cause"] = "late_delivery"
        one = letter(document)
        assert "cause_without_defect" in kinds(document) and "closed 31 offers" not in one.text
        assert "111-0000001-0000001" not in one.text, "nothing is pending there"

    def test_a_row_of_another_cause_may_stand_beside_a_dispute(self) -> None:
        document = self.disputed(0, 1)
        own = {
            "id": "c2",
            "cause": "poor_customer_service_or_no_reply",
            "path": ["poor_customer_service_or_no_reply", "own", "me", "none", "day"],
            "answers": {
                "since": "2026-06-30",
                "what": "claim mails went to a mailbox nobody read",
                "check": "a second reader",
            },
            "actions": [
                {
                    "id": "a1",
                    "frame": "own",
                    "state": "done",
                    "answers": {
                        "on": "2026-11-20",
                        "who": "owner",
                        "deed": "two readers named",
                        "proof": "mail settings.png",
                    },
                }
            ],
            "prevention": [
                {
                    "id": "p1",
                    "frame": "own",
                    "answers": {
                        "start": "2026-11-21",
                        "who": "customer_service",
                        "rule": "claim mails are read at 9:00 and 21:00",
                        "measure": "a log, looked at each Monday",
                    },
                }
            ],
        }
        document["appeal"]["causes"] = [own]
        found = drawn(document)
        assert [(one["cause"], one["belongs"]) for one in found["grid"]] == [("c2", "beside_a_dispute")]
        one = letter(document)
        assert one.ready, (one.missing, one.problems)
        assert "claim mails went to a mailbox" in one.text and one.text.count("was appealed on") == 2
        assert "Orders concerned" not in one.text

    def test_the_row_of_the_disputed_cause_itself_may_not(self) -> None:
        document = self.disputed(0, 1)
        assert row(document)["cause"] == "not_received"
        assert "cause_without_defect" in kinds(document)
