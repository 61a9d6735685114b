"""The board in a browser's tab, with nothing installed."""
