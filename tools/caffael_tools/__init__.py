"""Tools of those who work on Caffael: measure it, let the board play by itself, keep its words and sounds. Nothing of the game needs them.

bench           figures of rules, bots and board on this machine (`caffael bench`); bench_browser those of the board in a tab
autoplay        every screen of the board, opened as people open it (`caffael play --autoplay`)
moving_frames   how long frames take while something moves
sounds          makes the sounds of assets/sounds
walk            a whole game told in a terminal, without a window (`python -m caffael_tools.walk`)
plain           a page or sheet as lines of text: what golden texts hold
pack_tables     the tables of docs/packs.md, from the models (`python -m caffael_tools.pack_tables`)
catalogues/     the words of the source against assets/locale (`python -m caffael_tools.catalogues`)
"""
