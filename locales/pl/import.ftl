## Wczytywanie arkuszy i dawnych notatek. Listy słów są rozdzielone znakiem |, małymi literami. Angielskie słowa zostają, bo pliki bywają po angielsku.

draft-import = Plik do wczytania

import-all-children = wszystkie|wszystkie dzieci|oboje|oboje dzieci|obydwoje|dzieci|all|both|all children|both children|the children|children
import-guess-date = data|kiedy|data zdarzenia|data zajścia|data incydentu|data i godzina|data/godzina|dzień|date|when|date of event|date of incident|event date|incident date|date/time|date and time
import-guess-what = co zrobił|co robi|co zrobiono|co się stało|co się działo|zdarzenie|incydent|zajście|zachowanie|opis|szczegóły|streszczenie|notatka|notatki|treść|wpis|what he did|what was done|what happened|incident|event|behaviour|description|details|summary|note|notes|text|entry|case note|action
import-guess-who = kto|przez kogo|kto to zrobił|kto to robi|sprawca|osoba odpowiedzialna|who|by whom|who did it|done by|person responsible|perpetrator|actor|by
import-guess-whom = wobec kogo|komu|kogo|osoba pokrzywdzona|pokrzywdzony|ofiara|to whom|towards whom|victim|target|whom|to
import-guess-effect = skutek|skutki|wpływ|skutek dla dziecka|skutki dla dzieci|wpływ na dziecko|wpływ na dzieci|effect|impact|effect on children|effect on the children|impact on children|impact on child|effect on child
import-guess-effect-on = dziecko|które dziecko|którego dziecka|child|children|which child|child affected|children affected
import-guess-did = co zrobiła|co zrobiła matka|co zrobił rodzic|działania ochronne|działanie ochronne|co zrobiono dla ochrony|what she did|what the survivor did|what mother did|protective action|protective actions|what was done to protect|response of survivor
import-guess-source = źródło|źródło informacji|dowód|skąd wiadomo|dokument|source|source of information|evidence|information from|record|reference
import-guess-words = słowa|cytat|własnymi słowami|dokładne słowa|words|quote|in their words|exact words
import-guess-kind = rodzaj|typ|kategoria|rodzaj wpisu|rodzaj zdarzenia|type|kind|category|entry type|type of event|event type
import-guess-title = tytuł|temat|nagłówek|title|subject|heading
import-guess-author = autor|kto napisał|kto zapisał|pracownik|pracownik socjalny|author|written by|recorded by|worker|social worker|entered by

import-head-date = data|kiedy|data notatki|dnia|date|when|date of note
import-head-author = autor|napisał|napisała|od|pracownik|sporządził|sporządziła|author|by|written by|from|worker|recorded by
import-head-title = tytuł|temat|dotyczy|dot.|title|subject|re|about

import-record-row = Z dawnych zapisów: { $file }, wiersz { $row }
import-record-paper = Z dawnych zapisów: { $file }
import-record-source = { $record } (jak podano: { $said })
import-record-author = { $record } (kto pisze: { $said })
import-reason = Zmieniono w pliku { $file }, wiersz { $row }

import-place-cell = Wiersz { $row }, kolumna { $column }
import-place-row = Wiersz { $row }
import-place-file = Cały plik

