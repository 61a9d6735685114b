"""The report of a scenario as one HTML page that needs nothing else: no script, no network. The same findings give the same page."""

from typing import Any

from caffael.export.files import filled
from caffael.rules import RULES_VERSION
from caffael.simulation.questions.balance import as_data
from caffael.simulation.report.bars import verdict_section
from caffael.simulation.report.play import climate_section, competition_section, course_section, wins_section
from caffael.simulation.report.runs import Findings
from caffael.simulation.report.worth import KINDS, card_sentences, cards_of, cards_section, worth_section, worth_sentences

TEMPLATE = "report.html.j2"


def page_of(findings: Findings) -> bytes:
    """The page as the content of a file."""
    pack = findings.wanted.pack
    makers = (verdict_section, wins_section, climate_section, course_section, competition_section, worth_section, cards_section)
    sections = [make(findings) for make in makers]
    return filled("laboratory", TEMPLATE, title=pack.title("en"), line=pack.line("en"), facts=facts(findings), sections=sections)


def facts(findings: Findings) -> list[tuple[str, str]]:
    """What was played, so that anyone can play it again."""
    wanted = findings.wanted
    pack = wanted.pack
    each = f"{wanted.each:,} for each line-up" if wanted.each else "as many as each bar says"
    return [
        ("Scenario", pack.id),
        ("Fingerprint of its numbers", pack.digest),
        ("Version of the rules", str(RULES_VERSION)),
        ("Years", str(pack.years)),
        ("Seed", str(wanted.seed)),
        ("Games", each + (" (a quick report)" if wanted.quick else "")),
        ("Games of line-ups without a ban", f"{sum(outcome.tally.games for outcome in findings.line_ups):,}"),
    ]


def data_of(findings: Findings) -> dict[str, Any]:
    """What the report says first of all, as plain data: the verdicts, and what is dead or dominant."""
    wanted = findings.wanted
    told = [*worth_sentences(findings)]
    told += [sentence for kind in KINDS for sentence in card_sentences(findings, cards_of(findings, kind))]
    head = {"scenario": wanted.pack.id, "digest": wanted.pack.digest, "years": wanted.pack.years, "seed": wanted.seed}
    return head | as_data(findings.verdicts) | {"dead_or_dominant": told}
