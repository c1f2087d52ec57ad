"""The words beside each command in Telegram's menu."""

from html import unescape

from bot.texts import Translator


def describe(name: str, t: Translator) -> str:
    """A few plain words, at most 256 characters. Raises KeyError for a command without words."""
    words = {
        "start": t("Begin"),
        "events": t("What is on, signing up"),
        "projects": t("What the projects are about"),
        "my": t("My sign-ups: change, cancel"),
        "ask": t("Ask a question"),
        "consultations": t("Advisers' hours, booking one"),
        "settings": t("Language, news, reminders"),
        "privacy": t("My data: see, erase"),
        "help": t("Help and a person to talk to"),
        "cancel": t("Leave the conversation under way"),
        "broadcast": t("Write an announcement"),
        "broadcasts": t("Announcements: report, correct, recall"),
        "inbox": t("Questions that wait for an answer"),
        "checkin": t("Attendance: who is here"),
        "present": t("Attendance by numbers of the list"),
        "list": t("Who signed up, with filters"),
        "find": t("Find a person and their history"),
        "add": t("Sign people up who have no Telegram"),
        "export": t("Files about an event: list, attendance sheet, badges"),
        "newevent": t("A new event: draft, publish"),
        "edit": t("Change, move, call off or copy an event"),
        "indicators": t("How far the grant's indicators are"),
        "stats": t("Pictures: sign-ups, seats, attendance"),
        "calls": t("Whom to call: no message reached them"),
        "organisations": t("Whom people come for: find, rename, merge"),
        "team": t("The team: invite, take roles away"),
        "log": t("Who did what when"),
    }
    return unescape(words[name])
