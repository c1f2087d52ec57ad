"""Turns of phrase people use in talk rather than in writing, as those of intent_phrases."""

from bot.content import Facet

F = Facet

COLLOQUIAL: tuple[tuple[tuple[Facet, ...], str], ...] = (
    (
        (F.TRANSPORT,),
        r"\brozklad\w* (jazdy|autobus\w+|pociag\w+|tramwaj\w+|wkd|skm|pkp|pks|mpk|ztm|kolej\w*|lini\w+)\b"
        r"|\b(bus|train|tram) timetable\b"
        r"|\bрозклад (руху|автобус\w+)",
    ),
    (
        (F.FUNDER, F.MONEY),
        r"\b(dosta|otrzym|maja|ma|wzi|pozysk)\w* (pieni|kas|srodk|dofinans|grant|dotac)\w* (z|od|ze)\b|\bna kasie z\b"
        r"|\bz (jakiego|ktorego|czyjego) budzetu\b|\b(which|what|whose) budget\b|\bз (якого|чийого) бюджету\b"
        r"|\b(got|get|received?) (money|funding|a grant|grants) from\b",
    ),
    (
        (F.WHEN, F.SCHEDULE),
        r"\b(zdaz|zdąż)\w+\b|\b(juz )?po ptakach\b|\bza pozno\b|\btoo late\b|\bзапізно\b|\bвстигн\w+",
    ),
    (
        (F.AUDIENCE,),
        r"\bdla (takich|takiego|takiej|poczatk\w+|wyjadacz\w+|zoltodziob\w+)\b",
    ),
    (
        (F.RESULTS, F.ACTIVITIES),
        r"\bco .{0,40}\b(bedzie mial[aoy]?|beda miec|beda mial\w*|maja|ma) z (tego|lider|kuzn|projekt)\w*",
    ),
    (
        (F.PLACE,),
        r"\b(is|are|was|were) (run|carried out|implemented|conducted|taking place) (in|at)\b",
    ),
    (
        (F.WHEN, F.SCHEDULE),
        r"\b(w|o) (jakiej|ktorej) porze\b|\bдня?, (у|в) який\b|\bdn(ia|iu) (w )?ktor\w+\b",
    ),
    (
        (F.STAFF,),
        r"\bwho (is|will be|will) (teach|train)\w*\b|\bkto (kieruje|zarzadza|szefuje) (biur|zespol|centrum)\w*"
        r"|\b(who|хто) (runs|heads|manages|керує) (the )?(office|team|офісом|командою)\b",
    ),
    (
        (F.RESULTS,),
        r"\bco (ma |tam |z tego |po (tym |nim |projekcie )?)*(powsta(nie|ja|lo|c)|zostanie|wyjdzie)\b",
    ),
    (
        (F.PLACE,),
        r"\b(jaki|jakim|jakiego|ktory|ktorym|ktorego) (powiat|powieci|wojewodztw|region)\w*"
        r"|\b(jaka|jakiej|ktora|ktorej) (gmin|dzielnic)\w+ (to )?$",
    ),
    (
        (F.SIGNUP,),
        r"\b(z ulicy|z marszu|bez (zapis|zglosz|rejestr|umaw)\w*|without (signing|registering|a booking))\b"
        r"|\bбез (запису|реєстрації|заявки)\b",
    ),
    (
        (F.CONTACT,),
        r"\b(get|be|stay|keep) in touch\b|\b(jakas|jakis|numer|na) komork\w*",
    ),
    (
        (F.PARTNERS, F.PEOPLE),
        r"\bkto (to |tam |w |ogole |wlasciwie |tak |naprawde )*(robi|ogarnia|kreci|zrobil)\b",
    ),
    (
        (F.ONLINE,),
        r"\brelacj\w+ (na zywo|live|wideo|video|ze? (spotk|konfer|debat|warszt|semin|wizyt)\w+)"
        r"|\b(bedzie|jest|macie|zrobicie) relacj\w+",
    ),
    (
        (F.CERTIFICATE,),
        r"(?<!bez )(?<!zadnych )(?<!zadnego )\bpapier(ek|ka|ki|kow|y|ow)?\b",
    ),
    (
        (F.WHEN, F.SCHEDULE),
        r"\b(what|which) weekdays?\b|\bjak\w+ dzien tygodnia\b|\bile czasu\b|\bскільки часу\b"
        r"|\bdo ktorej (to |tam |sie |oni |jest |ma )*(bed\w+|trwa\w*|potrwa|siedz\w+|czynn\w+|otwart\w+"
        r"|konczy\w*)\b",
    ),
    (
        (F.PLACE,),
        r"\b(w|na) (jakich|ktorych)( \w+)? (osiedl|miejscow|dzielnic|ulic|solectw|wsi|wios)\w*",
    ),
    (
        (F.AUDIENCE,),
        r"\b(wezma|przyjma|wezmiecie|przyjmiecie) (mnie|nas|tam)\b|\b(would|will) (they|you) (take|accept) (me|us)\b"
        r"|\b(мене|нас) (візьмуть|приймуть|візьмете)\b",
    ),
    (
        (F.WHAT, F.GOALS, F.PARTNERS),
        r"\b(kto z kim|who (\w+ )?with whom|хто з ким)\b",
    ),
    (
        (F.PEOPLE, F.PARTNERS),
        r"\bin charge (of|for)\b",
    ),
    (
        (F.AUDIENCE,),
        r"\b(soltys|wojt|burmistrz|dyrektor)\w* (tez )?(moze|moga)\b",
    ),
    (
        (F.AUDIENCE,),
        r"\b(tylko|wylacznie) dla\b|\bonly for\b|\b(лише|тільки) для\b",
    ),
    (
        (F.CONTACT, F.PARTNERS),
        r"\bdo kogo .{0,25}(zwrocic|udac|napisac|pisac|dzwonic|zadzwonic|pojsc)\b|\bwho (do|should|can) (i"
        r"|we) turn to\b"
        r"|\bдо кого .{0,20}(звернутися|звертатися)\b",
    ),
    (
        (F.LANGUAGE,),
        r"\bpo jakiemu\b|\bw czyim jezyku\b",
    ),
    (
        (F.AUDIENCE,),
        r"\b(za)?lapi\w+ sie\b|\bsie (za)?lap\w+\b|\bzalap\w+ sie\b|\bkwalifikuj\w+ sie\b|\bdo I qualify\b",
    ),
    (
        (F.WHAT,),
        r"\bstron\w+ (internetow\w+|www)\b",
    ),
    (
        (F.PRICE,),
        r"\b(треба|потрібно|варто|маю|доведеться|мушу) (\w+ )?(платити|заплатити|сплачувати|сплатити)\b",
    ),
    (
        (F.STAFF,),
        r"\bяк (звати|називають|звуть) (\w+ )?(аніматор|ментор|тренер|викладач|координатор|директор|радн|депутат)\w*"
        r"|\b(імена|прізвища) (аніматор|ментор|тренер|викладач|координатор|радн|депутат)\w*",
    ),
    (
        (F.ONLINE,),
        r"\b(запис|трансляці\w+|відео) .{0,20}(в інтернеті|онлайн|на ютубі)\b|\bрозміст\w+ запис\b",
    ),
    (
        (F.FUNDER, F.MONEY),
        r"\b(government|grant|funding|donor|state) (programme|program|scheme)\b|\bprogram\w* (rzadow|grantow|dotac)\w+"
        r"|\b(урядов|грантов)\w+ програм\w+",
    ),
    (
        (F.RESULTS, F.ACTIVITIES),
        r"\bco (\w+ )?(dostan\w+|otrzym\w+|zyska\w*|uzyska\w*|wynios\w*|wynies\w*|beda mial\w+|bedzie mial\w*)\b"
        r"|\bwhat (will|would|do|does|can) .{0,40}(get|receive|gain)\b|\bщо (\w+ )?(отрима\w+|дістан\w+|здобуд\w+)\b",
    ),
    (
        (F.AUDIENCE,),
        r"\bкому (\w+ )?(адресован\w+|призначен\w+)|\bкому це\b|\bkomu (\w+ )?dedykowan\w+|\bdla kogo\b",
    ),
    (
        (F.RESULTS, F.GOALS),
        r"\bco (to |on |projekt |ten projekt )?zmieni\b|\bco( \w+)? (zostanie|pozostanie|zostaje|zmieni sie"
        r"|sie zmieni|wyniknie|powstanie|bedzie z tego|wyjdzie|wyjsc|z tego wyjdzie)\b"
        r"|\bwhat (will |would )?(remain|remains|is left|be left|change|changes|come out)\b"
        r"|\bщо( \w+)? (залишиться|зміниться|лишиться|виникне|з'явиться|постане)\b",
    ),
    (
        (F.FUNDER, F.MONEY),
        r"\bkto (sie )?(dorzucil|dolozyl|zrzucil|doplacil|zaplacil|wylozyl|sypnal|wsparl|przyznal|sfinansowal)\b"
        r"|\bwho (chipped in|paid|sponsored|backs|backed|is funding|is paying|is financing)\b",
    ),
    (
        (F.MONEY, F.FUNDER),
        r"\bza ile\b|\bna (ile|jaka kwote) (opiewa|wycenion\w+|jest wart\w*)\b|"
        r"\bile (dokladnie |konkretnie |to )?(zlotych|zlotowek|tysiecy|forsy"
        r"|siana)\b"
        r"|\bjak(a|ie) (jest |sa )?(kwota|koszty?|suma|wysokosc)\b|\bскільки (злотих|коштів|виділ\w+)\b",
    ),
    (
        (F.GOALS, F.WHAT),
        r"\bna czym (im |wam |komu )?(zalezy|zalezalo)\b|\bo co (im|wam) chodzi\b|\bпрагнуть\b",
    ),
    (
        (F.SIGNUP, F.CONTACT),
        r"\b(cos|jaki\w* formularz|co) (trzeba |musze |mam )?(wypelnic|wypelniac)\b|\bfill (in|out)\b|\bзаповнити\b",
    ),
    (
        (F.SALARY,),
        r"\b(za)?plac\w+ (liderom|uczestnik\w+|animator\w+|mentor\w+|ekspert\w+|goscio\w+|radnym|wolontariusz\w+)\b"
        r"|\b(are|get|do) (participants|leaders|animators|volunteers|people|we|they) (get )?paid\b"
        r"|\bплатять (учасник|лідер|аніматор|волонтер)\w+|\bile (sie )?(placa|placicie|placi) .{0,12}(trener"
        r"|animator|mentor|prowadz|ekspert|prac|nam\b|mi\b|za godzin)"
        r"|\bскільки платять (тренер|аніматор|ментор|експерт|мені|нам)",
    ),
    (
        (F.PARTNERS, F.PEOPLE),
        r"\b(jak\w+|ktor\w+) (organizacj\w+|fundacj\w+|stowarzyszeni\w+|instytucj\w+|podmiot\w*|firm\w+|zwiazek|ngo)"
        r"( \w+){0,2} (robi\w*|prowadz\w+|realizuj\w+|organizuj\w+|stoi|odpowiada\w*|wymyslil\w*|zrobil\w*|stworzyl\w*"
        r"|zajmuj\w+|szykuj\w+|jest odpowiedzialn\w+)"
        r"|\bkto( \w+)? (wymyslil|stworzyl|zrobil|zorganizowal|poprowadzil|zajmuje sie|szykuje|firmuje"
        r"|jest odpowiedzialny"
        r"|za to odpowiada|jest za to odpowiedzialny|tym kieruje|kieruje|rzadzi|zawiaduje|tym zawiaduje|zawiaduje"
        r"|zarzadza|koordynuje|nadzoruje|czuwa|pilnuje|ogarnia|dowodzi|zalozyl"
        r"|wykonuje)\b"
        r"|\b(czyj|czyje|czyja) (to|jest|ten|ta)\b|\bkto (tu |tam |tym |to )?(szefuje|dowodzi)\b"
        r"|\b(which|what) (organi[sz]ation|foundation|association|ngo|institution|body|group|company|charity)"
        r" (is |that )?(runs?|running|does|organi\w+|leads?|leading|is|behind|responsible|carr\w+|implement\w+"
        r"|manag\w+)"
        r"|\bwho (made|set up|created|started|founded|manages|carries out|implements|does|came up with"
        r"|is responsible|oversees|supervises|coordinates|handles|looks after)\b"
        r"|\bwhose (project|idea|initiative)\b"
        r"|\b(яка|який|котра) (організаці\w+|фундаці\w+|спілка|установа|об'єднання|асоціація|фонд)"
        r"( \w+){0,2} (робить|веде|проводить|реаліз\w+|організ\w+|стоїть|відповідає|займається)"
        r"|\bхто (це )?(стоїть за|відповідає|керує|займається|створив|зробив|придумав|опікується|здійснює|координує"
        r"|контролює|пильнує)\b"
        r"|\bчий (це|то)\b",
    ),
    (
        (F.FUNDER, F.MONEY),
        r"^(a |i )?kto (to )?(daje|dal|da|placi|finansuje) (na )?(to )?$|^(a |і )?(and )?who (gives|pays) (it )?$"
        r"|\bz czego (to |on |ona )?zyje\b|\b(z|із|за) чи(його|їх|єї) (бюджет|кошт|гр)\w*"
        r"|\b(na|za) czyj (koszt|rachunek)\b|\b(ktor\w+|jaki\w*) (panstw\w+|kraj\w*)( \w+){0,2}"
        r" (placi?|placa|daj\w+|finansuj\w+|lozy|loza|sponsor\w+|wyklada\w+|zaplacil\w*|dal\w*|sfinansowal\w*)\b"
        r"|\b(which|what) countr(y|ies)( \w+){0,2} (pay|pays|fund|funds|finance|finances|give|gives|paid|gave)\b"
        r"|\bat whose expense\b|\b(який|яка|які) (країн\w+|держав\w+)( \w+){0,2} (плат\w+|фінансу\w+|да\w+|оплачу\w+)"
        r"|\bчиїм коштом\b|\bза чий рахунок\b|\bз як\w+ (коштів|фонд\w+|програм\w+|грош\w+)\b"
        r"|\bхто (\w+ )?(дає|дав|дали|дала|надає|виділяє|виділив|вкладає|оплачує|оплатив|спонсорує)\b"
        r"|\bwhere does the (funding|cash)\b|\bz czego (to |jest |sa )*(oplacan\w+|finansowan\w+|utrzymywan\w+)",
    ),
    (
        (F.WHEN, F.SCHEDULE),
        r"\bna ktora (godzine )?(przyjsc|przychodzi|mam|trzeba|byc|jest)\b|\b(still|already) (run|runs|running|going"
        r"|over|active|on)\b|\b(ще|досі) (діє|триває|працює|йде)\b"
        r"|\b(time span|timespan|przedzial\w* czas\w+|przedzial\w* dat)\b"
        r"|\b(kick|kicks|kicked|start|starts|started) (off|up)\b|\bkiedy (to )?(wrzuc|zamiesc|napis|ukaz|oglosz"
        r"|opublik)\w+"
        r"|\bz (jakiego|ktorego) (dnia|miesiaca|roku)\b|\b(якого|котрого) числа\b|\bз якого (числа|дня|місяця|року)\b"
        r"|\b(ktorego|jakiego) (dnia|miesiaca)\b|\bon (which|what) days?\b|\bin (which|what) months?\b"
        r"|\b(w|na) (ktory|jaki|jakie|ktore) (dzien|miesiac\w*|dni|weekend)\b|\bjaki (to )?(dzien|miesiac|termin)\b",
    ),
    (
        (F.AUDIENCE,),
        r"\bwho (is|are|was|were) .{0,50}\bfor $|\bwho .{0,60}(addressed|directed|aimed|targeted|intended)( to| at"
        r"| for)? $"
        r"|\bkogo (\w+ )?(wpuszcz\w+|przyjm\w+|zaprasz\w+|biora|bierzecie|szuka\w*|werbuj\w+|zbieracie)\b"
        r"|\b(komu|кому) (to )?(sluzy|ma sluzyc|pomoze|pomaga|przysluguje|допоможе|підійде)\b",
    ),
    (
        (F.GOALS, F.WHAT),
        r"\b(trying|try|tries|aims?|aiming|hopes?|hoping|wants?) to (achieve|accomplish|do|change|develop|reach"
        r"|improve)\b"
        r"|\bwhat s? ?(is )?the point\b|\bdo czego (to )?(ma doprowadzic|doprowadzi|dazy|daza|zmierza\w*|prowadzi)\b"
        r"|\bco (to )?ma (dac"
        r"|na celu|zmienic)\b"
        r"|\bco (chca|chce|chcecie|zamierzaja|pragna) (osiagnac|zmienic|uzyskac|zrobic|poprawic|zyskac)\b"
        r"|\bчого (хочуть|прагнуть|намагаються|хоче|прагне)\b|\bщо хочуть (досягти|змінити)\b",
    ),
    (
        (F.SIGNUP, F.CONTACT),
        r"\bjak (sie )?dostac (sie )?na (liste|spotkani\w+|kurs|szkoleni\w+|warsztat\w*|zajeci\w+|forum)\b"
        r"|\bget (on|onto) the list\b|\bgdzie (mam|moge|mozna|trzeba|nalezy|powinn\w+) (sie )?(zglosic|zapisac"
        r"|wpisac|zarejestrowac)\b"
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
)
