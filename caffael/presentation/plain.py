"""A page, sheet or choice as lines of plain text: what golden texts hold, and what a terminal prints."""

from collections.abc import Iterator

from caffael.presentation.blocks import Back, Bars, Block, Button, Chip, Choice, Group, Line, Listing, Offer, Page, Sheet, Table, Text
from caffael.presentation.faces import NeedFace, SupplierFace

INDENT = "  "


def as_text(shown: Page | Sheet | Choice) -> str:
    """All that a page, sheet or choice says, in the order in which it is read, a line for each thing."""
    lines = [f"# {shown.title}  [{shown.id}]", *(words for words in (shown.line, getattr(shown, "story", "")) if words)]
    if isinstance(shown, Page):
        lines += list(blocks_said(shown.blocks)) + [button_said(button) for button in shown.buttons]
    elif isinstance(shown, Choice):
        lines += [*blocks_said(shown.offers), f"( {shown.button} )"]
    else:
        lines += [f"{petal.goal}: {petal.words}" for petal in shown.flower]
        lines += list(blocks_said(shown.lines)) + [button_said(button) for button in shown.buttons]
    back = None if isinstance(shown, Page) else shown.back
    return "\n".join([*lines, *(back_said(back) if back is not None else ())]) + "\n"


def joined(*parts: str) -> str:
    """The parts that say something, with a bar between."""
    return " | ".join(part for part in parts if part)


def button_said(button: Button) -> str:
    """A button; one that can't be pressed says why."""
    return f"( {button.words} )" if not button.why else f"( {button.words} ) - {button.why}"


def back_said(back: Back) -> Iterator[str]:
    """The other side of a card."""
    for entry in back.entries:
        yield f"~ {entry.title}"
        yield from (f"{INDENT}{words}" for words in (entry.line, *entry.levels, entry.game, entry.world, entry.source) if words)
    if back.source:
        yield f"~ {back.source}"


def blocks_said(blocks: tuple[Block, ...] | tuple[Line, ...] | tuple[Offer, ...]) -> Iterator[str]:
    """What blocks say, one after the other."""
    for block in blocks:
        yield from said(block)


def said(block: Block) -> Iterator[str]:
    """What one block says."""
    match block:
        case Text():
            yield from block.words.split("\n")
        case Chip():
            yield f"<{block.words}>"
        case Line():
            yield f"- {joined(block.title, block.value, block.words)}"
        case Button():
            yield button_said(block)
        case Offer():
            yield f"* {joined(block.title, block.said, block.note, *(chip.words for chip in block.chips))}"
            if block.why:
                yield f"{INDENT}- {block.why}"
        case Listing():
            yield from (f"{number}. {item}" if block.numbered else f"- {item}" for number, item in enumerate(block.items, start=1))
        case Table():
            yield block.caption
            for row in (block.heads, *block.rows):
                yield INDENT + " | ".join(cell if isinstance(cell, str) else " / ".join(cell) for cell in row)
        case Bars():
            yield block.title
            yield from (f"{INDENT}{bar.label}: {bar.value}" for bar in block.bars)
            yield from (f"{INDENT}= {name}" for name, _ in block.legend)
        case Group():
            yield f"## {block.title}"
            yield from (INDENT + line for line in blocks_said(block.blocks))
        case NeedFace():
            goals = " ".join(f"{goal} {points}" for goal, points in block.goals)
            waits = f"{block.urgency_goal} {block.urgency}" if block.urgency else ""
            yield f"* {joined(block.title, block.figures, goals, waits, block.saves)}"
        case SupplierFace():
            figures = f"{block.price} % q{block.quality} s{block.social} c{block.carbon} % local {block.local} % r{block.record}"
            yield f"* {joined(block.name, block.kind_words, ', '.join(block.categories), figures, f'{block.free}/{block.capacity}')}"
