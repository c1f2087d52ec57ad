"""The methods and objects of the Bot API that the sandbox takes, as data.

One entry reads ``name:Type``; ``!`` is required, ``|`` is or, ``[Type]`` is an array of it. What is left out
of Telegram's list (payments, business, topics of direct messages …) is refused, so that nobody leans on it.
"""

from dataclasses import dataclass
from typing import TypeAlias

Table: TypeAlias = "dict[str, dict[str, Parameter]]"


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a call or an object may carry under one name; any one of ``kinds`` will do."""

    name: str
    kinds: tuple[str, ...]
    required: bool


def parameters(notation: str) -> dict[str, Parameter]:
    """Read the notation of this module."""
    found = {}
    for entry in notation.split():
        name, _, kinds = entry.partition(":")
        plain = name.removesuffix("!")
        found[plain] = Parameter(plain, tuple(kinds.split("|")), required=plain != name)
    return found


_CHAT = "chat_id!:Integer|String message_thread_id:Integer"
_QUIETLY = "disable_notification:Boolean protect_content:Boolean allow_paid_broadcast:Boolean"
_MARKUP = "reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply"
_SEND = f"{_CHAT} {_QUIETLY} message_effect_id:String reply_parameters:ReplyParameters {_MARKUP}"
_CAPTION = "caption:String parse_mode:String caption_entities:[MessageEntity]"
_ABOVE = "show_caption_above_media:Boolean"
_SIZE = "duration:Integer width:Integer height:Integer"
_TEXT = "parse_mode:String entities:[MessageEntity] link_preview_options:LinkPreviewOptions"
_POINT = "latitude!:Float longitude!:Float"
_PLACE_IDS = "foursquare_id:String foursquare_type:String google_place_id:String google_place_type:String"
_COPY = "from_chat_id!:Integer|String message_id!:Integer"
_EDIT = "chat_id:Integer|String message_id:Integer inline_message_id:String reply_markup:InlineKeyboardMarkup"
_HOOK = "max_connections:Integer allowed_updates:[String] drop_pending_updates:Boolean secret_token:String"
_ALBUM = "media!:[InputMediaAudio]|[InputMediaDocument]|[InputMediaPhoto]|[InputMediaVideo]"

METHODS: Table = {
    name: parameters(notation)
    for name, notation in {
        "getMe": "",
        "getUpdates": "offset:Integer limit:Integer timeout:Integer allowed_updates:[String]",
        "setWebhook": f"url!:String ip_address:String certificate:InputFile {_HOOK}",
        "deleteWebhook": "drop_pending_updates:Boolean",
        "getWebhookInfo": "",
        "sendMessage": f"{_SEND} text!:String {_TEXT}",
        "sendPhoto": f"{_SEND} photo!:InputFile|String {_CAPTION} {_ABOVE} has_spoiler:Boolean",
        "sendDocument": f"{_SEND} document!:InputFile|String thumbnail:InputFile|String {_CAPTION} "
        "disable_content_type_detection:Boolean",
        "sendVideo": f"{_SEND} video!:InputFile|String {_SIZE} {_CAPTION} {_ABOVE} has_spoiler:Boolean "
        "supports_streaming:Boolean",
        "sendAnimation": f"{_SEND} animation!:InputFile|String {_SIZE} {_CAPTION} {_ABOVE} has_spoiler:Boolean",
        "sendAudio": f"{_SEND} audio!:InputFile|String duration:Integer performer:String title:String {_CAPTION}",
        "sendVoice": f"{_SEND} voice!:InputFile|String duration:Integer {_CAPTION}",
        "sendLocation": f"{_SEND} {_POINT} horizontal_accuracy:Float",
        "sendVenue": f"{_SEND} {_POINT} title!:String address!:String {_PLACE_IDS}",
        "sendMediaGroup": f"{_CHAT} {_QUIETLY} message_effect_id:String reply_parameters:ReplyParameters {_ALBUM}",
        "sendChatAction": f"{_CHAT} action!:String",
        "copyMessage": f"{_SEND} {_COPY} {_CAPTION} {_ABOVE}",
        "forwardMessage": f"{_CHAT} {_COPY} disable_notification:Boolean protect_content:Boolean",
        "editMessageText": f"{_EDIT} text:String {_TEXT}",
        "editMessageCaption": f"{_EDIT} {_CAPTION} {_ABOVE}",
        "editMessageReplyMarkup": _EDIT,
        "editMessageMedia": f"{_EDIT} media!:InputMedia",
        "deleteMessage": "chat_id!:Integer|String message_id!:Integer",
        "deleteMessages": "chat_id!:Integer|String message_ids!:[Integer]",
        "answerCallbackQuery": "callback_query_id!:String text:String show_alert:Boolean url:String cache_time:Integer",
        "answerInlineQuery": "inline_query_id!:String results!:[InlineQueryResult] cache_time:Integer "
        "is_personal:Boolean next_offset:String button:InlineQueryResultsButton",
        "setMyCommands": "commands!:[BotCommand] scope:BotCommandScope language_code:String",
        "deleteMyCommands": "scope:BotCommandScope language_code:String",
        "getMyCommands": "scope:BotCommandScope language_code:String",
        "setMyName": "name:String language_code:String",
        "getMyName": "language_code:String",
        "setMyDescription": "description:String language_code:String",
        "getMyDescription": "language_code:String",
        "setMyShortDescription": "short_description:String language_code:String",
        "getMyShortDescription": "language_code:String",
        "setChatMenuButton": "chat_id:Integer menu_button:MenuButton",
        "getChatMenuButton": "chat_id:Integer",
        "getFile": "file_id!:String",
        "getChat": "chat_id!:Integer|String",
        "getChatMember": "chat_id!:Integer|String user_id!:Integer",
        "pinChatMessage": "chat_id!:Integer|String message_id!:Integer disable_notification:Boolean",
        "unpinChatMessage": "chat_id!:Integer|String message_id:Integer",
    }.items()
}

_INPUT_MEDIA = f"type!:String media!:String {_CAPTION}"

OBJECTS: Table = {
    name: parameters(notation)
    for name, notation in {
        "InlineKeyboardMarkup": "inline_keyboard!:[[InlineKeyboardButton]]",
        "InlineKeyboardButton": "text!:String url:String callback_data:String web_app:WebAppInfo style:String "
        "icon_custom_emoji_id:String "
        "switch_inline_query:String switch_inline_query_current_chat:String copy_text:CopyTextButton",
        "WebAppInfo": "url!:String",
        "CopyTextButton": "text!:String",
        "ReplyKeyboardMarkup": "keyboard!:[[KeyboardButton]] is_persistent:Boolean resize_keyboard:Boolean "
        "one_time_keyboard:Boolean input_field_placeholder:String selective:Boolean",
        "KeyboardButton": "text!:String style:String icon_custom_emoji_id:String request_contact:Boolean "
        "request_location:Boolean web_app:WebAppInfo",
        "ReplyKeyboardRemove": "remove_keyboard!:Boolean selective:Boolean",
        "ForceReply": "force_reply!:Boolean input_field_placeholder:String selective:Boolean",
        "ReplyParameters": "message_id!:Integer chat_id:Integer|String allow_sending_without_reply:Boolean "
        "quote:String quote_parse_mode:String quote_entities:[MessageEntity] quote_position:Integer",
        "LinkPreviewOptions": "is_disabled:Boolean url:String prefer_small_media:Boolean "
        "prefer_large_media:Boolean show_above_text:Boolean",
        "MessageEntity": "type!:String offset!:Integer length!:Integer url:String user:User language:String "
        "custom_emoji_id:String",
        "User": "id!:Integer is_bot!:Boolean first_name!:String last_name:String username:String "
        "language_code:String is_premium:Boolean",
        "InputMediaPhoto": f"{_INPUT_MEDIA} {_ABOVE} has_spoiler:Boolean",
        "InputMediaDocument": f"{_INPUT_MEDIA} thumbnail:String disable_content_type_detection:Boolean",
        "InputMediaVideo": f"{_INPUT_MEDIA} {_SIZE} {_ABOVE} has_spoiler:Boolean supports_streaming:Boolean",
        "InputMediaAudio": f"{_INPUT_MEDIA} duration:Integer performer:String title:String",
        "InlineQueryResultArticle": "type!:String id!:String title!:String "
        "input_message_content!:InputTextMessageContent reply_markup:InlineKeyboardMarkup url:String "
        "description:String thumbnail_url:String thumbnail_width:Integer thumbnail_height:Integer",
        "InputTextMessageContent": f"message_text!:String {_TEXT}",
        "InlineQueryResultsButton": "text!:String web_app:WebAppInfo start_parameter:String",
        "BotCommand": "command!:String description!:String",
        "BotCommandScopeDefault": "type!:String",
        "BotCommandScopeAllPrivateChats": "type!:String",
        "BotCommandScopeAllGroupChats": "type!:String",
        "BotCommandScopeAllChatAdministrators": "type!:String",
        "BotCommandScopeChat": "type!:String chat_id!:Integer|String",
        "BotCommandScopeChatAdministrators": "type!:String chat_id!:Integer|String",
        "BotCommandScopeChatMember": "type!:String chat_id!:Integer|String user_id!:Integer",
        "MenuButtonDefault": "type!:String",
        "MenuButtonCommands": "type!:String",
        "MenuButtonWebApp": "type!:String text!:String web_app!:WebAppInfo",
    }.items()
}

BY_TYPE: dict[str, dict[str, str]] = {
    "BotCommandScope": {
        "default": "BotCommandScopeDefault",
        "all_private_chats": "BotCommandScopeAllPrivateChats",
        "all_group_chats": "BotCommandScopeAllGroupChats",
        "all_chat_administrators": "BotCommandScopeAllChatAdministrators",
        "chat": "BotCommandScopeChat",
        "chat_administrators": "BotCommandScopeChatAdministrators",
        "chat_member": "BotCommandScopeChatMember",
    },
    "MenuButton": {
        "default": "MenuButtonDefault",
        "commands": "MenuButtonCommands",
        "web_app": "MenuButtonWebApp",
    },
    "InputMedia": {
        "photo": "InputMediaPhoto",
        "document": "InputMediaDocument",
        "video": "InputMediaVideo",
        "audio": "InputMediaAudio",
    },
    "InlineQueryResult": {"article": "InlineQueryResultArticle"},
}
"""Objects that say in ``type`` which of several they are."""
