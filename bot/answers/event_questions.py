"""Questions about the event that is being talked of: when and where it is, how to get there, who may come along."""

import re
from collections.abc import Sequence

from bot.answers.calendar_questions import about_events, event_meant, events_meant
from bot.answers.lexicon import CROSS, GENERIC_EVENTS, POLITE
from bot.answers.normalising import fold
from bot.answers.questions import Question
from bot.answers.values import Answer, Aspect, CalendarEntry, Kind
from bot.answers.wordlists import WordList
from bot.content import Facet

_SIGNING_UP = r"zapis\w*|zglos\w*|zgłos\w*|rejestr\w*|sign ?up|register|registration|enrol\w*|запис\w*|реєстр\w*"
_UNTIL = r"do kiedy|do ktorego|jak dlugo|until when|how long|by when|deadline|до коли|до якого"
_LEAVE = r"zrezygn\w*|rezygn\w*|wypis\w*|odwol\w*|cancel\w*|withdraw\w*|скасу\w*|відмов\w*|випис\w*"
_WITH_ME = (
    r"ze soba|z kim|zemna|ze mna|z kims|osob\w* towarzysz\w*|kogos ze|with me|along|bring|plus one"
    r"|with whom|з ким|з собою|зі мною|із собою|з кимось|когось|супров\w*"
)
_RELATIVES = (
    r"mez\w*|zon\w*|chlopak\w*|dziewczyn\w*|corka|corke|synem|syna|wnuk\w*|wnucz\w*|dzieck\w*|dziecmi|dzieci"
    r"|kolezank\w*|koleg\w*|sasiad\w*|znajom\w*|przyjaci\w*|mam[ae]|tata|siostr\w*|brat\w*|rodzin\w*"
    r"|friend\w*|husband|wife|son|daughter|child\w*"
    r"|kids?|neighbou?r\w*|family|чоловік\w*|дружин\w*|дитин\w*|дітей|дітьми|подруг\w*|друг\w*|сусід\w*|родин\w*"
)
_ANYBODY = "kims|somebody|someone|кимось"
_COMING = (
    r"moge|mozna|wolno|przyjsc|wziac|zabrac|wezme|zabiore|zapisac|przyprowadzic|can|may|bring|take"
    r"|можна|можу|прийти|взяти"
)

_TURNS = (
    (Aspect.LEAVING, re.compile(rf"\b({_UNTIL})\b.*\b({_LEAVE})\b")),
    (
        Aspect.CLOSES,
        re.compile(rf"\b({_UNTIL}|kiedy|коли|when)\b.*\b({_SIGNING_UP}|zapisy|zamkn\w*|koncza sie zapisy)\b"),
    ),
    (
        Aspect.COMPANIONS,
        re.compile(
            rf"\b({_COMING})\b.*\b({_WITH_ME}|(z|ze|with|з|із|зі) (\w+ )?({_RELATIVES}|{_ANYBODY})|({_RELATIVES}))\b"
            rf"|\b(ile|ilu|how many|скільки)\b.*\b({_WITH_ME})\b|\b({_WITH_ME})\b.*\b({_COMING})\b"
        ),
    ),
    (
        Aspect.ONLINE,
        re.compile(
            r"\b(link\w*|zoom\w*|teams|online|on line|zdaln\w*|internet\w*|stacjonarn\w*|лінк\w*|посиланн\w*|онлайн)\b"
        ),
    ),
    (
        Aspect.REACHING,
        re.compile(
            r"\b(dojech\w*|dojazd\w*|dojad\w*|dotrzec|trafic|trafie|dojsc|dojde|map[aeyk]\w*|daleko|przystanek\w*"
            r"|get there|getting there|reach it|directions|far|доїхати|добратис\w*|дістатис\w*|дійти|карт[аі])\b"
        ),
    ),
    (
        Aspect.LANGUAGE,
        re.compile(
            r"\b(jest|sa|bedzie|beda|odbyw\w*|prowadz\w*|jakim|is it|will|what|буде|якою)\b.*"
            r"\b(jezyk\w*|po \w+sku|migow\w*|language|english|ukrainian|polish|sign"
            r"|мов\w*|українськ\w*|англійськ\w*|польськ\w*)\b"
            r"|\b(tlumacz\w*|interpret\w*|translat\w*|переклад\w*)\b"
        ),
    ),
    (
        Aspect.SEATS,
        re.compile(
            r"\b(wolne|wolnych|zostal\w*|sa jeszcze|jest jeszcze|free|left|вільн\w*|залишил\w*) (\w+ )?"
            r"(miejsc\w*|seats?|places?|місц\w*)\b|\bmiejsca sa\b"
        ),
    ),
    (
        Aspect.ABOUT,
        re.compile(
            r"\b(o czym|co tam bedzie|co bedzie|program|agenda|opis|what is it about|what will|what happens"
            r"|про що|що там буде|програма|опис)\b"
        ),
    ),
)
"""How an aspect is asked for; the first that fits is meant."""