## Co jest nie tak z plikiem i jak to naprawić.
import-fault-too-large = Plik jest większy niż { $most } MB. Podziel go albo usuń z niego obrazy i stare arkusze.
import-fault-empty = Nic w nim nie ma. Sprawdź, czy to właściwy plik i czy go zapisano.
import-fault-only-headings = Są nagłówki, a pod nimi nie ma wierszy. Sprawdź, czy to właściwy arkusz.
import-fault-old-excel = To skoroszyt w starym formacie (.xls) albo chroniony hasłem. Otwórz go, zapisz jako .xlsx bez hasła i wybierz ten plik.
import-fault-old-word = To dokument w starym formacie (.doc) albo chroniony hasłem. Otwórz go, zapisz jako .docx bez hasła i wybierz ten plik.
import-fault-not-a-table = To nie jest tabela. Wybierz plik .csv lub .xlsx.
import-fault-not-a-paper = To nie jest tekst, który da się tu odczytać. Wybierz plik .txt lub .docx; inne pisma można załączyć jako dokumenty.
import-fault-not-a-workbook = To archiwum, ale nie skoroszyt. Wybierz plik .csv lub .xlsx.
import-fault-broken-zip = Plik jest uszkodzony: nie da się go rozpakować. Otwórz go w programie, w którym powstał, zapisz ponownie i wybierz ten plik.
import-fault-broken-workbook = Skoroszyt jest uszkodzony. Otwórz go w programie, w którym powstał, zapisz ponownie i wybierz ten plik.
import-fault-broken-paper = Dokument jest uszkodzony. Otwórz go w programie, w którym powstał, zapisz ponownie i wybierz ten plik.
import-fault-unpacks-too-large = Po rozpakowaniu jest większy niż { $most } MB, a żaden plik z samymi słowami taki nie jest. Rozpakowywanie przerwano. Usuń z niego obrazy i stare arkusze albo go podziel.
import-fault-no-such-sheet = Nie ma widocznego arkusza „{ $sheet }”. Są: { $sheets }.
import-fault-too-many-columns = Kolumn jest więcej niż { $most }. Usuń te, które nie są potrzebne.
import-fault-too-many-rows = Wierszy jest więcej niż { $most } (naliczono { $found }). Podziel plik.
import-fault-long-cell = W tej komórce jest więcej znaków niż { $most }. Wczytaj ten tekst jako pismo albo podziel go na kilka wierszy.
import-fault-open-quote = Otwarto tu cudzysłów i go nie zamknięto, więc wiersze się zlewają. Zamknij go albo podwój, jeśli należy do tekstu.
import-fault-broken-row = Tego wiersza nie da się odczytać. Otwórz plik w arkuszu kalkulacyjnym, zapisz ponownie jako CSV i wybierz ten plik.
import-fault-more-cells = Liczba komórek: { $found }, a nagłówków: { $wanted }. Często powodem jest przecinek w tekście: weź tekst w cudzysłów.
import-fault-no-such-column = Nie ma kolumny „{ $column }”. Wpisz nagłówek tak, jak stoi w pliku, albo literę kolumny.
import-fault-no-what = Podaj, w której kolumnie jest to, co się działo, albo treść notatki.
import-fault-no-result = Jest tu formuła, której wyniku nie ma w pliku. Otwórz plik w arkuszu kalkulacyjnym i zapisz albo wpisz wartość zamiast formuły.
import-fault-wrong-formula = Formuła w tej komórce daje { $code }. Wpisz zamiast niej wartość.
import-fault-date = { $why }
import-fault-date-number = „{ $said }” nie jest rokiem ani dniem, który liczy arkusz kalkulacyjny. Wpisz datę w pełnej postaci.
import-fault-no-year = „{ $said }” nie ma roku. Dodaj go: dawne zapisy czyta się po latach.
import-fault-text = Tekst wymaga poprawy. { $why }
import-fault-no-who = Nie podano, kto to robi. Uzupełnij komórkę albo podaj poniżej, kto to jest tam, gdzie plik tego nie mówi.
import-fault-several-who = Robi to kilka osób. Zrób osobny wiersz dla każdej, aby było widać, co robi która.
import-fault-no-whom = Nie podano, wobec kogo to się dzieje. Uzupełnij komórkę albo podaj poniżej, kto to jest tam, gdzie plik tego nie mówi.
import-fault-no-child = Nie podano, którego dziecka to dotyczy. Uzupełnij komórkę albo podaj poniżej, o które dzieci chodzi tam, gdzie plik tego nie mówi.
import-fault-no-survivor = Nie jest jasne, czyje to staranie. Podaj poniżej, kto to jest.
import-fault-paper-date = Daty na początku, „{ $said }”, nie udało się odczytać albo mogą to być dwie daty. Wpisz ją słownie: 3 kwietnia 2024.

