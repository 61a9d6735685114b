"""The materials of the lesson plans, to print: a page of the plan, slips, cards and sheets for the class, and a rubric.

`plans.py` reads `assets/lessons`; `materials.py` draws what a class writes on; `pages.py` draws plan and rubric, and puts a PDF together.
"""

from caffael.printing.lessons.pages import PrintedLessons, print_lessons, printing_lessons
from caffael.printing.lessons.plans import Lessons, read_lessons

__all__ = ["Lessons", "PrintedLessons", "print_lessons", "printing_lessons", "read_lessons"]
