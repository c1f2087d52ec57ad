"""What is for the team is for the team only: every staff command and button, tried by those who may not.

The tables are made from the registries, so nothing can be forgotten: a new handler is either marked with
``staff=Permission.…`` and tried here, or stands in the list of what is for everybody.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

import handlers
from bot.chat.commands import COMMANDS
from bot.domain import access
from bot.domain.forms import SUMMARY, Draft
from bot.domain.localized import polish
from bot.domain.people import Actor, Grant, Role, Scope
from bot.domain.signups import Details
from bot.screens import desk
from bot.screens.actions import VERSION, Action
from bot.screens.dialogs import Back, Commit
from bot.screens.new_events import NewEvents
from bot.services import dialogs, signups, team
from bot.store import dialogs as drafts
from bot.store import people
from bot.store.database import Reader
from bot.store.folding import fold
from bot.store.rows import moment

from .town import Inhabitant, Town

ROUTES = handlers.all_routes()

FOR_EVERYBODY = {
    "start": "Start Help",
    "events": "EventList EventCard EventMore EventPlace EventFilter",
    "projects": "ProjectList ProjectCard ProjectSection",
    "tickets": "ShowTicket",
    "signups": "SignUp MyList MyPlace Correct Cancel Undo CalendarFile",
    "dialogs": "Pressed Skip Back ChangeAnswer Commit Stop Resume Drop",
    "questions": "AskAbout TellFact",
    "inbox": "PassOn PassOnRead AskOn",
    "self_check_in": "NotHere",
    "reminders": "Coming NotComing Late Take SessionAnswer",
    "settings": "Settings SetLanguage",
    "news": "FromAnnouncement NoSuchNews SuchNews Follow NewsSettings Want NewsAnswer",
    "team": "Accept Decline",
    "hand_overs": "HandOver",
    "duplicates": "UsePersonLink",
    "privacy": "Privacy MyData Erase EraseNow ForgetAnswers PicturesAnswer",
}
"""Buttons that any resident may press, by feature. Whatever a member of the team may see or do beyond them is not."""

FORMS_FOR_EVERYBODY = {"signup", "change", "hand_over", "inbox_ask"}
"""Conversations that residents hold."""

COUNTING = {"page", "revision", "index", "number", "count"}
"""Whole numbers in a button that are no row's id."""

NAME, PHONE = "Zenobia Tajemnicka", "600 999 888"
DRAFT = "Szkic tajnej narady"
QUESTION = "Kto mnie tu ukrywa?"
SENT = '{"pl": {"text": "Tajne wieści dla Podgórza", "kind": "", "media": [], "group": ""}}'
MEANT = """{"of": "followers", "project": "podgorze", "event": null, "statuses": ["seated"], "group": null,
    "gmina": "", "language": "", "before": null, "was": ""}"""
SECRETS = (NAME, PHONE, DRAFT, QUESTION, "Tajne wieści")
PODGORZE = Grant(Role.ANIMATOR, Scope.PROJECT, "podgorze")
OUT_OF_SCOPE = (
    Grant(Role.ANIMATOR, Scope.PROJECT, "lider"),
    Grant(Role.ANIMATOR, Scope.GMINA, "Piastów"),
    Grant(Role.COORDINATOR, Scope.PROJECT, "lider"),
)
UNKNOWN = 10**15
BEYOND = 2**63
"""One more than SQLite can hold."""


@dataclass(frozen=True, slots=True)
class Try:
    """A staff button with made-up values."""

    action: Action
    is_about_a_row: bool

    def __str__(self) -> str:
        return repr(self.action)


def tries(*numbers: int) -> Iterator[Try]:
    """Every staff button, with each of the numbers as the row it is about."""
    return made_up(ROUTES.staff_presses, *numbers)


def made_up(kinds: Iterable[type[Action]], *numbers: int) -> Iterator[Try]:
    """Buttons of these kinds, with each of the numbers as the row they are about."""
    for kind in kinds:
        ids = {one.name for one in fields(kind) if one.type in ("int", int)} - COUNTING  # type: ignore[arg-type]
        for number in numbers if ids else numbers[:1]:
            yield Try(kind(*(_made_up(one.name, one.type, number) for one in fields(kind))), bool(ids))  # type: ignore[arg-type]


def _made_up(name: str, kind: object, number: int) -> object:
    if kind in ("int", int):
        return 0 if name in COUNTING else number
    return {"project": "podgorze", "code": "forum-1", "role": "animator", "scope": "project"}.get(name, "podgorze")


def commands() -> list[str]:
    """Every staff command as it may be typed, alone and about an event."""
    names = {one.name: one.pl for one in COMMANDS}
    return [f"/{names[name]}{argument}" for name in ROUTES.staff_commands for argument in ("", " forum-1", " szkic 1")]


