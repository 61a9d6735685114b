"""The folder for browsers, built once for all workers, and a plain server for it."""

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

from tests.browser.serving import PlainServer, serving


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built folder. Workers wait for the one that builds it."""
    from caffael.browser.building.laying import is_ours, lay_out
    from caffael.browser.building.refusal import BuildError
    from caffael.browser.building.site import site as built

    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, refused = shared / "caffael-web", shared / "caffael-web-refused"
    with (shared / "caffael-web.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if refused.is_file():
            pytest.skip(refused.read_text("utf-8"))
        if not is_ours(folder):
            try:
                lay_out(built(lambda sentence: None), folder)
            except BuildError as fault:
                refused.write_text(str(fault), "utf-8")
                pytest.skip(str(fault))
    return folder


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[PlainServer]:
    """A plain server for the built folder."""
    with serving(site) as running:
        yield running
