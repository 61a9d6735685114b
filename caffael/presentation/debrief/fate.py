"""The first page: how the region came through, what it means, and what would have saved one that failed. No winner is named here."""

from caffael.debrief.records import Debrief, Region, Saver
from caffael.presentation.blocks import Bar, Bars, Block, Group, Line, Listing, Page, Table, Text
from caffael.presentation.marks import carbon_marks
from caffael.presentation.press import Do
from caffael.presentation.viewer import Viewer
from caffael.rules.terms import Ending

ROOM = 1.04
"""How much wider than the longest bar its ground is."""


def fate_page(viewer: Viewer, debrief: Debrief) -> Page:
    """The region's fate, its carbon year by year, and of a region that failed, who could have saved it and who emitted what."""
    region = debrief.region
    head, line = fate_words(viewer, region, debrief.finished)
    blocks: list[Block] = [Text(head, "lead", "head"), Text(line, id="line")]
    if region.counted:
        blocks += years(viewer, region)
    if region.failed:
        if region.savers:
            savers = tuple(saver_line(viewer, debrief, saver) for saver in region.savers)
            blocks.append(Group("savers", viewer.text("Cleaner bids were on the table in these tenders:"), savers))
        blocks += [Text(savers_conclusion(viewer, region), id="conclusion"), emitted(viewer, debrief)]
    return Page("region", viewer.text("How did the region come through?"), blocks=tuple(blocks))


def fate_words(viewer: Viewer, region: Region, finished: bool) -> tuple[str, str]:
    """The region's fate, and what it means for all. Nobody is named."""
    if not region.counted:
        return viewer.text("This game did not count carbon."), viewer.text("What follows shows how each council did.")
    if not finished:
        percent = viewer.language.percent(region.percent)
        return viewer.text("So far the region has emitted {percent} of its carbon budget.", percent=percent), marks_words(viewer, region)
    if not region.failed:
        head = viewer.text("The region stayed within its carbon budget.")
        if region.ending == Ending.SHARED:
            mean = viewer.text("All win together if the mean score reaches {target}. It is {mean}.", target=region.target, mean=region.mean)
            return head, mean
        return head, marks_words(viewer, region)
    head = viewer.text("The region is over its carbon budget by {carbon}.", carbon=viewer.language.carbon(region.over))
    if region.ending == Ending.HARD:
        return head, viewer.text("So nobody wins this game. What follows shows who would have won.")
    if region.ending == Ending.SHARED:
        return head, viewer.text("So all councils lose together.")
    return head, viewer.text("So every council that is over its own share loses points for it.")


def marks_words(viewer: Viewer, region: Region) -> str:
    """How many carbon marks the region passed, and where these bring storms, how many climate events came of it."""
    if viewer.cards.settings.climate_events != 1:
        return viewer.text("Carbon marks that were passed: {marks}.", marks=region.marks)
    return viewer.text(
        "Carbon marks that were passed: {marks}. Climate events that came: {storms}.", marks=region.marks, storms=region.storms
    )


def years(viewer: Viewer, region: Region) -> list[Block]:
    """The region's carbon in all, and year by year against a fair share of its budget for one year."""
    language = viewer.language
    title = viewer.text("Carbon year by year")
    note = viewer.text("The line marks a fair share of the budget for one year.")
    fair = region.budget / max(1, viewer.cards.settings.years)
    most = max(*region.years, fair, 1) * ROOM
    named = [(viewer.text("Year {year}", year=year), carbon) for year, carbon in enumerate(region.years, 1)]
    bars = tuple(Bar(name, ((carbon / most, "accent"),), language.carbon(carbon)) for name, carbon in named)
    told = ", ".join(viewer.text("{name}: {carbon}", name=bar.label, carbon=bar.value) for bar in bars)
    total = viewer.text("{carbon} of {budget} CO₂e", carbon=language.carbon(region.carbon), budget=language.carbon(region.budget))
    rows = tuple((name, language.carbon(carbon), language.percent(100 * carbon // max(1, region.budget))) for name, carbon in named)
    heads = (viewer.text("Year"), viewer.text("Carbon"), viewer.text("Share of the whole budget"))
    return [
        Text(total, id="total"),
        Listing(tuple(f"{mark.words}: {mark.told}" for mark in carbon_marks(viewer, region.carbon)), id="marks"),
        Bars(title, f"{told}. {note}", bars, fair / most, id="years"),
        Text(note, "soft", "years-note"),
        Table(title, heads, rows, frozenset({1, 2}), id="years-table"),
    ]


def saver_line(viewer: Viewer, debrief: Debrief, saver: Saver) -> Line:
    """A tender with a cleaner bid on the table, and what that bid would have saved; it opens to its contract."""
    story = debrief.contracts[saver.contract]
    said = viewer.text(
        "{team}, “{need}”: {supplier} would have saved {carbon}.",
        team=viewer.council(story.seat),
        need=viewer.need(story.need),
        supplier=viewer.supplier(saver.supplier),
        carbon=viewer.language.carbon(saver.saved),
    )
    return Line(said, picture=viewer.need_look(story.need), press=Do("contract", (saver.contract,)), id=f"saver.{saver.contract}")


def savers_conclusion(viewer: Viewer, region: Region) -> str:
    """Whether the cleaner bids would have been enough for a region that failed."""
    if not region.savers:
        return viewer.text("No cleaner bid was on the table in any tender: the carbon came from elsewhere.")
    together = viewer.language.carbon(region.savable)
    if region.savable >= region.over:
        return viewer.text("Together they would have saved {carbon}: enough to stay within the budget.", carbon=together)
    return viewer.text("Together they would have saved {carbon}: not enough by themselves.", carbon=together)


def emitted(viewer: Viewer, debrief: Debrief) -> Bars:
    """Each council's carbon against its share, in the order of the seats."""
    language, share = viewer.language, viewer.cards.settings.carbon_budget
    most = max(*(row.total for row in debrief.carbon), share) * ROOM
    bars = []
    for team, row in zip(viewer.councils, debrief.carbon, strict=True):
        amount, percent = language.carbon(row.total), language.percent(100 * row.total // share)
        note = viewer.text("{carbon}, {percent} of its share", carbon=amount, percent=percent)
        bars.append(Bar(team, ((row.total / most, "bad" if row.total > share else "track_low"),), amount, note))
    title = viewer.text("Who emitted how much, against the same share for each:")
    return Bars(title, ", ".join(f"{bar.label}: {bar.note}" for bar in bars), tuple(bars), share / most, id="emitted")
