"""The two packs of the core: what the calculator loads never asks for what only the desk's pack holds."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from importlib import util
from pathlib import Path

import pytest

from calculator.browser import packs
from calculator.web.build.archives import split
from calculator.web.build.contents import DESK

ASKED = """
import json, sys
from calculator.browser import bridge
for request in json.loads(sys.argv[1]):
    answer = json.loads(bridge.handle(json.dumps(request)))
    assert answer["contract"] != "odr-error/1", answer
print(json.dumps(sorted(name for name in sys.modules if name.partition(".")[0] == "calculator")))
"""
CASE = {
    "contract": "odr-case/1",
    "odr_page": {
        "orders": "126",
        "orders_with_defects": "1",
        "first_day": "2026-09-09",
        "last_day": "2026-11-07",
    },
    "defects": [
        {"order_date": "2026-10-06", "type": "a_to_z_claim", "outcome": "granted", "fulfillment": "mfn"}
    ],
}
DAY = {"as_of": "2026-11-22", "lang": "zh-Hans"}
REQUESTS = [
    {"type": "explain", "case": CASE, **DAY},
    {"type": "letter", "template": "a_to_z_appeal_delivered", "defect": "d1", "case": CASE, **DAY},
    {"type": "take_along", "what": "recovery.csv", "case": CASE, **DAY},
    {"type": "understand", "text": "订单缺陷率 1.59%", **DAY},
]


def test_nothing_the_calculator_asks_for_lies_in_the_pack_of_the_desk() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASKED, json.dumps(REQUESTS)], capture_output=True, text=True, check=True
    )
    files = [
        f"{name.replace('.', '/')}{ending}" for name in json.loads(done.stdout) for ending in (".py", "/")
    ]
    assert len(files) > 100
    assert [file for file in files if file.startswith(DESK)] == []


def test_a_wheel_is_split_and_nothing_is_left_over(tmp_path: Path) -> None:
    whole = {
        "calculator/assess.py": "a",
        "calculator/route/walker.py": "b",
        "calculator/_tables/desk_route.py": "c",
    }
    wheel, desk = tmp_path / "odr.whl", tmp_path / "desk.zip"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in whole.items():
            archive.writestr(name, text)
    split(wheel, desk)
    assert zipfile.ZipFile(wheel).namelist() == ["calculator/assess.py"]
    assert zipfile.ZipFile(desk).namelist() == [
        "calculator/route/walker.py",
        "calculator/_tables/desk_route.py",
    ]


@pytest.mark.skipif(
    util.find_spec("calculator._tables") is not None, reason="the wheel has its tables already"
)
def test_a_second_archive_is_searched_once_and_after_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "second.zip"
    with zipfile.ZipFile(archive, "w") as second:
        second.writestr("calculator/only_in_the_second.py", "HERE = True\n")
        second.writestr("calculator/dates.py", "raise AssertionError('the first archive goes first')\n")
    monkeypatch.setattr(packs, "SHARED", ("calculator",))
    held = list(sys.modules["calculator"].__path__)
    monkeypatch.setattr(sys.modules["calculator"], "__path__", held)
    packs.add(str(archive))
    packs.add(str(archive))
    assert held[1:] == [f"{archive}/calculator"]
    from calculator import only_in_the_second  # type: ignore[attr-defined]  # lies in the archive alone

    assert only_in_the_second.HERE
