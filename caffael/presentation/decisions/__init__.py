"""What a team decides: what to engage for, which lab, which project, which partner, what to answer, whether to pass, what to manage."""
