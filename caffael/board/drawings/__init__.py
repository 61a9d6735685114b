"""Pictures of the game's things. They take plain numbers and words already translated, and know no rules."""

from caffael.board.drawings.bars import draw_bar, draw_pips, draw_score_bar, draw_share_ring
from caffael.board.drawings.carbon_track import draw_carbon_track, track_inside
from caffael.board.drawings.chips import chip_size, chips_height, draw_chip, draw_chips_right, draw_goal_chip, flow_chips
from caffael.board.drawings.flower import draw_flower, draw_goal_flower
from caffael.board.drawings.hexmap import HexMap, draw_contract
from caffael.board.drawings.need_card import draw_need, need_height
from caffael.board.drawings.patterns import draw_team_tile
from caffael.board.drawings.shelf_card import draw_shelf_card, shelf_card_height
from caffael.board.drawings.supplier_card import draw_supplier, supplier_size
from caffael.board.drawings.tokens import dots_width, draw_dots, draw_dots_of_thought, draw_token, draw_tokens, tokens_width
from caffael.board.drawings.vignette import draw_vignette
from caffael.board.drawings.year_track import draw_year_track

__all__ = [
    "HexMap",
    "chip_size",
    "chips_height",
    "dots_width",
    "draw_bar",
    "draw_carbon_track",
    "draw_chip",
    "draw_chips_right",
    "draw_contract",
    "draw_dots",
    "draw_dots_of_thought",
    "draw_flower",
    "draw_goal_chip",
    "draw_goal_flower",
    "draw_need",
    "draw_pips",
    "draw_score_bar",
    "draw_share_ring",
    "draw_shelf_card",
    "draw_supplier",
    "draw_team_tile",
    "draw_token",
    "draw_tokens",
    "draw_vignette",
    "draw_year_track",
    "flow_chips",
    "need_height",
    "shelf_card_height",
    "supplier_size",
    "tokens_width",
    "track_inside",
]
