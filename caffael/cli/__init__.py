"""The command `caffael`, a file for each kind of work.

app             what runs a command and tells of its faults
commands        all commands together; playing, scenarios and replay
packs           check, new, schema
print           print and play
debrief         a debrief to keep
simulate        games in bulk
balance         bars and bots against each other
explore         sweep, sensitivity, tune, worth
report          pages of results
bundle          the program to carry
planner_choice  which planner the board plays with
exit_codes      what a command answers, and how it says so
"""

from caffael.cli.app import main

__all__ = ["main"]
