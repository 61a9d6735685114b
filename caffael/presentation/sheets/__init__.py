"""Cards turned over: what a thing of the table is, its numbers, and where they come from."""
