# Widoki opowiedziane słowami: kto jest widoczny, działania instytucji, codzienna opieka, użycie siły, z czym splata się wzorzec, chronologie ułożone ręcznie.

nav-more = Inne widoki
nav-next = Co dalej
nav-entries = Wszystko w aktach
nav-visibility = Kto jest widoczny
nav-responses = Działania instytucji
nav-care = Codzienna opieka
nav-force = Użycie siły
nav-intersections = Z czym się splata
nav-chronologies = Chronologie w określonym celu

told-withdrawn = { $what } (wycofano)
told-connected = { $what }. Związek dostrzega { $by }
told-connected-words = { $what }. Związek dostrzega { $by }: „{ $words }”
told-part = { $line }, { $next }
told-see-all = Zobacz wszystko

## Kto jest widoczny.
vis-title = Kto jest widoczny w naszej pracy
vis-lede = Z kim ktokolwiek rozmawiał, o co proszono każdego z rodziców i kto działa w tym, co zapisano. Te same pytania o każdą osobę, obok siebie.
vis-own-team = nasz zespół
vis-nobody = { $name }: nikt nie rozmawiał z tą osobą.
vis-nobody-of = { $count ->
    [one] { $name }: nikt nie rozmawiał z tą osobą, także: { $agencies }.
   *[other] { $name }: nikt w żadnej z { $count } instytucji nie rozmawiał z tą osobą: { $agencies }.
}
vis-spoken = { $name }: kto rozmawiał z tą osobą: { $agencies }.
vis-not-by = { $name }: kto jeszcze nie rozmawiał z tą osobą: { $agencies }.
vis-tried = { $name }: kto próbował się skontaktować z tą osobą: { $agencies }.
vis-asked-nothing = { $name }: nie zapisano, aby jakakolwiek instytucja o coś prosiła tę osobę.
vis-asked-by = { $name }: instytucje, które o coś prosiły tę osobę lub coś w jej sprawie zrobiły: { $agencies }.
vis-double-care = { $name }: zapytano o codzienną opiekę. { $other }: nie zapytano.
vis-double-concern = { $name }: zapisano obawę dotyczącą opieki. { $other }: nie zapisano żadnej.
vis-double-asked = { $name }: instytucje o coś prosiły. { $other }: o nic nie prosiły.
vis-side-head = Te same pytania o każdą osobę
vis-side-note = Puste miejsce to pytanie do nas, a nie czyjś brak.
vis-question = Pytanie
vis-row-spoken = Kto rozmawiał z tą osobą?
vis-row-tried = Kto próbował i co z tego wyszło?
vis-row-asked = O co ją proszono i kto prosił?
vis-row-harms = Co zapisano o tym, co robi, aby kontrolować lub krzywdzić?
vis-row-protects = Co zapisano o tym, co robi dla bezpieczeństwa i opieki?
vis-row-care = Co robi dla dzieci na co dzień?
vis-row-good = Co dobrze robi z dziećmi?
vis-row-concerns = Jakie obawy dotyczące jej opieki zapisano?
vis-row-words = Czy zapisano jej własne słowa?
vis-none-spoken = Jeszcze nikt. Dodaj kontakt
vis-none-tried = Nie zapisano żadnej próby. Dodaj próbę
vis-none-asked = Niczego nie zapisano
vis-months-head = Miesiąc po miesiącu
vis-months-note = Tylko miesiące, w których coś zrobiono lub zapisano. Miesiąc, którego tu nie ma, nie był spokojny: po prostu niczego nie zapisano.
vis-month = Miesiąc
vis-month-spoken = Rozmowa: { $what }
vis-month-tried = Próba kontaktu: { $what }
vis-month-asked = Prośba: { $what }
vis-month-recorded = Zapisano: { $what }
vis-more = I inne, w chronologii oraz na osobnych stronach.
vis-add-contact = Dodaj kontakt lub próbę kontaktu
vis-empty-title = Zacznij od tego, z kim ktokolwiek rozmawiał
vis-empty-why = Zapisuj każdy kontakt i każdą próbę, z każdym rodzicem, ze strony każdej instytucji. Tylko wtedy widać, że wszyscy dzwonią do jednego z rodziców, a drugiego nikt nigdy nie zapytał.
vis-empty-example = Na przykład: „Policja, telefon, bez odpowiedzi, 3 marca. List na adres pracy, bez odpowiedzi”.

