"""What can go wrong around a seller's work: each fault has a sentence, the work stays, and a test says so.

`FAULTS` is the list. A fault without a test for a tool fails here, and so does a test that is gone.
"""

from __future__ import annotations

import ast
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from calculator.messages import text

from .calculator_page import CalculatorPage
from .conftest import Host, Keeper
from .test_job import FILES, SEED_ANSWER
from .test_keeping import REFUSED
from .tool_page import PATHS, TOOLS, ToolPage

HERE = "test_faults"
FAULTS: dict[str, dict[str, str]] = {
    "the program dies": {
        "calculator": "test_case_model::test_a_crashed_worker_loses_nothing_that_is_in_the_page",
        "appeal": "test_appeal_keeping::test_a_crash_of_the_program_loses_nothing",
        "letter-check": f"{HERE}::test_a_program_that_dies_leaves_the_work",
    },
    "the program is gone without a word": {
        "calculator": "test_case_model::test_a_worker_gone_without_a_word_is_said_while_it_reads"
    },
    "no memory": dict.fromkeys(TOOLS, f"{HERE}::test_a_program_that_dies_leaves_the_work"),
    "no memory for one file": {"calculator": f"{HERE}::test_a_file_without_memory_is_left_out_and_named"},
    "the tab is closed while typing": dict.fromkeys(TOOLS, f"{HERE}::test_the_last_key_is_kept"),
    "the tab is closed while reading": {"calculator": f"{HERE}::test_a_reload_while_reading_reads_again"},
    "the tab crashes": {"calculator": "test_keeping::test_a_crashed_tab_brings_it_back"},
    "closed with nothing kept": {
        "calculator": "test_leaving::test_the_browser_warns_of_typed_work_that_is_nowhere_else"
    },
    "reload": {
        "calculator": "test_keeping::test_kept_work_is_there_after_a_reload_and_no_request_follows_it",
        "appeal": "test_appeal_keeping::test_a_reload_in_the_middle_comes_back_to_the_same_step",
        "letter-check": f"{HERE}::test_the_last_key_is_kept",
    },
    "storage full": dict.fromkeys(TOOLS, f"{HERE}::test_storage_that_takes_nothing_is_said"),
    "no room for the files": {
        "calculator": "test_keeping::test_without_room_the_case_stays_and_the_files_are_named"
    },
    "storage refused": dict.fromkeys(TOOLS, f"{HERE}::test_storage_that_takes_nothing_is_said"),
    "two tabs": dict.fromkeys(TOOLS, f"{HERE}::test_two_tabs_on_one_case"),
    "kept by an older edition": dict.fromkeys(TOOLS, f"{HERE}::test_kept_by_an_older_edition_it_opens"),
    "kept by a newer edition": dict.fromkeys(TOOLS, f"{HERE}::test_kept_work_that_does_not_open_stays"),
    "kept and damaged": dict.fromkeys(TOOLS, f"{HERE}::test_kept_work_that_does_not_open_stays"),
    "case file, older": dict.fromkeys(TOOLS, f"{HERE}::test_a_case_file_of_any_kind"),
    "case file, newer": dict.fromkeys(TOOLS, f"{HERE}::test_a_case_file_of_any_kind"),
    "case file, damaged": dict.fromkeys(TOOLS, f"{HERE}::test_a_case_file_of_any_kind"),
    "case file, huge": dict.fromkeys(TOOLS, f"{HERE}::test_a_case_file_of_any_kind"),
    "case file, one byte flipped": {"calculator": f"{HERE}::test_a_flipped_byte_never_costs_what_is_typed"},
}
ONE_TOOL = {  # what only the calculator has to do with, or what is the same code below all three
    "the program is gone without a word",
    "no memory for one file",
    "the tab is closed while reading",
    "the tab crashes",
    "closed with nothing kept",
    "no room for the files",
    "case file, one byte flipped",
}


def test_every_fault_has_its_test_for_every_tool() -> None:
    for fault, tests in FAULTS.items():
        assert set(tests) == ({"calculator"} if fault in ONE_TOOL else set(TOOLS)), fault
        for named in tests.values():
            module, _, name = named.partition("::")
            tree = ast.parse(Path(__file__).with_name(f"{module}.py").read_text(encoding="utf-8"))
            assert name in {one.name for one in tree.body if isinstance(one, ast.FunctionDef)}, named


