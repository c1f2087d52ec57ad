"""One person's card, and what the team does there."""

from bot.chat.context import Context, Reply
from bot.chat.endings import ending
from bot.chat.routes import Routes
from bot.domain.access import Permission
from bot.screens.actions import Action, unpack
from bot.screens.dialogs import step_screen
from bot.screens.list_filters import Filtered, People, ShowFromList, ShowParticipant, card
from bot.screens.participants import (
    ChooseGroup,
    GiveSeat,
    NoteComing,
    SetGroup,
    TakeOff,
    ToQueue,
    UndoPlacing,
    WriteTo,
    groups_screen,
    participant_screen,
    undone_screen,
)
from bot.screens.placements import sent_screen
from bot.services import letters, lists, placements
from bot.services.letters import Written
from bot.services.lists import Participant
from bot.services.placements import Placed

routes = Routes()
STAFF = Permission.MANAGE_SIGNUPS


@routes.press(ShowParticipant, staff=Permission.SEE_LISTS)
async def show_participant(ctx: Context, press: ShowParticipant) -> Reply:
    """One person's card."""
    one = await lists.participant(ctx.db, ctx.actor, press.signup, now=ctx.now)
    return participant_screen(one, ctx.t, ctx.now)


@routes.press(ShowFromList, staff=Permission.SEE_LISTS)
async def show_from_list(ctx: Context, press: ShowFromList) -> Reply:
    """The same, with the way back to that list."""
    one = await lists.participant(ctx.db, ctx.actor, press.signup, now=ctx.now)
    return participant_screen(one, ctx.t, ctx.now, back=_list(one, press))


@routes.press(GiveSeat, staff=STAFF)
async def give_seat(ctx: Context, press: GiveSeat) -> Reply:
    """A seat, whoever else waits."""
    placed = await placements.give(ctx.db, ctx.actor, press.signup, now=ctx.now)
    return await _card(ctx, press.signup, placed)


@routes.press(ToQueue, staff=STAFF)
async def to_queue(ctx: Context, press: ToQueue) -> Reply:
    """To the end of the queue."""
    placed = await placements.queue(ctx.db, ctx.actor, press.signup, now=ctx.now)
    return await _card(ctx, press.signup, placed)


@routes.press(TakeOff, staff=STAFF)
async def take_off(ctx: Context, press: TakeOff) -> Reply:
    """Off the list."""
    placed = await placements.cancel(ctx.db, ctx.actor, press.signup, now=ctx.now)
    return await _card(ctx, press.signup, placed)


@routes.press(NoteComing, staff=STAFF)
async def note_coming(ctx: Context, press: NoteComing) -> Reply:
    """The person said that they come."""
    await placements.note_coming(ctx.db, ctx.actor, press.signup, press.number == 1, now=ctx.now)
    return await _card(ctx, press.signup)


@routes.press(ChooseGroup, staff=STAFF)
async def choose_group(ctx: Context, press: ChooseGroup) -> Reply:
    """The other groups."""
    one = await lists.participant(ctx.db, ctx.actor, press.signup, now=ctx.now)
    return groups_screen(one, ctx.t, _back(ctx, one))


@routes.press(SetGroup, staff=STAFF)
async def set_group(ctx: Context, press: SetGroup) -> Reply:
    """Another group."""
    placed = await placements.regroup(ctx.db, ctx.actor, press.signup, press.group, now=ctx.now)
    return await _card(ctx, press.signup, placed)


@routes.press(UndoPlacing, staff=STAFF)
async def undo(ctx: Context, press: UndoPlacing) -> Reply:
    """Take back what was done."""
    is_whole = await placements.undo(ctx.db, ctx.actor, press.signup, press.entry, now=ctx.now)
    one = await lists.participant(ctx.db, ctx.actor, press.signup, now=ctx.now)
    return undone_screen(one, ctx.t, ctx.now, has_passed_on=not is_whole, back=_back(ctx, one))


@routes.press(WriteTo, staff=STAFF)
async def write_to(ctx: Context, press: WriteTo) -> Reply:
    """Begin to write to somebody."""
    one = await lists.participant(ctx.db, ctx.actor, press.signup, now=ctx.now)
    back = card(press.signup, _back(ctx, one)).pack()
    step = await letters.write(ctx.db, ctx.actor, press.signup, back=back, now=ctx.now)
    return step_screen(step, ctx.t, ctx.house.organisation)


@ending(letters.LETTER, Written)
async def written(ctx: Context, result: Written) -> Reply:
    """The message is on its way; the card remembers the list that led to it."""
    way = unpack(result.back)
    return sent_screen(way if isinstance(way, ShowFromList) else ShowParticipant(result.signup), ctx.t)


async def _card(ctx: Context, signup: int, placed: Placed | None = None) -> Reply:
    """The card again, after one of its buttons."""
    one = await lists.participant(ctx.db, ctx.actor, signup, now=ctx.now)
    return participant_screen(one, ctx.t, ctx.now, placed, back=_back(ctx, one))


def _back(ctx: Context, one: Participant) -> Action | None:
    """The list that led here. The card's own buttons have no room for it: it is read from the one beside them."""
    way = ctx.beside(People, Filtered, ShowFromList)
    if isinstance(way, ShowFromList):
        return _list(one, way)
    return way if isinstance(way, People | Filtered) and way.event == one.event.id else None


def _list(one: Participant, way: ShowFromList) -> Action:
    return Filtered(one.event.id, way.page, way.query) if way.query else People(one.event.id, way.page)
