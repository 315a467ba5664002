"""What a seller does, in another engine: the same answers, nothing leaves, nothing is needed from outside."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from calculator.docsite import settings
from calculator.docsite.serve import serve
from tests.browser.conftest import Host
from tests.browser.test_ways_out import MARK, PAGE_WAYS, leaked
from tests.review.test_review import WEAK

from .engine import TAB, Engine

SEED = Path(__file__).parents[1] / "cases" / "seed_two_of_126"
FILES = sorted(path for path in SEED.iterdir() if path.name not in {"args.json", "expected.json"})
ON_A_DAY = """async () => {
  const old = document.querySelector("odr-calculator");
  const fresh = document.createElement("odr-calculator");
  for (const { name, value } of old.attributes) fresh.setAttribute(name, value);
  fresh.setAttribute("as-of", "2026-11-22");
  old.replaceWith(fresh);
  await new Promise((drawn) => setTimeout(drawn, 300));
}"""
DROP = """(files) => {
  const carried = new DataTransfer();
  for (const [name, words] of files) carried.items.add(new File([words], name, { type: "text/plain" }));
  const there = document.querySelector("odr-calculator [data-drop]");
  for (const type of ["dragenter", "dragover", "drop"])
    there.dispatchEvent(new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true }));
}"""
FORM = "() => document.querySelector('odr-calculator [data-drop]') !== null"
ANSWER = """() => {
  const { session } = document.querySelector("odr-calculator");
  if (session.trouble) return { trouble: session.trouble.code + " " + session.trouble.detail };
  if (session.phase !== "done" || session.computing || !session.explanation) return null;
  const main = session.explanation.rates.find((rate) => rate.main);
  return { verdict: main.verdict, rate: main.rate, requests: session.wire.count, files: session.files.length };
}"""
TEXTS_KEPT = """async () => {
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys())
      if (decodeURIComponent(url).includes("kept?pages ")) return true;
  return false;
}"""


def calculator(engine: Engine, host: Host) -> None:
    """Open the calculator on a day that no test has to wait for."""
    engine.open(host.url + "calculator/")
    engine.until(FORM)
    engine.run(ON_A_DAY)
    engine.until(FORM)


def test_dropped(engine: Engine, with_headers: Host) -> None:
    calculator(engine, with_headers)
    engine.run(DROP, [[one.name, one.read_bytes().decode()] for one in FILES])
    assert_the_seed(engine, len(FILES))
    engine.until(
        "(rate) => document.querySelector('.odr-verdict')?.textContent.includes(rate)", "1.587\u00a0%"
    )
    engine.until("() => (document.querySelector('[data-wipe]')?.click(), true)")
    engine.until("() => !document.querySelector('odr-calculator').textContent.includes('111-')")


def test_chosen(engine: Engine, with_headers: Host) -> None:
    calculator(engine, with_headers)
    engine.choose("[data-drop] input[type=file]", FILES)
    assert_the_seed(engine, len(FILES))


def assert_the_seed(engine: Engine, files: int) -> None:
    rate = "= 1.587\u00a0%"
    settled = f"(rate) => {{ const told = ({ANSWER})(); return told?.trouble || told?.rate === rate ? told : null; }}"
    wanted = {"verdict": "off_target", "rate": rate, "requests": 0, "files": files}
    assert engine.until(settled, rate) == wanted


def test_typed(engine: Engine, with_headers: Host) -> None:
    """By the keyboard alone, from the top of the page to the figure."""
    calculator(engine, with_headers)
    engine.run("() => document.querySelector('#odr-store').focus()")
    for field, words in {
        "first_day": "2026-09-09",
        "last_day": "2026-11-07",
        "orders": "126",
        "orders_with_defects": "2",
    }.items():
        engine.reach(f"#odr-odr_page-{field}")
        engine.keys(words)
    engine.keys(TAB)
    assert_the_seed(engine, 0)


def test_letter(engine: Engine, with_headers: Host) -> None:
    engine.open(with_headers.url + "letter-check/")
    engine.until("() => document.querySelector('#odr-letter-words') !== null")
    engine.reach("#odr-letter-words")
    engine.keys("We guarantee it will never happen again. ")
    engine.run(
        """(words) => {
          const field = document.querySelector("#odr-letter-words");
          field.setRangeText(words, field.value.length, field.value.length, "end");
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }""",
        WEAK["en"],
    )
    found = engine.until(
        """() => {
          const { session } = document.querySelector("odr-letter-check");
          if (session.trouble || session.checked.text.trim() === "" || session.isBehind) return null;
          const all = [...document.querySelectorAll(".odr-found")].map((one) => one.dataset.rule);
          return all.length > 0 ? all : null;
        }"""
    )
    assert {"S4", "S7"} & set(found)
    marked = engine.run(
        "() => [...document.querySelectorAll('.odr-marked__copy .odr-mark')].map((one) => one.textContent)"
    )
    assert marked


def test_search(engine: Engine, with_headers: Host) -> None:
    engine.open(with_headers.url)
    engine.reach("input[name=query]")
    engine.keys("chargeback")
    found = engine.until(
        "() => [...document.querySelectorAll('.md-search-result__link')].map((one) => one.textContent)"
        ".find((words) => /chargeback/i.test(words))"
    )
    assert found
    left = "() => document.activeElement.closest('.md-search') === null && document.activeElement.closest('.md-header') !== null"
    engine.keys(TAB)
    for _ in range(3):
        if engine.run(left):
            break
        engine.keys(TAB)
    assert engine.run(left), "the keyboard comes past the search"


@pytest.mark.parametrize("policy", ["headers", "meta"])
def test_ways_out(engine: Engine, with_headers: Host, with_meta_alone: Host, policy: str) -> None:
    """Eight ways towards a host that would gladly answer."""
    host, foreign = (
        (with_headers, with_meta_alone) if policy == "headers" else (with_meta_alone, with_headers)
    )
    foreign.seen.clear()
    calculator(engine, host)
    for name, code in PAGE_WAYS.items():
        to = f"{foreign.url}{MARK}?{engine.name}-{name.replace(' ', '-')}"
        tried = f"Promise.race([{code}, new Promise((late) => setTimeout(late, 2500))])"
        engine.run(f"async (to) => {{ try {{ await ({tried}); }} catch {{ return; }} }}", to)
    assert leaked(foreign) == []
    own = f"{host.url}{MARK}?{engine.name}-control"
    engine.run(f"async (to) => {{ await ({PAGE_WAYS['image']}); }}", own)
    assert leaked(host) != [], "the control: a way to the page's own host does arrive"
    host.seen.clear()


def test_offline(engine: Engine) -> None:
    """The texts of a language after one visit, when nobody answers any more."""
    server = serve(settings.SITE, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/"
    engine.open(url)
    if not engine.run("() => 'serviceWorker' in navigator"):
        pytest.skip("no_service_worker")
    engine.until(TEXTS_KEPT)
    engine.until("async () => (await navigator.serviceWorker.ready).active?.state === 'activated'")
    server.shutdown()
    server.server_close()
    engine.open(f"{url}understand/")
    assert engine.run("() => document.querySelectorAll('.md-content h1').length") == 1
    assert engine.run("() => navigator.serviceWorker.controller !== null")
