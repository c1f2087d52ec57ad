"""Organisations for the team: the list, one of them, and making one of two."""

from bot.domain.organisations import Body, BodyKind, OrganisationGone, Use
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.desk import entry
from bot.screens.pages import page_title, turning
from bot.screens.screen import Button, Row, Screen
from bot.screens.start import desk_button
from bot.screens.wordings import FieldWords, FormWords, RefusalWords
from bot.services.dialogs import Step
from bot.services.organisation_desk import Card, Page, Preview
from bot.texts import Html, Translator, bold, escaped, join, shorten

LABEL = 48
"""Characters of a name on a button."""


@action("ogl")
class OrganisationList(Action):
    """Show the organisations by name; pages count from 0."""

    page: int = 0


@action("ogs")
class ShowOrganisation(Action):
    """Show one."""

    organisation: int


@action("ogr")
class RenameOrganisation(Action):
    """Begin to write another name."""

    organisation: int


@action("ogk")
class SetOrganisationKind(Action):
    """Say what it is."""

    organisation: int
    kind: str


@action("ogf")
class ForgetSpelling(Action):
    """Forget the spelling at this place of the card."""

    organisation: int
    number: int


@action("ogd")
class FindDouble(Action):
    """Choose which other one is the same; pages count from 0."""

    organisation: int
    page: int = 0


@action("ogp")
class PreviewMerge(Action):
    """Show what making one of two would do; ``into`` keeps its name."""

    organisation: int
    into: int


@action("ogm")
class MergeOrganisations(Action):
    """Make one of two."""

    organisation: int
    into: int


@action("ogu")
class SeparateOrganisations(Action):
    """Take two apart again."""

    merge: int


@entry("organisations")
def organisations_button(t: Translator) -> Button:
    """The way in from the desk."""
    return Button(t("Organisations"), OrganisationList())


def kind_name(kind: BodyKind, t: Translator) -> Html:
    """What it is, in words."""
    return {
        BodyKind.NGO: t("organisation"),
        BodyKind.JST: t("local government or office"),
        BodyKind.OTHER: t("something else"),
    }[kind]


def organisations_screen(page: Page, t: Translator) -> Screen:
    """A page of the list, or what a search found; while ``merging`` a choice of the double."""
    if page.merging:
        return _doubles_screen(page, page.merging, t)
    head = t("Organisations: “{words}”", words=page.words) if page.words else t("Organisations and offices")
    head = page_title(head, page.page, page.pages, t)
    nothing = (
        t("Nothing like that. Write fewer words, or see the whole list.")
        if page.words
        else t("None yet. They come here when people say whom they represent.")
    )
    hint = t("Looking for one? Write its name after the command, for instance: /organisations rybie")
    lines = [_line(one, t) for one in page.uses] or [nothing]
    rows: list[Row] = [
        (Button(escaped(shorten(one.body.name, LABEL)), ShowOrganisation(one.body.id)),) for one in page.uses
    ]
    if page.words:
        rows.append((Button(t("All organisations"), OrganisationList()), desk_button(t)))
        return Screen(join("\n\n", [bold(head), join("\n", lines)]), rows=tuple(rows))
    turns = turning(page.page, page.pages, OrganisationList, back=t("Earlier"), on=t("Later"))
    return Screen(join("\n\n", [bold(head), join("\n", lines), hint]), rows=(*rows, *turns, (desk_button(t),)))


def _line(use: Use, t: Translator) -> Html:
    people = t.n("{n} person", "{n} people", use.people)
    return join(", ", [bold(use.body.name), kind_name(use.body.kind, t), people])


def organisation_screen(card: Card, t: Translator, done: Html | None = None) -> Screen:
    """One organisation; ``done`` says what was just done to it."""
    body = card.use.body
    lines = [
        done or "",
        bold(body.name),
        kind_name(body.kind, t),
        join(
            ", ",
            [t.n("{n} person", "{n} people", card.use.people), t.n("{n} event", "{n} events", card.use.events)],
        ),
        t("Events: {codes}", codes=", ".join(card.codes)) if card.codes else "",
        t("People also write: {spellings}", spellings=", ".join(card.spellings)) if card.spellings else "",
        t("Merged into it: {names}", names=", ".join(one.loser.name for one in card.merges)) if card.merges else "",
    ]
    rows = _changes(card, t) if card.can_change else ()
    return Screen(join("\n", lines), rows=(*rows, (Button(t("All organisations"), OrganisationList()), desk_button(t))))


