"""Social image: the one picture shown where a page is shared, drawn here and kept as a small file.

`python -m calculator.docsite.social_image` draws it again with Chromium. Its only figure is the limit,
which comes from the policy.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from calculator.docsite import settings
from calculator.docsite.facts import figure

PICTURE = Path(__file__).parent / "theme" / "assets" / "social.png"
WIDTH, HEIGHT = 1200, 630
PAPER, INK, LIMIT, EDGE = "#faf8f2", "#17252b", "#a62b17", "#7f8683"


def svg() -> str:
    """Return the picture: the mark, the name in two languages, the ruler with its limit."""
    ticks = "".join(
        f'<path d="M{x} 500v{34 if x % 120 == 0 else 17}" stroke="{EDGE}" stroke-width="2"/>'
        for x in range(0, WIDTH + 1, 24)
    )
    limit = figure("order_defect_rate.target", "en", settings.as_of())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>'
        f'<g transform="translate(90 130) scale(6)"><circle cx="12" cy="5.6" r="2.6" fill="{LIMIT}"/>'
        f'<path d="M2.5 12h19" stroke="{INK}" stroke-width="2.2"/><g fill="{INK}"><circle cx="5.2" cy="18.4" '
        'r="2.2"/><circle cx="12" cy="18.4" r="2.2"/><circle cx="18.8" cy="18.4" r="2.2"/></g></g>'
        f'<g fill="{INK}"><text x="280" y="215" font-family="Noto Serif, serif" font-weight="600" '
        'font-size="84">ODR Handbook</text><text x="284" y="300" font-family="Noto Sans CJK SC, sans-serif" '
        'font-weight="700" font-size="52">ODR 手册</text><text x="98" y="400" '
        'font-family="Roboto, sans-serif" font-size="34">'
        "Order defect rate: exact, explained, with date and source</text></g>"
        f'<path d="M0 500h{WIDTH}" stroke="{EDGE}" stroke-width="2"/>{ticks}'
        f'<path d="M600 500v62" stroke="{LIMIT}" stroke-width="8"/><text x="622" y="566" fill="{LIMIT}" '
        f'font-family="Noto Serif, serif" font-weight="600" font-size="44">{limit}</text></svg>'
    )


def main() -> None:
    """Draw the picture and write its file."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.set_content(f"<body>{svg()}</body>")
        page.add_style_tag(content="body{margin:0}")
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
