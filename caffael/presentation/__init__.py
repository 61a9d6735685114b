"""What every front end says, offers and explains: pages and sheets as plain data, made for one viewer. No pixel, no socket, no file.

viewer      who looks, and what may be known from that seat
blocks      what pages are made of; each block has an id, by which tests, guides and screen readers find it
press       what a press of a button, line or card does
faces       what the cards and tokens of the table show
plain       a page or sheet as lines of text
"""
