"""An event's own questions, of every kind: from the file to the conversation, to changing them, to what is kept."""

import tomllib
from pathlib import Path

from bot.content.calendar import CalendarFile
from bot.services import importing
from bot.services.own_answers import of
from bot.store import events, people, signups

from ..town import OWNER, Inhabitant, Town

FILE = """
[[event]]
code = "szkola-1"
project = "lider"
kind = "course"
title = { pl = "Szkoła Liderów" }
starts = "+10d 09:00"
ends = "+6h"
questions = [
    { key = "motywacja", kind = "text", text = { pl = "Dlaczego chcesz przyjść?" } },
    { key = "lata", kind = "number", text = { pl = "Od ilu lat działasz?" }, minimum = 0, maximum = 60 },
    { key = "m", kind = "choice", text = { pl = "Jaki posiłek?" }, options = [
        { pl = "zwykły" }, { pl = "wegetariański" },
    ] },
    { key = "u", required = false, kind = "text", text = { pl = "Na co uważać?" }, condition = { key = "m", values = [
        "wegetariański",
    ] } },
    { key = "tematy", kind = "choices", text = { pl = "Które tematy?" }, options = [
        { pl = "debata" }, { pl = "budżet" }, { pl = "młodzież" },
    ] },
    { key = "nocleg", kind = "yes_no", text = { pl = "Czy potrzebujesz noclegu?" } },
    { key = "przyjazd", kind = "date", text = { pl = "Kiedy przyjedziesz?" }, condition = { key = "nocleg", values = [
        true,
    ] } },
    { key = "telefon", kind = "phone", text = { pl = "Telefon w razie wypadku?" }, required = false },
    { key = "mejl", kind = "email", text = { pl = "Adres do materiałów?" } },
    { key = "skad", kind = "gmina", text = { pl = "Z jakiej gminy dojedziesz?" } },
    { key = "partner", kind = "organisation", text = { pl = "Z kim współpracujesz?" }, required = false },
]
"""


async def bring(town: Town, text: str) -> None:
    """Import a file."""
    calendar = CalendarFile.model_validate(tomllib.loads(text))
    now = town.clock.now()
    await importing.import_events(town.db, OWNER, importing.incoming(calendar, now), now=now)


async def reaches_questions(who: Inhabitant) -> str:
    """Answer what the bot asks everybody before."""
    await who.opens("z_szkola-1")
    await who.presses("Rozumiem")
    await who.says("Anna Kowalska")
    return await who.presses("Pomiń", "Pomiń")


async def test_a_question_without_its_mark_is_answered_where_it_is_no_answer(town: Town, ann: Inhabitant) -> None:
    await bring(town, FILE)
    await reaches_questions(ann)
    await ann.says("Chcę prowadzić debaty")
    for asked in ("gdzie mam przyjść", "na co jestem zapisana"):
        said = await ann.says(asked)
        assert "to nie liczba" not in said
        assert "Od ilu lat działasz?" in said
    assert "Jaki posiłek?" in await ann.says("7")


async def answers_everything(who: Inhabitant) -> str:
    """From the first own question to the summary, with a slip at each kind that has one."""
    await reaches_questions(who)
    assert "Od ilu lat działasz?" in await who.says("Chcę prowadzić debaty")
    assert "od 0 do 60" in await who.says("99")
    assert "to nie liczba" in await who.says("długo")
    assert "Jaki posiłek?" in await who.says("7")
    assert "Na co uważać?" in await who.presses("wegetariański")
    assert "Które tematy?" in await who.says("orzechy")
    assert "przynajmniej jedn" in (await who.presses("Gotowe")).lower()
    assert "noclegu" in await who.presses("debata", "młodzież", "Gotowe")
    assert "Kiedy przyjedziesz?" in await who.presses("Tak")
    assert "to nie data" in await who.says("31.02.2027")
    assert "Telefon w razie" in await who.says("3.12.2026")
    assert "8 cyfr" in await who.says("60010020")
    assert "Adres do materiałów?" in await who.says("600 100 200")
    assert "nie wygląda na adres" in await who.says("anna at example")
    assert "Z jakiej gminy" in await who.says("Anna@Example.org")
    assert "Z kim współpracujesz?" in await who.says("Liszki")
    await who.says("KGW Rybie")
    return await who.presses("Nic", "Nie")


async def stored(town: Town, who: Inhabitant) -> list[tuple[str, object]]:
    """What is kept: each question as it was asked, with its answer."""
    async with town.db.reading() as tx:
        event, person = await events.find(tx, "szkola-1"), await people.find(tx, who.person.id)
        assert event
        assert person
        signup = await signups.find(tx, event.id, person.id)
        assert signup
        return [(field.text.in_("pl") if field.text else "", value) for field, value in await of(tx, event, signup)]


