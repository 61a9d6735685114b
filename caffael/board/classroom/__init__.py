"""The class's room on the board: `host` owns it and keeps it going, `table` lets its devices play, `shown` says what the front sees of it.

The room and all it knows belong to the main thread. What the network brings waits in a doorway, which is emptied between two frames.
"""
