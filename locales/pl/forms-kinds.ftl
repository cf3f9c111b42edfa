# Formularze rodzajów wpisów wokół wzorca: gdzie kto mieszka, własne słowa, opieka, kontakty, instytucje, bezpieczeństwo w pracy.

form-yes = Tak
form-no = Nie
form-behaviours-more-title = Kto dostrzega ten związek oraz inne zachowania

## Gdzie ktoś mieszka.
form-living_arrangement-title-page = Gdzie i z kim ktoś mieszka
form-living_arrangement-lede = Dni i noce, nie adresy. Dziecko, które ma dwa domy, ma po jednym wpisie dla każdego z nich. Rodzeństwo i bliźnięta mogą mieć jeden wspólny.
form-living_arrangement-who = Czyje dni i noce to są?
form-living_arrangement-with = Z kim?
form-living_arrangement-with_other = Ktoś inny, każda osoba w osobnym wierszu
    .hint = „Ciocia z miasta”.
form-living_arrangement-household = W którym gospodarstwie?
    .blank = W żadnym z nich albo jeszcze nie zapisano
form-living_arrangement-sure = Na ile jest to pewne?
form-living_arrangement-not_clear = Co nie jest jasne?
    .hint = Co mówi każda z osób i kto mógłby to wiedzieć.
form-living_arrangement-days = Które dni i noce?
    .hint = „Od piątku po szkole do niedzieli do szóstej wieczorem”.
form-living_arrangement-decided_by = Kto o tym zdecydował?
    .blank = Jeszcze nie podano
form-living_arrangement-decided_by_other = Kto, słowami
    .hint = „Sąd rodzinny”.
form-living_arrangement-decided_how = Jak o tym zdecydowano?
    .hint = Postanowienie sądu, umowa, wymienione zamki.
form-living_arrangement-when = Od kiedy do kiedy?
    .hint = „Wiosna 2026 – do dziś”, „2014 – 2026”. Zostaw puste, jeśli nikt nie wie.
form-living_arrangement-label = Kto może to widzieć?
    .blank = Zgodnie z podpowiedzią: zespół prowadzący sprawę. Wybierz „utajnione”, jeśli zdradza to, gdzie ktoś jest bezpieczny

## Jak się skontaktować.
form-contact_detail-title-page = Jak bezpiecznie się skontaktować
form-contact_detail-lede = Adres, numer, szkoła. Przechowuje się to osobno od wszystkiego innego w aktach, razem z tym, jak zrobić to bezpiecznie.
form-contact_detail-advice = To będzie utajnione: otworzą to tylko osoby, którym jest potrzebne, aby kogoś chronić, i nigdy nie trafi do żadnego pisma. Poniżej można wybrać inaczej.
form-contact_detail-whose = Czyje to dane?
form-contact_detail-detail_kind = Co to jest?
    .blank = Wybierz
form-contact_detail-detail = Adres, numer, nazwa lub sposób
form-contact_detail-safely = Jak i kiedy jest to bezpieczne?
    .hint = „Tylko SMS, między dziewiątą a piętnastą”.
form-contact_detail-never = Czego nie wolno robić?
    .hint = „Nigdy nie zostawiać wiadomości”.
form-contact_detail-known_to_harm = Czy wie o tym osoba, która krzywdzi?
form-contact_detail-when = Od kiedy do kiedy?
    .hint = „Wiosna 2026 – do dziś”. Zostaw puste, jeśli nikt nie wie.
form-contact_detail-label = Kto może to widzieć?
    .blank = Zgodnie z podpowiedzią: utajnione

## Czyjeś własne słowa.
form-voice-title-page = Czyimiś własnymi słowami
form-voice-lede = Dziecko, rodzic chroniący, krewni lub osoba, która krzywdzi. Tak dokładnie, jak to powiedziano, pokazano lub narysowano. Co to znaczy, przyjdzie później.
form-voice-advice = Słowa dziecka zostają u osób, które z nim pracują, chyba że poniżej wybierzesz inaczej.
form-voice-whose = Czyje słowa?
    .blank = Wybierz
form-voice-said = Co powiedziano?
    .hint = W języku, w którym to padło. Rysunek lub zabawa: co pokazano.
form-voice-wants = Czego chce ta osoba?
    .hint = „Żeby on nie przychodził do szkoły”.
