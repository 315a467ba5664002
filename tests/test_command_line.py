"""`odr` and `python -m calculator`: exit codes, JSON of errors, the text a person reads."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from .core.case import Case, cases

SEED = Path(__file__).parent / "cases" / "seed_two_of_126"


def odr(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "calculator", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.folder.name)
def test_the_command_prints_every_golden_text_with_its_exit_code(
    case: Case, capfd: pytest.CaptureFixture[str]
) -> None:
    from calculator.cli import main

    args = case.args
    words = ["assess", *map(str, case.files), "--as-of", args["as_of"], "--lang", args["lang"], "--json"]
    words += [word for key in ("store", "window") if args[key] for word in (f"--{key}", args[key])]
    words += ["--all-stores"] if args["all_stores"] else []
    words += ["--case", str(case.folder / "case.json")] if case.typed else []
    assert main(words) == args["exit"]
    assert case.told(capfd.readouterr().out) == case.expected


def test_the_installed_command_and_the_module_are_the_same_program() -> None:
    installed = subprocess.run(
        [Path(sys.executable).parent / "odr", "policy", "--json", "--as-of", "2026-11-22"],
        capture_output=True,
        check=True,
    )
    assert installed.stdout.decode() == odr("policy", "--json", "--as-of", "2026-11-22").stdout


def test_text_is_for_people_and_masks_order_ids() -> None:
    done = odr("assess", SEED / "118981020662.txt", SEED / "defects.csv", "--as-of", "2026-11-22")
    assert done.returncode == 0
    assert "2 / 126 = 1.587\u00a0%" in done.stdout
    assert "111-0000001-0000001" not in done.stdout
    chinese = odr(
        "assess",
        SEED / "118981020662.txt",
        SEED / "defects.csv",
        "--as-of",
        "2026-11-22",
        "--lang",
        "zh-Hans",
    )
    assert "未达标：1.587% 没有低于 1%。" in chinese.stdout


@pytest.mark.parametrize(
    "words",
    [
        ["assess"],
        ["assess", "x.txt", "--as-of", "yesterday"],
        ["assess", "x.txt", "--window", "2026-11-07..2026-09-09"],
        ["assess", "x.txt", "--lang", "tlh"],
        ["forecast", "x.txt"],
        ["assess", str(SEED / "defects.csv"), "--store", "XX"],
        ["policy", "no.such.rule"],
    ],
)
def test_wrong_usage_leaves_with_2(words: list[str]) -> None:
    done = odr(*words)
    assert done.returncode == 2
    assert done.stderr
    assert not done.stdout


def test_a_file_that_is_not_there_is_named_and_leaves_with_1(tmp_path: Path) -> None:
    done = odr("assess", tmp_path / "gone.txt", "--json")
    assert done.returncode == 1
    error = json.loads(done.stdout)
    assert error["contract"] == "odr-error/1"
    assert error["code"] == "file_not_readable"
    assert "gone.txt" in error["message"]


def test_one_usable_file_is_enough_and_the_other_is_listed(tmp_path: Path) -> None:
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    done = odr("assess", tmp_path / "photo.txt", SEED / "118981020662.txt", "--as-of", "2026-11-22", "--json")
    assert done.returncode == 0
    assert [problem["code"] for problem in json.loads(done.stdout)["problems"]] == ["not_a_report_picture"]


def test_the_core_starts_with_nothing_but_the_standard_library() -> None:
    root = Path(__file__).parents[1]
    script = f"import sys; sys.path.insert(0, {str(root)!r}); import calculator.assess, calculator.explain, calculator.browser.bridge"
    subprocess.run([sys.executable, "-I", "-S", "-c", script], check=True)


def test_without_a_day_the_command_asks_the_clock_once_for_today_in_utc() -> None:
    from datetime import UTC, datetime

    before = datetime.now(UTC).date()
    done = odr("assess", SEED / "118981020662.txt", "--json")
    assert json.loads(done.stdout)["as_of"] in {before.isoformat(), datetime.now(UTC).date().isoformat()}


COURSE = [SEED / "118981020662.txt", SEED / "defects.csv", "--as-of", "2026-11-22"]


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["recovery", "--ics"], "recovery.ics"),
        (["recovery", "--csv", "--lang", "zh-Hans"], "recovery.csv"),
        (["removal", "--csv"], "removal.csv"),
    ],
)
def test_a_file_to_take_along_is_printed_byte_for_byte(words: list[str], what: str) -> None:
    from calculator.take_along import take_along

    from .core.taken import of_cases

    command = [sys.executable, "-m", "calculator", words[0], *map(str, COURSE), *words[1:]]
    printed = subprocess.run(command, capture_output=True, check=True).stdout
    expected = take_along(of_cases()[SEED.name], what, words[-1] if "--lang" in words else "en").text
    assert printed == expected.encode()


@pytest.mark.parametrize("subject", ["recovery", "removal"])
def test_json_on_the_command_line_is_the_file_to_take_along_with_whole_ids(subject: str) -> None:
    from calculator import display
    from calculator.take_along import take_along

    from .core.taken import of_cases

    taken = take_along(of_cases()[SEED.name], f"{subject}.json", "en").text
    printed = odr(subject, *COURSE, "--json").stdout
    assert json.loads(printed)["contract"] == f"odr-{subject}/1"
    masked = re.sub(r"\d{3}-\d{7}-\d{7}", lambda found: display.masked(found[0]), printed)
    assert printed != masked == taken
    lines = odr(subject, *COURSE, "--json", "--all-stores").stdout.splitlines()
    assert [json.loads(one)["store"] for one in lines] == ["US"]


@pytest.mark.parametrize("subject", ["recovery", "removal"])
@pytest.mark.parametrize("lang", ["en", "zh-Hans"])
def test_the_course_and_the_plan_are_text_for_people_with_masked_ids(subject: str, lang: str) -> None:
    done = odr(subject, *COURSE, "--lang", lang)
    assert done.returncode == 0
    assert done.stdout.strip()
    assert "111-0000001-0000001" not in done.stdout


@pytest.mark.parametrize(
    "words",
    [
        ["recovery"],
        ["removal", *COURSE, "--ics"],
        ["recovery", *COURSE, "--ics", "--csv"],
        ["recovery", *COURSE, "--ics", "--all-stores"],
    ],
)
def test_a_file_that_cannot_be_made_is_wrong_usage(words: list[str]) -> None:
    done = odr(*words)
    assert done.returncode == 2
    assert done.stderr
    assert not done.stdout


def test_without_a_usable_file_the_course_leaves_with_1_in_text_and_in_json(tmp_path: Path) -> None:
    assert odr("recovery", tmp_path / "gone.txt").returncode == 1
    done = odr("removal", tmp_path / "gone.txt", "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["code"] == "file_not_readable"


def test_the_order_of_day_and_month_may_be_stated(tmp_path: Path) -> None:
    file = tmp_path / "orders.txt"
    header = "amazon-order-id\tpurchase-date\torder-status\tfulfillment-channel\tsales-channel\n"
    file.write_text(
        f"{header}111-0000001-0000001\t10/11/26\tShipped\tMerchant\tAmazon.com\n", encoding="utf-8"
    )
    done = odr("assess", file, "--as-of", "2026-11-30", "--json", "--dates", "day_first")
    assert any(
        note.endswith("read with the day first.") for note in json.loads(done.stdout)["files"][0]["notes"]
    )
    refused = odr("assess", file, "--dates", "sideways")
    assert refused.returncode == 2
    assert "sideways" in refused.stderr


PAID = Path(__file__).parent / "cases" / "payments_report"


def test_a_claim_only_hinted_at_is_confirmed_or_dismissed_by_its_order() -> None:
    words = [
        "assess",
        *sorted(PAID.glob("*.txt")),
        *sorted(PAID.glob("*.csv")),
        "--as-of",
        "2026-11-22",
        "--json",
    ]
    said = ["--confirm", "111-0000001-0000001=granted", "--confirm", "111-0000002-0000002=none"]
    before, after = (json.loads(odr(*words, *more).stdout) for more in ([], said))
    assert [len(found["candidates"]) for found in (before, after)] == [3, 1]
    assert [found["order_defect_rate"]["mfn"]["a_to_z_claims"] for found in (before, after)] == [0, 1]


@pytest.mark.parametrize("value", ["111-0000001-0000001", "111-0000001-0000001=perhaps", "mine=granted"])
def test_an_answer_that_cannot_be_is_refused_in_words(value: str) -> None:
    done = odr("assess", PAID / "orders.txt", "--as-of", "2026-11-22", "--confirm", value)
    assert done.returncode == 2
    assert f"“{value}” does not say how a claim or chargeback ended" in " ".join(done.stderr.split())


def test_the_order_of_dates_in_a_case_is_that_of_its_file(tmp_path: Path) -> None:
    header = (PAID / "orders.txt").read_text().splitlines()[0]
    row = (PAID / "orders.txt").read_text().splitlines()[1].replace("2026-10-03T10:00:00+00:00", "10/11/26")
    (tmp_path / "o.txt").write_text(f"{header}\n{row}\n")
    held = {
        "contract": "odr-case/1",
        "files": [{"file": "o.txt", "kind": "all_orders", "dates": "day_first"}],
    }
    (tmp_path / "case.json").write_text(json.dumps(held))
    words = [
        "assess",
        tmp_path / "o.txt",
        "--case",
        tmp_path / "case.json",
        "--as-of",
        "2026-11-30",
        "--json",
    ]
    (file,) = json.loads(odr(*words).stdout)["files"]
    assert "day first" in " ".join(file["notes"])
