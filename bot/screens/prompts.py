"""The words of conversations: what is asked, what an answer is called, why one could not be read."""

from datetime import date

from bot.domain import forms
from bot.domain.events import Event
from bot.domain.forms import Doubt, Field, Kind, Value
from bot.domain.organisation import Organisation
from bot.domain.organisations import chosen
from bot.screens import wordings
from bot.screens.events import title as event_title
from bot.screens.phones import phone
from bot.services.dialogs import Misread, Step
from bot.texts import Html, Translator, bold, escaped, join, shorten


def label(field: Field, t: Translator) -> Html:
    """What a question is called, in the title of its step and in the summary."""
    if field.text:
        return escaped(field.text.in_(t.language))
    words = wordings.of_field(field.key)
    if words:
        return words.label(t)
    return {
        "notice": t("Your data"),
        "name": t("First and last name"),
        "phone": t("Phone"),
        "gmina": t("Gmina"),
        "organisation": t("Organisation or office"),
        "group": t("Your group"),
        "companions": t("Companions"),
        "companion_names": t("Who comes with you"),
        "needs": t("Special needs"),
        "needs_consent": t("Consent to keep your needs"),
        "remember": t("Your data for next time"),
    }.get(field.key, escaped(field.key))


def prompt(step: Step, field: Field, t: Translator, organisation: Organisation) -> Html:
    """What is asked, why, and an example."""
    doubt = forms.doubt(step.draft) if field.kind is Kind.ORGANISATION else None
    if doubt:
        return _which(doubt, t)
    if field.text:
        return _own_prompt(field, t)
    words = wordings.of_field(field.key)
    if words:
        return words.prompt(step, t)
    match field.key:
        case "notice":
            about = step.setting.about
            signed = bold(event_title(about, t)) if isinstance(about, Event) and not step.is_opening else Html("")
            return join("\n\n", [signed, notice(t, organisation)])
        case "companions":
            return t.n(
                "How many people come with you? You may bring {n} person.",
                "How many people come with you? You may bring up to {n} people.",
                field.high or 0,
            )
        case _:
            return _of_the_sign_up(field, t)


def _of_the_sign_up(field: Field, t: Translator) -> Html:
    return {
        "name": t("Write it as it should stand on the list. For instance: Anna Nowak."),
        "phone": t("We only call when something changes. For instance: 600 100 200."),
        "gmina": t("Where do you live? For instance: Skawina. The organisers count it for the grant."),
        "organisation": t(
            "Which organisation or office do you represent? Write its name, a short form will do. "
            "For instance: KGW Rybie."
        ),
        "companion_names": t("Who comes with you? Write the names, or skip this."),
        "group": t("Which of these are you? Seats are counted for each group."),
        "needs": t(
            "What would make it easier for you to take part? For instance: a ramp, a sign language "
            "interpreter, a seat in front, a quiet place. You need not say why."
        ),
        "needs_consent": t(
            "This may say something about health. May we keep it, only to prepare this event? "
            "We delete it afterwards. Without your consent we do not keep it."
        ),
        "remember": t(
            "May we remember name, phone, gmina and, if you give one, your organisation? "
            "Then the next sign-up takes two taps. You can take this back in /privacy."
        ),
    }.get(field.key, Html(""))


def _which(doubt: Doubt, t: Translator) -> Html:
    """A question asked back about an organisation."""
    if doubt.candidates:
        return t("“{typed}”: which one do you mean? Press it, or write the name once more.", typed=doubt.typed)
    return t(
        "I do not know “{typed}” yet, so I add it. What is it? If there is a slip in the name, write it once more.",
        typed=doubt.typed,
    )


def _own_prompt(field: Field, t: Translator) -> Html:
    examples = {
        Kind.NUMBER: t("Write a number."),
        Kind.DATE: t("For instance: 12.05.1990."),
        Kind.EMAIL: t("For instance: anna@example.org."),
        Kind.CHOICE: t("Choose one."),
        Kind.CHOICES: t("Choose as many as you like, then press Done."),
        Kind.ORGANISATION: t("Write the name, a short form will do. For instance: KGW Rybie."),
        Kind.GMINA: t("For instance: Skawina."),
        Kind.PHONE: t("For instance: 600 100 200."),
        Kind.TEXT: t("A few words are enough."),
    }
    return examples.get(field.kind, Html(""))


def notice(t: Translator, organisation: Organisation) -> Html:
    """The RODO notice in short; the whole of it stands in /privacy."""
    return t(
        "To sign you up, {name} keeps your name and what you answer here. Only the people who run the event see it. "
        "It is used for this event and for the grant report. You can see and erase everything in /privacy.",
        name=organisation.name,
    )


def options(field: Field, t: Translator) -> list[Html]:
    """The choices of a field in words."""
    words = wordings.of_field(field.key)
    if words and words.options:
        return words.options(field, t)
    return [escaped(option.in_(t.language)) for option in field.options]


