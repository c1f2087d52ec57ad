"""The desk: everything the reader may do for the team, as buttons that each feature hangs up by itself."""

from collections.abc import Callable, Iterable
from html import unescape

from bot.domain.people import Grant
from bot.screens.projects import Titles
from bot.screens.roles import grant_names
from bot.screens.screen import Button, Screen
from bot.screens.start import Start
from bot.texts import Html, Translator, bold, escaped, join, shorten

Entry = Callable[[Translator], Button]

LONGEST_LABEL = 60

_entries: dict[str, Entry] = {}


def entry(command: str) -> Callable[[Entry], Entry]:
    """Make a function the desk's button for a staff command; raises ValueError for a second one."""

    def register(made: Entry) -> Entry:
        if _entries.setdefault(command, made) is not made:
            raise ValueError(f"two entries for {command}")
        return made

    return register


def entries() -> frozenset[str]:
    """The commands that have a button on the desk."""
    return frozenset(_entries)


def label(text: str) -> Html:
    """Words for a button, escaped or not, cut to what can be read on a phone."""
    return escaped(shorten(unescape(text), LONGEST_LABEL))


def desk_screen(commands: Iterable[str], grants: Iterable[Grant], t: Translator, projects: Titles) -> Screen:
    """The reader's roles, and a button for each of ``commands``; ``projects`` are titles by slug."""
    lines: list[Html] = [
        bold(t("For the team")),
        t("Your role: {roles}.", roles=grant_names(grants, t, projects)),
        t("Choose what you would like to do. The menu of commands has it all, too."),
    ]
    buttons = [_entries[name](t) for name in commands if name in _entries]
    rows = [tuple(buttons[first : first + 2]) for first in range(0, len(buttons), 2)]
    return Screen(join("\n", lines), rows=(*rows, (Button(t("To the start"), Start()),)))
