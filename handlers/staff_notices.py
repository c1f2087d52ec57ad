"""What the team is told of: chosen by each for themselves."""

from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.domain.access import Permission
from bot.domain.refusals import StaleButton
from bot.domain.staff_notices import How, Topic
from bot.screens.settings import StaffNotices
from bot.screens.staff_notices import ChooseNotice, StaffTopic, choices_screen, topic_screen
from bot.services import staff_notices

routes = Routes()


@routes.press(StaffNotices, staff=Permission.SEE_LISTS)
async def show_choices(ctx: Context, _press: StaffNotices) -> Reply:
    """All topics."""
    return choices_screen(await staff_notices.choices(ctx.db, ctx.actor), ctx.t)


@routes.press(StaffTopic, staff=Permission.SEE_LISTS)
async def show_topic(ctx: Context, press: StaffTopic) -> Reply:
    """One topic."""
    topic = _topic(press.topic)
    choices = await staff_notices.choices(ctx.db, ctx.actor)
    if topic not in choices:
        raise StaleButton
    return topic_screen(topic, choices[topic], ctx.t)


@routes.press(ChooseNotice, staff=Permission.SEE_LISTS)
async def choose(ctx: Context, press: ChooseNotice) -> Reply:
    """Another way from now on."""
    if press.how not in set(How):
        raise StaleButton
    choices = await staff_notices.choose(ctx.db, ctx.actor, _topic(press.topic), How(press.how))
    return choices_screen(choices, ctx.t)


def _topic(word: str) -> Topic:
    if word not in set(Topic):
        raise StaleButton
    return Topic(word)