async def test_every_kind_of_question_is_asked_read_shown_and_kept(town: Town, ann: Inhabitant) -> None:
    await bring(town, FILE)
    summary = await answers_everything(ann)
    shown = (
        *("Chcę prowadzić debaty", "działasz? 7", "posiłek? wegetariański", "orzechy", "debata, młodzież"),
        *("noclegu? tak", "3 grudnia 2026", "600 100 200", "Anna@example.org", "Liszki", "KGW Rybie"),
    )
    assert [one for one in shown if one not in summary] == []
    await ann.presses("Zapisz mnie")
    await ann.says("/moje")
    mine = await ann.presses("Szkoła Liderów")
    assert [one for one in shown if one not in mine] == []
    kept = dict(await stored(town, ann))
    assert kept["Od ilu lat działasz?"] == 7
    assert kept["Które tematy?"] == ["0", "2"]
    assert kept["Kiedy przyjedziesz?"] == "2026-12-03"
    assert kept["Z kim współpracujesz?"] == ["1", "KGW Rybie", ""]


async def test_answers_are_changed_later_and_what_depends_on_them_comes_and_goes(town: Town, ann: Inhabitant) -> None:
    await bring(town, FILE)
    await answers_everything(ann)
    await ann.presses("Zapisz mnie")
    await ann.says("/moje")
    await ann.presses("Szkoła Liderów", "Zmień odpowiedzi", "Zmień: Czy potrzebujesz noclegu?")
    assert "Kiedy przyjedziesz?" not in await ann.presses("Nie")
    assert "Na co uważać?" not in await ann.presses("Zmień: Jaki posiłek?", "zwykły")
    changed = await ann.presses("Zapisz zmiany")
    assert "Jaki posiłek? zwykły" in changed
    assert "orzechy" not in changed
    assert dict(await stored(town, ann))["Czy potrzebujesz noclegu?"] is False


async def test_earlier_answers_stay_readable_when_the_questions_change(town: Town, ann: Inhabitant) -> None:
    await bring(town, FILE)
    await answers_everything(ann)
    await ann.presses("Zapisz mnie")
    other = FILE.replace("Dlaczego chcesz przyjść?", "Po co to wszystko?").replace('"wegetariański"', '"wegański"')
    other = other.replace('{ pl = "zwykły" }, { pl = "wegański" }', '{ pl = "wegański" }, { pl = "zwykły" }')
    await bring(town, other.replace('{ key = "skad", kind = "gmina"', '{ key = "dojazd", kind = "text"'))
    await ann.says("/moje")
    mine = await ann.presses("Szkoła Liderów")
    assert "Dlaczego chcesz przyjść?" in mine
    assert "Jaki posiłek? wegetariański" in mine
    assert "Z jakiej gminy dojedziesz? Liszki" in mine
    assert ("Dlaczego chcesz przyjść?", "Chcę prowadzić debaty") in await stored(town, ann)
    asked = await ann.presses("Zmień odpowiedzi")
    assert "Jaki posiłek?" in asked
    assert "[wegański]" in asked
    await ann.presses("zwykły")
    await ann.says("Autobusem")
    summary = ann.last
    assert "Po co to wszystko? Chcę prowadzić debaty" in summary
    assert "debata, młodzież" in summary
    await ann.presses("Zapisz zmiany")
    assert ("Jaki posiłek?", "1") in await stored(town, ann)


async def test_a_choice_begun_before_the_questions_changed_is_asked_again(town: Town, ann: Inhabitant) -> None:
    await bring(town, FILE)
    await reaches_questions(ann)
    await ann.says("Chcę prowadzić debaty")
    await ann.says("7")
    await ann.presses("zwykły")
    await bring(town, FILE.replace('{ pl = "zwykły" },', '{ pl = "bez glutenu" }, { pl = "zwykły" },'))
    assert "Czy potrzebujesz noclegu?" not in await ann.presses("debata", "Gotowe")
    assert "Jaki posiłek?" in ann.last
    assert "[bez glutenu]" in ann.last


def test_the_file_for_coordinators_names_every_kind() -> None:
    written = Path("docs/coordinators.md").read_text(encoding="utf-8")
    kinds = ("text", "number", "choice", "choices", "yes_no", "date", "phone", "email", "gmina", "organisation")
    assert [kind for kind in kinds if f"`{kind}`" not in written] == []
