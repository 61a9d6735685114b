"""For those who write packs: what is wrong with one, a sound one to start from, and what every column and key means.

`verdict` judges a pack and prints it; `columns` and `keys` say what stands where, from the models of `caffael.scenario`; `schema` makes the
JSON Schema of scenario.toml, `reference` the tables of docs/packs.md, `workbook` and `guide` the spreadsheets of a deck, and `starting` a
new pack.
"""
