"""/broadcast, /broadcasts: composing an announcement, choosing to whom and when."""

from dataclasses import replace

from telegram import Message

from bot.chat.announced import content_of, moment_of, page_of, pressed, preview, previews
from bot.chat.announced import corrected as with_corrections
from bot.chat.context import Context, Reply
from bot.chat.routes import ALBUM, Routes
from bot.domain.access import Permission
from bot.domain.announcements import Audience, Of, Phase, Unsendable
from bot.domain.forms import Draft
from bot.domain.refusals import StaleButton
from bot.screens.announcement_aims import everybody_option, typed_aim_screen
from bot.screens.announcement_choices import (
    AimAt,
    AimChoice,
    Narrow,
    Option,
    aim_choice_screen,
    aim_screen,
    attach_screen,
    event_options,
    gmina_key,
    group_options,
    narrowed,
    waiting_screen,
)
from bot.screens.announcement_progress import proposed_screen
from bot.screens.announcement_words import done_words
from bot.screens.announcements import (
    Aim,
    AnnouncementCard,
    AnnouncementList,
    Attach,
    AttachEvent,
    AttachProject,
    DropLanguage,
    NewAnnouncement,
    PlanAt,
    WriteIn,
    announcements_screen,
    begin_screen,
)
from bot.screens.screen import Screen
from bot.screens.settings import NAMES
from bot.services import announcement_forms as forms
from bot.services import announcement_progress, announcements, composing
from bot.services.announcements import EDITABLE, Shown
from bot.services.typed_audiences import EVERYBODY, fitting
from handlers.questions import answer_question

routes = Routes()
STAFF = Permission.ANNOUNCE


@routes.command("broadcast", staff=STAFF)
async def begin(ctx: Context, _argument: str) -> Reply:
    """A new one, or one that was left half-way."""
    return begin_screen(await announcements.drafts(ctx.db, ctx.actor), ctx.t)


@routes.press(NewAnnouncement, staff=STAFF)
async def press_begin(ctx: Context, press: NewAnnouncement) -> Reply:
    """A new one, perhaps to the people of an event."""
    return page_of(ctx, await composing.new(ctx.db, ctx.actor, event=press.event or None, now=ctx.now))


@routes.command("broadcasts", staff=STAFF)
async def list_all(ctx: Context, _argument: str) -> Reply:
    """All of them."""
    return announcements_screen(await announcements.page(ctx.db, ctx.actor, 0, now=ctx.now), ctx.t, ctx.now)


@routes.press(AnnouncementList, staff=STAFF)
async def turn_page(ctx: Context, press: AnnouncementList) -> Reply:
    """A page of them."""
    return announcements_screen(await announcements.page(ctx.db, ctx.actor, press.page, now=ctx.now), ctx.t, ctx.now)


@routes.press(AnnouncementCard, staff=STAFF)
async def show(ctx: Context, press: AnnouncementCard) -> Reply:
    """One; whoever is to approve it sees it as it will look."""
    await announcement_progress.leave(ctx.db, ctx.actor, press.announcement, pressed(ctx))
    await forms.stop_waiting(ctx.db, ctx.actor, press.announcement)
    shown = await announcements.show(ctx.db, ctx.actor, press.announcement)
    page = page_of(ctx, shown)
    if shown.one.phase is Phase.AWAITING and shown.may_approve:
        return (*previews(ctx, shown), replace(page, moves_down=True))
    return page


@routes.press(WriteIn, staff=STAFF)
async def write(ctx: Context, press: WriteIn) -> Reply:
    """Wait for the words."""
    form = forms.WRITE.get(press.language)
    await announcements.show(ctx.db, ctx.actor, press.announcement)
    if form is None:
        raise StaleButton
    step = await forms.wait(ctx.db, ctx.actor, form, press.announcement, now=ctx.now)
    return waiting_screen(step, ctx.t, ctx.house.organisation)


@routes.press(DropLanguage, staff=STAFF)
async def drop_language(ctx: Context, press: DropLanguage) -> Reply:
    """Leave a language out."""
    return page_of(ctx, await composing.drop_piece(ctx.db, ctx.actor, press.announcement, press.language))


