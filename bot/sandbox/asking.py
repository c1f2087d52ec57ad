"""The methods that ask about, answer or set something without writing into a chat."""

from datetime import timedelta

from bot.sandbox.arguments import Arguments, parts
from bot.sandbox.files import DOWNLOAD_LIMIT
from bot.sandbox.menus import DEFAULT, Scope
from bot.sandbox.state import Query
from bot.sandbox.utf16 import units
from bot.sandbox.wire import Json, JsonObject, bad_request
from bot.sandbox.world import World

ANSWER_LIMIT = 200
"""Characters of a callback answer, https://core.telegram.org/bots/api#answercallbackquery."""
QUERY_LIFE = timedelta(minutes=1)
"""Telegram names no number; it forgets a query after about so long."""

_NO_GIFTS: JsonObject = dict.fromkeys(
    (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    ),
    False,
)


def get_me(world: World, call: Arguments) -> Json:  # noqa: ARG001
    """The bot."""
    return world.bot.about_itself()


def get_file(world: World, call: Arguments) -> Json:
    """Where to download a file."""
    stored = world.files.get(call.text("file_id"))
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(stored.content) > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return stored.as_json()


def get_chat(world: World, call: Arguments) -> Json:
    """A ``ChatFullInfo``."""
    chat = world.chat(call.chat())
    more: JsonObject = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _NO_GIFTS}
    return {**chat.as_json(), **more}


def get_chat_member(world: World, call: Arguments) -> Json:
    """Whether somebody is in a chat."""
    chat = world.chat(call.chat())
    user_id = call.number("user_id")
    if user_id == world.bot.id:
        return {"status": "member", "user": world.bot.as_json()}
    person = world.people.get(user_id) if user_id is not None else None
    if person is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    is_in = person.id == chat.id or person.id in chat.members
    return {"status": "member" if is_in else "left", "user": person.as_json()}


def answer_callback_query(world: World, call: Arguments) -> Json:
    """End the waiting of a button; with a text it is shown to the person."""
    if units(call.text("text")) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    query = _open_query(world, call.text("callback_query_id"))
    query.is_answered = True
    if call.text("text"):
        world.toast(query.chat, call.text("text"), is_alert=call.flag("show_alert"))
    return True


def answer_inline_query(world: World, call: Arguments) -> Json:
    """Give the results of an inline query."""
    results = call.parts("results") or []
    if len(results) > 50:
        raise bad_request("RESULTS_TOO_MUCH")
    if len({str(result["id"]) for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    query = _open_query(world, call.text("inline_query_id"))
    query.is_answered = True
    query.results = results
    return True


def set_my_commands(world: World, call: Arguments) -> Json:
    """Set a commands menu."""
    commands = parts(call.values["commands"])
    world.profile.set_commands(commands, _scope(world, call), call.text("language_code"))
    return True


def delete_my_commands(world: World, call: Arguments) -> Json:
    """Take a commands menu away."""
    world.profile.delete_commands(_scope(world, call), call.text("language_code"))
    return True


def get_my_commands(world: World, call: Arguments) -> Json:
    """Exactly the menu that was set."""
    return world.profile.commands(_scope(world, call), call.text("language_code"))


def set_my_name(world: World, call: Arguments) -> Json:
    """The bot's name."""
    world.profile.set_about("name", call.text("name"), call.text("language_code"))
    return True


def get_my_name(world: World, call: Arguments) -> Json:
    """The bot's name in a language."""
    return {"name": world.profile.about("name", call.text("language_code")) or world.bot.first_name}


def set_my_description(world: World, call: Arguments) -> Json:
    """What an empty chat shows."""
    world.profile.set_about("description", call.text("description"), call.text("language_code"))
    return True


def get_my_description(world: World, call: Arguments) -> Json:
    """What an empty chat shows in a language."""
    return {"description": world.profile.about("description", call.text("language_code"))}


def set_my_short_description(world: World, call: Arguments) -> Json:
    """What the bot's profile shows."""
    world.profile.set_about("short_description", call.text("short_description"), call.text("language_code"))
    return True


def get_my_short_description(world: World, call: Arguments) -> Json:
    """What the bot's profile shows in a language."""
    return {"short_description": world.profile.about("short_description", call.text("language_code"))}


def set_chat_menu_button(world: World, call: Arguments) -> Json:
    """The button beside the input field, in one private chat or in all."""
    button = call.part("menu_button") or {"type": "default"}
    chat_id = call.number("chat_id")
    if chat_id is None:
        world.profile.menu_button = button
    else:
        world.chat(chat_id).menu_button = button
    return True


def get_chat_menu_button(world: World, call: Arguments) -> Json:
    """The button beside the input field."""
    chat_id = call.number("chat_id")
    if chat_id is None:
        return world.profile.menu_button
    return world.chat(chat_id).menu_button or world.profile.menu_button


def set_webhook(world: World, call: Arguments) -> Json:
    """Remember an address; the sandbox itself calls none."""
    url = call.text("url")
    if url and not url.startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    world.webhook = {"url": url}
    world.updates.allowed = call.words("allowed_updates") or world.updates.allowed
    if call.flag("drop_pending_updates"):
        world.updates.drop()
    return True


def delete_webhook(world: World, call: Arguments) -> Json:
    """Back to getUpdates."""
    world.webhook = {"url": ""}
    if call.flag("drop_pending_updates"):
        world.updates.drop()
    return True


def get_webhook_info(world: World, call: Arguments) -> Json:  # noqa: ARG001
    """A ``WebhookInfo``."""
    pending = world.updates.pending()
    return {**world.webhook, "has_custom_certificate": False, "pending_update_count": pending}


def _open_query(world: World, query_id: str) -> Query:
    query = world.queries.get(query_id)
    if query is None or query.is_answered or world.clock() - query.asked > QUERY_LIFE:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    return query


def _scope(world: World, call: Arguments) -> Scope:
    scope = call.part("scope")
    if scope is None:
        return DEFAULT
    inside = Arguments(scope, {})
    chat_id = world.chat(inside.chat()).id if "chat_id" in scope else 0
    return inside.text("type"), chat_id, inside.number("user_id") or 0
