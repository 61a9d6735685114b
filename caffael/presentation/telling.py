"""What tells of an action: the pages in their order, each with its part of the story, and what each of them says."""

from collections.abc import Sequence
from dataclasses import dataclass

from caffael.presentation.assessment.page import bids_page
from caffael.presentation.assessment.summary import summary_of_story
from caffael.presentation.blocks import Page
from caffael.presentation.finale import finale_page
from caffael.presentation.screens import ScreenId, stories_of
from caffael.presentation.story import Story
from caffael.presentation.tender.pages import Prediction
from caffael.presentation.viewer import Viewer
from caffael.presentation.year.chapters import chapters_of
from caffael.presentation.year.delivery import delivery_of, delivery_page
from caffael.presentation.year.opening import brings_news, opening_of, year_page
from caffael.presentation.year.review import review_of, review_page
from caffael.rules.happened import Happening
from caffael.rules.records import Happened, State


@dataclass(frozen=True, slots=True)
class Telling:
    """A page that tells the first part of its kind in a story, looked for from the chapter `first` on."""

    page: ScreenId
    story: Story
    first: int = 0


def opening_story(opening: Sequence[Happened]) -> Story:
    """The story of what opened the first year, before anybody did anything."""
    return Story(0, 0, tuple(opening), None, State())


def tellings_of(story: Story, first: int = 0) -> list[Telling]:
    """The pages that tell of a story from a chapter on, in their order.

    After a review comes the opening of the next year, after the last one the finale. Where nobody could decide anything in a year it went
    by at once, and is told too.
    """
    rest = [happened for chapter in chapters_of(story)[first:] for happened in chapter.happenings]
    found = [Telling(page, story, first) for page in stories_of(rest)]
    opening = review_of(story, first).opening
    if opening is not None and found[-1].page is ScreenId.REVIEW:
        return [*found, Telling(ScreenId.YEAR, story, opening), *tellings_of(story, opening + 1)]
    if any(happened.kind == Happening.ENDED_GAME for happened in rest):
        found.append(Telling(ScreenId.FINALE, story, first))
    return found


def tells_more_than_the_table(telling: Telling) -> bool:
    """Whether a page says what can't be seen on the table that comes after it."""
    return telling.page is not ScreenId.YEAR or brings_news(telling.story, telling.first)


def told_page(viewer: Viewer, telling: Telling, guess: Prediction | None = None) -> Page:
    """What a page says that tells of a story. `guess` is whom the class had named."""
    story, first = telling.story, telling.first
    if telling.page is ScreenId.BIDS:
        return bids_page(viewer, summary_of_story(viewer, story), guess)
    if telling.page is ScreenId.DELIVERY:
        return delivery_page(viewer, delivery_of(viewer, story, first))
    if telling.page is ScreenId.FINALE:
        return finale_page(viewer)
    if telling.page is ScreenId.REVIEW:
        return review_page(viewer, review_of(story, first))
    return year_page(viewer, opening_of(story, first))
