"""A screen reader's side of the board: a board in a window of its own, and a client that knows it by AT-SPI alone."""
