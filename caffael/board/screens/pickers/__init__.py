"""What a team chooses on a sheet over the table: a need to engage for, a lab, a project, a partner; and what it answers."""

from caffael.board.screens.pickers.answer import answer_sheet
from caffael.board.screens.pickers.engage import engage_sheet
from caffael.board.screens.pickers.engaged import engaged_sheet
from caffael.board.screens.pickers.joint import JointPick, joint_sheet
from caffael.board.screens.pickers.passing import pass_sheet
from caffael.board.screens.pickers.project import project_sheet
from caffael.board.screens.pickers.train import train_sheet

__all__ = ["JointPick", "answer_sheet", "engage_sheet", "engaged_sheet", "joint_sheet", "pass_sheet", "project_sheet", "train_sheet"]
