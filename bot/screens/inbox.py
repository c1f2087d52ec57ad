"""The inbox on the desk: the lists, one question, what can be done with it."""

from datetime import datetime

from bot.domain import schedule
from bot.domain.clock import zone_of
from bot.domain.inbox import InboxQuestion, InboxState
from bot.domain.refusals import QuestionEnded, QuestionGone, QuestionTaken
from bot.domain.staff_notices import QuestionWaiting
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.desk import entry
from bot.screens.faq import AddToFaq, FaqCard, FaqList
from bot.screens.memos import words
from bot.screens.pages import page_title, turning
from bot.screens.projects import Titles
from bot.screens.screen import Button, Row, Screen
from bot.screens.settings import NAMES, StaffNotices
from bot.screens.start import desk_button
from bot.screens.wordings import FieldWords, FormWords, RefusalWords
from bot.services.dialogs import Step
from bot.services.inbox import InboxPage, Opened
from bot.services.notices import Memo
from bot.texts import Html, Translator, bold, escaped, join, shorten

IN_LIST = 160
"""Characters of a question in the list."""


@action("ibl")
class Inbox(Action):
    """Show a list of the inbox: open, ended or spam; pages count from 0."""

    of: str = "open"
    page: int = 0


@action("ibq")
class ShowQuestion(Action):
    """Show one question."""

    question: int


@action("ibc")
class Claim(Action):
    """Take a question."""

    question: int


@action("ibp")
class PutBack(Action):
    """Leave a question to the others again."""

    question: int


@action("ibr")
class Reply(Action):
    """Begin to answer."""

    question: int


@action("ibz")
class CloseQuestion(Action):
    """Ask whether to close a question without an answer."""

    question: int


@action("ibk")
class CloseNow(Action):
    """Close it."""

    question: int


@action("ibs")
class MarkSpam(Action):
    """Put a question away as spam."""

    question: int


@action("ibn")
class NotSpam(Action):
    """It was no spam."""

    question: int


@entry("inbox")
def inbox_button(t: Translator) -> Button:
    """The way in from the desk."""
    return Button(t("Inbox: questions"), Inbox())


def inbox_screen(page: InboxPage, t: Translator, now: datetime, titles: Titles) -> Screen:
    """One list, a button a question."""
    heads = {"open": t("Questions that wait"), "ended": t("Questions that are done"), "spam": t("Spam")}
    title = heads[page.of]
    entries = [_entry(number, one, t, now, titles) for number, one in enumerate(page.questions, 1)]
    rows = tuple((Button(_label(number, one), ShowQuestion(one.id)),) for number, one in enumerate(page.questions, 1))
    title = page_title(title, page.page, page.pages, t)
    turns = turning(page.page, page.pages, lambda number: Inbox(page.of, number), back=t("Newer"), on=t("Older"))
    text = join("\n\n", [bold(title), *(entries or [_nothing(page, t)])])
    return Screen(text, rows=(*rows, *turns, *_lists(page, t)))


def _nothing(page: InboxPage, t: Translator) -> Html:
    if page.of == "open":
        return t("Nothing waits. When somebody passes a question on, it comes here.")
    return t("There is nothing here.")


def _lists(page: InboxPage, t: Translator) -> tuple[Row, ...]:
    waiting = t("Waiting: {n}", n=page.open)
    names = {"open": waiting, "ended": t("Ended"), "spam": t("Spam")}
    others = tuple(Button(label, Inbox(of)) for of, label in names.items() if of != page.of)
    return (others, (Button(t("Frequent questions"), FaqList()), desk_button(t)))


def _entry(number: int, one: InboxQuestion, t: Translator, now: datetime, titles: Titles) -> Html:
    taken = t("somebody is answering") if one.holder(now) is not None else Html("")
    facts = [_about(one, t, titles), _when(one.created_at, t, now), taken]
    return join("\n", [Html(f"{number}. {escaped(shorten(one.text, IN_LIST))}"), join(" · ", facts)])


def _label(number: int, one: InboxQuestion) -> str:
    return f"{number}. {shorten(' '.join(one.text.split()), 40)}"


def _about(one: InboxQuestion, t: Translator, titles: Titles) -> Html:
    return escaped(titles.get(one.project, one.project)) if one.project else t("no particular project")


def _when(moment: datetime, t: Translator, now: datetime) -> Html:
    near = t.near(moment, now)
    day = near or t.day(moment, t.local(now).date())
    return t("{day}, {time}", day=day, time=t.clock(moment))


def question_screen(opened: Opened, t: Translator, now: datetime, titles: Titles, said: str = "") -> Screen:
    """One question; ``said`` is what has just been done with it."""
    one = opened.question
    facts = join(" · ", [_when(one.created_at, t, now), escaped(NAMES[one.language])])
    text = "\n" + escaped(one.text) + "\n"
    lines = [said, bold(_about(one, t, titles)), facts, _before(opened, t), text, _state(opened, t)]
    return Screen(join("\n", lines), rows=(*_choices(opened, t), (Button(t("To the inbox"), Inbox()),)))


