"""A page, sheet or choice as lines of plain text: what golden texts hold, and what a terminal prints."""

from collections.abc import Iterator, Sequence

from caffael.presentation.blocks import (
    Assessed,
    Back,
    Bars,
    Bid,
    Block,
    Button,
    Checked,
    Chip,
    Choice,
    Group,
    Line,
    Listing,
    Offer,
    Page,
    Placed,
    Sheet,
    Slider,
    Table,
    Text,
)
from caffael.presentation.faces import LabFace, ManageFace, NeedFace, Petal, ProjectFace, ShelfFace, SupplierFace, Tile
from caffael.presentation.rows import Field, OneOf, Option, Stepper, Toggle

INDENT = "  "


def as_text(shown: Page | Sheet | Choice) -> str:
    """All that a page, sheet or choice says, in the order in which it is read, a line for each thing."""
    lines = [f"# {shown.title}  [{shown.id}]", *(words for words in (shown.line, getattr(shown, "story", "")) if words)]
    if isinstance(shown, Page):
        lines += list(blocks_said(shown.blocks)) + [button_said(button) for button in shown.buttons]
    elif isinstance(shown, Choice):
        lines += [*blocks_said(shown.offers), f"( {shown.button} )" + (f" - {shown.why}" if shown.why else "")]
    else:
        lines += [f"{petal.goal}: {petal.words}" for petal in shown.flower]
        lines += [
            *blocks_said((shown.face,) if shown.face else ()),
            *blocks_said(shown.lines),
            *blocks_said(shown.rows),
            *map(button_said, shown.buttons),
        ]
    back = shown.back if isinstance(shown, Sheet) else None
    return "\n".join([*lines, *(back_said(back) if back is not None else ())]) + "\n"


def joined(*parts: str) -> str:
    """The parts that say something, with a bar between."""
    return " | ".join(part for part in parts if part)


def button_said(button: Button) -> str:
    """A button; one that can't be pressed says why."""
    return " - ".join(part for part in (f"( {button.words} )", button.why, button.line) if part)


def back_said(back: Back) -> Iterator[str]:
    """The other side of a card."""
    for panel in back.panels:
        yield f"~ {panel.title}"
        yield from (INDENT + words for words in panel.opening.split("\n"))
        yield from (INDENT + joined(passage.title, passage.words) for passage in panel.passages)
    if back.source:
        yield f"~ {back.source}"


def blocks_said(blocks: Sequence[Block]) -> Iterator[str]:
    """What blocks say, one after the other."""
    for block in blocks:
        yield from said(block)


