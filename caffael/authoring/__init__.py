"""For those who write packs: what is wrong with one, a sound one to start from, and what every column and key means.

`judging` judges a pack and prints it; `columns` says what stands where, from the models of `caffael.scenario`; `schema` makes the JSON
Schema of scenario.toml, `workbook` and `column_guide` the spreadsheets of a
deck, and `starting` a new pack (`starter` what stands in it, `toml_writing` how it is written). `own/` is the shelf of packs of one's own.
"""
