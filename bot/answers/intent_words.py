"""The words that ask for a facet; texts are Polish, English, Ukrainian, folded, ``*`` for any ending."""

from bot.content import Facet

F = Facet

WORDS: tuple[tuple[tuple[Facet, ...], tuple[str, ...]], ...] = (
    (
        (F.WHEN, F.SCHEDULE),
        (
            "kiedy kidy keidy kiedt termin* data daty dacie date trwa trwac trwal trwaja trwania potrwa czas_trwania"
            " zaczyna* zaczal zacznie rozpoczyn* rozpocz* start startuje ruszy rusza ruszyl konczy* konczac* skonczy*"
            " zakoncz* koniec okres* godzin* godz dzien dnia dniach tygodnia miesiac* rok roku lata lat dlugo"
            " ktorej_godzinie sie_zaczyna aktualn*",
            "when date dates deadline long last lasts duration begin* start starts started end ends ended finish*"
            " period hour hours o'clock time day weekday month year years over",
            "коли дата дати дату термін* трива* почина* почн* почат* старту* закінч* завершу* заверши* кінець"
            " годин* день тижня місяц* рік року період* довго",
        ),
    ),
    (
        (F.PLACE,),
        (
            "gdzie gdize gdzei miejsce_spotkania adres* aders ulic* lokalizac* siedzib* budynk* teren* obszar*"
            " miejscowosc* okolic*",
            "where address street location venue located area",
            "де адрес* вулиц* місце_проведення розташован* територ* куди",
        ),
    ),
    (
        (F.FUNDER, F.MONEY),
        (
            "finansuj* finansow* sfinansow* dofinansow* grant* dotacj* sponsor* placi zaplacil* oplaca fundusz*"
            " pieniadze_od donator* grantodawc*",
            "fund funds funded funding funder* finance* financed financing grant grants pay pays paid paying sponsor*"
            " donor* subsid*",
            "фінансу* грант* дотац* спонсор* платить сплачує оплачує кошти_від фонд*",
        ),
    ),
    (
        (F.MONEY, F.FUNDER),
        (
            "budzet* kasa kasy kase pieniedzy pieniadz* kwot* wartosc* wkladu wklad zlotych zl zlotow pln kosztow"
            " koszt koszty dofinansowania wart warty srodkow srodki",
            "budget money cost costs sum worth value amount pln zloty",
            "бюджет* гроші грошей сума суму вартіст* вартості злотих кошту* коштів кошти",
        ),
    ),
    (
        (F.SEATS, F.AUDIENCE),
        (
            "miejsc limit* wolnych liczebn*",
            "seats places spots capacity limit",
            "місць кількість ліміт*",
        ),
    ),
    (
        (F.AUDIENCE,),
        (
            "adresowan* skierowan* przeznaczon* odbiorc* adresat* uczestnik* uczestnic* skorzystac skorzysta dolaczyc"
            " rekrut* grupa_docelowa beneficjent* zaprasz* zaproszon*",
            "audience eligible eligib* aimed target* suitable apply invited intended",
            "призначен* адресован* аудитор* учасник* цільов* скористат* запрош*",
        ),
    ),
    (
        (F.SIGNUP, F.CONTACT),
        (
            "zapis* zapisac zapisy zglos* zgloszen* formularz* rejestr* rekrutac* nabor* aplikow* link* przystapic"
            " dolacz* zapisow",
            "sign signup register* registration enrol* form forms link apply application* recruit*",
            "записат* запис* реєстр* зареєстр* форма форму анкет* посиланн* долуч* заявк* приєднат*",
        ),
    ),
    (
        (F.CONTACT,),
        (
            "kontakt* telefon* tel numer* email* mail* mailow* dzwon* zadzwon* skontaktow* napisac pisac biuro_projektu",
            "contact* phone telephone email mail call reach number write",
            "контакт* телефон* пошт* мейл* імейл* подзвон* зателефон* зв'яз* звяз* номер* написати",
        ),
    ),
    (
        (F.PARTNERS, F.PEOPLE),
        (
            "partner* partnerz* partnerstw* wspolprac* wspolpracuj* organizator* organizuj* realizator* realizuj*"
            " prowadzi prowadza prowadzac* lider_projektu wykonawc* fundacja fundacj* stowarzyszen* odpowiada",
            "partner* cooperat* collaborat* organiser* organizer* organises organizes organisation* organization* runs"
            " run running led leads leader implement* behind responsible",
            "партнер* співпрац* організатор* організовує реалізу* проводить веде керує відповідає",
        ),
    ),
    (
        (F.PEOPLE, F.PARTNERS),
        (
            "kto kot kim nazwisk* gosc* gosci goscie ekspert* prelegent* prowadzacy prowadzaca trener* mentor*",
            "who guest* expert* speaker* trainer*",
            "хто гост* експерт* тренер* спікер* прізвищ*",
        ),
    ),
    (
        (F.GOALS, F.WHAT),
        (
            "cel cele celem celow celu celami zamierz* misja",
            "goal* aim aims purpose objective* mission why",
            "мета метою мети цілі ціль цілей навіщо завдан*",
        ),
    ),
    (
        (F.ACTIVITIES, F.WHAT),
        (
            "polega polegaja zajmuje obejmuje program* aktywnosci",
            "about activit* programme* program",
            "полягає включає програм* активност* заход*",
        ),
    ),
    (
        (F.RESULTS, F.GOALS),
        (
            "efekt* rezultat* wynik* skutk* osiagn* produkt* wskaznik* powstanie powstana wyniknie",
            "result* outcome* effect* output* achiev* indicator*",
            "результат* наслід* ефект* досягн* показник* підсум*",
        ),
    ),
    (
        (F.SCHEDULE, F.WHEN),
        (
            "harmonogram* grafik* rozklad agenda etap* przebieg*",
            "schedule timetable agenda stages",
            "графік* розклад* етап*",
        ),
    ),
    (
        (F.DOCUMENTS,),
        (
            "dokument* publikac* wydawnictw* ksiazk* regulamin* broszur* poradnik* raport* pdf",
            "document* publication* book* brochure* report* handbook regulations rules",
            "документ* публікац* книг* брошур* звіт* посібник* видан* регламент*",
        ),
    ),
    (
        (F.LANGUAGE,),
        (
            "jezyk* angielsk* ukrainsk* norwesk*_jezyk polsku tlumacz*",
            "language* english interpret* translat* polish_language",
            "мов* англійськ* переклад*",
        ),
    ),
    (
        (F.PRICE,),
        (
            "bezplat* darm* platn* oplat* wpisow* cena ceny bilet* odplatn* wejsciowk* ceni* cennik*",
            "free fee fees price* ticket* charge* paid_entry charged",
            "безкоштовн* безплатн* платн* ціна ціни квит* внесок",
        ),
    ),
    (
        (F.CERTIFICATE,),
        (
            "certyfikat* zaswiadcz* dyplom* swiadectw* punkty_ects",
            "certificate* diploma* certif* credits",
            "сертифікат* диплом* свідоцтв* посвідчен*",
        ),
    ),
    (
        (F.FOOD,),
        (
            "jedzen* obiad* posil* catering* poczestun* wyzywien* kawa kawe kawy przekask* lunch* kolacj* sniadan* wegetar*"
            " wegansk* napoj* kanapk* karmi* zjesc diet* dieta",
            "food lunch* dinner* catering meal* coffee snack* eat vegetarian vegan breakfast refreshments drinks",
            "їжа їжу обід* харчуван* кава каву перекус* пригощ* годуют* вечер* снідан* вегетаріан*",
        ),
    ),
    (
        (F.LODGING,),
        (
            "nocleg* hotel* zakwaterow* spanie spac hostel* noclegow* kwater* przenocow*",
            "accommodation hotel* lodging sleep overnight hostel* stay",
            "ночівл* готел* проживан* житло поселен* ночув*",
        ),
    ),
    (
        (F.CHILDCARE,),
        (
            "dziec* dzieci dzieckiem dziecko dziecmi przedszkol* niemowl* opieka_nad animacje_dla_dzieci opiekunk*",
            "child* kid kids babysit* baby nursery toddler*",
            "діт* дитин* малюк* няня нян*",
        ),
    ),
    (
        (F.PARKING,),
        ("parking* zaparkow* parkow* postoj*", "parking park_car", "паркув* паркінг* стоянк* припаркув*"),
    ),
    (
        (F.TRANSPORT,),
        (
            "dojazd* dojad* dojech* tramwaj* autobus* pociag* dojsc busem bus mpk transport* przejazd* podroz* bilet_na"
            " kolej* metr* samolot* samochod* rower*",
            "bus tram* train* transport* travel* drive ticket_to parking_bus flight* plane",
            "доїхат* дістат* автобус* трамва* потяг* поїзд* проїзд* транспорт* літак* електричк*",
        ),
    ),
    (
        (F.ACCESSIBILITY,),
        (
            "wozk* winda windy winde niepelnospraw* dostepnosc* migow* niewidom* niedowidz* nieslysz* glus* podjazd*"
            " petl* tlumacz_migowy barier* schod*",
            "wheelchair* accessib* disab* lift elevator deaf blind ramp sign_language stairs",
            "візок візк* інвалід* ліфт* доступн* незряч* нечую* пандус* жестов* глух* сход*",
        ),
    ),
    (
        (F.SALARY,),
        (
            "zarabia* zarobk* pensj* wynagrodz* placa place stawk* zarobi* honorari* wyplat* diet_radn*",
            "salary salaries earn* wage* paid_job pay_for_work hourly",
            "зарплат* заробля* зароб* оплата_праці гонорар* винагород*",
        ),
    ),
    (
        (F.AGE,),
        (
            "wiek wieku wiekow* letni* pelnoletn* nieletn* niepelnoletn* latkow latek emeryt*",
            "age aged old minor* underage adult*",
            "вік віку віков* неповнолітн* повнолітн* років",
        ),
    ),
    (
        (F.STAFF,),
        (
            "dyrektor* prezes* kierowni* koordynator* szef* burmistrz* wojt* starost* prezydent* rzeczni* ksiegow*"
            " sekretar* przewodnicz* naczelni* soltys*",
            "director* president* manager* coordinator* mayor* chair* head boss chief accountant* spokesperson ceo",
            "директор* президент* керівник* координатор* мер мера бургомістр* голова голову бухгалтер* староста",
        ),
    ),
    (
        (F.ONLINE,),
        (
            "online zoom* zdaln* internet* stacjonarn* transmisj* stream* nagran* hybryd* webinar* teams youtube",
            "online zoom remote* stream* recording* recorded virtual* hybrid webinar* livestream",
            "онлайн зум* дистанц* трансляц* запис_відео віддалено вебінар*",
        ),
    ),
)

