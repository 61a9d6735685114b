"""The command `caffael`, a file for each kind of work.

app             what runs a command and tells of its faults
commands        all commands together
streams         what a command writes to: every letter, whoever reads
calling         how this program is called, and a missing part installed
output          what a command may write
shared          their options, how they refuse, and what they are asked about
play            play, scenarios, replay
packs           check, new, schema
print           print and play
debrief         a debrief to keep
simulate        games in bulk
balance         balance, worth
sweep           sweep, sensitivity
tune            tune
report          pages of results
bundle          the program to carry
planner_choice  which planner the board plays with
exit_codes      what a command answers, and how it says so
"""

from caffael.cli.app import main

__all__ = ["main"]
