"""/privacy: the notice, the own data, erasing."""

import json

from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.screens.privacy import (
    Erase,
    EraseNow,
    ForgetAnswers,
    MyData,
    PicturesAnswer,
    Privacy,
    erase_screen,
    erased_screen,
    forgotten_screen,
    my_data_screen,
    pictures_screen,
    privacy_screen,
)
from bot.services import enrolments, own_data, privacy

routes = Routes()


@routes.command("privacy")
async def show_notice(ctx: Context, _argument: str) -> Reply:
    """The notice, and what the person agreed to."""
    return privacy_screen(ctx.t, ctx.house.organisation, await own_data.agreed(ctx.db, ctx.actor))


@routes.press(Privacy)
async def back_to_notice(ctx: Context, _press: Privacy) -> Reply:
    """The same from a button."""
    return await show_notice(ctx, "")


@routes.press(MyData)
async def send_data(ctx: Context, _press: MyData) -> Reply:
    """Everything stored about the person."""
    data = await own_data.of(ctx.db, ctx.actor)
    return my_data_screen(data, ctx.t, json.dumps(data.rows, ensure_ascii=False, indent=2).encode())


@routes.press(Erase)
async def ask_to_erase(ctx: Context, _press: Erase) -> Reply:
    """What erasing means."""
    return erase_screen(ctx.t)


@routes.press(EraseNow)
async def erase(ctx: Context, _press: EraseNow) -> Reply:
    """Erase everything."""
    await privacy.erase(ctx.db, ctx.actor, now=ctx.now)
    return erased_screen(ctx.t)


@routes.press(ForgetAnswers)
async def forget(ctx: Context, _press: ForgetAnswers) -> Reply:
    """Do not offer remembered answers any more."""
    await enrolments.forget(ctx.db, ctx.actor, now=ctx.now)
    return forgotten_screen(ctx.t)


@routes.press(PicturesAnswer)
async def answer_pictures(ctx: Context, press: PicturesAnswer) -> Reply:
    """Whether pictures somebody is seen on may be published."""
    await own_data.agree_to_pictures(ctx.db, ctx.actor, press.yes == 1, now=ctx.now)
    return pictures_screen(ctx.t, is_yes=press.yes == 1)