@pytest.fixture
def tool(kept_page: Keeper, with_headers: Host) -> Callable[[str], ToolPage]:
    """A tool as new, on a page that is kept."""
    return lambda name: ToolPage(kept_page(PATHS[name]), with_headers.url, name).shown()


@pytest.fixture
def own_storage(browser: Browser) -> Iterator[BrowserContext]:
    """A browser of one's own, whose storage can be filled, refused and looked into."""
    context = browser.new_context(service_workers="block")
    yield context
    context.close()


Opener = Callable[..., ToolPage]


@pytest.fixture
def opened(own_storage: BrowserContext, with_headers: Host) -> Opener:
    def open_(name: str) -> ToolPage:
        return ToolPage(own_storage.new_page(), with_headers.url, name).open()

    return open_


@pytest.mark.parametrize("name", TOOLS)
def test_a_program_that_dies_leaves_the_work(tool: Callable[[str], ToolPage], name: str) -> None:
    page = tool(name)
    page.type("126")
    errors = {
        "memory": "new RangeError('Array buffer allocation failed')",
        **({"crashed": "new Error('gone')"} if name == "letter-check" else {}),
    }
    for code, error in errors.items():
        page.model("session.wake()")
        page.until("session.phase === 'done'")
        page.throw_inside(error)
        said = page.element.locator(f"[data-trouble={code}]")
        expect(said).to_contain_text(text("en", f"shell.failure.{code}_title"))
        expect(said).to_contain_text(text("en", "shell.failure.safe"))
        assert page.typed == "126"
        said.locator(".odr-button--main").click()
    page.until("session.phase === 'done'")
    assert page.model("session.trouble ?? null") is None
    assert page.typed == "126"


def test_a_file_without_memory_is_left_out_and_named(own_calculator: CalculatorPage, tmp_path: Path) -> None:
    """The browser gives no byte more than the program has at its start."""
    own_calculator.choose(FILES)
    own_calculator.wait_until_done()
    own_calculator.in_worker(
        "async () => { WebAssembly.Memory.prototype.grow = () => { throw new RangeError('no'); }; }"
    )
    large = tmp_path / "large.txt"
    header = "amazon-order-id\tpurchase-date\torder-status\tfulfillment-channel\tsales-channel\n"
    row = "111-{:07d}-{:07d}\t2026-10-02T08:11:00+00:00\tShipped\tMerchant\tAmazon.com\n"
    large.write_text(header + "".join(row.format(n, n) for n in range(400_000)), encoding="utf-8")
    own_calculator.choose([large])
    own_calculator.until(
        "session.phase === 'done' && !session.computing && session.files.some((file) => file.state === 'refused')"
    )
    assert own_calculator.model("session.files.map((file) => file.refusal?.code ?? file.state)") == [
        *["read"] * len(FILES),
        "too_large",
    ]
    assert own_calculator.answered() == SEED_ANSWER
    expect(own_calculator.files.filter(has_text="large.txt")).to_contain_text("needs more memory")


