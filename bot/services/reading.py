"""Reading what people type: one answer to one field, or a clear reason why not."""

import re
from collections.abc import Callable
from datetime import date

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from bot.domain.forms import Field, Kind, Value
from bot.domain.refusals import InvalidAnswer
from bot.domain.typed_times import Unreadable, read_moment
from bot.services import spoken

REGION = "PL"
OPTIONAL = frozenset({Kind.PHONE, Kind.EMAIL, Kind.GMINA, Kind.ORGANISATION})
"""Kinds of which people say in words that they have none, or do not tell."""

_FIRST_LETTERS = re.compile(r"(?<![\w'’ʼ])\w")
"""Of each word of a name: *anna nowak-ćwik*, *мар'яна*."""

WISHES = frozenset({"needs", "companion_names"})
"""Texts that may be nothing: what is not wished for is not kept as a wish."""


def read(field: Field, typed: str) -> Value:
    """The answer in ``typed``; raises InvalidAnswer with a reason the screens word."""
    keeps_lines = field.kind is Kind.TEXT and field.high is not None
    text = typed.strip() if keeps_lines else " ".join(typed.split())
    if not text:
        raise InvalidAnswer("empty", typed)
    if field.key in WISHES and spoken.is_nothing(text):
        return None
    if field.kind in OPTIONAL and spoken.is_not_told(text):
        if field.is_required:
            raise InvalidAnswer("required", text)
        return None
    return _READERS[field.kind](field, text)


def readable(field: Field, known: str | None) -> str | None:
    """What is known already, if it would be taken as an answer; people call themselves all sorts of things."""
    try:
        return str(read(field, known)) if known else None
    except InvalidAnswer:
        return None


def pressed(field: Field, value: str) -> Value:
    """The answer on a button, which may be forged or from an earlier version of the form."""
    match field.kind, value:
        case Kind.NOTICE, "ok":
            return True
        case (Kind.YES_NO, "yes" | "no"):
            return value == "yes"
        case ((Kind.CHOICE | Kind.GROUP), _):
            return _option(field, value)
        case _, "known" if field.offered:
            return field.offered
        case Kind.NUMBER, _:
            return _number(field, value)
        case _:
            raise InvalidAnswer("button", value)


def _option(field: Field, value: str) -> str:
    if not value.isdecimal() or int(value) >= len(field.options):
        raise InvalidAnswer("button", value)
    return value


def _name(_field: Field, text: str) -> str:
    if not 2 <= len(text) <= 80:
        raise InvalidAnswer("name_length", text, 2, 80)
    if sum(letter.isalpha() for letter in text) < 2 or re.search(r"[\d@/<>]", text):
        raise InvalidAnswer("name", text)
    if text in (text.lower(), text.upper()):
        return _FIRST_LETTERS.sub(lambda first: first[0].upper(), text.lower())
    return text


def _text(field: Field, text: str) -> str:
    most = field.high or 600
    if len(text) > most:
        raise InvalidAnswer("too_long", str(len(text)), high=most)
    return text


def _short(field: Field, text: str) -> str:
    most = 160 if field.kind is Kind.ORGANISATION else 80
    if not 2 <= len(text) <= most or not any(letter.isalpha() for letter in text):
        raise InvalidAnswer("short", text, 2, most)
    return text


def _number(field: Field, text: str) -> int:
    if field.low == 0 and spoken.is_alone(text):
        return 0
    number = spoken.number(text)
    if number is None:
        raise InvalidAnswer("number", text, field.low, field.high)
    if (field.low is not None and number < field.low) or (field.high is not None and number > field.high):
        raise InvalidAnswer("number_range", text, field.low, field.high)
    return number


def _choice(field: Field, text: str) -> str:
    if text.isdecimal() and 1 <= int(text) <= len(field.options) and not _is_option(field, text):
        return str(int(text) - 1)
    names = [frozenset(spoken.said(words) for words in option.texts.values()) for option in field.options]
    found = spoken.chosen(text, names)
    if found is None:
        raise InvalidAnswer("choice", text)
    return str(found)


def _is_option(field: Field, text: str) -> bool:
    return any(text in option.texts.values() for option in field.options)


def _choices(field: Field, text: str) -> list[str]:
    return [_choice(field, part.strip()) for part in text.split(",") if part.strip()]


def _yes_no(_field: Field, text: str) -> bool:
    if not (spoken.is_yes(text) or spoken.is_no(text)):
        raise InvalidAnswer("yes_no", text)
    return spoken.is_yes(text)


def _date(_field: Field, text: str) -> str:
    found = re.fullmatch(r"(?:(\d{1,2})[.\-/ ](\d{1,2})[.\-/ ](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2}))(?: ?r\.?)?", text)
    if found is None:
        return _date_in_words(text)
    day, month, year = found[1] or found[6], found[2] or found[5], found[3] or found[4]
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError as error:
        raise InvalidAnswer("date", text) from error


def _date_in_words(text: str) -> str:
    """``3 grudnia 2026``; without a year it might be any year's, so one has to be there."""
    try:
        typed = read_moment(text, date.min) if re.search(r"\b\d{4}\b", text) else None
    except Unreadable as why:
        raise InvalidAnswer("date", text) from why
    if typed is None or typed.clock:
        raise InvalidAnswer("date", text)
    return typed.day.isoformat()


def _phone(_field: Field, text: str) -> str:
    digits = sum(letter.isdigit() for letter in text)
    if not digits:
        raise InvalidAnswer("phone_words", text)
    try:
        number = phonenumbers.parse(text, REGION)
    except phonenumbers.NumberParseException as error:
        raise InvalidAnswer("phone", text, digits) from error
    if not phonenumbers.is_valid_number(number):
        raise InvalidAnswer("phone", text, digits)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _email(_field: Field, text: str) -> str:
    try:
        return validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError as error:
        raise InvalidAnswer("email", text) from error


def _notice(_field: Field, text: str) -> bool:
    if not spoken.is_understood(text):
        raise InvalidAnswer("notice", text)
    return True


def _only_a_button(_field: Field, text: str) -> Value:
    raise InvalidAnswer("notice", text)


_READERS: dict[Kind, Callable[[Field, str], Value]] = {
    Kind.NOTICE: _notice,
    Kind.NAME: _name,
    Kind.TEXT: _text,
    Kind.NUMBER: _number,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.YES_NO: _yes_no,
    Kind.DATE: _date,
    Kind.PHONE: _phone,
    Kind.EMAIL: _email,
    Kind.GMINA: _short,
    Kind.ORGANISATION: _short,
    Kind.GROUP: _choice,
    Kind.OWN: _only_a_button,
}
