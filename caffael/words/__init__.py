"""The words of Caffael: languages, whole sentences for reasons and happenings, and the handbook.

language     a language and its numbers, money and plurals; `words()` marks a sentence for the catalogues
sentences/   why something is not legal, what happened, the names of what the rules number
looks        the picture and the ink of everything that the rules number
handbook     what a thing of the table is, in the game and in the real world
"""
