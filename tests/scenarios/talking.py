"""What a chat with a living bot shows, and people who were there before."""

from bot.sandbox.people import Person
from bot.sandbox.pressing import as_seen
from bot.services import people
from bot.services.people import Sender
from bot.store import consents
from bot.store import people as rows
from bot.store.database import Database

from .living_bot import LivingBot


async def meet(db: Database, bot: LivingBot, person: Person, *, is_known: bool = False) -> None:
    """Somebody who wrote before; ``is_known``: signed up once, and let the bot remember the name."""
    sender = Sender(person.id, person.first_name, person.language_code)
    actor = await people.identify(db, sender, administrators=frozenset(), update=(person.id, 0), now=bot.now)
    assert actor is not None
    if is_known:
        async with db.transaction() as tx:
            await consents.add(tx, actor.id, "notice", 1, True, "en", bot.now)
            await consents.add(tx, actor.id, "remember", 1, True, "en", bot.now)
            known = {"name": person.name, "name_folded": person.name.lower(), "phone": None, "gmina": None}
            await rows.remember(tx, actor.id, known)


def chat(bot: LivingBot, person: Person) -> str:
    """All the chat shows of the bot, with buttons."""
    return "\n".join(as_seen(message) for message in bot.world.chat_with(person).from_bot())


def newest(bot: LivingBot, person: Person) -> str:
    """The newest words of the bot, with buttons."""
    written = [message for message in bot.world.chat_with(person).from_bot() if message.text]
    return as_seen(written[-1]) if written else ""


def step(bot: LivingBot, person: Person) -> str:
    """The step of the sign-up that the newest words ask for; empty when they ask for none."""
    titles = [line for line in newest(bot, person).splitlines() if line.startswith("Step ")]
    return titles[0].partition(" · ")[2] if titles else ""
