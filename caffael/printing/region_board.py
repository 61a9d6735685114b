"""The board of the region: four sheets that are glued together. Nothing stands across a seam, so that nothing is cut in two."""

from dataclasses import dataclass, field

from caffael.printing.box import A4, MARGIN, Box
from caffael.printing.paper import Paper, heading, table
from caffael.printing.reckoning import kilograms
from caffael.printing.sheets import LARGE, SMALL, Draw
from caffael.printing.tongues import Tongues
from caffael.rules.terms import MARKS, Route
from caffael.scenario import Pack

TILE = (A4[0] - 2 * MARGIN, A4[1] - 2 * MARGIN)
"""What one sheet shows of the board: all but its margins. A margin on the side of a seam is what the next sheet is glued on."""
TILES = 2
PER_TILE = 3
SCORES = 150
STEP = 5
MOST_CARBON = 145


@dataclass
class Board:
    """What stands on the board: things with their boxes, in millimetres of the whole board."""

    things: list[tuple[Box, Draw]] = field(default_factory=list)

    def add(self, box: Box, draw: Draw) -> None:
        """Put a thing on the board. It must lie on one sheet."""
        self.tile_of(box)
        self.things.append((box, draw))

    def tile_of(self, box: Box) -> tuple[int, int]:
        """The sheet (column, row) a box lies on. Raises ValueError for one that lies across a seam."""
        column, row = int((box.left + 0.01) // TILE[0]), int((box.top + 0.01) // TILE[1])
        if box.right > (column + 1) * TILE[0] + 0.01 or box.bottom > (row + 1) * TILE[1] + 0.01 or max(column, row) >= TILES:
            raise ValueError(f"{box} lies across a seam")
        return column, row


def draw_region_board(paper: Paper, pack: Pack, say: Tongues) -> None:
    """The four sheets, from left to right and from top to bottom."""
    board = region_board(pack, say)
    for row in range(TILES):
        for column in range(TILES):
            paper.page()
            draw_seams(paper, say, column, row)
            for box, draw in board.things:
                if board.tile_of(box) == (column, row):
                    draw(paper, box.moved(MARGIN - column * TILE[0], MARGIN - row * TILE[1]))


def draw_seams(paper: Paper, say: Tongues, column: int, row: int) -> None:
    """Where the sheet is cut, where the next one is glued on, and its number."""
    number = row * TILES + column + 1
    edge = Box(MARGIN, MARGIN, *TILE)
    name = say.text("Region board, sheet {n} of {all}", n=number, all=TILES * TILES)
    paper.write(name, Box(edge.left, A4[1] - 8.5, 90, 5), 7, "ink_soft", centred=True, least=4)
    if column < TILES - 1:
        paper.dashes((edge.right, edge.top), (edge.right, edge.bottom), "ink")
        with paper.turned(90, (edge.right + 4, edge.middle[1])):
            words = Box(edge.right + 4 - 60, edge.middle[1] - 2, 120, 4)
            paper.write(say.text("Glue sheet {n} on this edge", n=number + 1), words, 6.5, "ink_soft", align="middle", centred=True)
    else:
        paper.line((edge.left, edge.top), (edge.left, edge.bottom), "ink")
        cut_words(paper, say, edge, upright=True)
    if row < TILES - 1:
        paper.dashes((edge.left, edge.bottom), (edge.right, edge.bottom), "ink")
        words = Box(edge.middle[0] - 20, edge.bottom + 2, 80, 4)
        paper.write(say.text("Glue sheet {n} on this edge", n=number + TILES), words, 6.5, "ink_soft", align="middle", centred=True)
    else:
        paper.line((edge.left, edge.top), (edge.right, edge.top), "ink")
        cut_words(paper, say, edge, upright=False)


def cut_words(paper: Paper, say: Tongues, edge: Box, upright: bool) -> None:
    """Say beside a line that it is to be cut along."""
    words = say.text("Cut along this line")
    if upright:
        with paper.turned(90, (edge.left - 4, edge.middle[1])):
            box = Box(edge.left - 4 - 40, edge.middle[1] - 2, 80, 4)
            paper.write(words, box, 6.5, "ink_soft", align="middle", centred=True)
    else:
        paper.write(words, Box(edge.middle[0] - 40, edge.top - 5.5, 80, 4), 6.5, "ink_soft", align="middle", centred=True)


def region_board(pack: Pack, say: Tongues) -> Board:
    """Everything on the board of a pack."""
    board = Board()
    add_title(board, pack, say)
    add_market(board, pack, say)
    if pack.cards.settings.carbon == 1:
        add_carbon(board, pack, say)
    add_decks(board, pack, say)
    add_scores(board, say)
    return board


def add_title(board: Board, pack: Pack, say: Tongues) -> None:
    """The title, and the track of the years."""
    title = say.words(pack.title)
    board.add(Box(0, 0, TILE[0], 22), lambda paper, box: draw_title(paper, box, title))
    years = pack.cards.settings.years
    width = TILE[0] / max(years, 3) - 2
    for year in range(1, years + 1):
        words = say.text("Year {year}", year=year)
        place = Box(TILE[0] + (year - 1) * (width + 2) + 1, 2, width, 18)
        board.add(place, framed(words, "year", "accent", 11))


def draw_title(paper: Paper, box: Box, title: str) -> None:
    """The name of the game beside the emblem."""
    paper.picture("year" if paper.thrifty else "emblem", Box(box.left, box.top, 20, 20), "accent")
    paper.write(title, Box(box.left + 24, box.top, box.width - 26, 20), 26, "accent", bold=True, centred=True, least=10)


def framed(words: str, picture: str, ink: str, size: float = 8.0) -> Draw:
    """A place with a picture and a name, for a card or a token."""

    def draw(paper: Paper, box: Box) -> None:
        paper.frame(box, ink, 0.4, radius=2)
        side = min(14.0, box.height * 0.5, box.width * 0.4)
        tall = box.height > side * 2.2
        if tall:
            paper.picture(picture, Box(box.middle[0] - side / 2, box.top + box.height * 0.28 - side / 2, side, side), ink)
            words_box = Box(box.left + 3, box.top + box.height * 0.28 + side / 2 + 1, box.width - 6, box.height * 0.6 - side / 2)
            paper.write(words, words_box, size, ink, bold=True, align="middle")
        else:
            paper.picture(picture, Box(box.left + 2, box.middle[1] - side / 2, side, side), ink)
            paper.write(words, Box(box.left + side + 4, box.top, box.width - side - 6, box.height), size, ink, bold=True, centred=True)

    return draw


def add_market(board: Board, pack: Pack, say: Tongues) -> None:
    """The places of the row of suppliers, oldest first; the extra places behind them."""
    market = pack.cards.settings.market
    for n in range(TILES * TILES * PER_TILE):
        row, place = divmod(n, TILES * PER_TILE)
        column, within = divmod(place, PER_TILE)
        box = Box(column * TILE[0] + 0.5 + within * LARGE.width, 26 + row * (LARGE.height + 2), LARGE.width, LARGE.height)
        if n < market:
            words, picture = say.text("Market, place {n}", n=n + 1), "market"
            if n == 0:
                words += "\n" + say.text("The oldest card lies here; move the row up when one leaves.")
        else:
            words, picture = say.text("Extra place"), "plus"
        board.add(box.inset(1), framed(words, picture, "slate"))


def add_carbon(board: Board, pack: Pack, say: Tongues) -> None:
    """The region's carbon track in steps of 5 % of its budget, its four marks, and what a step is for so many teams."""
    settings = pack.cards.settings
    top = 26 + 2 * (LARGE.height + 2) + 1
    board.add(Box(1, top, TILE[0] - 2, 6), titled(say.text("The region's carbon, in per cent of its budget"), "carbon", "criterion.carbon"))
    cells = list(range(0, MOST_CARBON + STEP, STEP))
    half = len(cells) // TILES
    width = (TILE[0] - 2) / half
    for index, percent in enumerate(cells):
        column, within = divmod(index, half)
        place = Box(column * TILE[0] + 1 + within * width, top + 8, width, 18)
        marked = percent in settings.marks[:MARKS]
        board.add(place, carbon_cell(say.first.percent(percent), marked))
    heads = [say.text("Teams"), *[str(teams) for teams in range(1, 7)]]
    rows = [[say.text("One step of 5 %"), *[kilograms(settings.carbon_budget * teams * STEP // 100) for teams in range(1, 7)]]]
    for mark in range(MARKS):
        percent = settings.marks[mark]
        name = say.text("Mark at {percent}", percent=say.first.percent(percent))
        rows.append([name, *[kilograms(-(-settings.carbon_budget * teams * percent // 100)) for teams in range(1, 7)]])
    board.add(Box(1, top + 29, TILE[0] - 2, 33), lambda paper, box: table(paper, box, [34, *[26] * 6], heads, rows, size=7))
    board.add(Box(TILE[0] + 2, top + 29, TILE[0] - 4, 33), written_on(say.text("Reckon the region's carbon here, in kg:")))


def titled(words: str, picture: str, ink: str) -> Draw:
    """A heading on the board."""
    return lambda paper, box: heading(paper, box, words, picture, ink)


def written_on(words: str) -> Draw:
    """A framed place to write in."""

    def draw(paper: Paper, box: Box) -> None:
        paper.frame(box, "criterion.carbon", radius=2)
        paper.write(words, box.inset(2).head(6), 8, "criterion.carbon")

    return draw


def carbon_cell(words: str, mark: bool) -> Draw:
    """A step of the carbon track; a mark stands out."""

    def draw(paper: Paper, box: Box) -> None:
        if mark:
            paper.fill(box, "bad_pale", "bad", 0.6)
            if paper.thrifty:
                paper.frame(box.inset(0.7), "bad")
            paper.picture("climate", Box(box.left, box.top + 8, box.width, 8).inset(1), "bad")
        else:
            paper.frame(box, "criterion.carbon")
        paper.write(words, box.inset(0.5).head(7), 8, "bad" if mark else "ink", bold=mark, align="middle", centred=True, least=4.5)

    return draw


def add_decks(board: Board, pack: Pack, say: Tongues) -> None:
    """A place for each deck and for what lies beside it, as far as this game has it."""
    settings = pack.cards.settings
    large = [(say.text("Needs"), "contract", "accent"), (say.text("Suppliers"), "market", "slate")]
    if pack.cards.routes[Route.FRAMEWORK].on == 1:
        large.append((say.text("Framework"), "contract", "slate"))
    if settings.events == 1:
        large += [(say.text("Events"), "event", "warn"), (say.text("Event of the year"), "event", "warn")]
    if settings.climate_events == 1 and settings.carbon == 1:
        large.append((say.text("Climate events"), "climate", "bad"))
    projects = pack.cards.project_count if settings.projects == 1 else 0
    large += [(say.text("Innovation projects"), "project", "goal.culture")] * projects
    for n, (words, picture, ink) in enumerate(large[: TILES * PER_TILE * 2]):
        row, place = divmod(n, TILES * PER_TILE)
        column, within = divmod(place, PER_TILE)
        box = Box(column * TILE[0] + 0.5 + within * LARGE.width, TILE[1] + 2 + row * (LARGE.height + 1), LARGE.width, LARGE.height)
        board.add(box.inset(1), framed(words, picture, ink, 10))
    small = []
    if settings.track_records == 1:
        small.append((say.text("Track records"), "seal", "goal.equal"))
    if settings.bid_cards == 1:
        small += [(say.text("Bid cards"), "bid", "goal.global"), (say.text("Bid cards, used"), "bid", "goal.global")]
    small += [(say.text("Delivery cards"), "box", "goal.resilient"), (say.text("Delivery cards, used"), "box", "goal.resilient")]
    if settings.projects == 1:
        fund = say.text("Challenge Fund: {money}", money=say.first.money_exact(settings.fund))
        small.append((fund, "trophy", "good"))
    top = TILE[1] + 2 + 2 * (LARGE.height + 1) + 1
    for n, (words, picture, ink) in enumerate(small):
        column, within = divmod(n, 4)
        box = Box(column * TILE[0] + 1 + within * (SMALL.width + 2), top, SMALL.width, SMALL.height)
        board.add(box, framed(words, picture, ink))


def add_scores(board: Board, say: Tongues) -> None:
    """The score track, for the end of the game."""
    top = 2 * TILE[1] - 45
    board.add(Box(1, top, TILE[0] - 2, 6), titled(say.text("Score"), "trophy", "accent"))
    across, width, high = 30, (TILE[0] - 2) / 15, 7.4
    for score in range(SCORES):
        row, place = divmod(score, across)
        column, within = divmod(place, 15)
        board.add(Box(column * TILE[0] + 1 + within * width, top + 7 + row * high, width, high), score_cell(score))


def score_cell(score: int) -> Draw:
    """A step of the score track."""

    def draw(paper: Paper, box: Box) -> None:
        if score % 10 == 0:
            paper.fill(box, "paper_sunk", "line_strong")
        else:
            paper.frame(box)
        paper.write(str(score), box.inset(0.5), 8, bold=score % 10 == 0, align="middle", centred=True)

    return draw
