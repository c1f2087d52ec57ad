"""A screen: what one message shows, independent of Telegram."""

from dataclasses import dataclass

from bot.screens.actions import Action


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button: it either presses an action or opens an address."""

    label: str
    action: Action | None = None
    url: str | None = None


Row = tuple[Button, ...]
"""Buttons beside one another."""


@dataclass(frozen=True, slots=True)
class ReplyKeyboard:
    """Buttons in place of the keyboard; a press sends the label as text.

    ``contact`` is the label of the button that shares the person's own telephone number, shown first.
    """

    contact: str | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    placeholder: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """A document that goes with the screen: ``content`` is the bytes, ``name`` what the person sees.

    A picture is shown in the chat instead (PNG or JPEG, at most 10 MB).
    """

    name: str
    content: bytes
    is_picture: bool = False


@dataclass(frozen=True, slots=True)
class Pin:
    """A point on the map, in degrees WGS 84, with the words Telegram shows under it."""

    latitude: float
    longitude: float
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Media:
    """What Telegram keeps already, by its ids of files, that goes with a screen.

    ``photo``, ``document``, ``video``, ``animation``, ``audio`` and ``voice`` carry the text as their caption.
    Before the text come an ``album`` (each id after its kind and a colon), a ``location`` (latitude, longitude),
    a ``venue`` (and title, address) and a ``poll`` (the chat and the message to forward, so that votes stay together).
    """

    kind: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """One message: HTML text (at most 4096 characters once parsed) and what hangs on it.

    ``pin`` and ``files`` are sent as messages of their own after the text. ``keyboard`` and ``rows`` exclude
    each other: Telegram takes one kind of keyboard a message. ``clears_keyboard`` takes away an earlier
    reply keyboard, which needs a message of its own without buttons. Without ``text`` only what hangs on it is sent.
    A screen that ``stays_below`` never takes the place of the message whose button was pressed; one that
    ``moves_down`` follows such a screen and takes that message away, so that its buttons stand only once.
    ``before`` is a message of its own that has to come first, such as one that clears a keyboard.
    """

    text: str
    rows: tuple[Row, ...] = ()
    keyboard: ReplyKeyboard | None = None
    clears_keyboard: bool = False
    files: tuple[File, ...] = ()
    pin: Pin | None = None
    media: Media | None = None
    stays_below: bool = False
    moves_down: bool = False
    before: "Screen | None" = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The words on all inline buttons, in reading order."""
        return tuple(button.label for row in self.rows for button in row)
