"""Frequent questions on the desk: the list, one entry, adding and changing."""

from datetime import datetime

from bot.domain.faq import REVIEWS, FaqEntry
from bot.domain.forms import Field
from bot.domain.inbox import InboxQuestion
from bot.domain.refusals import FaqGone
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.pages import page_title, turning
from bot.screens.projects import Titles
from bot.screens.screen import Button, Screen
from bot.screens.start import desk_button
from bot.screens.wordings import FieldWords, FormWords, RefusalWords
from bot.services.dialogs import Step
from bot.services.faq import FaqPage
from bot.texts import Html, Translator, bold, escaped, join, shorten


@action("fql")
class FaqList(Action):
    """Show the frequent questions; pages count from 0."""

    page: int = 0


@action("fqe")
class FaqCard(Action):
    """Show one of them."""

    entry: int


@action("fqa")
class AddToFaq(Action):
    """Begin to make one of an answered question."""

    question: int


@action("fqc")
class ChangeFaq(Action):
    """Begin to change one."""

    entry: int


@action("fqk")
class ConfirmFaq(Action):
    """The answer still holds; look again after ``months``."""

    entry: int
    months: int


@action("fqx")
class RemoveFaq(Action):
    """Take one away."""

    entry: int


@action("fqu")
class RestoreFaq(Action):
    """Put it back."""

    entry: int


def faq_screen(page: FaqPage, t: Translator, now: datetime, titles: Titles) -> Screen:
    """The list, a button an entry."""
    title = t("Frequent questions")
    title = page_title(title, page.page, page.pages, t)
    due = t.n("{n} answer should be looked at.", "{n} answers should be looked at.", page.due) if page.due else Html("")
    entries = [_line(number, one, t, now, titles) for number, one in enumerate(page.entries, 1)]
    nothing = t("None yet. Answer a question in /inbox, then press “Add to the frequent questions”.")
    rows = [
        (Button(f"{number}. {shorten(' '.join(one.question.split()), 40)}", FaqCard(one.id)),)
        for number, one in enumerate(page.entries, 1)
    ]
    turns = turning(page.page, page.pages, FaqList, back=t("Earlier"), on=t("Later"))
    text = join("\n\n", [bold(title), due, *(entries or [nothing])])
    return Screen(text, rows=(*rows, *turns, (desk_button(t),)))


def _line(number: int, one: FaqEntry, t: Translator, now: datetime, titles: Titles) -> Html:
    facts = join(" · ", [_about(one.project, t, titles), _review(one, t, now)])
    return join("\n", [Html(f"{number}. {escaped(shorten(one.question, 160))}"), facts])


def _about(project: str, t: Translator, titles: Titles) -> Html:
    return escaped(titles.get(project, project)) if project else t("the whole organisation")


def _review(one: FaqEntry, t: Translator, now: datetime) -> Html:
    if one.review_on is None:
        return Html("")
    day = t.date(one.review_on, year=True)
    if one.is_due(t.local(now).date()):
        return t("look whether it still holds (since {day})", day=day)
    return t("to be looked at on {day}", day=day)


def entry_screen(one: FaqEntry, t: Translator, now: datetime, titles: Titles, said: str = "") -> Screen:
    """One entry; ``said`` is what has just been done with it."""
    lines = [
        said,
        bold(_about(one.project, t, titles)),
        escaped(one.question) + "\n",
        escaped(one.answer) + "\n",
        t("Removed: the bot does not answer from it.") if one.is_removed else _review(one, t, now),
    ]
    back = (Button(t("To the frequent questions"), FaqList()),)
    if one.is_removed:
        return Screen(join("\n", lines), rows=((Button(t("Undo"), RestoreFaq(one.id)),), back))
    holds = tuple(
        Button(t.n("Holds, {n} month", "Holds, {n} months", months), ConfirmFaq(one.id, months)) for months in REVIEWS
    )
    change = (Button(t("Change"), ChangeFaq(one.id)), Button(t("Remove"), RemoveFaq(one.id)))
    return Screen(join("\n", lines), rows=((*holds,), change, back))


def added_words(t: Translator) -> Html:
    """After adding or changing an entry."""
    return t("Done. From now on the bot answers this by itself.")


def confirmed_words(t: Translator) -> Html:
    """After a review."""
    return t("Thank you. The answer stays.")


def removed_words(t: Translator) -> Html:
    """After removing."""
    return t("Removed.")


def restored_words(t: Translator) -> Html:
    """After putting it back."""
    return t("It is back.")


def _summary(step: Step, t: Translator) -> Html:
    answers = step.draft.answers
    project = step.setting.about.project if isinstance(step.setting.about, InboxQuestion | FaqEntry) else ""
    is_general = not project or answers.get("faq_scope") == "1"
    months = REVIEWS[int(str(answers["faq_review"]))]
    lines = [
        bold(t("Question:")),
        escaped(str(answers["faq_question"])),
        bold(t("Answer:")),
        escaped(str(answers["faq_answer"])),
        "",
        t("Belongs to the whole organisation.") if is_general else t("Belongs to the project."),
        _in_months(months, t),
        t("Everybody sees the answer: no names and nothing personal in it, please."),
    ]
    return Html("\n" + "\n".join(lines))


def _in_months(months: int, t: Translator) -> Html:
    return t.n("Looked at again in {n} month.", "Looked at again in {n} months.", months)


def _scopes(_field: Field, t: Translator) -> list[Html]:
    return [t("This project"), t("The whole organisation")]


def _months(field: Field, t: Translator) -> list[Html]:
    return [t.n("{n} month", "{n} months", int(option.in_("pl"))) for option in field.options]


wordings.field(
    "faq_question",
    FieldWords(
        lambda t: t("Question"), lambda _, t: t("Write the question the way people ask it, without anything personal.")
    ),
)
wordings.field(
    "faq_answer",
    FieldWords(lambda t: t("Answer"), lambda _, t: t("Write the answer everybody may read.")),
)
wordings.field(
    "faq_scope",
    FieldWords(lambda t: t("Belongs to"), lambda _, t: t("Does the answer hold for this project only?"), _scopes),
)
wordings.field(
    "faq_review",
    FieldWords(
        lambda t: t("Look again in"),
        lambda _, t: t("Answers grow old. When should somebody look whether it still holds?"),
        _months,
    ),
)
for name in ("faq_add", "faq_change"):
    wordings.form(name, FormWords(lambda t: t("Save the answer"), _summary))
wordings.refusal(
    FaqGone,
    RefusalWords(
        lambda _, t: t("This frequent question is not there any more."),
        lambda _, t: Button(t("To the frequent questions"), FaqList()),
    ),
)
