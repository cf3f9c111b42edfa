# Sprawdzanie słów i podpowiedzi. Ktoś z zespołu, kto czyta razem z nami: życzliwie, krótko, nigdy o osobie, która pisze.

wording-findings = Słowa, którym warto się przyjrzeć
wording-advice = To podpowiedzi. Nic tutaj nie przeszkadza w zapisaniu i nic z tego nie zostaje przy zatwierdzonej notatce.
wording-legend = Linia falista: słowa, którym warto się przyjrzeć. Linia ciągła: coś, co mogłoby trafić na mapę. Cytatów się nie rusza. Wszystko jest wymienione na tej stronie; F8 przechodzi do następnego miejsca, Shift i F8 do poprzedniego.
wording-check = Sprawdź słowa
wording-paused = Sprawdzanie słów wstrzymano: w tej chwili nie ma odpowiedzi. To, co wymieniono, znaleziono wcześniej. Sprawdzanie samo ruszy dalej.
wording-count-empty = Nic jeszcze nie napisano.
wording-count-unread = Tego tekstu nie sprawdzono.
wording-people-changed = Od rozpoczęcia tej notatki zmieniło się to, kto jest kim w tej sprawie. Słowa sprawdza się według osób i ról takich, jakie są teraz.
wording-people-now = Osoby tak, jak jest teraz
wording-unlisted = Wymieniono pierwsze { $most }, w kolejności tekstu. Następne pojawią się, gdy te zostaną załatwione.
wording-count =
    { $findings ->
        [0] { $offers ->
            [0] W tym, co napisano, nie ma słów do sprawdzenia. Nie widać tego, czego nigdy nie zapisano.
           *[other] Nie ma słów do sprawdzenia. Mogłoby trafić na mapę: { $offers }.
        }
       *[other] { $offers ->
            [0] Miejsca do sprawdzenia: { $findings }.
           *[other] Miejsca do sprawdzenia: { $findings }. Mogłoby trafić na mapę: { $offers }.
        }
    }
wording-level-look = warto się przyjrzeć
wording-level-likely = prawdopodobnie ukrywa lub obwinia
wording-level-clear = ukrywa lub obwinia
wording-soft = powiedziane ostrożnie: czyjejś roli jeszcze nie rozstrzygnięto
wording-ask = Zapytaj:
wording-go = Przejdź do tekstu
wording-insert = Wstaw te słowa
wording-ask-later = Dodaj pytanie do akt
wording-not-relevant = Tutaj nieistotne
wording-keep = Zachowaj z uzasadnieniem
wording-keep-why = Dlaczego to zostaje?
wording-keep-words = W kilku słowach, jeśli chcesz
wording-keep-do = Zachowaj te słowa
wording-needs-reason = Wybierz, dlaczego to zostaje. Jeśli powód jest inny, podaj go w kilku słowach.
wording-why = Dlaczego to ważne
wording-help = Więcej o „{ $name }”
wording-blanks = Nadal do uzupełnienia:
wording-well = Dobrze napisane
wording-well-line = { $says } „{ $words }”
wording-reason-quotation = To cytat
wording-reason-court = To słowa sądu
wording-reason-role = Sprawdzanie myli czyjąś rolę
wording-reason-not_abuse = To nie dotyczy przemocy
wording-reason-not_relevant = Tutaj jest to nieistotne
wording-reason-other = Inny powód
wording-kept = Zachowano bez zmian
wording-kept-because = Zachowano: { $reason }
wording-kept-words = Zachowano: { $reason }. { $words }
wording-unkeep = Sprawdź ponownie
wording-copy = Tekst z zaznaczeniami

wording-did-check = Słowa są sprawdzone.
wording-did-keep = Zachowano bez zmian, dopóki zdanie pozostaje takie samo.
wording-did-unkeep = Znów na liście.
wording-did-aside = Odłożono, dopóki zdanie pozostaje takie samo.
wording-did-insert = Wstawiono za Twoim zdaniem. Uzupełnij puste miejsca i usuń to, co nie jest już potrzebne.
wording-at = { "{" }name{ "}" }: { "{" }words{ "}" }
wording-at-none = Nie ma dokąd przejść.

