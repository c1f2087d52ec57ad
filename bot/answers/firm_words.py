"""The words that leave no doubt about what is asked; folded, ``*`` for any ending."""

from bot.content import Facet

F = Facet

FIRM: dict[Facet, str] = {
    F.WHEN: "kiedy kidy keidy termin* data dacie daty date when date dates коли дата дати дату",
    F.PLACE: "gdzie gdize gdzei adres adresu adresy adresem adresie ulic* where address street"
    " де адреса адресу адресі адресою адреси вулиц*",
    F.MONEY: "budzet* kwot* budget бюджет*",
    F.FUNDER: "kasa kasy kase hajs* forsa forsy pieniadz* pieniedz* grosz* money грош*"
    " dotacj* dofinansow* finans* sfinansow* grant* placi fund funds funded funding financ* фінанс* грант*",
    F.CONTACT: "numer* elektroniczn* електронн* zadzwon* dzwon* номер* подзвон* зателефон*"
    " kontakt* skontaktow* telefon* tel mail* email* contact phone* telephone телефон* пошт* контакт*",
    F.LANGUAGE: "jezyk* language* мова мові мовою мови",
    F.SIGNUP: "umowic zapisac zapisy zapisow zapisz* zapisuj* zapisywac zglosz* zglosic formularz* rejestr*"
    " register registration form запис* реєстр* форма",
}