## Działania instytucji.
resp-title = Działania instytucji
resp-lede = Każda reakcja, na co była odpowiedzią i czy pomogła: czyim zdaniem i własnymi słowami tej osoby. Nasze też tu są.
resp-timeline = Po kolei
resp-add = Dodaj działanie instytucji
resp-towards = Wobec kogo: { $names }
resp-answer-to = W odpowiedzi na: { $what }
resp-used-through = Do czego to wykorzystano: { $what }
resp-judged = { $by }: { $effect }
resp-judged-why = { $said }. „{ $why }”
resp-not-judged = Jeszcze nie zapytano, czy to pomogło
resp-apart = Działania rozbieżne w kwestii „{ $what }”: { $agencies }.
resp-together = „{ $what }”: coś w tej kwestii zrobiła więcej niż jedna instytucja
resp-together-apart = Według relacji ich działania były przeciwne: jedno pomogło, drugie umocniło wzorzec. Kto doprowadzi do rozmowy między nimi?
resp-together-note = Czy wiedzą o sobie nawzajem?
resp-unanswered = Nie zapisano odpowiedzi żadnej instytucji
resp-unanswered-note = Nikt nic nie zrobił czy nikt tego nie zapisał?
resp-unanswered-ask = Co zrobiła w tej kwestii którakolwiek instytucja: { $what }?
resp-empty-title = Zacznij od tego, kiedy ktoś ostatnio prosił o pomoc
resp-empty-why = Działania instytucji mogą pomóc, niczego nie zmienić albo zostać wykorzystane przez osobę, która krzywdzi. Bez nich akta pokazują tylko to, co robi rodzina.
resp-empty-example = Na przykład: „Policja w Northbridge używa go jako tłumacza i każe jej wyjść. Jej zdaniem umocniło to wzorzec”.

## Codzienna opieka.
care-title = Codzienna opieka
care-lede = Kto co robi dla dzieci w zwykły dzień. Te same pytania o każdą osobę, która się nimi opiekuje; dobrą opiekę zapisuje się u każdego.
care-table = Te same pytania, obok siebie
care-table-note = Gdy o jedną osobę zapytano, a o drugą nie, w pustym miejscu stoi pytanie.
care-area = Część dnia
care-unasked = O nikogo jeszcze nie zapytano
care-unasked-note = Wybierz jedną; te same pytania otworzą się dla każdej osoby, która opiekuje się dziećmi.
care-concerns = Obawy dotyczące opieki
care-concerns-note = Co widziano, co znaczyło to dla dziecka, co to wyjaśnia i jaka pomoc jest oczekiwana.
care-concern-of = Opieka, { $name }:
care-does = Co robi: { $what }
care-decides = O czym decyduje: { $what }
care-good = Co robi dobrze: { $what }
care-changes = Co się zmienia, gdy jest przy tym osoba, która krzywdzi: { $what }
care-disrupted = Co w tym przeszkadza: { $what }
care-because = Z powodu: { $what }
care-effect-not-asked = { $name }: jeszcze nie zapytano o skutek
care-part = Jaki udział ma w tym osoba, która krzywdzi: { $what }
care-part-not-asked = Nie zapytano, jaki udział ma w tym osoba, która krzywdzi
care-help = Oczekiwana pomoc: { $what }
care-help-not-asked = Nie zapytano, jaka pomoc jest oczekiwana
care-offered = Proponowana pomoc: { $what }
care-add = Dodaj część dnia
care-add-concern = Dodaj obawę dotyczącą opieki
care-empty-title = Zacznij od wczorajszego dnia
care-empty-why = Każdą osobę, która opiekuje się dziećmi, zapytaj o ten sam zwykły dzień: kto wstaje, kto gotuje, kto przychodzi w nocy. Opieka, która działa, to ochrona, a opieka, o którą nikt nie zapytał, wygląda tak, jakby jej nie było.
care-empty-example = Na przykład: „Noc: wstaje Ewa. Craiga nikt nigdy nie zapytał”.

## Użycie siły.
force-title = Użycie siły przez obie osoby dorosłe
force-lede = Te same pytania o obie osoby, obok siebie. To, kogo zatrzymano, kto pierwszy zadzwonił, kto krwawił i jak często, to słabe oznaki. Ta strona niczego nie rozstrzyga; rozstrzygają ludzie, z uzasadnieniem.
force-team-only = Tylko dla zespołu. Ta strona nigdy nie wychodzi poza zespół, ani na papierze, ani inaczej; nic z niej nie wchodzi do kopii dla kogokolwiek innego.
force-pair = { $one } i { $other }
force-note = To, kto stoi tu na pierwszym miejscu, nic nie znaczy.
force-acts = Co każda z osób robi drugiej
force-acts-note = Tak jak zapisano na mapie
force-about = Czego dotyczy: { $what }
force-add = Odpowiedz na pytanie o jedną z osób
force-empty-title = Tylko tam, gdzie siły używały obie osoby dorosłe
force-empty-why = Jeśli według relacji siły używały obie osoby, o to samo zapytaj w odniesieniu do każdej z nich: strach, skutki, zamiar, reguły, przeszłość. Odpowiedzi pokazują, kto kogo kontroluje; liczba uderzeń tego nie pokaże.
force-empty-example = Na przykład strach: „Śpi w ubraniu, z kluczem w bucie”.
force-empty-ask = Z każdą z osób rozmawiaj osobno, nigdy tak, aby druga słyszała, i niczego nie przekazuj dalej.

