"""Choosing for an announcement: languages, what goes with it, to whom, when; and what is typed for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from zlib import crc32

from bot.domain.announcements import Announcement, Audience, Of, Status
from bot.domain.events import Event
from bot.domain.localized import LANGUAGES
from bot.domain.organisation import Organisation
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.announcements import (
    Aim,
    AnnouncementCard,
    AnnouncementDo,
    Attach,
    AttachEvent,
    AttachProject,
    DropLanguage,
    PlanAt,
    WriteIn,
)
from bot.screens.audiences import audience_words, language_words, reach_words, status_words
from bot.screens.desk import label
from bot.screens.dialogs import step_screen
from bot.screens.events import event_label
from bot.screens.pages import turning
from bot.screens.projects import Titles
from bot.screens.screen import Button, Row, Screen
from bot.screens.settings import NAMES
from bot.screens.wordings import FieldWords
from bot.services import announcement_forms as forms
from bot.services.announcements import Shown
from bot.services.dialogs import Step
from bot.texts import Html, Translator, bold, join

Chosen = Callable[[Event], Action]
Turned = Callable[[int], Action]
OFFSETS = ("7d", "1d 18:00", "2h")


@action("ang")
class AimAt(Action):
    """Mean these people: ``key`` is the slug of a project or the number of an event."""

    announcement: int
    of: str
    key: str


@action("anm")
class Narrow(Action):
    """Narrow down: a status on or off, a group, a gmina, a language; an empty ``key`` widens again."""

    announcement: int
    what: str
    key: str


@action("anh")
class AimChoice(Action):
    """Show what there is to choose from; pages count from 0."""

    announcement: int
    what: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of people: its key on the button, its words, and who would then be meant."""

    key: str
    words: str
    audience: Audience


def gmina_key(name: str) -> str:
    """A gmina on a button, where its name may not fit."""
    return str(crc32(name.encode()))


def languages_screen(one: Announcement, t: Translator) -> Screen:
    """The words by language."""
    rows: list[Row] = []
    for code in LANGUAGES:
        if code not in one.content:
            rows.append((Button(t("Add: {language}", language=NAMES[code]), WriteIn(one.id, code)),))
            continue
        change = Button(t("Change: {label}", label=NAMES[code]), WriteIn(one.id, code))
        drop = (Button(t("Remove: {language}", language=NAMES[code]), DropLanguage(one.id, code)),)
        rows.append((change, *(drop if code != "pl" else ())))
    lines = [
        t("Whoever reads a language that is missing gets the Polish words."),
        t("A photo or a file sent with the Polish words goes with the others, too, unless they have their own."),
    ]
    return Screen(join("\n", [bold(t("Languages")), *lines]), rows=(*rows, _back(one, t)))


def attach_screen(
    one: Announcement, found: tuple[Sequence[Event], bool], page: int, t: Translator, titles: Titles
) -> Screen:
    """What may go with it: projects on the first page, events."""
    events, is_more = found
    projects = (
        []
        if page
        else [
            (Button(label(t("Project: {title}", title=title)), AttachProject(one.id, slug)),)
            for slug, title in titles.items()
        ]
    )
    rows = [*_events(events, t, lambda event: AttachEvent(one.id, event.id)), *projects]
    turning = _turning(page, is_more, t, lambda number: Attach(one.id, number))
    nothing = (Button(t("Nothing goes with it"), AttachProject(one.id, "")),)
    text = t("What goes with it? Its title, the funder's line and a button stand under your words.")
    return Screen(text, rows=(*rows, *turning, nothing, _back(one, t)))


def aim_screen(shown: Shown, t: Translator, titles: Titles) -> Screen:
    """Who is meant, how many they are, and how to change it."""
    one, meant = shown.one, shown.one.audience
    head = [bold(t("To whom")), audience_words(shown, t, titles)]
    languages = _language_words(shown, t)
    rows: list[Row] = [
        (
            Button(t("Everybody who agreed"), AimAt(one.id, Of.EVERYBODY, "")),
            Button(t("Who follows a project"), AimChoice(one.id, "followers")),
        ),
        (Button(t("People of an event"), AimChoice(one.id, "event")),),
    ]
    if meant.of is Of.EVENT:
        rows += [
            (Button(_checked(status in meant.statuses, status_words(status, t), t), Narrow(one.id, "status", status)),)
            for status in Status
        ]
    if meant.of is not Of.NOBODY:
        narrow = [
            Button(t("Only one gmina"), AimChoice(one.id, "gmina")),
            Button(t("Only one language"), AimChoice(one.id, "language")),
        ]
        if shown.meant and shown.meant.groups:
            narrow.append(Button(t("Only one group"), AimChoice(one.id, "group")))
        rows.append(tuple(narrow))
    return Screen(join("\n", [*head, reach_words(shown, t, languages)]), rows=(*rows, _back(one, t)))


def _checked(is_on: bool, words: Html, t: Translator) -> Html:
    return t("✓ {option}", option=words) if is_on else words


def _language_words(shown: Shown, t: Translator) -> Html:
    if not shown.languages:
        return Html("")
    read = [code for code in LANGUAGES if code in shown.languages]
    parts = [Html(f"{language_words(code, t)}: {shown.languages[code]}") for code in read]
    return t("They read {languages}.", languages=join(", ", parts))