@routes.capture(*forms.ALL)
async def take(ctx: Context, draft: Draft | None, message: Message) -> Reply:
    """What was waited for has come."""
    if draft is None:
        raise StaleButton
    piece, moment = await content_of(ctx, draft, message), moment_of(ctx, draft, message)
    shown = await forms.take(ctx.db, ctx.actor, draft, piece, moment=moment, now=ctx.now)
    if draft.form in forms.CORRECT.values():
        return (preview(ctx, with_corrections(shown), draft.form[-2:]), proposed_screen(shown, ctx.t))
    said = done_words("decline", shown, ctx.t, ctx.now) if draft.form == forms.DECLINE else ""
    return page_of(ctx, shown, said)


@routes.capture(ALBUM)
async def take_more(ctx: Context, _draft: Draft | None, message: Message) -> Reply:
    """The next picture of an album whose first one was taken."""
    piece = await content_of(ctx, Draft("", 0, 0, ""), message)
    if not await composing.add_to_album(ctx.db, ctx.actor, piece.group, piece.media[0], piece.text):
        raise Unsendable(0, "kind")
    return None


@routes.press(Attach, staff=STAFF)
async def choose_attached(ctx: Context, press: Attach) -> Reply:
    """What may go with it."""
    shown = await announcements.show(ctx.db, ctx.actor, press.announcement)
    found = await composing.choices(ctx.db, ctx.actor, press.announcement, press.page, now=ctx.now)
    return attach_screen(shown.one, found, press.page, ctx.t, ctx.titles)


@routes.press(AttachEvent, staff=STAFF)
async def attach_event(ctx: Context, press: AttachEvent) -> Reply:
    """An event goes with it."""
    return page_of(ctx, await composing.attach(ctx.db, ctx.actor, press.announcement, event=press.event, now=ctx.now))


@routes.press(AttachProject, staff=STAFF)
async def attach_project(ctx: Context, press: AttachProject) -> Reply:
    """A project goes with it, or nothing."""
    slug = press.project if press.project in ctx.house.content.projects else ""
    return page_of(ctx, await composing.attach(ctx.db, ctx.actor, press.announcement, project=slug, now=ctx.now))


@routes.press(Aim, staff=STAFF)
async def aim(ctx: Context, press: Aim) -> Reply:
    """To whom it goes."""
    return await _to_whom(ctx, await announcements.show(ctx.db, ctx.actor, press.announcement))


async def _to_whom(ctx: Context, shown: Shown) -> Screen:
    """The choice of an audience; the author may as well type it."""
    if shown.is_own and shown.one.phase in EDITABLE:
        await forms.wait_for_audience(ctx.db, ctx.actor, shown.one.id, now=ctx.now)
    return aim_screen(shown, ctx.t, ctx.titles)


@routes.capture(forms.AUDIENCE)
async def take_audience(ctx: Context, draft: Draft | None, message: Message) -> Reply:
    """An audience in words; a question is answered all the same."""
    if draft is None:
        raise StaleButton
    words = message.text or ""
    if words and not await forms.is_choosing(ctx.db, ctx.actor, now=ctx.now):
        return await answer_question(ctx, words)
    shown = await announcements.show(ctx.db, ctx.actor, draft.subject)
    if words.rstrip().endswith("?"):
        return (await answer_question(ctx, words), await _to_whom(ctx, shown))
    named = await _named(ctx, shown)
    found = fitting({key: names for key, (names, _) in named.items()}, words)
    if len(found) == 1:
        return await _aimed(ctx, shown, named[found[0]][1].audience)
    return typed_aim_screen(shown.one, words, [(named[key][1], _pressed(shown, key)) for key in found], ctx.t)


def _pressed(shown: Shown, key: tuple[str, str]) -> AimAt | Narrow:
    """The button that means a choice."""
    what, value = key
    return AimAt(shown.one.id, what, value) if what in set(Of) else Narrow(shown.one.id, what, value)


