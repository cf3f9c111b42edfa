# Zmiana w czasie: co mówi o każdym zachowaniu, jaką szkodę nazywa, co widać i co stoi osobno.

nav-change = Zmiana w czasie
change-title = Zmiana w czasie
change-lede = Przy każdym zachowaniu: co o nim powiedziano, jaka szkoda została nazwana i co widać, kto to widzi i od jak dawna. Nic tu nie mówi, czy ktoś się zmienił. To oceniają ludzie na podstawie tego, co tu stoi.
change-empty-title = O zmianie nic jeszcze nie ma
change-empty-why = Ukończony kurs nie mówi nic o tym, co dzieje się w domu. Tu stoi to, co ktoś sam nazywa ze swojego zachowania, szkoda każdego dziecka, którą sam nazywa, i postępowanie, które inni widzą przez dłuższy czas.
change-empty-example = „Zabrałem jej klucze, żeby nie mogła dojechać do pracy”. Powiedziane 3 marca. Szkoła od kwietnia widzi, że odbiera Olę tak, jak ustalono.
change-empty-ask = Zapytaj ({ $names }) o jedno zachowanie, o którym ta osoba wie, że jest znane. Nie pytaj o nic, co mogła powiedzieć tylko jedna inna osoba.
change-empty-nobody = Najpierw trzeba ustalić, z uzasadnieniem, kto wyrządza krzywdę.
change-add-review = Zapisz przegląd
change-add-evidence = Zapisz, co widać
change-of = { $name }: zachowanie po zachowaniu
change-of-note = Pierwszy przegląd i ostatnie stoją obok siebie. Wszystkie są wymienione niżej.
change-behaviour = Zachowanie
change-seen = Co widać
change-not-in-review = Nie było o tym mowy
change-not-usable = Jeszcze nie poruszać: nie wiadomo, czy to bezpieczne.
change-harm-not-stated = { $name } w żadnym przeglądzie nie nazywa szkody tych osób: { $names }.
change-states-harm = O tej osobie ({ $person }): „{ $words }”
change-ask-seen = Co { $name } robi teraz i kto jeszcze to widzi?
change-rests-on-him = Jak dotąd mówi tak tylko { $name }.
change-rests-on = Poza tym, co mówi { $name }, jak dotąd wiadomo to tylko stąd: { $voices }.
change-no-plan = { $name } nie ma jeszcze planu. Bez celów przegląd może pytać tylko o to, co jest na mapie.
change-never-asked = Nikt nie zapytał ({ $name }) o: { $what }.
change-since = Nowe od ostatniego przeglądu
change-since-note = Zachowania, które później trafiły na mapę i o których w żadnym przeglądzie nie było mowy.
change-systems = Sądy, policja lub instytucje są używane jako narzędzia.
change-reviews = Przeglądy: { $name }
change-held-by = Z udziałem: { $names }
change-says-victim = Mówi, że to jemu lub jej dzieje się krzywda: { $words }
change-says-victim-note = Zapisano tak, jak powiedziano. Kto co komu robi, stoi na mapie.
change-says-next = Mówi, co będzie dalej: { $words }
change-untied = Co jeszcze widać: { $name }
change-untied-note = Jeszcze niezwiązane z zachowaniem na mapie.
change-apart = Obecność, zaświadczenia i skrucha: { $name }
change-apart-note = To stoi osobno. Niczego powyżej nie przesuwa.
change-agency = Od: { $agency }

## Co mówi i czego coś dowodzi.
names-names = Nazywa to
names-partly = Nazywa część
names-denies = Mówi, że tak nie jest
names-not_asked = Nie pytano
evidence-conduct = Postępuje inaczej
evidence-repair = Naprawia szkodę
evidence-continues = To trwa
evidence-new_tactic = Coś nowego w to miejsce
evidence-attendance = Obecność
evidence-certificate = Zaświadczenie lub raport o ukończeniu
evidence-remorse = Skrucha lub przeprosiny

kind-change_review = Przegląd zmiany
    .one = przegląd zmiany
kind-evidence = Co widać w postępowaniu
    .one = co widać w czyimś postępowaniu
draft-change-review = Przegląd zmiany
draft-evidence = Co widać w czyimś postępowaniu

new-change_review-words = Co ktoś mówi o swoim zachowaniu, jego słowami
new-evidence-words = Co ktoś robi teraz, kto to widzi i na czym był