def said(block: Block | Tile) -> Iterator[str]:
    """What one block says."""
    match block:
        case Text():
            yield from (f"<{chip.words}>" for chip in block.chips)
            yield from (f"! {words}" if block.tone == "alert" else words for words in block.words.split("\n"))
        case Chip():
            yield f"<{joined(block.words, block.short)}>"
        case Line():
            chips = (f"{chip.picture} {chip.words}" for chip in block.chips)
            yield f"- {joined(block.title, block.value, *block.words.splitlines(), *chips)}"
            yield from (f"{INDENT}| {'passed ' if mark.passed else ''}{joined(mark.words, mark.told)}" for mark in block.marks)
        case Button():
            yield button_said(block)
        case Offer():
            said_so = (block.above, block.title, block.said, block.note, *(chip.words for chip in block.chips))
            yield f"{'>' if block.chosen else '*'} {joined(*said_so)}"
            yield from (INDENT + line for line in blocks_said((*block.lines, *((block.face,) if block.face is not None else ()))))
            yield from (f"{INDENT}{mark} {words}" for mark, words in (("-", block.why), ("?", block.more)) if words)
        case Bid():
            yield f"{'>' if block.chosen else '*'} {joined(block.face.name, block.face.kind_words, block.said)}"
            facts = (f"{fact.picture} {joined(fact.words, fact.below)}" for fact in block.face.facts)
            marks = [mark for mark, there in (("welsh", block.face.welsh), ("supported", block.face.supported)) if there]
            yield INDENT + ", ".join([*facts, *marks])
            yield f"{INDENT}{block.face.brings_title} {', '.join(f'{fact.picture} {fact.words}' for fact in block.face.brings)}"
            if block.points:
                yield f"{INDENT}{block.rank + 1}. {' + '.join(f'{points:.1f}' for points in block.points)} = {block.total}"
        case Assessed():
            yield from said(block.bid)
            printed = joined(block.printed.face.money, block.printed.face.percent, f"{block.printed.rank + 1}. {block.printed.total}")
            yield f"{INDENT}({joined(f'{block.place + 1}', printed)}) {joined(block.card_words, block.guess)}".rstrip()
        case Checked():
            yield f"* {joined(block.title, block.supplier, block.outcome)}"
            card = f"{block.card} ({block.turned_down})" if block.turned_down else block.card
            bonus = " ".join((block.bonus, *block.bonuses))
            yield f"{INDENT}{block.card_words} {card} + {block.bonus_words} {bonus} = {block.total} | {block.needed}"
            yield from (INDENT + line for line in blocks_said((*block.chips, *block.remarks, block.why)))
        case Placed():
            yield from said(block.face)
        case Petal():
            yield f"{block.goal}: {block.words}"
        case Slider():
            yield f"= {joined(block.title, block.value, block.limits, ' '.join(map(str, block.values)))}"
            if block.more:
                yield f"{INDENT}? {block.more}"
        case Listing():
            yield from (f"{number}. {item}" if block.numbered else f"- {item}" for number, item in enumerate(block.items, start=1))
        case Table():
            yield block.caption
            for row in (block.heads, *block.rows):
                yield INDENT + " | ".join(cell if isinstance(cell, str) else " / ".join(cell) for cell in row)
        case Bars():
            yield block.title
            for bar in block.bars:
                long = " + ".join(f"{100 * share:.0f} {colour}" for share, colour in bar.parts)
                yield f"{INDENT}{bar.label}: {joined(bar.value, bar.note, long)}"
            yield from () if block.mark is None else (f"{INDENT}! {100 * block.mark:.0f}",)
            yield from (f"{INDENT}= {name}" for name, _ in block.legend)
            yield f"{INDENT}~ {block.told}"
        case OneOf():
            yield f"= {block.words}"
            yield from (INDENT + option_said(option, option.key == block.chosen) for option in block.options)
        case Toggle():
            yield f"= {block.words}: {block.said[block.on]}"
        case Stepper():
            numbers = [block.say(number) for number in range(block.low, block.high + 1, block.step)]
            yield f"= {block.words}: {block.say(block.value)} | {', '.join(numbers)} | {block.why_low} | {block.why_high}"
        case Field():
            yield f"= {joined(f'{block.words}: {block.typed}', block.hint)}"
        case Group():
            yield f"## {block.title or block.id}"
            yield from (INDENT + line for line in blocks_said(block.blocks))
        case NeedFace():
            goals = " ".join(f"{goal} {points}" for goal, points in block.goals)
            waits = f"{block.urgency_goal} {block.urgency}" if block.urgency else ""
            yield f"* {joined(block.title, block.figures, goals, waits, block.saves, block.news)}"
        case SupplierFace() if block.stars:
            marks = [mark for mark in ("picked", "faint") if getattr(block, mark)]
            yield f"* {joined(block.name, block.said, ', '.join(block.categories), f'{block.free}/{block.capacity}', *marks)}"
        case SupplierFace():
            figures = f"{block.price} % q{block.quality} s{block.social} c{block.carbon} % local {block.local} % r{block.record}"
            marks = [mark for mark in ("welsh", "supported", "picked", "faint") if getattr(block, mark)]
            free = f"{block.free}/{block.capacity}"
            yield f"* {joined(block.name, block.kind_words, ', '.join(block.categories), figures, block.social_goal, free, *marks)}"
        case LabFace():
            yield f"* {joined(f'{block.level}/{block.most}', block.cost, *block.steps)}"
        case ProjectFace():
            yield f"* {joined('done' if block.done else '', block.story, block.power)}"
        case ManageFace():
            yield f"* {joined(block.category, block.supplier, block.left, block.stake, block.sure, block.unsure, block.missed)}"
            for one in (block.alone, block.managed):
                grows = " ".join(f"{fact.picture} {fact.words}" for fact in one.gains)
                yield f"{INDENT}{one.title}: {joined(one.check, grows, one.points)}"
        case Tile():
            team = "" if block.team is None else f"team {block.team}"
            contracts = ", ".join(f"{one.category} {one.left}/{one.term}{' missed' * one.missed}" for one in block.contracts)
            yield f"* {joined(block.name, team, 'turn' * block.turn, contracts)}"
        case ShelfFace():
            yield f"* {joined(block.title, block.said)}"


def option_said(option: Option, chosen: bool) -> str:
    """One thing to choose; the one that is chosen is marked."""
    return f"{'(x)' if chosen else '( )'} {joined(option.label, option.detail, option.why)}"
