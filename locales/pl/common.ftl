# Słowa wspólne wielu stronom.

product = Holdfast
skip-to-main = Przejdź do treści
save = Zapisz
cancel = Anuluj
change = Zmień
add = Dodaj
remove = Usuń
back = Wstecz
print = Drukuj
search = Szukaj
show = Pokaż
more-detail = Więcej szczegółów
yes = Tak
no = Nie

## Góra każdej strony.
find-label = Znajdź rodzinę lub dziecko
nav-work = Moja praca
nav-cases = Sprawy
exit = Opuść stronę

## Sprawa.
children = Dzieci
causes-harm = Krzywdzi
protects = Chroni
not-decided = Nie rozstrzygnięto
nav-case = Ta rodzina
nav-overview = Przegląd
nav-map = Mapa wzorca
nav-children = Każde dziecko
nav-efforts = Starania
nav-documents = Dokumenty
nav-people = Osoby
nav-notes = Notatki
nav-gaps = Jeszcze nie zapytano
nav-visit = Zapisz wizytę
not-yet-asked = Jeszcze nie zapytano
name-and-age = { $name }, { $age }

## Szkice.
draft-saved = Zapisano { $time }. Dopóki tego nie zarejestrujesz, widzisz to tylko Ty.
draft-saving = Zapisywanie…
draft-offline = Brak połączenia. To, co piszesz, zostaje na tej stronie; Holdfast sam próbuje ponownie.
draft-ended = Sesja się skończyła. Szkic jest zachowany. Zaloguj się i pisz dalej.
draft-elsewhere = Ten szkic zmieniono w innym oknie o { $time }. Odśwież stronę, aby go zobaczyć.
draft-refused = Nie udało się zapisać szkicu. Skopiuj to, co napisano, i odśwież stronę.
draft-recorded = To już zarejestrowano. Aby coś zmienić, otwórz wpis w aktach.
draft-large = To jest zbyt długie, aby zapisać naraz: najdłuższy tekst to około 60 stron. To, co zapisano wcześniej, jest zachowane. Skróć tekst albo załącz go jako dokument.

## Sesja.
session-soon = O { $time } sesja się skończy. To, co napisano, zostanie zachowane jako szkic.
session-over = Sesja się skończyła. To, co napisano, jest zachowane jako szkic.
session-stay = Pozostań
sign-out = Wyloguj się
signed-in-as = W systemie jako: { $name }.
opening-recorded = Otwarcie tej strony zostało odnotowane.

## Komunikaty.
recorded = Zarejestrowano.
revised = Zmieniono.
withdrawn = Wycofano.
reinstated = Przywrócono.
error-prefix = Błąd: { $title }
error-summary = Coś wymaga poprawy
title = { $page } - Holdfast

invented-family = Ta rodzina jest wymyślona.
footer-model = Wspiera pracę zgodną z modelem Safe & Together. Bez aprobaty jego Instytutu.
