"""Words that ask for nothing by themselves, in three languages; ``*`` stands for any ending."""

from bot.answers.wordlists import WordList

FILLERS = WordList(
    """
    a aby ach ale albo ani az bardzo bez bo by byc bedzie bedziemy beda bede byl byla bylo byli byly bym
    chce chca chcial*
    chcemy ci cie ciebie co cos czy czym czyli czego czemu czyj* dac dali daj* dajcie dla dlaczego do dobrze dosc dwa
    go hej i ich ile ilu im inny inna inne inni innych innym innymi innego innej is ja jak jaka jaki* jacy jakiej
    jakim jako je jednak jego jej jest jestem jestes* jesli
    jezeli ktos ktor* kto komu kogo kim lub ma macie maja malo mamy masz mi mialo miec mna mnie moc* moge moga moze
    mozna mozecie moj* mu my na nad nam nami nas nasz* nawet nia nich nie niego niej niem nim no o od on ona one
    oni ono
    oraz pan pani po pod poza prosz* prosze przez przy sa sam sama samo sami samego samej samych samym sie skad
    soba sobie swoj* ta tak taki* tam te tego tej
    ten tez temu to toba tu ty tych tylko tym u w wam wami was wasz* we wiec wlasciwie wy wszystk* wszyscy z za zaden
    zadn* zas ze zeby dokladnie ogole jeszcze juz teraz konkretnie gdy kiedys potem razem
    chodzi wiem wiesz wiecie wie powiedz* podaj* podac napisz* pokaz* pokaza pokazac wymien* opisz* opowiedz*
    wyjasnij* interesuje szukam mowi mowia mowisz znajd* slysz* pytam pytanie informacj* info dzieki hmm eee
    robi robia robic robicie robili zrobi* zrobic dzieje dziac odbed* odbyw* odbyl* zrob
    bedziecie zosta* zostan* jakas jakis jakies jakichs troche wiecej mniej okolo
    uczestnicz* biora bierze brac wezm* wziac wzial wziel* brali bral dostan* dostac dostaj* dostal* dosta
    projekt* projkt* projekcie przedsiewziec* dzialan* dzialac dziala czesc* ramach planuj* planowane planowany
    planowana planowano zaplanow*
    poszczegoln*
    przewidz* przewid* zaklada* chciec ludzi* ludzie osob* osoby kazdy kazd* typ* rodzaj* konkretn* glown* wazn*
    jeden jedna jedno jednego jednej jednym trzy cztery drug*
    nazywa* nazyw* nazwa nazwy imie imiona znaczy oznacza dotycz* sprawie zwiazan* temat tematy
    powstac powsta* stworzy* utworz* zbuduj* ubiegl* tegoroczn* biezac* strona stronie
    pojaw* przyjd* przyjsc przyjezdz* przyjad* przyjedz* jada jedzie jechac pojad* pojedz* bywa idzie ida isc
    czeka czekaj* przyda przyda* przydaje da dadza daje daja pomaga* pozwol* umozliw* sluzy sluz* zajmuj* stoi
    dowiem dowiedziec nauczy* poznac moglby mogl* nalezy trzeba warto wolno potrzebn* potrzebuj* musze musi musz* trafi
    calk* cala caly cale calosc* razem lacznie suma sumie ogolem wynosi wynosz* liczba liczb* licz*
    zmiesci* zmieszcz* mozemy mozesz mozliwe objac obejm* dzialaj* poszlo wydan* wydal* zajmie zajma
    udzial udzialu jaik jakei jakie jest tymi takimi dwie dwiema dwoch dwoma obu zajeto zajeli czegos kogos czemus
    zwykl* maly mala male malego malych duz* duzy wsrod miedzy pomiedzy podczas trakcie wedlug oprocz poza zamiast
    wobec niz obok
    dzialo sposob sposobie siedzi skrocie ogolnie generalnie wlasnie jakos pewnie dokladniej dalej ciagle nadal dotad
    dotychczas niedawno wczesniej
    pozniej wtedy zawsze zazwyczaj czasem raz razy calkiem zupelnie przynajmniej rowniez takze tutaj gdzies jakby
    skoro chociaz choc gdyby jesliby jakby akurat niby wcale w_ogole np itp itd m_in prosto krotko szczegol*
    sklada skladaj* skladal* zawiera* zawieraj* wchodz* stanow* wyglada* wygladal* sluzyl* pozwala* odnosi
    realizacj* realizow* realizuj* prowadzon* organizowan* oferuj* oferow* zapewn* gwarant* proponuj* umie umieja
    chcieli chcielibysmy chcialoby chcieliby mielibysmy mielib* moglib* moglb* mogac dostepn* mozliw* mozliwosc*
    konkret* podobn* poszczeg* odpowied* pytac spytac zapytac zapytan* wyjasni* opowiad* przyblizyc dowiedziec
    wiecej najwazniejsz* wlasciw* realn* faktyczn* naprawd* tylu tyle wiele wielu sporo reszt* pozostal*
    zdaniach zdanie zdan postawil* zaskakuj* zaskoczy* wlacza wlaczaja liczyc moc slowem slowach sklad szczeg*
    branz* dziedzin* obecn* zakres* wyslac przyslac przyslal* przeslac robiono losy obsluguje
    szukacie szukaja opiewa zwie zwa zwal* autor* tworcy tworcow tworca wlasciwie pozna* poznamy ludziska facet*
    pomiesc* zwykly zwykla zwykle prosty robota kompletnie raptem rowno niejaki przypadk* przewidzian* przewidzial*
    znam zna umiem tworz* wspoltworz* raczej chyba wiadomo serio naprawde fajn* siema pochodz*
    swoi* swoja swoje swych taka takie takich maja mieli miala mialy zamierza* probuj* staraj* stara* pragn* otrzym*
    pelni pelnia tekst* tekscie jednoczesnie zarazem ktores ktoras maksymaln* minimaln* lacznie pare rzecz* inaczej
    mowa konczac zreszta rodzajow prosilbym chcialam slyszalem slyszalam czytalem czytalam widzialem
    widzialam dowiadywac odpowiedz witam brzmi* element* pelna pelny pelnej nazywan* chetn* zainteresowan*
    ciekaw* rzekomo wreszcie najbardziej najwiecej mianowicie kolezank* kolega kolegi maz meza zona zony znajom*
    szwagier
    zalatwi* ogarn* wpasc wpad* zajrz* sprobow* probow* obiec* zapowiad* zapowiedz* deklar* marza marzy zalezy wspomn*
    mile widzian* siebie jacys znajdzie znajde opisan* tzw sztuk* dawac oddac przeprowadz* zrealizow* zabier* pracuj*
    wymienion*
    wiadomosci dokad robion* zanim mialbym mialabym uprzejm* podanie szanown* powazaniem
    """,
    """
    a about after all also am an and any are as at be been being but by can could did do does doing done each else
    for from get gets give go going had has have having he her here hi him his how i if in into is it its just
    know let like many may me might more most much must my need no not of off on one only or other our out over
    please she should so some somebody someone such tell than that the their them then there these they thing things
    this those through to too under up us very want was we were what which while who whom whose why will with would
    you your yours exactly called call name named happen happens happening happened take takes took taking part
    project* people person planned plan plans involve* participate* participant*
    benefit* concern* mean means within during include* including explain describe show list say says said kind sort
    type types main find look looking interested information info details detail expect* anyone anybody everyone
    held hold whats whos id im dont doesnt isnt arent join* really actually made make makes come
    produce* creat* build* built develop* prepar* provid* offer* organise organised organises organising organize
    organized organizes organizing support* deliver* cover* bring*
    help* work works working want* learn* learnt teach* held hear heard see go goes went use used using belong* given
    office place comes came attend* receive* deal total overall altogether number
    thanks thank again already always anyway approximately basically both briefly currently directly easily
    especially even ever
    generally here however instead kinda like likely mainly mostly nearly never often perhaps possible possibly
    probably quite rather simply since sometimes somewhere soon still then therefore though together too usually well
    yet yes okay really short summary specific specifically certain contain* consist* allow* enable* serve* seem*
    became become becomes happen* intend* able want wanted wish wondering wonder question questions answer
    sentence sentences words exactly meant get gets go play plays word happen shown let receives benefit
    makers authors creators author creator pick expected supposed actual ordinary
    try tries trying tried seek seeks hope hopes hoping big large size whats theres theyre ive wont cant couldnt wouldnt
    didnt wasnt hasnt havent gonna folks folk guys wide lot lots bit side terms case own put carry carried turn turned
    basis actual various set behalf sort exist exists existing brought element elements larger bigger way welcome
    curious understand understood told mention* refers refer referred according husband wife colleague got back rest
    entire
    whole promise* forward visiting coming think thinking worth stated described anyway carries
    """,
    """
    а або але б без би буде будуть був була було були бути в вам вас ваш* вже ви від він вона вони воно все всі
    всіх весь де до для дуже є ж же за з зі із і й інш* її його йому їх їм кого ким кому котр* куди ласка лише мене
    мені ми мій мої моя може можна можуть можу можете мав має мають маю на над нам нас наш* не нема немає ні них ним
    ній нього о об один одна ось по поки потім при про прошу разом саме свій свої себе собі скажіть скажи
    сюди та так такий така таке такі там те тебе тим тих то того той тому теж також ти тільки той тут у уже усе усі
    хто хтось хоче хочу хочуть це цей ці цього цьому цим цих ця цю чи чий чого чому що щоб щось як яка який які яким
    якими якої якого якому яку якою яких якій якщо я розкаж* розпов* поясн* назв* напиш* покаж* перелі* підкаж*
    проєкт* проект* робит* робля* відбу* відбува* бере беруть брати взят* участь учасни* узят* люди людей людям
    осіб особ* планує* заплан* передбач* отрима* дізна* називає* звати звуть зват* означа* стосує* діє дія діяти
    рамках част* вид види видів головн* основн* разом загалом всього усього знати знаєте цікав* інформац* приход*
    прийд* прийт* їхат* їдут* поїд* потрап* створ* виник* з'яв* зяв* допома* дозвол* служ* займа* потріб* треба
    маєте маємо нас дала дали дав дало дає дають вийде вийшло можемо можеш коротко взагалі зазвичай завжди іноді
    також приблизно
    точно просто саме власне наразі досі потім пізніше раніше
    проходять проходить проходив складає* склада* містит* дозволя* можлив* доступн* пропонує* пропону* забезпеч*
    гарант* реаліз* здійсн*
    варто офіс* загальн* кільк* число людина кожен кожн*
    двох словах реченн* конкретно саме триватим* відбуд*
    автори авторів творці творців звичайн* простий передбачен* очіку* збираєт* збираю*
    йде іде йдуть ідуть йтиме планую* організов* організув* намага* прагн* прагне хотіли хочете свої своїм своїх свого
    своєї своєму таких такого такому такої буває щодо стосовно отже річ речі даватиме дають числа хотів хотіла хотілося
    якихось якогось котрийсь дуже чули читав читала бачив бачила взагалі звучить елемент* повна
    дякую серед чув чула кажуть подруга чоловік дружина обіця* мріють провели провест* реалізув* описан* згада* згаду*
    ціле цілий
    """,
)