## Co warto wiedzieć o tym, jak odczytano plik.
import-remark-windows-1252 = Plik nie mówi, jak zapisano w nim litery. Odczytano go jak stary plik Windows: sprawdź imiona i nazwiska z polskimi znakami.
import-remark-broken-letters = Niektóre litery w pliku są uszkodzone i widać w ich miejscu �: sprawdź imiona i nazwiska z polskimi znakami.
import-remark-sheets = Skoroszyt ma kilka arkuszy ({ $sheets }). Odczytano „{ $sheet }”.
import-remark-turned-round = Część dat to prawdziwe daty, a część to tekst. Tak bywa, gdy arkusz kalkulacyjny zamienił w niektórych dzień z miesiącem. Porównaj te wiersze z oryginałem: { $rows }.
import-remark-paper-no-date = Nie podano, kiedy to napisano. Notatka nie będzie miała daty.

## Wiersze, z których nic nie powstaje.
import-left-empty = W odczytywanych kolumnach nic nie ma.
import-left-heading = To nagłówek obejmujący kilka kolumn.
import-left-chosen = Wiersze tego rodzaju są pomijane, zgodnie z Twoim wyborem.

## Pytania.
import-ask-order = W tych datach pierwsza liczba może oznaczać dzień albo miesiąc: { $examples }. Co oznacza w tym pliku?
import-ask-both-orders = W wierszu { $day } najpierw musi stać dzień, a w wierszu { $month } najpierw miesiąc. Wybierz jedno, a wiersze drugiego rodzaju popraw w pliku.
import-ask-person = Kto to jest „{ $name }”? Pierwszy raz w wierszu { $row }.
import-ask-kind = Co ma powstać z wierszy, w których jest „{ $word }”? Pierwszy to wiersz { $row }.
import-fault-kind-of-file = „{ $name }” to rodzaj pliku, którego się tu nie odczytuje. Arkusze to .csv i .xlsx, notatki to .txt i .docx.
import-fault-waited-too-long = Plik czekał zbyt długo i już go tu nie ma. Wybierz go ponownie.
import-fault-one-table = Wczytuj po jednym arkuszu: trzeba podać, co jest w jego kolumnach. Notatki można wczytać razem.

