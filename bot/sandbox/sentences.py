"""What the page's endpoints say when they cannot do something, in Polish and English."""

from typing import TypeAlias

Sentence: TypeAlias = tuple[str, str]

NOT_LOOPBACK = ("Ta strona działa tylko na tym komputerze.", "This page works on this computer only.")
OTHER_ORIGIN = ("Tej prośby nie wysłała ta strona.", "This request did not come from this page.")
NO_SUCH_PAGE = ("Nie ma takiej strony.", "There is no such page.")
NOT_JSON = ("To nie jest obiekt JSON.", "This is not a JSON object.")
NOBODY = ("Nie ma tu takiej osoby.", "There is nobody like that here.")
NAME_NEEDED = ("Podaj imię: od 1 do 64 znaków.", "Give a name of 1 to 64 characters.")
LANGUAGE_NEEDED = ("Podaj język dwiema literami, na przykład pl.", "Give a language in two letters, such as en.")
TEXT_NEEDED = ("Wiadomość ma mieć od 1 do 4096 znaków.", "A message has 1 to 4096 characters.")
NO_SUCH_BUTTON = ("Tego przycisku już nie ma.", "This button is no longer there.")
NO_SUCH_MESSAGE = ("Tej wiadomości nie można zmienić.", "This message cannot be changed.")
NO_SUCH_FILE = ("Nie ma takiego pliku.", "There is no such file.")
FILE_NEEDED = ("Wybierz plik, który nie jest pusty.", "Choose a file that is not empty.")
FILE_TOO_BIG = ("Ten plik jest za duży: najwyżej 50 MB.", "This file is too big: 50 MB at most.")
ALBUM_TOO_BIG = (
    "Naraz można wysłać najwyżej 10 plików, a podpis ma najwyżej 1024 znaki.",
    "At most 10 files go at once, and a caption has at most 1024 characters.",
)
PLACE_NEEDED = (
    "Podaj szerokość od -90 do 90 i długość od -180 do 180.",
    "Give a latitude from -90 to 90 and a longitude from -180 to 180.",
)
BLOCKED = ("Bot jest zablokowany. Najpierw go odblokuj.", "The bot is blocked. Unblock it first.")
WRONG_PAYLOAD = (
    "Odnośnik może mieć najwyżej 64 znaki: litery a-z, cyfry, _ i -.",
    "A link has at most 64 characters: letters a-z, digits, _ and -.",
)
WRONG_MOVE = (
    "Zegar można przesunąć tylko naprzód: o godziny, o dni albo do następnego zdarzenia.",
    "The clock only moves forward: by hours, by days, or to the next thing due.",
)
NOTHING_DUE = ("Nic nie jest zaplanowane.", "Nothing is due.")


def in_language(sentence: Sentence, accept_language: str) -> str:
    """The sentence in English for browsers that prefer it, else in Polish."""
    polish, english = sentence
    return english if accept_language.lower().startswith("en") else polish
