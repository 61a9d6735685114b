"""What each kind of viewer is shown: named parts of a page as HTML, made of `presentation` from what one seat may know, and nothing else.

Devices that share a `Looker` are shown the same parts; what is one device's own (its sliders, its name) is never in one. The part `work`
does not depend on the weights that lie on the desk: it is made anew only when need, route or bidders change, so nobody's sliders jump.
"""

import json
import re
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Collection
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from caffael.classroom.changes import change_text
from caffael.classroom.roles import Role
from caffael.classroom.room_view import Looker, RoomView
from caffael.presentation.blocks import Offer
from caffael.presentation.classroom.company import choir, devices_words, joining, predicting, teamwork
from caffael.presentation.classroom.desk import Written
from caffael.presentation.classroom.ending import ending
from caffael.presentation.classroom.matters import Top, market_of, matters, others_of, story_of, top_of
from caffael.presentation.classroom.standing import Standing, is_asked, no_game, standing, with_desk
from caffael.presentation.classroom.ways import Pick, answer, envelope, managing, ways
from caffael.presentation.classroom.weighing import Weighing
from caffael.presentation.classroom.wording import picture_names
from caffael.presentation.viewer import Viewer
from caffael.rules import actions
from caffael.rules.terms import NONE, Management, Phase
from caffael.words.language import Language
from caffael.words.looks import DRAWN_CATEGORIES, animal_picture, look_ink, look_picture, team_ink

NAMES = ("top", "status", "work", "council", "market", "others", "voices", "team", "story", "end")
"""The parts of a page, in its order."""


def parts(looker: Looker, room: RoomView, only: Collection[str] | None = None) -> dict[str, str]:
    """The parts of a page by their names (those alone that are asked for), each one element with its name as id.

    A part that says nothing is an empty element that is not seen.
    """
    wanted = [name for name in NAMES if only is None or name in only]
    makers = _makers(looker, room)
    said = {name: _made(name, makers[name], looker, room) for name in wanted if name in makers}
    return {name: said.get(name) or f'<section id="{name}" hidden></section>' for name in wanted}


Maker = Callable[[Looker, RoomView], str]


SHARED = ("top", "council", "market", "others", "story")
"""Parts that are the same for captain and members of a seat."""
KEPT = 128
_shared: OrderedDict[tuple[str, int], tuple[Viewer, str]] = OrderedDict()


def _made(name: str, maker: Maker, looker: Looker, room: RoomView) -> str:
    """A part; one that is made from nothing but the viewer is made once for all who look through the same eyes."""
    viewer = room.viewer
    if viewer is None or name not in SHARED or looker.role is Role.GUEST:
        return maker(looker, room)
    key = name, id(viewer)
    if key not in _shared or _shared[key][0] is not viewer:
        _shared[key] = viewer, maker(looker, room)
        while len(_shared) > KEPT:
            _shared.popitem(last=False)
    return _shared[key][1]


def _makers(looker: Looker, room: RoomView) -> dict[str, Maker]:
    """Who makes which part for a kind of viewer at this point of a game."""
    viewer = room.viewer
    if looker.role is Role.GUEST:
        return {"top": _plain_top, "team": _team}
    if viewer is None:
        return {"top": _plain_top, "status": _before_a_game, "team": _team}
    return AT_THE_END if viewer.finished else WHILE_PLAYED


def _viewer(room: RoomView) -> Viewer:
    """The viewer of a room in which a game is played."""
    assert room.viewer is not None
    return room.viewer


# ------------------------------------------------------------------------------------------------------------------------ the parts


def _plain_top(looker: Looker, room: RoomView) -> str:
    return _filled(room, "top", top=Top("Caffael", "accent", "", ()))


def _top(looker: Looker, room: RoomView) -> str:
    return _filled(room, "top", top=top_of(_viewer(room)))


def _before_a_game(looker: Looker, room: RoomView) -> str:
    return _status(looker, room, no_game(room.language))


