"""Why an answer about an event could not be read, each with an example of one that can."""

from datetime import date

from bot.domain.refusals import InvalidAnswer
from bot.screens.wordings import ReasonWords
from bot.texts import Html, Translator


def _day(miss: InvalidAnswer, t: Translator) -> str:
    return t.day(date.fromordinal(miss.low)) if miss.low else ""


def _which_year(miss: InvalidAnswer, t: Translator) -> Html:
    day = date.fromordinal(miss.low or 1)
    return t(
        "{day} is over already. Do you mean {next_one}? Then write the year, too: {example}.",
        day=t.date(day),
        next_one=t.date(day, year=True),
        example=f"{day.day}.{day:%m.%Y} 17:00",
    )


REASONS: dict[str, ReasonWords] = {
    "when_no_date": lambda m, t: t(
        "I see no day in “{value}”. Write day and hour, for instance: Tue 8.12 17:00.", value=m.value
    ),
    "when_no_time": lambda m, t: t(
        "I see no hour in “{value}”. Write day and hour, for instance: Tue 8.12 17:00.", value=m.value
    ),
    "when_hour": lambda m, t: t(
        "{day}: at what hour? Write day and hour together, for instance: Tue 8.12 17:00.", day=_day(m, t)
    ),
    "when_weekday": lambda m, t: t("The weekday does not fit: this date is {day}. Write it once more.", day=_day(m, t)),
    "when_past": lambda m, t: t(
        "“{value}” is over already. Write a moment ahead, for instance: Tue 8.12 17:00.", value=m.value
    ),
    "when_year": _which_year,
    "when_range": lambda m, t: t(
        "One hour is enough here, “{value}” has two. For instance: Tue 8.12 17:00.", value=m.value
    ),
    "when_no_such_day": lambda m, t: t(
        "There is no such day: “{value}”. Write day and hour, for instance: Tue 8.12 17:00.", value=m.value
    ),
    "end": lambda m, t: t(
        "I cannot read “{value}” as an end. Write how long, or until when, for instance: 2 h, or: till 19.",
        value=m.value,
    ),
    "end_order": lambda _, t: t(
        "That would end before it begins, or last longer than a year. For instance: 2 h, or: till 19."
    ),
    "place": lambda _, t: t(
        "Write the name of the place and, after a comma, the address. For instance: "
        "Community Centre, ul. Główna 5, Kraków."
    ),
    "point": lambda _, t: t("This is no point on the map. Send a location, or write two numbers: 50.0316, 19.9625."),
    "link": lambda m, t: t(
        "“{value}” is no link. It begins with https://, for instance: https://meet.example.org/forum.", value=m.value
    ),
    "people": lambda m, t: t("A number from {low} to {high} is needed, for instance: 20.", low=m.low, high=m.high),
    "offset": lambda m, t: t("“{value}” is no time before the start. Write 3d, 1d 18:00 or 2h.", value=m.value),
    "code": lambda _, t: t("A code has letters a–z, digits and hyphens, up to 32. For instance: forum-3."),
    "choices_two": lambda _, t: t("At least two choices are needed, each in a line of its own."),
    "choices_many": lambda m, t: t("That is {value} choices, {high} fit.", value=m.value, high=m.high),
}
"""The words by the reason."""
