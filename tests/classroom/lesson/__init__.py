"""A lesson on devices: a room with its server, the ways to it, and hands that press what the pages offer."""
