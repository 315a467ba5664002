"""The README tells a stranger nothing that is not so."""

from __future__ import annotations

import re
from datetime import date

from calculator.assess import assess
from calculator.docsite import settings
from calculator.orders import Fulfillment
from calculator.reports.intake import Intake

README = (settings.ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\w*\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def test_every_make_target_it_names_is_there() -> None:
    makefile = (settings.ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"`?make (\w+)", README))
    assert {"serve", "test", "site", "dev", "freshness"} <= named
    assert [target for target in sorted(named) if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


def test_every_folder_and_file_it_names_is_there() -> None:
    named = re.findall(r"^\| `([\w/]+/)` \|", README, re.MULTILINE) + re.findall(r"\]\(([\w./-]+)\)", README)
    assert len(named) > 10
    assert [name for name in named if not (settings.ROOT / name).exists()] == []


def test_the_files_it_shows_are_understood() -> None:
    typed = {"defects.csv": "order_id,", "order_counts.csv": "first_day,"}
    intake = Intake(lambda _data, name: [[[name]]])
    for name, start in typed.items():
        (text,) = [block for block in BLOCKS if block.startswith(start)]
        intake.open(name, name)
        intake.feed(name, text.encode())
        intake.close(name)
    found = assess(intake, date(2026, 11, 22))
    rate = found.rates[Fulfillment.MFN]
    assert found.problems == ()
    assert (rate.orders_with_defects.high, rate.orders.high) == (2, 126)
