# Co może być na ekranie: ukrywanie, pokazywanie innym i to, jak ktoś chce widzieć strony.

## Ukryj ekran.
hide-screen = Ukryj ekran
hidden-title = Ekran jest ukryty
hidden-show = Pokaż ponownie
hidden-wrong = { $left ->
    [one] To nie pasuje. Została { $left } próba, potem nastąpi wylogowanie.
    [few] To nie pasuje. Zostały { $left } próby, potem nastąpi wylogowanie.
    [many] To nie pasuje. Zostało { $left } prób, potem nastąpi wylogowanie.
   *[other] To nie pasuje. Zostało prób: { $left }, potem nastąpi wylogowanie.
}
hidden-kept = To, co wysłano z innego okna, jest zachowane i wróci, gdy ekran znów będzie widoczny.
hidden-demo = Wersja pokazowa nie ma PIN-u i nie trzeba nic wpisywać. Aby go wypróbować, ustaw PIN w ustawieniach.
field-hidden-pin-secret = Twój PIN
field-hidden-password-secret = Twoje hasło
    .hint = PIN nie jest ustawiony. W ustawieniach można wybrać PIN z kilku cyfr.

## Zanim udostępnisz ekran.
share-title = Zanim udostępnisz ekran
share-lede = Inni zobaczą to, co widzisz Ty. Od tej chwili ta rodzina otwiera się tak jak dla osób spoza zespołu, a żadna inna rodzina nie otwiera się wcale, dopóki nie zakończysz.
share-not-on = Czego na nim nie będzie
share-not-sealed = Informacji o tym, gdzie ktokolwiek mieszka i jak się bezpiecznie kontaktować, szkół i planów bezpieczeństwa
share-not-confidential = Tego, co rodzic chroniący robi w tajemnicy i co powiedziano w zaufaniu
share-not-child = Słów dziecka oznaczonych jako jego własne
share-not-third = Osób, które nam coś powiedziały i o których nikt nie może się dowiedzieć
share-not-staff = Spraw wewnętrznych zespołu, na przykład bezpieczeństwa pracowników
share-not-others = Twoich szkiców, innych Twoich rodzin i wyszukiwania
share-you = Co możesz sprawdzić tylko Ty
share-you-windows = Zamknij inne okna i wyłącz powiadomienia: Holdfast ukrywa tylko własne strony.
share-you-present = Upewnij się, kto patrzy i kto może stać obok. Nigdy nie pokazuj tego osobie, której zachowanie budzi obawy.
share-you-recording = Zapytaj, czy spotkanie jest nagrywane.
share-looked = Lista przeczytana; wiem, kto zobaczy ekran
share-error-looked = Po przeczytaniu listy zaznacz to pole
share-start = Otwórz mapę wzorca do udostępnienia
share-on-title = Udostępniasz ekran
share-on-text = Otwierają się tylko strony tej rodziny, przygotowane dla osób spoza zespołu. Nie można niczego rejestrować. Zakończ udostępnianie, aby wrócić do wszystkiego.
share-only-this = Ta strona nie otwiera się podczas udostępniania ekranu.
share-kept = To, co wysłano z innego okna, jest zachowane i wróci, gdy zakończysz.
share-stop = Zakończ udostępnianie
share-back = Wróć do mapy wzorca
share-banner = Udostępniasz ekran. Na tych stronach nie ma tego, co utajnione, powierzone w zaufaniu lub wewnętrzne dla zespołu.

## Ustawienia.
settings-title = Ustawienia
settings-looks = Wygląd stron
settings-language-of-place = Tak jak w tej instytucji
field-settings-language = Język
    .hint = Słowa systemu Holdfast. To, co napisali ludzie, zostaje tak, jak napisano.
field-settings-titles = Tytuły okien
    .hint = Co widać na karcie i na liście okien. Nazwisk nie ma tam nigdy.
settings-titles-say = Podawaj, która to strona
settings-titles-plain = Podawaj tylko „Holdfast”
settings-saved = Ustawienia są zapisane.
settings-hide = Ukryj ekran
settings-hide-text = Gdy ktoś wejdzie, „Ukryj ekran” na górze każdej strony od razu wszystko zasłania. To, co jest właśnie pisane, zostaje jako szkic. Wraca się z PIN-em, a gdy go nie ma, z hasłem.
settings-pin-is-set = PIN jest ustawiony.
settings-pin-is-not-set = PIN nie jest ustawiony.
field-settings-pin = PIN
    .hint = Od 4 do 12 cyfr, nie wszystkie takie same. Nie taki, który mógłby odgadnąć ktoś z rodziny.
settings-pin-wrong = PIN ma od 4 do 12 cyfr, nie wszystkie takie same. Wybierz inny.
settings-pin-set = Ustaw ten PIN
settings-pin-remove = Usuń PIN
pin-saved = PIN jest ustawiony.
pin-removed = PIN jest usunięty.

## Wszystko na jednej liście.
menu-title = Menu
menu-find = Czego szukasz?
menu-record = Zapisz
menu-families = Rodziny
menu-own = Twoje
menu-none = Nic się tak nie nazywa. Spróbuj wpisać mniej liter albo imię dziecka.
menu-hint = Naciśnij Ctrl i K