GENERIC_EVENTS = WordList(
    """
    wydarzen* spotkan* impr* zajec* zajecia warsztat* szkolen* forum debat* wizyt* konferencj* kurs* kalendarz*
    plan planie termin* najblizsz* nastepn* nadchodz* zapis* organizuj* odbywa* dzieje sie ciekaw* fajn*
    """,
    """
    event* meeting* workshop* training* class* forum debate* visit* conference* course* calendar upcoming next
    nearest soon scheduled happening anything something
    """,
    """
    поді* зустріч* зустрічі майстер* воркшоп* семінар* форум* дебат* візит* конференц* курс* календар* найближч*
    наступн* відбуває* щось заход*
    """,
)

FOLLOWING = WordList(
    "a i oraz to tam tego tych nim niej nich tym on ona ono oni one tez jeszcze dokladnie wiec ich jego jej stamtad",
    "and so it its they them there he she that those his her their also then",
    "а і й та там тоді він вона воно вони його її їх цього це туди звідти теж ще",
)

CROSS = WordList(
    "projekty projektow projektach projektami projektom ",
    "projects",
    "проєкти проєктів проєктах проєктами проєктам проекти проектів проектах проектами проектам",
)

HOW_MANY = WordList("ile ilu iloma liczba liczbe liczby liczbie", "many", "скільки кількість")

