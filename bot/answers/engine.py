"""From a question to its answer."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.answers.calendar_questions import about_calendar, events_named, told_by
from bot.answers.cards import Cards
from bot.answers.comparisons import Comparisons
from bot.answers.deciding import CLEAR, Decision, decide, leads_nowhere
from bot.answers.event_questions import about_event
from bot.answers.frequent import Frequent
from bot.answers.learned import Learned
from bot.answers.names import Names
from bot.answers.normalising import fold, tokens
from bot.answers.parts import asking_clause, begins_asking, clauses, parts
from bot.answers.questions import Question
from bot.answers.retrieval import Retrieval
from bot.answers.small_talk import small_talk
from bot.answers.understanding import understand
from bot.answers.values import Answer, CalendarEntry, Kind, Topic
from bot.content import Content
from bot.domain.faq import FaqEntry
from bot.domain.localized import LANGUAGES

LONGEST = 900
"""Characters of all texts of an answer."""


MOST_CLAUSES = 8
"""So many clauses of a long text are heard one by one."""

BETTER = 0.2
"""How much surer a fact of another project must be than one of the project whose thing is named."""


class Engine:
    """Answers questions about a content; holds no state between questions."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._cards = Cards(content)
        self._names = Names(content, self._cards)
        self._retrieval = Retrieval(self._cards, content.unanswered)
        self._comparisons = Comparisons(content, self._retrieval)
        self._frequent = Frequent(content)
        self._learned = Learned((), self._names)

    def learn(self, entries: Sequence[FaqEntry]) -> None:
        """Answer from these entries of the team from now on, in place of those learned before; they come first."""
        self._learned = Learned(entries, self._names)

    def answer(
        self,
        question: str,
        *,
        now: datetime,
        language: str,
        previous: str | None = None,
        calendar: Sequence[CalendarEntry] = (),
        project: str | None = None,
        event: CalendarEntry | None = None,
    ) -> Answer:
        """The answer; ``language`` is the person's, used when the question's own is unclear.

        ``previous`` is what the same person asked just before, ``project`` pins the project that is meant, ``event``
        is the one being talked of.
        """
        asked = understand(question, self._names, language)
        talk = small_talk(tokens(question))
        if talk is not None:
            return Answer(talk, asked.language)
        if not asked.tokens:
            return Answer(Kind.ABSTAIN, asked.language)
        pinned = project if project in self._content.projects else None
        meant = pinned or self._project_beside(asked, event)
        return (
            self._from_learned(asked, pinned, previous)
            or about_event(question, asked, event, calendar)
            or self._frequent.answer(question, asked, calendar, event, pinned, goes_on=previous is not None)
            or self._from_calendar(question, asked, calendar, now, pinned)
            or self._from_comparison(question, asked, now, pinned)
            or self._from_parts(question, asked, now, calendar, meant, previous)
            or self._from_facts_of(question, asked, now, calendar, meant, previous)
        )

    def _project_beside(self, asked: Question, event: CalendarEntry | None) -> str | None:
        """The project of the event that is being talked of, when the question says of none what it is about."""
        is_open = event is not None and not asked.named and (asked.leans or bool(asked.asked.never))
        return event.project if event and is_open and event.project in self._content.projects else None

    def asks(self, text: str) -> bool:
        """Whether words that answer no step ask something: they begin like a question, or are a frequent one."""
        asked = understand(text, self._names, LANGUAGES[0])
        return begins_asking(text) or bool(self._frequent.answer(text, asked, (), None, None, goes_on=False))

    def tell(self, topic: Topic, *, now: datetime, language: str) -> Answer | None:
        """The fact of a topic that was offered, None when the content no longer holds it."""
        project = self._content.projects.get(topic.project)
        fact = project.fact(topic.fact) if project and topic.fact else None
        if project is None or fact is None:
            return None
        passed = fact.until.last if fact.until and fact.until.last < now.date() else None
        return Answer(
            Kind.FACT,
            language,
            project=project.slug,
            finished=project.finished(now.date()),
            passed=passed,
            texts=(fact.text.in_(language),),
            facts=(fact.id,),
        )

    def _from_learned(self, asked: Question, pinned: str | None, previous: str | None) -> Answer | None:
        meant = asked.projects | ({pinned} if pinned else set())
        if not meant and previous and self._learned:
            meant = understand(previous, self._names, asked.language).projects
        found = self._learned.find(asked, meant)
        if found is None:
            return None
        project = found.project if found.project in self._content.projects else None
        return Answer(Kind.FAQ, asked.language, project=project, texts=(found.answer,))

    def _from_calendar(
        self, text: str, asked: Question, calendar: Sequence[CalendarEntry], now: datetime, pinned: str | None
    ) -> Answer | None:
        named = pinned or (next(iter(asked.projects)) if len(asked.projects) == 1 else None)
        found = about_calendar(text, asked, calendar, now, named)
        if found is None or (found.span is None and not found.events):
            return None
        return Answer(
            Kind.CALENDAR,
            asked.language,
            project=named,
            finished=self._finished(named, now),
            events=found.events,
            span=found.span,
        )

    def _from_comparison(self, text: str, asked: Question, now: datetime, pinned: str | None) -> Answer | None:
        lines = None if pinned else self._comparisons.find(fold(text), asked, now.date())
        if lines is None:
            return None
        if not lines:
            return Answer(Kind.ABSTAIN, asked.language, asked=asked.asked.facets)
        return Answer(
            Kind.LIST,
            asked.language,
            texts=tuple(line.text for line in lines),
            suggestions=tuple(Topic(line.project) for line in lines),
            asked=asked.asked.facets,
        )

    def _from_parts(
        self,
        text: str,
        asked: Question,
        now: datetime,
        calendar: Sequence[CalendarEntry],
        pinned: str | None,
        previous: str | None,
    ) -> Answer | None:
        """Both answers in one when two questions are asked at once, and both are known."""
        halves = parts(text)
        if halves is None:
            return None
        first, second = (understand(half, self._names, asked.language) for half in (halves.first, halves.second))
        project = next(iter(asked.projects)) if len(asked.projects) == 1 else pinned
        told = [
            self._from_facts(half, now, calendar, project, other if not half.telling else previous)
            for half, other in ((first, halves.second), (second, halves.first))
        ]
        one, two = told
        if one.kind is not Kind.FACT or two.kind is not Kind.FACT or one.project != two.project:
            return None
        facts = dict(zip((*one.facts[:2], *two.facts[:2]), (*one.texts[:2], *two.texts[:2]), strict=False))
        return replace(one, texts=_within(facts.values()), facts=tuple(facts), events=one.events or two.events)

    def _from_facts_of(
        self,
        text: str,
        asked: Question,
        now: datetime,
        calendar: Sequence[CalendarEntry],
        pinned: str | None,
        previous: str | None,
    ) -> Answer:
        """The answer to all that was typed, or else to the one clause of it that asks."""
        told = self._from_facts(asked, now, calendar, pinned, previous)
        if told.kind not in {Kind.ABSTAIN, Kind.UNSURE, Kind.CALENDAR}:
            return told
        said = clauses(text)
        for part in said[:MOST_CLAUSES] if len(said) > 1 else ():
            wish = self._frequent.answer(part, self._heard(part, asked), calendar, None, pinned, goes_on=False)
            if wish is not None:
                return wish
        clause = asking_clause(text)
        if clause is None:
            return told
        only = next(iter(asked.projects)) if len(asked.projects) == 1 else None
        again = self._heard(clause, asked)
        if not again.telling and not again.asked.primary:
            return told
        other = self._from_facts(again, now, calendar, pinned or only, previous)
        return other if other.kind is Kind.FACT else told

    def _heard(self, clause: str, whole: Question) -> Question:
        return understand(clause, self._names, whole.language)

    def _from_facts(
        self,
        asked: Question,
        now: datetime,
        calendar: Sequence[CalendarEntry],
        pinned: str | None,
        previous: str | None,
    ) -> Answer:
        before = understand(previous, self._names, asked.language) if previous else None
        scopes = self._scopes(asked, before, pinned)
        follows = before is not None and not asked.projects and (asked.leans or not asked.telling)
        if before is not None and (follows or asked.leans):
            asked = asked.after(before)
        decision = decide(asked, self._retrieval.rank(asked, scopes[0]), scopes[0], self._content)
        told = decision.kind not in {Kind.ABSTAIN, Kind.UNSURE}
        doubted = not told or (before is None and not asked.projects and decision.trust < CLEAR)
        for scope in scopes[1:] if doubted else ():
            other = decide(asked, self._retrieval.rank(asked, scope), scope, self._content)
            better = not told or other.trust > decision.trust + BETTER
            if other.kind is Kind.FACT and not other.chosen[0].missing and better:
                decision = other
        if _is_news(asked, before, pinned) and leads_nowhere(asked, decision, self._content):
            decision = Decision(Kind.ABSTAIN)
        elif decision.project is None and len(scopes[0]) == 1:
            decision = replace(decision, project=scopes[0][0])
        return self._worded(decision, asked, now, calendar)

    def _scopes(self, asked: Question, before: Question | None, pinned: str | None) -> list[list[str]]:
        """Sets of projects to look in, the likeliest first."""
        everything = list(self._content.projects)
        if pinned:
            return [[pinned]]
        if asked.projects:
            named = [slug for slug in everything if slug in asked.projects]
            return [named, everything] if len(asked.telling) > 2 else [named]
        owners = {slug for slug, _ in asked.entities}
        earlier = self._projects_of(before) if before else []
        if earlier:
            return [earlier, everything] if asked.telling and (owners or not asked.leans) else [earlier]
        if owners:
            things = {place for found in asked.named for place in found.places}
            first = [slug for slug in everything if slug in owners]
            return [first] if things.issuperset(asked.telling) else [first, everything]
        return [everything]

    def _projects_of(self, before: Question) -> list[str]:
        named = before.projects or {slug for slug, _ in before.entities}
        if named:
            return [slug for slug in self._content.projects if slug in named]
        everything = list(self._content.projects)
        decision = decide(before, self._retrieval.rank(before, everything), everything, self._content)
        return [decision.project] if decision.project else []

    def _worded(self, decision: Decision, asked: Question, now: datetime, calendar: Sequence[CalendarEntry]) -> Answer:
        slug = decision.project
        facts = [found.card.fact for found in decision.chosen]
        passed = [fact.until.last for fact in facts if fact.until and fact.until.last < now.date()]
        events = events_named(asked, calendar, slug, now) if slug and decision.kind in {Kind.FACT, Kind.ABSTAIN} else ()
        if slug and decision.kind is Kind.ABSTAIN and told_by(events, asked, slug):
            return Answer(Kind.CALENDAR, asked.language, project=slug, events=events, asked=asked.asked.facets)
        return Answer(
            decision.kind,
            asked.language,
            project=slug,
            finished=self._finished(slug, now),
            passed=max(passed, default=None),
            texts=_within(fact.text.in_(asked.language) for fact in facts),
            events=events,
            suggestions=decision.suggestions,
            asked=asked.asked.facets,
            facts=tuple(fact.id for fact in facts),
        )

    def _finished(self, slug: str | None, now: datetime) -> bool:
        return slug is not None and self._content.projects[slug].finished(now.date())


def _is_news(asked: Question, before: Question | None, pinned: str | None) -> bool:
    """Whether a question after another has nothing to do with what was talked of: *kto jest prezydentem*."""
    return before is not None and pinned is None and not asked.leans and not asked.named


def _within(texts: Iterable[str]) -> tuple[str, ...]:
    kept: list[str] = []
    for text in texts:
        if kept and sum(map(len, kept)) + len(text) > LONGEST:
            break
        kept.append(text[:LONGEST])
    return tuple(kept)
