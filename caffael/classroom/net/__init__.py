"""The class reaches the board over the network of the school, or the board reaches a relay. Needs the extra `classroom`.

- `limits.py`      how long, how many and how large, in one place.
- `hardened.py`    uvicorn's two protocols with the deadlines and counts that it leaves to us.
- `gate.py`        which requests are answered at all: Host, Origin, and what every answer says.
- `fixed.py`       the fixed files, from memory.
- `lines.py`       a device's line: by WebSocket, or by plain requests where a filter cuts WebSockets.
- `serving.py`     a server on a thread of its own.
- `lan.py`         the board's own server on the local network.
- `self_test.py`   which way works here, in one sentence.
- `awake.py`       the computer stays awake meanwhile.
- `uplink_socket.py`  the desktop board's line to a relay.
"""
