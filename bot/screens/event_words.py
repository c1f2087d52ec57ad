"""The words of the conversations about an event: what is asked, and what each thing is called."""

from dataclasses import replace

from bot.domain.localized import LANGUAGES
from bot.screens import wordings
from bot.screens.event_reasons import REASONS
from bot.screens.event_values import (
    from_till,
    kind_names,
    language,
    language_names,
    minima,
    moment,
    moments,
    numbers,
    offsets,
    place_names,
    reminder_names,
    removing,
    spans,
    value,
)
from bot.screens.wordings import FieldWords
from bot.services.dialogs import Step
from bot.services.event_fields import Editing
from bot.texts import Html, Translator, bold, escaped, join


def edit_label(key: str, t: Translator) -> Html:
    """What a thing that can be changed is called."""
    if key == "translations":
        return t("Other languages")
    words = wordings.of_field(f"edit_{key}")
    return words.label(t) if words else escaped(key)


def end_prompt(step: Step, t: Translator) -> Html:
    """The start read back, and how long it is."""
    key = "session_when" if "session_when" in step.draft.answers else "edit_when"
    starts = bold(moment(step.draft.answers[key], t))
    return join("\n", [starts, t("How long, or until when? For instance: 2 h, or: till 19.")])


def place_prompt(step: Step, t: Translator) -> Html:
    """Where it is, asked under when it is."""
    asked = t("Where? The name and, after a comma, the address. For instance: Community Centre, ul. Główna 5, Kraków.")
    return join("\n", [when_typed(step, t), asked])


def when_typed(step: Step, t: Translator) -> Html:
    """The start and the end read back, at the step behind them."""
    answers = step.draft.answers
    for kind in ("session", "edit"):
        if f"{kind}_when" in answers and f"{kind}_end" in answers:
            return bold(from_till(answers[f"{kind}_when"], answers[f"{kind}_end"], t))
    return Html("")


def _register(key: str, words: FieldWords) -> None:
    """Make a question known; where one thing is changed it says first how that is now."""

    def prompt(step: Step, t: Translator) -> Html:
        about, changed = step.setting.about, step.draft.form.removeprefix("edit_")
        if not isinstance(about, Editing) or key != f"edit_{changed}":
            return words.prompt(step, t)
        now = t("Now: {value}", value=value(changed, about.event.plan, t))
        return join("\n", [now, words.prompt(step, t)])

    wordings.field(key, replace(words, prompt=prompt))


_register(
    "edit_title",
    FieldWords(lambda t: t("Title"), lambda _, t: t("What is it called? For instance: District Dialogue Forum.")),
)
for _code in LANGUAGES[1:]:
    _register(
        f"edit_title_{_code}",
        FieldWords(
            lambda t, code=_code: t("Title: {language}", language=language(code, t)),  # type: ignore[misc]
            lambda _, t: t("What is it called in this language?"),
        ),
    )
    _register(
        f"edit_description_{_code}",
        FieldWords(
            lambda t, code=_code: t("Description: {language}", language=language(code, t)),  # type: ignore[misc]
            lambda _, t: t("The description in this language, in a few sentences."),
        ),
    )
_WHEN = FieldWords(
    lambda t: t("Date"),
    lambda _, t: t("When? Day and hour, for instance: Tue 8.12 17:00. You can press a button, too."),
    moments,
)
_register("edit_when", _WHEN)
_register(
    "copy_when",
    FieldWords(
        lambda t: t("Date of the copy"),
        lambda _, t: t(
            "When shall the new one be? For a course write when its first session is; the others keep their distance. "
            "For instance: Tue 8.12 17:00. Everything else stays as it was."
        ),
        moments,
    ),
)
for _key in ("edit_end", "session_end"):
    _register(_key, FieldWords(lambda t: t("End"), end_prompt, spans))
