"""Two entries of one person: which one is meant, what making one of them does, and the personal link."""

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlencode

from bot.domain.acquaintances import Known
from bot.domain.duplicates import BothComing, PersonLinkGone, TwoAccounts
from bot.domain.organisation import Organisation
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.events import title
from bot.screens.list_filters import ShowParticipant
from bot.screens.people_search import FindPerson, ShowPerson, way
from bot.screens.phones import phone
from bot.screens.screen import Button, Screen
from bot.screens.signups import MyList
from bot.screens.start import Start
from bot.screens.wordings import RefusalWords
from bot.services.duplicates import Clash, Linking, Merged, Merging, Pair
from bot.services.people_search import PersonPage
from bot.texts import Html, Translator, bold, escaped, join, shorten

SHOWN = 15
"""Sign-ups that are listed one by one."""


@action("dud")
class FindSame(Action):
    """Choose which other entry is the same person."""

    person: int


@action("dup")
class PreviewPeople(Action):
    """Show what making one of two would do."""

    person: int
    other: int


@action("dum")
class MergePeople(Action):
    """Make one of two."""

    person: int
    other: int


@action("dus")
class SeparatePeople(Action):
    """Undo it, by the entry of the log."""

    entry: int


@action("dul")
class MakePersonLink(Action):
    """Make a personal link."""

    person: int


@action("dut")
class UsePersonLink(Action):
    """Take over what the link brings."""

    token: str


@way
def _same_button(page: PersonPage, t: Translator) -> Button:
    return Button(t("It is the same as …"), FindSame(page.person.id))


@way
def _link_button(page: PersonPage, t: Translator) -> Button | None:
    is_without = page.person.telegram_id is None
    return Button(t("Personal link"), MakePersonLink(page.person.id)) if is_without else None


def same_screen(page: PersonPage, found: Sequence[Known], t: Translator) -> Screen:
    """Who may be the same person, the likeliest first."""
    text = (
        t("Who is the same person as {name}? You see what happens before anything is done.", name=bold(page.name))
        if found
        else t("Nobody of a similar name or the same number is known.")
    )
    rows = [(Button(_label(one), PreviewPeople(page.person.id, one.person)),) for one in found]
    return Screen(text, rows=(*rows, (Button(t("Back"), ShowPerson(page.person.id)),)))


def _label(one: Known) -> str:
    return ", ".join(part for part in (shorten(one.name, 36), phone(one.phone) if one.phone else "") if part)


def preview_screen(merging: Merging, t: Translator) -> Screen:
    """What making one of two would do."""
    gone, kept = merging.gone, merging.kept
    blocks = [
        bold(t("Make one of these two?")),
        join("\n", [_who(kept, t), _who(gone, t)]),
        t("The entry {name} stays; if one of the two has Telegram, it is that one.", name=bold(kept.name)),
        _moving(t("These sign-ups move to it:"), merging.moving, t),
        _behind(merging.behind, t),
        t("Nobody is told of it. You can undo it for 10 minutes."),
    ]
    rows = (
        (Button(t("Make one"), MergePeople(gone.person.id, kept.person.id)),),
        (Button(t("Back"), ShowPerson(kept.person.id)),),
    )
    return Screen(join("\n\n", blocks), rows=rows)


def _who(page: PersonPage, t: Translator) -> Html:
    telegram = t("has Telegram") if page.person.telegram_id is not None else t("without Telegram")
    numbers = ", ".join(phone(number) for number in page.phones[:2])
    return join(" · ", [bold(shorten(page.name, 60)), escaped(numbers), telegram])


def merged_words(done: Merged, t: Translator) -> Html:
    """After making one of two."""
    return bold(t.n("Done: {n} sign-up moved.", "Done: {n} sign-ups moved.", done.moved))


def link_screen(page: PersonPage, link: str, until: datetime, t: Translator, organisation: Organisation) -> Screen:
    """The link, shown this once, with a button to send it on."""
    blocks = [
        t("A personal link for {name}:", name=bold(page.name)),
        Html(link),
        t(
            "Send it to this one person. Whoever opens it sees the sign-ups and takes them over with one press; "
            "from then on the bot writes to them. It works once, until {day}.",
            day=t.day(until),
        ),
    ]
    said = t("{name}: your sign-ups in Telegram. Press the link.", name=organisation.name)
    share = f"https://t.me/share/url?{urlencode({'url': link, 'text': said})}"
    rows = ((Button(t("Send it on"), url=share),), (Button(t("Back"), ShowPerson(page.person.id)),))
    return Screen(join("\n\n", blocks), rows=rows)


def linking_screen(linking: Linking, token: str, t: Translator, organisation: Organisation) -> Screen:
    """What the link brings, to whoever opened it."""
    blocks = [
        t("{house} signed up {name} by hand. Is it you?", house=organisation.name, name=bold(linking.name)),
        _moving(t("These sign-ups come to your Telegram:"), linking.moving, t),
        _behind(linking.behind, t),
        t("Reminders and changes will reach you here. If it is not you, leave it: nothing happens."),
    ]
    rows = ((Button(t("Yes, it is me"), UsePersonLink(token)), Button(t("No"), Start())),)
    return Screen(join("\n\n", blocks), rows=rows)


def linked_screen(count: int, t: Translator) -> Screen:
    """After taking over."""
    words = t.n("Done: {n} sign-up is yours here.", "Done: {n} sign-ups are yours here.", count)
    return Screen(words, rows=((Button(t("All my sign-ups"), MyList()),),))


def _moving(head: Html, moving: Sequence[Pair], t: Translator) -> Html:
    if not moving:
        return t("There are no sign-ups to move.")
    lines = [_event(event.plan.starts_at, title(event, t), t) for event, _ in moving[:SHOWN]]
    more = [f"(+{len(moving) - SHOWN})"] if len(moving) > SHOWN else []
    return join("\n", [head, *lines, *more])


def _behind(behind: Sequence[Clash], t: Translator) -> Html:
    if not behind:
        return Html("")
    lines = [_event(event.plan.starts_at, title(event, t), t) for event, _, _ in behind[:SHOWN]]
    return join("\n", [t("For these events both had a sign-up, so only one counts:"), *lines])


def _event(starts: datetime, words: str, t: Translator) -> Html:
    return t("{title}, {date}", title=words, date=t.date(starts, year=True))


def _clash_way(refusal: BothComing, t: Translator) -> Button:
    if not refusal.signup:
        return Button(t("All my sign-ups"), MyList())
    return Button(t("To the person"), ShowParticipant(refusal.signup))


wordings.refusal(
    TwoAccounts,
    RefusalWords(
        lambda _, t: t("These two stay two: both have Telegram, or one of them was merged already."),
        lambda _, t: Button(t("Find a person"), FindPerson()),
    ),
)
wordings.refusal(
    BothComing,
    RefusalWords(
        lambda _, t: t("Both have a sign-up for the same event. Take one of them off the list first, then try again."),
        _clash_way,
    ),
)
wordings.refusal(
    PersonLinkGone,
    RefusalWords(
        lambda _, t: t("This link does not work any more: it was used, or its time is over. Ask for a new one.")
    ),
)