def summary_lines(step: Step, t: Translator) -> list[Html]:
    """Every question with its answer, as it will be kept."""
    answers = step.draft.answers
    lines = []
    for field in forms.visible(step.setting.fields, answers):
        if field.key == "needs" and answers.get("needs_consent") is False and answers.get("needs"):
            lines.append(t("Special needs: we will not keep them, as you do not consent"))
        elif field.kind is not Kind.NOTICE:
            lines.append(answer_line(field, answers.get(field.key), t))
    return lines


SHOWN = 160
"""Characters of an answer in the summary, so that many long answers still fit into one message."""


def answer_line(field: Field, value: Value, t: Translator) -> Html:
    """A question and its answer, as the summary lists them."""
    name = label(field, t)
    return Html(f"{name} {answer(field, value, t)}" if name.endswith("?") else f"{name}: {answer(field, value, t)}")


def answer(field: Field, value: Value, t: Translator) -> Html:
    """An answer in words."""
    match field.kind, value:
        case _, None | "":
            return t("nothing") if field.key == "needs" else t("not given")
        case _, bool() if field.key == "remember":
            return t("we will remember them") if value else t("we will not remember them")
        case _, bool():
            return t("yes") if value else t("no")
        case ((Kind.CHOICE | Kind.GROUP), str()) if value.isdecimal() and int(value) < len(field.options):
            return options(field, t)[int(value)]
        case Kind.CHOICES, list():
            words = options(field, t)
            return join(", ", [words[int(one)] for one in value if int(one) < len(words)]) or t("none")
        case Kind.PHONE, str():
            return escaped(phone(value))
        case Kind.DATE, str() if is_date(value):
            return escaped(t.date(date.fromisoformat(value), year=True))
        case Kind.ORGANISATION, list():
            answered = chosen(value)
            return escaped(shorten(answered.name, SHOWN)) if answered else t("not given")
        case _:
            return escaped(shorten(str(value), SHOWN))


def is_date(value: str) -> bool:
    """Whether an answer is a date as it is stored; one given before the question became one about a date is not."""
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


def person_line(t: Translator, organisation: Organisation) -> Html:
    """Where to find a person; an empty line when the configuration names no contact."""
    contact = ", ".join(part for part in (organisation.phone, organisation.email) if part)
    return t("A person will gladly help: {contact}.", contact=contact) if contact else Html("")


def why(miss: Misread, t: Translator) -> Html:
    """What is wrong with the answer and what a right one looks like."""
    own = wordings.of_reason(miss.reason)
    if own:
        return own(miss, t)
    if miss.reason == "phone":
        return _phone_missed(miss, t)
    if miss.reason == "phone_words" and miss.step.can_skip:
        return t("Write the number, for instance: 600 100 200, or press “{skip}”.", skip=t("Skip"))
    if miss.reason == "number_range":
        return _range(miss, t)
    given = {"value": miss.value, "high": miss.high}
    words = {
        "name": t("“{value}” does not look like a name. Write first and last name, for instance: Anna Nowak.", **given),
        "name_length": t("A name has 2 to 80 letters. Write first and last name, for instance: Anna Nowak."),
        "phone_words": t("Write the number in digits, for instance: 600 100 200."),
        "email": t("“{value}” does not look like an e-mail address. For instance: anna@example.org.", **given),
        "number": t("“{value}” is not a number. Write it in digits, for instance: 2.", **given),
        "date": t("“{value}” is not a date. Write day, month and year, for instance: 12.05.1990.", **given),
        "yes_no": t("Please press one of the buttons, or write yes or no."),
        "choice": t("“{value}” is not one of the choices. Press a button below.", **given),
        "choices_empty": t("Choose at least one."),
        "too_long": t("That is too long: {value} characters, {high} fit. Please say it in fewer words.", **given),
        "short": t("Please write it in 2 to {high} letters.", **given),
        "required": t("This answer is needed to go on."),
        "notice": t("Please read this and press the button below. It is needed before we note anything about you."),
        "contact": t("That is somebody else's number. Share your own, or type one."),
        "empty": t("There are no words in it. Please type the answer, or press a button."),
    }
    return words.get(miss.reason, t("This button does not fit the question. Please use the buttons below."))


def _phone_missed(miss: Misread, t: Translator) -> Html:
    if miss.low == 9:
        return t("There is no phone number “{value}”. Check the digits, for instance: 600 100 200.", value=miss.value)
    found = t.n("“{value}” has {n} digit.", "“{value}” has {n} digits.", miss.low or 0, value=miss.value)
    return t("That does not look like a phone number. {found} Nine are needed, for instance: 600 100 200.", found=found)


def _range(miss: Misread, t: Translator) -> Html:
    if miss.low is not None and miss.high is not None:
        return t("A number from {low} to {high} is needed.", low=miss.low, high=miss.high)
    if miss.high is not None:
        return t("The number may be at most {high}.", high=miss.high)
    return t("The number has to be at least {low}.", low=miss.low)
