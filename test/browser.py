"""A real Chromium without a window, driven through its DevTools pipe: no port, no further package."""

from __future__ import annotations

import base64
import json
import os
import shlex
import subprocess
from pathlib import Path
from typing import Any, Callable

EXECUTABLE = "chromium"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--window-size=1500,1300",
    "--remote-debugging-pipe",
)

MIDDLE_OF = """(function (element) {
    element.scrollIntoView({block: "center"});
    var box = element.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
}(document.querySelector(%s)))"""


class ScriptFailed(AssertionError):
    """A script in the page raised."""


class Browser:
    """One tab. ``requests`` are the addresses the page asked for, ``errors`` what its console complained about."""

    def __init__(self, profile: Path) -> None:
        down_read, down_write = os.pipe()
        up_read, up_write = os.pipe()
        # Chromium reads from 3 and writes to 4: a shell puts the ends there.
        flags = " ".join(shlex.quote(flag) for flag in (*FLAGS, f"--user-data-dir={profile}", "about:blank"))
        self._process = subprocess.Popen(
            ["/bin/bash", "-c", f"exec {EXECUTABLE} {flags} 3<&{down_read} 4>&{up_write}"],
            pass_fds=(down_read, up_write),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(down_read)
        os.close(up_write)
        self._down, self._up = down_write, up_read
        self._buffer, self._number, self._session = b"", 0, ""
        self.requests: list[str] = []
        self.errors: list[str] = []
        target = self._call("Target.getTargets")["targetInfos"]
        page = next(each for each in target if each["type"] == "page")
        attached = self._call("Target.attachToTarget", targetId=page["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self._call(f"{domain}.enable")

    def open(self, page: Path) -> None:
        """Load a file and wait until its scripts have run."""
        self.requests.clear()
        self.errors.clear()
        self._call("Page.navigate", url=page.as_uri())
        self._until(lambda message: message.get("method") == "Page.loadEventFired")

    def run(self, script: str) -> Any:
        """The value of an expression in the page."""
        answer = self._call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise ScriptFailed(json.dumps(answer["exceptionDetails"], ensure_ascii=False)[:600])
        result: dict[str, Any] = answer["result"]
        return result.get("value")

    def click(self, selector: str) -> None:
        """Press and release the mouse in the middle of an element."""
        place = self.run(MIDDLE_OF % json.dumps(selector))
        for kind in ("mousePressed", "mouseReleased"):
            self._call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)

    def tabs(self) -> list[str]:
        """The addresses of all open tabs."""
        return [each["url"] for each in self._call("Target.getTargets")["targetInfos"] if each["type"] == "page"]

    def picture(self) -> bytes:
        return base64.b64decode(self._call("Page.captureScreenshot")["data"])

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(20)
        os.close(self._down)
        os.close(self._up)

    def _call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        number = self._number
        message: dict[str, Any] = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._down, data) :]
        answer = self._until(lambda each: each.get("id") == number)
        if "error" in answer:
            raise ScriptFailed(f"{method}: {answer['error']}")
        result: dict[str, Any] = answer["result"]
        return result

    def _until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while True:
            message = self._read()
            self._note(message)
            if wanted(message):
                return message

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            chunk = os.read(self._up, 1 << 16)
            if not chunk:
                raise ScriptFailed("the browser went away")
            self._buffer += chunk
        data, _, self._buffer = self._buffer.partition(b"\0")
        message: dict[str, Any] = json.loads(data)
        return message

    def _note(self, message: dict[str, Any]) -> None:
        method, parameters = message.get("method"), message.get("params", {})
        if method == "Network.requestWillBeSent":
            self.requests.append(parameters["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            self.errors.append(json.dumps(parameters, ensure_ascii=False)[:400])
        elif method == "Log.entryAdded" and parameters["entry"]["level"] == "error":
            self.errors.append(parameters["entry"]["text"])
