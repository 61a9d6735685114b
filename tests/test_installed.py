"""The installed wheel finds its scenarios, pictures and words without the checkout."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

TOP = Path(__file__).parent.parent


def test_a_wheel_carries_scenarios_pictures_and_words_and_plays(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")]
    built = subprocess.run(build, cwd=TOP, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    place = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    names = {path.relative_to(place).as_posix() for path in place.rglob("*")}
    assert "caffael/_data/scenarios/smarter-spending/needs.csv" in names
    assert "caffael/_data/assets/locale/cy/LC_MESSAGES/caffael.mo" in names
    assert "caffael/_data/assets/theme.toml" in names
    program = (
        "import caffael, sys; assert 'installed' in caffael.__file__, caffael.__file__; sys.argv[1:] = "
        "['play', 'first-steps', '--autoplay', '--lang', 'cy', '--size', '1280x720']; from caffael.cli import main; main()"
    )
    environment = {**os.environ, "PYTHONPATH": str(place), "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    result = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    shelf = "import sys; sys.argv[1:] = ['scenarios', '--json']; from caffael.cli import main; main()"
    listed = subprocess.run([sys.executable, "-c", shelf], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    shipped = {pack["id"] for pack in json.loads(listed.stdout)}
    assert {f"caffael/_data/scenarios/{name}/scenario.toml" for name in shipped} <= names
    assert len(shipped) == len(list((TOP / "scenarios").glob("*/scenario.toml")))