form-voice-worse = Co pogorszyłoby sytuację?
    .hint = „Jeśli do niego zadzwonicie, to przyjedzie”.
form-voice-alone = Czy z tą osobą rozmawiano bez innych osób?
    .blank = Nie wiadomo
form-voice-asked = O co zapytano tuż przedtem?
    .hint = Aby było wiadomo, od kogo wyszła ta myśl.
form-voice-wants_heard_by = Kto powinien to usłyszeć, a kto nie może?
form-voice-language = W jakim języku?
    .hint = Na przykład „pl”. Zostaw puste, jeśli to język tych akt.
form-voice-about = Czego dotyczy?
form-voice-takes_back-title = Ktoś odwołuje to, co powiedziano wcześniej
form-voice-takes_back-hint = To się zdarza i rzadko dlatego, że tak nie było. Wcześniejsze słowa pozostają. Najpierw napisz, co się wtedy działo.
form-voice-takes_back_context = Co się wtedy działo?
    .hint = Kto się pojawił, czym grożono, jaką cenę miałoby trwanie przy tych słowach.
form-voice-takes_back_entry = Co jest odwoływane?
    .blank = Wybierz
form-pressure_to = Które zachowanie wywarło nacisk?
    .blank = Żadnego jeszcze nie zapisano
form-voice-label = Kto może to widzieć?
    .blank = Zgodnie z podpowiedzią: słowa dziecka osoby, które z nim pracują, inne słowa zespół prowadzący sprawę

## Codzienna opieka.
form-daily_care-title-page = Kto co robi dla dzieci
form-daily_care-lede = Jeden obszar codziennego życia i te same pytania o każdą osobę dorosłą. Dobrą opiekę zapisuje się u każdego.
form-daily_care-area = Który obszar codziennego życia?
    .blank = Wybierz
form-daily_care-children = Dla których dzieci?
form-daily_care-carer = O kim mowa?
    .blank = Wybierz
form-daily_care-somebody = ta osoba
form-disrupted_by_to = Które zachowanie w tym przeszkadza?
    .blank = Żadne albo jeszcze żadne
form-daily_care-when = Kiedy tak jest lub było?
    .hint = „Prawie co dzień lub co noc, 2024 – do dziś”. Zostaw puste, jeśli nikt nie wie.

## Obawa dotycząca opieki.
form-care_concern-title-page = Obawa dotycząca czyjejś opieki
form-care_concern-lede = Co widziano, bez przymiotników, i jaki miało to skutek dla którego dziecka. Potem, jaki udział ma w tym osoba, która krzywdzi, i jaka pomoc jest oczekiwana.
form-care_concern-carer = Czyjej opieki to dotyczy?
    .blank = Wybierz
form-care_concern-seen = Co widziano lub słyszano?
    .hint = „W tym tygodniu trzy razy bez śniadania”, a nie „zaniedbanie”.
form-children_child = Które dziecko?
    .blank = Wybierz
form-children_effect = Co widziano u tego dziecka?
form-care_concern-children-title = Kolejne dziecko
form-care_concern-part = Jaki udział ma w tym osoba, która krzywdzi?
    .hint = „Trzyma u siebie kartę do konta, w domu nie było jedzenia”. Czy ktoś o to zapytał?
form-care_concern-behaviours_to = Które to zachowanie?
    .blank = Żadnego jeszcze nie zapisano
form-care_concern-help_wanted = Jaka pomoc jest oczekiwana?
    .hint = Słowami osoby, której opieki to dotyczy.
form-care_concern-help_offered = Jaką pomoc zaproponowano, kto to zrobił i co z tego wyszło?

## Użycie siły.
form-use_of_force-title-page = Siły używały obie osoby dorosłe
form-use_of_force-lede = Te same pytania o każdą z nich. To, kto jest większy, kto ma obrażenia i kto pierwszy zadzwonił, niczego nie rozstrzyga. Ta strona też nie.
form-use_of_force-advice = To na zawsze zostaje w zespole. Nigdy nie trafia do żadnego pisma i nigdy nie jest udostępniane. To, co zostanie puste, znaczy: jeszcze nie zapytano.
form-use_of_force-person = O kim mowa?
    .blank = Wybierz
form-use_of_force-towards = A druga osoba dorosła?
    .blank = Wybierz
