"""Verbs by their endings: enough to tell that a word says less than a noun."""

_ENDINGS = (
    *("owac", "ywac", "iwac", "uje", "uja", "ujemy", "ujecie", "ujesz", "aja", "acie", "iecie", "emy", "imy", "ymy"),
    *("alem", "alam", "ilem", "ilam", "zyc", "enic", "zic", "obyc", "ali", "ili", "yli", "dzie"),
    *("owal", "owala", "owalo", "iono", "owano", "ywano", "czano", "dzano"),
    *("owane", "owany", "owana", "owani", "adzone", "adzony", "izowane"),
    *("ти", "ть", "ться", "тися"),
)


def is_verb(word: str) -> bool:
    """Whether a folded Polish or Ukrainian word looks like a verb."""
    return len(word) >= 5 and word.endswith(_ENDINGS)
