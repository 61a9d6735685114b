"""Packs: read them, check them, explain what is wrong, and compile them to card records.

The way of a pack: `read/` gives its files and takes them apart, and `layers/` lays them over the packs it extends and puts changed values
in. Then `models`, `rule_tables` and `scenario_file` check each row and table by themselves (with the kinds of `cells` and the little
language of `phrases`), `draft` gathers what was read, `checks` looks at what must hold between rows, `explain`
turns what a model found into a sentence of `faults`. What is right becomes numbers in `cards` and words in `wording`;
`advice` warns; `pack` is the way in and says what can be changed, `digest` makes the fingerprint of the numbers. `finding` lists packs,
`extension` writes changes down as a pack, and `bars` reads what a pack promises of its balance.

Everything wrong with a pack is told at once, in one PackError; nothing else is ever raised by reading one.
"""

from caffael.scenario.faults import Fault, PackError
from caffael.scenario.finding import STANDARD, PackInfo, find_packs
from caffael.scenario.pack import Pack, PackIds, load_pack
from caffael.scenario.wording import Words

__all__ = ["STANDARD", "Fault", "Pack", "PackError", "PackIds", "PackInfo", "Words", "find_packs", "load_pack"]