## Formularz przeglądu.
form-change_review-title-page = Przegląd zmiany
form-change_review-lede = Jedna rozmowa z osobą, która wyrządza krzywdę, o jej własnym zachowaniu. Zapisz słowa tak, jak padły.
form-change_review-advice = Poruszaj tylko to, co ta osoba już wie, albo to, na co osoba krzywdzona się zgodziła. Innych zachowań tu się nie proponuje. Przed rozmową: czy osoba krzywdzona wie o niej i czy zapytano ją, co może potem nastąpić?
form-change_review-person = Czyje to zachowanie?
form-change_review-held_by = Kto z tą osobą rozmawiał?
form-change_review-held_by_other = Ktoś inny, po jednym w wierszu
    .hint = „Osoba prowadząca program”.
form-change_review-reviewed_behaviour = Które zachowanie?
    .blank = Wybierz
form-change_review-reviewed_names = Czy ta osoba nazywa je swoim?
form-change_review-reviewed_words = Jakimi słowami?
    .hint = Dokładnie tak, jak padły, z wymówkami.
form-change_review-harm = Jaką szkodę tej osoby ({ $name }) nazywa sama? Jej słowa.
form-change_review-more-title = Co jeszcze powiedziano
form-change_review-says_victim = Mówi, że to jej dzieje się krzywda, jej słowami
    .hint = Zapisane tak, jak powiedziano. Jeśli jest to używane przeciw osobie krzywdzonej, zapisz to też jako zachowanie.
form-change_review-says_next = Co mówi, że zrobi dalej, jej słowami
form-change_review-remark = Dla zespołu
    .hint = Nigdy w egzemplarzu, który ta osoba dostaje.
form-change_review-when = Kiedy to było?
form-change_review-another = Inne zachowanie
form-error-reviewed-behaviour = Wybierz zachowanie, którego te słowa dotyczą.
form-error-reviewed-names = Zaznacz, czy ta osoba je nazywa, albo że nikt nie pytał.
refusal-missing-change_review-behaviours = Powiedz coś o co najmniej jednym zachowaniu. „Nie pytano” to też odpowiedź.

## Formularz tego, co widać.
form-evidence-title-page = Co widać w czyimś postępowaniu
form-evidence-lede = Co osoba wyrządzająca krzywdę robi teraz i kto to widzi. Obecność na zajęciach ma swoje miejsce i nie jest zmianą.
form-evidence-person = Czyje to postępowanie?
form-evidence-of = Co to jest?
form-error-evidence-of = Wybierz, co to jest.
form-evidence-seen = Co było widać?
    .hint = To, co mógłby zobaczyć ktoś inny: „odbiera Olę o czwartej, jak ustalono, i odchodzi”. Ma się czytać dalej po imieniu.
form-error-evidence-seen = Powiedz, co było widać.
form-evidence-behaviours_to = O które zachowanie na mapie chodzi?
    .blank = O żadne albo jeszcze go nie ma na mapie
form-evidence-towards = Wobec kogo?
form-evidence-agency = Z którego programu lub instytucji?
form-evidence-when = Od kiedy i jak często?
    .hint = „Od kwietnia 2026 do teraz, prawie co tydzień”.

## One entry.
page-fact-held-by = Rozmawiał(a)
page-fact-conduct-of = Czyje postępowanie
page-fact-evidence-of = Co to jest
page-fact-says-victim = Mówi, że to tej osobie dzieje się krzywda
page-fact-says-next = Mówi, co będzie dalej

## Co idzie do programu i o co prosimy z powrotem.
exchange-title = Dla programu, w którym uczestniczy { $name }
exchange-lede = Wzorzec, cele i własne słowa tej osoby ({ $name }). Niczego tu nie powiedział nikt inny; prosimy nie pytać o nic, co wykracza poza ten tekst.
exchange-empty = { $name }: niczego jeszcze nie wolno tej osobie powiedzieć, więc nic nie może iść do programu.
exchange-pattern = Co wiadomo o postępowaniu
exchange-pattern-note = W brzmieniu, w jakim wolno to powiedzieć.
exchange-review = Powiedziane w przeglądzie: { $when }
exchange-back = O co prosimy z powrotem
exchange-back-note = Sama obecność nic nam nie mówi. Prosimy o wiadomość od razu, jeśli coś nie może czekać.
exchange-back-words = Co { $name } nazywa, czemu zaprzecza lub co pomija, słowami, które padły.
exchange-back-harm = Jaką szkodę każdego dziecka { $name } nazywa.
exchange-back-conduct = Co budzi niepokój i co widać w postępowaniu, nie w uprzejmości.
exchange-back-absence = Każde opuszczone spotkanie, tego samego dnia.
exchange-link = Co może iść do programu: { $name }
exchange-made = Zrobione tylko z tego, czego można użyć wobec tej osoby ({ $name }). To, co wraca, zapisuje się jako przegląd albo jako to, co widać.
