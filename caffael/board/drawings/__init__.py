"""Pictures of the game's things. They take plain numbers and words already translated, and know no rules."""
