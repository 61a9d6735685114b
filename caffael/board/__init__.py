"""The board: what people see and touch. Only this package imports pygame.

Map of the package, from what stands alone to what uses all of it:

    theme.py      colours, text sizes, measures (assets/theme.toml)
    scale.py      the units of the board, and the pixels of a window
    store.py      drawn surfaces that are kept
    text.py       letters: measuring, wrapping, rendering
    pictures.py   the icons (assets/pictures)
    shapes.py     soft-edged shapes, shadows, wood, the ground
    look.py       all of these for one window; answers how wide words are
    painter.py    draws on a surface, in units
    animation.py  what moves
    widgets/      what can be read, reached and pressed
    drawings/     the flower, the map, the tracks, the cards: plain values in, a picture out
    access/       the board as a screen reader hears it
    window.py     App and Screen: events, frames, full screen, screenshots; rest.py waits for events
    story/        pages that tell by themselves
    guide.py      the hand and the bubble.py that lead through the guided game, under the board
    session.py    a game being shown (presentation.flow) in a window; board.py holds that window
    screens/      the pages, each found by its `ScreenId`

What differs between a desktop and a browser's tab is asked of `machine.py`. Beside these: `thinking.py` and `bot_thread.py` let bots think,
`errands.py` does what nobody waits for, `team_timer.py` says how long a team has been deciding, `sounds.py` plays, `options.py` says
how the board opens, `settings_file.py` keeps what is set, `photographer.py` takes the picture beside a save, `debrief_file.py` keeps a
debrief, `incoming_packs.py` takes packs from elsewhere; `recovery.py` and `fault_log.py` are for a part that fails.

What people read is said in `presentation`; only what is about the window itself is said here.
"""

import os

from caffael.board.options import BoardOptions, open_board

# Before anything here imports pygame: it would greet on the console, where a command may be printing its results.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

__all__ = ["BoardOptions", "open_board"]
