"""Promises kept and broken, in words."""

from collections.abc import Sequence

from caffael.debrief.records import ContractStory, Debrief
from caffael.scenario import Pack
from caffael.words.language import Language


def broken_promises(debrief: Debrief) -> list[ContractStory]:
    """Contracts with a missed year or social value that did not come, the gravest first."""
    broken = [story for story in debrief.contracts if story.missed or story.promised > story.came]
    return sorted(broken, key=lambda story: (-story.missed, -story.cover, story.came - story.promised))


def broken_text(language: Language, pack: Pack, teams: Sequence[str], story: ContractStory) -> str:
    """What a contract failed to bring, in a sentence."""
    need, supplier = pack.need(story.need).title(language.code), pack.supplier(story.supplier).title(language.code)
    if story.missed:
        return language.text(
            "{supplier}, “{need}”. Years in which {team} was let down: {n}. Emergency cover: {money}.",
            supplier=supplier,
            need=need,
            team=teams[story.seat],
            n=story.missed,
            money=language.money(story.cover),
        )
    return language.text(
        "{supplier}, “{need}”: of {promised} points of social value promised to {team}, {came} came.",
        supplier=supplier,
        need=need,
        team=teams[story.seat],
        promised=story.promised,
        came=story.came,
    )


def came_texts(language: Language, story: ContractStory, carbon: bool) -> list[str]:
    """What came of a contract, a few words each; `carbon`: whether the scenario counts it."""
    told = [language.text("Years delivered: {n}", n=story.reached)]
    if story.missed:
        told.append(language.text("Years missed: {n}", n=story.missed))
    if story.promised:
        told.append(language.text("Social value: {came} of {promised}", came=story.came, promised=story.promised))
    told.append(language.text("Goals: {points}", points=language.signed(story.points)))
    if carbon:
        told.append(language.text("{name}: {carbon}", name=language.text("Carbon"), carbon=language.carbon(story.carbon)))
    if story.cover:
        told.append(language.text("Emergency cover: {money}", money=language.money(story.cover)))
    if story.ended:
        told.append(language.text("Ended early"))
    return told
