"""What the team is told, and where each of them chooses what and when."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.domain.staff_notices import AlmostFull, How, MinimumNotMet, StaffDigest, TargetsMissed, Topic
from bot.screens.actions import Action, action
from bot.screens.events import EventCard, heading
from bot.screens.indicators import IndicatorList
from bot.screens.memos import memo_screen, words
from bot.screens.screen import Button, Row, Screen
from bot.screens.settings import Settings, StaffNotices
from bot.services.notices import Memo
from bot.texts import Html, Translator, bold, escaped, join

MOST = 8
"""Items told in one digest; that many long ones still fit into one message."""


@action("snt")
class StaffTopic(Action):
    """Show the ways to be told of one topic."""

    topic: str


@action("sns")
class ChooseNotice(Action):
    """Be told of a topic in this way from now on."""

    topic: str
    how: str


def choices_screen(choices: Mapping[Topic, How], t: Translator) -> Screen:
    """Every topic with the way it is told now; a button each."""
    text = join("\n\n", [bold(t("Notices for the team")), t("What shall I tell you, and when? Choose to change it.")])
    rows = tuple(
        (Button(t("{topic}: {how}", topic=_topic(topic, t), how=_how(how, t)), StaffTopic(topic)),)
        for topic, how in choices.items()
    )
    return Screen(text, rows=(*rows, (Button(t("Back"), Settings()),)))


def topic_screen(topic: Topic, now: How, t: Translator) -> Screen:
    """The three ways, the present one marked in words."""
    rows = tuple(
        (
            Button(
                t("{language} (now)", language=_how(how, t)) if how is now else _how(how, t), ChooseNotice(topic, how)
            ),
        )
        for how in How
    )
    explained = {
        Topic.ALMOST_FULL: t("When only a few seats are left at an event."),
        Topic.MINIMUM: t("When an event comes near and too few people have signed up."),
        Topic.APPLICATION: t("When somebody applied and waits for a decision."),
        Topic.QUESTION: t("When nobody has answered a question of a resident for a day."),
    }[topic]
    return Screen(join("\n\n", [bold(_topic(topic, t)), explained]), rows=(*rows, (Button(t("Back"), StaffNotices()),)))


def _topic(topic: Topic, t: Translator) -> Html:
    return {
        Topic.ALMOST_FULL: t("Almost full"),
        Topic.MINIMUM: t("Too few people"),
        Topic.APPLICATION: t("New application"),
        Topic.QUESTION: t("Question without an answer"),
    }[topic]


def _how(how: How, t: Translator) -> Html:
    return {How.AT_ONCE: t("at once"), How.DIGEST: t("in the morning at 8:00"), How.NEVER: t("never")}[how]


@words(AlmostFull)
def almost_full(told: AlmostFull, memo: Memo, t: Translator, now: datetime) -> Screen:
    """Few seats are left."""
    some = t.n("Almost full: {n} seat is left.", "Almost full: {n} seats are left.", told.free)
    opening = some if told.free else t("Full!")
    return _about_event(memo, opening, t, now)


@words(MinimumNotMet)
def minimum_not_met(told: MinimumNotMet, memo: Memo, t: Translator, now: datetime) -> Screen:
    """Too few people so far."""
    opening = t.n("{n} person is missing to the minimum.", "{n} people are missing to the minimum.", told.missing)
    return _about_event(memo, opening, t, now)


@words(TargetsMissed)
def targets_missed(told: TargetsMissed, _memo: Memo, t: Translator, now: datetime) -> Screen:
    """A project ends soon."""
    title = told.titles.get(t.language) or told.titles["pl"]
    opening = t.n(
        "{project} ends on {day}, and {n} indicator is not reached yet.",
        "{project} ends on {day}, and {n} indicators are not reached yet.",
        told.short,
        project=bold(title),
        day=t.day(date.fromisoformat(told.ends), t.local(now).date()),
    )
    rows = (
        (Button(t("Indicators"), IndicatorList(told.project)),),
        (Button(t("What I am told of"), StaffNotices()),),
    )
    return Screen(opening, rows=rows)


@words(StaffDigest)
def digest(_: StaffDigest, memo: Memo, t: Translator, now: datetime) -> Screen:
    """All that gathered, numbered, with the first button of each; an event is named once for all about it."""
    told = memo.parts[:MOST]
    more = len(memo.parts) - len(told)
    together: dict[int, list[Memo]] = {}
    for number, part in enumerate(told):
        together.setdefault(part.event.id if part.event else -number, []).append(part)
    texts: list[Html] = []
    rows: list[Row] = []
    for number, parts in enumerate(together.values(), 1):
        screens = [memo_screen(part, t, now) for part in parts]
        texts.append(Html(f"{number}. {_merged(parts, screens, t, now)}"))
        first = [screen.rows[0][0] for screen in screens]
        rows += [(Button(f"{number}. {one.label}", one.action),) for one in dict.fromkeys(first)]
    rest = t.n("And {n} more thing.", "And {n} more things.", more) if more else ""
    title = bold(t("Good morning! This has gathered:"))
    return Screen(join("\n\n", [title, *texts, rest]), rows=(*rows, (_choose(t),)))


def _merged(parts: Sequence[Memo], screens: Sequence[Screen], t: Translator, now: datetime) -> Html:
    """The words of all of them, the event below the last one only."""
    about = heading(parts[0].event, t, now) if parts[0].event else ""
    openings = [Html(screen.text.removesuffix(about).rstrip()) for screen in screens]
    return join("\n", [*openings, about])


def _about_event(memo: Memo, opening: Html, t: Translator, now: datetime) -> Screen:
    about = heading(memo.event, t, now) if memo.event else ""
    rows = ((Button(t("About the event"), EventCard(memo.event.id)),),) if memo.event else ()
    return Screen(join("\n", [escaped(opening), about]), rows=(*rows, (_choose(t),)))


def _choose(t: Translator) -> Button:
    return Button(t("What I am told of"), StaffNotices())
