"""Verbs by their endings: enough to tell that a word says less than a noun."""

import re

_ENDINGS = (
    *("owac", "ywac", "iwac", "uje", "uja", "ujemy", "ujecie", "ujesz", "aja", "acie", "iecie", "emy", "imy", "ymy"),
    *("alem", "alam", "ilem", "ilam", "zyc", "enic", "zic", "obyc", "ali", "ili", "yli", "dzie"),
    *("owal", "owala", "owalo", "iono", "owano", "ywano", "czano", "dzano"),
    *("owane", "owany", "owana", "owani", "adzone", "adzony", "izowane"),
    *("ти", "ть", "ться", "тися"),
)


_DID = ("al", "il", "yl", "ala", "ila", "yla", "ali", "ili", "yli", "ed", "ав", "ив", "ала", "ила", "али", "или")

_DONE = re.compile(
    r"(?!(za|roz)?planow|przewidzi|zaloz|mial|miel|byl|bywa|trwa|wynos|wynios|koszt|mog|powin|chcia|chcie|wymieni|poda|wskaz|opisa|okresl|przygot|gotow|start)"
    r"\w{3,}(lo|lismy|lyscie|liscie|[aiy]li|[aiy]ly|[aoe]no|[iyu]to|zeszli|wzieli|przyszli)"
    r"|came|attended|finished|completed|trained|joined|showed|happened"
    r"|(?!(за)?план|перед|мал|бул|трива|(при|під)?готу|вказ|назва|подал|стартув)\w{3,}(ли|лося|лись|лися|ло|ено|ано)"
)


def is_done(word: str) -> bool:
    """Whether a folded word tells what has been done already: *przyszło*, *odbyło*, *przeszkoliliście*."""
    return bool(_DONE.fullmatch(word))


def was_done(word: str) -> bool:
    """Whether a folded word tells what somebody did: *napisał*, *wrote*, *написала*."""
    return len(word) >= 4 and (word.endswith(_DID) or word == "wrote")


def is_verb(word: str) -> bool:
    """Whether a folded Polish or Ukrainian word looks like a verb."""
    return len(word) >= 5 and word.endswith(_ENDINGS)
