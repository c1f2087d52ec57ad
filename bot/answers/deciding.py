"""Whether the best cards answer what is asked, or the bot should keep quiet, offer topics or ask back."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from rapidfuzz.fuzz import token_set_ratio

from bot.answers.card import Card
from bot.answers.evidence import HAPPENS, Evidence, firm_ones, lacks
from bot.answers.questions import Question
from bot.answers.values import Kind, Topic
from bot.answers.weights import SURE, TRUST, WEIGHTS
from bot.content import Content, Facet

SAME = 80
"""Percent of shared words from which two cards say the same."""

CLOSE, BESIDE, SAME_THING = 0.08, 0.12, 0.4
"""Scores of different projects nearer than ``CLOSE`` are no choice; what is nearer than ``BESIDE`` is told as well,
what is about the very thing named from ``SAME_THING`` on."""

CLEAR, DOUBTED = 0.95, 0.6
"""Below so much trust the answer may as well be what is nearer than ``DOUBTED``: it is told too, if there is room."""

SHORT = 420
"""Characters an answer may have when more about the same thing is added."""


SOMEBODY = frozenset({Facet.PEOPLE, Facet.PARTNERS, Facet.FUNDER, Facet.STAFF})
"""Who does something."""

UNTYPED = list(WEIGHTS).index("untyped")

KNOWN = 0.5
"""How like an example a question without words of its own must be to be more than a question about the project."""

LOOKED_AT, WORTH_OFFERING = 8, 0.03
"""How many of the best cards may be offered as what is meant, and from which trust on."""


@dataclass(frozen=True, slots=True)
class Decision:
    """``chosen`` are the cards to tell; ``suggestions`` what can be asked instead."""

    kind: Kind
    project: str | None = None
    chosen: tuple[Evidence, ...] = ()
    suggestions: tuple[Topic, ...] = ()
    trust: float = 0.0


def decide(question: Question, ranked: Sequence[Evidence], scope: Sequence[str], content: Content) -> Decision:
    """What to say, given the cards of ``scope`` ranked."""
    if not ranked:
        return Decision(Kind.ABSTAIN)
    best = [found for found in ranked if allowed(question, found)]
    only = scope[0] if len(scope) == 1 else None
    own = question.own_places(only) if only else frozenset()
    if not set(question.telling) - own and not question.entities:
        return _without_words(question, best, scope, content)
    best = _of_the_same(question, best) or best
    if not best:
        return _quiet(only, content)
    first = best[0]
    trust = trusted(question, first, scope, ahead(best))
    if trust < SURE:
        return _unsure(question, best, scope) or _quiet(only, content)
    rivals = {found.card.project.slug for found in best if first.score - found.score < CLOSE}
    if len(rivals) > 1 and only is None:
        return Decision(Kind.CLARIFY, suggestions=tuple(Topic(slug) for slug in content.projects if slug in rivals))
    return _told(question, first, best, content, trust)


def leads_nowhere(question: Question, decision: Decision, content: Content) -> bool:
    """Whether nothing is told, or only what would not be if its project had not been talked of before."""
    if not decision.chosen:
        return decision.kind is Kind.ABSTAIN
    first = decision.chosen[0]
    told = decision.kind is not Kind.ABSTAIN
    return told and bool(first.strange) and trusted(question, first, list(content.projects)) < SURE


def allowed(question: Question, found: Evidence) -> bool:
    """Whether the card has the very thing asked for, and speaks of what is never assumed, such as a price."""
    if lacks(question, found.card) or (question.how_many and found.missing & _things(question, found.card)):
        return False
    if question.who_did & found.missing and SOMEBODY.isdisjoint(found.card.fact.facets):
        return False
    if not found.card.fact.unknown and question.done - found.held and not _counts_makers(question, found.card):
        return False
    return all(_speaks_of(question, found, facet, places) for facet, places in question.asked.never.items())


def _counts_makers(question: Question, card: Card) -> bool:
    """Whether a card counts those who make the project, known beforehand: *ile stowarzyszeń połączyło siły*."""
    at = question.counted
    return at is not None and card.speaks_of(Facet.PARTNERS) and _tells(question, card, at)


def _things(question: Question, card: Card) -> frozenset[int]:
    """Places of the things that are named and this card is not about: how many come to *the conference*."""
    slug = card.project.slug
    return frozenset(
        place
        for named in question.named
        if named.name.project == slug and named.name.kind in HAPPENS and named.name.entity not in card.fact.about
        for place in named.places
    )


def _speaks_of(question: Question, found: Evidence, facet: Facet, places: Sequence[int]) -> bool:
    if found.card.speaks_of(facet):
        return True
    if facet is Facet.STAFF:
        return found.card.names_somebody and found.hits > 0
    said = found.held & set(places)
    return any(found.card.says(question.tokens[at].word, question.language) for at in said)


def ahead(best: Sequence[Evidence]) -> float:
    """How far the best card is ahead of the next."""
    return best[0].score - best[1].score if len(best) > 1 else 1.0


def trusted(question: Question, found: Evidence, scope: Sequence[str], lead: float = 0.0) -> float:
    """How likely a card is the answer, 0 to 1, when its score is by ``lead`` ahead of the next."""
    given = reasons(question, found, scope, lead)
    return 1 / (1 + exp(-sum([weight * reason for weight, reason in zip(TRUST.values(), given, strict=True)])))


def reasons(question: Question, found: Evidence, scope: Sequence[str], lead: float) -> tuple[float, ...]:
    """What speaks for trusting a card."""
    own = question.own_places(found.card.project.slug)
    telling = [at for at in question.telling if at not in own]
    strange, missing = len(found.strange), min(len(found.missing - question.verbs), 3) / 3
    return (
        1.0,
        found.score,
        float(len(scope) == 1),
        min(strange, 2) / 2,
        missing,
        min(len(found.missing & question.verbs), 2) / 2,
        float(not telling),
        float(found.hits == 0 and bool(telling)),
        float(found.hits > 1 and not found.missing),
        float(found.hits > 1 and not found.missing and found.signs[UNTYPED] > 0),
        min(lead, 1.0),
        found.like,
        found.like * missing,
        found.unanswered,
        *found.signs,
    )


def _of_the_same(question: Question, best: Sequence[Evidence]) -> list[Evidence]:
    """Of the cards those about the thing the question before named, when this one names nothing."""
    if not question.background or question.telling:
        return []
    about = {name for _, name in question.entities}
    return [found for found in best if about & set(found.card.fact.about)]


def _told(
    question: Question, first: Evidence, fitting: Sequence[Evidence], content: Content, trust: float = 1.0
) -> Decision:
    slug = first.card.project.slug
    if first.card.fact.unknown:
        return Decision(Kind.ABSTAIN, slug, (first,), _topics(content, slug), trust)
    chosen = [first]
    for found in fitting[1:]:
        card = found.card
        if card.project.slug != slug or card.fact.unknown or len(chosen) == 3:
            continue
        other = _second_intent(question, chosen, card) or _counts_the_other(question, chosen, found)
        if other or (_is_near(question, chosen, found, trust) and not _is_said(card, chosen)):
            chosen.append(found)
    return Decision(Kind.FACT, slug, tuple(_the_asked_first(question, chosen)), (), trust)


def _the_asked_first(question: Question, chosen: Sequence[Evidence]) -> Sequence[Evidence]:
    """The cards of the very sort asked for before others: the date, when somebody asks when; two are enough then."""
    firm = firm_ones(question.asked.firm)
    asked = [found for found in chosen if any(found.card.speaks_of(facet) for facet in firm)]
    others = [found for found in chosen if found not in asked]
    return [*asked, *others][:2] if asked and others else chosen


def _is_near(question: Question, chosen: Sequence[Evidence], found: Evidence, trust: float) -> bool:
    """Whether a card may be meant as well as the first one, or tells more of the thing that is asked about."""
    first, apart = chosen[0].card.fact, chosen[0].score - found.score
    named = question.entities_of.get(found.card.project.slug, frozenset())
    same = named & set(first.about) & set(found.card.fact.about)
    told = sum(len(other.card.fact.text.in_(question.language)) for other in (*chosen, found))
    within = SAME_THING if same else DOUBTED if trust < CLEAR else BESIDE
    return apart < BESIDE or (apart < within and told <= SHORT)


def _is_said(card: Card, chosen: Sequence[Evidence]) -> bool:
    """Whether the chosen cards say the same already, in other words or another order."""
    text = card.fact.text.in_("pl")
    return any(token_set_ratio(text, found.card.fact.text.in_("pl")) >= SAME for found in chosen)


def _second_intent(question: Question, chosen: Sequence[Evidence], card: Card) -> bool:
    firm = firm_ones(question.asked.primary)
    open_ones = {facet for facet in firm if not any(found.card.speaks_of(facet) for found in chosen)}
    return any(card.speaks_of(facet) for facet in open_ones)


def _counts_the_other(question: Question, chosen: Sequence[Evidence], found: Evidence) -> bool:
    """Whether a card counts that of two things to be counted which is not told yet."""
    if question.counted is None or question.counted_as_well is None:
        return False
    both = {question.counted, question.counted_as_well}
    told = {at for at in both if any(_tells(question, other.card, at) for other in chosen)}
    return found.missing <= both and any(_tells(question, found.card, at) for at in both - told)


def _tells(question: Question, card: Card, at: int) -> bool:
    return card.counts(question.tokens[at].word, question.language)


def _without_words(question: Question, best: Sequence[Evidence], scope: Sequence[str], content: Content) -> Decision:
    """Only a project, or not even that, and perhaps a facet."""
    if len(scope) > 1 and (question.asked.never or not question.asked.primary):
        return Decision(Kind.ABSTAIN)
    if len(scope) > 1:
        return Decision(Kind.CLARIFY, suggestions=tuple(Topic(slug) for slug in scope))
    slug = scope[0]
    facets = question.asked.primary
    if best and best[0].like >= KNOWN and trusted(question, best[0], scope, ahead(best)) >= SURE:
        return _told(question, best[0], best, content)
    if not facets and not question.how_many:
        about = [found for found in best if found.card.speaks_of(Facet.WHAT)]
        return Decision(Kind.FACT, slug, tuple(about[:1] or best[:1]))
    if not best or trusted(question, best[0], scope, ahead(best)) < SURE:
        return Decision(Kind.ABSTAIN, slug, suggestions=_topics(content, slug))
    return _told(question, best[0], best, content)


def _unsure(question: Question, best: Sequence[Evidence], scope: Sequence[str]) -> Decision | None:
    """Topics that may be meant: facts the question touches, each of another sort or about another thing."""
    offered: dict[tuple[Facet, tuple[str, ...]], Topic] = {}
    for found in best[:LOOKED_AT]:
        fact = found.card.fact
        if not fact.unknown and found.hits and trusted(question, found, scope) >= WORTH_OFFERING:
            topic = Topic(found.card.project.slug, fact.facets[0], fact.id)
            offered.setdefault((fact.facets[0], fact.about[:1]), topic)
    topics = tuple(offered.values())[:3]
    slugs = {topic.project for topic in topics}
    return Decision(Kind.UNSURE, slugs.pop() if len(slugs) == 1 else None, suggestions=topics) if topics else None


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
