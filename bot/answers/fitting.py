"""Whether a card answers what is asked: it is of the sort asked for, and it explains every telling word."""

from collections.abc import Sequence

from bot.answers.lexicon import NUMBERS, PEOPLE, SPANS, SUBJECTS
from bot.answers.matching import INFLECTED, related
from bot.answers.normalising import words
from bot.answers.questions import WHOLE, Question
from bot.answers.retrieval import Scored
from bot.answers.verbs import is_verb
from bot.content import EntityKind, Facet

TYPED = {
    Facet.WHEN: (Facet.WHEN, Facet.SCHEDULE),
    Facet.PLACE: (Facet.PLACE,),
    Facet.MONEY: (Facet.MONEY, Facet.PRICE),
    Facet.FUNDER: (Facet.FUNDER, Facet.MONEY),
    Facet.SIGNUP: (Facet.SIGNUP, Facet.CONTACT),
    Facet.CONTACT: (Facet.CONTACT, Facet.SIGNUP),
    Facet.LANGUAGE: (Facet.LANGUAGE,),
}
"""What is asked beyond doubt, and the facets that answer it."""

_PLACING = frozenset({"w", "we", "na", "o", "po", "przy"})


def answers(question: Question, found: Scored) -> bool:
    """Whether a card is of the sort asked for."""
    card, asked = found.card, question.asked
    for facet, places in asked.never.items():
        if not card.speaks_of(facet) and not _says(question, found, places):
            return False
    if not _counts(question, found) or (question.asks_the_hour and not card.has_hour and not card.fact.unknown):
        return False
    if question.asks_the_year and not card.has_year and not card.fact.unknown:
        return False
    if len(asked.primary) > 1 and question.recruits and not card.speaks_of(Facet.SIGNUP):
        return False
    typed = asked.firm & set(TYPED)
    return not typed or any(card.speaks_of(facet) for firm in typed for facet in TYPED[firm])


def explains(question: Question, found: Scored) -> bool:
    """Whether a card explains the telling words, but for asides and another verb."""
    aside = _asides(question, found) | _dates(question, found)
    missing = [place for place in found.missing if place not in aside and not _is_another_verb(question, place)]
    if not missing:
        return not found.missing or found.hits > 0 or _is_filed(question, found)
    return len(missing) == 1 and found.hits >= 2 and missing[0] not in found.strange


def _counts(question: Question, found: Scored) -> bool:
    """Whether a card counts what is to be counted; a known gap may."""
    card = found.card
    if card.fact.unknown:
        return True
    if Facet.MONEY in question.asked.firm and not card.has_amount:
        return False
    counted = question.counted
    if counted is None:
        return Facet.SEATS not in question.asked.firm or card.has_number
    word = question.tokens[counted].word
    if PEOPLE.holds(word):
        return card.fact.facets[0] is Facet.SEATS or (card.speaks_of(Facet.SEATS) and card.has_number)
    if SPANS.holds(word):
        whole = not any(kind in _HAPPENS for kind in question.kinds(card.project))
        return counted in found.held or (whole and card.fact.facets[0] is Facet.WHEN)
    if card.has_number and (
        card.speaks_of(Facet.SEATS) or (counted in found.held and question.weights[counted] == WHOLE)
    ):
        return True
    return _is_counted(word, words(card.fact.text.in_(question.language)))


def _is_counted(word: str, text: Sequence[str]) -> bool:
    """Whether a number stands shortly before ``word`` in ``text``."""
    at = [place for place, other in enumerate(text) if related(word, other) >= INFLECTED]
    return any(NUMBERS.holds(other) or other.isdigit() for place in at for other in text[max(0, place - 4) : place])


_HAPPENS = (EntityKind.PROGRAMME, EntityKind.EVENT, EntityKind.PERSON)


def _is_filed(question: Question, found: Scored) -> bool:
    facets = (*TYPED, Facet.DOCUMENTS)
    return any(facet in facets and found.card.speaks_of(facet) for facet in question.asked.primary)


def _asides(question: Question, found: Scored) -> frozenset[int]:
    """Words that only say more about the thing, as in "where do I come to the meeting with the guests from Oslo"."""
    if found.card.fact.facets[0] not in question.asked.firm:
        return frozenset()
    own = question.own_places(found.card.project.slug)
    return question.mentions(found.card.project) if found.hits or own else frozenset()


def _dates(question: Question, found: Scored) -> frozenset[int]:
    """Days and months the project knows: they only say which meeting is meant."""
    if not found.hits and not question.own_places(found.card.project.slug):
        return frozenset()
    return question.dated & found.missing - found.strange


def _is_another_verb(question: Question, place: int) -> bool:
    """A verb says less than a noun: it is another word for what the card tells."""
    before = question.tokens[place - 1].word if place else ""
    word = question.tokens[place].word
    after_who = len(word) >= 5 and SUBJECTS.holds(before, question.language)
    return after_who or (is_verb(word) and not (word.endswith("dzie") and before in _PLACING))


def _says(question: Question, found: Scored, places: Sequence[int]) -> bool:
    """Whether the very words stand in the text of a card, not only among its keys."""
    typed = [question.tokens[place].word for place in found.held & set(places)]
    text = words(found.card.fact.text.in_(question.language)) if typed else []
    return any(related(word, other) >= INFLECTED for word in typed for other in text)
