"""Turns of phrase that ask for a facet, as patterns over the folded question; each word is followed by a space."""

from bot.answers.colloquial_phrases import COLLOQUIAL
from bot.content import Facet

F = Facet

PHRASES: tuple[tuple[tuple[Facet, ...], str], ...] = (
    *COLLOQUIAL,
    (
        (F.WHAT, F.ACTIVITIES),
        r"\bwhat .{0,40}about $",
    ),
    (
        (F.CONTACT,),
        r"\b(who|whom) (can|should|do|could) (i|we) (call|contact|write|phone|email|reach)\b",
    ),
    (
        (F.SEATS, F.SIGNUP),
        r"\b(woln\w+|zostal\w*|duzo|starczy|brakuje|sa)( \w+){0,2} miejsc\w*"
        r"|\b(free|any|many) (seats|places|spots) (left|available|free)"
        r"|\b(вільн\w+|лишил\w+|залишил\w+) (ще )?місц\w*",
    ),
    (
        (F.AGE,),
        r"\b(\w+latek|\w+latk\w+|nastolat\w+|\w+nastoletni\w*|pelnoletni\w*)\b",
    ),
    (
        (F.ACTIVITIES, F.SCHEDULE),
        r"\bz (jakich|czego)( \w+)? (sie )?sklada\w*|\bz jakich (czesci|element\w+|dzialan)\b"
        r"|\bjak (to |sie |one? |tam |beda |bedzie )*(wyglada\w*|przebieg\w*)\b|\bw jakiej form\w+\b"
        r"|\b(what|how) (will|does|do|is) .{0,30}(look like|run|organi[sz]ed)\b"
        r"|\bяк (це |буде |вона |воно )*(виглядат\w+|вигляда\w+|проход\w+)\b",
    ),
    (
        (F.AUDIENCE,),
        r"\b(mozemy|moze|moga|moge) (sie )?(zglosic|zapisac|dolaczyc|przystapic|aplikowac)\b",
    ),
    (
        (F.FUNDER, F.MONEY),
        r"\bkto (dal|daje|da|wylozyl|sypnal|dolozyl|dorzucil|zaplaci\w*)\b( \w+)? "
        r"(?=kas|pieni|srodk|hajs|fors|grosz|grant|dotac)",
    ),
    (
        (F.ACTIVITIES,),
        r"\bczym (sie )?(on |ona |oni |one )?(zajm\w+|beda zajmowac)|\bjak\w+ (jest |sa |maja |ma |pelni\w* )?(rol\w"
        r"|funkcj\w+|zadani\w+)\b"
        r"|\bwhat (is the |s the |are the )?(role|job|tasks?)\b|\bчим (він |вона |вони )?займ\w+"
        r"|\bяк\w+ (роль|функці\w+|завдання)\b",
    ),
    (
        (F.ACTIVITIES, F.SIGNUP),
        r"\bgdzie (moge|mozna|mam|sie) (sie )?(dostac|uzyskac|otrzymac)\b"
        r"|\bwhere (can|do) i (get|sign|register)\b"
        r"|\bде (можна )?(отримати|записатися)\b",
    ),
    (
        (F.STAFF,),
        r"\bkto (jest|byl|byla|bedzie|to) (trener|mentor|radn|prowadzac|nauczyciel|instruktor|wykladowc|starost)\w*"
        r"|\bkto (tam |was |nas |ich )?(uczy|naucza|szkoli|wyklada|poprowadzi)\b(?! (te |ten )?(dzialan|akcj|rzecz))"
        r"|\bkto (po)?prowadzi (te |ten )?(?=warsztat|zajec|szkol|kurs|spotkan|debat)"
        r"|\b(jak (sie )?nazywa\w*( sie)?|jak ma na imie|imie|imiona|nazwisk\w*)"
        r" (i nazwisk\w* )?(?=mentor|trener|animator|prowadz|nauczyciel|koordynator|dyrektor|radn|starost|prezes|woj"
        r"|burmistrz)"
        r"|\bname of the (local |main )?(animator|mentor|trainer|teacher|coordinator|expert|director)s?\b"
        r"|\bwho (teaches|trains|(is|are) (the |your )?(trainer|teacher|mentor|tutor|mayor|councillor)s?)\b"
        r"|\bхто (навчає\b(?!ться)|викладає|(є |там )?(тренер|ментор|викладач|депутат|радн|мер|староста)\w*)",
    ),
    (
        (F.AGE,),
        r"\bile (on |ona )?(ma|maja|masz) lat\b|\bile lat (ma|maja|masz)\b|\bскільки (йому"
        r"|їй)? ?років\b(?! (працю|ді[єя]|трива|існу|йде))",
    ),
    (
        (F.PARTNERS, F.PEOPLE),
        r"\b(lider\w*|organizator\w*|realizator\w*) (tego |kazdego |poszczegolnych |waszych )?(?=projekt)",
    ),
    (
        (F.FUNDER, F.MONEY),
        r"\b(skad|z czego|od kogo)( \w+){0,3} (kas\w*|pienia\w*|pienie\w*|srodk\w*)|"
        r"\bz jak\w+ (program\w*|funduszu?)\b",
    ),
    (
        (F.FUNDER, F.MONEY),
        r"\bwho (pays|funds|finances|paid|gave)\b|\bwhere\b.{0,20}\bmoney\b.{0,40}\bfrom\b|\bхто (платить|"
        r"фінансує|дав)\b",
    ),
    (
        (F.AUDIENCE,),
        r"\b(dla|do) (kogo(?! .{0,25}(zwroc|zglosic|udac|napis|pisac|dzwon|pojsc))|jakich|jakiej|ktorych(?! projekt))\b"
        r"|\bkto (moze|mogl\w*|ma prawo|skorzysta|wezmie|"
        r"bierze)\b|\bczy (moge|mozemy|mozna|moglb\w*)\b",
    ),
    (
        (F.FUNDER, F.MONEY),
        r"\b(z|za) czyj\w+ (kas|pieni|srodk|fors|hajs|budzet)\w*|\bwhose money\b|\bза чиї (гроші|кошти)\b"
        r"|\bkto (je|to|ja|ich|nam|wam|im) (dal|daje|da|wylozyl|dolozyl)\w*\b|\bwho gave (it|them|that)\b"
        r"|\bхто (їх|це|їм|вам) (дав|дала|дає|дали)\b",
    ),
    (
        (F.TRANSPORT,),
        r"\btravel (cost|expens|refund)\w*|\bhow (do|can|to|should) ?(i|we)? travel\b|\bpay for (the |our )?travel\b",
    ),
    (
        (F.WHEN, F.SCHEDULE),
        r"\b(od|jak) (jak |bardzo )?dawn[ao]\b|\bod ilu (lat|miesiecy|dni)\b|\bhow long ago\b|\bяк давно\b|\bвідколи\b",
    ),
    (
        (F.AUDIENCE,),
        r"\bcan (a|an|my|our|people|somebody|someone) .{0,40}(join|apply|take part|participate|sign up|come|attend)\b",
    ),
    (
        (F.AUDIENCE,),
        r"\bwho (can|may|is it for|could|should)\b|\bfor wh(om|o)\b|\bcan (i|we|anyone)\b|\b(хто може|"
        r"для кого|чи можу|чи може|до кого)\b",
    ),
    (
        (F.SEATS, F.AUDIENCE),
        r"\b(ile|ilu) (jest |bedzie |ma |moze )?(?=osob|ludzi|miejsc|uczestni|animator|urzedni|mieszkanc|"
        r"lider|senior|organizac)",
    ),
    (
        (F.SEATS, F.AUDIENCE),
        r"\bhow many\b|\bскільки (?=людей|осіб|місць|учасник|мешканц|аніматор|лідер|організац)|\bilu\b",
    ),
    (
        (F.PRICE,),
        r"\bile (kosztuje|zaplace|place|trzeba zaplacic|sie placi)"
        r"( \w+)? (?=udzial|wstep|bilet|szkolen|"
        r"warsztat|spotkan|kurs|wejsc|uczestnictw|zapis)",
    ),
    (
        (F.PRICE,),
        r"\b(trzeba|musze|musimy|mam|mamy|bede|bedziemy|nalezy)( \w+){0,4} (placic|zaplacic|doplacic)\b"
        r"|\bza darmo\b|\bczy (trzeba|musze|mam) (za \w+ )?(placic|zaplacic)\b|\bczy .{0,40}(jest|"
        r"sa) platn\w+|\bhow much (is|are|does) (the )?(entry|ticket|participation|admission|it cost to)",
    ),
    (
        (F.PRICE,),
        r"\b(do i|do we|have to|need to|must i|must we) pay\b|\bcost to (join|attend|take part|"
        r"participate)\b|\bскільки коштує (участь|вхід|квиток|вступ|навчання)\b|\bчи треба платити\b",
    ),
    (
        (F.MONEY, F.FUNDER),
        r"\bile (?=dotacj|dofinans|grant|pieni|kasy|srodk|zlot)|"
        r"\bile (to |tam |mnie |nas |mi )*(kosztuje|kosztowal\w*|wynosi|dostal\w*|dostan\w*|wydal\w*|wart\w*)\b|"
        r"\bjak duz\w+ (jest )?(budzet|dotacj\w*)|\bhow much\b|\bскільки (кошту\w+|грош\w+|отрима\w+|"
        r"дали)\b",
    ),
    (
        (F.WHEN, F.SCHEDULE),
        r"\b(do|od) kiedy\b|\bjak dlugo\b|\bo ktorej\b|\bw jak\w+ (dzien|dni|miesiac\w*|roku|okresie|czasie|latach|"
        r"terminie|"
        r"godzinach)\b|\bhow long\b|\b(what|which) (time|day|date)\b|\bяк довго\b|\bо котрій\b",
    ),
    (
        (F.PLACE,),
        r"\bw (jakim|ktorym) (miescie|miejscu|powiecie|kraju|wojewodztwie|budynku|regionie|domu|lokalu|biurze|urzedzie"
        r"|klubie|osrodku|centrum)\b|\bw (jakiej|ktorej) (gminie|dzielnicy|miejscowosci|szkole|sali|wsi|siedzibie"
        r"|bibliotece|swietlicy|instytucji|placowce)\b|\bna (jaka|jakiej|ktora|ktorej) ulic\w+",
    ),
    (
        (F.PLACE,),
        r"\b(which|what|in which|in what) (city|town|place|district|county|region|street|country|"
        r"commune)\b|\b(в|у|на) як\w+ (міст\w+|місц\w+|район\w+|вулиц\w+|повіт\w+|країн\w+|гмін\w+)\b",
    ),
    (
        (F.SIGNUP, F.CONTACT),
        r"\bjak (sie )?(zapisac|zglosic|dolaczyc|dostac sie|przystapic|wziac udzial)\b|\bhow (do|can|"
        r"to) (i |we )?(join|sign|register|apply|take part|enrol\w*)\b|\bяк (можна )?(записат\w+|"
        r"взяти участь|долуч\w+|приєдн\w+)\b",
    ),
    (
        (F.PARTNERS, F.PEOPLE),
        r"\bkto (to )?(prowadzi|organizuje|realizuje|robi|stoi|odpowiada|jest liderem|"
        r"jest organizatorem)\b|\bwho (runs|organi[sz]es|leads|is behind|is in charge)\b|\bхто (проводить|"
        r"організ\w+|реаліз\w+|веде)\b|\b(?<!kto )(?<!who )(?<!хто )(z|with|з|із) (kim|whom|ким)\b",
    ),
    (
        (F.GOALS, F.WHAT),
        r"\b(po co|w jakim celu|do czego sluzy|what for|for what purpose|з якою метою|для чого|навіщо)\b",
    ),
    (
        (F.WHAT, F.ACTIVITIES),
        r"\b(co to( jest)?( za)?|o co (biega|kaman|w tym chodzi)"
        r"|czym jest|o czym|o co chodzi|na czym polega|what is|what s|tell me about|"
        r"що це( за)?|що таке|про що)\b",
    ),
    (
        (F.ACTIVITIES, F.WHAT),
        r"\bco (sie |tam |bedziecie |bedzie |beda |bedziemy |oni |wy |konkretnie )*(robi\w*|dzieje|dziac|dzialo|"
        r"oferuj\w*|organizuj\w*|daje|obejmuje|planuj\w*)\b|\bwhat (do|does|will|are|is) (they|you|it|we|"
        r"the project)?\b.{0,20}\b(do|doing|offer|include|happen\w*)\b|\bщо (там |вони |ви )*(робл\w+|"
        r"відбува\w+|пропону\w+|буде)\b",
    ),
    (
        (F.AUDIENCE,),
        r"\b(dam|damy|dac|dadza) rade\b",
    ),
    (
        (F.LANGUAGE,),
        r"\b(znam|znaj\w*|umiem|rozumiem|kumam|mowie|gadam|uczy\w* sie|slabo|slaby|dobry)( \w+){0,2} "
        r"(z )?(angiel\w+|norwes\w+|polsk\w+|ukrain\w+|jezyk\w*)\b|\b(speak|know|understand)( \w+){0,2} "
        r"(english|polish|norwegian|ukrainian)\b|\b(знаю|розумію|говорю|розмовляю|володію)( \w+){0,2} "
        r"(англ\w+|польськ\w+|норв\w+|укра\w+|мов\w+)\b",
    ),
    (
        (F.LANGUAGE,),
        r"\bpo (angielsku|polsku|ukrainsku|norwesku|rosyjsku|niemiecku)\b|\bw jakim jezyku\b|"
        r"\bin (english|polish|ukrainian|norwegian)\b|\b(польською|українською|англійською|норвезькою)\b",
    ),
    (
        (F.AGE,),
        r"\b(od|do) ilu lat\b|\bile lat (trzeba|musze|mam|nalezy|powin\w+) (miec|skonczyc|ukonczyc)\b|\bile (trzeba"
        r"|musze|mam) miec lat\b|\bhow old\b|\bскільки років (треба|"
        r"потрібно|має)\b|\b\d\d (lat|latek|latk\w+|years old)\b",
    ),
    (
        (F.STAFF,),
        r"\bkto (jest|byl|to|zostal) (dyrektor\w+|prezes\w+|kierowni\w+|koordynator\w+|szef\w+|"
        r"burmistrz\w+)",
    ),
)
