"""Where a frequent question leads, and what whoever asks it would like to do."""

from enum import StrEnum


class Door(StrEnum):
    """A button under an answer, as editors call it."""

    EVENTS = "events"
    PROJECTS = "projects"
    MY = "my"
    HELP = "help"
    LANGUAGE = "language"
    NEWS = "news"
    PRIVACY = "privacy"
    DATA = "data"
    ERASE = "erase"
    CONTACT = "contact"


class Wish(StrEnum):
    """What somebody wants to do with a sign-up of theirs; who has one gets it with the button for that."""

    JOIN = "join"
    LEAVE = "leave"
    CHANGE = "change"
    TICKET = "ticket"
    SEE = "see"
