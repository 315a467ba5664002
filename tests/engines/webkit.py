"""WebKit as Linux desktops have it (WebKitGTK), spoken to by WebDriver; on a screen that nobody sees."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .engine import PATIENCE, Engine, Missing, program

BROWSERS = ("webkit2gtk-4.1/MiniBrowser", "webkitgtk-6.0/MiniBrowser", "webkit2gtk-4.0/MiniBrowser")
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class WebKit(Engine):
    """WebKit's own small browser, and the driver that belongs to it."""

    name = "webkit"

    def __init__(self) -> None:
        driver, browser = program("ODR_WEBKIT_DRIVER", "WebKitWebDriver"), _browser()
        self._screen, display = _screen()
        self._address = f"http://127.0.0.1:{_free_port()}"
        environment = {**os.environ, "DISPLAY": display, "LIBGL_ALWAYS_SOFTWARE": "1"}
        self._driver = subprocess.Popen(
            [driver, f"--port={self._address.rpartition(':')[2]}"], env=environment, stderr=subprocess.DEVNULL
        )
        options = {"binary": browser, "args": ["--automation"]}
        begun = self._begun({"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}})
        self.version = begun["capabilities"]["browserVersion"]
        self._session = f"/session/{begun['sessionId']}"
        self._send("POST", "/timeouts", {"script": int(PATIENCE * 1000)})

    def open(self, url: str) -> None:
        self._send("POST", "/url", {"url": url})

    def evaluate(self, script: str) -> str:
        asked = (
            "const done = arguments[arguments.length - 1];"
            f"(async () => {{ {script} }})().then((text) => done([text]), (fault) => done([null, String(fault)]));"
        )
        text, *fault = self._send("POST", "/execute/async", {"script": asked, "args": []})
        if fault:
            raise AssertionError(fault[0])
        return str(text)

    def keys(self, text: str) -> None:
        pressed = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        source = {"type": "key", "id": "keyboard", "actions": pressed}
        self._send("POST", "/actions", {"actions": [source]})

    def choose(self, selector: str, files: Sequence[Path]) -> None:
        field = self._send("POST", "/element", {"using": "css selector", "value": selector})[_ELEMENT]
        names = "\n".join(str(one.resolve()) for one in files)
        self._send("POST", f"/element/{field}/value", {"text": names})

    def close(self) -> None:
        self._send("DELETE", "")
        for process in filter(None, (self._driver, self._screen)):
            process.terminate()
            process.communicate(timeout=30)

    def _begun(self, wanted: dict[str, Any]) -> Any:
        """Ask for a session until the driver listens."""
        for _ in range(100):
            try:
                return _ask("POST", f"{self._address}/session", wanted)
            except urllib.error.URLError:
                time.sleep(0.1)
        raise Missing("WebKitWebDriver does not start")

    def _send(self, method: str, path: str, given: dict[str, Any] | None = None) -> Any:
        return _ask(method, self._address + self._session + path, given)


def _ask(method: str, url: str, given: dict[str, Any] | None) -> Any:
    body = None if given is None else json.dumps(given).encode()
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"}, method=method)  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE * 2) as answer:  # noqa: S310
            return json.load(answer)["value"]
    except urllib.error.HTTPError as refused:
        said = json.load(refused)["value"]
        raise AssertionError(f"{said['error']}: {said['message']}") from None


def _browser() -> str:
    for folder in sorted(Path("/usr/lib").glob("*")):
        for name in BROWSERS:
            if (folder / name).is_file():
                return str(folder / name)
    raise Missing("WebKit's MiniBrowser is not here")


def _screen() -> tuple[subprocess.Popen[str] | None, str]:
    """Return the screen there is, or one that is only kept in memory."""
    if there := os.environ.get("DISPLAY"):
        return None, there
    where = program("ODR_XVFB", "Xvfb")
    words = [where, "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    screen = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert screen.stdout is not None
    return screen, f":{screen.stdout.readline().strip()}"


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])
