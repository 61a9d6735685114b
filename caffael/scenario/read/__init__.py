"""The files of a pack, read with care: nothing that a stranger wrote may lead out of its folder, make us wait or fill the memory.

`places` says where a pack lies and `sources` gives its files, from a folder or a zip (`zip_source`).
`toml_text` reads scenario.toml; `csv_grid` and `xlsx_grid` read a deck (a workbook after
`xlsx_guard` and `xml_walk`) to a `grid`, and `sheets` looks at its header.
"""
