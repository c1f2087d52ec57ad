"""Words that mean the same, in three languages: *nauka*, *training* and *курс* all speak of learning."""

import re
from collections import defaultdict
from functools import lru_cache

_STEM = 3
"""Letters by which stems are looked up; shorter stems stand for whole words."""

_TEXT = """
zaczyn* zaczal zaczel* zaczac zacznie rozpocz* rozpoczyn* start* rusz* poczatek poczatk* begin* began begun launch*
  почат* почин* старт* розпоч* почал* почне* kick kickoff kicked begins uruchom* zapoczatk* wystart* стартує najpierw
koncz* skoncz* zakoncz* koniec konca final* end ends ended ending finish* conclu* закінч* заверш* кінець кінця zamkn*
  zamyka* wygas* dobieg* wrap close closes фініш* закри* wrapped dotrwa* meta mety
trwa* potrwa dlugo dlugosc okres* long last lasts lasted duration period трива* довго період* przedzial* czasow* span
  timespan тривалі*
opublikow* ukaza* oglosi* oglosz* publish* announc* posted опублік* оголос* оголош* wrzuc* zamiesc* zamieszcz*
  zamieszczon* notk* artykul* wpis* ogloszen* komunikat* wiadomosc* news post posts article notice upload* wydrukow*
  з'явил* повідомлен* новин* допис* статт* виклал* розміст* оголошен* вийшл*
spotkan* zebran* spotyka* meeting* gathering* зустріч* зібран*
szkol* przeszkol* kurs* nauk* naucz* uczy uczyc uczym* edukac* edukuj* warsztat* lekcj* zajec* zajecia train* course*
  workshop* class classes teach* taught learn* educat* lesson* навч* курс* тренінг* майстер* воркшоп* освіт* урок*
  заняття doksztalc* wyklad* trenuj* nauka wyedukowa* poduczy* douczy* lecture* вчит* вчать лекці*
porad* dorad* konsult* pomoc* pomag* pomoz* wsparc* wspier* advic* advis* consult* help* support* порад* консульт*
  допом* підтрим* радит* радят*
mentor* coach* tutor* ментор* коуч* opiekun* наставни*
wyjazd* wyjezdz* wyjad* jada jedzie jechac pojad* pojed* podroz* wycieczk* wizyt* odwiedz* trip* travel* visit* journey*
  поїзд* поїд* їдуть їде їхати подорож* візит* відвід* leca leci leciec przylat* przylec* lot lotu fly
  flies flying летять летить полетить flew flown
  приїхал* приїде приїдуть приїжд* поїхал* їздят*
pieniadz* pieniedz* kasa kasy kase hajs* forsa forsy srodk* finans* dofinans* dotac* grant* sponsor* funduj* ufundow*
  budzet* money fund
  funds funded funding financ* subsid* гроші грошей кошти коштів фінанс* грант* дотац* бюджет* doloz* dolozy* wylozy*
  sypn* sfinans* dofinansuj* oplac* placi* placa placic koszt* pay pays paid paying payer платит* сплачу* оплачу* виділ*
  фінансов* dorzuc* doplac* przyzna* przyzn* przeznacz* wydatk* wydano wydali spent spend spending витра* chipped
  backed przekaz* przekaza* otrzyma* award* allocat*
urzed* samorzad* wladz* magistrat* decydent* jst official* government* authorit* municipal* clerk* чиновник* посадов*
  самовряд* влад* службовц* службовец* urzednik* urzednicz* biurokrat* ratusz* ratusz урядов* урядовц* держслужб*
  referat* referac*
gmin* samorzad* jst commune* municipalit* ґмін* гмін* громад*
mieszkan* mieszkaj* obywatel* ludzi* ludnos* lokals* resident* citizen* inhabitant* мешкан* жител* громадян* люд*
  lokator* ludnosc
sasiad* sasiedz* neighbo* сусід* podworko podworkow* blok blokow* сусіди podworek
senior* emeryt* starsz* elder* retired pensioner* older сеніор* старш* пенсіонер* літні літніх dziadk* babc* staruszk*
  starsi starszych
mlodz* nastolat* uczen* ucznio* licealist* student* youth young teen* pupil* молод* підліт* учні* учень студент* nastol*
  mlodych mlodzi
szkol* ponadgimnaz* licea* liceum technik* school* highschool школ* ліце*
ngo organizac* stowarzysz* fundac* iii trzeci* trzecim pozarzad* organis* organiz* association* foundation* nonprofit
  організац* товариств* фонд* асоціац* об'єднан* нуо ngosy ngosow ngos ngo_s fundacj* zrzeszen* zwiazek zwiazk*
  towarzystw* societ* union charity charities спілк* громадськ*
przedsiebior* firm* biznes* entrepreneur* compan* business* enterprise* підприєм* бізнес* фірм* sklep* sklepik* shop*
  handlow* крамниц* магазин*
uczeln* uniwersyt* karier* universit* career* університ* кар'єр*
wolontar* volunteer* волонтер*
lider* przywodc* leader* лідер*
ekspert* specjalist* fachow* expert* specialist* експерт* фахів* спеціаліст* znawc* znawcy
gosc* gosci goscie guest* visitor* гост* гіст* przyjezdn* zaproszon* przybysz* delegacj* delegat*
norwe* norwez* norway norwegian* oslo норве* осло
mowi* mowa rozmaw* gada* opowi* powiedz* dziel* podziel* prezent* przedstaw* zaprezent* pokaz* talk* speak* speech
  present* show* share* tell говор* розпов* ділит* поділ* презент* представ* покаж* показ* pogad* porozmaw* pomow* usly*
  opowiad* hear говорит* почу*
dyskus* dyskut* debat* rozmow* dialog* discuss* дискус* дебат* обговор* діалог* розмов*
pomysl* inicjatyw* propozyc* idea ideas initiativ* propos* ідеї ідея ідею ідей ініціатив* пропозиц* projekcik* koncepcj*
potrzeb* need needs потреб* bolaczk* oczekiwan* zapotrzebow* очікуван*
wyzwan* problem* trudn* klopot* challeng* difficult* виклик* проблем* труднощ*
konflikt* spory sporow klotni* conflict* dispute* quarrel* конфлікт* супереч* сварк* skloc* poklo* klotn* godzic pogodz*
  kloc* sprzecz* awantur* argument argue* arguing сваряться мирити помирит* посвар*
efekt* rezultat* wynik* osiagn* skutk* result* outcome* effect* achiev* результат* ефект* підсум* досягн* owoc* pozytek
  plon* profit* korzysc* pozytk* користь pozostalo pozostan* zostalo zysk* uzysk* remain remains left gain gains залиш*
  здобу*
wydawnictw* ksiazk* publikac* poradnik* podrecznik* broszur* publication* book* guide* handbook* brochure* manual видан*
  книг* книж* публікац* посібник* порадник* брошур* wydan* drukow* druk ksiazecz* друков*
standard* zasad* norm* wytyczn* regul* rule* guideline* norms стандарт* правил* норм*
rekomend* zalec* wniosk* conclusion* висновк* recommend* рекоменд*
model* wzor* wzorzec* pattern* schemat* scheme* framework* схем* модел* зраз* взір*
formularz* ankiet* form forms форма форми форму формою анкет* formularzyk* kwestionar* blank* wypeln* fill filling
  заповн*
zapis* zglos* przylacz* podlacz* rejestr* rekrut* nabor* dolacz* aplik* sign signup regist* enrol* recruit* join joining
  apply запис* реєстр* набір набор* долуч* приєдн* рекрут* wpisac wpisan* dopisac wejsc dostac_sie przystap* wkrec*
  enter enlist вступ* przyjac przyjm* zwerbow* werbow*
biur* siedzib* office* headquart* офіс* бюро
osrod* centr* klub* swietlic* placowk* cent* house club центр* осеред* будин* клуб* instytucj*
  miejsca_spotkan lokal
  lokalu budyn* установ* заклад*
kraj kraje kraju krajow panstw* zagran* countr* nation* abroad foreign країн* держав* закордон* іноземн* panstwo panstwa
  panstw panstwami panstwom narodow* nationalit* національн*
wspolprac* wspoldzial* dogad* dogaduj* porozumi* wspoln* razem partner* kooper* cooperat* collaborat* together
  співпрац* спільн* партнер*
siec* sieci platform* network* мереж* платформ* laczy laczyc polacz* zjednocz* connect* link linking unite unites
  об'єдна* поєдна*
wymian* dosw* exchang* experienc* обмін* досвід*
wydarzen* konferenc* zjazd* kongres* seminar* sympoz* conferenc* congress конференц* семінар* конгрес*
kampan* promoc* promow* reklam* upowszech* rozglos* campaign* promot* advert* dissem* spread* кампан* промо* реклам*
  поширен* популяриз* naglosn* rozreklam*
informac* informow* informuj* inform* dowiad* dowied* інформ*
media mediow mediach mediami gazet* pras* radio* nosnik* telewiz* newspaper* press медіа змі газет* преса радіо носі*
  informator* gazetk* tv
wiedz* umiejetn* kompet* kwalifik* knowledge know skill* compet* знан* знат* вмін* компетен* навич* umie* zdolnosc*
  abilit*
narzedz* instrument* metod* sposob* technik* tool* method* way ways technique* інструмент* метод* спосіб* засоб*
cel cele celem celow celami zamier* zamiar* misj* goal* aim aims purpos* objectiv* mission мета мети ціль цілі цілей
  zalozen* dazy dazyc dazen* achieve accomplish прагн* цілями
angaz* zaangaz* wlacz* aktywiz* zachec* involv* engag* encourag* activat* залуч* заохоч* активіз* namow* naklon* zapros*
  zaprasz* przyciag* pociag* wciag* persuad* invite invit* attract* motiv* переконат* запрош* мотив*
  pobudz* rozrusz* zmobiliz* mobiliz* ozyw*
integr* festyn* impre* piknik* zabaw* party parties picnic* festiv* інтегр* свят* пікнік* вечірк*
  zzyc zzyl* zzyw* zaprzyjazn* befriend* здруж* познайом*
aktywn* dzialan* dzialaln* akcj* activ* action* активн* діяльн* акці* заход* захід
okolic* osiedl* dzielnic* podobsz* rejon* obszar* teren* area* part parts district* territor* район* частин* територ*
  околиц*
miast* miejsk* city town urban місто міста місті міськ*
wies wsi wiosce wioska wioski soltys* solec* wiejsk* village* rural село села сільськ* солец*
srodowisk* ekolog* przyrod* environment* ecolog* nature довкіл* еколог* природ*
transport* komunikac* traffic mobility транспорт* комунікац*
prawo prawa prawem prawn* prawie law laws legal* lawyer* право права правов* юрид* юрист*
planow* zaplan* przestrzen* urbanist* zagospodar* planning spatial urban планув* просторов* забудов*
rozwo* rozwij* rozwin* popraw* naprawi* usprawn* ulepsz* wzmacn* wzmocn* zwieksz* wzrost* develop* improv* strength*
  increas*
  grow* better розвит* розвив* покращ* зміцн* збільш* посил* поліпш* wzrasta* wzros* umacn* umocn* podnies* podnosz*
  rosnac urosn* boost* raise raising підвищ* зрос* вдоскон*
tworz* stworz* utworz* powsta* powol* budow* zbudow* buduj* wypracow* opracow* przygotow* creat* build* built develop*
  inicjow* zainicjow* initiat* prepar* establish* створ* утвор* будув* побуд* розроб* виробл* підготов* засн* wymysl*
  invent* majstr* szykuj* wytworz* rozkrec* nakrec* ustanow* zalozyl* zalozon*
  drawn drafted designed придума* вигада*
zbier* zebra* gromadz* collect* gather* збира* зібра* збір*
mapow* zmapow* diagno* analiz* rozpozna* map mapping maps diagnos* analy* survey* мапув* картув* діагно* аналіз*
  дослідж*
prakty* cwicz* practi* exercis* практи* вправ*
ogranicz* limit* restrict* обмеж* ліміт* wpuszcz* wpusci limituj*
poczatkuj* nowicj* niedoswiadcz* nigdy beginn* novice* newcomer* never початк* новач* ніколи
doswiadcz* zaawansow* experienc* досвід*
jezyk* angiel* tlumacz* language* english translat* interpret* мова мові мовою мови англ* переклад*
powiat* county counties district* повіт*
wojewodz* region* malopol* voivod* provinc* воєвод* регіон* малопол* загальновоєводськ* ponadlokaln*
konkurs* edycj* nabor* wnios* competition* contest* edition* call конкурс* заявк* едиці*
ocen* najwyz* punkt* ranking* rated rating* score* ranked highest assess* оцін* рейтинг* найвищ* nota noty notowan*
rola role roli funkcj* odpowiad* role* function* task* роль ролі функц* відповід* funkcja
nowa nowe nowy nowych nowego nowator* innow* nowosc* new novel* innovat* нов* інновац* nowink* swiez* fresh свіж*
  wyjatkow* niezwykl* oryginaln* unikat* unique special унікальн* особлив*
  rozni roznia roznic* differ* unlike відрізня* wyroznia* odroznia*
tytul* nazw* title* name named назв* заголов*
radn* councillor* radnym радні радних радним депутат*
rada rady radzie rade rad council* рада раду ради раді
cialo ciala cial gremi* body bodies орган органи органів organ organu organie organow instytucj*
demokr* partycyp* wspoldecyd* democra* participat* демокр* партисип* участь участі
doros* adult* доросл* dorosl* dorosly
otwart* publiczn* open public відкрит* публічн*
cykl* regularn* stal* cyclic* regular* often periodic* permanent* constant* регулярн* циклічн* постійн* стал* jednoraz*
  wielokrotn* cyklicz* powtarz* wciaz once repeated recurring serie* seri* разов* одноразов* повторю* серія
nieformaln* informal* неформальн*
grup* zespol* ekip* paczka paczke group* team* груп* команд*
wakac* lato latem letni* lipiec lipcu sierpien sierpniu summer holiday* vacation* july august літо літку літн* канікул*
  липн* серпн* urlop* ferie
jesien* wrzesn* wrzesien pazdzier* listopad* autumn september october november осін* восени верес* жовт* листопад*
weekend* sobot* niedziel* saturday* sunday* вихідн* субот* неділ*
abstynen* trzezw* alkohol* abstin* sober* alcohol* тверез* алкогол* абстин*
wartosc* calkow* koszt* kosztow* total* cost costs value вартіст* вартост* загальн*
slab* zle kiepsk* poor* bad badly weak* слаб* погано gorzej marn* niedomag* kulej* погані
logo logotyp* belk* логотип*
przyszl* przyszlosc* future майбутн*
rok roku roczn* year* one_year annual рік року річн*
rodzaj* typ typy typow kategor* kind kinds type types categor* види видів тип* вид
uczestni* bior* wezm* udzial* particip* attend* учасн* участь uczestnik* uczestnic* participants
porown* zestaw* compar* порівн*
znalez* wyszuk* szuka* poszuk* odnalez* find finding search* seek* знай* шука* пошук*
wplyw* decyz* decyd* influence decid* decision* вплив* рішен* виріш*
wybran* wybor* wybra* wytypow* picked appoint* choos* chosen select* обран* вибра* вибор*
zmian* zmien* zmieni* chang* змін*
problematyk* sprawa spraw sprawy sprawach kwesti* matters issues issue питан* справ*
naglow* headline* heading заголов*
zdjec* grafik* obrazk* obrazek ilustrac* fotograf* baner* picture* image* graphic* зображ* картин* графік* фото
portal* witryn* serwis* website* site webpage сайт* портал* сторінк*
zatrudni* posad* etat* stanowisk* wakat* job jobs vacanc* hiring hire робот* вакан* посад*
rozwiaz* solv* resolv* tackl* розв'яз* вирішу* виріши* zaradz*
wdraz* wdroz* implement* introduc* впровад* wprowadz*
uczyc uczen nauczan* ksztalc* wykszt* вчити
wzorow* nasladow* przyklad* example* приклад* наслід*
"""


def _read(text: str) -> tuple[dict[str, set[int]], dict[str, list[tuple[str, int]]]]:
    """Whole words and stems, each with the numbers of what they may mean."""
    whole: dict[str, set[int]] = defaultdict(set)
    stems: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, line in enumerate(text.replace("\n  ", " ").strip().splitlines()):
        for entry in line.split():
            stem = entry.removesuffix("*")
            if stem == entry or len(stem) < _STEM:
                whole[stem].add(number)
            else:
                stems[stem[:_STEM]].append((stem, number))
    return dict(whole), dict(stems)


_WHOLE, _STEMS = _read(_TEXT)


_DOING = re.compile(r"uj(e|a|emy|ecie|esz)$")
"""*Mapujecie* is a form of *mapować*."""


@lru_cache(16384)
def meanings(word: str) -> frozenset[int]:
    """The numbers of what a folded ``word`` may mean."""
    return _meant(word) or (_meant(_DOING.sub("owac", word)) if _DOING.search(word) else frozenset())


def _meant(word: str) -> frozenset[int]:
    begun = (number for stem, number in _STEMS.get(word[:_STEM], ()) if word.startswith(stem))
    return frozenset(_WHOLE.get(word, ())).union(begun)
