"""A pack whose teams run hospitals, for the tests: own noun, own team names, own cards and a ground of its own."""

import csv
import re
from pathlib import Path

from caffael.scenario import load_pack

HEAD = """\
extends = "{base}"
id = "hospitals"
title_en = "Hospitals of the north"
title_cy = "Ysbytai'r gogledd"
ground = "north"
[nouns]
noun_en = "hospital"
a_noun_en = "a hospital"
nouns_en = "hospitals"
noun_cy = "ysbyty"
[[team]]
name_en = "Snowdon"
name_cy = "Yr Wyddfa"
[[team]]
name_en = "River Conwy"
name_cy = "Afon Conwy"
[[team]]
name_en = "Anglesey"
name_cy = "Môn"
[[team]]
name_en = "Cadair Idris"
"""
ENGLISH = re.compile(r"\bcouncil(s?)\b", re.IGNORECASE)
WELSH = re.compile(r"(?:[cg]h?|ngh)yngh?or(?:au)?", re.IGNORECASE)
"""What is left of councils on the cards of the town is said of hospitals."""


def said(words: str) -> str:
    """What a card of the town says, of hospitals."""
    return WELSH.sub("ysbyty", ENGLISH.sub(lambda found: f"hospital{found[1]}", words))


def hospitals(where: Path, base: str = "our-town", more: str = "") -> Path:
    """Write it into a new folder and say where it is; it extends a pack that ships."""
    place = where / "hospitals"
    place.mkdir()
    texts = load_pack(base).texts
    (place / "scenario.toml").write_text(HEAD.replace("{base}", base) + more, encoding="utf-8")
    rows = [(one.id, one.title, one.story) for one in texts.needs]
    decks = {
        "needs.csv": ("title", "story", rows),
        "events.csv": ("title", "story", [(one.id, one.title, one.story) for one in (*texts.events, *texts.climate)]),
        "projects.csv": ("title", "story", [(one.id, one.title, one.story) for one in texts.projects]),
        "councils.csv": ("name", "line", [(one.id, one.name, one.line) for one in texts.councils]),
    }
    for file, (first, second, cards) in decks.items():
        with (place / file).open("w", encoding="utf-8", newline="") as opened:
            deck = csv.writer(opened)
            deck.writerow(("id", f"{first}_en", f"{first}_cy", f"{second}_en", f"{second}_cy"))
            deck.writerows((name, *map(said, (one.en, one.cy, two.en, two.cy))) for name, one, two in cards)
    return place
