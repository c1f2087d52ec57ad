"""Turns of phrase that ask for a facet, as patterns over the folded question; each word is followed by a space."""

from bot.content import Facet

F = Facet

PHRASES: tuple[tuple[tuple[Facet, ...], str], ...] = (
    (
        (F.SALARY,),
        r"\bile (sie )?(placa|placicie|placi) .{0,12}(trener|animator|mentor|prowadz|ekspert|prac|nam\b|mi\b|za godzin)"
        r"|\bскільки платять (тренер|аніматор|ментор|експерт|мені|нам)",
    ),
    (
        (F.PARTNERS, F.PEOPLE),
        r"\b(jak\w+|ktor\w+) (organizacj\w+|fundacj\w+|stowarzyszeni\w+|instytucj\w+|podmiot\w*|firm\w+|zwiazek|ngo)"
        r"( \w+){0,2} (robi\w*|prowadz\w+|realizuj\w+|organizuj\w+|stoi|odpowiada\w*|wymyslil\w*|zrobil\w*|stworzyl\w*"
        r"|zajmuj\w+|szykuj\w+|jest odpowiedzialn\w+)"
        r"|\bkto( \w+)? (wymyslil|stworzyl|zrobil|zorganizowal|poprowadzil|zajmuje sie|szykuje|firmuje"
        r"|jest odpowiedzialny"
        r"|za to odpowiada|jest za to odpowiedzialny|tym kieruje|kieruje|rzadzi|zawiaduje|tym zawiaduje|zalozyl"
        r"|wykonuje)\b"
        r"|\b(czyj|czyje|czyja) (to|jest|ten|ta)\b|\bkto (tu |tam |tym |to )?(szefuje|dowodzi)\b"
        r"|\b(which|what) (organi[sz]ation|foundation|association|ngo|institution|body|group|company|charity)"
        r" (is |that )?(runs?|running|does|organi\w+|leads?|leading|is|behind|responsible|carr\w+|implement\w+"
        r"|manag\w+)"
        r"|\bwho (made|set up|created|started|founded|manages|carries out|implements|does|came up with"
        r"|is responsible)\b"
        r"|\bwhose (project|idea|initiative)\b"
        r"|\b(яка|який|котра) (організаці\w+|фундаці\w+|спілка|установа|об'єднання|асоціація|фонд)"
        r"( \w+){0,2} (робить|веде|проводить|реаліз\w+|організ\w+|стоїть|відповідає|займається)"
        r"|\bхто (це )?(стоїть за|відповідає|керує|займається|створив|зробив|придумав|опікується|здійснює)\b"
        r"|\bчий (це|то)\b",
    ),
    (
        (F.FUNDER, F.MONEY),
        r"\b(na|za) czyj (koszt|rachunek)\b|\b(ktor\w+|jaki\w*) (panstw\w+|kraj\w*)( \w+){0,2}"
        r" (placi?|placa|daj\w+|finansuj\w+|lozy|loza|sponsor\w+|wyklada\w+|zaplacil\w*|dal\w*|sfinansowal\w*)\b"
        r"|\b(which|what) countr(y|ies)( \w+){0,2} (pay|pays|fund|funds|finance|finances|give|gives|paid|gave)\b"
        r"|\bat whose expense\b|\b(який|яка|які) (країн\w+|держав\w+)( \w+){0,2} (плат\w+|фінансу\w+|да\w+|оплачу\w+)"
        r"|\bчиїм коштом\b|\bза чий рахунок\b|\bз як\w+ (коштів|фонд\w+|програм\w+|грош\w+)\b"
        r"|\bхто (\w+ )?(дає|дав|дали|дала|надає|виділяє|виділив|вкладає|оплачує|оплатив|спонсорує)\b"
        r"|\bwhere does the (funding|cash)\b|\bz czego (to |jest |sa )*(oplacan\w+|finansowan\w+|utrzymywan\w+)",
    ),
    (
        (F.WHEN, F.SCHEDULE),
        r"\b(kick|kicks|kicked|start|starts|started) (off|up)\b|\bkiedy (to )?(wrzuc|zamiesc|napis|ukaz|oglosz"
        r"|opublik)\w+"
        r"|\bz (jakiego|ktorego) (dnia|miesiaca|roku)\b|\b(якого|котрого) числа\b|\bз якого (числа|дня|місяця|року)\b"
        r"|\b(ktorego|jakiego) (dnia|miesiaca)\b|\bon (which|what) days?\b|\bin (which|what) months?\b"
        r"|\b(w|na) (ktory|jaki|jakie|ktore) (dzien|miesiac\w*|dni|weekend)\b|\bjaki (to )?(dzien|miesiac|termin)\b",
    ),
    (
        (F.AUDIENCE,),
        r"\bwho (is|are|was|were) .{0,50}\bfor $|\bwho .{0,60}(addressed|directed|aimed|targeted|intended)( to| at"
        r"| for)? $"
        r"|\bkogo (wpuszcz\w+|przyjm\w+|zaprasz\w+|biora|bierzecie|szukacie)\b|\bдля кого\b|\bхто туди\b"
        r"|\b(komu|кому) (to )?(sluzy|ma sluzyc|pomoze|pomaga|przysluguje|допоможе|підійде)\b",
    ),
    (
        (F.GOALS, F.WHAT),
        r"\b(trying|try|tries|aims?|aiming|hopes?|hoping|wants?) to (achieve|accomplish|do|change|develop|reach"
        r"|improve)\b"
        r"|\bwhat s? ?(is )?the point\b|\bdo czego (to )?(dazy|daza|zmierza\w*|prowadzi)\b|\bco (to )?ma (dac"
        r"|na celu|zmienic)\b"
        r"|\bco (chca|chce|chcecie|zamierzaja|pragna) (osiagnac|zmienic|uzyskac|zrobic|poprawic|zyskac)\b"
        r"|\bчого (хочуть|прагнуть|намагаються|хоче|прагне)\b|\bщо хочуть (досягти|змінити)\b",
    ),
    (
        (F.SIGNUP, F.CONTACT),
        r"\bgdzie (mam|moge|mozna|trzeba|nalezy|powinn\w+) (sie )?(zglosic|zapisac|wpisac|zarejestrowac)\b"
        r"|\bjak (moge |mozna |tam |sie )*(wejsc|wkrecic|dopisac|zaczepic|trafic|zarejestrowac|uczestniczyc|zaklepac)\b"
        r"|\bhow (do|can|could|would|should) (i|we|one|people|someone) (get in|get into|become|enter|participate"
        r"|enrol\w*)\b"
        r"|\bяк (туди )?(потрапити|вступити|зареєструватися|стати учасни\w+|подати заявку)\b|\bде (можна )?зареєстр\w+",
    ),
    (
        (F.ACTIVITIES, F.SCHEDULE),
        r"\bjak (to |ta |ten |te |sie |bedzie )*(spotkani\w+|konferencj\w+|debat\w+|warsztat\w*|wizyt\w+|forum"
        r"|szkoleni\w+)"
        r"( \w+){0,4} (wyglada\w*|przebiega\w*)\b|\bco (jest|bedzie) w programie\b|\bwhat s on the (programme|agenda)\b"
        r"|\bjaki (jest|bedzie) (program|przebieg|plan)\b|\bякий (буде )?(план|перебіг|порядок)\b",
    ),
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
        r"\bczym (sie )?(on |ona |oni |one )?(zajm\w+|beda zajmowac)|\bjak\w+ (role|funkcj\w+|zadani\w+)\b"
        r"|\bwhat (role|tasks?)\b|\bчим (він |вона |вони )?займ\w+|\bяк\w+ (роль|функці\w+|завдання)\b",
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
        r"|\bkto (tam |was |nas |ich )?(uczy|naucza|szkoli|wyklada|poprowadzi)\b"
        r"|\bkto (po)?prowadzi (te |ten )?(?=warsztat|zajec|szkol|kurs|spotkan|debat)"
        r"|\b(jak (sie )?nazywa\w*( sie)?|jak ma na imie|imie|imiona|nazwisk\w*)"
        r" (i nazwisk\w* )?(?=mentor|trener|animator|prowadz|nauczyciel|koordynator|dyrektor|radn|starost|prezes|woj"
        r"|burmistrz)"
        r"|\bname of the (local |main )?(animator|mentor|trainer|teacher|coordinator|expert|director)s?\b"
        r"|\bwho (teaches|trains|(is|are) (the |your )?(trainer|teacher|mentor|tutor|mayor|councillor)s?)\b"
        r"|\bхто (навчає|викладає|(є |там )?(тренер|ментор|викладач|депутат|радн|мер|староста)\w*)",
    ),
    (
        (F.AGE,),
        r"\bile (on |ona )?(ma|maja|masz) lat\b|\bile lat (ma|maja|masz)\b|\bскільки (йому|їй)? ?років\b",
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
        r"\bwho (pays|funds|finances|paid|gave)\b|\bwhere\b.{0,20}\bmoney\b.{0,12}\bfrom\b|\bхто (платить|"
        r"фінансує|дав)\b",
    ),
    (
        (F.AUDIENCE,),
        r"\b(dla|do) (kogo|jakich|jakiej|ktorych)\b|\bkto (moze|mogl\w*|ma prawo|skorzysta|wezmie|"
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
        r"\bile (kosztuje|kosztowal\w*|wynosi|dostal\w*|dostan\w*|wydal\w*|wart\w*)\b|"
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
        r"організ\w+|реаліз\w+|веде)\b|\b(z|with|з|із) (kim|whom|ким)\b",
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
        r"\b(od|do) ilu lat\b|\bile (trzeba|musze|mam) miec lat\b|\bhow old\b|\bскільки років (треба|"
        r"потрібно|має)\b|\b\d\d (lat|latek|latk\w+|years old)\b",
    ),
    (
        (F.STAFF,),
        r"\bkto (jest|byl|to|zostal) (dyrektor\w+|prezes\w+|kierowni\w+|koordynator\w+|szef\w+|"
        r"burmistrz\w+)",
    ),
)
