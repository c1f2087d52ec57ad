"""Orders in which projects are compared: the longest, the earliest, the dearest."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from bot.content import Project

ENDING = re.compile(r"\b(s?koncz\w*|zakoncz\w*|koniec|ends?|finish\w*|over|закінч\w*|заверш\w*)\b")
BEGINNING = re.compile(
    r"\b(zaczyn\w*|zacz[ae]\w*|rozpocz\w*|rusz\w*|start\w*|beg[aiu]n\w*|почина\w*|розпоч\w*|почал\w*)\b"
)


def timed(projects: Iterable[Project]) -> list[Project]:
    """The projects whose beginning and end are known."""
    return [project for project in projects if project.period.starts and project.period.ends]


def _paid(projects: Iterable[Project]) -> list[Project]:
    return [project for project in projects if _money(project)]


def start(project: Project) -> date:
    """Its first day, or the last of all days when that is not known."""
    return project.period.starts.first if project.period.starts else date.max


def end(project: Project) -> date:
    """Its last day, or the first of all days when that is not known."""
    return project.period.ends.last if project.period.ends else date.min


def _money(project: Project) -> int:
    return project.total or project.grant or 0


def _months(project: Project) -> int:
    """How many months it takes; the days are often unknown."""
    return round((end(project) - start(project)).days / 30.4)


class Order(NamedTuple):
    """An order of projects: the words for the first of all and for one before another; which can be put into it; by
    what, which depends on the folded question; and whether the first or the last is asked for."""

    most: re.Pattern[str]
    more: re.Pattern[str]
    known: Callable[[Iterable[Project]], list[Project]]
    by: Callable[[str], Callable[[Project], date | int]]
    place: int


ORDERS = (
    Order(
        re.compile(r"\b(najdluz\w+|longest|найдовш\w+)"),
        re.compile(r"\b(dluzej|dluzszy|longer|довше|довший)\b"),
        timed,
        lambda _: _months,
        -1,
    ),
    Order(
        re.compile(r"\b(najkrot\w+|shortest|найкорот\w+)"),
        re.compile(r"\b(krocej|krotszy|shorter|коротше|коротший)\b"),
        timed,
        lambda _: _months,
        0,
    ),
    Order(
        re.compile(r"\b(najwczesn\w+|najstarsz\w+|earliest|oldest|first|найраніш\w+|найстар\w+)"),
        re.compile(r"\b(wczesniej|earlier|before|first|раніше)\b"),
        timed,
        lambda folded: end if ENDING.search(folded) else start,
        0,
    ),
    Order(
        re.compile(r"\b(ostatni\w*|najpozn\w+|najnowsz\w+|latest|newest|last|найпізн\w+|найнов\w+)"),
        re.compile(r"\b(pozniej|later|after|last|пізніше)\b"),
        timed,
        lambda folded: start if BEGINNING.search(folded) else end,
        -1,
    ),
    Order(
        re.compile(
            r"\b(najdroz\w+|najwiecej|najwiek\w+|najwyzsz\w+|biggest|largest|highest"
            r"|(most|largest) (expensive|money|funding)|найдорож\w+|найбільш\w+)"
        ),
        re.compile(r"\b(wiecej|drozszy|wiekszy|wyzsz\w+|more|bigger|larger|higher|dearer|більше|дорожчий|більший)\b"),
        _paid,
        lambda _: _money,
        -1,
    ),
)
