"""Short explanations for pupils: what a goal, route, lab, badge or criterion is, in the game and in the real world."""

from caffael.language import Language, words
from caffael.rules.terms import Badge, Criterion, Goal, Lab, Route, Scope

GOAL_HELPS = {
    int(Goal.PROSPEROUS): words("Fair work, skilled people, and an economy that stays within nature's limits."),
    int(Goal.RESILIENT): words("Healthy and varied nature that can cope with change."),
    int(Goal.HEALTHIER): words("People who are as well as they can be, in body and mind."),
    int(Goal.EQUAL): words("Everyone can do their best, whatever their background."),
    int(Goal.COHESIVE): words("Places that are safe, attractive and well connected."),
    int(Goal.CULTURE): words("The arts, sport, heritage and the Welsh language flourish."),
    int(Goal.GLOBAL): words("What we do here takes care of people everywhere in the world."),
}
LAB_HELPS = {
    int(Lab.PROCUREMENT): (
        words("The procurement lab teaches officers more ways to buy."),
        words("Level 1 opens two routes: lots and reserved contracts."),
        words("Level 2 opens joint tenders and, together with adaption lab 1, the competitive flexible procedure."),
        words("Level 3 makes the first tender of each year cost a day less."),
    ),
    int(Lab.ADAPTION): (
        words("The adaption lab teaches officers to keep a service going when things change."),
        words("Level 1 adds 1 to every delivery check."),
        words("Level 2 adds 2 to the checks of a contract's first year and 1 later. One missed check a year is turned up again."),
        words("Level 3 adds 3 to the checks of a contract's first year and 1 later. One missed check a year is turned up again."),
    ),
    int(Lab.DATA): (
        words("The data lab teaches officers to look at the facts before they buy."),
        words("Level 1 shows your team the track record of every supplier in the market."),
        words("Level 2 also shows next year's event and the next two suppliers."),
        words("Level 3 also makes the first market engagement of each year cost no day."),
    ),
}
ROUTE_HELPS = {
    int(Route.OPEN): words(
        "Every supplier in the market that can do the work may bid. "
        "In the real world, too, an open procedure has one stage and anyone may tender."
    ),
    int(Route.QUOTES): words(
        "For a small buy below the threshold: a few suppliers are asked for a quote. "
        "Real councils do this too, because a full tender takes more time."
    ),
    int(Route.FRAMEWORK): words(
        "A framework sets the terms once, and a buyer then calls off a contract from it. "
        "It is quick and steady, but in the game it brings no social value."
    ),
    int(Route.LOTS): words(
        "The contract is cut into parts, called lots, so that smaller firms can carry one. "
        "In the real world, too, lots help small firms to win work."
    ),
    int(Route.RESERVED): words(
        "Only supported employment providers may bid. "
        "In the law these are bodies where at least 30 % of the workers are disabled or disadvantaged."
    ),
    int(Route.FLEXIBLE): words(
        "The buyer designs a procedure of several steps and works on the bids with the bidders. "
        "They become cleaner and better, but new ideas are also less certain."
    ),
    int(Route.DIRECT): words(
        "One supplier gets the contract without a competition. "
        "The law allows it only in special cases, such as an emergency or a tender without a suitable bid."
    ),
    int(Route.JOINT): words(
        "Two teams buy together: a larger order brings a lower price and less carbon. "
        "Both have to agree on the weights, and real councils share contracts in this way too."
    ),
}
SCOPE_HELPS = {
    int(Scope.ALL): ROUTE_HELPS[int(Route.QUOTES)],
    int(Scope.LOCAL): words(
        "A few local firms are asked for a quote, so more of the money stays in the region. "
        "Below the threshold the law in Wales allows this."
    ),
    int(Scope.SMALL): words(
        "A few small firms and social enterprises are asked for a quote. "
        "Below the threshold the law in Wales allows a buyer to keep a tender to small firms."
    ),
}
BADGE_HELPS = {
    int(Badge.LONG_TERM): words("Think of tomorrow as well as today: deliver a contract of several years right to its end."),
    int(Badge.PREVENTION): words("Act before problems grow: from the second year on, end a year without an unmet need."),
    int(Badge.INTEGRATION): words("Look at the whole picture: in one year, meet needs that feed all seven goals."),
    int(Badge.COLLABORATION): words("Work with others: award a joint tender with another team."),
    int(Badge.INVOLVEMENT): words("Ask the people concerned: engage the market several times."),
}
CRITERION_HELPS = {
    int(Criterion.PRICE): words("What the buyer has to pay. The lowest bid gets all the points; the dearer a bid is, the fewer it gets."),
    int(Criterion.QUALITY): words("How well the work is done, from 1 to 5. The better it is, the more points a bid gets."),
    int(Criterion.SOCIAL_VALUE): words(
        "What a supplier does for people beside the work itself, from 0 to 5: training, jobs, help for the community."
    ),
    int(Criterion.CARBON): words("How much greenhouse gas the work sets free. The cleanest bid gets all the points."),
}
PEOPLE_HELPS = {
    int(Criterion.QUALITY): words("How well the work is done, and what the supplier does for people beside it."),
    int(Criterion.CARBON): words("How clean the work is. The cleanest bid gets all the points."),
}


def goal_help(language: Language, goal: int) -> str:
    """What a goal means, in one line."""
    return language.text(GOAL_HELPS[goal])


def lab_help(language: Language, lab: int, level: int) -> str:
    """What a level of a lab (1 to 3) brings; 0 says what the lab is for."""
    return language.text(LAB_HELPS[lab][level])


def route_help(language: Language, route: int, scope: int = Scope.ALL) -> str:
    """What a route is, in the game and in the real world."""
    return language.text(SCOPE_HELPS[scope] if route == Route.QUOTES else ROUTE_HELPS[route])


def badge_help(language: Language, badge: int) -> str:
    """What a way of working means, and how its badge is won."""
    return language.text(BADGE_HELPS[badge])


def criterion_help(language: Language, criterion: int, people: bool = False) -> str:
    """What a criterion looks at; people: in a three-criteria game."""
    if people and criterion in PEOPLE_HELPS:
        return language.text(PEOPLE_HELPS[criterion])
    return language.text(CRITERION_HELPS[criterion])
