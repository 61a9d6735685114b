"""Pictures of the game's things. They take plain numbers and words already translated, and know no rules."""

from caffael.board.drawings.bars import Part, draw_bar, draw_pips, draw_score_bar, draw_share_ring
from caffael.board.drawings.carbon_track import Mark, draw_carbon_track, track_inside
from caffael.board.drawings.chips import chip_size, draw_chip, draw_chips_right, draw_goal_chip
from caffael.board.drawings.flower import Petal, draw_flower
from caffael.board.drawings.hexmap import Contract, HexMap, Tile, draw_contract
from caffael.board.drawings.need_card import NeedFace, draw_need, need_height
from caffael.board.drawings.shelf_card import ShelfFace, draw_shelf_card, shelf_card_height
from caffael.board.drawings.supplier_card import SupplierFace, draw_supplier, supplier_size
from caffael.board.drawings.tokens import draw_dots, draw_token, draw_tokens, tokens_width
from caffael.board.drawings.vignette import category_art, draw_vignette, kind_art
from caffael.board.drawings.year_track import draw_year_track

__all__ = [
    "Contract",
    "HexMap",
    "Mark",
    "NeedFace",
    "Part",
    "Petal",
    "ShelfFace",
    "SupplierFace",
    "Tile",
    "category_art",
    "chip_size",
    "draw_bar",
    "draw_carbon_track",
    "draw_chip",
    "draw_chips_right",
    "draw_contract",
    "draw_dots",
    "draw_flower",
    "draw_goal_chip",
    "draw_need",
    "draw_pips",
    "draw_score_bar",
    "draw_share_ring",
    "draw_shelf_card",
    "draw_supplier",
    "draw_token",
    "draw_tokens",
    "draw_vignette",
    "draw_year_track",
    "kind_art",
    "need_height",
    "shelf_card_height",
    "supplier_size",
    "tokens_width",
    "track_inside",
]