form-use_of_force-about = O kim mowa: { $name }
form-use_of_force-somebody = ta osoba
form-use_of_force-behaviours_to = Którego czynu z mapy to dotyczy?
    .blank = Żadnego albo kilku
form-use_of_force-label = Kto może to widzieć?

## Kontakt.
form-contact-title-page = Kontakt lub próba kontaktu
form-contact-lede = Z kimkolwiek, ze strony każdej instytucji. Próby też się liczą: tylko dzięki zapisom wiadomo, że z kimś nikt jeszcze nie rozmawiał.
form-contact-with = Z kim?
form-contact-with_other = Ktoś inny, każda osoba w osobnym wierszu
    .hint = „Dyżurka policji”.
form-contact-means = Jak?
    .blank = Wybierz
form-contact-outcome = Co z tego wyszło?
    .blank = Wybierz
form-contact-what = Co powiedziano albo dlaczego się nie udało?
form-contact-safe-title = Czy było to bezpieczne?
form-contact-safe-hint = Zanim ktokolwiek porozmawia z osobą, która krzywdzi, uprzedza się rodzica chroniącego; potem pyta się go, co nastąpiło. Te odpowiedzi nigdy nie wychodzą poza zespół.
form-contact-warned_before = Czy uprzedzono rodzica chroniącego?
    .blank = Jeszcze nie podano
form-contact-warned_before_said = Co na to rodzic chroniący?
form-contact-asked_after = Czy potem zapytano rodzica chroniącego, co nastąpiło?
    .blank = Jeszcze nie podano
form-contact-asked_after_said = Co nastąpiło potem?
form-contact-could_overhear = Kto mógł słyszeć?
    .hint = „Nikt”, „Craig, w kuchni”.
form-contact-seen_alone = Z kim rozmawiano bez innych osób?
form-contact-interpreter-title = Tłumaczenie
form-contact-interpreter-hint = Od tego, kto tłumaczy i na czyją prośbę, zależy, co można było powiedzieć.
form-contact-interpreter = Kto tłumaczył?
    .blank = Nikt albo nie podano
form-contact-interpreter_other = Kto, słowami
    .hint = „Z biura tłumaczeń”, „jego kuzyn”.
form-contact-interpreter_independent = Czy ta osoba jest niezależna od rodziny?
    .blank = Nikt nie zapytał
form-contact-interpreter_remark = Kto to zorganizował i kogo zna ta osoba?
form-contact-purpose = W jakim celu?
form-contact-agency = Która instytucja?
    .hint = Zostaw puste, jeśli nasza.
form-contact-sector = Jaki to rodzaj instytucji?
    .blank = Nasza własna albo nie podano
form-contact-when = Kiedy
    .hint = „Dziś, 14:10”, „17 listopada 2026”.

## Próby, zapisywane szybko.
attempt-title = Nie udało się z kimś skontaktować
attempt-lede = Jedno naciśnięcie zapisuje to z obecną godziną. Szczegóły mogą poczekać.
attempt-button = { $means }: { $outcome }
attempt-about = Próba kontaktu: { $name }
attempt-other = Z kimś innym lub z większą liczbą szczegółów
attempt-nobody = W tych aktach nie zapisano jeszcze nikogo.

## Krok we współpracy.
form-partnering_step-title-page = Krok we współpracy
form-partnering_step-lede = Co robisz Ty. Nie to, czy ktoś „współpracuje”.
form-partnering_step-partner = Z kim?
    .blank = Wybierz
form-partnering_step-step = Który krok?
form-partnering_step-done = Co zostało zrobione z Twojej strony?
    .hint = „Rozmowa o tym, co jest w notatce o odwożeniu do szkoły, i pytanie, czego brakuje”.
form-partnering_step-answer = Co na to ta osoba?
    .hint = Także co należałoby zrobić inaczej.
form-partnering_step-about = Czego to dotyczyło?

## Działanie instytucji.
form-system_response-title-page = Co zrobiła instytucja
form-system_response-lede = Albo czego nie zrobiła. Nasza także. Dwie osoby mogą różnie widzieć, co z tego wyszło; pozostaje jedno i drugie.
form-system_response-agency = Która instytucja?
    .hint = „Policja w Northbridge”.
form-system_response-sector = Jaki to rodzaj instytucji?
    .blank = Wybierz
