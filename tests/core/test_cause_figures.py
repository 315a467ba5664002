"""The figures on the page about causes are those of the program that stands here."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.native


def test_the_figures_shown_are_measured_on_what_stands_here() -> None:
    from calculator import tables
    from tests.causes.figures import measured

    shown = tables.read("calculator.docsite", "cause_figures")
    now = measured()
    assert {name: shown[name] for name in now} == now


def test_the_aims_are_kept_on_the_blind_set() -> None:
    from calculator import tables

    shown = tables.read("calculator.docsite", "cause_figures")
    assert 1000 * shown["right"] >= 885 * shown["comments"]
    assert all(10 * one["right"] >= 8 * one["comments"] for one in shown["languages"].values())


def test_the_tables_hold_every_language_and_cause() -> None:
    from calculator.causes import Cause
    from calculator.docsite import cause_figures

    languages = cause_figures.by_language(["a", "b", "c", "d"]).splitlines()
    assert len(languages) == 2 + 8
    causes = cause_figures.by_cause(["a", "b", "c", "d"], "zh-Hans").splitlines()
    assert len(causes) == 2 + len(Cause)
    rows = cause_figures.confusion("a", "en").splitlines()
    assert {line.count("|") for line in rows} == {len(Cause) + 2}


def test_the_blind_set_and_the_examples_share_no_comment() -> None:
    from tests.causes.evaluate import labelled

    learned = {row["text"].strip().casefold() for name in ("examples", "held_out") for row in labelled(name)}
    long = [row for row in labelled("held_out_2") if len(row["text"]) > 40]
    assert not [row["lang"] for row in long if row["text"].strip().casefold() in learned]
