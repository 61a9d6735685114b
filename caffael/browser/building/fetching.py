"""Fetching what is locked: from npm and with pip, each as it is set up on this machine, and kept for the next build.

Nothing is taken whose hash differs from the locked one, neither from the network nor from what was kept.
"""

import base64
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path

from caffael.browser.building.lock import PLATFORM, PURE_FROM, PYTHON, Lock, Wheel
from caffael.browser.building.refusal import BuildError

LONGEST = 400
"""Letters of a reason that is told."""
NODE_NEEDED = "Node with npm is needed to make the folder for browsers: install Node 20 or newer, then try again."


def kept() -> Path:
    """Where what was fetched and made is kept for the next time."""
    place = user_cache_path("caffael") / "web"
    place.mkdir(parents=True, exist_ok=True)
    return place


def tool(name: str) -> str:
    """Where a program of Node is. Raises BuildError when it is not there."""
    found = shutil.which(name)
    if found is None:
        raise BuildError(NODE_NEEDED)
    return found


def pyodide(locked: Lock) -> Path:
    """The folder with Pyodide's files, as its npm package has them."""
    package = kept() / f"pyodide-{locked.pyodide}.tgz"
    if not (package.is_file() and integrity(package.read_bytes()) == locked.integrity):
        fetched = from_npm(f"pyodide@{locked.pyodide}", f"pyodide-{locked.pyodide}.tgz")
        if integrity(fetched) != locked.integrity:
            raise BuildError(
                f"Pyodide {locked.pyodide} from npm is not what was locked (its integrity differs), so nothing was made: "
                "ask whoever runs your npm registry, or fetch a newer Caffael."
            )
        lay(package, fetched)
    folder = kept() / hashlib.sha256(locked.integrity.encode()).hexdigest()[:16]
    if not folder.is_dir():
        with tempfile.TemporaryDirectory(dir=kept()) as work:
            with tarfile.open(package) as tar:
                tar.extractall(work, filter="data")
            with suppress(OSError):  # another build was quicker
                (Path(work) / "package").rename(folder)
    return folder


def integrity(content: bytes) -> str:
    """The integrity of content, as npm writes it."""
    return f"sha512-{base64.b64encode(hashlib.sha512(content).digest()).decode()}"


def from_npm(spec: str, file: str) -> bytes:
    """A package as npm packs it."""
    with tempfile.TemporaryDirectory(prefix="caffael-npm-") as work:
        run([tool("npm"), "pack", "--silent", spec], Path(work), f"npm could not fetch {spec}")
        return (Path(work) / file).read_bytes()


def wheels(locked: Lock) -> dict[Wheel, Path]:
    """The file of each locked wheel."""
    there = {wheel: found for wheel in locked.wheels if (found := wheel_kept(wheel)) is not None}
    missing = [wheel for wheel in locked.wheels if wheel not in there]
    for pure in (False, True):
        asked = [wheel for wheel in missing if wheel.pure == pure]
        if asked:
            download(asked, PURE_FROM if pure else PLATFORM)
    for wheel in missing:
        found = wheel_kept(wheel)
        if found is None:
            raise BuildError(f"pip did not bring {wheel.name} {wheel.version} as it is locked; try again.")
        there[wheel] = found
    return {wheel: there[wheel] for wheel in locked.wheels}


def wheel_kept(wheel: Wheel) -> Path | None:
    """The file of a wheel among what was kept, if it is what was locked."""
    stem = f"{wheel.name.replace('-', '_')}-{wheel.version}-"
    for path in sorted(kept().glob("*.whl")):
        if path.name.lower().startswith(stem.lower()) and hashlib.sha256(path.read_bytes()).hexdigest() == wheel.sha256:
            return path
    return None


def download(asked: list[Wheel], platform: str) -> None:
    """Fetch wheels for a platform with pip, by their hashes."""
    with tempfile.TemporaryDirectory(prefix="caffael-pip-") as work:
        list_of = Path(work) / "requirements.txt"
        list_of.write_text("".join(f"{one.name}=={one.version} --hash=sha256:{one.sha256}\n" for one in asked), "utf-8")
        there = Path(work) / "there"
        words = pip_words(platform, there)
        run([*words, "--no-deps", "--require-hashes", "-r", str(list_of)], Path(work), "pip could not fetch the packages of the tab")
        for path in there.glob("*.whl"):
            lay(kept() / path.name, path.read_bytes())


def pip_words(platform: str, folder: Path) -> list[str]:
    """The beginning of pip's command to fetch wheels for a platform into a folder."""
    asked = ["--only-binary", ":all:", "--platform", platform, "--python-version", PYTHON, "--implementation", "cp"]
    abi = "".join(PYTHON.split("."))
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--dest", str(folder)]
    return [*pip, *asked, "--abi", f"cp{abi}", "--abi", "abi3", "--abi", "none"]


def run(words: list[str], folder: Path, failed: str) -> str:
    """Run a program in a folder; what it printed. Raises BuildError with the reason that it gave."""
    try:
        done = subprocess.run(words, cwd=folder, capture_output=True, check=False, stdin=subprocess.DEVNULL)  # noqa: S603
    except OSError as fault:
        raise BuildError(f"{failed}: {fault.strerror or fault}.") from None
    printed, said = (part.decode("utf-8", "replace") for part in (done.stdout, done.stderr))  # on Windows too, whatever its code page
    if done.returncode:
        raise BuildError(f"{failed}: {reason(said or printed)}.")
    return printed


def reason(said: str) -> str:
    """Why a program failed, as the line of what it said that names an error, else the last one; a line of a script is no reason."""
    lines = [line.strip() for line in said.splitlines() if line.strip() and len(line) < LONGEST]
    errors = [line for line in lines if "error" in line.lower() and "log of this run" not in line]
    return (errors or lines or ["it gave no reason"])[-1].rstrip(".")


def lay(path: Path, content: bytes) -> None:
    """Put a file among what is kept, whole or not at all; many builds may do so at once."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
    Path(file.name).replace(path)
