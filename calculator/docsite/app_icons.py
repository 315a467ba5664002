"""App icons: the mark as a device shows it among its apps, drawn here and kept as small files.

`python -m calculator.docsite.app_icons` draws them again with Chromium, from the mark of the pages.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from calculator.docsite.offline import ICONS, PAPER

FOLDER = Path(__file__).parent / "theme" / "assets" / "icons"
SHARE = {"any": 0.78, "maskable": 0.58}
"""How much of its side the mark fills; a device may cut a maskable icon down to a circle."""


def page(side: int, use: str) -> str:
    """Return a page that shows one icon and nothing else."""
    mark = (FOLDER / "mark.svg").read_text(encoding="utf-8")
    width = round(side * SHARE[use])
    drawn = mark.replace("<svg ", f'<svg width="{width}" height="{width}" ', 1)
    style = f"margin:0;width:{side}px;height:{side}px;display:grid;place-items:center;background:{PAPER}"
    return f'<body style="{style}">{drawn}</body>'


def main() -> None:
    """Draw every icon and write its file."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, use in ICONS.items():
            (side,) = (int(one) for one in re.findall(r"\d+", name))
            shown = browser.new_page(viewport={"width": side, "height": side}, color_scheme="light")
            shown.set_content(page(side, use))
            shown.screenshot(path=FOLDER / name)
        browser.close()


if __name__ == "__main__":
    main()