@pytest.fixture
async def town(town: Town) -> Town:
    """The town with a row of everything, all of it of the project podgorze, and each the first of its table.

    A draft, and somebody whose name nobody may learn, are among it.
    """
    await _furnish_team(town)
    event = await town.plan()
    await town.plan("szkic", title=polish(DRAFT))
    stranger = await somebody(town)
    async with town.db.transaction() as tx:
        await tx.execute("UPDATE events SET state = 'draft' WHERE code = 'szkic'")
        actor = Actor(await _id(tx, stranger), stranger.person.id, "pl")
        await signups.join(tx, actor, event, Details(NAME, PHONE, "Kraków"), source=None, now=town.clock.now())
        await people.remember(tx, actor.id, {"name": NAME, "name_folded": fold(NAME), "phone": PHONE, "gmina": None})
    await _furnish_inbox(town)
    return town


async def _furnish_inbox(town: Town) -> None:
    """A question, a frequent question made of another one, a call to make, and an announcement that was sent."""
    rows = (
        f"""INSERT INTO announcements (author_id, phase, content, audience, created_at, started_at)
        VALUES (2, 'done', '{SENT}', '{MEANT}', :now, :now)""",  # noqa: S608 - nobody else writes here
        f"""INSERT INTO inbox (project, question, language, created_at)
        VALUES ('podgorze', '{QUESTION}', 'pl', :now)""",  # noqa: S608 - nobody else writes here
        """INSERT INTO faq (project, question, answer, language, created_at)
        VALUES ('podgorze', 'Czy jest parking?', 'Tak.', 'pl', :now)""",
        """INSERT INTO outbox (id, key, person_id, event_id, kind, facts, priority, due_at, state, created_at)
        VALUES (1000, 'lost', 3, 1, 'event_called_off', '{"event": 1}', 2, :now, 'failed', :now)""",
        """INSERT INTO indicator_entries (project, indicator, amount, note, at)
        VALUES ('podgorze', 'rady', 1, 'Rada Seniorów', :now)""",
        "INSERT INTO calls (outbox_id, person_id, reason, created_at) VALUES (1000, 3, 'blocked', :now)",
    )
    async with town.db.transaction() as tx:
        for row in rows:
            await tx.execute(row, {"now": moment(town.clock.now())})


async def _furnish_team(town: Town) -> None:
    """The first person has the first role; the first entry of the log is about taking it away; an invitation."""
    await somebody(town, PODGORZE)
    boss = await somebody(town, Grant(Role.ADMINISTRATOR))
    async with town.db.reading() as tx:
        actor = Actor(await _id(tx, boss), boss.person.id, "pl", frozenset({Grant(Role.ADMINISTRATOR)}))
    nobody, now = frozenset[int](), town.clock.now()
    changed = await team.withdraw(town.db, actor, 1, 1, configured=nobody, now=now)
    assert changed.entry == 1
    await team.restore(town.db, actor, 1, now=now)
    async with town.db.transaction() as tx:
        await tx.execute("UPDATE roles SET id = 1 WHERE person_id = 1")
    await team.invite(town.db, actor, PODGORZE, frozenset({"podgorze"}), now=now)


async def _id(tx: Reader, who: Inhabitant) -> int:
    person = await people.find(tx, who.person.id)
    assert person is not None
    return person.id


async def somebody(town: Town, *grants: Grant) -> Inhabitant:
    """Somebody new with these roles, in front of an open chat."""
    who = town.person("Ktoś Inny")
    await who.says("/start")
    async with town.db.transaction() as tx:
        for grant in grants:
            await people.grant(tx, await _id(tx, who), grant, town.clock.now())
    return who


async def forges(town: Town, who: Inhabitant, data: str) -> None:
    """Press a button that the bot never showed."""
    forged = InlineKeyboardMarkup([[InlineKeyboardButton("forged", callback_data=data)]])
    await town.bot.application.bot.send_message(who.person.id, "forged", reply_markup=forged)
    await who.presses("forged")


