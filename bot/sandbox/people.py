"""The people and the bot, as Telegram knows them."""

from dataclasses import dataclass

from bot.sandbox.wire import JsonObject, compact


@dataclass(slots=True, eq=False)
class Person:
    """Somebody with Telegram on the phone; ``role`` is a label for the page, the bot never sees it."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "pl"
    phone: str = ""
    role: str = ""
    is_deleted: bool = False

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    def as_json(self) -> JsonObject:
        """A ``User``."""
        return compact(
            {
                "id": self.id,
                "is_bot": False,
                "first_name": self.first_name,
                "last_name": self.last_name,
                "username": self.username,
                "language_code": self.language_code,
            }
        )


@dataclass(slots=True, eq=False)
class BotAccount:
    """The bot itself."""

    id: int
    first_name: str
    username: str

    def as_json(self) -> JsonObject:
        """A ``User`` as others see it."""
        return {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}

    def about_itself(self) -> JsonObject:
        """A ``User`` as only getMe gives it."""
        return {
            **self.as_json(),
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": True,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
