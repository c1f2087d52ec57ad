"""/settings: the language."""

from bot.chat.commands import set_menu_of
from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.domain import access
from bot.domain.access import Permission
from bot.screens.settings import SetLanguage, Settings, language_set_screen, settings_screen
from bot.services import people

routes = Routes()


@routes.command("settings")
async def show_settings(ctx: Context, _argument: str) -> Reply:
    """The languages."""
    return settings_screen(ctx.t, is_staff=access.allows(ctx.actor.grants, Permission.SEE_LISTS))


@routes.press(Settings)
async def back_to_settings(ctx: Context, _press: Settings) -> Reply:
    """The same from a button."""
    return settings_screen(ctx.t, is_staff=access.allows(ctx.actor.grants, Permission.SEE_LISTS))


@routes.press(SetLanguage)
async def set_language(ctx: Context, press: SetLanguage) -> Reply:
    """Speak another language, in the menu too."""
    await people.set_language(ctx.db, ctx.actor, press.language)
    await set_menu_of(ctx.bot, ctx.user.id, press.language, ctx.house.texts, ctx.actor.grants)
    return language_set_screen(ctx.house.texts.in_(press.language))
