# Słowa kodów: role osób, oznaczenia, rodzaje wpisów, drogi, mechanizmy. Jeden klucz na każdy kod.

## Rola osoby w sprawie. Nigdy nie zależy od płci.
role-perpetrator = Krzywdzi
    .explanation = Stosuje wzorzec kontroli albo krzywdzenia dzieci. Rola w tej sprawie, przypisana z uzasadnieniem.
role-survivor = Chroni
    .explanation = Rodzic lub partner, który doznaje krzywdy i troszczy się o dzieci.
role-child = Dziecko
    .explanation = Jedno z dzieci, których dotyczą te akta.
role-kin = Krewni lub przyjaciele
    .explanation = Ktoś z rodziny, przyjaciół lub sąsiadów.
role-professional = Pracuje z rodziną
    .explanation = Ktoś ze szkoły, ochrony zdrowia, policji, służb pomocy dzieciom lub innej instytucji.
role-undetermined = Nie rozstrzygnięto
    .explanation = Obie osoby używały siły albo zbyt mało wiadomo. Potrzebne są pytania, które to rozstrzygną, i data, kiedy do tego wrócić.

## Relacja między dwiema osobami. „Pierwsza osoba to … drugiej”.
relationship-spouse = Mąż, żona lub związek partnerski
    .sentence = { $from } i { $to }: małżeństwo lub związek partnerski
relationship-partner = Partner lub partnerka
    .sentence = { $from } i { $to }: para
relationship-former_partner = Dawny partner lub dawna partnerka
    .sentence = { $from } i { $to }: dawniej para
relationship-parent = Rodzic
    .sentence = { $from } to rodzic. Dziecko: { $to }
relationship-adoptive_parent = Rodzic adopcyjny
    .sentence = { $from } to rodzic adopcyjny. Dziecko: { $to }
relationship-step_parent = Ojczym lub macocha
    .sentence = { $from } to ojczym lub macocha. Dziecko: { $to }
relationship-foster_carer = Rodzic zastępczy
    .sentence = { $from } to rodzic zastępczy. Dziecko: { $to }
relationship-grandparent = Dziadek lub babcia
    .sentence = { $from } to dziadek lub babcia. Dziecko: { $to }
relationship-sibling = Brat lub siostra
    .sentence = { $from } i { $to }: rodzeństwo
relationship-kin = Ciocia, wujek, kuzynostwo lub inni krewni
    .sentence = { $from } i { $to }: krewni
relationship-friend = Ktoś z przyjaciół lub sąsiadów
    .sentence = { $from } i { $to }: przyjaźń lub sąsiedztwo
relationship-professional = Pracuje z
    .sentence = { $from } pracuje z rodziną. Z kim: { $to }

## Kto może to widzieć.
label-professional = Zespół prowadzący sprawę
    .explanation = Wszyscy, którzy pracują w tej sprawie. Dotyczy wzorca, jego skutków i codziennej opieki.
label-survivor_confidential = Tylko dla osób pracujących z rodzicem chroniącym
    .explanation = Dla tego, co po ujawnieniu naraziłoby rodzica chroniącego: ukryte pieniądze, umówione hasła, sposoby radzenia sobie.
label-sealed = Utajnione
    .explanation = Miejsce zamieszkania, bezpieczny sposób kontaktu, plan bezpieczeństwa, szkoła. Może to otworzyć bardzo niewiele osób.
label-privileged = Tajemnica adwokacka
    .explanation = Porada prawna. Nigdy nie jest przekazywana nikomu innemu.
label-third_party = Chroni osobę, która nam to powiedziała
    .explanation = Dotyczy kogoś z sąsiadów, krewnych lub innej osoby, o której nikt nie może się dowiedzieć.
label-child_voice = Własne słowa dziecka
    .explanation = To, co powiedziało dziecko. Widzą to osoby pracujące z dzieckiem; nigdy nie pokazuje się tego rodzicowi bez zastanowienia.
label-staff = Sprawa wewnętrzna zespołu
    .explanation = Bezpieczeństwo pracowników i superwizja. Nigdy nie wychodzi poza zespół.

## Rodzaje wpisów.
kind-person = Osoba
    .one = osoba
    .add = Dodaj osobę
kind-relationship = Relacja
    .one = relacja
    .add = Dodaj relację
kind-household = Gospodarstwo domowe
    .one = gospodarstwo domowe
    .add = Dodaj gospodarstwo domowe
kind-living_arrangement = Gdzie ktoś mieszka
    .one = miejsce, gdzie ktoś mieszka
    .add = Dodaj, gdzie ktoś mieszka
kind-contact_detail = Jak się skontaktować
    .one = sposób kontaktu
    .add = Dodaj sposób kontaktu
kind-role_decision = Rola w sprawie
    .one = decyzja o czyjejś roli
    .add = Zdecyduj o czyjejś roli
kind-behaviour = Zachowanie
    .one = zachowanie
    .add = Dodaj zachowanie