def _before(opened: Opened, t: Translator) -> Html:
    before = opened.before
    if before is None:
        return Html("")
    asked = t("Earlier the same person asked: “{question}”", question=shorten(before.text, 200))
    answer = t("The answer was:\n{answer}", answer=shorten(before.answer, 300)) if before.answer else ""
    return Html("\n" + join("\n", [asked, answer]))


def _state(opened: Opened, t: Translator) -> Html:
    one = opened.question
    match one.state:
        case InboxState.ANSWERED:
            return t("The answer was:\n{answer}", answer=one.answer or "")
        case InboxState.CLOSED:
            return t("Closed without an answer.")
        case InboxState.SPAM:
            return t("Spam. No more questions are taken from whoever sent it.")
        case _ if opened.is_own:
            return t("You have taken it. For two hours nobody else can answer it.")
        case _ if opened.holder:
            return t("{name} is answering it.", name=opened.holder)
        case _:
            return t("Nobody has taken it yet.")


def _choices(opened: Opened, t: Translator) -> tuple[Row, ...]:
    one = opened.question
    match one.state:
        case InboxState.OPEN if opened.holder and not opened.is_own:
            return ()
        case InboxState.OPEN:
            take = Button(t("Put it back"), PutBack(one.id)) if opened.is_own else Button(t("I do it"), Claim(one.id))
            away = (Button(t("Close without an answer"), CloseQuestion(one.id)), Button(t("Spam"), MarkSpam(one.id)))
            return ((Button(t("Reply"), Reply(one.id)), take), away)
        case InboxState.SPAM:
            return ((Button(t("It is no spam"), NotSpam(one.id)),),)
        case InboxState.ANSWERED if one.faq is not None:
            return ((Button(t("Show the frequent question"), FaqCard(one.faq)),),)
        case InboxState.ANSWERED:
            return ((Button(t("Add to the frequent questions"), AddToFaq(one.id)),),)
        case _:
            return ()


def close_screen(opened: Opened, t: Translator) -> Screen:
    """Before closing a question without an answer."""
    text = t(
        "Close this question without an answer?\n“{question}”\n\nThe person is told kindly that we cannot answer it.",
        question=shorten(opened.question.text, 600),
    )
    ask = opened.question.id
    return Screen(text, rows=((Button(t("Close it"), CloseNow(ask)), Button(t("Back"), ShowQuestion(ask))),))


def put_back_words(t: Translator) -> Html:
    """After putting it back."""
    return t("Put back. Anybody of the team can take it.")


def closed_words(t: Translator) -> Html:
    """After closing it."""
    return t("Closed. The person is told.")


def spam_words(t: Translator) -> Html:
    """After marking it as spam."""
    return t("Put away as spam. The person is not told.")


def restored_words(t: Translator) -> Html:
    """After it turned out to be none."""
    return t("It waits again, and the person may ask.")


def sent_words(t: Translator, now: datetime) -> Html:
    """After a reply, which does not go out at night."""
    if schedule.is_night(now, zone_of(now)):
        return t("Done. The reply goes out at 8:00 in the morning.")
    return t("Sent.")


@words(QuestionWaiting)
def waiting(told: QuestionWaiting, _memo: Memo, t: Translator, _now: datetime) -> Screen:
    """Nobody has answered for a day."""
    rows = (
        (Button(t("Show the question"), ShowQuestion(told.question)),),
        (Button(t("What I am told of"), StaffNotices()),),
    )
    return Screen(t("A question of a resident has waited for an answer for a day."), rows=rows)


def _reply_prompt(step: Step, t: Translator) -> Html:
    one = step.setting.about
    text = escaped(one.text) if isinstance(one, InboxQuestion) else Html("")
    return join("\n\n", [text, t("Write the reply. You will see it once more before it is sent.")])


def _reply_summary(step: Step, t: Translator) -> Html:
    one = step.setting.about
    text = escaped(shorten(one.text, 600)) if isinstance(one, InboxQuestion) else Html("")
    reply = escaped(str(step.draft.answers["inbox_reply"]))
    return join("\n\n", ["", text, bold(t("Your reply:")), reply])


wordings.field("inbox_reply", FieldWords(lambda t: t("Answer"), _reply_prompt))
wordings.form("inbox_reply", FormWords(lambda t: t("Send"), _reply_summary))


def _to_question(refusal: QuestionEnded | QuestionTaken, t: Translator) -> Button:
    return Button(t("Show the question"), ShowQuestion(refusal.question))


wordings.refusal(
    QuestionTaken,
    RefusalWords(lambda _, t: t("Somebody else of the team is answering this question just now."), _to_question),
)
wordings.refusal(
    QuestionEnded, RefusalWords(lambda _, t: t("This question is done already. See what came of it."), _to_question)
)
wordings.refusal(
    QuestionGone,
    RefusalWords(
        lambda _, t: t("This question is not there any more. Whoever asked it may have erased it."),
        lambda _, t: Button(t("To the inbox"), Inbox()),
    ),
)
