"""The rules of Caffael: plain functions over plain records. Nothing here knows of screens, files or libraries.

Where to read a rule (the phases of a year in their order):

- `cards.py`     what a scenario gives: every number with its unit, each setting. Its words and sizes stand in `terms.py`.
- `records.py`   deal, state, table of bids: every number of a game with its unit. Read these two first.
- `step.py`      one action applied, the turn order: Buy, Manage, Deliver, Review, the next year.
- `buying.py`    what one decision of Buy does, in turns and when an envelope is opened.
- `sealing.py`   sealed tenders: rounds, envelopes, their opening (chapter 17).
- `actions.py`   what is legal for a seat now, and why anything else is not (`reasons.py`, kind by kind).
- `drafts.py`    what each council is writing of a tender, and when others see it.
- `year.py`      Open and Review: grants, needs, own carbon, marks, money.
- `events.py`    events of the year, climate events, their effects.
- `tender.py`    routes, who can bid, bids, assessment, award.
- `presets.py`   weights by name, for who does not weigh a tender out; `stars.py` how a supplier stands among all;
  `sway.py` what others' moves do to who is likely to win.
- `delivery.py`  checks, payments, social value, carbon, terms that end.
- `outlook.py`   what a contract would bring in a year, and what a missed check would cost: asked before, changes nothing.
- `forecast.py`  what money comes, is due and is left, this year and each to come, with one contract more too.
- `powers.py`    labs, innovation projects, badges.
- `scoring.py`   the score and its parts, ranking, who has won.
- `decks.py`     what is drawn next, what goes back under.
- `deal.py`      all the luck: every deck shuffled from a seed (`chance.py`; `seeds.py` for the wide ones that are drawn).
- `happened.py`  what happened, as small records; `copying.py` copies any;
  `view.py` what one seat may know; `notation.py` actions as text; `layouts.py` which fields came when.

They run interpreted on the board and compiled in bulk: see "Rules that run twice" in docs/architecture.md before changing one.
"""

RULES_VERSION = 3
"""Changes when the same deal and choices would give another game. Saved games of another version are not played on; those of the versions
in `layouts.LAYOUTS` can be watched.
"""
