"""Playing back what happened: the happenings of one action in chapters, the running totals while they are told, and the pace of telling."""

from caffael.board.story.chapters import Chapter, Kind, chapters_of
from caffael.board.story.pace import PacedTree
from caffael.board.story.tally import Tally

__all__ = ["Chapter", "Kind", "PacedTree", "Tally", "chapters_of"]