HIDE = """() => {
  Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
IS_KEPT = """async () => {
  const asked = indexedDB.open("odr-handbook", 1);
  await new Promise((done, failed) => { asked.onsuccess = done; asked.onerror = asked.onblocked = failed; });
  const found = asked.result.transaction("work").objectStore("work").get("kept/case");
  await new Promise((done) => { found.onsuccess = done; });
  asked.result.close();
  return found.result;
}"""


@pytest.mark.parametrize("name", TOOLS)
def test_the_last_key_is_kept(opened: Opener, name: str) -> None:
    page = opened(name)
    page.keep("126")
    page.type("127")
    # Out of sight before the pause after a key is over: what a phone does before it ends a tab.
    held = page.page.evaluate(f"async () => {{ ({HIDE})(); return ({IS_KEPT})(); }}")
    assert "127" in {held["notice"]["orders"], held.get("letter_check", {}).get("text")}
    page.page.reload()
    page.until("session.recover")
    assert page.typed == "127"
    expect(page.element.locator("[data-notice=restored]")).to_be_visible()


def test_a_reload_while_reading_reads_again(opened: Opener, tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    header = b"amazon-order-id\tpurchase-date\torder-status\tfulfillment-channel\tsales-channel\n"
    row = b"111-0000001-0000001\t2026-10-02T08:11:00+00:00\tShipped\tMerchant\tAmazon.com\n"
    large.write_bytes(header + row * 300_000)
    page = opened("calculator")
    page.keep("126")
    page.element.locator("[data-drop] input[type=file]").set_input_files([str(large)])
    page.until("session.files.some((file) => file.state === 'reading') && session.keeping.holdsCase")
    page.page.reload()
    page.until("session.files.some((file) => file.state === 'read') && session.phase === 'done'")
    assert page.model("session.files.map((one) => one.file.name)") == ["large.txt"]
    assert page.typed == "126"


FULL = "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };"
NO_STORAGE = """for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
  Object.defineProperty(globalThis, name, { get() { throw new DOMException("refused", "SecurityError"); } });"""


@pytest.mark.parametrize("name", TOOLS)
def test_storage_that_takes_nothing_is_said(
    own_storage: BrowserContext, with_headers: Host, name: str
) -> None:
    for script in (FULL, REFUSED, NO_STORAGE):
        tab = own_storage.new_page()
        tab.add_init_script(script)
        page = ToolPage(tab, with_headers.url, name, "zh-Hans").open()
        page.type("126")
        page.element.locator("[data-keep]").first.click()
        expect(page.keeping).to_have_text(text("zh-Hans", "keeping.refused"))
        assert page.keeping.get_attribute("role") == "status"
        expect(page.element.locator("[data-save]")).to_be_visible()
        assert page.typed == "126"
        assert page.model("session.keeping.holdsCase") is False
        tab.close()


@pytest.mark.parametrize(
    ("first", "second"), [("calculator", "appeal"), ("appeal", "appeal"), ("letter-check", "letter-check")]
)
def test_two_tabs_on_one_case(opened: Opener, first: str, second: str) -> None:
    mine, other = opened(first), None
    mine.keep("126")
    other = opened(second)
    other.until("session.recover")
    said = other.element.locator("[data-notice=elsewhere]")
    expect(said).to_contain_text(text("en", "keeping.elsewhere"))
    other.type("999")
    other.model("session.keeping.flush()")
    mine.type("127")
    mine.model("session.keeping.flush()")
    assert [mine.typed, other.typed] == ["127", "999"]
    said.locator("[data-keep]").click()
    expect(mine.element.locator("[data-notice=elsewhere]")).to_be_visible()
    expect(said).to_have_count(0)
    mine.type("128")
    mine.model("session.keeping.flush()")
    assert mine.typed == "128", "what is in the page stays in the page"
    mine.page.close()
    other.until("session.keeping.holdsCase")
    other.page.reload()
    other.until("session.recover")
    assert other.typed == "999"


KEPT = """async ({ label, held }) => {
  const asked = indexedDB.open("odr-handbook", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("work");
  await new Promise((done, failed) => { asked.onsuccess = done; asked.onerror = asked.onblocked = failed; });
  const writing = asked.result.transaction("work", "readwrite");
  writing.objectStore("work").put(label, "kept/label");
  writing.objectStore("work").put(held, "kept/case");
  await new Promise((done) => { writing.oncomplete = done; });
  asked.result.close();
}"""
LABEL: dict[str, Any] = {
    "version": 1,
    "writing": 3,
    "savedAt": "2026-11-01T08:00:00Z",
    "hasWorkbook": False,
    "unkept": [],
}
OLDER: dict[str, Any] = {
    "contract": "odr-case/1",
    "notice": {"orders": "126"},
    "letter_check": {"text": "126"},
}


def reopened(page: ToolPage, label: dict[str, Any], held: dict[str, Any]) -> None:
    """Let the page find work that another edition kept."""
    page.page.evaluate(KEPT, {"label": label, "held": held})
    page.page.reload()
    page.shown()


@pytest.mark.parametrize("name", TOOLS)
def test_kept_by_an_older_edition_it_opens(opened: Opener, name: str) -> None:
    """An edition that knew fewer fields; its work is filled up with empty ones."""
    page = opened(name)
    reopened(page, LABEL, OLDER)
    page.until("session.recover")
    assert page.typed == "126"
    assert page.model("[session.case.defects, session.case.odr_page.orders]") == [[], ""]


NOT_OPENED: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "newer": ({**LABEL, "version": 2}, {"whatever": 1}),
    "damaged": (LABEL, {**OLDER, "defects": 7}),
}


@pytest.mark.parametrize("name", TOOLS)
def test_kept_work_that_does_not_open_stays(opened: Opener, name: str) -> None:
    page = opened(name)
    for why, (label, held) in NOT_OPENED.items():
        reopened(page, label, held)
        said = page.element.locator(f"[data-notice=unopened_{why}]")
        expect(said).to_contain_text(text("en", f"keeping.unopened_{why}"))
        page.type("127")
        page.model("session.keeping.flush()")
        assert page.page.evaluate(IS_KEPT) == held
    said.locator("[data-keep]").click()
    page.until("session.keeping.state === 'on' && session.keeping.holdsCase")
    expect(said).to_have_count(0)
    assert page.page.evaluate(IS_KEPT)["contract"] == "odr-case/1"


WHOLE = json.dumps({**OLDER, "store": "US", "defects": [{"id": "d1", "type": "a_to_z_claim"}]})
CASE_FILES: dict[str, tuple[str, str]] = {
    "newer": (json.dumps({**OLDER, "contract": "odr-case/2"}), "case_file.newer"),
    "truncated": (WHOLE[:-20], "case_file.damaged"),
    "a field of another kind": (json.dumps({**OLDER, "defects": 7}), "case_file.damaged"),
    "no JSON": ("order-id\tpurchase-date\n", "case_file.not_a_case"),
    "older": (json.dumps(OLDER), "keeping.opened"),
}


HUGE = """(input) => {
  const given = new DataTransfer();
  given.items.add(new File([new Uint8Array(20_000_001)], "case.json"));
  input.files = given.files;
  input.dispatchEvent(new Event("change"));
}"""


@pytest.mark.parametrize("name", TOOLS)
def test_a_case_file_of_any_kind(tool: Callable[[str], ToolPage], name: str) -> None:
    page = tool(name)
    page.type("9")
    said = page.element.locator(".odr-keeping__said").first
    page.element.locator("[data-reopen]").evaluate(HUGE)
    expect(said).to_have_text(text("en", "case_file.too_large"))
    for what, (content, key) in CASE_FILES.items():
        file = {"name": "case.json", "mimeType": "application/json", "buffer": content.encode()}
        page.element.locator("[data-reopen]").set_input_files([file])
        expect(said).to_have_text(text("en", key))
        assert page.typed == ("126" if what == "older" else "9"), what
    page.model("session.undo()")
    assert page.typed == "9"


FLIP = """async (texts) => {
  const { session } = document.querySelector("odr-calculator");
  const answers = [];
  for (const bytes of texts) {
    session.set("notice.orders", "9");
    const why = await session.reopen(new File([new Uint8Array(bytes)], "case.json"));
    if (why === undefined) session.undo();
    answers.push([why ?? "opened", session.case.notice.orders]);
  }
  return answers;
}"""


def test_a_flipped_byte_never_costs_what_is_typed(tool: Callable[[str], ToolPage]) -> None:
    by_chance = random.Random(10)
    case = bytearray(Path(__file__).with_name("appeal_case.json").read_bytes())
    flipped = []
    for _ in range(150):
        one = bytearray(case)
        one[by_chance.randrange(len(one))] ^= 1 << by_chance.randrange(8)
        flipped.append(list(one))
    answers = tool("calculator").page.evaluate(FLIP, flipped)
    assert {words for _, words in answers} == {"9"}
    reasons = {why for why, _ in answers}
    assert {"opened", "case_file.damaged"} <= reasons
    assert all(text("zh-Hans", why) for why in reasons - {"opened"})
