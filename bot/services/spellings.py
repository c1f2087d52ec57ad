"""How organisations are spelled: short forms of the field, inflection, slips of the finger."""

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from bot.domain.organisations import BodyKind
from bot.store.folding import fold

SHORT = {
    "kgw": "kolo gospodyn wiejskich",
    "osp": "ochotnicza straz pozarna",
    "ug": "urzad gminy",
    "um": "urzad miasta",
    "umig": "urzad miasta i gminy",
    "ugim": "urzad miasta i gminy",
    "sp": "starostwo powiatowe",
    "gops": "gminny osrodek pomocy spolecznej",
    "mops": "miejski osrodek pomocy spolecznej",
    "mgops": "miejsko gminny osrodek pomocy spolecznej",
    "ops": "osrodek pomocy spolecznej",
    "cus": "centrum uslug spolecznych",
    "pcpr": "powiatowe centrum pomocy rodzinie",
    "gok": "gminny osrodek kultury",
    "mok": "miejski osrodek kultury",
    "mgok": "miejsko gminny osrodek kultury",
    "mdk": "mlodziezowy dom kultury",
    "gbp": "gminna biblioteka publiczna",
    "mbp": "miejska biblioteka publiczna",
    "lgd": "lokalna grupa dzialania",
    "utw": "uniwersytet trzeciego wieku",
    "uks": "uczniowski klub sportowy",
    "lks": "ludowy klub sportowy",
    "rod": "rodzinny ogrod dzialkowy",
    "zhp": "zwiazek harcerstwa polskiego",
    "zhr": "zwiazek harcerstwa rzeczypospolitej",
    "pck": "polski czerwony krzyz",
    "tpd": "towarzystwo przyjaciol dzieci",
    "pzerii": "polski zwiazek emerytow rencistow i inwalidow",
    "stow": "stowarzyszenie",
    "fund": "fundacja",
    "tow": "towarzystwo",
    "jst": "samorzad",
    "го": "громадська організація",
}
"""Short forms people write instead of the whole name."""

SMALL = frozenset(
    ["w", "we", "z", "ze", "i", "oraz", "na", "dla", "im", "przy", "do", "of", "the", "and", "та", "і", "в", "у"]
)
COMMON = 0.25
"""What a word says that many organisations share, beside 1 for a word of their own."""
ENDINGS = (
    *("owie", "iego", "iemu", "iach", "iami", "ach", "ami", "owi", "ego", "emu", "ych", "ich", "ymi", "imi"),
    *("iej", "iem", "ej", "em", "om", "ow", "ie", "iu", "ia", "io", "a", "e", "i", "o", "u", "y"),
)
ALIKE = 0.75
"""From which likeness two stems may be one with a slip of the finger."""

_LOCAL = re.compile(r"\b(urzad|urzed|gmin|starostw|powiat|rada|radz|rady|solect|solty|wojt|burmistrz|samorzad|miast)")
_CIVIC = re.compile(r"\b(stowarzysz|fundacj|kolo|klub|towarzystw|straz|zwiaz|uniwersytet trzec|lokalna grupa|громад)")


def spelled(text: str) -> str:
    """``„KGW” Rybie`` as it is compared: ``kgw rybie``."""
    return " ".join(re.findall(r"\w+", fold(text)))


def guessed(name: str) -> BodyKind | None:
    """What an organisation is, as far as its name tells."""
    whole = _whole(spelled(name))
    if _CIVIC.search(whole):
        return BodyKind.NGO
    return BodyKind.JST if _LOCAL.search(whole) else None


def likeness(typed: str, known: str) -> float:
    """0 to 1: how likely somebody who types the one means the other; both as ``spelled`` gives them."""
    ours, theirs = _stems(typed), _stems(known)
    return 0.7 * _covered(ours, theirs) + 0.3 * _covered(theirs, ours)


def worth_comparing(typed: str, known: Iterable[str]) -> set[str]:
    """Those that share a word of their own with what was typed, all of them when it holds none; a quick first look."""
    own = [word for word in _stems(typed) if word not in _COMMON]
    words = {one: _stems(one) for one in known}
    if not own:
        return set(words)
    alike = {word for word in set().union(*words.values()) if any(_same(word, one) for one in own)}
    return {one for one, stems in words.items() if not alike.isdisjoint(stems)}


@lru_cache(maxsize=2**15)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(_stem(word) for word in _whole(text).split() if word not in SMALL)


def _whole(text: str) -> str:
    return " ".join(SHORT.get(word, word) for word in text.split())


def _stem(word: str) -> str:
    ending = next((one for one in ENDINGS if word.endswith(one) and len(word) - len(one) >= 3), "")
    return word.removesuffix(ending)


def _covered(words: tuple[str, ...], others: tuple[str, ...]) -> float:
    """How much of ``words`` is found among the others."""
    weights = [COMMON if word in _COMMON else 1.0 for word in words]
    best = [max((_same(word, one) for one in others), default=0.0) for word in words]
    return sum(a * b for a, b in zip(weights, best, strict=True)) / sum(weights) if words else 0.0


def _same(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if min(len(one), len(other)) < 4:
        return 0.0
    alike = fuzz.ratio(one, other) / 100
    return alike if alike >= ALIKE else 0.0


_COMMON = frozenset(_stem(word) for words in SHORT.values() for word in words.split()) | {_stem("rada"), _stem("klub")}
