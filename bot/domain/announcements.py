"""Announcements: what is said, to whom, when, and how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.notices import About, Notice, Priority, notice
from bot.domain.people import Actor
from bot.domain.refusals import Refusal

TEXT_LIMIT, CAPTION_LIMIT = 4096, 1024
"""Characters Telegram takes, https://core.telegram.org/bots/api#sendmessage."""


class Phase(StrEnum):
    """How far an announcement has come."""

    COMPOSING = "composing"
    AWAITING = "awaiting"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    PAUSED = "paused"
    STOPPED = "stopped"
    DONE = "done"
    RECALLED = "recalled"
    DELETED = "deleted"


SENT = frozenset({Phase.SENDING, Phase.PAUSED, Phase.STOPPED, Phase.DONE})
"""Phases in which people may have copies."""


class Of(StrEnum):
    """Who is meant to begin with."""

    NOBODY = ""
    EVERYBODY = "everybody"
    FOLLOWERS = "followers"
    EVENT = "event"
    SILENT = "silent"


class Status(StrEnum):
    """Where somebody stands with an event."""

    SEATED = "seated"
    WAITING = "waiting"
    APPLIED = "applied"
    ATTENDED = "attended"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class Audience:
    """Who is meant: ``of`` to begin with, narrowed down by all that is named.

    ``before`` is the announcement to which those meant by SILENT pressed nothing; the rest is as it was there.
    """

    of: Of = Of.NOBODY
    project: str = ""
    event: int | None = None
    statuses: frozenset[Status] = frozenset({Status.SEATED})
    group: int | None = None
    gmina: str = ""
    language: str = ""
    before: int | None = None
    was: Of = Of.NOBODY

    @property
    def basis(self) -> Of:
        """What those who are meant once agreed to."""
        return self.was if self.of is Of.SILENT else self.of

    @property
    def needs_approval(self) -> bool:
        """Whether a second person has to agree: it goes to everybody."""
        return self.basis is Of.EVERYBODY and not self.gmina


@dataclass(frozen=True, slots=True)
class Target:
    """An audience as the store finds it: ``within`` are spellings of the gminas its author may write to (None: all),
    ``gminas`` those of the gmina that is meant (None: any).
    """

    audience: Audience
    within: frozenset[str] | None = None
    gminas: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """What is said in one language: ``text`` is HTML, ``kind`` and ``media`` are what goes with it.

    ``media`` are Telegram's ids of files; for a place its coordinates, title and address; for a poll its message.
    ``group`` is Telegram's id of an album whose pictures come one by one.
    """

    text: str = ""
    kind: str = ""
    media: tuple[str, ...] = ()
    group: str = ""

    @property
    def carries_caption(self) -> bool:
        """Whether the text stands under the file itself, not in a message after it."""
        return self.kind in CAPTIONED

    @property
    def limit(self) -> int:
        """Characters of text there is room for."""
        return CAPTION_LIMIT if self.carries_caption else TEXT_LIMIT


CAPTIONED = frozenset({"photo", "document", "video", "animation", "audio", "voice"})
ALBUM_LIMIT = 10

