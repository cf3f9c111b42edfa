# Co się nie udało: co, gdzie i jak to naprawić.

problem-not-found = Tutaj niczego nie ma
problem-not-found-text = Sprawdź adres albo zacznij od listy swoich spraw.
problem-refused = Nie można tego zrobić w ten sposób
problem-conflict = Ktoś inny był szybszy
problem-full = Dysk serwera jest pełny
problem-full-text = Tego nie zapisano. Poproś osobę, która zajmuje się systemem Holdfast, o zwolnienie miejsca, a potem wyślij ponownie.
problem-unavailable = W tej chwili nie da się tego zrobić
problem-unavailable-text = Niczego nie zmieniono. Poczekaj minutę i spróbuj ponownie.
problem-internal = Czegoś w zapisach nie da się odczytać
problem-internal-text = Niczego nie zmieniono. Poproś osobę, która zajmuje się systemem Holdfast, o uruchomienie polecenia: holdfast verify
problem-foreign = To nie przyszło ze strony systemu Holdfast
problem-foreign-text = Niczego nie zmieniono. Jeśli to skutek naciśnięcia przycisku w innym serwisie, tamten serwis próbował działać w Twoim imieniu. Wróć do swojej pracy i wyślij stamtąd.
problem-stale = Ta strona pochodzi z wcześniejszego logowania
problem-stale-text = Niczego nie zmieniono. Wróć na stronę, odśwież ją i wyślij ponownie.
problem-nothing-lost = Nic z tego, co napisano, nie przepadło. Jest poniżej i jednym naciśnięciem można to wysłać ponownie.
problem-send-again = Wyślij ponownie
problem-you-wrote = Co napisano
problem-to-work = Przejdź do swojej pracy
problem-signed-in-again = Logowanie powiodło się
problem-signed-in-again-text = To, co było wysyłane, nie zostało jeszcze zarejestrowane.
problem-too-large = To jest zbyt długie, aby wysłać naraz
problem-too-large-text = Niczego nie zmieniono. Wróć i podziel tekst: najdłuższy tekst jednego pola to około 60 stron.
problem-not-a-form = Przyjmowane są tu tylko formularze. Wyślij jako application/x-www-form-urlencoded.
