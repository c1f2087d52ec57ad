"""Whether the best cards answer what is asked, or the bot should keep quiet or ask back."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import token_set_ratio

from bot.answers.cards import Card
from bot.answers.fitting import TYPED, answers, explains
from bot.answers.questions import Question
from bot.answers.retrieval import Scored
from bot.answers.values import Kind, Topic
from bot.content import Content, Facet

MISSED = 0.3
"""What each word a card leaves unexplained takes from its score."""

SAME = 80
"""Percent of shared words from which two cards say the same."""

CLOSE = 0.08
"""Scores of different projects nearer than this are no choice."""


@dataclass(frozen=True, slots=True)
class Decision:
    """``chosen`` are the cards to tell; ``suggestions`` what can be asked instead."""

    kind: Kind
    project: str | None = None
    chosen: tuple[Scored, ...] = ()
    suggestions: tuple[Topic, ...] = ()


def decide(question: Question, ranked: Sequence[Scored], scope: Sequence[str], content: Content) -> Decision:
    """What to say, given the cards of ``scope`` ranked."""
    if not ranked:
        return Decision(Kind.ABSTAIN)
    best = [found for found in ranked if answers(question, found)]
    only = scope[0] if len(scope) == 1 else None
    own = question.own_places(only) if only else frozenset()
    if not set(question.telling) - own and not question.entities:
        return _without_words(question, best, scope, content)
    best = _of_the_same(question, best) or best
    fitting = sorted((found for found in best if explains(question, found)), key=_worth, reverse=True)
    owners = {slug for slug, _ in question.entities}
    things = {place for named in question.named for place in named.places}
    if best and not fitting and only is None and len(owners) > 1 and things.issuperset(question.telling):
        return Decision(Kind.CLARIFY, suggestions=tuple(Topic(slug) for slug in content.projects if slug in owners))
    if not fitting:
        return _quiet(only, content)
    first = fitting[0]
    rivals = {found.card.project.slug for found in fitting if first.score - found.score < CLOSE}
    if len(rivals) > 1 and only is None:
        return Decision(Kind.CLARIFY, suggestions=tuple(Topic(slug) for slug in content.projects if slug in rivals))
    return _told(question, first, fitting, content)


def _worth(found: Scored) -> float:
    return found.score - MISSED * len(found.missing)


def _of_the_same(question: Question, best: Sequence[Scored]) -> list[Scored]:
    """Of the cards those about the thing the question before named, when this one names nothing."""
    if not question.background or question.telling:
        return []
    about = {name for _, name in question.entities}
    return [found for found in best if about & set(found.card.fact.about)]


def _told(question: Question, first: Scored, fitting: Sequence[Scored], content: Content) -> Decision:
    slug = first.card.project.slug
    if first.card.fact.unknown:
        return Decision(Kind.ABSTAIN, slug, (first,), _topics(content, slug))
    chosen = [first]
    for found in fitting[1:]:
        card = found.card
        if card.project.slug != slug or card.fact.unknown or len(chosen) == 3:
            continue
        if _second_intent(question, chosen, card) or (first.score - found.score < 0.12 and not _is_said(card, chosen)):
            chosen.append(found)
    return Decision(Kind.FACT, slug, tuple(chosen))


def _is_said(card: Card, chosen: Sequence[Scored]) -> bool:
    """Whether the chosen cards say the same already, in other words or another order."""
    text = card.fact.text.in_("pl")
    return any(token_set_ratio(text, found.card.fact.text.in_("pl")) >= SAME for found in chosen)


def _second_intent(question: Question, chosen: Sequence[Scored], card: Card) -> bool:
    firm = set(question.asked.primary) & set(TYPED)
    open_ones = {facet for facet in firm if not any(found.card.speaks_of(facet) for found in chosen)}
    return any(card.speaks_of(facet) for facet in open_ones)


def _without_words(question: Question, best: Sequence[Scored], scope: Sequence[str], content: Content) -> Decision:
    """Only a project, or not even that, and perhaps a facet."""
    if len(scope) > 1 and (question.asked.never or not question.asked.primary):
        return Decision(Kind.ABSTAIN)
    if len(scope) > 1:
        return Decision(Kind.CLARIFY, suggestions=tuple(Topic(slug) for slug in scope))
    slug = scope[0]
    facets = question.asked.primary
    if not facets:
        about = [found for found in best if found.card.speaks_of(Facet.WHAT)]
        return Decision(Kind.FACT, slug, tuple(about[:1] or best[:1]))
    filed = [found for found in best if any(found.card.speaks_of(facet) for facet in question.asked.facets)]
    filed.sort(key=lambda found: found.card.fact.unknown or found.card.fact.facets[0] not in facets)
    if not filed:
        return Decision(Kind.ABSTAIN, slug, suggestions=_topics(content, slug))
    return _told(question, filed[0], filed, content)


def _quiet(only: str | None, content: Content) -> Decision:
    if only is None:
        return Decision(Kind.ABSTAIN)
    return Decision(Kind.ABSTAIN, only, suggestions=_topics(content, only))


def _topics(content: Content, slug: str) -> tuple[Topic, ...]:
    """What the project does have facts on, four at most, the useful first."""
    project = content.projects[slug]
    useful = (Facet.WHAT, Facet.WHEN, Facet.AUDIENCE, Facet.ACTIVITIES, Facet.PLACE, Facet.CONTACT, Facet.PARTNERS)
    have = [facet for facet in useful if any(not fact.unknown and fact.facets[0] is facet for fact in project.facts)]
    return tuple(Topic(slug, facet) for facet in have[:4])
