"""/events: the list, the card, the map."""

from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.domain.events import Event, EventKind
from bot.screens.event_cards import event_screen, more_screen, place_screen
from bot.screens.event_lists import duties_screen, events_screen, filter_screen
from bot.screens.events import (
    EventCard,
    EventFilter,
    EventList,
    EventMore,
    EventPlace,
)
from bot.screens.screen import Button, Screen
from bot.screens.sharing import share_button
from bot.services import events, questions
from bot.services.events import Card
from bot.texts import Translator

routes = Routes()

DUTIES = 8
"""Advisers' hours told at once."""


@routes.command("events")
async def list_events(ctx: Context, _argument: str) -> Reply:
    """What is on."""
    return await turn_page(ctx, EventList())


@routes.command("consultations")
async def list_duties(ctx: Context, _argument: str) -> Reply:
    """When advisers are there, the nearest first."""
    cards = await events.calendar(ctx.db, ctx.actor, now=ctx.now)
    duties = [card for card in cards if card.event.plan.kind is EventKind.DUTY]
    return duties_screen(duties[:DUTIES], ctx.t, ctx.now)


@routes.press(EventList)
async def turn_page(ctx: Context, press: EventList) -> Reply:
    """Another page, another span of time, another project."""
    page = await events.upcoming(
        ctx.db, ctx.actor, when=press.when, project=press.project, page=press.page, now=ctx.now
    )
    return events_screen(page, ctx.t, ctx.now, ctx.titles.get(press.project, ""))


@routes.press(EventFilter)
async def choose_project(ctx: Context, _press: EventFilter) -> Reply:
    """The projects to narrow the list by."""
    return filter_screen(ctx.titles, ctx.t)


@routes.press(EventCard)
async def show_event(ctx: Context, press: EventCard) -> Reply:
    """One event."""
    return await shown(ctx, await events.card(ctx.db, ctx.actor, press.event))


@routes.press(EventMore)
async def show_more(ctx: Context, press: EventMore) -> Reply:
    """Everything about one event."""
    card = await events.card(ctx.db, ctx.actor, press.event)
    await questions.speak_of(ctx.db, ctx.actor, press.event, now=ctx.now)
    return more_screen(card, ctx.t, ctx.now, ctx.titles.get(card.event.plan.project, ""))


@routes.press(EventPlace)
async def show_place(ctx: Context, press: EventPlace) -> Reply:
    """The place on the map."""
    return place_screen(await events.card(ctx.db, ctx.actor, press.event), ctx.t)


async def shown(ctx: Context, card: Card, t: Translator | None = None) -> Screen:
    """The card of an event, of which one talks from now on; in another language than the reader's with ``t``."""
    event = card.event
    await questions.speak_of(ctx.db, ctx.actor, event.id, now=ctx.now)
    return event_screen(card, t or ctx.t, ctx.now, attribution(ctx, event), share(ctx, event))


def share(ctx: Context, event: Event) -> Button:
    """The button that passes an event on."""
    return share_button(event, ctx.link(f"e_{event.plan.code}-share"), ctx.t, ctx.now)


def attribution(ctx: Context, event: Event) -> str:
    """The funder's line of the event's project, which has to stand wherever the project is spoken of."""
    project = ctx.house.content.projects.get(event.plan.project)
    return project.attribution.in_(ctx.t.language) if project else ""
