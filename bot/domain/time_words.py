"""The words of dates and times in Polish, English and Ukrainian, and numbers said in words put into digits."""

import re

from bot.domain.number_words import NUMBERS

MONTHS = (
    "sty jan січ",
    "lut feb лют",
    "mar бер",
    "kwi apr кві",
    "maj may тра",
    "cze jun чер",
    "lip jul лип",
    "sie aug серп",
    "wrz sep вер",
    "paz oct жов",
    "lis nov лис",
    "gru dec гру",
)
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
WEEKDAYS = (
    "pn pon mon mond пн пон",
    "wt wto tue вт вів",
    "sr sro wed ср сер",
    "cz czw thu чт чет",
    "pt pia fri пт п'я",
    "sb sob sat сб суб",
    "nd nie ndz sun нд нед",
)
NEAR = {
    **dict.fromkeys(("przedwczoraj", "позавчора"), -2),
    **dict.fromkeys(("wczoraj", "yesterday", "вчора", "учора"), -1),
    **dict.fromkeys(("dzis", "dzisiaj", "today", "сьогодні"), 0),
    **dict.fromkeys(("jutro", "tomorrow", "завтра"), 1),
    **dict.fromkeys(("pojutrze", "післязавтра"), 2),
}
"""Days near today, by how far they are."""
NEXT_WEEK = re.compile(r"\b(?:przyszl\w+|наступн\w+)(?:\s+(?:tygodni\w*|тижн\w+))?|\bnext week\b")
"""Beside a weekday: that of the week after this one. "Next Friday" alone may be near, as people say in English."""
LAST_WEEK = re.compile(r"\b(?:zeszl\w+|ubiegl\w+|minion\w+|минул\w+)(?:\s+(?:tygodni\w*|тижн\w+))?|\blast\b")
NOISE = re.compile(
    r"\b(o|od|from|ok|okolo|about|godz|godzina|godzinie|g|at|on|w|we|dnia|roku|r|next|the|this"
    r"|coming|ten|ta|te|tym|najblizsz\w+|nastepn\w+"
    r"|о|об|у|в|року|год|цей|цю|цього|найближч\w+)\b\.?(?!\d)|\bo'clock\b"
)
"""What says nothing about when."""
_FOLD = str.maketrans("ąćęłńóśźż’", "acelnoszz'")
_HOURS = (
    *("pierwszej", "drugiej", "trzeciej", "czwartej", "piatej", "szostej", "siodmej", "osmej", "dziewiatej"),
    *("dziesiatej", "jedenastej", "dwunastej", "trzynastej", "czternastej", "pietnastej", "szesnastej"),
    *("siedemnastej", "osiemnastej", "dziewietnastej", "dwudziestej", "dwudziestej pierwszej"),
    *("dwudziestej drugiej", "dwudziestej trzeciej"),
)
_DIGITS = {
    word: str(n)
    for n, words in enumerate(NUMBERS)
    for word in words.translate(_FOLD).split()
    if not NOISE.fullmatch(word)  # "ten" is Polish, too
} | {word: str(n) for n, word in enumerate(_HOURS, start=1)}
_NUMBER = re.compile(r"\b(" + "|".join(sorted(_DIGITS, key=len, reverse=True)) + r")\b")
_SAID = (
    (re.compile(r"\b(?:poltor(?:ej|a)|півтор[аи])(?: godziny| години)?\b|\b(?:an|1) hour and a half\b"), "1.5 h"),
    (re.compile(r"\b(\d{1,2}) (?:i pol|and a half|з половиною)\b"), r"\1.5"),
    (re.compile(r"\b(?:w\s+)?poludnie\b|\b(?:at\s+)?(?:noon|midday)\b|опівдні"), " 12:00 "),
    (
        re.compile(r"\bpo\s*poludniu\b|\b(?:in the )?(?:afternoon|evening)\b|\bwieczor(?:em)?\b|\bвечора\b|\bp\.m\.?"),
        "pm",
    ),
    (re.compile(r"\b(?:rano|ранку)\b|\b(?:in the )?morning\b|\ba\.m\.?"), "am"),
)


def plain(text: str) -> str:
    """A text in small letters without Polish marks, its numbers in digits: ``za 2 tygodnie``, ``1.5 h``."""
    said = " ".join(text.casefold().translate(_FOLD).split())
    said = _NUMBER.sub(lambda found: _DIGITS[found[0]], said)
    for words, instead in _SAID:
        said = words.sub(instead, said)
    return " ".join(said.split())


def weekday(word: str) -> int | None:
    """The weekday a word names, Monday being 0."""
    for number, names in enumerate(WEEKDAYS):
        for name in names.split():
            if word == name or (len(name) >= 3 and word.startswith(name) and month(word) is None):
                return number
    return None


def month(word: str) -> int | None:
    """The month a word names, January being 1."""
    if word in ROMAN:
        return ROMAN.index(word) + 1
    for number, names in enumerate(MONTHS, start=1):
        if any(word.startswith(name) for name in names.split()):
            return number
    return None