async def _named(ctx: Context, shown: Shown) -> dict[tuple[str, str], tuple[tuple[str, ...], Option]]:
    """Every audience that can be typed, by what its button would do: its names, and who it is."""
    named: dict[tuple[str, str], tuple[tuple[str, ...], Option]] = {}
    named[Of.EVERYBODY, ""] = (EVERYBODY, everybody_option(ctx.t))
    for option in (await _options(ctx, shown, AimChoice(shown.one.id, "followers")))[0]:
        project = ctx.house.content.projects[option.key]
        named[Of.FOLLOWERS, option.key] = ((*project.title.texts.values(), *project.aliases), option)
    events, _ = await composing.choices(ctx.db, ctx.actor, shown.one.id, 0, now=ctx.now)
    for event, option in zip(events, event_options(events, ctx.t), strict=True):
        named[Of.EVENT, option.key] = ((*event.plan.title.texts.values(), event.plan.code), option)
    if shown.one.audience.of is not Of.NOBODY:
        for what in ("gmina", "language"):
            for option in (await _options(ctx, shown, AimChoice(shown.one.id, what)))[0]:
                named[what, option.key] = ((option.words,), option)
    return named


@routes.press(AimAt, staff=STAFF)
async def aim_at(ctx: Context, press: AimAt) -> Reply:
    """Mean these people."""
    shown = await announcements.show(ctx.db, ctx.actor, press.announcement)
    match press.of:
        case Of.EVERYBODY:
            audience = Audience(Of.EVERYBODY)
        case Of.FOLLOWERS if press.key in ctx.house.content.projects:
            audience = Audience(Of.FOLLOWERS, press.key)
        case Of.EVENT if press.key.isdecimal():
            audience = Audience(Of.EVENT, event=int(press.key))
        case _:
            raise StaleButton
    return await _aimed(ctx, shown, audience)


@routes.press(Narrow, staff=STAFF)
async def narrow(ctx: Context, press: Narrow) -> Reply:
    """Fewer of them, or more again."""
    shown = await announcements.show(ctx.db, ctx.actor, press.announcement)
    key = press.key
    if press.what == "gmina" and key:
        names = await composing.gminas(ctx.db, ctx.actor, press.announcement)
        key = next((name for name in names if gmina_key(name) == key), "")
    changes = narrowed(shown.one.audience, press.what, key)
    if not changes:
        raise StaleButton
    return await _aimed(ctx, shown, replace(shown.one.audience, **changes))  # type: ignore[arg-type]


async def _aimed(ctx: Context, shown: Shown, audience: Audience) -> Screen:
    return await _to_whom(ctx, await composing.aim(ctx.db, ctx.actor, shown.one.id, audience, now=ctx.now))


@routes.press(AimChoice, staff=STAFF)
async def choose_aim(ctx: Context, press: AimChoice) -> Reply:
    """What there is to choose from, and how many people each choice reaches."""
    shown = await announcements.show(ctx.db, ctx.actor, press.announcement)
    options, is_more = await _options(ctx, shown, press)
    meant = [option.audience for option in options]
    counts = await composing.counts(ctx.db, ctx.actor, press.announcement, meant)
    return aim_choice_screen(shown.one, press.what, options, counts, press.page, ctx.t, is_more=is_more)


async def _options(ctx: Context, shown: Shown, press: AimChoice) -> tuple[list[Option], bool]:
    meant, is_more = shown.one.audience, False
    match press.what:
        case "followers":
            options = [Option(slug, title, Audience(Of.FOLLOWERS, slug)) for slug, title in ctx.titles.items()]
        case "event":
            events, is_more = await composing.choices(ctx.db, ctx.actor, shown.one.id, press.page, now=ctx.now)
            options = event_options(events, ctx.t)
        case "gmina":
            names = await composing.gminas(ctx.db, ctx.actor, shown.one.id)
            is_more = len(names) > (press.page + 1) * PAGE
            here = names[press.page * PAGE : (press.page + 1) * PAGE]
            options = [Option(gmina_key(name), name, replace(meant, gmina=name)) for name in here]
        case "language":
            options = [Option(code, name, replace(meant, language=code)) for code, name in NAMES.items()]
        case "group" if shown.meant:
            options = group_options(shown.meant, meant, ctx.t)
        case _:
            raise StaleButton
    return options, is_more


@routes.press(PlanAt, staff=STAFF)
async def plan_at(ctx: Context, press: PlanAt) -> Reply:
    """At once, or some time before the event."""
    return page_of(ctx, await composing.plan(ctx.db, ctx.actor, press.announcement, offset=press.offset))


PAGE = 20
"""Gminas on a page."""
