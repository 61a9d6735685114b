"""How the region came through, in words: its fate first, then what would have saved it."""

from collections.abc import Sequence

from caffael.debrief.records import Debrief, Region, Saver
from caffael.rules.terms import Ending
from caffael.scenario import Pack
from caffael.words.language import Language


def fate_words(language: Language, debrief: Debrief, climate_events: bool) -> tuple[str, str]:
    """The region's fate, and what it means for all. Nobody is named. `climate_events`: whether carbon marks bring storms."""
    region = debrief.region
    if not region.counted:
        return language.text("This game did not count carbon."), language.text("What follows shows how each council did.")
    if not debrief.finished:
        head = language.text("So far the region has emitted {percent} of its carbon budget.", percent=language.percent(region.percent))
        return head, marks_words(language, region, climate_events)
    if not region.failed:
        head = language.text("The region stayed within its carbon budget.")
        if region.ending == Ending.SHARED:
            words = language.text(
                "All win together if the mean score reaches {target}. It is {mean}.", target=region.target, mean=region.mean
            )
            return head, words
        return head, marks_words(language, region, climate_events)
    head = language.text("The region is over its carbon budget by {carbon}.", carbon=language.carbon(region.over))
    if region.ending == Ending.HARD:
        return head, language.text("So nobody wins this game. What follows shows who would have won.")
    if region.ending == Ending.SHARED:
        return head, language.text("So all councils lose together.")
    return head, language.text("So every council that is over its own share loses points for it.")


def marks_words(language: Language, region: Region, climate_events: bool) -> str:
    """How many carbon marks the region passed, and how many climate events came of it."""
    if not climate_events:
        return language.text("Carbon marks that were passed: {marks}.", marks=len(region.marks))
    return language.text(
        "Carbon marks that were passed: {marks}. Climate events that came: {storms}.", marks=len(region.marks), storms=region.storms
    )


def saver_text(language: Language, pack: Pack, teams: Sequence[str], debrief: Debrief, saver: Saver) -> str:
    """A tender with a cleaner bid on the table, and what that bid would have saved."""
    story = debrief.contracts[saver.contract]
    return language.text(
        "{team}, “{need}”: {supplier} would have saved {carbon}.",
        team=teams[story.seat],
        need=pack.need(story.need).title(language.code),
        supplier=pack.supplier(saver.supplier).title(language.code),
        carbon=language.carbon(saver.saved),
    )


def savers_conclusion(language: Language, region: Region) -> str:
    """Whether the cleaner bids would have been enough for a region that failed."""
    if not region.savers:
        return language.text("No cleaner bid was on the table in any tender: the carbon came from elsewhere.")
    together = language.carbon(region.savable)
    if region.savable >= region.over:
        return language.text("Together they would have saved {carbon}: enough to stay within the budget.", carbon=together)
    return language.text("Together they would have saved {carbon}: not enough by themselves.", carbon=together)
