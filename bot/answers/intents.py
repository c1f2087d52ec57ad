"""What a question asks for: words and turns of phrase in three languages, each with the facets it means."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.answers.firm_words import FIRM
from bot.answers.intent_phrases import PHRASES
from bot.answers.intent_words import PASSING, WORDS
from bot.answers.normalising import Token
from bot.answers.wordlists import WordList
from bot.content import Facet

Hit = tuple[tuple[Facet, ...], tuple[int, ...]]

NEVER_ASSUMED = frozenset(
    {
        Facet.PRICE,
        Facet.CERTIFICATE,
        Facet.FOOD,
        Facet.LODGING,
        Facet.CHILDCARE,
        Facet.PARKING,
        Facet.TRANSPORT,
        Facet.ACCESSIBILITY,
        Facet.SALARY,
        Facet.AGE,
        Facet.STAFF,
        Facet.ONLINE,
    }
)
"""What is answered only when a fact speaks of it."""

_PASSING = tuple((facets, WordList(*texts)) for facets, texts in PASSING)
WHO = (Facet.PEOPLE, Facet.PARTNERS, Facet.AUDIENCE)
"""*Who* by itself asks for next to nothing: who comes, who travels, who gains."""

_MAY = re.compile(
    r"^(?!.*\b(jak|gdzie|how|where|як|де)\b).*"
    r"\b((moge|mozemy|moze|moga|mozna|moglb\w*|czy) .{0,30}(zglosic|zapisac|dolaczyc|przystapic|aplikowac)"
    r"|can .{0,30}(apply|join|sign up|register)|може\w* .{0,30}(записат|долуч|приєдн|зареєстр)\w*)"
)
"""Whether somebody may sign up, not how."""

_WHERE_TO = re.compile(
    r"\b(gdzie|where|де) .{0,25}(formularz|link|zapis|zglos|rejestr|form|sign|register|enrol|форм|запис|реєстр)"
)

_GETTING = re.compile(
    r"\b(gdzie|where|де) .{0,40}\b(doradz|porad|konsult|pomoz|pomog|naucz|przeszkol"
    r"|advi[sc]e|consult|help|порад|консульт|допомо|навч)\w*"
)
"""Where to get advice or help: from whom, not in which street."""

_MYSELF = re.compile(
    r"\b(jestem|jestesmy|pracuj\w+ (w|jako|na)|prowadz(e|imy)|i am|i m|we are|i work|я|ми|працюю)\b.*"
    r"\b(moge|mozemy|mozna|dla mnie|dla nas|nada\w+|wejd\w+|dolacz\w+|przyjm\w+|wezm\w+|skorzysta\w*|czy|can|may"
    r"|for me|for us|join|apply|можу|можемо|мене|нас|чи)\b"
)
"""Somebody says who they are, and asks whether it is for them."""

OTHERWISE = frozenset({Facet.CONTACT, Facet.SIGNUP, Facet.WHEN, Facet.PLACE})
"""What somebody may ask for who has said who they are."""

_LISTS = tuple((facets, WordList(*texts)) for facets, texts in WORDS)
_SAYING = {facet: WordList(*(" ".join(texts) for facets, texts in WORDS if facet in facets)) for facet in NEVER_ASSUMED}
_FIRM = {facet: WordList(text) for facet, text in FIRM.items()}
_PHRASES = tuple((facets, re.compile(pattern)) for facets, pattern in PHRASES)


@dataclass(frozen=True, slots=True)
class Asked:
    """``facets`` in the order found; ``explained`` are places of tokens that ask; ``firm`` is asked beyond doubt,
    ``primary`` what each word or phrase asks for above all."""

    facets: tuple[Facet, ...] = ()
    explained: frozenset[int] = frozenset()
    never: dict[Facet, tuple[int, ...]] = field(default_factory=dict)
    firm: frozenset[Facet] = frozenset()
    primary: tuple[Facet, ...] = ()


def asked(
    tokens: Sequence[Token], language: str, like: frozenset[int], known: frozenset[int], titles: frozenset[int]
) -> Asked:
    """The facets asked for; ``known`` are places of words which are no slips of asking words, ``like`` of words that
    may be slips of words of the content, too, ``titles`` of words in long names of projects, which ask for nothing."""
    phrases = _by_phrase(tokens)
    within = {place for _, places in phrases if len(places) <= 3 for place in places}
    hits = [*phrases, *_by_word(tokens, within | titles, language, like, known)]
    explained = {place for _, places in hits for place in places}
    passing = _in_passing(tokens, language)
    explained.update(place for _, places in passing for place in places)
    firm = {facets[0] for facets, _ in phrases}
    firm |= {facet for facet, words in _FIRM.items() if _any(words, tokens, within, language, known)}
    hits = _turned(" ".join(token.word for token in tokens), hits or passing, firm)
    found: dict[Facet, None] = {}
    never: dict[Facet, tuple[int, ...]] = {}
    for facets, places in hits:
        for facet in facets:
            found[facet] = None
            if facet in NEVER_ASSUMED:
                saying = (place for place in places if _SAYING[facet].holds(tokens[place].word))
                never[facet] = (*never.get(facet, ()), *saying)
    return Asked(
        tuple(found),
        frozenset(explained),
        never,
        frozenset(firm),
        tuple(dict.fromkeys(facets[0] for facets, _ in hits if facets != WHO)),
    )


def asked_after(
    begin: int, tokens: Sequence[Token], all_of: Asked, language: str, places: Sequence[frozenset[int]]
) -> Asked:
    """What is asked from place ``begin`` on, where somebody has said who they are and asks whether it is for them."""
    like, known, titles = (frozenset(place - begin for place in some) for some in places)
    found = asked(tokens[begin:], language, like, known, titles)
    facets = tuple(dict.fromkeys((*found.facets, Facet.AUDIENCE)))
    explained = all_of.explained | {place + begin for place in found.explained}
    never = {facet: tuple(place + begin for place in said) for facet, said in found.never.items()}
    return replace(found, facets=facets, primary=found.primary or (Facet.AUDIENCE,), explained=explained, never=never)


def _turned(said: str, hits: list[Hit], firm: set[Facet]) -> list[Hit]:
    """``hits`` with what the whole sentence makes of single words; from ``firm`` goes what is not asked after all."""
    if Facet.AUDIENCE in firm and _MAY.search(said):  # "can a village council apply"
        firm.discard(Facet.SIGNUP)
        hits = sorted(hits, key=lambda hit: hit[0][0] is not Facet.AUDIENCE)
    if _MYSELF.search(said) and firm.isdisjoint(OTHERWISE):  # "I am a mayor"
        hits = _instead(hits, Facet.STAFF, Facet.AUDIENCE)
    if Facet.PLACE in firm and _GETTING.search(said):
        firm.discard(Facet.PLACE)
        hits = _instead(hits, Facet.PLACE, Facet.ACTIVITIES)
    if (
        Facet.SIGNUP in firm and _WHERE_TO.search(said)
    ) or Facet.CONTACT in firm:  # "where is the form", "e-mail address"
        firm.discard(Facet.PLACE)
    return hits


def _instead(hits: list[Hit], one: Facet, other: Facet) -> list[Hit]:
    return [((other,), ()), *(hit for hit in hits if hit[0][0] is not one)]


def _by_phrase(tokens: Sequence[Token]) -> list[Hit]:
    starts: dict[int, int] = {}
    text = ""
    for place, token in enumerate(tokens):
        starts[len(text)] = place
        text += token.word + " "
    found: list[Hit] = []
    for facets, pattern in _PHRASES:
        for hit in pattern.finditer(text):
            places = tuple(place for start, place in starts.items() if hit.start() <= start < hit.end())
            if places:
                found.append((facets, places if len(places) < 4 else (*places[:2], places[-1])))
    return found


def _by_word(
    tokens: Sequence[Token], within: set[int], language: str, like: frozenset[int], known: frozenset[int]
) -> list[Hit]:
    found: list[Hit] = []
    for place, token in enumerate(tokens):
        if place in within:
            continue
        hits = [facets for facets, words in _LISTS if words.holds(token.word, language)]
        if hits or place in known:
            found.extend((facets, (place,)) for facets in hits)
            continue
        near = [facets for facets, words in _LISTS if words.nearly_holds(token.word, language)]
        hits = [facets for facets in near if place not in like or NEVER_ASSUMED.isdisjoint(facets)][:1]
        found.extend((facets, (place,)) for facets in hits)
    return found


def _in_passing(tokens: Sequence[Token], language: str) -> list[Hit]:
    return [
        (facets, (place,))
        for facets, words in _PASSING
        for place, token in enumerate(tokens)
        if words.holds(token.word, language)
    ]


def _any(words: WordList, tokens: Sequence[Token], within: set[int], language: str, known: frozenset[int]) -> bool:
    return any(
        words.holds(token.word) or (place not in known and words.nearly_holds(token.word, language))
        for place, token in enumerate(tokens)
        if place not in within
    )
