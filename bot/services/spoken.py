"""Words that people type in place of a button, a digit or nothing at all, compared without case and diacritics."""

import re
from enum import StrEnum

from bot.domain.number_words import NUMBERS
from bot.store.folding import fold


class Wish(StrEnum):
    """What somebody wants with words that answer nothing."""

    SKIP = "skip"
    BACK = "back"
    STOP = "stop"


def said(text: str) -> str:
    """``„Rozumiem, dalej!”`` becomes ``rozumiem dalej``."""
    return " ".join(re.findall(r"\w+", fold(text)))


def _all(*words: str) -> frozenset[str]:
    return frozenset(said(word) for line in words for word in line.split("|"))


_WISHES = {
    Wish.SKIP: _all("pomiń|pomijam|dalej|skip|next|пропустити|пропускаю|далі"),
    Wish.BACK: _all("wróć|wstecz|cofnij|back|go back|назад|повернутися"),
    Wish.STOP: _all(
        "przerwij|anuluj|rezygnuję|stop|koniec|nie chcę się zapisać|cancel|quit", "перервати|скасувати|стоп|відмовляюся"
    ),
}
_YES = _all("tak|t|ok|okej|dobrze|zgoda|jasne|zgadzam się|tak, zgadzam się|yes|y|yes please|так|добре|згода|погоджуюся")
_NO = _all("nie|n|nie zgadzam się|no|ні|не погоджуюся")
_UNDERSTOOD = _YES | _all("rozumiem|rozumiem, dalej|dalej|i understand|understood|go on|зрозуміло|далі")
_NOTHING = _NO | _all(
    "nic|brak|nie ma|nie mam|nie trzeba|nie potrzeba|nie potrzebuję|niczego|niczego nie potrzebuję|żadnych|żadne",
    "nic nie trzeba|nic nie potrzebuję|nic takiego|nie dotyczy|nie, dziękuję|dziękuję, nie|nikt|none|nothing|nobody",
    "not needed|no thanks|no thank you|n/a|nothing special|nope|i need nothing|нічого|немає|нема|не треба",
    "не потрібно|нічого не треба|нічого не потрібно|не маю|ніхто|ні, дякую|дякую, ні",
)
_NOT_TOLD = re.compile(
    r"(nie (mam|podam|podaje|posiadam|chce)|bez (telefonu|numeru|organizacji)"
    r"|i (have no|do ?n.?t have)|no phone|не (маю|скажу|дам)|немає)\b.*"
)
_NOBODY_BUT_ME = _all(
    "prywatnie|osoba prywatna|jako osoba prywatna|siebie|reprezentuję siebie|żadna|żadnej|myself|private person",
    "себе|представляю себе|жодна|жодної",
)
_ALONE = _NOTHING | _all("zero|sam|sama|samemu|just me|only me|alone|tylko ja|сам|сама|тільки я|нуль|нікого")
_NUMBERS = {said(word): number for number, words in enumerate(NUMBERS) for word in words.split()}
_PEOPLE = re.compile(
    r" (osob[aęyę]?|osób|ludzi|person|persons|people|особ[аиу]|осіб|людин[аиу]?|людей)\.?$", re.IGNORECASE
)


def wish(text: str) -> Wish | None:
    """What these words are for, None when they may be an answer."""
    words = said(text)
    return next((wanted for wanted, known in _WISHES.items() if words in known), None)


def is_yes(text: str) -> bool:
    """Whether these words say yes."""
    return said(text) in _YES


def is_no(text: str) -> bool:
    """Whether these words say no."""
    return said(text) in _NO


def is_understood(text: str) -> bool:
    """Whether somebody says to have read something."""
    return said(text) in _UNDERSTOOD


def is_nothing(text: str) -> bool:
    """Whether somebody wants or has nothing of what was asked."""
    return said(text) in _NOTHING


def is_not_told(text: str) -> bool:
    """Whether somebody has none of what was asked, or keeps it: ``nie mam telefonu``, ``prywatnie``."""
    words = said(text)
    return words in _NOTHING | _NOBODY_BUT_ME or bool(_NOT_TOLD.fullmatch(words))


def is_alone(text: str) -> bool:
    """Whether somebody says that nobody comes along."""
    return said(text) in _ALONE


def number(text: str) -> int | None:
    """``2``, ``dwie``, ``two people``; None when it is no number, or one above twenty in words."""
    counted = _PEOPLE.sub("", text.strip().rstrip(".!"))
    if re.fullmatch(r"-?\d{1,9}", counted):
        return int(counted)
    return _NUMBERS.get(said(counted))


def chosen(text: str, names: list[frozenset[str]]) -> int | None:
    """Which of several things is named, each by any of its ``names``: by the whole of it, else by what just one has.

    That is its beginning, or some of its words.
    """
    words = said(text)
    whole = [index for index, any_of in enumerate(names) if words in any_of]
    begun = [index for index, any_of in enumerate(names) if any(name.startswith(words) for name in any_of)]
    some = [index for index, any_of in enumerate(names) if any({*words.split()} <= {*name.split()} for name in any_of)]
    if whole or len(words) < 2:
        return whole[0] if whole else None
    return next((found[0] for found in (begun, some) if len(found) == 1), None)
