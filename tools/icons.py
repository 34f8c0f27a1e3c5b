"""Draws static/icons from static/icon.svg: `make icons`, for maintainers."""

import base64
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browsers import installed

ROOT = Path(__file__).parents[1]
ICONS = ROOT / "static" / "icons"
MARK = (ROOT / "static" / "icon.svg").read_text()
# A launcher cuts its own shape out of these, so the paper goes to the edge.
WHOLE = MARK.replace(' rx="8"', "")
# What lies beyond the middle four fifths may be cut away.
SMALLER = WHOLE.replace("<path ", '<path transform="translate(3.2 3.2) scale(.8)" ')
DRAWN = {
    "icon-192": (MARK, 192),
    "icon-512": (MARK, 512),
    "maskable-512": (SMALLER, 512),
    "touch-180": (WHOLE, 180),
}


def main() -> None:
    ICONS.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=["--no-sandbox"])
        tab = browser.new_page()
        for name, (svg, size) in DRAWN.items():
            draw(tab, svg, size, ICONS / f"{name}.png")


def draw(tab, svg: str, size: int, path: Path) -> None:
    tab.set_viewport_size({"width": size, "height": size})
    image = base64.b64encode(svg.encode()).decode()
    tab.set_content(f'<img width="{size}" src="data:image/svg+xml;base64,{image}">')
    tab.add_style_tag(content="body { margin: 0 } img { display: block }")
    tab.screenshot(path=path, omit_background=True)
    print(f"{path.name}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
