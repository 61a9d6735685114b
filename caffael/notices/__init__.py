"""Real tender notices: read from files of open contracting data, weighed, chosen, and made into a pack or a table.

The way of a notice: `utf8` gives a file in one encoding, `streaming` takes its releases out one at a time, `release` reads one into the
records of `notice` (with `tidy` for its texts), and `reading` keeps the newest of each. What a buyer asks of bids comes from its award
criteria (`criteria`) or from its sentences (`prose`). `choosing` filters and picks a fair spread. `tables` are the rules that turn a notice
into a card, data that can be edited: `kinds` finds what is bought, `titles` shortens, `cards` writes the row. `packing` lays the pack down,
`study` the table for who studies notices.

Whatever is wrong is told in one sentence, in a NoticesError; nothing is ever written before all is well.
"""

from caffael.notices.faults import NoticesError

__all__ = ["NoticesError"]
