"""Audiences in words: who is meant, how many they are, why others are left out."""

from bot.domain.announcements import Audience, Of
from bot.domain.localized import LANGUAGES
from bot.screens.events import title as event_title
from bot.screens.projects import Titles
from bot.screens.settings import NAMES
from bot.services.announcements import Shown
from bot.texts import Html, Translator, bold, join


def audience_words(shown: Shown, t: Translator, titles: Titles) -> Html:
    """Who is meant."""
    meant = shown.one.audience
    project = titles.get(meant.project, meant.project)
    first = {
        Of.NOBODY: t("not chosen yet"),
        Of.EVERYBODY: t("everybody who agreed to news"),
        Of.FOLLOWERS: t("who follows the project {project}", project=project),
        Of.EVENT: t("people of the event {event}", event=event_title(shown.meant, t) if shown.meant else ""),
        Of.SILENT: t("who pressed nothing under the earlier announcement"),
    }[meant.of]
    group = next((one for one in shown.meant.groups if one.id == meant.group), None) if shown.meant else None
    parts = [
        first,
        join(" + ", [status_words(one, t) for one in sorted(meant.statuses)]) if meant.of is Of.EVENT else "",
        t("the group {group}", group=group.name.in_(t.language)) if group else "",
        t("gmina {gmina}", gmina=meant.gmina) if meant.gmina else "",
        t("reading {language}", language=NAMES[meant.language]) if meant.language else "",
    ]
    return join(", ", [str(part) for part in parts])


def status_words(status: str, t: Translator) -> Html:
    """Where people stand with an event."""
    return {
        "seated": t("with a seat"),
        "waiting": t("waiting"),
        "applied": t("applied"),
        "attended": t("were there"),
        "unanswered": t("have not said whether they come"),
    }[status]


def is_unmarked(audience: Audience) -> bool:
    """Whether an event's people are meant, and nothing is marked of how they stand with it: it is nobody yet."""
    return audience.of is Of.EVENT and not audience.statuses


def language_words(code: str, t: Translator) -> Html:
    """In which language."""
    return {"pl": t("in Polish"), "en": t("in English"), "uk": t("in Ukrainian")}[code]


def reach_words(shown: Shown, t: Translator, languages: Html | None = None) -> Html:
    """How many people it is, why others are left out, and what they read; nothing before somebody is chosen."""
    if shown.one.audience.of is Of.NOBODY:
        return Html("")
    if is_unmarked(shown.one.audience):
        return bold(t("Mark to whom of the event it goes."))
    reasons = {
        "consent": t("have not agreed to news: {n}", n=shown.reach.left_out.get("consent", 0)),
        "opted_out": t("do not want such messages: {n}", n=shown.reach.left_out.get("opted_out", 0)),
        "blocked": t("have blocked the bot: {n}", n=shown.reach.left_out.get("blocked", 0)),
        "scope": t("beyond your scope: {n}", n=shown.reach.left_out.get("scope", 0)),
        "phone": t("have no Telegram, only a phone: {n}", n=shown.reach.left_out.get("phone", 0)),
    }
    left = join(", ", [words for why, words in reasons.items() if shown.reach.left_out.get(why)])
    got = bold(t.n("{n} person gets it.", "{n} people get it.", shown.reach.people))
    nobody = t("So far there is nobody like that.") if not shown.reach.people and not left else Html("")
    return join(
        "\n",
        [
            got,
            nobody,
            t("Left out: {reasons}.", reasons=left) if left else "",
            languages or "",
            _untranslated(shown, t),
        ],
    )


def _untranslated(shown: Shown, t: Translator) -> Html:
    """In which languages people wait for words that are not there."""
    content = shown.one.content
    missing = [code for code in LANGUAGES if content and code not in content and shown.languages.get(code)]
    if not missing:
        return Html("")
    instead = next(language_words(code, t) for code in LANGUAGES if code in content)
    languages = join(", ", [language_words(code, t) for code in missing])
    return t("There are no words {languages}: these people get them {instead}.", languages=languages, instead=instead)