Content = Mapping[str, Piece]
"""What is said, by language."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """One announcement; ``author`` is None when they erased themselves. Moments are aware.

    ``due_at`` or ``offset`` before the attached event say when it goes out. ``revision`` grows with every change.
    """

    id: int
    author: int | None
    phase: Phase
    content: Content
    audience: Audience
    project: str = ""
    event: int | None = None
    due_at: datetime | None = None
    offset: str = ""
    urgent: str = ""
    revision: int = 0
    approved_by: int | None = None
    correction: Mapping[str, str] = field(default_factory=dict)
    progress_message: int | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    created_at: datetime | None = None

    def piece(self, language: str) -> tuple[str, Piece]:
        """The language somebody reads it in, and what is said in it; Polish when theirs is missing.

        What goes with the Polish words goes with all that were sent without anything.
        """
        main = "pl" if "pl" in self.content else next(iter(self.content), "pl")
        chosen = language if language in self.content else main
        piece, first = self.content.get(chosen, Piece()), self.content.get(main, Piece())
        return chosen, piece if piece.kind else replace(piece, kind=first.kind, media=first.media)

    def changed(self, **changes: object) -> "Announcement":
        """With other values and a new revision."""
        return replace(self, revision=self.revision + 1, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Reach:
    """How many people would get it, and how many of those meant would not, by the reason."""

    people: int
    left_out: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many copies are where; ``opened`` is how many people pressed a button."""

    pending: int = 0
    sent: int = 0
    blocked: int = 0
    failed: int = 0
    unknown: int = 0
    dropped: int = 0
    opened: int = 0

    @property
    def all(self) -> int:
        """Everybody it was meant for."""
        return self.pending + self.ended

    @property
    def ended(self) -> int:
        """Copies whose outcome is known, or known to be unknown."""
        return self.sent + self.blocked + self.failed + self.unknown + self.dropped


@dataclass(frozen=True, slots=True)
class Copy:
    """What somebody got: the messages in their chat, the last of which holds the text and the buttons."""

    announcement: int
    person: int
    chat: int | None
    messages: tuple[int, ...]
    language: str


@notice("announcement", Priority.BROADCAST, About.ANNOUNCEMENT)
class Announced(Notice):
    """The announcement itself."""

    announcement: int


@notice("announcement_correction", Priority.BROADCAST, About.ANNOUNCEMENT, idempotent=True)
class Corrected(Notice):
    """The reader's copy gets the words of this ``revision``."""

    announcement: int
    revision: int


@notice("announcement_recall", Priority.BROADCAST, About.ANNOUNCEMENT, idempotent=True)
class Recalled(Notice):
    """The reader's copy is deleted."""

    announcement: int


@notice("approval_wanted", Priority.CHANGE, About.STAFF)
class ApprovalWanted(Notice):
    """An announcement to everybody waits for a second person; one that ``is_urgent`` does so at night, too."""

    announcement: int
    is_urgent: bool = False


@notice("approval_given", Priority.CHANGE, About.PERSON)
class ApprovalGiven(Notice):
    """Somebody agreed to the reader's announcement, or not, and why."""

    announcement: int
    is_approved: bool
    reason: str
    is_urgent: bool = False


@notice("approved_corrected", Priority.CHANGE, About.PERSON)
class ApprovedCorrected(Notice):
    """What the reader agreed to says something else now."""

    announcement: int


@notice("announcement_held", Priority.CHANGE, About.PERSON)
class AnnouncementHeld(Notice):
    """The reader's planned announcement did not go out: ``reason`` is a word for the screens."""

    announcement: int
    reason: str


class AnnouncementGone(Refusal):
    """There is no such announcement (any more), or not for this person."""


@dataclass(eq=False)
class AnnouncementChanged(Refusal):
    """The announcement is not as it was when the button was made."""

    announcement: int


class NotReady(Refusal):
    """Something is missing before it can go out: ``missing`` is a word for the screens."""

    def __init__(self, announcement: int, missing: str) -> None:
        super().__init__(announcement, missing)
        self.announcement = announcement
        self.missing = missing


@dataclass(eq=False)
class OwnApproval(Refusal):
    """Nobody approves their own announcement."""

    announcement: int


class Unsendable(Refusal):
    """What was sent cannot be announced: ``reason`` is a word for the screens, ``over`` characters too many."""

    def __init__(self, announcement: int, reason: str, over: int = 0) -> None:
        super().__init__(announcement, reason, over)
        self.announcement = announcement
        self.reason = reason
        self.over = over


def is_author(announcement: Announcement, actor: Actor) -> bool:
    """Whether the actor wrote it."""
    return announcement.author == actor.id