_BY_FACET = {
    Facet.WHEN: Aspect.TIME,
    Facet.PLACE: Aspect.PLACE,
    Facet.TRANSPORT: Aspect.REACHING,
    Facet.ACCESSIBILITY: Aspect.ACCESS,
    Facet.ONLINE: Aspect.ONLINE,
}
_OTHERWISE = frozenset({Facet.SIGNUP, Facet.CONTACT, Facet.FUNDER, Facet.MONEY, Facet.PARTNERS})
"""What no event tells: the project does."""
_UNSAID = re.compile(r"^(a |and |а )?(do ktorej|o ktorej|od ktorej|jaka godzina|what time|о котрій|до котрої)\b")
_ELSEWHERE = WordList(
    "projekt* projket* organizac* fundac* stowarzysz* kolejk* kolejce zapisan* zapisala* zapisale*"
    " mowisz mowic piszesz",
    "project* organisation* queue speak",
    "проєкт* проект* черг* записан* говориш говорите говорити",
)
"""Words of what no event tells: of the project, of the asker's own sign-up, of the bot."""
_FITTING = WordList("wejd* przyjech* przyjecha* wjad* wjecha* dostane tuda туди собою zaczyna* konczy*")
"""Words that say how one comes, and so go with what is asked."""


def about_event(
    text: str, question: Question, event: CalendarEntry | None, calendar: Sequence[CalendarEntry]
) -> Answer | None:
    """What is asked of an event that is named, or of ``event``, which is being talked of; None for everything else."""
    meant = event_meant(question, calendar) or event
    if meant and not question.telling and not question.named and Facet.MONEY in question.asked.firm:  # what it costs me
        return Answer(Kind.ABSTAIN, question.language, project=meant.project, asked=(Facet.PRICE,))
    found = _aspects(question, text, meant, calendar) if meant else ()
    if meant is None or not found:
        return None
    return Answer(Kind.EVENT, question.language, project=meant.project, events=(meant,), aspects=found)


def _aspects(
    question: Question, text: str, event: CalendarEntry, calendar: Sequence[CalendarEntry]
) -> tuple[Aspect, ...]:
    folded = " ".join(fold(text).split())
    events = about_events(question, calendar, folded)
    if _is_about_another(question, event, calendar, events):
        return ()
    for aspect, turn in _TURNS:
        hit = turn.search(folded)
        if hit:
            return (aspect,) if _is_all(question, events, hit[0]) else ()
    unknown = set(question.asked.never) - set(_BY_FACET) or _OTHERWISE & set(question.asked.facets)
    if unknown or not _is_all(question, events, ""):
        return ()
    if _UNSAID.search(folded):
        return (Aspect.TIME,)
    return tuple(dict.fromkeys(_BY_FACET[facet] for facet in question.asked.facets if facet in _BY_FACET))


def _is_about_another(
    question: Question, event: CalendarEntry, calendar: Sequence[CalendarEntry], events: frozenset[int]
) -> bool:
    """Whether a project, a thing of one or another event is named, or many are asked about."""
    if any(_ELSEWHERE.holds(token.word) or CROSS.holds(token.word) for token in question.tokens):
        return True
    if any(not named.places <= events for named in question.named):
        return True
    meant = events_meant(question, calendar)
    return bool(meant) and event not in meant


def _is_all(question: Question, events: frozenset[int], hit: str) -> bool:
    """Whether every word that says something is part of what was recognised."""
    recognised = set(hit.split())
    return all(
        at in events
        or question.tokens[at].word in recognised
        or GENERIC_EVENTS.holds(question.tokens[at].word)
        or POLITE.holds(question.tokens[at].word)
        or _FITTING.holds(question.tokens[at].word)
        for at in question.telling
    )
