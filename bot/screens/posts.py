"""An event in a channel or a group: where it can be put, and the post itself."""

from datetime import datetime

from bot.domain.events import Event, EventState
from bot.domain.refusals import NoPosting, NotPublished
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.desk import label
from bot.screens.event_editor import EditEvent, PostChats
from bot.screens.events import heading, languages_line
from bot.screens.screen import Button, Screen
from bot.screens.wordings import RefusalWords
from bot.services.posts import Chats
from bot.texts import Html, Translator, bold, escaped, join, shorten

SHOWN = 1500
"""Characters of a description in a post."""


@action("Ek")
class PostHere(Action):
    """Put an event into a channel or group, by Telegram's number."""

    event: int
    chat: int


def chats_screen(chats: Chats, t: Translator, now: datetime) -> Screen:
    """The channels and groups to choose from, or how the bot gets into one."""
    event = chats.event
    rows = [
        (
            Button(
                t("{title} (is there)", title=label(one.title)) if one.id in chats.holding else label(one.title),
                PostHere(event.id, one.id),
            ),
        )
        for one in chats.chats
    ]
    how = (
        t("Another channel? Add the bot to its administrators, then come back here.")
        if rows
        else t(
            "The bot is in no channel or group yet. Open the channel, choose Administrators, add the bot and let it "
            "post messages. Then come back here."
        )
    )
    text = join("\n\n", [bold(t("Where shall the event be seen?")), heading(event, t, now), how])
    moves = (Button(t("Look again"), PostChats(event.id)), Button(t("Back"), EditEvent(event.id)))
    return Screen(text, rows=(*rows, moves))


def posted_screen(event: int, title: str, t: Translator) -> Screen:
    """After putting an event somewhere."""
    text = t("It is there: {title}. When you change the event, the post changes with it.", title=title)
    return Screen(
        text, rows=((Button(t("Other channels"), PostChats(event)), Button(t("Edit the event"), EditEvent(event))),)
    )


def post_screen(event: Event, t: Translator, now: datetime, attribution: str, link: str) -> Screen:
    """What a channel or group shows of an event; ``link`` signs the reader up in the private chat."""
    plan = event.plan
    is_open = event.state is EventState.OPEN and event.last_entry > now
    lines = [
        heading(event, t, now) if is_open else join("\n", [heading(event, t, now), bold(_why_not(event, t))]),
        escaped(shorten(plan.description.in_(t.language), SHOWN)) if plan.description else "",
        join(
            "\n", [languages_line(event, t), escaped(plan.accessibility.in_(t.language)) if plan.accessibility else ""]
        ),
        Html(f"<i>{escaped(attribution)}</i>") if attribution else "",
    ]
    rows = ((Button(t("Sign up"), url=link),),) if is_open else ()
    return Screen(join("\n\n", [one for one in lines if one]), rows=rows)


def _why_not(event: Event, t: Translator) -> Html:
    match event.state:
        case EventState.CALLED_OFF:
            return t("This event has been called off.")
        case EventState.DRAFT:
            return t("This event is being prepared anew.")
        case _:
            return t("Sign-up is over.")


wordings.refusal(
    NoPosting,
    RefusalWords(
        lambda _, t: t(
            "Telegram did not let the bot write there. Look whether it is still an administrator and may post messages."
        ),
        lambda refusal, t: Button(t("Other channels"), PostChats(refusal.event)),
    ),
)
wordings.refusal(
    NotPublished,
    RefusalWords(
        lambda _, t: t("A draft can be put nowhere. Publish the event first."),
        lambda refusal, t: Button(t("Edit the event"), EditEvent(refusal.event)),
    ),
)