def _changes(card: Card, t: Translator) -> tuple[Row, ...]:
    body = card.use.body
    kinds = tuple(
        Button(t("It is: {kind}", kind=kind_name(kind, t)), SetOrganisationKind(body.id, kind))
        for kind in BodyKind
        if kind is not body.kind
    )
    spellings = tuple(
        (Button(t("Not this one: {spelling}", spelling=shorten(one, 30)), ForgetSpelling(body.id, number)),)
        for number, one in enumerate(card.spellings)
    )
    apart = tuple(
        (Button(t("Take apart: {name}", name=shorten(one.loser.name, 30)), SeparateOrganisations(one.id)),)
        for one in card.merges
    )
    merge = Button(t("It is the same as …"), FindDouble(body.id))
    return ((Button(t("Another name"), RenameOrganisation(body.id)), merge), kinds, *spellings, *apart)


def _doubles_screen(page: Page, body: Body, t: Translator) -> Screen:
    text = t(
        "Which one is the same as {name}? The likeliest come first. You see what happens before anything is done.",
        name=bold(body.name),
    )
    rows = [(Button(escaped(shorten(one.body.name, LABEL)), PreviewMerge(body.id, one.body.id)),) for one in page.uses]
    turns = turning(page.page, page.pages, lambda number: FindDouble(body.id, number), back=t("Earlier"), on=t("Later"))
    nothing = "" if page.uses else t("There is no other organisation.")
    back = (Button(t("Back"), ShowOrganisation(body.id)),)
    return Screen(join("\n\n", [text, nothing]), rows=(*rows, *turns, back))


def preview_screen(preview: Preview, t: Translator) -> Screen:
    """What making one of two would do."""
    loser, winner = preview.loser, preview.winner
    lines = [
        bold(t("Make one of these two?")),
        join("\n", [_line(loser, t), _line(winner, t)]),
        t(
            "The name {name} stays. People, sign-ups and all spellings come together, and seats count once.",
            name=bold(winner.body.name),
        ),
        t("Also found as: {spellings}", spellings=", ".join(preview.spellings)) if preview.spellings else "",
        t("Nobody loses a seat. You can take them apart again."),
    ]
    rows = (
        (Button(t("Make one"), MergeOrganisations(loser.body.id, winner.body.id)),),
        (Button(t("Keep the other name"), PreviewMerge(winner.body.id, loser.body.id)),),
        (Button(t("Back"), ShowOrganisation(loser.body.id)),),
    )
    return Screen(join("\n\n", lines), rows=rows)


def merged_words(t: Translator) -> Html:
    """After making one of two."""
    return t("Done, they are one now.")


def separated_words(t: Translator) -> Html:
    """After taking them apart."""
    return t("Done, they are two again.")


def changed_words(t: Translator) -> Html:
    """After any other change."""
    return t("Done.")


def _name_prompt(step: Step, t: Translator) -> Html:
    body = step.setting.about
    name = body.name if isinstance(body, Body) else ""
    return t("Now it is called {name}. How shall it be called? It is still found by the old name.", name=bold(name))


def _summary(step: Step, _t: Translator) -> Html:
    return join("\n", ["\n", escaped(" ".join(str(step.draft.answers["organisation_name"]).split()))])


wordings.field("organisation_name", FieldWords(lambda t: t("Name"), _name_prompt))
wordings.form("organisation_rename", FormWords(lambda t: t("Save the name"), _summary))
wordings.refusal(
    OrganisationGone,
    RefusalWords(
        lambda _, t: t("This organisation is not there any more. Perhaps it was merged into another one."),
        lambda _, t: Button(t("All organisations"), OrganisationList()),
    ),
)