WHETHER = WordList("czy", "is are was were do does did can could will would has have", "чи")

PEOPLE = WordList(
    "osob* ludzi ludziom miejsc uczestnik* uczestnic*",
    "people persons seats places participants",
    "людей осіб місць учасник*",
)

SPANS = WordList(
    "godzin* miesiac* miesiec* lat lata dni tygodni",
    "hours months years days weeks sessions",
    "годин* місяц* років днів тижнів",
)

HOURS = WordList("godzin*", "hours", "годин*")

SORTS = WordList(
    "instytucj* organizacj* podmiot* firm* ktos",
    "institution* organisation* organization* body company",
    "установ* організац* інституц*",
)
"""Words that say of a partner only that it is one."""

WHO = WordList("kto ktorzy jacy", "who", "хто котрі")

SUBJECTS = WordList("kto co", "who what", "хто що")

RECRUITING = WordList(
    "rekrutac* nabor* zapisy zapisow zgloszen* zgloszenia",
    "recruitment registration enrolment applications",
    "набір реєстрація реєстрації запис",
)

NUMBERS = WordList(
    """
    jeden jedna jedno jednego jednej dwa dwie dwoch dwoma dwiema trzy trzech czterech cztery piec pieciu szesc szesciu
    siedem osiem dziewiec dziewieciu dziesiec dziesieciu dwudziestu trzydziestu kilka kilku kilkunastu kilkuset min
    """,
    "one two three four five six seven eight nine ten twenty thirty several few least",
    "один одна одного дві два двох трьох три чотири п'ять шість шести сім вісім дев'ять девять десять кілька",
)

