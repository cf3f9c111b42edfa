# Logowanie, pierwsze konto, wyjście.

sign-in = Zaloguj się
sign-in-wrong = Nazwa logowania lub hasło się nie zgadza. Sprawdź jedno i drugie i spróbuj ponownie albo zapytaj osobę, która zajmuje się systemem Holdfast.
sign-in-wait = { $seconds ->
    [one] Zbyt wiele prób z tą nazwą logowania. Poczekaj { $seconds } sekundę i spróbuj ponownie.
    [few] Zbyt wiele prób z tą nazwą logowania. Poczekaj { $seconds } sekundy i spróbuj ponownie.
    [many] Zbyt wiele prób z tą nazwą logowania. Poczekaj { $seconds } sekund i spróbuj ponownie.
   *[other] Zbyt wiele prób z tą nazwą logowania. Poczekaj { $seconds } sekundy i spróbuj ponownie.
}
sign-in-kept = Sesja skończyła się, zanim to wysłano. Nic nie przepadło: zaloguj się, a wszystko wróci.
sign-in-stale = Ta strona była otwarta przez długi czas. Niczego nie zmieniono: zaloguj się ponownie.

field-sign-in-name = Nazwa logowania
field-sign-in-password = Hasło

password-hide = Ukryj
password-show-label = Pokaż hasło
password-hide-label = Ukryj hasło
password-shown = Hasło jest widoczne
password-hidden = Hasło jest ukryte

session-failed = Nie udało się przedłużyć sesji. Zapisz to, co piszesz, a potem zaloguj się ponownie.

first-run = Utwórz pierwsze konto
first-run-lede = Holdfast właśnie wystartował. To konto prowadzi sprawy i nadzoruje. Kolejne konta zakłada administracja.
first-run-make = Utwórz konto
first-run-admin = Utwórz konto administracyjne
first-run-admin-lede = Konto administracyjne służy do zarządzania kontami i nie widzi żadnej sprawy. Dlatego jest osobnym kontem, z inną nazwą logowania.
first-run-admin-make = Utwórz konto administracyjne
first-run-later = Zrób to później
first-run-missing-name = Wpisz swoje imię i nazwisko.
first-run-missing-sign-in = Wybierz nazwę logowania.
first-run-missing-password = Wybierz hasło, które ma co najmniej 15 znaków.
first-run-not-yet = Holdfast nie jest jeszcze przygotowany
first-run-not-yet-text = Nikt nie może się jeszcze zalogować. Osoba, która uruchamia Holdfast, widzi w terminalu adres: otwórz go, aby utworzyć pierwsze konto.
field-first-run-name = Imię i nazwisko
    .hint = Tak będzie widnieć przy Twoich wpisach.
field-first-run-sign-in = Nazwa logowania
    .hint = To, co będziesz wpisywać przy logowaniu. Bez spacji.
field-first-run-password = Hasło
    .hint = Co najmniej 15 znaków. Dobre są cztery lub pięć słów, które do siebie nie pasują; łatwo je zapamiętać.
administrator-made = Konto administracyjne jest utworzone.
