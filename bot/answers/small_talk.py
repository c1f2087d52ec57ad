"""Greetings and thanks."""

from collections.abc import Sequence

from bot.answers.normalising import Token
from bot.answers.values import Kind
from bot.answers.wordlists import WordList

_HELLO = WordList(
    "czesc hej hejka witam witaj witajcie siema siemka dzien dobry dobryy wieczor elo halo start",
    "hello hi hey good morning afternoon evening greetings",
    "привіт вітаю добрий день доброго дня ранку вечора здрастуйте",
)
_THANKS = WordList(
    "dziekuje dzieki dziekujemy wielkie super dzieks dziex podziekowania bardzo ok okej jasne rozumiem za pomoc wszystko"
    " odpowiedz odpowiedzi informacje slicznie serdecznie pieknie ogromnie tak juz nie do widzenia zobaczenia pa"
    " dobranoc milego dnia wieczoru raz jeszcze swietnie fajnie dobrze dobra",
    "thanks thank you thx great very much ok okay a lot so for your the help answer information all yes no bye goodbye"
    " good night perfect",
    "дякую дякуємо спасибі дуже щиро ок гаразд за допомогу відповідь все так ні до побачення бувайте добре",
)
_MARKS = WordList("dzieki dziekuje dzieks dziex dziekujemy thanks thank thx дякую дякуємо спасибі")
_LONGEST = 8
"""Words of a message that is nothing more."""


def small_talk(tokens: Sequence[Token]) -> Kind | None:
    """``GREETING`` or ``THANKS`` when the message is nothing more; without any word, as ``👍``, it says hello."""
    said = [token.word for token in tokens]
    if len(said) > _LONGEST:
        return None
    if all(_THANKS.holds(word) for word in said) and any(_MARKS.holds(word) for word in said):
        return Kind.THANKS
    return Kind.GREETING if all(_HELLO.holds(word) for word in said) else None