form-system_response-did = Co zrobiła, a czego nie zrobiła?
    .hint = Czyta się to dalej po nazwie instytucji: „zamyka sprawę po jednym telefonie do niego”.
form-system_response-towards = Wobec kogo?
form-system_response-effects-title = Co z tego wyszło i czyim zdaniem
form-system_response-effects-hint = Zapytaj tych, którym miało to pomóc.
form-effects_effect = Jaki był skutek?
form-effects_by = Czyim zdaniem?
    .blank = Wybierz
form-effects_by_other = Kto, słowami
form-effects_why = Dlaczego, własnymi słowami tej osoby
form-system_response-followed-title = Co nastąpiło potem
form-system_response-followed = Co nastąpiło potem?
    .hint = „Następnego dnia dzwoni do urzędu imigracyjnego”.
form-system_response-followed_behaviour = Czy jest to zachowanie na mapie?
    .blank = Nie albo jeszcze nie
form-system_response-behaviours-title = Na które zachowania było to odpowiedzią
form-system_response-behaviours-hint = Oraz kto dostrzega ten związek.
form-system_response-efforts-title = Na które starania było to odpowiedzią
form-system_response-efforts-hint = „Telefon do nich w niedzielę wieczorem”. Za każdą instytucją stało najpierw czyjeś staranie.
form-system_response-used_through-title = Zachowania, do których to wykorzystano
form-system_response-used_through-hint = Kontrola, o którą prosi osoba, która krzywdzi; orzeczenie, na które się powołuje.

## Bezpieczeństwo pracowników.
form-worker_safety-title-page = Co trzeba wiedzieć przed wizytą
form-worker_safety-lede = Zespół widzi to na każdej stronie tej rodziny i przed wizytą, aż do podanego dnia.
form-worker_safety-advice = To zostaje w zespole. Nigdy nie jest częścią żadnego pisma i nikt z zewnątrz nigdy tego nie zobaczy.
form-worker_safety-about = O kim mowa?
form-worker_safety-know = Co trzeba wiedzieć?
    .hint = Co ktoś robi, a nie jaki jest: „Idzie za pracownikami do samochodu”.
form-worker_safety-todo = Co należy robić?
    .hint = „Chodzić we dwie osoby, parkować przy głównej ulicy”.
form-worker_safety-until = Do kiedy to obowiązuje?
    .hint = Dzień. Zostaw puste, jeśli obowiązuje, dopóki ktoś tego nie wycofa.
form-worker_safety-behaviours-title = Zachowania z mapy, z których to wynika
form-worker_safety-label = Kto może to widzieć?

## Chronologia.
form-chronology-title-page = Chronologia w określonym celu
form-chronology-lede = Wybierz wpisy i ich kolejność i napisz, co razem znaczą. Same wpisy pozostają bez zmian.
form-chronology-title = Jak ją nazwać
form-chronology-purpose = W jakim celu?
    .hint = Jakie spotkanie, jaka decyzja, jaki sąd.
form-chronology-lines-title = W tej kolejności
form-chronology-lines-hint = Aby przesunąć wiersz, nadaj mu inny numer. Liczba pomiędzy dwiema innymi ustawia wiersz między nimi.
form-lines_place = Miejsce
form-lines_analysis = Co to znaczy?
    .hint = Jedno zdanie, tak jak Ty to widzisz. Idzie tam, gdzie idzie wpis.
form-lines_out = Pomiń
form-chronology-out = Pomiń ten wpis
form-chronology-add = Dodaj do niej
form-chronology-put-in = Dodaj te wpisy i ułóż

