"""Caffael: a board game of smarter public spending."""

__version__ = "0.1.0"