## Z czym splata się wzorzec.
inter-title = Z czym splata się wzorzec
inter-lede = Co mają wspólnego z wzorcem pieniądze, zdrowie, migracja, rasizm, alkohol lub niepełnosprawność: co jest wykorzystywane, co zamyka drzwi, co chroni. Nigdy nie jest to lista problemów obok siebie.
inter-whose = Czyje: { $names }
inter-with = Z czym się splata: { $what }
inter-add = Dodaj, z czym się splata
inter-empty-title = Zacznij od tego, co jest przeciw komuś wykorzystywane, albo od tego, co chroni
inter-empty-why = Ta sama diagnoza, ten sam dług lub ta sama wiza mogą być skutkiem zachowania, jego narzędziem albo przeszkodą w uzyskaniu pomocy. A krewni, wiara, język i społeczność mogą chronić.
inter-empty-example = Na przykład: „Migracja, Ewa: on trzyma jej paszport i mówi, że zostanie odesłana bez dzieci”.

## Chronologie w określonym celu.
cur-title = Chronologie w określonym celu
cur-lede = Ułożone ręcznie, obok automatycznej: wybrane wpisy w wybranej kolejności i to, co znaczą.
cur-automatic = W automatycznej chronologii jest wszystko
cur-purpose = W jakim celu: { $what }
cur-what = Co zapisano
cur-analysis = Co to znaczy
cur-new = Ułóż chronologię
cur-add-here = Dodaj do tej
cur-adding = Do dodania: { $what }
cur-adding-new = Zacznij od tego nową
cur-change = Zmień ją
cur-empty-title = Ułóż chronologię na spotkanie, do decyzji lub dla sądu
cur-empty-why = W automatycznej chronologii jest wszystko. W jednym określonym celu wybierz wpisy, które są ważne, ułóż je w kolejności, w której są zrozumiałe, i napisz, co każdy z nich znaczy.
cur-empty-example = Na przykład: „Po każdej prośbie o pomoc w ciągu tygodnia coś następuje”.

## Każde dziecko, obok par.
child-wants = Czego chce { $name }
child-worse = Co pogorszyłoby sytuację:
child-living = Z kim mieszka { $name }
child-lives-with = Z kim: { $names }
child-lives-alone = Z nikim innym
child-decided = Kto o tym zdecydował: { $name }
child-decided-how = Kto o tym zdecydował: { $name }. Jak: { $how }
child-accounts-differ = Różne osoby mówią co innego.
child-nobody-sure = Nikt nie ma pewności.
child-alone = { $name }: kiedy ktoś spędzał czas sam na sam z dzieckiem
child-alone-by = { $name }, nasz zespół
child-ask-words = Co mówi { $name }, własnymi słowami?
child-ask-wants = Czego chce { $name } i co pogorszyłoby sytuację?
child-ask-living = Gdzie spędza dni i noce { $name }?
child-ask-alone = { $name }: nie zapisano, aby ktoś spędzał czas sam na sam z dzieckiem. Dodaj to
child-was-asked = O co zapytano przedtem: { $what }
child-spoken-alone = Powiedziane bez innych osób
child-not-alone = Powiedziane przy innych osobach
child-heard-by = Kto może to usłyszeć: { $what }
child-taken-back = Odwołane, gdy działo się to: { $what }
child-pressure = Nacisk: { $what }
child-seen-alone = Rozmowa bez innych osób: { $when }, kto: { $by }.
child-add-words = Dodaj własne słowa: { $name }
child-day-same = Zwykły dzień: te same pytania o każdą osobę, która opiekuje się dziećmi
child-day = Zwykły dzień: { $name }

## W chronologii.
chron-contact-reached = Rozmowa: { $names }
chron-contact-tried = Próba kontaktu: { $names }
chron-lives = Gdzie mieszka: { $names }
chron-says-own = Własne słowa: { $name }
chron-step-with = Z kim: { $name }. { $what }
