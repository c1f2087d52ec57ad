"""An event passed on: a button that opens Telegram's own sharing, and the card that inline mode puts into any chat."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from bot.domain.events import Event
from bot.screens.event_cards import standing
from bot.screens.events import heading, title, when, where
from bot.screens.screen import Button, Screen
from bot.services.events import Card
from bot.texts import Html, Translator, escaped, join, plain

SHARE = "https://t.me/share/url?"


@dataclass(frozen=True, slots=True)
class InlineResult:
    """One card to choose: ``title`` and ``line`` stand in the list, the screen is what is sent; both plain words."""

    id: str
    title: str
    line: str
    screen: Screen


def share_button(event: Event, link: str, t: Translator, now: datetime) -> Button:
    """Pass the event on to somebody; ``link`` opens its card."""
    words = f"{title(event, t)}, {plain(when(event, t, now))}"
    return Button(t("Share"), url=SHARE + urlencode({"url": link, "text": words}))


def inline_result(card: Card, t: Translator, now: datetime, attribution: str, link: str) -> InlineResult:
    """The card as anybody sees it, whoever sends it; ``link`` signs the reader up."""
    event = card.event
    lines = [
        heading(event, t, now),
        standing(card, t, now),
        Html(f"\n<i>{escaped(attribution)}</i>") if attribution else "",
    ]
    rows = ((Button(t("Sign up"), url=link),),)
    line = f"{plain(when(event, t, now))} · {plain(where(event, t))}"
    return InlineResult(event.plan.code, title(event, t), line, Screen(join("\n", lines), rows=rows))
