"""The shelf of packs and the user's own ones on the disk: plain data and files, no window.

`entries` lists what stands on the shelf and says where packs and folders to look in are, `on_disk` copies and puts away,
`editable` is the table of what the simple editor can change, `own_game` a pack that is being changed.
"""