async def dump(town: Town, but: str = "") -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, but for the log of what was tried and of what Telegram delivered."""
    async with town.db.reading() as tx:
        tables = await tx.all("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*'")
        names = {str(row["name"]) for row in tables} - {"audit", "seen_updates", but}
        found = {
            name: await tx.all(f"SELECT * FROM {name}")  # noqa: S608 - our own table names
            for name in sorted(names)
        }
    return {
        name: [tuple(row[key] for key in row.keys() if key != "seen_at") for row in rows]  # noqa: SIM118 - not a dict
        for name, rows in found.items()
    }


async def refusals(town: Town) -> int:
    """How many refusals the audit log holds."""
    async with town.db.reading() as tx:
        return len(await tx.all("SELECT id FROM audit WHERE action = 'refused'"))


async def tried(town: Town, who: Inhabitant, what: str, *, but: str = "") -> list[str]:
    """Press a forged button, or type words, and find out what is wrong with the outcome."""
    before, logged = await dump(town, but), await refusals(town)
    if what.startswith(f"{VERSION}|"):
        await forges(town, who, what)
    else:
        await who.says(what)
    shown = "\n".join(who.messages)
    wrong = {
        "something changed": await dump(town, but) != before,
        "a secret was shown": any(secret in shown for secret in SECRETS),
        "it was a bug": "Coś poszło nie tak" in shown,
        "it was not refused and logged": await refusals(town) != logged + 1,
    }
    return [f"{what}: {said}" for said, is_so in wrong.items() if is_so]


LOGGED = "it was not refused and logged"


class TestTheRegistries:
    def test_every_button_is_for_staff_or_known_to_be_for_everybody(self) -> None:
        listed = {name for names in FOR_EVERYBODY.values() for name in names.split()}
        unmarked = {kind.__name__ for kind in ROUTES.presses.keys() - ROUTES.staff_presses.keys()}
        assert unmarked - listed == set(), "mark it with staff=Permission.…, or list it as for everybody"

    def test_every_staff_command_has_the_same_permission_in_the_menu_and_on_its_route(self) -> None:
        assert {one.name: one.permission for one in COMMANDS if one.permission} == ROUTES.staff_commands

    def test_every_staff_command_has_a_button_on_the_desk(self) -> None:
        assert desk.entries() == ROUTES.staff_commands.keys()

    def test_a_staff_permission_is_one_that_residents_lack(self) -> None:
        needed = {*ROUTES.staff_commands.values(), *ROUTES.staff_presses.values()}
        assert [one for one in needed if access.allows((), one)] == []


class TestAResident:
    async def test_is_refused_every_staff_command(self, town: Town) -> None:
        wrong = [said for typed in commands() for said in await tried(town, await somebody(town), typed)]
        assert wrong == []

    async def test_is_refused_every_staff_button(self, town: Town) -> None:
        wrong: list[str] = []
        for one in tries(1, UNKNOWN, -1):
            wrong += await tried(town, await somebody(town), one.action.pack())
        assert wrong == []

    async def test_finds_no_staff_thing_behind_what_is_for_everybody(self, town: Town) -> None:
        """A staff button that nobody marked would show or refuse something here."""
        everybody = ROUTES.presses.keys() - ROUTES.staff_presses.keys()
        before = await refusals(town)
        for one in made_up(everybody, 2):
            who = await somebody(town)
            await forges(town, who, one.action.pack())
            assert not any(secret in "\n".join(who.messages) for secret in SECRETS), one
        assert await refusals(town) == before


class TestAConversation:
    @pytest.mark.parametrize("form", sorted(dialogs.known() - FORMS_FOR_EVERYBODY))
    async def test_of_the_team_is_over_for_who_has_no_role_any_more(self, town: Town, form: str) -> None:
        """The draft is still there, but every step asks anew."""
        for step in ("Tak, na pewno", Commit(0, 1).pack(), Back(0).pack()):
            marek = await somebody(town)
            async with town.db.transaction() as tx:
                await drafts.put(tx, await _id(tx, marek), Draft(form, 1, 1, SUMMARY), town.clock.now())
            assert await tried(town, marek, step, but="dialogs") == []


class TestATeamMember:
    @pytest.mark.parametrize("grant", OUT_OF_SCOPE, ids=lambda grant: f"{grant.role} of {grant.scope_key}")
    async def test_learns_and_changes_nothing_out_of_scope_by_commands(self, town: Town, grant: Grant) -> None:
        """But /nowe begins a conversation about their own project, if that is their only one."""
        wrong: list[str] = []
        for typed in commands():
            own = "dialogs" if typed.startswith("/nowe") else ""
            wrong += await tried(town, await somebody(town, grant), typed, but=own)
        assert [said for said in wrong if not said.endswith(LOGGED)] == []

    @pytest.mark.parametrize("grant", OUT_OF_SCOPE, ids=lambda grant: f"{grant.role} of {grant.scope_key}")
    async def test_is_refused_every_button_out_of_scope(self, town: Town, grant: Grant) -> None:
        """But for lists and menus, which show what is within."""
        wrong: list[str] = []
        for one in tries(1):
            own = "dialogs" if isinstance(one.action, NewEvents) else ""
            said = await tried(town, await somebody(town, grant), one.action.pack(), but=own)
            wrong += said if one.is_about_a_row else [each for each in said if not each.endswith(LOGGED)]
        assert wrong == []

    async def test_with_every_right_finds_nothing_behind_forged_numbers(self, town: Town) -> None:
        wrong: list[str] = []
        for one in tries(UNKNOWN, -1):
            said = await tried(town, await somebody(town, Grant(Role.ADMINISTRATOR)), one.action.pack())
            wrong += [each for each in said if one.is_about_a_row and not each.endswith(LOGGED)]
        assert wrong == []


async def test_a_number_beyond_the_store_is_no_button(town: Town) -> None:
    boss = await somebody(town, Grant(Role.ADMINISTRATOR))
    for one in tries(BEYOND):
        await forges(town, boss, one.action.pack())
    assert "Coś poszło nie tak" not in "\n".join(boss.messages)
