"""How often a pound goes round: what a study found, with its source. It is told beside the game's own figures and counts for no point."""

from caffael.words.language import Language

LOCAL_PENCE = 76
"""Of each pound paid to a firm in the county, spent again in the county by that firm."""
ELSEWHERE_PENCE = 36
"""The same of a firm from elsewhere."""
STUDY_YEAR = "2005"
ADDRESS = "https://sustainablehackney.org.uk/page/buying-local-worth-400-more"


def multiplier_text(language: Language, spent: int, local: int) -> str:
    """What the study found, and this game's own local share in pence of a pound."""
    found = language.text(
        "A study for Northumberland County Council ({year}) followed the money: of each pound, local firms spent {local}p again nearby, "
        "and firms from elsewhere {elsewhere}p.",
        year=STUDY_YEAR,
        local=LOCAL_PENCE,
        elsewhere=ELSEWHERE_PENCE,
    )
    if not spent:
        return found
    return f"{found} {language.text('Of each pound in this game, {pence}p stayed in the region.', pence=100 * local // spent)}"


def multiplier_source(language: Language) -> str:
    """Where that stands."""
    return language.text("Source: {who}, told on {where}", who="nef (New Economics Foundation)", where=f"Sustainable Hackney, {ADDRESS}")
