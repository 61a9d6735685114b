"""Which letters the typefaces that come with Caffael have, as data.

Run `python -m caffael_tools.typefaces` after a new version of one; it writes assets/typefaces.toml anew.
"""

from importlib.resources import files

from fontTools.ttLib import TTFont

from caffael.resources import folder, write_whole
from caffael.words.typefaces import OURS, text_of_runs

HEAD = "# Which letters each typeface has, in hexadecimal; `python -m caffael_tools.typefaces` writes this file.\n"


def typefaces_file() -> str:
    """What the file has to hold for the typefaces that are installed."""
    known = {name: set(TTFont(str(files(package).joinpath("files", file))).getBestCmap()) for name, (package, file) in OURS.items()}
    return HEAD + "".join(f'{name} = "{text_of_runs(letters)}"\n' for name, letters in known.items())


if __name__ == "__main__":
    write_whole(folder("assets") / "typefaces.toml", typefaces_file().encode())
