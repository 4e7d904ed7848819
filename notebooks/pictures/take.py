"""Take the picture of a page that stands in README: `python take.py PAGE.html PICTURE.png`."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright


def main(page: str, picture: str) -> None:
    """Open a page from disk, choose a person, and take a picture of what is seen."""
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": 1280, "height": 760}, color_scheme="light", reduced_motion="reduce")
        tab.goto(Path(page).resolve().as_uri())
        tab.wait_for_selector("body.ready")
        tab.locator("#search").press_sequentially("Anwar Ibrahim")
        tab.keyboard.press("Enter")
        tab.wait_for_timeout(500)  # for the network to be drawn
        tab.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