MONTHS = WordList(
    "styczen stycznia styczniu luty lutego lutym marzec marca marcu kwiecien kwietnia kwietniu maj maja maju czerwiec"
    " czerwca czerwcu lipiec lipca lipcu sierpien sierpnia sierpniu wrzesien wrzesnia wrzesniu pazdziernik* listopad*"
    " grudzien grudnia grudniu",
    "january february march april may june july august september october november december",
    "січ* лют* берез* квіт* трав* черв* лип* серп* верес* жовт* листопад* груд*",
)

JOINING = WordList("i oraz a", "and", "і й та а")

ASKING = WordList(
    "kiedy gdzie kto kim komu kogo ile ilu dlaczego jak jaki jaka jakie jakim jakich ktory ktora ktore ktorej skad"
    " telefon mail email adres termin budzet kontakt partner*",
    "when where who whom why how what which phone email address date budget",
    "коли де хто кому скільки навіщо чому як який яка яке які якій котрій звідки телефон пошта адреса",
)
"""Words which begin a question of their own."""

INTERROGATIVES = WordList(
    "kiedy gdzie kto kim ile ilu dlaczego", "when where who why how", "коли де хто скільки навіщо чому"
)
"""Words whose asking is all they say: that they stand among the keys of a fact tells nothing."""

POLITE = WordList(
    "prosze poprosze prosilabym prosilbym dzien dobry witam czesc hej przepraszam niestety jednak bardzo dziekuje pani"
    " panie panstwo chyba juz wlasnie pilnie sorry teraz moze",
    "please hello hi sorry unfortunately dear thanks thank after all just now really the for",
    "будь ласка прошу добрий день вітаю перепрошую вибачте шкода дуже дякую вже зараз нажаль на жаль",
)
"""What people say around a wish; it counts only where a way of asking holds it, too."""