wording-offers = Znalezione w tej notatce, do umieszczenia na mapie
wording-offer = { $who }
wording-offer-to = { $who }. Wobec kogo: { $to }
wording-offer-to-when = { $who }. Wobec kogo: { $to }, { $when }
wording-offer-for = { $who }. Dla kogo: { $to }
wording-offer-for-when = { $who }. Dla kogo: { $to }, { $when }
wording-offer-when = { $who }, { $when }
wording-voice-author = Twoimi słowami. Źródło i oznaczenie pochodzą z tej notatki.
wording-voice-survivor = Tak mówi rodzic chroniący. Oznaczenie pochodzi z tej notatki.
wording-voice-child = Tak mówi dziecko. Słowa dziecka otrzymują ostrożne oznaczenie.
wording-voice-perpetrator = Tak mówi osoba, która krzywdzi. Przyjrzyj się dwa razy, czyja to relacja.
wording-voice-other = Tak mówi ktoś inny. Źródło i oznaczenie pochodzą z tej notatki.
wording-voice-quotation = Słowa w cudzysłowie. Źródło i oznaczenie pochodzą z tej notatki.
wording-take-behaviour = Umieść na mapie jako szkic
wording-take-effort = Umieść wśród starań jako szkic
wording-not-behaviour = To nie jest zachowanie
wording-not-effort = To nie jest staranie
wording-there = Już jest
wording-on-map = Na mapie
wording-among-efforts = Wśród starań
wording-note-untitled = właśnie pisana
wording-note-record = Notatka: { $title }
wording-question = { $ask } „{ $sentence }”
wording-from-suggestion = Wypełniono na podstawie notatki. Przejrzyj każdy wiersz, zanim to zarejestrujesz: tylko człowiek może powiedzieć, że tak jest.
wording-too-long = Ten tekst jest zbyt długi, aby sprawdzić go naraz: najwięcej to około 60 stron. Sprawdź go w częściach.
wording-too-long-file = W tym pliku jest za dużo słów, żeby sprawdzić je naraz: najwyżej około 450 stron. Sprawdź go w częściach.

rules-title = Na co zwraca uwagę sprawdzanie słów
rules-lede = Każda reguła ma swoją stronę: co robią te słowa, dlaczego to ważne, o co zapytać i czego się nie rusza. To podpowiedzi; nic nie jest blokowane.
rules-all = Wszystkie reguły
rules-ask = O co zapytać
rules-bad = Zaznacza
rules-good = Zostawia w spokoju
rules-traps = Tego nie dotyczy
rules-gaps = Co, jak wiadomo, pomija
rules-counts = Jak często każda reguła odzywała się w zatwierdzonych notatkach z ostatnich sześciu miesięcy, w całym zespole. Nikt nie widzi, czyje to notatki.
rules-counts-small = Gdzie notatki pisze mniej niż pięć osób, nie podaje się liczb: byłyby to liczby konkretnych osób.
rules-count = Ile razy: { $times }
rules-count-few = kilka razy
rules-family-agentless_passive = Krzywda, której nikt nie wyrządza
rules-family-nominalised_violence = Przemoc, która dzieje się sama
rules-family-label_no_behaviour = Etykieta zamiast tego, co zrobiono
rules-family-mutualising = Czyny jednej osoby rozdzielone na dwie
rules-family-failure_to_protect = Osoba krzywdzona odpowiada za to, co zrobiono dzieciom
rules-family-survivor_blame = Osoba krzywdzona jest obwiniana o to, że ją krzywdzono
rules-family-survivor_tasked = Osoba krzywdzona ma powstrzymać krzywdzenie
rules-family-survivor_pathology = To, co krzywda komuś zrobiła, staje się jego wadą
rules-family-cause_excuse = Przyczyną staje się coś innego
rules-family-trauma_excuse = Powodem staje się przeszłość
rules-family-minimising = Pomniejszone
rules-family-discounting = Osobie krzywdzonej się nie wierzy
rules-family-incident_not_pattern = Jedno zdarzenie zamiast wzorca
rules-family-compliance_as_change = Obecność brana za zmianę
rules-family-double_standard = Dwie miary dla dwojga rodziców
rules-family-child_witness_only = Dziecko tylko patrzy

