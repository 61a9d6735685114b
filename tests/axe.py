"""Chromium without a window, where there is one, and axe-core in it: what a page breaks of the rules for accessible pages."""

import html
import json
import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
RUN = """
axe.run(document, {resultTypes: ["violations", "incomplete"]}).then(found => {
  const told = kind => found[kind].map(one => one.id + ": " + one.nodes.map(node => node.target.join(" ")).join(", "));
  document.body.innerHTML = "<pre id='told'></pre>";
  document.getElementById("told").textContent = JSON.stringify({violations: told("violations"), passes: found.passes.length});
});
"""


def violations(page: bytes, folder: Path, axe: str | None = None) -> list[str]:
    """The violations that axe-core finds in a page. It runs in a copy of the page that lets scripts run."""
    assert CHROMIUM is not None
    script = axe or files("axe_core_python").joinpath("axe.min.js").read_text("utf-8")
    words = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page.decode())
    copy = folder / "examined.html"
    copy.write_text(words.replace("</body>", f"<script>{script}</script><script>{RUN}</script></body>"), "utf-8")
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", f"--user-data-dir={folder / 'profile'}")
    wait = ("--virtual-time-budget=20000", "--dump-dom")
    done = subprocess.run([CHROMIUM, *flags, *wait, copy.as_uri()], capture_output=True, check=True, timeout=120)
    found = re.search(r'<pre id="told">(.*?)</pre>', done.stdout.decode("utf-8"), re.DOTALL)
    assert found is not None, "axe-core gave no answer"
    told = json.loads(html.unescape(found[1]))
    assert told["passes"] > 20, "axe-core saw hardly anything"
    return list(told["violations"])
