"""Asking words spelled right, before anything else is understood: *ktroej godiznie*, *ile osbo*."""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from bot.answers.names import Names
from bot.answers.normalising import Token, word_set

_WORDS = {
    "pl": word_set(
        """
        kiedy gdzie kto kogo komu czego ile ilu jak jaki jaka jakie jakich jakim jakiej jakiego ktory ktora ktore ktorej
        ktorego ktorym ktorych skad dlaczego czemu cel cele celem celu godzina godzinie godziny godzin termin terminy
        adres adresem telefon telefonu numer kwota kwote koszt kosztuje pieniadze fundusz funduszy osoba osob osoby
        ludzi miejsc miejsce miesiac miesiacu dzien dniu rok roku poczatek koniec prowadzi organizuje finansuje projekt
        projekty projektow projektach projekcie projektu
        """
    ),
    "en": word_set(
        """
        when where who whom whose what which why how many much long people goal goals aim address phone number email
        date budget money month year start begin end finish
        """
    ),
    "uk": word_set(
        """
        коли де хто кого кому чого скільки як який яка яке які якій якого котра котрій звідки чому навіщо мета мети
        ціль година годині адреса телефон номер сума кошти людей осіб місяць року початок кінець
        """
    ),
}
_SHORT, _LONG = 5, 8
"""In shorter words than ``_SHORT`` only two letters may have changed places; from ``_LONG`` on two slips are one."""


def respelled(said: Sequence[Token], names: Names, language: str) -> list[Token]:
    """The tokens with slips in asking words mended; what the content holds or is known otherwise stays."""
    return [token if _is_right(token, names, language) else _mended(token, language) for token in said]


def _is_right(token: Token, names: Names, language: str) -> bool:
    word = token.word
    return len(word) < 3 or token.is_number or word in _WORDS[language] or names.spells(word, language)


def _mended(token: Token, language: str) -> Token:
    return Token(_meant(token.word, language), token.raw)


def _meant(word: str, language: str) -> str:
    letters = sorted(word)
    near: list[tuple[int, str]] = []
    for other in _WORDS[language]:
        if len(other) < 3 or other[0] not in word[:2]:
            continue
        swapped = len(word) == len(other) and sorted(other) == letters
        if len(word) < _SHORT and not swapped:
            continue
        most = 2 if len(word) >= _LONG else 1
        apart = OSA.distance(word, other, score_cutoff=most)
        if apart <= most:
            near.append((apart, other))
    return min(near)[1] if near else word
