"""What came of announcements, as files: evidence for the grant report, and the recipients by outcome."""

from collections.abc import Sequence
from dataclasses import replace

from bot.content import Project
from bot.documents.parts import Column, Heading, Kind, Table
from bot.documents.reports import Announcement as Evidence
from bot.documents.reports import announcement_report
from bot.documents.spreadsheets import workbook
from bot.domain.announcements import Phase, Tally
from bot.domain.localized import LANGUAGES
from bot.screens.announcement_gists import WHOLE, gist, kind_words
from bot.screens.announcements import AnnouncementCard, AnnouncementDo, phase_words
from bot.screens.audiences import audience_words
from bot.screens.events import title as event_title
from bot.screens.projects import Titles
from bot.screens.screen import Button, File, Screen
from bot.screens.settings import NAMES
from bot.services.announcement_recipients import STATES, Recipients
from bot.services.announcements import Shown
from bot.services.composing import plain
from bot.texts import Translator
from bot.texts import plain as unescaped


def report_screen(files: tuple[File, ...], shown: Shown, t: Translator, *, is_all: bool) -> Screen:
    """The evidence, and the way to that of everything about the same project."""
    rows = (
        ()
        if is_all
        else ((Button(t("All announcements of this project"), AnnouncementDo(shown.one.id, "report_all")),),)
    )
    back = (Button(t("Back to the announcement"), AnnouncementCard(shown.one.id)),)
    return Screen(t("The report is below."), rows=(*rows, back), files=files)


def evidence_file(found: Sequence[Shown], shown: Shown, heading: Heading, t: Translator, titles: Titles) -> File:
    """What was announced, to whom and with which outcome, as a PDF for the funder."""
    told = [_evidence(one, t, titles) for one in found if one.one.started_at]
    name = unescaped(t("announcement-{number}.pdf", number=shown.one.id))
    return File(name, announcement_report(heading, told, t=t))


def recipients_file(recipients: Recipients, shown: Shown, heading: Heading, t: Translator) -> File:
    """Who got it and who did not, as a spreadsheet; without names for those who may not see them."""
    name = unescaped(t("announcement-{number}.xlsx", number=shown.one.id))
    about = replace(heading, title=gist(shown.one, t, WHOLE), made_at=recipients.made_at)
    return File(name, workbook(about, [_counts(shown.tally, t), _people(recipients, t)], t=t))


def _counts(tally: Tally, t: Translator) -> Table:
    columns = (Column(t("Outcome")), Column(t("People"), Kind.NUMBER))
    counts = {state: getattr(tally, state) for state in STATES}
    rows = [(state_words(state, t), n) for state, n in counts.items() if n]
    return Table(t("Summary"), columns, [*rows, (t("Pressed a button"), tally.opened), (t("All"), tally.all)])


def _people(recipients: Recipients, t: Translator) -> Table:
    names = (Column(t("Name")),) if recipients.has_names else ()
    columns = (
        *(Column(t("No."), Kind.NUMBER), *names, Column(t("Outcome")), Column(t("When"), Kind.MOMENT)),
        *(Column(t("Language")), Column(t("Pressed a button"), Kind.MOMENT)),
    )
    rows = (
        (
            *(number, *((one.name,) if recipients.has_names else ()), state_words(one.state, t), one.ended_at),
            *(NAMES.get(one.language, ""), one.opened_at),
        )
        for number, one in enumerate(recipients.people, 1)
    )
    return Table(t("Recipients"), columns, rows)


def state_words(state: str, t: Translator) -> str:
    """What became of a copy."""
    return {
        "sent": t("Delivered"),
        "blocked": t("Blocked the bot"),
        "failed": t("Not delivered"),
        "unknown": t("Not known"),
        "dropped": t("Not sent any more"),
        "pending": t("Still to be sent"),
    }[state]


def _evidence(shown: Shown, t: Translator, titles: Titles) -> Evidence:
    """One announcement as the report has it. Raises ValueError for one that never went out."""
    one, tally = shown.one, shown.tally
    if one.started_at is None:
        raise ValueError(f"announcement {one.id} never went out")
    texts = [plain(one.content[code].text) for code in LANGUAGES if code in one.content]
    kinds = {piece.kind for piece in one.content.values() if piece.kind}
    event = event_title(shown.event, t) if shown.event else ""
    return Evidence(
        text="\n\n".join(text for text in texts if text),
        sent_at=one.started_at,
        audience=unescaped(audience_words(shown, t, titles)),
        delivered=tally.sent,
        blocked=tally.blocked,
        failed=tally.failed,
        unknown=tally.unknown,
        author=shown.author,
        opened=tally.opened,
        attached=", ".join(
            part for part in (*(unescaped(kind_words(kind, t)) for kind in sorted(kinds)), event) if part
        ),
        state=unescaped(phase_words(one.phase, t)) if one.phase in {Phase.RECALLED, Phase.STOPPED} else "",
    )


def heading_of(project: Project | None, organisation: str, t: Translator) -> Heading:
    """What the report is about."""
    if project is None:
        return Heading(title=organisation)
    title, attribution = project.title.in_(t.language), project.attribution.in_(t.language)
    return Heading(title=title, project=title, attribution=attribution, organisation=organisation)
