"""Questions over all projects: which of them, how many, the longest, the dearest."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from bot.answers.concepts import meanings
from bot.answers.evidence import Evidence, lacks
from bot.answers.lexicon import CROSS, SORTS
from bot.answers.orders import BEGINNING, ENDING, ORDERS, end, start, timed
from bot.answers.questions import WHOLE, Question
from bot.answers.retrieval import Retrieval
from bot.content import Content, Facet, Fact, Project

_ASKS = re.compile(
    r"\b(ktor\w+|jaki\w*|ile|ilu|wszystk\w+|kazd\w+|poszczegoln\w+|kto|kiedy|gdzie|dla kogo"
    r"|wymien\w*|lista|liste|pokaz\w*|macie|prowadzicie|realizujecie|co|czy|inne|innych"
    r"|which|what|how many|all|every|each|list|any|do you|other|як\w+|скільки|всі|усі|кожн\w+|перелі\w+|інші|котр\w+)\b"
)
_OR = frozenset({"albo", "lub", "czy", "a", "or", "and", "або", "чи", "а"})
_BESIDE = _OR | {"i", "oraz", "і", "й", "та"}
_SUPERLATIVE = re.compile(
    r"\b(naj\w{3,}|ostatni\w*|most|least|longest|shortest|biggest|largest|highest|smallest|oldest|newest|latest|earliest|cheapest|най\w{3,})\b"
)
_WHICH = re.compile(
    r"\b(ktor(y|ym|ego|emu)|jaki(m|ego|emu)?|czyj\w*|which|what|як(ий|ому|ого|им)|котр\w+) (to |jest |це )*"
    r"(projek|project|проєк|проек)"
)
_YEAR = re.compile(r"\b20\d\d\b")
_COMPARE = re.compile(r"\b(porown\w*|rozni\w*|roznic\w*|compar\w*|differ\w*|порівн\w*|відрізн\w*|різниц\w*)\b")
_EACH = re.compile(
    r"\b(kazd\w+|poszczegoln\w+|each|every|кожн\w+|кожен) (z |of the |із |з )?(projek|project|проєк|проек)"
)
_IN_WHICH = re.compile(r"\b(w|we) (ktorych|jakich) projektach\b|\bin which projects\b|\bу яких проєктах\b")
_FILLING = re.compile(
    r"sam\w{0,3}|dziej\w+|wspoln\w+|podan\w+|cos|opis\w*|podaj\w*|miescie|spotka(n|nia|niach)|wydarzen\w*"
    r"|something|anything|do|dealing|city|щось|спільн\w+|опис\w*|місті"
)
_NOT = re.compile(r"\b(nie (sa|jest|maja|ma|dostal\w*|z|od|podaj\w*|zawier\w*|mowi\w*)|not|without|bez|не|без)\b")
_KNOWN = re.compile(
    r"\b(pogada\w*|porozmawia\w*|rozmawia\w*|opowie\w*|wiesz|znasz|informac\w*|dowie\w*|know|tell|talk|ask|learn|info\w*|зна\w+|дізна\w+|розпов\w+"
    r"|інформаці\w*|спита\w*|запита\w*)\b"
)
_RUNNING = re.compile(
    r"\b(trwaj\w+|aktualn\w+|teraz|obecnie|aktywn(y|e|ych)|otwart(e|y|ych)|open|відкрит(і|их)|running|ongoing|current\w*|now|active|trwa|тривають|зараз|поточн\w+|активн\w+)\b"
)
_OVER = re.compile(r"\b(zakoncz\w+|skoncz\w+|finished|ended|over|closed|completed|закінч\w+|заверш\w+)\b")


TOGETHER, SHORT = 480, 150
"""Characters of the lines of a list; of a longer one only the first sentences are told, if they are short."""

SORTED = frozenset({Facet.PARTNERS, Facet.PLACE, Facet.SIGNUP, Facet.CONTACT})
"""What is asked beyond doubt: a project that is paid from Norway has no Norwegian partner yet."""

COMPARED = 400
"""How many cards are looked at for a list."""


@dataclass(frozen=True, slots=True)
class Line:
    """A project in a list with what is said of it, perhaps nothing; ``exact`` when that is about the very thing asked
    for, or in the same words."""

    project: str
    text: str
    exact: bool = False


class Comparisons:
    """Lists over the projects of a content."""

    def __init__(self, content: Content, retrieval: Retrieval) -> None:
        self._content = content
        self._retrieval = retrieval

    def find(self, folded: str, question: Question, today: date) -> list[Line] | None:
        """The lines asked for; None when the question is not about several projects, empty when nothing fits."""
        projects = list(self._content.projects.values())
        if len(question.projects) > 1:
            named = [project for project in projects if project.slug in question.projects]
            return self._first(folded, question, named, of_named=True) or self._each(folded, question, named)
        several = (
            any(CROSS.holds(token.word) for token in question.tokens) or _WHICH.search(folded) or _EACH.search(folded)
        )
        of_projects = not question.telling or re.search(r"\b(projek|project|проєк|проек)", folded)
        one_of = of_projects and _SUPERLATIVE.search(folded)
        if question.projects or not (one_of or (several and _ASKS.search(folded))):
            return None
        ranked = self._first(folded, question, projects, of_named=False)
        if ranked is not None:
            return ranked
        if year := _YEAR.search(folded):
            return [Line(project.slug, "") for project in self._of_year(folded, int(year[0]))]
        standing = self._standing(folded, today)
        if standing is not None and len(self._sought(question)) <= 1:
            return [Line(project.slug, "") for project in standing]
        return self._filtered(question, is_known=bool(_KNOWN.search(folded)), is_not=bool(_NOT.search(folded)))

    def _first(
        self, folded: str, question: Question, projects: Sequence[Project], *, of_named: bool
    ) -> list[Line] | None:
        """The longest, earliest or dearest of all, or which of those named is more so; None when none is asked for."""
        for order in ORDERS:
            if (order.more if of_named else order.most).search(folded):
                known = order.known(projects)
                if of_named and len({order.by(folded)(project) for project in known}) < len(projects):
                    return None
                return self._lines(sorted(known, key=order.by(folded))[order.place :][:1], question)
        return None

    def _each(self, folded: str, question: Question, named: Sequence[Project]) -> list[Line] | None:
        """What is asked of each of the projects named side by side; None when they are not, or one lacks it."""
        if not _side_by_side(question) and not _COMPARE.search(folded):
            return None
        lines = self._lines(named, question)
        if _COMPARE.search(folded) or (_WHICH.search(folded) and not question.asked.primary):
            return [Line(project.slug, project.summary.in_(question.language)) for project in named]
        return lines if all(line.text for line in lines) else None

    def _standing(self, folded: str, today: date) -> list[Project] | None:
        projects = list(self._content.projects.values())
        if _OVER.search(folded):
            return [project for project in projects if project.finished(today)]
        return [project for project in projects if not project.finished(today)] if _RUNNING.search(folded) else None

    def _of_year(self, folded: str, year: int) -> list[Project]:
        """The projects that begin, end, or else go on in a year."""
        known = timed(self._content.projects.values())
        if ENDING.search(folded):
            return [project for project in known if end(project).year == year]
        if BEGINNING.search(folded):
            return [project for project in known if start(project).year == year]
        return [project for project in known if start(project).year <= year <= end(project).year]

    def _filtered(self, question: Question, *, is_known: bool, is_not: bool) -> list[Line]:
        """The projects with what is sought, or without it; all when nothing is, or what the bot can speak of."""
        sought = [] if is_known else self._sought(question)
        by_project = self._by_project(question)
        if sought:
            firm = SORTED & set(question.asked.primary) - ({Facet.PLACE} if _IN_WHICH.search(question.said) else set())
            lines = self._having_one(sought, by_project, question, firm) or self._having_one(
                sought, by_project, question
            )
        else:
            about = {slug: "" if is_known else self._about(question, ranked) for slug, ranked in by_project.items()}
            lines = [Line(slug, text) for slug, text in about.items()]
        if sought and is_not and lines:
            having = {line.project for line in lines}
            return [Line(slug, "") for slug in self._content.projects if slug not in having]
        if not sought and any(line.text for line in lines):
            lines = [line for line in lines if bool(line.text) is not is_not]
        return _short(lines)

    def _having_one(
        self,
        sought: Sequence[set[int]],
        by_project: Mapping[str, Sequence[Evidence]],
        question: Question,
        firm: Set[Facet] = frozenset(),
    ) -> list[Line]:
        """The projects with a card of one of the groups of words sought, filed under one of ``firm`` if any."""
        found: dict[str, Line] = {}
        for group in sought:
            lines = list(self._having(group, by_project, question, firm))
            exact = [line for line in lines if line.exact]
            found.update((line.project, line) for line in exact or lines)
        return [found[slug] for slug in by_project if slug in found]

    def _having(
        self,
        group: set[int],
        by_project: Mapping[str, Sequence[Evidence]],
        question: Question,
        firm: Set[Facet],
    ) -> Iterator[Line]:
        very = _very(group, question)
        for slug, ranked in by_project.items():
            sorts = [found for found in ranked if not firm or any(found.card.speaks_of(facet) for facet in firm)]
            fit = [found for found in sorts if not (_is_beside(found.card.fact) or lacks(question, found.card))]
            exact = next((found for found in fit if _is_about(found, group, question) or very <= found.held), None)
            best = exact or next((found for found in fit if not group & found.missing), None)
            if best:
                yield Line(slug, best.card.fact.text.in_(question.language), exact is not None)

    def _by_project(self, question: Question) -> dict[str, list[Evidence]]:
        ranked: dict[str, list[Evidence]] = {slug: [] for slug in self._content.projects}
        for found in self._retrieval.rank(question, self._content.projects, COMPARED):
            ranked[found.card.project.slug].append(found)
        return ranked

    def _about(self, question: Question, ranked: Sequence[Evidence]) -> str:
        if not question.asked.primary:
            return ""
        facet = question.asked.primary[0]
        fitting = (found for found in ranked if facet in found.card.fact.facets and not found.card.fact.unknown)
        best = next((found for found in fitting if not lacks(question, found.card)), None)
        return best.card.fact.text.in_(question.language) if best else ""

    def _sought(self, question: Question) -> list[set[int]]:
        groups: list[set[int]] = [set()]
        partners = Facet.PARTNERS in question.asked.primary
        for at, token in enumerate(question.tokens):
            if token.word in _OR and groups[-1]:
                groups.append(set())
            elif partners and SORTS.holds(token.word) and len(question.telling) > 1:
                continue
            elif (
                question.weights[at] == WHOLE
                and at not in question.verbs
                and not CROSS.holds(token.word)
                and not _SUPERLATIVE.fullmatch(token.word)
                and not _FILLING.fullmatch(token.word)
            ):
                groups[-1].add(at)
        if len(groups) > 1:  # of "support from A or B" both names are sought, and the rest of neither
            names = {place for named in question.named for place in named.places}
            groups = [group & names or group for group in groups]
        return [group for group in groups if group]

    def _lines(self, projects: Sequence[Project], question: Question) -> list[Line]:
        return [
            Line(project.slug, self._about(question, self._retrieval.rank(question, [project.slug])))
            for project in projects
        ]


def _side_by_side(question: Question) -> bool:
    """Whether nothing that is asked about stands between the projects named, only a word that joins them."""
    own = {slug: question.own_places(slug) for slug in question.projects}
    first, last = (edge(edge(places) for places in own.values()) for edge in (min, max))
    between = set(range(first, last + 1)).difference(*own.values())
    return between.isdisjoint(question.telling) and any(question.tokens[at].word in _BESIDE for at in between)


def _is_beside(fact: Fact) -> bool:
    """Whether a fact is a gap, or something that only stands beside the description: an advertisement."""
    return fact.unknown or (not fact.listed and fact.facets == (Facet.WHAT,))


def _very(group: set[int], question: Question) -> set[int]:
    """Of words that are sought those that cannot be said otherwise, such as names; all if each can, or all are one."""
    if any(group <= named.places for named in question.named):
        return group
    return {at for at in group if not meanings(question.tokens[at].word)} or group


def _is_about(found: Evidence, group: set[int], question: Question) -> bool:
    """Whether a card is about the thing that these words name, however it is spelled."""
    slug, about = found.card.project.slug, found.card.fact.about
    things = (named for named in question.named if named.name.project == slug and named.name.entity in about)
    return any(group <= thing.places for thing in things)


def _short(lines: list[Line]) -> list[Line]:
    if sum(len(line.text) for line in lines) <= TOGETHER:
        return lines
    begun = (line.text.partition(". ")[0].removesuffix(".") + "." if line.text else "" for line in lines)
    return [Line(line.project, text if len(text) <= SHORT else "") for line, text in zip(lines, begun, strict=True)]
