"""Lays out every kind of screen and looks whether everything has room: `python -m tests.layouts`.

measuring.py   notes every word that is drawn: where, in how much room, and whether it had to be shortened
fingers.py     what a finger has too little room on
looking.py     what is wrong with one picture: words that are cut, leave their box or lie over each other, widgets in each other's way
stops.py       the screens, sheets and dialogs of a whole game, one after the other
"""
