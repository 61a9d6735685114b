"""How a tender is published, a sentence for each route."""

from caffael.rules.terms import Route, Scope
from caffael.words.language import Language, words

TENDER_SENTENCES = {
    int(Route.OPEN): words("{team} published an open tender for “{need}”. Weights: {weights}."),
    int(Route.FRAMEWORK): words("{team} used the framework for “{need}”."),
    int(Route.LOTS): words("{team} published a tender in lots for “{need}”. Weights: {weights}."),
    int(Route.RESERVED): words("{team} published a tender for a reserved contract: “{need}”. Weights: {weights}."),
    int(Route.FLEXIBLE): words("{team} began a competitive flexible procedure for “{need}”. Weights: {weights}."),
    int(Route.DIRECT): words("{team} made a direct award for “{need}”."),
    int(Route.JOINT): words("{team} published a joint tender that includes “{need}”. Weights: {weights}."),
}
QUOTES_SENTENCES = {
    int(Scope.ALL): words("{team} asked for quotes for “{need}”. Weights: {weights}."),
    int(Scope.LOCAL): words("{team} asked for quotes from local firms for “{need}”. Weights: {weights}."),
    int(Scope.SMALL): words("{team} asked for quotes from small firms for “{need}”. Weights: {weights}."),
}


def tender_text(language: Language, route: int, scope: int, team: str, need: str, weights: str) -> str:
    """That a team published a tender, by which route and with which weights."""
    sentence = QUOTES_SENTENCES[scope] if route == Route.QUOTES else TENDER_SENTENCES[route]
    return language.text(sentence, team=team, need=need, weights=weights)
