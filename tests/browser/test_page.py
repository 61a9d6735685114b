"""The page that opens the board: what is seen meanwhile, in both languages, and what is said where the board can't be had."""

from pathlib import Path
from typing import Any

import pytest

from caffael.presentation.loading import loading_words
from caffael.words.language import CODES, Code, Language
from tests.browser.opening import OPEN, opened
from tests.browser.serving import PlainServer, serving


def held(chromium: Any, code: Code = "en", **options: Any) -> Any:
    """A page of a browser that speaks a language."""
    context = chromium.new_context(locale={"en": "en-GB", "cy": "cy-GB"}[code], viewport={"width": 1366, "height": 768}, **options)
    page = context.new_page()
    page.faults = []
    page.on("pageerror", lambda fault: page.faults.append(str(fault)))
    page.on("console", lambda told: page.faults.append(told.text) if told.type == "error" else None)
    return page


def shown(page: Any) -> str:
    return str(page.locator("#loading").inner_text())


@pytest.mark.parametrize("code", CODES)
def test_the_picture_and_what_it_is_are_there_before_the_board_in_the_language_of_the_browser(
    chromium: Any, server: PlainServer, code: Code
) -> None:
    page = held(chromium, code)
    page.route("**/*.gz", lambda route: None)  # never answered
    page.goto(server.address)
    words = loading_words(Language(code))
    assert words["what"] in shown(page)
    assert words["private"] in shown(page)
    assert page.get_by_role("progressbar", name=words["bar"]).count() == 1
    assert page.evaluate("() => document.getElementById('picture').naturalWidth") > 1000
    other: Code = "cy" if code == "en" else "en"
    assert loading_words(Language(other))["what"] not in shown(page)
    page.get_by_role("button", name=words["other"]).click()
    assert loading_words(Language(other))["what"] in shown(page)
    assert page.evaluate("() => document.documentElement.lang") == other
    page.reload()
    assert loading_words(Language(other))["what"] in shown(page)
    page.context.close()


def test_under_the_strict_policy_and_without_a_service_worker_it_opens_without_a_fault_asks_nobody_else_and_counts_true_bytes(
    chromium: Any, server: PlainServer
) -> None:
    page = held(chromium)
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(
        "window.values = []; addEventListener('DOMContentLoaded', () => new MutationObserver(() => "
        "values.push(document.getElementById('bar').value)).observe(document.getElementById('bar'), {attributes: true}))"
    )
    opened(page, server.address)
    assert page.faults == []
    assert [url for url in asked if not url.startswith((server.address, "blob:"))] == []
    assert not any("paper" in url or "rest" in url or "sheets" in url or "debrief" in url for url in asked if ".gz" in url)
    values = page.evaluate("() => values")
    assert values == sorted(values)
    assert values[-1] == 1
    assert len(values) > 5
    page.keyboard.press("F2")
    page.wait_for_selector("html[lang=cy]", state="attached")
    page.route("**/*.gz", lambda route: None)  # never answered
    page.reload()
    assert loading_words(Language("cy"))["what"] in shown(page), "the page speaks the language of the board, and the next time too"
    page.context.close()


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("lacks", "name"),
    [
        ("delete globalThis.OffscreenCanvas", "old"),
        ("delete HTMLCanvasElement.prototype.transferControlToOffscreen", "old"),
        ("delete globalThis.DecompressionStream", "old"),
        ("globalThis.Worker = class { terminate() {} }", "old"),
        ("delete globalThis.WebAssembly", "locked"),
    ],
)
def test_a_browser_that_can_not_is_told_so_in_a_sentence(chromium: Any, server: PlainServer, lacks: str, name: str, code: Code) -> None:
    page = held(chromium, code)
    page.add_init_script(lacks)
    page.goto(server.address)
    page.wait_for_selector("#trouble:not([hidden])")
    assert page.get_by_role("alert").inner_text() == loading_words(Language(code))[name]
    assert page.locator("#bar").is_hidden()
    page.context.close()


def test_a_file_that_does_not_come_is_named_and_may_be_tried_again(chromium: Any, server: PlainServer) -> None:
    page = held(chromium)
    page.route("**/*-main.gz", lambda route: route.fulfill(status=403, body="blocked"))
    page.goto(server.address)
    page.wait_for_selector("#trouble:not([hidden])")
    assert "main.gz did not come (answer 403)" in page.get_by_role("alert").inner_text()
    page.unroute("**/*-main.gz")
    page.get_by_role("button", name="Try again").click()
    page.wait_for_selector(OPEN, state="attached")
    page.context.close()


def test_a_window_too_small_for_the_board_is_told_so_in_both_languages_and_no_other_is(chromium: Any, server: PlainServer) -> None:
    page = held(chromium)
    page.goto(server.address)
    narrow = page.locator("#narrow")
    for width, height in ((768, 1024), (1024, 768), (600, 960), (390, 844), (667, 375)):
        page.set_viewport_size({"width": width, "height": height})
        assert narrow.is_hidden(), (width, height)
    for width, height in ((340, 700), (667, 300)):
        page.set_viewport_size({"width": width, "height": height})
        assert narrow.is_visible(), (width, height)
        assert all(loading_words(Language(code))["narrow"] in narrow.inner_text() for code in CODES)
    page.context.close()


def test_without_scripts_both_languages_say_what_is_needed(chromium: Any, server: PlainServer) -> None:
    page = held(chromium, java_script_enabled=False)
    page.goto(server.address)
    page.wait_for_selector("#unstarted", state="visible")
    assert all(loading_words(Language(code))["unstarted"] in shown(page) for code in CODES)
    page.context.close()


def test_after_the_first_visit_it_opens_without_a_network_from_a_subfolder_whose_first_page_is_sent_elsewhere(
    chromium: Any, site: Path, tmp_path: Path
) -> None:
    (tmp_path / "school").mkdir()
    (tmp_path / "school" / "caffael").symlink_to(site)
    with serving(tmp_path, {"/school/caffael/": "/school/caffael/index.html"}) as running:
        page = held(chromium)
        opened(page, f"{running.address}school/caffael/")
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
        running.stop()
        opened(page, f"{running.address}school/caffael/")
        page.context.close()


def test_a_new_version_is_offered_and_taken_only_by_a_press(chromium: Any, site: Path, tmp_path: Path) -> None:
    from caffael.browser.building.laying import lay_out

    def version(mark: str) -> dict[str, bytes]:
        files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
        files["index.html"] = files["index.html"].replace(b"<head>", f'<head><meta name="version" content="{mark}">'.encode())
        files["sw.js"] = files["sw.js"].replace(b'VERSION = "', f'VERSION = "{mark}'.encode())
        return files

    lay_out(version("one"), tmp_path)
    with serving(tmp_path) as running:
        page = held(chromium)
        opened(page, running.address)
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
        lay_out(version("two"), tmp_path)
        opened(page, running.address)
        page.wait_for_selector("#news:not([hidden])")
        assert page.locator("meta[name=version]").get_attribute("content") == "one"
        with page.expect_navigation():
            page.get_by_role("button", name="Change to it now").click()
        page.wait_for_selector(OPEN, state="attached")
        assert page.locator("meta[name=version]").get_attribute("content") == "two"
        page.context.close()
