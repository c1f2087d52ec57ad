"""Turns of phrase that say more than their words: an hour, a year, a street, a beginning or an end is asked for."""

import re
from typing import NamedTuple

HOUR = re.compile(
    r"\b([od]o? ktorej( godzin\w+)?$|[od]o? ktorej (?!edycj|grup|osob|organizac|gmin|instytuc|dzielnic|szkol|czesc)"
    r"|ktorej godzin|jakich godzinach|what time"
    r"|котрій|котрої)\b"
)
YEAR = re.compile(r"\b(ktor\w+ rok\w*|jak\w+ rok\w*|(what|which) year|як\w+ ро\w+|котр\w+ ро\w+)\b")
_MONTHS = (
    r"(stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|wrze[sś]nia|pa[zź]dziernika|listopada|grudnia"
    r"|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)"
)
DAY = re.compile(
    rf"\b((ktorego|якого|котрого) (dnia|числа|дня|{_MONTHS})|dokladn\w+ (dat\w+|dzien)|(which|what|exact) (day|date))\b"
)


class Particular(NamedTuple):
    """Something that is never guessed: how it is asked for (folded), and how it stands in a Polish text."""

    asks: re.Pattern[str]
    stands: re.Pattern[str]


CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?![\d.])|godz\.? \d")
PARTICULARS = (
    Particular(HOUR, CLOCK),
    Particular(
        re.compile(r"\b(dokad|where to|куди)\b"),
        re.compile(r"\b(do|w|we) ([Gg]min\w+ |Dzielnic\w+ )?[A-ZŁŚŻ][a-ząćęłńóśźż]|\([A-ZŁŚŻ]\w+, "),
    ),
    Particular(
        re.compile(
            r"\b(kupi[ecl]\w*|kupuj\w*|naby[cw]\w*|zamowi[ec]\w*|buy|purchase|order|купити|придбати|замовити)\b"
        ),
        re.compile(r"\b(kup|sprzeda|naby|zam[oó]w|cen[aęy]\b)", re.IGNORECASE),
    ),
    Particular(
        re.compile(r"\b(pobra\w*|sciagn\w*|sciaga\w*|pdf|download|завантаж\w*|скачати)\b"),
        re.compile(r"\b(pobra|[sś]ci[aą]g|pdf|link|stron[aęiy])", re.IGNORECASE),
    ),
    Particular(YEAR, re.compile(r"\b(19|20)\d\d\b")),
    Particular(
        DAY,
        re.compile(
            rf"\b\d{{1,2}} {_MONTHS}\b|\b\d{{1,2}}\.\d{{2}}\.\d{{4}}"
            r"|\b(poniedzia[lł]|wtor|[sś]rod|czwart|pi[aą]t|sobot|niedziel|weekend)\w*",
            re.IGNORECASE,
        ),
    ),
)
STREET = re.compile(
    r"\b(jak\w+ adres(u|em|ie)?\b|adres(u|em|ie)? (?!e?mail|elektron|poczt)"
    r"|jak\w+ ulic\w*|ktor\w+ ulic\w*|street|street address"
    r"|(which|what) address|як\w+ (адрес\w*|вулиц\w+))\b"
)
AMOUNT = re.compile(r"\b(ile|kwot\w+|wysokosc\w*|how much|amount|скільки|сум\w+|розмір\w*)\b")
DEADLINE = re.compile(
    r"\b((do kiedy|do ktorego|do jakiego) .{0,30}(zglos|zglasz|zapis|nabor|rekrut|rejestr|aplik)"
    r"|termin\w* (zgloszen|zapis|nabor|rekrut)"
    r"|(until|by) when .{0,25}(sign|apply|register|enrol)|deadline"
    r"|(до коли|доки|до якого) .{0,25}(запис|реєстр|заявк|подат|набір))"
)
OUTCOME = re.compile(
    r"\b(udalo|(w koncu|ostatecznie|finalnie|rzeczywiscie|faktycznie)\b.*\w(l|la|lo|li|ly|no))\b"
    r"|\b(managed to|succeeded|in the end)\b|\b(вдалося|зрештою)\b"
)
WHY = re.compile(r"\b(dlaczego|czemu|z jakiego powodu|why|how come|чому|з якої причини)\b")
POPULATION = re.compile(
    r"\b(ile|ilu) (osob|ludzi|ludnosci|mieszkanc\w+|obywateli|dzieci|seniorow) "
    r"((tam |w \w+ )?(mieszka|zyje|liczy)\b|ma (?!(sie|byc|wziac|zostac|miec)\b|\w+[cz]\b))"
    r"|\bhow many (people|residents|inhabitants|citizens) (live|are there in|does \w+ have)\b|\bpopulation\b"
    r"|\bскільки (людей|мешканців|жителів) (живе|мешкає|проживає|має|налічує)\b|\bнаселення\b"
)
FREE_SEATS = re.compile(
    r"\b(woln\w+|zostal\w*|starczy|brakuje)( \w+){0,2} miejsc|\b(seats|places|spots) (left|available|free)"
    r"|\bfree (seats|places)"
    r"|\b(вільн\w+|лишил\w+|залишил\w+) (ще )?місц"
)
REACHING = re.compile(
    r"\b(telefon\w*|tel|e?mail\w*|numer\w* telefonu|phone|telephone|телефон\w*|пошт\w+|мейл\w*|імейл\w*)\b"
)
SPAN = "trwa"
_HINTS = (
    (
        re.compile(r"\b(od (kiedy|jakiego|ktorego)|since when|from when|відколи|з якого (дня|часу|місяця|року))\b"),
        "start",
    ),
    (
        re.compile(r"\b(do (kiedy|jakiego|ktorego)|until when|till when|how much longer|доки|до якого|до коли)\b"),
        "koniec",
    ),
    (re.compile(r"\b(jak dlugo|ile (to |on |ona |czasu |miesiecy |lat )*(po)?trwa\w*|how long|як довго)\b"), SPAN),
    (
        re.compile(
            r"\b(zaczyn|zacz[ae]l|rozpocz|start|od kiedy|beg[ia]n|почин|почал|почат)"
            r".*\b(koncz|skoncz|zakoncz|end|finish|закінч|заверш)"
        ),
        SPAN,
    ),
    (
        re.compile(
            r"\bod (kiedy|jakiego|ktorego)\b.*\bdo (kiedy|jakiego|ktorego)\b|\bfrom when (to|till|until) when\b"
            r"|\b(відколи|з якого)\b.*\b(доки|до коли|до якого)\b"
        ),
        SPAN,
    ),
    (
        re.compile(
            r"\b(zbiera|szuka|przyjmuj|biora|bierze|nabiera|werbuj)\w*( \w+)? (chetnych|uczestnik|kandydat|ochotnik)"
        ),
        "rekrutacja",
    ),
    (re.compile(r"\b(do |od )?kiedy\b.{0,30}\b(zgl(asz|osi)|zapis|nabor)\w*"), "rekrutacja"),
    (re.compile(r"\b(zdaz\w+|po ptakach|za pozno|too late|запізно)\b"), "koniec"),
    (re.compile(r"\b(dluzej|krocej|dluzsz\w+|krotsz\w+|longer|shorter|довше|коротше)\b"), SPAN),
    (re.compile(r"\bза? ?скільки (часу |місяців |років )*трива\w*"), SPAN),
)


def implied(text: str) -> tuple[str, ...]:
    """Words that a folded question implies without saying them; a span is neither its beginning nor its end."""
    words = tuple(dict.fromkeys(word for pattern, word in _HINTS if pattern.search(text)))
    return (SPAN,) if SPAN in words else words
