"""The code on the wall: the poster for the team, the answer for whoever scans it."""

from datetime import datetime

from bot.documents.parts import Heading
from bot.documents.posters import check_in_poster
from bot.domain import attendance
from bot.domain.events import Event, Session
from bot.domain.organisation import Organisation
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.attendance import CheckIn, occasion
from bot.screens.events import EventCard, EventList, MyPlace, session_place, span_in_file, title
from bot.screens.screen import Button, File, Screen
from bot.screens.wordings import RefusalWords
from bot.services.self_check_in import Arrival
from bot.texts import Translator, bold, join


@action("atx")
class NotHere(Action):
    """The reader noted themselves as present by mistake."""

    event: int
    session: int


def arrived_screen(arrival: Arrival, t: Translator, now: datetime) -> Screen:
    """The reader is noted as present."""
    words = (
        t("You are on the attendance list already.")
        if arrival.was_known
        else t("Good to see you! You are on the list.")
    )
    number = arrival.session.id if arrival.session else 0
    undo = () if arrival.was_known else (Button(t("It was a mistake"), NotHere(arrival.event.id, number)),)
    rows = ((Button(t("My place"), MyPlace(arrival.signup.id)), *undo),)
    return Screen(join("\n\n", [bold(words), occasion(arrival.event, arrival.session, t, now)]), rows=rows)


def left_screen(arrival: Arrival, t: Translator, now: datetime) -> Screen:
    """After a mistake: taken back, or not, when the team noted it."""
    words = (
        t("The organisers noted that you are here. Please tell them that it is not so.")
        if arrival.was_known
        else t("Taken back: you are not on the attendance list. Scan the code again when you are here.")
    )
    rows = ((Button(t("My place"), MyPlace(arrival.signup.id)),),)
    return Screen(join("\n\n", [words, occasion(arrival.event, arrival.session, t, now)]), rows=rows)


def poster_screen(event: Event, session: Session | None, code: str, file: File, t: Translator, now: datetime) -> Screen:
    """The poster with the words that go with it."""
    text = join(
        "\n\n",
        [
            bold(t("Code for the wall: {code}", code=spoken(code))),
            occasion(event, session, t, now),
            t(
                "Print the poster and hang it at the entrance. "
                "The code works from 60 minutes before the start to the end."
            ),
        ],
    )
    back = Button(t("To the list"), CheckIn(event.id, session.id if session else 0))
    return Screen(text, rows=((back,),), files=(file,))


def poster(
    event: Event,
    session: Session | None,
    code: str,
    *,
    link: str,
    bot: str,
    project: str,
    attribution: str,
    organisation: Organisation,
    t: Translator,
) -> File:
    """The poster as a PDF; it takes a moment: run it beside the loop."""
    starts, ends = attendance.times(event, session)
    place = session_place(event, session) if session else ", ".join(one for one in event.place_of(None) if one)
    about = Heading(
        title=title(event, t),
        when=span_in_file(starts, ends, t),
        place=place,
        project=project,
        attribution=attribution,
        organisation=organisation.name,
    )
    return File(f"{event.plan.code}-kod.pdf", check_in_poster(about, link=link, code=spoken(code), bot=bot, t=t))


def spoken(code: str) -> str:
    """``483-920``, as it is read aloud and typed."""
    return f"{code[:3]}-{code[3:]}"


def _card(refusal: attendance.NotOnTheList | attendance.CheckInOver, t: Translator) -> Button:
    return Button(t("About the event"), EventCard(refusal.event))


wordings.refusal(
    attendance.NotOnTheList,
    RefusalWords(
        lambda _, t: t(
            "I do not see you on the list of this event. Tell the people at the entrance, they will write you down."
        ),
        _card,
    ),
)
wordings.refusal(
    attendance.CheckInOver,
    RefusalWords(
        lambda _, t: t("This event is over, so the code does nothing any more. Were you there? Tell the organisers."),
        _card,
    ),
)
wordings.refusal(
    attendance.CodeUnknown,
    RefusalWords(
        lambda _, t: t("I do not know this code. Look at the poster again, it has six digits: 483-920, for instance."),
        lambda _, t: Button(t("Events"), EventList()),
    ),
)
