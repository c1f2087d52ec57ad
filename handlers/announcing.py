"""What is done with an announcement: previewed, sent, paused, stopped, corrected, recalled, approved."""

from collections.abc import Awaitable, Callable

from bot.chat.announced import check_fits, page_of, pressed, preview, previews
from bot.chat.announced import corrected as with_corrections
from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.documents.parts import Heading
from bot.domain.access import Permission
from bot.domain.refusals import StaleButton
from bot.screens.announcement_choices import languages_screen, waiting_screen, when_screen
from bot.screens.announcement_files import evidence_file, heading_of, recipients_file, report_screen
from bot.screens.announcement_progress import (
    CorrectIn,
    correct_screen,
    deleted_screen,
    recall_screen,
)
from bot.screens.announcement_reports import progress_screen
from bot.screens.announcement_words import (
    done_words,
    preview_screen,
    tried_screen,
)
from bot.screens.announcements import AnnouncementDo
from bot.screens.bulletins import PreviewOnly, preview_only_screen
from bot.screens.screen import Screen
from bot.services import announcement_forms as forms
from bot.services import (
    announcement_progress,
    announcement_recipients,
    announcements,
    announcing,
    composing,
    corrections,
)
from bot.services.announcements import Shown

routes = Routes()
STAFF = Permission.ANNOUNCE
Doing = Callable[[Context, AnnouncementDo], Awaitable[Reply]]
_doings: dict[str, Doing] = {}


def doing(what: str) -> Callable[[Doing], Doing]:
    """Make a function what is done for a word."""
    return lambda function: _doings.setdefault(what, function)


@routes.press(AnnouncementDo, staff=STAFF)
async def do(ctx: Context, press: AnnouncementDo) -> Reply:
    """Whatever the button says."""
    function = _doings.get(press.what)
    if function is None:
        await announcements.show(ctx.db, ctx.actor, press.announcement)
        raise StaleButton
    await announcement_progress.leave(ctx.db, ctx.actor, press.announcement, pressed(ctx))
    return await function(ctx, press)


@routes.press(PreviewOnly, staff=STAFF)
async def press_preview(ctx: Context, press: PreviewOnly) -> Reply:
    """No way out of one's own preview."""
    return preview_only_screen((await announcements.show(ctx.db, ctx.actor, press.announcement)).one, ctx.t)


@routes.press(CorrectIn, staff=STAFF)
async def correct_in(ctx: Context, press: CorrectIn) -> Reply:
    """Wait for new words."""
    await announcements.show(ctx.db, ctx.actor, press.announcement)
    form = forms.CORRECT.get(press.language)
    if form is None:
        raise StaleButton
    return await _waiting(ctx, press.announcement, form)


@doing("preview")
async def show_preview(ctx: Context, press: AnnouncementDo) -> Reply:
    """Exactly as it will look, in each language; then the page again."""
    shown = await announcements.show(ctx.db, ctx.actor, press.announcement)
    check_fits(ctx, shown)
    return (*previews(ctx, shown), preview_screen(shown, ctx.t, ctx.now, ctx.titles))


@doing("test")
async def send_test(ctx: Context, press: AnnouncementDo) -> Reply:
    """A copy for oneself."""
    shown = await announcements.show(ctx.db, ctx.actor, press.announcement)
    check_fits(ctx, shown)
    return preview(ctx, shown, ctx.actor.language), tried_screen(shown, ctx.t, ctx.now, ctx.titles)


@doing("send")
async def send(ctx: Context, press: AnnouncementDo) -> Reply:
    """Confirmed with the number of people on the button."""
    check_fits(ctx, await announcements.show(ctx.db, ctx.actor, press.announcement))
    await _follow(ctx, press)
    shown = await announcing.confirm(ctx.db, ctx.actor, press.announcement, press.revision, now=ctx.now)
    return _done(ctx, shown, "send")


@doing("approve")
async def approve(ctx: Context, press: AnnouncementDo) -> Reply:
    """Agreed."""
    shown = await announcing.approve(ctx.db, ctx.actor, press.announcement, press.revision, now=ctx.now)
    return _done(ctx, shown, "approve")


@doing("decline")
async def decline(ctx: Context, press: AnnouncementDo) -> Reply:
    """Wait for the reason."""
    return await _waiting(ctx, press.announcement, forms.DECLINE)


@doing("edit")
async def edit(ctx: Context, press: AnnouncementDo) -> Reply:
    """Take it back from whoever was to approve it, or from its time, and change it."""
    shown = await announcements.show(ctx.db, ctx.actor, press.announcement)
    shown = await composing.plan(
        ctx.db, ctx.actor, press.announcement, due_at=shown.one.due_at, offset=shown.one.offset
    )
    return page_of(ctx, shown, done_words("edit", shown, ctx.t, ctx.now))


@doing("languages")
async def languages(ctx: Context, press: AnnouncementDo) -> Reply:
    """The words by language."""
    return languages_screen((await announcements.show(ctx.db, ctx.actor, press.announcement)).one, ctx.t)


@doing("when")
async def when(ctx: Context, press: AnnouncementDo) -> Reply:
    """When it goes out."""
    return when_screen(await announcements.show(ctx.db, ctx.actor, press.announcement), ctx.t)


@doing("time")
async def at_a_time(ctx: Context, press: AnnouncementDo) -> Reply:
    """Wait for the time."""
    return await _waiting(ctx, press.announcement, forms.WHEN)


@doing("urgent")
async def urgent(ctx: Context, press: AnnouncementDo) -> Reply:
    """Wait for the reason."""
    return await _waiting(ctx, press.announcement, forms.URGENT)