kind-use_of_force = Użycie siły, jedna z dwóch osób
    .one = odpowiedzi o użyciu siły przez jedną osobę
    .add = Zapytaj o użycie siły
kind-effort = Staranie
    .one = staranie
    .add = Dodaj staranie
kind-impact = Skutek
    .one = skutek
    .add = Dodaj skutek
kind-voice = Własnymi słowami
    .one = czyjeś własne słowa
    .add = Dodaj czyjeś własne słowa
kind-daily_care = Codzienna opieka
    .one = odpowiedź o codziennej opiece
    .add = Dodaj codzienną opiekę
kind-care_concern = Obawa dotycząca opieki
    .one = obawa dotycząca opieki
    .add = Dodaj obawę dotyczącą opieki
kind-intersection = Z czym się to splata
    .one = coś, z czym splata się wzorzec
    .add = Dodaj, z czym splata się wzorzec
kind-unknown = Jeszcze nie wiadomo
    .one = otwarte pytanie
    .add = Dodaj otwarte pytanie
kind-note = Notatka
    .one = notatka
    .add = Napisz notatkę
kind-visit = Wizyta
    .one = wizyta
    .add = Zapisz wizytę
kind-document = Dokument
    .one = dokument
    .add = Załącz dokument
kind-contact = Kontakt lub próba kontaktu
    .one = kontakt lub próba kontaktu
    .add = Dodaj kontakt lub próbę kontaktu
kind-partnering_step = Krok we współpracy
    .one = krok we współpracy
    .add = Dodaj krok we współpracy
kind-system_response = Działanie instytucji
    .one = działanie instytucji
    .add = Dodaj działanie instytucji
kind-worker_safety = Bezpieczeństwo pracowników
    .one = informacja o bezpieczeństwie pracowników
    .add = Dodaj informację o bezpieczeństwie pracowników
kind-chronology = Chronologia ułożona ręcznie
    .one = chronologia
    .add = Ułóż chronologię
kind-interview = Rozmowa
    .one = rozmowa
    .add = Zacznij rozmowę
kind-tool_result = Wynik narzędzia oceny ryzyka
    .one = wynik narzędzia oceny ryzyka
    .add = Dodaj wynik narzędzia oceny ryzyka
kind-decision = Decyzja
    .one = decyzja
    .add = Odpowiedz na pytania do decyzji
kind-sign_off = Potwierdzenie drugiej osoby
    .one = potwierdzenie drugiej osoby
    .add = Potwierdź
kind-mapping_session = Wspólna sesja przy mapie
    .one = wspólna sesja przy mapie
    .add = Przygotuj wspólną sesję
kind-supervision = Superwizja
    .one = zapis superwizji
    .add = Zapisz superwizję

## Jak pewne jest to, gdzie ktoś mieszka. Dotyczy miejsca, nigdy tego, czy komuś się wierzy.
sure-known = Wiadomo
sure-accounts_differ = Różne osoby mówią co innego
sure-nobody_is_sure = Nikt nie ma pewności

## Czy osoba, która krzywdzi, zna miejsce lub numer.
known_to_harm-not_asked = Jeszcze nie zapytano, czy osoba, która krzywdzi, o tym wie
known_to_harm-no = Osoba, która krzywdzi, o tym nie wie
known_to_harm-yes = Osoba, która krzywdzi, o tym wie

## Co przyniosło działanie instytucji.
effect-helped = Pomogło
    .explanation = Ktoś stał się bezpieczniejszy albo coś stało się możliwe.
effect-neutral = Niczego nie zmieniło
    .explanation = Potem było tak samo jak przedtem.
effect-reinforced = Umocniło wzorzec
    .explanation = Wykorzystano je przeciw rodzicowi chroniącemu albo pokazało, że nikt nie zareaguje.

## Jak często, w przybliżeniu.
recurrence-once = Raz
recurrence-now_and_then = Co jakiś czas
recurrence-most_months = Prawie co miesiąc
recurrence-most_weeks = Prawie co tydzień
recurrence-several_times_a_week = Kilka razy w tygodniu
recurrence-most_days = Prawie co dzień lub co noc
recurrence-all_the_time = Cały czas
recurrence-not_known = Jeszcze nie zapytano, jak często

## Drogi, którymi zachowanie dociera do dziecka.
pathway-direct = Bezpośrednio
    .explanation = Wobec dziecka albo przy dziecku.
pathway-through_care = Poprzez opiekę drugiego rodzica
    .explanation = Jak zmienia dni i noce rodzica chroniącego z dziećmi.
pathway-through_daily_life = Poprzez codzienne życie
    .explanation = Jak wpływa na mieszkanie, pieniądze, sen, posiłki, szkołę, przyjaciół i krewnych.
pathway-through_care-of = Poprzez opiekę: { $survivor }

on-child = Na dziecko
    .explanation = Co widziano lub słyszano o tym, jak się miewa dziecko.
