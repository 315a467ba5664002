"""A folder of accounts: the same bytes by one process, by several and on a Dask cluster, and the recount's counts."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import time
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest

from .accounts import AS_OF, write_accounts
from .markers import differences
from .recount import recount

if TYPE_CHECKING:
    from pathlib import Path

    from .truth import Shop

pytestmark = pytest.mark.native
ACCOUNTS = int(os.environ.get("ODR_ACCOUNTS", "40"))
WRITTEN = ("accounts.csv", "accounts.html", "accounts.json")
Crowd = tuple["Path", dict[str, "Shop"]]
Tables = dict[str, bytes]


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Crowd:
    folder = tmp_path_factory.mktemp("crowd") / "accounts"
    return folder, write_accounts(folder, ACCOUNTS)


@pytest.fixture(scope="module")
def tables(crowd: Crowd) -> Tables:
    return summed_up(crowd[0], "--jobs", "2")


def summed_up(folder: Path, *words: str) -> Tables:
    """What `odr assess FOLDER --out` writes, and on the screen how long it took."""
    out = folder.parent / f"out{len(list(folder.parent.iterdir()))}"
    began = time.monotonic()
    command = [sys.executable, "-m", "calculator", "assess", folder, "--as-of", str(AS_OF), "--out", out]
    done = subprocess.run([*map(str, command), *words], capture_output=True, check=False)
    seconds = time.monotonic() - began
    assert done.returncode == 0, done.stderr.decode()
    assert not done.stderr, "a bar or a warning where nobody watches"
    print(f"\n{ACCOUNTS} accounts {' '.join(words)}: {seconds:.1f} s, {ACCOUNTS / seconds:.0f} a second")
    return {name: (out / name).read_bytes() for name in WRITTEN}


def accounts(tables: Tables) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(tables["accounts.json"])["accounts"]
    return found


def test_the_number_of_processes_changes_no_byte(crowd: Crowd, tables: Tables) -> None:
    assert summed_up(crowd[0], "--jobs", "1") == tables


@pytest.mark.skipif(find_spec("distributed") is None, reason="Dask is not installed: make accounts")
def test_a_dask_cluster_gives_the_same_bytes(crowd: Crowd, tables: Tables) -> None:
    assert summed_up(crowd[0], "--dask", "local", "--jobs", "2") == tables


def test_every_account_has_one_row_and_the_worst_come_first(tables: Tables) -> None:
    rows = accounts(tables)
    assert len(rows) == ACCOUNTS
    order = ["over", "unreadable", "check", "near", "no_orders", "fine"]
    places = [order.index(row["state"]) for row in rows]
    assert places == sorted(places) and len(set(places)) >= 4
    table = list(csv.reader(io.StringIO(tables["accounts.csv"].decode("utf-8-sig"))))
    assert len(table) == 1 + ACCOUNTS and {len(row) for row in table} == {len(table[0])}


def test_the_counts_are_those_of_the_independent_recount(crowd: Crowd, tables: Tables) -> None:
    rows = {row["account"]: row for row in accounts(tables)}
    told = {name.encode("utf-8", "replace").decode(): shop for name, shop in crowd[1].items()}
    assert len(told) >= ACCOUNTS // 4
    wrong = [f"{name!r}: {line}" for name, shop in told.items() for line in beside(shop, rows[name])]
    assert wrong == []


def beside(shop: Shop, row: dict[str, Any]) -> list[str]:
    """Differences of a row and the recount, in everything the row carries over."""
    expected: Any = recount(shop)
    kept = ("orders", "orders_with_defects", "verdict")
    sides = {
        who: {key: side[key] for key in kept if key in side}
        for who, side in expected["order_defect_rate"].items()
    }
    window = {key: expected["reporting_window"][key] for key in ("first_day", "last_day", "basis")}
    return [
        *differences(sides, row["order_defect_rate"]),
        *differences(window, row["reporting_window"]),
        *differences(expected["store"], row["store"]),
    ]
