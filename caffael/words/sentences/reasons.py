"""Why something can't be done, and why a goal moved: a sentence for each reason and cause of the rules."""

from caffael.rules.actions import Reason
from caffael.rules.happened import Cause
from caffael.words.language import Language, words

REASON_SENTENCES = {
    Reason.LEGAL: words("This can be done now."),
    Reason.NO_SUCH_ACTION: words("There is no such choice in this game."),
    Reason.GAME_OVER: words("The game is over."),
    Reason.NOT_NOW: words("This is not the moment for it."),
    Reason.NOT_IN_TRAY: words("This need is not waiting in the tray."),
    Reason.NO_FREE_PLACE: words("The contracts register is full: a running contract has to end first."),
    Reason.NOT_ENOUGH_DAYS: words("Not enough officer days are left this year."),
    Reason.NO_ROUTE: words("No route is open for this need now."),
    Reason.ROUTE_OFF: words("This route is not part of this game."),
    Reason.LABS_TOO_LOW: words("The labs have not reached the level that this asks for."),
    Reason.TOO_LARGE_FOR_ROUTE: words("The estimate is above the threshold for this route."),
    Reason.FRAMEWORKS_USED: words("The team has used the framework as often as one game allows."),
    Reason.NO_EMERGENCY: words("A direct award is allowed only after a tender without a bid this year, or in an emergency."),
    Reason.NO_CANDIDATE: words("No supplier in the market is free to take this on."),
    Reason.SPENDING_STOPPED: words("A Section 114 notice stops this: only the framework may be used this year."),
    Reason.ENGAGEMENT_OFF: words("Market engagement is not part of this game."),
    Reason.ALREADY_ENGAGED: words("The team has already engaged the market for this need."),
    Reason.LABS_OFF: words("Labs are not part of this game."),
    Reason.LAB_FULL: words("This lab is already at its highest level."),
    Reason.PROJECTS_OFF: words("Innovation projects are not part of this game."),
    Reason.PROJECT_FINISHED: words("The team has already finished this project."),
    Reason.NOT_ENOUGH_MONEY: words("There is not enough money in the budget, and a project may not bring debt."),
    Reason.ALREADY_ASKED: words("A partner has already been asked about this need this year."),
    Reason.NO_PARTNER: words("No other team has an open need of this category, an officer day and a free place."),
    Reason.OWN_NEED: words("A joint tender joins this need with one of another team."),
    Reason.OTHER_CATEGORY: words("The two needs are not of the same category."),
    Reason.PARTNER_STOPPED: words("The partner is under a Section 114 notice this year."),
    Reason.PARTNER_NO_DAY: words("The partner does not have enough officer days left."),
    Reason.PARTNER_NO_PLACE: words("The partner's contracts register is full."),
    Reason.NOT_RUNNING: words("No contract for this need is running."),
    Reason.ALREADY_MANAGED: words("This contract is already being managed this year."),
    Reason.CANNOT_SUPPLY: words("This supplier cannot take on this need."),
    Reason.ANOTHER_DECIDES: words("Another team decides now."),
    Reason.SEALED_OFF: words("Sealed tenders are not part of this game."),
    Reason.ENVELOPE_LIES: words("The team's envelope lies on the table: it has to be taken back first."),
    Reason.NO_ENVELOPE: words("No envelope of this team lies on the table."),
    Reason.BEING_OPENED: words("The envelopes are being opened now."),
}
CAUSE_SENTENCES = {
    Cause.NEED: words("The need was met this year."),
    Cause.MAIN_GOAL: words("The quality of the work made a difference."),
    Cause.SOCIAL_VALUE: words("The supplier kept to its offer of social value."),
    Cause.LOCAL: words("Most of the money stayed in the region."),
    Cause.WELSH: words("What counted was whether every service that the public meets is given in Welsh."),
    Cause.RESERVED: words("The contract was reserved for a supported employment provider."),
    Cause.POWER: words("An innovation project made the difference."),
    Cause.EVENT: words("An event was the cause."),
    Cause.UNMET: words("The need stayed unmet."),
    Cause.OWN_CARBON: words("The team's carbon this year was compared with its share."),
    Cause.NOTICE: words("A Section 114 notice was issued."),
}


def reason_text(language: Language, reason: int) -> str:
    """Why an action is not legal, as a sentence for the team that wanted it."""
    return language.text(REASON_SENTENCES[Reason(reason)])


def cause_text(language: Language, cause: int) -> str:
    """Why a goal moved."""
    return language.text(CAUSE_SENTENCES[Cause(cause)])
