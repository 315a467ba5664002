"""Firefox, spoken to by WebDriver BiDi over its own web socket: no driver stands between."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
import time
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any

from .engine import PATIENCE, Engine, Missing, program

try:
    from websockets.sync.client import connect
except ImportError:
    connect = None

_LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")


class Firefox(Engine):
    """A Firefox without a window, with a profile of its own; in its first tab the address bar has the focus."""

    name = "firefox"

    def __init__(self) -> None:
        if connect is None:
            raise Missing("the package websockets is not here")
        where = program("ODR_FIREFOX", "firefox-esr", "firefox")
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        words = [where, "--headless", "--no-remote", "--profile", self._profile.name]
        self._said = Path(self._profile.name) / "said.txt"
        with self._said.open("wb") as said:
            self._process = subprocess.Popen(
                [*words, "--remote-debugging-port", "0", "about:blank"], stdout=said, stderr=said
            )
        self._numbers = count(1)
        self._socket = connect(f"{self._address()}/session", max_size=None, proxy=None, legacy=True)
        self.version = self._send("session.new", capabilities={})["capabilities"]["browserVersion"]
        self._page = self._send("browsingContext.create", type="tab")["context"]

    def open(self, url: str) -> None:
        self._send("browsingContext.navigate", context=self._page, url=url, wait="complete")

    def evaluate(self, script: str) -> str:
        answer = self._send(
            "script.evaluate",
            expression=f"(async () => {{ {script} }})()",
            target={"context": self._page},
            awaitPromise=True,
            userActivation=True,
        )
        if answer["type"] == "exception":
            raise AssertionError(answer["exceptionDetails"]["text"])
        return str(answer["result"].get("value"))

    def keys(self, text: str) -> None:
        pressed = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        source = {"type": "key", "id": "keyboard", "actions": pressed}
        self._send("input.performActions", context=self._page, actions=[source])

    def choose(self, selector: str, files: Sequence[Path]) -> None:
        (field,) = self._send(
            "browsingContext.locateNodes", context=self._page, locator={"type": "css", "value": selector}
        )["nodes"]
        names = [str(one.resolve()) for one in files]
        self._send("input.setFiles", context=self._page, element={"sharedId": field["sharedId"]}, files=names)

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(timeout=30)
        self._socket.close()
        self._profile.cleanup()

    def _address(self) -> str:
        for _ in range(600):
            if found := _LISTENS.search(self._said.read_text(encoding="utf-8", errors="replace")):
                return found[1]
            time.sleep(0.1)
        raise Missing("Firefox does not start")

    def _send(self, method: str, **given: Any) -> Any:
        """Send a command and wait for its answer; what happens meanwhile is let go."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": given}))
        while (answer := json.loads(self._socket.recv(timeout=PATIENCE))).get("id") != number:
            continue
        if answer["type"] == "error":
            raise AssertionError(f"{method}: {answer['message']}")
        return answer["result"]
