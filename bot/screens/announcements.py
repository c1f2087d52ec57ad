"""Announcements on the desk: the list, and the draft with everything about it that can be chosen."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain import schedule
from bot.domain.access import Permission
from bot.domain.announcements import Announcement, Phase
from bot.domain.clock import zone_of
from bot.domain.localized import LANGUAGES
from bot.screens.actions import Action, action
from bot.screens.announcement_approvals import asked_words, nobody_words, unapproved_words
from bot.screens.announcement_gists import BRIEF, WHOLE, gist
from bot.screens.audiences import audience_words, language_words, reach_words
from bot.screens.desk import entry, label
from bot.screens.event_desk import entry as event_entry
from bot.screens.events import title as event_title
from bot.screens.pages import turning
from bot.screens.projects import Titles
from bot.screens.screen import Button, Row, Screen
from bot.screens.start import desk_button
from bot.services.announcements import Listed, Page, Shown
from bot.services.event_desk import Overview
from bot.texts import Html, Translator, bold, escaped, join


@action("anl")
class AnnouncementList(Action):
    """Show the announcements; pages count from 0."""

    page: int = 0


@action("ann")
class NewAnnouncement(Action):
    """Begin one, to the people of ``event`` unless it is 0."""

    event: int = 0


@action("anc")
class AnnouncementCard(Action):
    """Show one."""

    announcement: int


@action("and")
class AnnouncementDo(Action):
    """Do ``what`` with one as it was at ``revision``."""

    announcement: int
    what: str
    revision: int = 0


@action("anw")
class WriteIn(Action):
    """Wait for what is said in a language."""

    announcement: int
    language: str


@action("anx")
class DropLanguage(Action):
    """Say nothing of its own in a language."""

    announcement: int
    language: str


@action("ana")
class Attach(Action):
    """Choose what goes with it; pages count from 0."""

    announcement: int
    page: int = 0


@action("ane")
class AttachEvent(Action):
    """This event goes with it."""

    announcement: int
    event: int


@action("anp")
class AttachProject(Action):
    """This project goes with it, or nothing."""

    announcement: int
    project: str


@action("anu")
class Aim(Action):
    """Choose who is meant."""

    announcement: int


@action("ano")
class PlanAt(Action):
    """Send it ``offset`` before its event, or at once when it is empty."""

    announcement: int
    offset: str


@entry("broadcast")
def new_button(t: Translator) -> Button:
    """The way in from the desk."""
    return Button(t("New announcement"), NewAnnouncement())


@entry("broadcasts")
def list_button(t: Translator) -> Button:
    """The way to all of them."""
    return Button(t("Announcements"), AnnouncementList())


@event_entry(Permission.ANNOUNCE)
def people_button(overview: Overview, t: Translator) -> Button | None:
    """From the desk of an event to its people."""
    return Button(t("Write to its people"), NewAnnouncement(overview.event.id))


def phase_words(phase: Phase, t: Translator) -> Html:
    """How far it has come, in a word or two."""
    return {
        Phase.COMPOSING: t("draft"),
        Phase.AWAITING: t("waits for approval"),
        Phase.SCHEDULED: t("planned"),
        Phase.SENDING: t("being sent"),
        Phase.PAUSED: t("paused"),
        Phase.STOPPED: t("stopped"),
        Phase.DONE: t("sent"),
        Phase.RECALLED: t("recalled"),
        Phase.DELETED: t("thrown away"),
    }[phase]


def announcements_screen(page: Page, t: Translator, now: datetime) -> Screen:
    """The list, a button an announcement."""
    new = (Button(t("New announcement"), NewAnnouncement()),)
    if not page.announcements:
        return Screen(t("Nothing has been announced yet. Begin now."), rows=(new, (desk_button(t),)))
    entries = [_line(listed, t, now) for listed in page.announcements]
    rows = [
        (Button(label(f"{number}. {gist(one, t, BRIEF)}"), AnnouncementCard(one.id)),)
        for number, one in enumerate((listed.one for listed in page.announcements), 1)
    ]
    turns = turning(page.page, page.pages, AnnouncementList, back=t("Later"), on=t("Earlier"))
    text = join("\n\n", [bold(t("Announcements")), *(Html(f"{n}. {line}") for n, line in enumerate(entries, 1))])
    return Screen(text, rows=(*rows, *turns, new, (desk_button(t),)))


def begin_screen(drafts: Sequence[Announcement], t: Translator) -> Screen:
    """Before composing: a new one, or one of the drafts."""
    words = {one.id: gist(one, t, BRIEF) for one in drafts}
    rows = [(Button(label(t("Go on with: {words}", words=words[one.id])), AnnouncementCard(one.id)),) for one in drafts]
    new = (Button(t("New announcement"), NewAnnouncement()),)
    text = t("Nothing goes out before you have seen how it looks and how many people get it.")
    lists = (Button(t("Announcements"), AnnouncementList()), desk_button(t))
    return Screen(join("\n", [bold(t("New announcement")), text]), rows=(new, *rows, lists))


def _line(listed: Listed, t: Translator, now: datetime) -> Html:
    one = listed.one
    day = t.date(one.started_at) if one.started_at else ""
    got = t.n("{n} person got it", "{n} people got it", listed.tally.sent) if one.started_at else ""
    if one.phase in {Phase.SCHEDULED, Phase.AWAITING} and listed.due_at:
        day = moment_words(listed.due_at, t, now)
    return join("\n", [escaped(gist(one, t, WHOLE)), join(" · ", [phase_words(one.phase, t), day, got])])


def draft_screen(shown: Shown, t: Translator, now: datetime, titles: Titles, said: str = "", over: int = 0) -> Screen:
    """A draft: what is chosen, what is missing, and a button for each; ``over`` characters are too many."""
    one = shown.one
    lines = [
        said,
        bold(t("An announcement")),
        t("Words: {languages}", languages=_languages(one, t)),
        Html(f"<i>{escaped(gist(one, t, WHOLE))}</i>") if one.content else "",
        t("With it: {what}", what=_attached(shown, t, titles)),
        t("To whom: {audience}", audience=audience_words(shown, t, titles)),
        reach_words(shown, t),
        t("When: {when}", when=when_words(shown, t, now)),
        t("It is {over} characters too long with what is added. Please shorten it.", over=over) if over else "",
        unapproved_words(shown, t),
        "" if said else _next(shown, t, now),
    ]
    return Screen(join("\n", lines), rows=(*_choices(shown, t, is_fit=not over), _away(shown, t)))


def _choices(shown: Shown, t: Translator, *, is_fit: bool) -> tuple[Row, ...]:
    one = shown.one
    if not shown.is_own:
        looking = Button(t("Preview"), AnnouncementDo(one.id, "preview"))
        return ((looking, Button(t("Copy it"), AnnouncementDo(one.id, "copy"))),)
    if one.phase is Phase.AWAITING or one.phase is Phase.SCHEDULED:
        return (
            (Button(t("Preview"), AnnouncementDo(one.id, "preview")),),
            (Button(t("Change"), AnnouncementDo(one.id, "edit")),),
        )
    words = Button(t("Change the words") if one.content else t("Send the words"), WriteIn(one.id, "pl"))
    more = Button(t("Languages"), AnnouncementDo(one.id, "languages"))
    rows: list[Row] = [
        (words, more) if one.content else (words,),
        (Button(t("To whom"), Aim(one.id)), Button(t("Add an event or project"), Attach(one.id))),
        (Button(t("When"), AnnouncementDo(one.id, "when")),),
    ]
    if one.content:
        rows[2] = (*rows[2], Button(t("Preview"), AnnouncementDo(one.id, "preview")))
    if one.content and shown.reach.people and is_fit:
        rows.append((Button(send_label(shown, t), AnnouncementDo(one.id, "send", one.revision)),))
    return tuple(rows)


def send_label(shown: Shown, t: Translator) -> Html:
    """The button that sends, with the number of people."""
    n = shown.reach.people
    if shown.one.audience.needs_approval and shown.has_approver:
        return t.n("Ask for approval ({n} person will get it)", "Ask for approval ({n} people will get it)", n)
    if shown.one.due_at or shown.one.offset:
        return t.n("Plan it for {n} person", "Plan it for {n} people", n)
    return t.n("Send it to {n} person", "Send it to {n} people", n)


def _away(shown: Shown, t: Translator) -> Row:
    words = t("Throw the draft away") if shown.one.phase is Phase.COMPOSING else t("Delete the announcement")
    delete = (Button(words, AnnouncementDo(shown.one.id, "delete")),) if shown.is_own else ()
    return (*delete, Button(t("Announcements"), AnnouncementList()))


def _next(shown: Shown, t: Translator, now: datetime) -> Html:
    one = shown.one
    if not shown.is_own:
        return t("Written by {name}. Only they can change it.", name=shown.author)
    if one.phase is Phase.AWAITING:
        return asked_words(shown, t, now)
    if one.phase is Phase.SCHEDULED:
        return t("It is planned. Until then you can change it.")
    if not one.content:
        return t("Begin with the words: press “{button}”.", button=t("Send the words"))
    if not shown.reach.people:
        return nobody_words(shown, t)
    if not (one.urgent or one.due_at or one.offset) and schedule.is_night(now, zone_of(now)):
        return t("It is night, so it goes out at 8:00 in the morning.")
    return Html("")


def _languages(one: Announcement, t: Translator) -> Html:
    return join(", ", [language_words(code, t) for code in LANGUAGES if code in one.content]) or t("none yet")


def _attached(shown: Shown, t: Translator, titles: Titles) -> str:
    if shown.event:
        return event_title(shown.event, t)
    return titles.get(shown.one.project, shown.one.project) or str(t("nothing"))


def when_words(shown: Shown, t: Translator, now: datetime) -> Html:
    """When it goes out, and why at night."""
    one = shown.one
    due = one.due_at
    if one.offset and shown.event:
        due = schedule.before(shown.event.plan.starts_at, one.offset, zone_of(now))
    when = t("at once") if due is None else moment_words(due, t, now)
    if one.offset:
        when = t("{moment}, and it moves with the event", moment=when)
    if due and not one.urgent and schedule.is_night(due, zone_of(now)):
        when = t("{moment}; at night it waits until 8:00", moment=when)
    return t("{when}, at night too: {reason}", when=when, reason=one.urgent) if one.urgent else when


def moment_words(moment: datetime, t: Translator, now: datetime) -> Html:
    """A day and a time."""
    return t("{day}, {time}", day=t.day(moment, t.local(now).date()), time=t.clock(moment))