## Co trzeba poprawić.
form-error-detail_kind = Wybierz, co to jest
form-error-detail = Wpisz adres, numer, nazwę lub sposób
form-error-voice-whose = Wybierz, czyje to słowa
form-error-said = Napisz, co powiedziano
form-error-takes_back-context = Napisz, co się wtedy działo, zanim wskażesz, co jest odwoływane
form-error-takes_back-entry = Wybierz, co jest odwoływane
form-error-care-area = Wybierz obszar codziennego życia
form-error-carer = Wybierz, czyjej opieki to dotyczy
form-error-which-child = Wybierz, u którego dziecka to widziano
form-error-means = Wybierz, jak
form-error-outcome = Wybierz, co z tego wyszło
form-error-yes-or-no = Wybierz tak lub nie
form-error-interpreter = Podaj, kto tłumaczył
form-error-partner = Wybierz, z kim
form-error-step = Wybierz, który to krok
form-error-done = Napisz, co zostało zrobione z Twojej strony
form-error-agency = Wpisz, która to instytucja
form-error-sector = Wybierz rodzaj instytucji
form-error-did = Napisz, co zrobiła, a czego nie zrobiła
form-error-whose-view = Podaj, czyim zdaniem
form-error-effect = Wybierz, jaki był skutek
form-error-know = Napisz, co trzeba wiedzieć przed wizytą
form-error-chronology-title = Wpisz, jak ją nazwać
form-error-chronology-purpose = Podaj, w jakim celu

## Co chcesz zapisać?
new-title = Co chcesz zapisać?
new-lede = Zacznij od tego, co wiadomo. Szczegóły mogą poczekać i nikt inny niczego nie zobaczy, dopóki tego nie zarejestrujesz.
new-visit-words = Wizyta lub rozmowa telefoniczna: raz, ze wszystkim, czego udało się dowiedzieć.
new-group-pattern = Co ktoś robi i jakie są skutki
new-group-words = Czyimiś własnymi słowami
new-group-care = Opieka i bezpieczeństwo
new-group-people = Kto jest kim i gdzie
new-group-work = Nasza praca i inne instytucje
new-behaviour-words = Co ktoś robi, aby kontrolować lub krzywdzić: czyn, reguła, coś, czego nie robi.
new-impact-words = Skutek dla dziecka, dla czyjejś opieki lub dla codziennego życia. Także to, że jeszcze niczego nie widać.
new-use_of_force-words = Siły używały obie osoby dorosłe: te same pytania o każdą z nich. Zostaje w zespole.
new-intersection-words = Co jest przeciw komuś wykorzystywane, co zamyka drzwi, co chroni: dokumenty, pieniądze, pochodzenie, choroba, wiara.
new-voice-words = Co mówi dziecko, rodzic lub krewni, czego chcą i czego się boją. Także gdy ktoś odwołuje swoje słowa.
new-note-words = Własnymi słowami. Tylko do Twojego wglądu, dopóki nie jest zatwierdzona.
new-unknown-words = Pytanie, którego nikt jeszcze nie zadał, i to, kogo można bezpiecznie zapytać.
new-effort-words = Co ktoś robi dla bezpieczeństwa, opieki i stabilności. To znacznie więcej niż odejść czy wezwać policję.
new-daily_care-words = Kto co robi dla dzieci, dzień po dniu. Te same pytania o każde z rodziców.
new-care_concern-words = Obawa dotycząca czyjejkolwiek opieki, co ją wyjaśnia i jaka pomoc jest oczekiwana.
new-person-words = Ktoś z tej rodziny albo ktoś, kto z nią pracuje.
new-relationship-words = Kto jest kim dla kogo i od kiedy.
new-household-words = Kto mieszka razem.
new-living_arrangement-words = Gdzie dziecko spędza dni i noce. Dwa domy albo nikt nie ma pewności.
new-contact_detail-words = Adres, numer, szkoła i to, jak zrobić to bezpiecznie. Utajnione.
new-role_decision-words = Kto krzywdzi, kto chroni, albo że nie rozstrzygnięto.
new-contact-words = Rozmowa, list, spotkanie, z naszej strony lub innej instytucji. Także nieudane próby.
new-partnering_step-words = Co zrobiono wspólnie z osobą, która chroni dzieci.
new-system_response-words = Co instytucja zrobiła, a czego nie zrobiła, i czy to pomogło.
new-worker_safety-words = Co trzeba wiedzieć przed wizytą. Zostaje w zespole.
new-chronology-words = Wpisy wybrane i ułożone na spotkanie, do decyzji lub dla sądu.
new-link = Dodaj wpis
warning-title = Przed wizytą
warning-until = Obowiązuje do: { $day }.
warning-about = O kim mowa: { $names }.
new-document = Załącz dokument
new-document-words = List, sprawozdanie, zdjęcie rysunku. Plik jest przechowywany w postaci zaszyfrowanej i nigdy się nie zmienia.
form-stays-with-team = To na zawsze zostaje w zespole. Nie można zmienić, kto może to widzieć.
