"""Which language a question is in."""

import re
from collections.abc import Sequence

from bot.answers.normalising import Token, word_set

_CYRILLIC = re.compile(r"[а-яіїє]")
_POLISH_LETTERS = re.compile(r"[ąćęłńóśźż]", re.IGNORECASE)
_POLISH = word_set(
    """
    a i o u w z co czy jak kiedy gdzie kto kogo komu ile ilu jest sa sie na do dla od po za ze we przy przez
    oraz albo mam moge mozna jaki jaka jakie jakich ktory ktora ktore ktorych ten ta to tego tym te byl byla
    bylo beda bedzie nie tak prosze dziekuje dzieki czesc dzien dobry projekt projektu projekcie projekty
    spotkanie w jutro dzis dzisiaj sobote niedziele tygodniu szkola partner adres budzet cel cele termin zapisy
    kontakt skad dlaczego czym tam
    """
)
_ENGLISH = word_set(
    """
    the a an is are was were what when where who whom which why how do does did can could will would in on at of
    for to from with about and or by this that it there any many much long i you we they my your project
    projects meeting tomorrow today please hello hi thanks thank week event events tell me budget partners goals
    funding money contact
    """
)


def detect(tokens: Sequence[Token], default: str) -> str:
    """``pl``, ``en`` or ``uk``; ``default`` when nothing tells."""
    text = " ".join(token.raw for token in tokens)
    cyrillic = len(_CYRILLIC.findall(text.casefold()))
    if cyrillic and cyrillic * 3 >= sum(map(len, text.split())):
        return "uk"
    polish = sum(token.word in _POLISH for token in tokens)
    english = sum(token.word in _ENGLISH for token in tokens)
    if polish == english:
        letters = any(_POLISH_LETTERS.search(token.raw) for token in tokens if token.raw.islower())
        return "pl" if letters else default
    return "pl" if polish > english else "en"
