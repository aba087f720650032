"""docs/gallery/board-html.png: the board of the demo in Chromium, one town chosen and one of its parcels picked.

    tools/headless.sh /usr/bin/python3 tools/gallery_board.py

After "make demo".
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "test"))

from browser import Browser  # noqa: E402

UNIT, PARCEL = "安泽经济技术开发区", "2023-G-020"
CHOOSE = """(function (select) {
    select.selectedIndex = [].findIndex.call(select.options, function (each) { return each.text === %s; });
    select.dispatchEvent(new Event("change"));
}(document.getElementById("filter_unit")))"""


def main() -> int:
    with tempfile.TemporaryDirectory() as profile:
        browser = Browser(Path(profile))
        try:
            browser.open(ROOT / "build" / "demo" / "board.html")
            browser.run(CHOOSE % json.dumps(UNIT))
            browser.click(f"#parcels tr[data-code='{PARCEL}']")
            browser.run("window.scrollTo(0, 0)")
            (ROOT / "docs" / "gallery" / "board-html.png").write_bytes(browser.picture())
        finally:
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