def _status(looker: Looker, room: RoomView, shown: Standing) -> str:
    viewer, desk = room.viewer, room.desk
    changes = () if viewer is None or is_asked(viewer) else tuple(change_text(viewer, change) for change in desk.changes)
    return _filled(
        room,
        "status",
        shown=shown,
        desk=desk,
        changes=changes,
        changes_title=room.language.text("What has changed since you wrote this"),
        front=room.language.text("Your teacher decided this for your team.") if room.front_decided else "",
        back=room.language.text("The teacher has gone back in the game.") if room.stepped_back else "",
        clock=room.clock_runs,
        trouble="" if room.trouble is None else room.trouble.said(room.language),
    )


def _standing(looker: Looker, room: RoomView) -> Standing:
    viewer = _viewer(room)
    shown = standing(viewer, can_act=room.can_act, answerable=room.answerable, waiting_for=room.waiting_for)
    if looker.role is not Role.CAPTAIN:
        return shown
    desk = room.desk
    written = Written(desk.actions)
    return with_desk(viewer, shown, written, complete=desk.complete, ready=desk.ready, reason=desk.reason, can_act=room.can_act)


def _work(looker: Looker, room: RoomView) -> str:
    viewer = _viewer(room)
    values: dict[str, Any] = {
        "answer": None,
        "managing": None,
        "envelope": None,
        "ways": (),
        "now": "",
        "kind": "wait",
        "quiet": "",
        "predicts": "",
    }
    values |= {"acts": looker.role is Role.CAPTAIN, "title": viewer.text("What does your team do?")}
    if viewer.seat == NONE:
        return ""
    written = Written(room.desk.actions)
    if viewer.state.phase == Phase.MANAGE:
        values["quiet"] = viewer.text("There is nothing for your team to manage now.")
        if viewer.cards.settings.management == Management.CHOICE and (room.can_act or room.desk.ready):
            values |= {"kind": "manage", "managing": managing(viewer)}
    elif viewer.state.phase == Phase.ANSWER and viewer.state.decider == viewer.seat:
        values |= {"kind": "answer", "answer": answer(viewer)}
    elif (lies := envelope(viewer)) is not None:
        values |= {"kind": "sealed", "envelope": lies}
    elif viewer.own.passed == 1:
        values["quiet"] = viewer.text("Look at the market and your contracts: what will you need next year?")
    else:
        now = written.way or ("tender" if values["acts"] else "")
        values |= {"kind": "buy", "ways": ways(viewer, written), "now": now, "predicts": viewer.text("I say this one wins")}
        values["quiet"] = viewer.text("Your captain has chosen nothing yet. Talk about what you need most.")
    return _filled(room, "work", **values)


def _council(looker: Looker, room: RoomView) -> str:
    viewer = _viewer(room)
    return "" if viewer.seat == NONE else _filled(room, "council", m=matters(viewer))


def _market(looker: Looker, room: RoomView) -> str:
    return _filled(room, "market", m=market_of(_viewer(room)))


def _others(looker: Looker, room: RoomView) -> str:
    viewer = _viewer(room)
    return _filled(room, "others", o=others_of(viewer)) if viewer.state.seats > 1 or viewer.seat == NONE else ""


def _voices(looker: Looker, room: RoomView) -> str:
    viewer, spread, asked = _viewer(room), room.spread, room.opening
    heard = None
    if viewer.seat != NONE:
        heard = choir(
            viewer,
            voices=spread.voices,
            of=spread.of,
            median=spread.median,
            low=spread.low,
            high=spread.high,
            winners=spread.winners,
            captain=looker.role is Role.CAPTAIN,
        )
    question = None if asked is None else predicting(viewer, asked.seat, asked.need, asked.suppliers)
    if heard is None and question is None:
        return ""
    return _filled(room, "voices", choir=heard, predicting=question, label=viewer.text("The voices of your team"))


def _team(looker: Looker, room: RoomView) -> str:
    guest = looker.role is Role.GUEST
    language, seen = room.language, room.viewer
    tiles = [
        {
            "seat": tile.seat,
            "name": language.text("Team {n}", n=tile.seat + 1) if seen is None else seen.who(tile.seat),
            "ink": team_ink(tile.seat),
            "devices": devices_words(language, tile.devices),
            "full": tile.full,
            "ready": tile.ready,
        }
        for tile in room.tiles
    ]
    return _filled(
        room,
        "team",
        guest=guest,
        w=joining(language) if guest else teamwork(language),
        picture=room.picture,
        code=language.code,
        locked=room.locked,
        tiles=tiles,
        faces=room.team,
        offered=room.captain_offered and looker.role is Role.MEMBER,
        hands_on=looker.role is Role.CAPTAIN,
    )


