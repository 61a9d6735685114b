"""A pack laid over the packs it extends, and other values put in for those that have a name.

`extending` finds the packs a pack stands on, reads them (`deck_files` finds their decks) and lays each over the one below (`laying`).
`changes` puts other values in for those that have a name (`named_numbers`); `own_changes` reads back
the changes that `extension` wrote down.
"""
