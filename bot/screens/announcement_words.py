"""What is said after something was done with an announcement, its preview's buttons, and its evidence as a document."""

from bot.content import Project
from bot.documents.parts import Heading
from bot.documents.reports import Announcement as Evidence
from bot.domain.announcements import Phase
from bot.screens.announcements import AnnouncementCard, AnnouncementDo, send_label
from bot.screens.audiences import audience_words, reach_words
from bot.screens.projects import Titles
from bot.screens.screen import Button, File, Screen
from bot.services.announcements import EDITABLE, Shown
from bot.services.composing import plain
from bot.texts import Html, Translator, bold, join
from bot.texts import plain as unescaped


def done_words(what: str, shown: Shown, t: Translator) -> Html:
    """What has just happened."""
    return {
        "send": _confirmed(shown, t),
        "approve": t("Approved. Its author is told."),
        "pause": t("Paused. Nothing more goes out until you press “Go on”."),
        "resume": t("It goes on."),
        "stop": t("Stopped. Whoever has it keeps it."),
        "correct": t("The new words are on their way to every copy."),
        "recall": t("The copies are being deleted."),
    }[what]


def _confirmed(shown: Shown, t: Translator) -> Html:
    match shown.one.phase:
        case Phase.AWAITING:
            return t("Somebody else of the team has been asked to approve it.")
        case Phase.SCHEDULED:
            return t("Planned.")
        case _:
            return t("It goes out. The progress is shown below.")


def preview_screen(shown: Shown, t: Translator, titles: Titles) -> Screen:
    """Under the preview: to how many people it goes, a copy for oneself, sending."""
    one = shown.one
    rows = [(Button(t("Send a test to me"), AnnouncementDo(one.id, "test")),)]
    if one.phase is Phase.COMPOSING and shown.is_own and shown.reach.people:
        rows.append((Button(send_label(shown, t), AnnouncementDo(one.id, "send", one.revision)),))
    rows.append((Button(t("Back to the announcement"), AnnouncementCard(one.id)),))
    lines = [bold(t("This is how it will look.")), t("To whom: {audience}", audience=audience_words(shown, t, titles))]
    if one.phase in EDITABLE:
        lines.append(reach_words(shown, t))
    return Screen(join("\n", lines), rows=tuple(rows))


def report_screen(file: File, shown: Shown, t: Translator, *, is_all: bool) -> Screen:
    """The evidence, and the way to that of everything about the same project."""
    rows = () if is_all else ((Button(t("All about this project"), AnnouncementDo(shown.one.id, "report_all")),),)
    back = (Button(t("Back to the announcement"), AnnouncementCard(shown.one.id)),)
    return Screen(t("The report is below."), rows=(*rows, back), files=(file,))


def report_name(shown: Shown, t: Translator) -> str:
    """What the file is called."""
    return unescaped(t("announcement-{number}.pdf", number=shown.one.id))


def evidence(shown: Shown, t: Translator, titles: Titles) -> Evidence:
    """One announcement as the report has it. Raises ValueError for one that never went out."""
    one, tally = shown.one, shown.tally
    if one.started_at is None:
        raise ValueError(f"announcement {one.id} never went out")
    _, piece = one.piece(t.language)
    return Evidence(
        text=plain(piece.text),
        sent_at=one.started_at,
        audience=unescaped(audience_words(shown, t, titles)),
        delivered=tally.sent,
        blocked=tally.blocked,
        failed=tally.failed,
        unknown=tally.unknown,
        author=shown.author,
    )


def heading_of(project: Project | None, organisation: str, t: Translator) -> Heading:
    """What the report is about."""
    if project is None:
        return Heading(title=organisation)
    title, attribution = project.title.in_(t.language), project.attribution.in_(t.language)
    return Heading(title=title, project=title, attribution=attribution, organisation=organisation)
