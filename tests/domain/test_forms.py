"""Conversations as data."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.domain.forms import (
    SUMMARY,
    Condition,
    Draft,
    Field,
    Kind,
    Value,
    adopt,
    answer,
    back,
    begin,
    change,
    current,
    missed,
    progress,
    reopened,
    toggled,
    visible,
)

FIELDS = (
    Field("name", Kind.NAME),
    Field("phone", Kind.PHONE, is_required=False),
    Field("needs", Kind.TEXT, is_required=False),
    Field("consent", Kind.YES_NO, condition=Condition("needs")),
    Field("diets", Kind.CHOICES, is_required=False),
    Field("which", Kind.TEXT, condition=Condition("diets", ("1",))),
)


def started(**answers: Value) -> Draft:
    """A draft at its first open question."""
    return begin(Draft("signup", 1, 7, "", answers), FIELDS)


def test_it_begins_at_the_first_question_without_an_answer() -> None:
    assert started().step == "name"
    assert started(name="Anna", phone=None).step == "needs"


def test_with_every_answer_known_it_begins_at_the_summary() -> None:
    assert started(name="Anna", phone=None, needs=None, diets=[]).step == SUMMARY


def test_it_counts_the_steps_that_are_asked_with_the_summary_as_the_last() -> None:
    assert progress(started(), FIELDS) == (1, 5)
    assert progress(answer(started(), FIELDS, "Anna"), FIELDS) == (2, 5)


def test_a_question_with_a_condition_is_asked_when_it_holds() -> None:
    draft = started(name="Anna", phone=None)
    assert answer(draft, FIELDS, "rampa").step == "consent"
    assert answer(draft, FIELDS, None).step == "diets"


def test_an_answer_whose_question_disappears_goes_with_it() -> None:
    draft = started(name="Anna", phone=None, needs="rampa", consent=True, diets=[])
    without = answer(change(draft, "needs"), FIELDS, None)
    assert "consent" not in without.answers
    assert without.step == SUMMARY


def test_an_answer_that_follows_another_is_asked_again_when_that_one_changes() -> None:
    fields = (Field("start", Kind.TEXT), Field("end", Kind.TEXT, follows="start"), Field("place", Kind.TEXT))
    draft = begin(Draft("new", 1, 0, "", {"start": "17", "end": "19", "place": "dom"}), fields)
    assert answer(change(draft, "start"), fields, "18").step == "end"
    assert answer(change(draft, "start"), fields, "17").step == SUMMARY


def test_what_was_refused_is_asked_again_with_the_other_answers_kept() -> None:
    draft = reopened(started(name="Anna", phone=None, needs=None, diets=[]), "name")
    assert (draft.step, "name" in draft.answers, "diets" in draft.answers) == ("name", False, True)


def test_one_of_several_choices_is_taken_and_left_without_moving_on() -> None:
    draft = started(name="Anna", phone=None, needs=None)
    taken = toggled(toggled(draft, "0"), "1")
    assert taken.answers["diets"] == ["0", "1"]
    assert toggled(taken, "0").answers["diets"] == ["1"]
    assert taken.step == "diets"
    assert answer(taken, FIELDS, ["0", "1"]).step == "which"


def test_back_goes_one_question_back_and_stays_at_the_first() -> None:
    draft = answer(started(), FIELDS, "Anna")
    assert back(draft, FIELDS).step == "name"
    assert back(back(draft, FIELDS), FIELDS).step == "name"


def test_back_while_changing_one_answer_returns_to_the_summary() -> None:
    draft = started(name="Anna", phone=None, needs=None, diets=[])
    assert back(change(draft, "phone"), FIELDS).step == SUMMARY


def test_a_missed_answer_is_counted_and_stays_at_its_step() -> None:
    draft = missed(missed(started()))
    assert (draft.step, draft.misses) == ("name", 2)
    assert answer(draft, FIELDS, "Anna").misses == 0


def test_a_draft_of_an_older_form_keeps_the_answers_that_still_have_a_question() -> None:
    draft = Draft("signup", 1, 7, "shoe", {"name": "Anna", "shoe": 38, "_source": "plakat"})
    adopted = adopt(draft, FIELDS, 2)
    assert adopted.answers == {"name": "Anna", "_source": "plakat"}
    assert (adopted.step, adopted.version) == ("phone", 2)


class Conversation(RuleBasedStateMachine):
    """Somebody answers, skips, goes back and changes in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.draft = started()

    @precondition(lambda self: current(self.draft, FIELDS) is not None)
    @rule(value=st.sampled_from(["Anna", "rampa", None, True, ["1"], []]))
    def answers(self, value: Value) -> None:
        """Any answer to the present question."""
        self.draft = answer(self.draft, FIELDS, value)

    @rule()
    def goes_back(self) -> None:
        """One question back."""
        self.draft = back(self.draft, FIELDS)

    @precondition(lambda self: self.draft.step == SUMMARY)
    @rule(index=st.integers(0, 5))
    def changes(self, index: int) -> None:
        """One answer, from the summary."""
        shown = visible(FIELDS, self.draft.answers)
        self.draft = change(self.draft, shown[index % len(shown)].key)

    @invariant()
    def there_is_always_a_step_to_stand_at(self) -> None:
        """The step is one that is asked, or the summary."""
        number, total = progress(self.draft, FIELDS)
        assert 1 <= number <= total
        assert self.draft.step == SUMMARY or current(self.draft, FIELDS) is not None

    @invariant()
    def the_summary_shows_an_answer_to_every_question(self) -> None:
        """Nobody commits with a question left out."""
        if self.draft.step == SUMMARY and not self.draft.is_changing:
            asked = {field.key for field in visible(FIELDS, self.draft.answers)}
            assert asked <= self.draft.answers.keys()


TestConversation = Conversation.TestCase
TestConversation.settings = settings(max_examples=60, stateful_step_count=30)