_register("edit_place", FieldWords(lambda t: t("Place"), place_prompt, place_names))
_register(
    "edit_link",
    FieldWords(
        lambda t: t("Link"),
        lambda _, t: t(
            "Paste the link to the meeting. Only people with a place see it. For "
            "instance: https://meet.example.org/forum."
        ),
        removing,
    ),
)
_register(
    "edit_pin",
    FieldWords(
        lambda t: t("Point on the map"),
        lambda _, t: t(
            "Send the place as a location (the paper clip, then Location), or write two numbers: 50.0316, 19.9625."
        ),
        removing,
    ),
)
_register(
    "edit_seats",
    FieldWords(
        lambda t: t("Number of seats"), lambda _, t: t("How many people can come? Press or write a number."), numbers
    ),
)
_register(
    "edit_minimum",
    FieldWords(lambda t: t("Minimum"), lambda _, t: t("How many people are needed for it to take place?"), minima),
)
_register(
    "edit_companions",
    FieldWords(
        lambda t: t("Companions"), lambda _, t: t("How many people may somebody bring along? Up to 20."), numbers
    ),
)
_register(
    "edit_queue",
    FieldWords(
        lambda t: t("Longest queue"), lambda _, t: t("How many people may wait when all seats are taken?"), numbers
    ),
)
_register(
    "edit_description",
    FieldWords(
        lambda t: t("Description"),
        lambda _, t: t("What happens there, for whom, what to bring? A few sentences."),
        removing,
    ),
)
_register(
    "edit_accessibility",
    FieldWords(
        lambda t: t("Accessibility"),
        lambda _, t: t("What should people know? For instance: no stairs, an induction loop, a quiet room."),
        removing,
    ),
)
_register("edit_kind", FieldWords(lambda t: t("Kind"), lambda _, t: t("What sort of event is it?"), kind_names))
_register(
    "edit_approval",
    FieldWords(
        lambda t: t("Approval"),
        lambda _, t: t("Do you choose among the applications? If not, whoever signs up has a place at once."),
    ),
)
_register(
    "edit_decide",
    FieldWords(
        lambda t: t("Answer by"), lambda _, t: t("By when will people hear? For instance: Tue 1.12 12:00."), moments
    ),
)
_register(
    "edit_opens",
    FieldWords(
        lambda t: t("Sign-up opens"),
        lambda _, t: t("When does signing up begin? Without a date it begins at once."),
        moments,
    ),
)
_register(
    "edit_closes",
    FieldWords(
        lambda t: t("Sign-up closes"),
        lambda _, t: t("Until when can people sign up? Without a date: until the start."),
        moments,
    ),
)
_register(
    "edit_cancel",
    FieldWords(
        lambda t: t("Cancelling"),
        lambda _, t: t("Until when can people cancel by themselves? Without a date: until the start."),
        moments,
    ),
)
_register(
    "edit_release",
    FieldWords(
        lambda t: t("Groups for everybody"),
        lambda _, t: t("From when may anybody have the seats that groups leave free?"),
        moments,
    ),
)
_register(
    "edit_reminders",
    FieldWords(
        lambda t: t("Reminders"),
        lambda _, t: t("When shall the bot remind people? Press to choose, then Done."),
        reminder_names,
    ),
)
_register(
    "edit_languages",
    FieldWords(
        lambda t: t("Languages"),
        lambda _, t: t("In which languages? Press the main one first, then Done."),
        language_names,
    ),
)
_register(
    "edit_organisation",
    FieldWords(
        lambda t: t("Organisations"), lambda _, t: t("Shall people say which organisation or office they come for?")
    ),
)
_register(
    "edit_organisation_seats",
    FieldWords(
        lambda t: t("Seats for an organisation"), lambda _, t: t("How many seats may one organisation have?"), numbers
    ),
)
_register(
    "edit_unconfirmed",
    FieldWords(
        lambda t: t("Unconfirmed seats"),
        lambda _, t: t(
            "When do seats pass on that nobody confirmed? Press, or write for "
            "instance: 1d 12:00 (a day before, at noon)."
        ),
        offsets,
    ),
)
_register(
    "edit_shortage",
    FieldWords(
        lambda t: t("Shortage notice"),
        lambda _, t: t(
            "When shall the team hear that people are missing? Press, or write for instance: 3d (three days before)."
        ),
        offsets,
    ),
)
for _key, _words in (("edit_after", "after"), ("edit_not_after", "not_after")):
    _register(
        _key,
        FieldWords(
            (lambda t: t("Only after")) if _words == "after" else (lambda t: t("Not after")),
            (lambda _, t: t("Only for people who took part in another event: write its code. For instance: forum-1."))
            if _words == "after"
            else (
                lambda _, t: t("Not for people who took part in another event: write its code. For instance: forum-1.")
            ),
            lambda field, t: [t("For everybody") for _ in field.suggested],
        ),
    )
_register(
    "edit_single",
    FieldWords(
        lambda t: t("Single sessions"), lambda _, t: t("May people come to single sessions, without the others?")
    ),
)
_register(
    "edit_code",
    FieldWords(
        lambda t: t("Code"),
        lambda _, t: t("A short code for links and commands: letters, digits, hyphens. For instance: forum-3."),
    ),
)
for _name, _why in REASONS.items():
    wordings.reason(_name, _why)
