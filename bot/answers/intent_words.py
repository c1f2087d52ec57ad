"""The words that ask for a facet; texts are Polish, English, Ukrainian, folded, ``*`` for any ending."""

from bot.content import Facet

F = Facet

WORDS: tuple[tuple[tuple[Facet, ...], tuple[str, ...]], ...] = (
    (
        (F.WHEN, F.SCHEDULE),
        (
            "kiedy kidy keidy kiedt termin* data daty dacie date dlugo",
            "when date dates deadline long duration",
            "коли дата дати дату термін* довго",
        ),
    ),
    (
        (F.PLACE,),
        (
            "gdzie gdize gdzei adres adresu adresy adresem adresie aders ulic* lokalizac* siedzib* budynk* teren*"
            " obszar* miejscowosc* okolic*",
            "where address street location venue located area",
            "де адреса адресу адресою адресі адреси вулиц* розташован* територ* куди",
        ),
    ),
    (
        (F.FUNDER, F.MONEY),
        (
            "funduj* ufundow* finansuj* finansow* sfinansow* dofinansow* grant* dotacj* sponsor* placi zaplacil* oplaca"
            " fundusz* donator* grantodawc* placa sponsoruj*",
            "fund funds funded funding funder* finance* financed financing grant grants"
            " pay pays paid paying payer sponsor*"
            " donor* subsid*",
            "фінансу* профінанс* грант* дотац* спонсор* платить сплачує оплачує фонд*",
        ),
    ),
    (
        (F.MONEY, F.FUNDER),
        (
            "budzet* kasa kasy kase kasie pieniedzy pieniadz* kwot* wartosc* wkladu wklad zlotych zl zlotow pln kosztow"
            " koszt koszty hajs* forsa forsy forse grosz* szmal* siana dofinansowania"
            " wart warty pokrywa* pokryc pokryje srodkow srodki",
            "budget money cost costs sum worth value amount pln zloty",
            "бюджет* гроші грошей грошима грошам сума суму вартіст* вартості злотих кошту* коштів кошти",
        ),
    ),
    (
        (F.SEATS, F.AUDIENCE),
        (
            "miejsc limit* wolnych liczebn*",
            "seats spots capacity limit",
            "місць кількість ліміт*",
        ),
    ),
    (
        (F.AUDIENCE,),
        (
            "adresowan* kierowan* skierowan* przeznaczon* odbiorc* adresat*"
            " skorzystac skorzysta dolaczyc"
            " rekrut* beneficjent* zaprasz* zaproszon*",
            "audience eligible eligib* aimed target* suitable apply invited intended addressed directed",
            "призначен* адресован* аудитор* цільов* скористат* запрош* спрямован*",
        ),
    ),
    (
        (F.SIGNUP, F.CONTACT),
        (
            "umowic umawia* rezerwow* zarezerw* zapisac zapisy zapisow zapisz* zapisuj* zapisywac zapisanie"
            " zglos* formularz* rejestr*"
            " rekrutac* nabor* aplikow* link* przystapic dolacz*",
            "book booking reserv* sign signup register* registration enrol* form forms link apply application*"
            " recruit*",
            "записат* запис* реєстр* зареєстр* форма форму анкет* посиланн* долуч* заявк* приєднат*",
        ),
    ),
    (
        (F.CONTACT,),
        (
            "kontakt* telefon* tel numer* email* mail* mailow* elektroniczn*"
            " dzwon* zadzwon* skontaktow* napisac pisac ",
            "contact* phone telephone email mail call reach number write",
            "контакт* телефон* пошт* електронн* мейл* імейл* подзвон* зателефон* зв'яз* звяз* номер* написати",
        ),
    ),
    (
        (F.PARTNERS, F.PEOPLE),
        (
            "partner* partnerz* partnerstw* wspolprac* wspolpracuj*"
            " organizator organizatora organizatorem organizuj* realizator* realizuj*"
            " prowadzi prowadza prowadzac* wykonawc* rola role roli fundacja fundacj* stowarzyszen* odpowiada",
            "partner* cooperat* collaborat* organiser organizer organises"
            " organizes organisation* organization* runs"
            " run running led leads leader implement* behind responsible",
            "партнер* співпрац* організатор організатором організує реалізу* проводить веде керує"
            " викону* очолює відповідає",
        ),
    ),
    (
        (F.PEOPLE, F.PARTNERS, F.AUDIENCE),
        (
            "kto kot kim",
            "who",
            "хто",
        ),
    ),
    (
        (F.PEOPLE,),
        (
            "nazwisk* gosc* gosci goscie ekspert* prelegent* prowadzacy prowadzaca trener*",
            "guest* expert* speaker* trainer*",
            "гост* експерт* тренер* спікер* прізвищ*",
        ),
    ),
    (
        (F.GOALS, F.WHAT),
        (
            "cel cele celem celow celu celami zamierz* misja dlaczego czemu",
            "goal* aim aims purpose objective* mission why",
            "мета метою мети цілі ціль цілей навіщо чому завдан*",
        ),
    ),
    (
        (F.ACTIVITIES, F.WHAT),
        (
            "polega polegaja zajmuje obejmuje program* aktywnosci",
            "activit* programme* program",
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
            "language* english interpret* translat* ",
            "мов* англійськ* переклад*",
        ),
    ),
    (
        (F.PRICE,),
        (
            "bezplat* darm* platn* oplat* wpisow* cena ceny bilet* odplatn* wejsciowk* ceni* cennik*",
            "free fee fees price* ticket* charge* charged",
            "безкоштовн* безплатн* платн* ціна ціни квит* внесок",
        ),
    ),
    (
        (F.CERTIFICATE,),
        (
            "certyfikat* zaswiadcz* dyplom* swiadectw*",
            "certificate* diploma* certif* credits",
            "сертифікат* диплом* свідоцтв* посвідчен*",
        ),
    ),
    (
        (F.FOOD,),
        (
            "jedzen* obiad* posil* catering* poczestun* wyzywien* kawa kawe kawy"
            " przekask* lunch* kolacj* sniadan* wegetar*"
            " wegansk* napoj* kanapk* karmi* zjesc jesc zarci* zarelk* ciast* ciastk* herbat* woda wody glodn*"
            " stolowk* bufet* diet* dieta",
            "food lunch* drink drinks tea water hungry dinner* catering meal* coffee snack* eat vegetarian"
            " vegan breakfast refreshments drinks",
            "їжа їжу обід* харчуван* кава каву перекус* пригощ* годуют* вечер* снідан* вегетаріан*",
        ),
    ),
    (
        (F.LODGING,),
        (
            "nocleg* hotel* spi spia spimy sypia* nocow* nocuj* przespac lozk* pokoj pokoje pokoju pokojach"
            " zakwaterow* spanie spac hostel* noclegow* kwater* przenocow*",
            "accommodation hotel* lodging sleep overnight hostel* stay",
            "ночівл* готел* проживан* житло поселен* ночув*",
        ),
    ),
    (
        (F.CHILDCARE,),
        (
            "dziec* dzieci dzieckiem dziecko dziecmi przedszkol* niemowl* maluch* niani* wnuk* wnuczk* coreczk*"
            " synkiem synka corka corke corki opiekunk*",
            "child* kid kids babysit* baby nursery toddler*",
            "діт* дитин* малюк* няня нян*",
        ),
    ),
    (
        (F.PARKING,),
        (
            "parking* zaparkow* auto auta autem autko parkow* postoj*",
            "parking park_car",
            "паркув* паркінг* стоянк* припаркув*",
        ),
    ),
    (
        (F.TRANSPORT,),
        (
            "dojazd* dojad* dojech* tramwaj* autobus* pociag* dojsc busem bus"
            " mpk transport* przejazd* autokar* zwrot* zwracac zwraca zwracaja zwrocicie podroz* "
            " kolej* metr* samolot* samochod* rower*",
            "bus buses tram* train trains transport* drive flight* plane",
            "доїхат* дорогу дістат* автобус* трамва* потяг* поїзд* проїзд* транспорт* літак* електричк*",
        ),
    ),
    (
        (F.ACCESSIBILITY,),
        (
            "wozk* winda windy winde niepelnospraw* dostepnosc* migow* niewidom*"
            " niedowidz* nieslysz* glus* podjazd* inwalid* slabowidz* slaboslysz* kulach"
            " petl* barier* schod*",
            "wheelchair* accessib* disab* lift elevator deaf blind ramp stairs",
            "візок візк* інвалід* ліфт* доступн* незряч* нечую* пандус* жестов* глух* сход*",
        ),
    ),
    (
        (F.SALARY,),
        (
            "zarabia* zarobk* pensj* wynagrodz* stawk* zarobi* honorari* wyplat* ",
            "salary salaries earn* wage* hourly",
            "зарплат* заробля* зароб* гонорар* винагород*",
        ),
    ),
    (
        (F.AGE,),
        (
            "wiek wieku wiekow* mlodsz* letni* pelnoletn* nieletn* niepelnoletn* latkow latek emeryt*",
            "age aged old teen teenager* minor* underage adult*",
            "вік віку віков* неповнолітн* повнолітн*",
        ),
    ),
    (
        (F.STAFF,),
        (
            "dyrektor* prezes* przesem kierowni* koordynator* szef* burmistrz* wojt* starost* prezydent* rzeczni*"
            " ksiegow* sekretar* przewodnicz* naczelni* soltys*",
            "director* president* manager* coordinator* mayor* chair* head boss chief accountant* spokesperson ceo",
            "директор* президент* керівник* координатор* мер мера бургомістр* голова голову бухгалтер* староста",
        ),
    ),
    (
        (F.ONLINE,),
        (
            "online zoom* zdaln* nagrywa* live streaming* internetow* internet* stacjonarn* transmisj*"
            " stream* nagran* hybryd* webinar* teams youtube",
            "online zoom remote* remotely stream* recording* recorded virtual* hybrid webinar* livestream",
            "онлайн зум* дистанц* трансляц* віддалено вебінар*",
        ),
    ),
)

_TIME = (
    "trwa trwac trwal trwaja trwania potrwa zaczyna* zaczal zacznie rozpoczyn* rozpocz* start"
    " startuje ruszy rusza ruszyl"
    " konczy* konczac* skonczy* zakoncz* koniec okres* godzin* godz dzien dnia dniach tygodnia miesiac* miesiec*"
    " rok roku lata lat"
    " aktualn*",
    "last lasts begin begins beginning start starts started end ends ended finish* period hour hours time day weekday"
    " month year"
    " years"
    " over",
    "трива* почина* почн* почат* старту* закінч* завершу* заверши* кінець годин* день дня дні днів дату числа"
    " тижня місяц* рік року період*",
)

PASSING: tuple[tuple[tuple[Facet, ...], tuple[str, ...]], ...] = (
    ((F.WHEN, F.SCHEDULE), _TIME),
    ((F.PARTNERS, F.PEOPLE), ("organizator*", "organisers organizers", "організатор*")),
    ((F.AUDIENCE,), ("uczestnik* uczestnic*", "participant* attendee*", "учасник* учасниц*")),
)
"""Words of time, which ask for a date only where nothing else asks: "who comes to the last meeting of the year"."""