def _story(looker: Looker, room: RoomView) -> str:
    return _filled(room, "story", s=story_of(_viewer(room)))


def _end(looker: Looker, room: RoomView) -> str:
    return _filled(room, "end", e=ending(_viewer(room), room.debrief))


def _stands(looker: Looker, room: RoomView) -> str:
    return _status(looker, room, _standing(looker, room))


WHILE_PLAYED: dict[str, Maker] = {
    "top": _top,
    "status": _stands,
    "work": _work,
    "council": _council,
    "market": _market,
    "others": _others,
    "voices": _voices,
    "team": _team,
    "story": _story,
}
AT_THE_END: dict[str, Maker] = {
    "top": _top,
    "status": _stands,
    "council": _council,
    "market": _market,
    "others": _others,
    "team": _team,
    "story": _story,
    "end": _end,
}

# -------------------------------------------------------------------------------------------------------------------- the templates


def ink_class(ink: str) -> str:
    """The class that gives the colour of an ink: `goal.equal` is c-goal-equal, `team.2.pale` c-team-2. A look has that of its category."""
    family, _, key = ink.partition(".")
    if family == "category" and key.split(".")[0] not in DRAWN_CATEGORIES:
        chosen = look_ink(key)
        return "c-ink" if chosen.startswith("#") else ink_class(chosen)
    return "c-" + ink.removesuffix(".pale").removesuffix(".bright").replace(".", "-").replace("_", "-")


def ground_class(ink: str) -> str:
    """The class that gives something a ground in the pale tone of an ink."""
    return "g-" + ink_class(ink)[2:].removesuffix("-pale")


def weighing_data(made: Weighing) -> str:
    """All that the device needs to reckon a table by itself."""
    return as_json(
        {
            "key": made.key,
            "begin": made.begin,
            "rows": ["/".join(map(str, row)) for row in made.rows],
            "row": made.row,
            "criteria": made.criteria,
            "titles": made.titles,
            "bids": [
                {
                    "word": one.word,
                    "name": one.bid.face.name,
                    "scores": one.scores,
                    "mind": one.mind,
                    "money": one.money.words,
                    "tone": one.money.tone,
                }
                for one in made.bids
            ],
            "say": made.sentences,
        }
    )


def card_row(made: Weighing, card: Offer) -> int:
    """The row of weights of a weight card."""
    return card.action - actions.PUBLISH


def as_json(value: object) -> str:
    """A value as JSON without spaces; what is put into an attribute is escaped by the template."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def slug(pick: Pick) -> str:
    """An id for a card to choose, so that the focus stays on it when its part is made anew."""
    return re.sub(r"[^a-z0-9]+", "-", f"card {pick.words[0]} {pick.shown.id}")


def kind_of(block: object) -> str:
    """By which macro a block is drawn: the name of its class."""
    return type(block).__name__


@cache
def templates() -> Environment:
    """The templates, with every value escaped."""
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "ink": ink_class,
        "ground": ground_class,
        "picture": look_picture,
        "animal": animal_picture,
        "json": as_json,
        "slug": slug,
        "kind": kind_of,
        "weighing_data": weighing_data,
        "card_row": card_row,
    }
    made.tests["of_kind"] = lambda block, *kinds: kind_of(block) in kinds
    return made


@cache
def macros(language: Language) -> Any:
    """A macro for each kind of block, in a language: pictures that stand before a number have a name for whoever can't see them."""
    return templates().get_template("blocks.html").make_module({"names": defaultdict(str, picture_names(language))})


@lru_cache(maxsize=4096)
def drawn(language: Language, kind: str, *about: Any) -> str:
    """What a macro makes of a block, kept: the cards of a page are mostly those of the page before."""
    made: str = getattr(macros(language), kind)(*about)
    return made


def _filled(room: RoomView, name: str, **values: Any) -> str:
    language = room.language
    filled = templates().get_template(f"{name}.html").render(b=macros(language), drawn=partial(drawn, language), **values)
    return filled.strip()
