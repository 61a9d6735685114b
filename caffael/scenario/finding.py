"""The list of packs: those that ship, and those within any folder, as folders or zips."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from caffael.scenario.draft import read_scenario
from caffael.scenario.faults import Fault, text_of
from caffael.scenario.layers.extending import read_tables
from caffael.scenario.read.places import name_of, open_place, packs_in, shipped, shipped_packs
from caffael.scenario.read.sources import FileRefusedError
from caffael.scenario.wording import CampaignText, Words, campaign_text

__all__ = ["STANDARD", "PackInfo", "find_next", "find_packs", "pack_info", "shipped"]

STANDARD = "smarter-spending"
"""The id of the standard game."""


@dataclass(frozen=True, slots=True)
class PackInfo:
    """What a list of packs shows. `faults` says why one cannot be chosen; only its scenario.toml was looked at."""

    id: str
    place: Path
    title: Words
    line: Words = Words()
    level: int = 1
    ages: str = ""
    minutes: int = 0
    years: int = 0
    years_offered: tuple[int, ...] = ()
    picture: str = "region"
    campaign: CampaignText | None = None
    faults: tuple[Fault, ...] = ()


def find_packs(places: Sequence[Path] = ()) -> list[PackInfo]:
    """The packs that ship, and those within more folders, the easiest first, the games of a campaign one after the other.

    A broken one is listed with its faults. Never raises.
    """
    found = [pack_info(pack) for place in (*shipped(), *places) for pack in packs_in(place)]
    return sorted(found, key=list_place)


def list_place(info: PackInfo) -> tuple[bool, int, str, int, str]:
    """Where a pack stands in a list of packs."""
    campaign = info.campaign
    name, game = (info.id, 0) if campaign is None else (campaign.id, campaign.game)
    return bool(info.faults), info.level, name, game, info.id


def pack_info(place: Path) -> PackInfo:
    """What a list shows of one pack: a folder or a zip."""
    faults: list[Fault] = []
    try:
        scenario = read_scenario(read_tables(open_place(place), faults), faults)
    except FileRefusedError as error:
        faults, scenario = [Fault(place.name, None, None, None, error.sentence)], None
    if scenario is None or faults:
        name = text_of(name_of(place))
        return PackInfo(name, place, Words(name, name), faults=tuple(faults))
    return PackInfo(
        id=scenario.id,
        place=place,
        title=Words(scenario.title_en, scenario.title_cy),
        line=Words(scenario.line_en, scenario.line_cy),
        level=scenario.level,
        ages=scenario.ages,
        minutes=scenario.minutes,
        years=scenario.years,
        years_offered=tuple(scenario.offered),
        picture=scenario.picture,
        campaign=campaign_text(scenario),
    )


def find_next(place: Path, name: str) -> PackInfo | None:
    """The pack of a campaign's next game, by its id: one that lies beside the pack at this place, or else one that ships.

    None when there is neither.
    """
    beside = sorted(packs_in(place.resolve().parent), key=lambda pack: name_of(pack) != name)
    found = next((info for pack in beside if (info := pack_info(pack)).id == name), None)
    if found is None and name in shipped_packs():
        found = pack_info(shipped_packs()[name])
    return found
