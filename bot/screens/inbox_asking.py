"""A question passed on to people: what happens with it, the reply, asking on."""

from datetime import datetime

from bot.domain.inbox import InboxQuestion, QuestionAnswered, QuestionClosed
from bot.domain.organisation import Organisation
from bot.domain.refusals import InboxMuted, QuestionForgotten, Refusal, TooManyQuestions
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.events import EventList
from bot.screens.memos import words
from bot.screens.screen import Button, Row, Screen
from bot.screens.start import Help, Start
from bot.screens.wordings import FieldWords, FormWords, RefusalWords
from bot.services.dialogs import Step
from bot.services.inbox import Asked
from bot.services.notices import Memo
from bot.texts import Html, Translator, bold, escaped, join, shorten

QUOTED = 600
"""Characters of a question that are repeated to whoever knows it."""


@action("ipo")
class PassOn(Action):
    """Pass the question with this checksum on to the people of a project, or to the whole team."""

    project: str
    sign: int


@action("ipr")
class PassOnRead(Action):
    """The same, by somebody who has just read what happens with it."""

    project: str
    sign: int


@action("iao")
class AskOn(Action):
    """Ask the people who answered this question something more."""

    question: int


def pass_on_offer(t: Translator, *, has_project: bool) -> Html:
    """Under an answer that is none: who would read the question, and where the reply comes."""
    if has_project:
        return t("Shall I pass the question on to the people who run it? Only they read it. The reply comes here.")
    return t("Shall I pass the question on to the team of the organisation? Only they read it. The reply comes here.")


def pass_on_beside(t: Translator) -> Html:
    """The same before topics that may be meant."""
    return t(
        "I am not sure what you mean. I can pass the question on to the team. Only they read it. The reply comes here."
    )


def pass_on_button(project: str, sign: int, t: Translator) -> Button:
    """Passes the question on."""
    return Button(t("Pass it on"), PassOn(project, sign))


def pass_on_notice_screen(asked: Asked, press: PassOn, t: Translator, organisation: Organisation) -> Screen:
    """Before the first question of somebody is stored: what is stored, who reads it, where to erase it."""
    stored = t(
        "I will store this question:\n“{question}”\n\nOnly the team reads it, without your name beside it. "
        "The reply comes here. You can see and erase the question in /privacy.",
        question=shorten(asked.text, QUOTED),
    )
    kept = t("{name} keeps it to answer you, and notes where the reply has to go.", name=organisation.name)
    rows = ((Button(t("I understand, pass it on"), PassOnRead(press.project, press.sign)),), _home(t))
    return Screen(join("\n\n", [stored, kept]), rows=rows)


def passed_on_screen(question: InboxQuestion, t: Translator) -> Screen:
    """After passing a question on."""
    text = t(
        "Passed on! The team will read your question:\n“{question}”\n\nThe reply comes here. It may take some days.",
        question=shorten(question.text, QUOTED),
    )
    return Screen(text, rows=((Button(t("Events"), EventList()), Button(t("To the start"), Start())),))


@words(QuestionAnswered)
def answered(told: QuestionAnswered, _memo: Memo, t: Translator, _now: datetime) -> Screen:
    """The reply of a person."""
    lines = [bold(t("Here is the reply to your question.")), _quoted(told.text, t), escaped(told.answer)]
    rows = ((Button(t("Ask on"), AskOn(told.question)),), _home(t))
    return Screen(join("\n\n", lines), rows=rows)


@words(QuestionClosed)
def closed(told: QuestionClosed, _memo: Memo, t: Translator, _now: datetime) -> Screen:
    """No reply will come."""
    lines = [
        bold(t("We cannot answer this question.")),
        _quoted(told.text, t),
        t("Thank you for asking. You can put it in other words, or call us: /help shows how."),
    ]
    return Screen(join("\n\n", lines), rows=((Button(t("Ask in other words"), AskOn(told.question)),), _home(t)))


def _quoted(text: str, t: Translator) -> Html:
    return t("“{text}”", text=shorten(text, QUOTED))


def _home(t: Translator) -> Row:
    return (Button(t("To the start"), Start()),)


def _ask_prompt(step: Step, t: Translator) -> Html:
    before = step.setting.about
    quoted = _quoted(before.text, t) if isinstance(before, InboxQuestion) else Html("")
    return join("\n\n", [t("Your question before:"), quoted, t("What else would you like to know? Write it.")])


def _ask_summary(step: Step, t: Translator) -> Html:
    typed = escaped(str(step.draft.answers["inbox_question"]))
    return join("\n\n", ["", typed, t("Only the team reads it. The reply comes here.")])


wordings.field("inbox_question", FieldWords(lambda t: t("Your question"), _ask_prompt))
wordings.form("inbox_ask", FormWords(lambda t: t("Send"), _ask_summary))


def _limit_words(refusal: TooManyQuestions, t: Translator) -> Html:
    return t.n(
        "Today you have passed on {n} question already; more go tomorrow. In a hurry? Call us: /help shows how.",
        "Today you have passed on {n} questions already; more go tomorrow. In a hurry? Call us: /help shows how.",
        refusal.limit,
    )


def _to_help(_refusal: Refusal, t: Translator) -> Button:
    return Button(t("Help"), Help())


wordings.refusal(
    InboxMuted,
    RefusalWords(
        lambda _, t: t("We do not take questions from here just now. You can still call us: /help shows how."), _to_help
    ),
)
wordings.refusal(TooManyQuestions, RefusalWords(_limit_words, _to_help))
wordings.refusal(
    QuestionForgotten,
    RefusalWords(lambda _, t: t("This question was a while ago. Write it once more, then I can pass it on.")),
)
