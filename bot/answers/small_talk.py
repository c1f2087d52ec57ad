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
    "dziekuje dzieki dziekujemy wielkie super dzieks dziex podziekowania bardzo ok okej jasne rozumiem za pomoc"
    " wszystko odpowiedz odpowiedzi informacje slicznie serdecznie pieknie ogromnie tak juz do widzenia zobaczenia pa"
    " dobranoc milego dnia wieczoru raz jeszcze swietnie fajnie dobrze dobra",
    "thanks thank you thx great very much ok okay a lot so for your the help answer information all yes bye goodbye"
    " good night perfect",
    "дякую дякуємо спасибі дуже щиро ок гаразд за допомогу відповідь все так до побачення бувайте добре",
)
_MARKS = WordList("dzieki dziekuje dzieks dziex dziekujemy thanks thank thx дякую дякуємо спасибі")
_FINE = WordList(
    "ok okej okay oki spoko luz jasne jasna sprawa wszystko dobra dobrze no rozumiem zrozumialam zrozumialem aha acha"
    " mhm wiem juz tak zgoda pewnie oczywiscie super swietnie fajnie ekstra doskonale pieknie brawo w porzadku",
    "ok okay sure yes yeah yep fine great cool nice perfect alright understood i see",
    "ок гаразд добре так зрозуміло ясно звісно чудово супер класно",
)
_NO = WordList("nie nic niewazne", "no nope nothing nevermind", "ні нічого неважливо")
_LONGEST = 8
"""Words of a message that is nothing more."""


def small_talk(tokens: Sequence[Token]) -> Kind | None:
    """``GREETING`` or ``THANKS`` when the message is nothing more; without any word, as ``👍``, it says hello.

    A plain yes or no, where nothing was asked, is taken like thanks.
    """
    said = [token.word for token in tokens]
    if len(said) > _LONGEST:
        return None
    if all(_HELLO.holds(word) for word in said):
        return Kind.GREETING
    if len(said) > 1 and _NO.holds(said[0]) and _MARKS.holds(said[1]):
        said = said[1:]
    thanks = all(_THANKS.holds(word) for word in said) and any(_MARKS.holds(word) for word in said)
    is_fine = all(_FINE.holds(word) for word in said) or (len(said) == 1 and _NO.holds(said[0]))
    return Kind.THANKS if thanks or is_fine else None
