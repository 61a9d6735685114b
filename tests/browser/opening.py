"""Opening the board in a page of a browser."""

from typing import Any

OPEN = "#loading[hidden]"
TROUBLE = "#trouble:not([hidden])"


def opened(page: Any, address: str) -> None:
    """Go to an address and wait until the board is there; fails with the sentence that the page says instead."""
    page.goto(address)
    page.wait_for_selector(f"{OPEN}, {TROUBLE}", state="attached", timeout=180_000)
    assert page.locator(TROUBLE).count() == 0, page.locator("#trouble").text_content()