def aim_choice_screen(
    one: Announcement,
    what: str,
    options: Sequence[Option],
    counts: Sequence[int | None],
    page: int,
    t: Translator,
    *,
    is_more: bool = False,
) -> Screen:
    """What there is to choose from, and how many people each choice reaches."""
    to = {"followers": Of.FOLLOWERS, "event": Of.EVENT}.get(what)
    rows: list[Row] = [
        (Button(_counted(option, n), AimAt(one.id, to, option.key) if to else Narrow(one.id, what, option.key)),)
        for option, n in zip(options, counts, strict=True)
    ]
    if not to:
        rows.append((Button(t("All of them"), Narrow(one.id, what, "")),))
    asked = {
        "followers": t("Who follows which project?"),
        "event": t("People of which event?"),
        "gmina": t("People of which gmina?"),
        "language": t("People who read which language?"),
        "group": t("People of which group?"),
    }[what]
    words = bold(asked) if options else t("There is nothing to choose from here yet.")
    turning = _turning(page, is_more, t, lambda number: AimChoice(one.id, what, number))
    return Screen(words, rows=(*rows, *turning, (Button(t("Back"), Aim(one.id)),)))


def _counted(option: Option, people: int | None) -> Html:
    """The number comes first: it is what one compares, and a phone cuts the end of a long label off."""
    return label(option.words if people is None else f"{people} · {option.words}")


def narrowed(audience: Audience, what: str, value: str) -> dict[str, object]:
    """The change of an audience for a choice; empty for one that makes no sense."""
    match what:
        case "status" if value in set(Status):
            return {"statuses": audience.statuses ^ {Status(value)}}
        case "group":
            return {"group": int(value) if value.isdecimal() else None}
        case "gmina":
            return {"gmina": value}
        case "language" if value in ("", *LANGUAGES):
            return {"language": value}
        case _:
            return {}


def when_screen(shown: Shown, t: Translator) -> Screen:
    """When it goes out."""
    one = shown.one
    rows: list[Row] = [
        (Button(t("At once"), PlanAt(one.id, "")), Button(t("At a time"), AnnouncementDo(one.id, "time"))),
    ]
    if shown.event:
        names = {
            "7d": t("7 days before the event"),
            "1d 18:00": t("The day before, 18:00"),
            "2h": t("2 hours before the event"),
        }
        rows += [(Button(names[offset], PlanAt(one.id, offset)),) for offset in OFFSETS]
    if one.urgent:
        rows.append((Button(t("It can wait until morning"), AnnouncementDo(one.id, "calm")),))
    else:
        rows.append((Button(t("Urgent: at night too"), AnnouncementDo(one.id, "urgent")),))
    text = t("When shall it go out? Between 21:00 and 8:00 it waits, unless it is urgent.")
    return Screen(text, rows=(*rows, _back(one, t)))


def _events(events: Sequence[Event], t: Translator, to: Chosen) -> list[Row]:
    return [(Button(event_label(event, t), to(event)),) for event in events]


def _turning(page: int, is_more: bool, t: Translator, to: Turned) -> tuple[Row, ...]:
    return turning(page, page + 1 + is_more, to, back=t("Previous"), on=t("Next"))


def event_options(events: Sequence[Event], t: Translator) -> list[Option]:
    """Events as options."""
    return [Option(str(one.id), event_label(one, t), Audience(Of.EVENT, one.plan.project, one.id)) for one in events]


def group_options(event: Event, audience: Audience, t: Translator) -> list[Option]:
    """The groups of an event as options."""
    return [
        Option(str(group.id), group.name.in_(t.language), replace(audience, group=group.id)) for group in event.groups
    ]


def _back(one: Announcement, t: Translator) -> Row:
    return (Button(t("Back to the announcement"), AnnouncementCard(one.id)),)


def waiting_screen(step: Step, t: Translator, organisation: Organisation) -> Screen:
    """The question for a message about an announcement, and the way back to that."""
    asked = step_screen(step, t, organisation)
    return replace(asked, rows=((Button(t("Back to the announcement"), AnnouncementCard(step.draft.subject)),),))


def _write_prompt(step: Step, t: Translator) -> Html:
    language = NAMES[step.draft.form[-2:]]
    return t(
        "Send what is to be said in this language: {language}. A text with formatting, a photo, an album, a file, "
        "a film, a place or a poll. It goes out as you send it.",
        language=language,
    )


def _correct_prompt(step: Step, t: Translator) -> Html:
    language = NAMES[step.draft.form[-2:]]
    return t("Send the whole new text: {language}. You see it once more before anybody gets it.", language=language)


for code in LANGUAGES:
    wordings.field(forms.WRITE[code], FieldWords(lambda t: t("Words"), _write_prompt))
    wordings.field(forms.CORRECT[code], FieldWords(lambda t: t("New words"), _correct_prompt))
wordings.field(
    forms.WHEN, FieldWords(lambda t: t("When"), lambda _, t: t("For instance: “tomorrow 18” or “8.12 17:00”."))
)
wordings.field(
    forms.URGENT,
    FieldWords(lambda t: t("Urgent"), lambda _, t: t("Why can it not wait until morning? The reason is logged.")),
)
wordings.field(
    forms.DECLINE,
    FieldWords(lambda t: t("Why not"), lambda _, t: t("Write to the author what should be different.")),
)