on-parenting = Na opiekę rodzicielską
    .explanation = Co stało się trudniejsze dla rodzica chroniącego.
on-family_functioning = Na codzienne życie
    .explanation = Dom, pieniądze, stałe zwyczaje, szkoła, krewni.

## Jak czynnik i wzorzec się splatają.
mechanism-used_against = Wykorzystywane przeciw rodzicowi chroniącemu
    .explanation = Służy jako broń: powoływanie się na diagnozę, groźby dotyczące dokumentów.
mechanism-caused = Spowodowane zachowaniem
    .explanation = Zachowanie do tego doprowadziło: obniżony nastrój po miesiącach przerywanego snu.
mechanism-worsened = Pogarsza, ale nie jest przyczyną
    .explanation = Nasila zachowanie lub krzywdę. Wybór należy nadal do osoby, która tak postępuje.
mechanism-interfered_with_help = Przeszkadza w uzyskaniu pomocy
    .explanation = Pomoc zablokowano: odmowa podwiezienia do poradni, odwołane wizyty.
mechanism-fabricated = Zmyślone
    .explanation = Tak twierdzono, ale tak nie jest.
mechanism-barrier = Zamknięte drzwi
    .explanation = System wyklucza: brak tłumacza, rasizm, przepisy o pieniądzach lub migracji, brak podjazdu.
mechanism-protects = Chroni
    .explanation = Krewni, wiara, społeczność, kultura lub usługa, która pomaga dzieciom być bezpiecznymi i dobrze się rozwijać.

## Postać zachowania i rodzaj użycia siły.
form-act = Coś, co ktoś robi
form-standing_rule = Stała reguła
    .explanation = Obowiązuje także w dni, kiedy nic się nie dzieje.
form-omission = Coś, czego ktoś nie robi
    .explanation = Niepłacenie, nieodebranie dziecka, niepodanie leku.
force-control = Aby kontrolować, karać lub zastraszać
force-resistance = Przeciw byciu kontrolowanym
force-self_defence = Aby chronić siebie lub dziecko
force-undetermined = Nie rozstrzygnięto
    .explanation = O to samo zapytaj w odniesieniu do obu osób: kto się kogo boi, kto ustala reguły, co nastąpiło potem.

## Czy można tego użyć w rozmowie z osobą, która tak postępuje.
usable-no = Nie
    .explanation = Nie może dotrzeć do tej osoby w żadnej postaci: może od tego zależeć czyjeś bezpieczeństwo.
usable-known = Już znane lub w publicznych dokumentach
    .explanation = Ta osoba wie, że my wiemy: zarzut, pismo sądowe, coś, co sama mówi.
usable-agreed = Uzgodnione z rodzicem chroniącym
    .explanation = Z uzgodnionym sformułowaniem i datą.
usable-line-no = Nie do użycia w rozmowie z osobą: { $actor }
usable-line-known = Znane tej osobie ({ $actor }) lub w dokumentach: { $from }
usable-line-known-as = Znane tej osobie ({ $actor }) lub w dokumentach ({ $from }). Wolno powiedzieć tak: „{ $wording }”
usable-line-agreed = Uzgodniono użycie w rozmowie z osobą: { $actor }. { $date }: „{ $wording }”

## Dlaczego wpis wycofano i co z nim zrobiono.
ground-recorded_in_error = dodano omyłkowo
ground-wrong_person = dotyczy kogoś innego
ground-duplicate = jest tu dwa razy
change-recorded = Zarejestrowano
change-revised = Zmieniono
change-relabelled = Zmieniono oznaczenie
change-withdrawn = Wycofano
change-withdrawn-because = Wycofano: { $ground }
change-reinstated = Przywrócono

## Wobec kogo lub czego.
side-partner = Wobec partnera lub partnerki
side-child = Wobec dzieci
side-family = Wobec życia rodziny
side-systems = Poprzez sądy i instytucje

age-band-unborn = Przed urodzeniem
age-band-infant = 0–2 lata
age-band-early = 3–6 lat
age-band-middle = 7–11 lat
age-band-teen = 12–18 lat

## Pięć składników i osoby.
component-people = Kto jest kim
component-pattern = Wzorzec kontroli
component-towards_children = Co dzieje się wobec dzieci
component-efforts = Wszystko, co robi się dla bezpieczeństwa, opieki i stabilności
component-impact = Jak to wpływa na każde dziecko
component-intersections = Co jest wykorzystywane, co zamyka drzwi, co chroni

## Konta.
account-practitioner = Prowadzenie spraw
    .explanation = Prowadzi sprawy.
account-supervisor = Nadzór
    .explanation = Nadzoruje osoby prowadzące sprawy.
account-administrator = Administracja
    .explanation = Zajmuje się kontami i ustawieniami. Nie widzi żadnej sprawy.
relation-allocated = Prowadzi tę sprawę
relation-supervisor_of = Nadzoruje tę sprawę
relation-conflict = Zna tę rodzinę
