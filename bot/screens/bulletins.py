"""An announcement as its readers see it: the words, the event or project, the funder's line, the way out."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.content import Project
from bot.domain.announcements import CAPTION_LIMIT, TEXT_LIMIT, Announcement, Of
from bot.domain.events import Event
from bot.screens.actions import Action, action
from bot.screens.announcements import AnnouncementCard
from bot.screens.events import heading
from bot.screens.screen import Button, Media, Screen
from bot.screens.settings import NewsSettings
from bot.services.composing import plain_length
from bot.texts import Html, Translator, bold, escaped, join


@action("anb")
class FromAnnouncement(Action):
    """Show what the announcement is about."""

    announcement: int


@action("anz")
class NoSuchNews(Action):
    """No more messages such as this one."""

    announcement: int


@action("any")
class SuchNews(Action):
    """Such messages after all."""

    announcement: int


@action("ank")
class PreviewOnly(Action):
    """The button to want no more of it, under a preview."""

    announcement: int


@dataclass(frozen=True, slots=True)
class Attached:
    """What goes with an announcement."""

    event: Event | None = None
    project: Project | None = None


def bulletin_screen(one: Announcement, language: str, attached: Attached, t: Translator, now: datetime) -> Screen:
    """The message in ``language``; ``t`` words what the bot adds."""
    _, piece = one.piece(language)
    parts = [
        Html(piece.text),
        heading(attached.event, t, now) if attached.event else _about(attached.project, t),
        Html(f"<i>{escaped(attached.project.attribution.in_(t.language))}</i>") if attached.project else Html(""),
    ]
    text = join("\n\n", parts)
    if not text and not piece.carries_caption:
        text = t("From us to you.")
    rows = [(Button(t("I do not want such messages"), NoSuchNews(one.id)),)]
    if attached.event:
        rows.insert(0, (Button(t("About the event, signing up"), FromAnnouncement(one.id)),))
    elif attached.project:
        rows.insert(0, (Button(t("About the project"), FromAnnouncement(one.id)),))
    media = Media(piece.kind, piece.media) if piece.kind else None
    return Screen(text, rows=tuple(rows), media=media)


def as_preview(screen: Screen, one: Announcement) -> Screen:
    """The same for whoever writes it: its buttons look the same, and nobody wants less after pressing one."""
    rows = tuple(
        tuple(
            replace(button, action=PreviewOnly(one.id)) if isinstance(button.action, NoSuchNews) else button
            for button in row
        )
        for row in screen.rows
    )
    return replace(screen, rows=rows, stays_below=True)


def preview_only_screen(one: Announcement, t: Translator) -> Screen:
    """After pressing that under a preview."""
    words = t("This is only a preview, you go on getting everything. Its readers end such messages with this button.")
    return Screen(words, rows=((Button(t("Back to the announcement"), AnnouncementCard(one.id)),),), stays_below=True)


def _about(project: Project | None, t: Translator) -> Html:
    return bold(project.title.in_(t.language)) if project else Html("")


def excess(screen: Screen, *, is_caption: bool) -> int:
    """Characters by which the message is too long for Telegram, 0 when it fits."""
    return max(0, plain_length(screen.text) - (CAPTION_LIMIT if is_caption else TEXT_LIMIT))


def no_such_news_screen(one: Announcement, t: Translator, project: str, *, is_wanted: bool) -> Screen:
    """After the one tap, or after taking it back; ``project`` is the title of the one that was followed."""
    undo = Button(t("Undo"), NoSuchNews(one.id) if is_wanted else SuchNews(one.id))
    rows = ((undo, Button(t("What I get"), NewsSettings())),)
    if is_wanted:
        return Screen(t("All right, such messages come again."), rows=rows, stays_below=True)
    match one.audience.basis:
        case Of.FOLLOWERS:
            words = t("Done. No more news of the project {title}.", title=project)
        case Of.EVENT:
            words = t("Done. No more messages from the organisers about this event.")
        case _:
            words = t("Done. No more news.")
    still = t("Messages about your own sign-ups still come.")
    return Screen(join("\n", [words, still]), rows=rows, stays_below=True)
