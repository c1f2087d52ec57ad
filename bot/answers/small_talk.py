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
    "dziekuje dzieki dziekujemy wielkie super dzieks dziex podziekowania bardzo ok okej jasne rozumiem",
    "thanks thank you thx great very much ok okay a lot",
    "дякую дякуємо спасибі дуже щиро ок гаразд",
)
_MARKS = WordList("dzieki dziekuje dzieks dziex dziekujemy thanks thank thx дякую дякуємо спасибі")


def small_talk(tokens: Sequence[Token]) -> Kind | None:
    """``GREETING`` or ``THANKS`` when the message is nothing more."""
    said = [token.word for token in tokens]
    if not said or len(said) > 6:
        return None
    if all(_THANKS.holds(word) for word in said) and any(_MARKS.holds(word) for word in said):
        return Kind.THANKS
    return Kind.GREETING if all(_HELLO.holds(word) for word in said) else None