@doing("calm")
async def calm(ctx: Context, press: AnnouncementDo) -> Reply:
    """Not urgent after all."""
    return page_of(ctx, await composing.calm(ctx.db, ctx.actor, press.announcement))


@doing("delete")
async def delete(ctx: Context, press: AnnouncementDo) -> Reply:
    """Throw a draft away."""
    return deleted_screen(await composing.delete(ctx.db, ctx.actor, press.announcement), ctx.t)


@doing("restore")
async def restore(ctx: Context, press: AnnouncementDo) -> Reply:
    """Take that back."""
    return page_of(ctx, await composing.restore(ctx.db, ctx.actor, press.announcement))


@doing("copy")
async def copy(ctx: Context, press: AnnouncementDo) -> Reply:
    """A new draft like it."""
    return page_of(ctx, await composing.copy(ctx.db, ctx.actor, press.announcement, now=ctx.now))


@doing("silent")
async def write_to_silent(ctx: Context, press: AnnouncementDo) -> Reply:
    """A new draft for those who pressed nothing."""
    return page_of(ctx, await composing.copy(ctx.db, ctx.actor, press.announcement, silent=True, now=ctx.now))


@doing("pause")
async def pause(ctx: Context, press: AnnouncementDo) -> Reply:
    """Nothing more for now."""
    await _follow(ctx, press)
    return _done(ctx, await announcing.pause(ctx.db, ctx.actor, press.announcement, now=ctx.now), "pause")


@doing("resume")
async def resume(ctx: Context, press: AnnouncementDo) -> Reply:
    """Go on."""
    await _follow(ctx, press)
    return _done(ctx, await announcing.resume(ctx.db, ctx.actor, press.announcement, now=ctx.now), "resume")


@doing("stop")
async def stop(ctx: Context, press: AnnouncementDo) -> Reply:
    """Nothing more at all."""
    await _follow(ctx, press)
    return _done(ctx, await announcing.stop(ctx.db, ctx.actor, press.announcement, now=ctx.now), "stop")


@doing("later")
async def send_to_later(ctx: Context, press: AnnouncementDo) -> Reply:
    """To newcomers, too."""
    await _follow(ctx, press)
    return _done(ctx, await announcing.send_to_later(ctx.db, ctx.actor, press.announcement, now=ctx.now), "send")


@doing("correct")
async def correct(ctx: Context, press: AnnouncementDo) -> Reply:
    """Which words."""
    return correct_screen((await announcements.show(ctx.db, ctx.actor, press.announcement)).one, ctx.t)


@doing("correct_now")
async def correct_now(ctx: Context, press: AnnouncementDo) -> Reply:
    """In every copy."""
    check_fits(ctx, with_corrections(await announcements.show(ctx.db, ctx.actor, press.announcement)))
    await _follow(ctx, press)
    return _done(ctx, await corrections.correct(ctx.db, ctx.actor, press.announcement, now=ctx.now), "correct")


@doing("recall")
async def ask_to_recall(ctx: Context, press: AnnouncementDo) -> Reply:
    """What recalling means."""
    return recall_screen(await announcements.show(ctx.db, ctx.actor, press.announcement), ctx.t, ctx.now)


@doing("recall_now")
async def recall(ctx: Context, press: AnnouncementDo) -> Reply:
    """Every copy."""
    await _follow(ctx, press)
    return _done(ctx, await corrections.recall(ctx.db, ctx.actor, press.announcement, now=ctx.now), "recall")


@doing("report")
async def report(ctx: Context, press: AnnouncementDo) -> Reply:
    """The evidence as a PDF, the recipients as a spreadsheet."""
    shown = await announcements.show(ctx.db, ctx.actor, press.announcement)
    recipients = await announcement_recipients.list_all(ctx.db, ctx.actor, press.announcement, now=ctx.now)
    heading = _heading(ctx, shown)
    files = (
        evidence_file([shown], shown, heading, ctx.t, ctx.titles),
        recipients_file(recipients, shown, heading, ctx.t),
    )
    return report_screen(files, shown, ctx.t, is_all=False)


@doing("report_all")
async def report_all(ctx: Context, press: AnnouncementDo) -> Reply:
    """The evidence of everything that went out about the same project."""
    shown = await announcements.show(ctx.db, ctx.actor, press.announcement)
    about = shown.one.project or shown.one.audience.project
    found = await corrections.log_of(ctx.db, ctx.actor, about)
    file = evidence_file(found, shown, _heading(ctx, shown), ctx.t, ctx.titles)
    return report_screen((file,), shown, ctx.t, is_all=True)


def _heading(ctx: Context, shown: Shown) -> Heading:
    project = ctx.house.content.projects.get(shown.one.project or shown.one.audience.project)
    return heading_of(project, ctx.house.organisation.name, ctx.t)


async def _waiting(ctx: Context, announcement: int, form: str) -> Screen:
    step = await forms.wait(ctx.db, ctx.actor, form, announcement, now=ctx.now)
    return waiting_screen(step, ctx.t, ctx.house.organisation)


async def _follow(ctx: Context, press: AnnouncementDo) -> None:
    """The author reads under the pressed button how far it is."""
    await announcement_progress.follow(ctx.db, ctx.actor, press.announcement, pressed(ctx))


def _done(ctx: Context, shown: Shown, what: str) -> Screen:
    if shown.is_own and shown.one.started_at:
        return progress_screen(shown.far, ctx.t, ctx.now)
    return page_of(ctx, shown, done_words(what, shown, ctx.t, ctx.now))