check-title = Sprawdź dokument
check-lede = Wklej list, sprawozdanie lub notatkę albo wybierz plik. Tekst jest sprawdzany na tym serwerze i nic z niego nie jest przechowywane.
check-text = Tekst
    .hint = Tylko słowa. Tabel i obrazów się nie odczytuje.
check-people = Czyje imiona i nazwiska w nim są?
    .hint = Gdy podasz rodzinę, sprawdzanie zna imiona, nazwiska i role i wie, kto jest kim. Bez tego jest ostrożne i widzi mniej.
check-nobody = Nie chcę podawać żadnej rodziny
check-empty = Nie ma jeszcze czego sprawdzać. Wklej tekst albo wybierz plik.
check-file = Albo plik
check-file-hint = Plik .txt lub .docx. W dokumencie Worda czytane są słowa treści, bez obrazów i komentarzy. Jeśli powyżej też jest tekst, sprawdzany jest plik.
check-from = Dotyczy pliku „{ $name }”.
check-unlisted = Wymieniono pierwsze { $most }, w kolejności tekstu. Żeby zobaczyć pozostałe, sprawdź tekst w częściach.
check-court = To pismo do sądu
check-court-hint = Wtedy pomija się „alleges” i podobne słowa, bo pisma sądowe mogą ich wymagać.
check-copy-long = Tekst jest za długi, żeby pokazać go tu z zaznaczeniami. Każde miejsce jest wymienione ze swoim zdaniem.
check-offers = Co mogłoby trafić na mapę
check-offers-how = Nic z tej strony nie jest przechowywane. To, co należy do sprawy, zapisuje się w jej notatce; stamtąd trafia na mapę ze swoim źródłem.

triage-title = Przejrzyj dawne notatki
triage-lede = Zdanie po zdaniu. Na mapę nie trafia nic, czego na niej nie umieścisz, i można przerwać w każdej chwili: ta strona wraca do ostatniego miejsca.
triage-unconfirmed = Odczytano z dawnej notatki: pozostaje niepotwierdzone, dopóki ktoś nie zapyta danej osoby albo nie znajdzie drugiego dokumentu.
triage-adjust = Najpierw popraw
triage-complete = Uzupełnij
triage-skip = Na razie pomiń
triage-end = To koniec notatek. To, co pominięto, nadal tu jest.
triage-none = Nie ma tu notatek z dawnych zapisów. Wczytane notatki można przejrzeć na tej stronie.
triage-again = Zacznij ponownie od pierwszej notatki
notes-suggestions = Co z tej notatki mogłoby trafić na mapę
notes-triage = Przejrzyj dawne notatki

vis-sentences-head = Kto działa w zdaniach notatek
vis-sentences-note = Odczytane przez sprawdzanie słów, od najnowszych. Kto w żadnym zdaniu nie działa, tego w zapisie nie widać, cokolwiek się działo.
vis-sentences = Wszystkie zdania: { $all }. W ilu działa osoba, która krzywdzi: { $harm }; rodzic chroniący: { $hold }; dziecko: { $child }.
vis-sentences-nobody = Wszystkie zdania: { $all }. W ilu działa osoba, która krzywdzi: { $harm }; rodzic chroniący: { $hold }; dziecko: { $child }. W ilu mowa o krzywdzie, której nikt nie wyrządza: { $nobody }.
check-advice = To podpowiedzi. Tę stronę widzisz tylko Ty i znika, gdy z niej wyjdziesz.
wording-soft-nobody = powiedziane ostrożnie: nie podano, kto jest kim
triage-own = Z Twojej własnej notatki. Przejrzyj każdy wiersz, zanim umieścisz to na mapie.
