"""What a team decides: what to engage for, which lab, which project, which partner, what to answer, whether to pass, what to manage.

needs      a need to engage for, and a choice of needs
learning   labs and projects
confirm    what is asked and can be left: a joint tender, passing, the teacher's step back
manage     the contracts to manage
"""
