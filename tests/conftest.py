"""Chromium without a window, where there is one: one for a process, since a thread can drive only one at a time."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.axe import CHROMIUM

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--js-flags=--liftoff-only"]
"""Tests open their board anew: WebAssembly is compiled by the quick compiler alone, which halves the wait. What it does is the same."""


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """Chromium without a window."""
    if CHROMIUM is None:
        pytest.skip(
            "Chromium is not here: install it to see the board and the pages of devices in a browser (on Debian: apt-get install chromium)."
        )
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not here; it comes with the extra `test`.")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()
