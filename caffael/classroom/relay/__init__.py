"""The relay: it joins a board and the devices of its class by a code, and keeps nothing. Run by `caffael relay`.

- `wire.py`     how frames are written between a relay and a board.
- `tickets.py`  what a board shows to have its code again.
- `shards.py`   which process a code belongs to, where there are several.
- `rooms.py`    who is joined with whom, in memory alone; without a socket.
- `naming.py`   the address under which it is known.
- `app.py`      what the relay answers.
- `running.py`  the process.
"""
