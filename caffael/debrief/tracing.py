"""What the points of a part of a score came from, one by one."""

from caffael.debrief.records import CarbonRow, Debrief, Part, TeamStory
from caffael.debrief.wording import goal_detail
from caffael.rules.terms import EARLIER
from caffael.scenario import Pack
from caffael.words.language import Language
from caffael.words.sentences import badge_name


def part_sources(language: Language, pack: Pack, debrief: Debrief, team: TeamStory, part: Part) -> list[str]:
    """What a part is made of, a line each; none where the part says it all by itself."""
    if part.kind == "goals":
        return [goal_detail(language, team, goal) for goal in range(len(team.goals))]
    if part.kind == "lowest":
        return [goal_detail(language, team, goal) for goal, level in enumerate(team.goals) if level == part.source]
    if part.kind == "unmet":
        return [pack.need(need).title(language.code) for need in team.open_needs]
    if part.kind == "carbon":
        return carbon_sources(language, pack, debrief.carbon[team.seat])
    if part.kind == "badges":
        return [badge_won(language, badge, year) for badge, year in enumerate(team.badges) if year > 0]
    return []


def carbon_sources(language: Language, pack: Pack, carbon: CarbonRow) -> list[str]:
    """What a council's carbon came from, the most first."""
    named = [(carbon.contracts[at], pack.category(at).title(language.code)) for at in range(pack.cards.categories)]
    named += [(carbon.unmet, language.text("Needs that waited")), (carbon.estate, language.text("Own buildings and vehicles"))]
    ordered = sorted((row for row in named if row[0]), key=lambda row: -row[0])
    return [language.text("{name}: {carbon}", name=name, carbon=language.carbon(amount)) for amount, name in ordered]


def badge_won(language: Language, badge: int, year: int) -> str:
    """A badge and when it was won."""
    name = badge_name(language, badge)
    if year == EARLIER:
        return language.text("{badge}, in an earlier game", badge=name)
    return language.text("{badge}, in year {year}", badge=name, year=year)
