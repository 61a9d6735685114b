"""Games that were saved under earlier rules, as they lay on somebody's disk then."""

import gzip
import json
from pathlib import Path

RULES_2 = Path(__file__).parent / "records" / "rules-2"
LAYOUT: dict[str, dict[str, int]] = json.loads((RULES_2 / "layout.json").read_text("utf-8"))
"""The card records of version 2: by their kind and their fields, in order, how many numbers or records stand there."""
NAMES = sorted(path.name.removesuffix(".caffael.gz") for path in RULES_2.glob("*.gz"))


def lay(name: str, folder: Path) -> Path:
    """Put a game of version 2 into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.caffael"
    path.write_bytes(gzip.decompress((RULES_2 / f"{path.name}.gz").read_bytes()))
    return path
