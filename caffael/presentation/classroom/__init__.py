"""What the page of a pupil's device says beyond what the table says: what is written on the desk, how it would be weighed, and by whom;
and the class's room on the big screen.

desk        what a seat has written so far, and the table as it would lie if that seat decided now
ways        what a team can do, each with the cards of which one is chosen
weighing    what shall count, with all from which a device reckons who would win
standing    in what state the game is for who looks, and what one press would do
matters     a council's own matters; the region, the market and what just happened
company     who is in the team and in the room; voices and predictions
ending      how it ended for a council, and what there is to talk about
wording     the sentences of the page's frame, which is the same for everybody
front       the room on the big screen: the way in, who is there, the door; `front_sheets` what can be done there, `front_notes` what
            the table says of it
"""
