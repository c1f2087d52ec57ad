"""What is said after something was done with an announcement, and what stands under its preview."""

from datetime import datetime

from bot.domain.announcements import Phase
from bot.screens.announcement_approvals import asked_words, nobody_words, unapproved_words
from bot.screens.announcements import Aim, AnnouncementCard, AnnouncementDo, send_label, when_words
from bot.screens.audiences import audience_words, reach_words
from bot.screens.projects import Titles
from bot.screens.screen import Button, Row, Screen
from bot.services.announcements import EDITABLE, Shown
from bot.texts import Html, Translator, bold, join


def done_words(what: str, shown: Shown, t: Translator, now: datetime) -> Html:
    """What has just happened."""
    return {
        "send": _confirmed(shown, t, now),
        "approve": t("Approved. Its author is told."),
        "decline": t("It goes back to its author, with your reason."),
        "edit": t("It is a draft again. It goes out when you send it anew."),
        "pause": t("Paused. Nothing more goes out until you press “Go on”."),
        "resume": t("It goes on."),
        "stop": t("Stopped. Whoever has it keeps it."),
        "correct": t("The new words are on their way to every copy."),
        "recall": t("The copies are being deleted."),
    }[what]


def _confirmed(shown: Shown, t: Translator, now: datetime) -> Html:
    match shown.one.phase:
        case Phase.AWAITING:
            return asked_words(shown, t, now)
        case Phase.SCHEDULED:
            return t("It is planned. Until then you can change it.")
        case _:
            return t("It goes out. The progress is shown below.")


def preview_screen(shown: Shown, t: Translator, now: datetime, titles: Titles) -> Screen:
    """Under the preview: to how many people it goes and when; mending that, a copy for oneself, sending."""
    return _under(t("This is how it will look."), shown, t, now, titles)


def tried_screen(shown: Shown, t: Translator, now: datetime, titles: Titles) -> Screen:
    """Under the copy for oneself."""
    return _under(t("This copy is for you alone."), shown, t, now, titles)


def _under(said: Html, shown: Shown, t: Translator, now: datetime, titles: Titles) -> Screen:
    one = shown.one
    lines = [bold(said), t("To whom: {audience}", audience=audience_words(shown, t, titles))]
    if one.phase in EDITABLE:
        lines += [reach_words(shown, t), t("When: {when}", when=when_words(shown, t, now)), unapproved_words(shown, t)]
    rows: list[Row] = [(Button(t("Send a test to me"), AnnouncementDo(one.id, "test")),)]
    if one.phase is Phase.COMPOSING and shown.is_own:
        rows.append((Button(t("To whom"), Aim(one.id)), Button(t("When"), AnnouncementDo(one.id, "when"))))
        if shown.reach.people:
            rows.append((Button(send_label(shown, t), AnnouncementDo(one.id, "send", one.revision)),))
        else:
            lines.append(nobody_words(shown, t))
    rows.append((Button(t("Back to the announcement"), AnnouncementCard(one.id)),))
    return Screen(join("\n", lines), rows=tuple(rows), moves_down=True)
