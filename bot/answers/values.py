"""A question's answer, and the events it may speak of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.content import Door, Facet, Wish
from bot.domain.localized import Localized
from bot.domain.signups import State


class Kind(StrEnum):
    """What sort of answer it is."""

    FACT = "fact"
    LIST = "list"
    CALENDAR = "calendar"
    EVENT = "event"
    FAQ = "faq"
    CLARIFY = "clarify"
    UNSURE = "unsure"
    ABSTAIN = "abstain"
    GREETING = "greeting"
    THANKS = "thanks"


class Aspect(StrEnum):
    """What is asked of one event."""

    TIME = "time"
    PLACE = "place"
    REACHING = "reaching"
    ACCESS = "access"
    COMPANIONS = "companions"
    ONLINE = "online"
    SEATS = "seats"
    LANGUAGE = "language"
    ABOUT = "about"
    CLOSES = "closes"
    LEAVING = "leaving"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """An upcoming event as the answers need it; ``starts`` and ``ends`` are aware, ``seats_left`` None is no limit.

    ``sessions`` are from when to when those of a course are, in order, none where it is one meeting; ``own`` is where
    the asker's own sign-up stands.
    """

    id: int
    code: str
    project: str
    kind: str
    title: Localized
    starts: datetime
    ends: datetime
    description: Localized | None = None
    place: str = ""
    address: str = ""
    seats_left: int | None = None
    languages: tuple[str, ...] = ()
    is_sample: bool = False
    own: State | None = None
    sessions: tuple[tuple[datetime, datetime], ...] = ()

    def coming(self, now: datetime, span: tuple[date, date] | None = None) -> tuple[datetime, datetime] | None:
        """From when to when it is next, on one of the days from the first to the last of ``span`` if given, in the
        zone of ``now``; None when it is not."""
        for starts, ends in self.sessions or ((self.starts, self.ends),):
            first, last = starts.astimezone(now.tzinfo).date(), ends.astimezone(now.tzinfo).date()
            if ends > now and (span is None or (first <= span[1] and last >= span[0])):
                return starts, ends
        return None


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that can be asked next: a fact, what the project says on a facet, or the project itself."""

    project: str
    facet: Facet | None = None
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """``texts`` are in ``language`` already; ``passed`` is the day after which what is told is over.

    For ``CLARIFY`` the ``suggestions`` are the projects that may be meant, for ``UNSURE`` facts that may be the answer,
    for ``ABSTAIN`` the nearest topics. A frequent question may have ``buttons``, and a ``wish`` that concerns
    ``events``; for ``EVENT`` the ``aspects`` of the one in ``events`` are asked.
    """

    kind: Kind
    language: str
    project: str | None = None
    finished: bool = False
    passed: date | None = None
    texts: tuple[str, ...] = ()
    events: tuple[CalendarEntry, ...] = ()
    suggestions: tuple[Topic, ...] = ()
    asked: tuple[Facet, ...] = ()
    facts: tuple[str, ...] = ()
    span: tuple[date, date] | None = None
    buttons: tuple[Door, ...] = ()
    wish: Wish | None = None
    aspects: tuple[Aspect, ...] = ()

    @property
    def abstained(self) -> bool:
        """Whether the bot states nothing as the answer: it does not know, or offers what may be meant."""
        return self.kind in {Kind.ABSTAIN, Kind.UNSURE} or (self.kind is Kind.CALENDAR and not self.events)

    @property
    def clarify(self) -> bool:
        """Whether the bot asks back which project is meant."""
        return self.kind is Kind.CLARIFY


Calendar = Sequence[CalendarEntry]