## Strony.
import-title = Wczytaj dawne zapisy
import-lede = Chronologia z arkusza kalkulacyjnego lub notatki napisane gdzie indziej stają się wpisami tej sprawy. Nic nie zostanie zarejestrowane, zanim zobaczysz, co by z tego powstało.
import-step-choose = Wybierz pliki.
import-step-map = Podaj, co jest w której kolumnie. Holdfast podpowiada na podstawie nagłówków.
import-step-look = Zobacz, co powstałoby z każdego wiersza, popraw to, co wskazano, i wczytaj.
import-file = Pliki
import-file-hint = Jeden arkusz (.csv, .xlsx) albo notatki (.txt, .docx), kilka naraz. Najwyżej 20 MB i 5000 wierszy.
import-send = Dalej
import-gone = Ten plik już wczytano albo czekał zbyt długo. Wybierz go ponownie.
import-broke-off = Połączenie się skończyło, zanim przyszedł cały plik. Niczego z niego nie zachowano. Wybierz go ponownie.
import-too-many-files = Plików jest więcej niż { $most }. Wczytaj je po części.
import-waits = Pliki czekają tutaj przez trzydzieści dni, zaszyfrowane i tylko dla Ciebie. W sprawie nie ma jeszcze niczego.
import-result = Co by z tego powstało
import-summary = { $new ->
    [one] { $new } nowy wpis.
    [few] { $new } nowe wpisy.
    [many] { $new } nowych wpisów.
   *[other] { $new } nowego wpisu.
} { $there ->
    [0] Żadnego jeszcze tu nie ma.
   *[other] Już jest: { $there }.
} { $revised ->
    [0] { "" }
   *[other] Do zmiany: { $revised }.
} { $stays ->
    [0] { "" }
   *[other] Zmienione w pliku, tutaj pozostaje bez zmian: { $stays }.
}
import-questions = Najpierw do rozstrzygnięcia
import-answer = Przejdź do pytań
import-faults = Do poprawienia w pliku albo przez odpowiedzi poniżej
import-faults-file = Pobierz wszystko, co wymaga poprawy, jako arkusz
import-left = { $n ->
    [one] Pominięto { $n } wiersz
    [few] Pominięto { $n } wiersze
    [many] Pominięto { $n } wierszy
   *[other] Pominięto { $n } wiersza
}
import-entries = Wiersz po wierszu
import-more = … i jeszcze { $n }.
import-heading-where = Gdzie
import-heading-file = Plik
import-heading-row = Wiersz
import-heading-column = Kolumna
import-heading-what = Co jest nie tak i jak to naprawić
import-heading-outcome = Co z tego powstaje
import-heading-entry = Wpis
import-outcome-new = Nowy
import-outcome-there = Już jest
import-outcome-revised = Zostanie zmieniony
import-outcome-stays = Zmieniony w pliku; tutaj pozostaje bez zmian
import-outcome-changed-here = Zmieniony w pliku i tutaj; tutaj pozostaje bez zmian
import-asked = Kogo i co oznaczają te słowa
import-asked-hint = Holdfast nie zgaduje, kto to „mama”. Twoje odpowiedzi dotyczą tego pliku.
import-who-is = Kto to jest „{ $name }”?
import-what-is = Co ma powstać z wierszy, w których jest „{ $word }”?
import-choose = Wybierz
import-nobody = Nikt z tej sprawy
import-columns = Co jest w której kolumnie
import-columns-hint = Pomiń to, czego w pliku nie ma.
import-first-rows = Pierwsze wiersze pliku
import-no-column = Nie ma w tym pliku
import-in-the-row = Tak jak mówi każdy wiersz
import-the-one = Rodzic chroniący, jeśli jest w sprawie
import-rules = Gdy wiersz tego nie mówi
import-kept = Kto może to widzieć
import-nothing-yet = Samo oglądanie niczego nie rejestruje.
import-check = Zobacz, co by z tego powstało
import-forget = Wyrzuć te pliki
import-record = { $n ->
    [one] Wczytaj { $n } wpis
    [few] Wczytaj { $n } wpisy
    [many] Wczytaj { $n } wpisów
   *[other] Wczytaj { $n } wpisu
}
brought-in = Dawne zapisy są w sprawie. Przy każdym widać, skąd pochodzi.

import-column-date = Kiedy
import-column-what = Co się działo
    .hint = Albo treść notatki.
import-column-who = Kto to robi
import-column-whom = Wobec kogo
import-column-effect = Skutek dla dziecka
    .hint = Powstaje z tego wpis dla każdego wymienionego dziecka.
import-column-effect-on = Na które dziecko
import-column-did = Co robi rodzic chroniący
    .hint = Powstaje z tego staranie, zachowane w poufności, chyba że wybierzesz inaczej.
import-column-source = Źródło
import-column-words = Czyjeś dokładne słowa
import-column-kind = Jaki to rodzaj wiersza
import-column-title = Tytuł notatki
import-column-author = Kto napisał

import-field-becomes = Co powstaje z wiersza
import-field-dates = Co stoi najpierw w datach takich jak 03/04/2024?
import-field-sheet = Który arkusz
import-field-who = Kto to robi
import-field-whom = Wobec kogo
import-field-effect-on = Na które dziecko jest skutek
import-field-survivor = Czyje to staranie
import-field-label = Kto może widzieć te wpisy
import-field-effort-label = Kto może widzieć, co robi rodzic chroniący
    .hint = To, co ktoś robi, aby być bezpiecznym, może zostać przeciw niemu wykorzystane.
import-field-changed = Wiersze zmienione od poprzedniego wczytania
import-changed-leave = Zostaw wpisy bez zmian i wymień te wiersze
import-changed-revise = Zmień wpisy, chyba że ktoś zmienił je tutaj
import-order-file = Tak jak pokazuje plik
import-order-day-first = Dzień (3 kwietnia)
import-order-month-first = Miesiąc (4 marca)

import-becomes-behaviour = Co ktoś robi, aby kontrolować lub krzywdzić
import-becomes-effort = Co robi rodzic chroniący
import-becomes-impact = Skutek dla dziecka
import-becomes-unknown = Pytanie
import-becomes-note = Notatka
import-becomes-leave-out = Nic: pomiń wiersz