FIRM: dict[Facet, str] = {
    F.WHEN: "kiedy kidy keidy termin terminie data date daty when date коли дата дати",
    F.PLACE: "gdzie gdize gdzei adres where address де адреса",
    F.MONEY: "budzet budzetu kwota kasa kasy budget money бюджет",
    F.CONTACT: "kontakt telefon tel mail email mailowy phone email contact телефон пошта контакт",
    F.LANGUAGE: "jezyk jezyku language мова мові мовою",
}
"""Words that leave no doubt about what is asked."""

PHRASES: tuple[tuple[tuple[Facet, ...], str], ...] = (
    (
        (F.FUNDER, F.MONEY),
        r"\b(skad|z czego|od kogo)( \w+){0,3} (kas\w*|pienia\w*|pienie\w*|srodk\w*)|\bz jak\w+ (program\w*|funduszu?)\b",
    ),
    (
        (F.FUNDER, F.MONEY),
        r"\bwho (pays|funds|finances|paid|gave)\b|\bwhere\b.{0,20}\bmoney\b.{0,12}\bfrom\b|\bхто (платить|фінансує|дав)\b",
    ),
    (
        (F.AUDIENCE,),
        r"\b(dla|do) (kogo|jakich|jakiej|ktorych)\b|\bkto (moze|mogl\w*|ma prawo|skorzysta|wezmie|bierze)\b|\bczy (moge|mozemy|mozna|moglb\w*)\b",
    ),
    (
        (F.AUDIENCE,),
        r"\bwho (can|may|is it for|could|should)\b|\bfor wh(om|o)\b|\bcan (i|we|anyone)\b|\b(хто може|для кого|чи можу|чи може|до кого)\b",
    ),
    (
        (F.SEATS, F.AUDIENCE),
        r"\b(ile|ilu) (jest |bedzie |ma |moze )?(?=osob|ludzi|miejsc|uczestni|animator|urzedni|mieszkanc|lider|senior|organizac)",
    ),
    (
        (F.SEATS, F.AUDIENCE),
        r"\bhow many\b|\bскільки (?=людей|осіб|місць|учасник|мешканц|аніматор|лідер|організац)|\bilu\b",
    ),
    (
        (F.PRICE,),
        r"\bile (kosztuje|zaplace|place|trzeba zaplacic|sie placi)( \w+)? (?=udzial|wstep|bilet|szkolen|warsztat|spotkan|kurs|wejsc|uczestnictw|zapis)",
    ),
    (
        (F.PRICE,),
        r"\bza darmo\b|\bczy (trzeba|musze|mam) (za \w+ )?(placic|zaplacic)\b|\bczy .{0,40}(jest|sa) platn\w+|\bhow much (is|are|does) (the )?(entry|ticket|participation|admission|it cost to)",
    ),
    (
        (F.PRICE,),
        r"\b(do i|do we|have to|need to|must i|must we) pay\b|\bcost to (join|attend|take part|participate)\b|\bскільки коштує (участь|вхід|квиток|вступ|навчання)\b|\bчи треба платити\b",
    ),
    (
        (F.MONEY, F.FUNDER),
        r"\bile (kosztuje|kosztowal\w*|wynosi|dostal\w*|dostan\w*|wydal\w*|wart\w*)\b|\bjak duz\w+ (jest )?(budzet|dotacj\w*)|\bhow much\b|\bскільки (кошту\w+|грош\w+|отрима\w+|дали)\b",
    ),
    (
        (F.WHEN, F.SCHEDULE),
        r"\b(do|od) kiedy\b|\bjak dlugo\b|\bo ktorej\b|\bw jak\w+ (dzien|dni|miesiac\w*|roku|terminie|godzinach)\b|\bhow long\b|\bwhat (time|day|date)\b|\bяк довго\b|\bо котрій\b",
    ),
    (
        (F.PLACE,),
        r"\bw (jakim|ktorym) (miescie|miejscu|powiecie|kraju|wojewodztwie|budynku|regionie)\b|\bw (jakiej|ktorej) (gminie|dzielnicy|miejscowosci)\b|\bna (jaka|jakiej|ktora|ktorej) ulic\w+",
    ),
    (
        (F.PLACE,),
        r"\b(which|what|in which|in what) (city|town|place|district|county|region|street|country|commune)\b|\b(в|у|на) як\w+ (міст\w+|місц\w+|район\w+|вулиц\w+|повіт\w+|країн\w+|гмін\w+)\b",
    ),
    (
        (F.SIGNUP, F.CONTACT),
        r"\bjak (sie )?(zapisac|zglosic|dolaczyc|dostac sie|przystapic|wziac udzial)\b|\bhow (do|can|to) (i |we )?(join|sign|register|apply|take part|enrol\w*)\b|\bяк (можна )?(записат\w+|взяти участь|долуч\w+|приєдн\w+)\b",
    ),
    (
        (F.PARTNERS, F.PEOPLE),
        r"\bkto (to )?(prowadzi|organizuje|realizuje|robi|stoi|odpowiada|jest liderem|jest organizatorem)\b|\bwho (runs|organi[sz]es|leads|is behind|is in charge)\b|\bхто (проводить|організ\w+|реаліз\w+|веде)\b|\b(z|with|з|із) (kim|whom|ким)\b",
    ),
    (
        (F.GOALS, F.WHAT),
        r"\b(po co|w jakim celu|do czego sluzy|what for|for what purpose|з якою метою|для чого|навіщо)\b",
    ),
    (
        (F.WHAT, F.ACTIVITIES),
        r"\b(co to( jest)?( za)?|czym jest|o czym|o co chodzi|na czym polega|what is|what s|tell me about|що це( за)?|що таке|про що)\b",
    ),
    (
        (F.ACTIVITIES, F.WHAT),
        r"\bco (sie |tam |bedziecie |bedzie |beda |bedziemy |oni |wy |konkretnie )*(robi\w*|dzieje|dziac|oferuj\w*|organizuj\w*|daje|obejmuje|planuj\w*)\b|\bwhat (do|does|will|are|is) (they|you|it|we|the project)?\b.{0,20}\b(do|doing|offer|include|happen\w*)\b|\bщо (там |вони |ви )*(робл\w+|відбува\w+|пропону\w+|буде)\b",
    ),
    (
        (F.LANGUAGE,),
        r"\bpo (angielsku|polsku|ukrainsku|norwesku|rosyjsku|niemiecku)\b|\bw jakim jezyku\b|\bin (english|polish|ukrainian|norwegian)\b|\b(польською|українською|англійською|норвезькою)\b",
    ),
    (
        (F.AGE,),
        r"\b(od|do) ilu lat\b|\bile (trzeba|musze|mam) miec lat\b|\bhow old\b|\bскільки років (треба|потрібно|має)\b|\b\d\d (lat|latek|latk\w+|years old)\b",
    ),
    ((F.STAFF,), r"\bkto (jest|byl|to|zostal) (dyrektor\w+|prezes\w+|kierowni\w+|koordynator\w+|szef\w+|burmistrz\w+)"),
)
