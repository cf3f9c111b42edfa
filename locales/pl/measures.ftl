# Miary: w ilu sprawach coś zapisano. Daty i fakty; nic tu nikogo nie ustawia w kolejności.

nav-measures = Co zapisano
measures-title = Co zapisano
measures-case-title = Co zapisano w tej sprawie
measures-lede = W ilu sprawach zapisano każdą z tych rzeczy. Pokazuje, o co można zapytać dalej i czego może się nauczyć praktyka. Nikogo nie mierzy i żadna sprawa nie stoi przed inną.
measures-case-lede = Co zapisano, z dniami pierwszego i ostatniego wpisu. Czego jeszcze nie ma, to coś, o co można zapytać, a nie błąd.
measures-cases = { $n ->
    [0] Żadnej sprawy.
    [one] Jedna sprawa.
    [few] { $n } sprawy.
   *[other] { $n } spraw.
 }
measures-yours = To sprawy, które superwizujesz, o ile możesz je widzieć.
measures-all = To wszystkie sprawy.
measures-none-title = Nie superwizujesz żadnej sprawy
measures-none-why = Tu stoi, co zapisano w sprawach, które superwizujesz.
measures-opened = Otwarta { $day }
measures-last = Ostatni wpis { $day }
measures-measure = Co
measures-there = Zapisano
measures-for-some = Dla niektórych
measures-not-yet = Jeszcze nie
measures-does-not-apply = Nie ma kogo dotyczyć
measures-not-shown = kilka
measures-few-note = „kilka”: tak mało spraw, że po liczbie można by kogoś rozpoznać albo zdradziłyby ją pozostałe. Granica to tutaj { $n }.
measures-wanting = Pokaż sprawy, w których tego jeszcze nie ma albo jest tylko dla niektórych
measures-wanting-title = Jeszcze nie ma albo tylko dla niektórych
measures-wanting-back = Wszystkie miary
measures-wanting-none = W żadnej ze spraw.
measures-is-there = Zapisano { $first }
measures-is-there-since = Zapisano po raz pierwszy { $first }, ostatnio { $last }
measures-is-for-some = Na razie dla niektórych, ostatnio { $last }
measures-is-not-yet = Jeszcze nie zapisano
measures-is-does-not-apply = Nie ma kogo dotyczyć

measures-group-pattern = Wzorzec
measures-group-children = Dzieci
measures-group-survivor = Osoba krzywdzona
measures-group-harm = Osoba, która krzywdzi
measures-group-work = Praca

measure-harm-named = Wskazano, kto krzywdzi
measure-behaviours = Zapisano, co ta osoba robi
measure-over-time = Co najmniej jedno zachowanie w czasie, a nie tylko jako jedno zdarzenie
measure-other-family = Co zrobiono komuś z innej rodziny
measure-intersections = Co mają z tym wspólnego pieniądze, zdrowie, migracja lub krewni
measure-behaviour-to-child = Zachowanie powiązano z tym, co zrobiło dziecku
measure-each-childs-effects = O każdym dziecku: co to zrobiło, albo że ktoś patrzył i nic jeszcze nie widział
measure-each-childs-words = O każdym dziecku: jego własne słowa
measure-each-childs-needs = O każdym dziecku: czego potrzebuje, albo że niczego więcej
measure-efforts = Co robi osoba krzywdzona
measure-efforts-beyond = Więcej niż odejście, policja i nakazy sądu
measure-survivor-alone = Z osobą krzywdzoną rozmawiano w cztery oczy
measure-survivor-words = Własne słowa osoby krzywdzonej
measure-partnering = Krok wspólnej pracy z osobą krzywdzoną
measure-support-asked = Wsparcie, o które poprosiła osoba krzywdzona
measure-harm-contact = Ktoś próbował dotrzeć do osoby, która krzywdzi
measure-harm-spoken = Ktoś z tą osobą rozmawiał
measure-survivor-told = Osobę krzywdzoną uprzedzono o tym albo zapytano potem
measure-harm-plan = Plan dla osoby, która krzywdzi
measure-harm-goals = Cele w nim, każdy zaczyna się od zachowań
measure-harm-intervention = Instytucja zrobiła lub zrobi coś wobec tej osoby
measure-change-looked-at = Co się mówi i widać o zmianie; odbyte kursy się nie liczą
measure-each-parents-care = Codzienna opieka: pytano jednakowo o każde z rodziców
measure-responses = Co zrobiły instytucje i co z tego wynikło
measure-sessions = Instytucje spotkały się przy mapie
measure-decisions-read = Każdą podjętą decyzję przeczytała druga osoba
measure-supervision = O sprawie rozmawiano w superwizji
measure-worker-safety = Pomyślano o tym, co musi wiedzieć ktoś, kto idzie na wizytę
