# Osoby i to, co je łączy.

people-title = Osoby i relacje
people-lede = Kto należy do rodziny, co łączy te osoby i jaką rolę ma każda z nich w tej sprawie. O roli decyduje się z uzasadnieniem, na pewien czas i nigdy na podstawie płci.
people-add = Dodaj osobę
people-add-relationship = Dodaj relację
people-add-household = Dodaj gospodarstwo domowe
people-everyone = Wszyscy
people-name = Imię i nazwisko
people-age = Wiek
people-role = Rola w tej sprawie
people-related = Relacja
people-decide-role = Jaka rola? Jeszcze nie rozstrzygnięto
people-harm-lines = Linie krzywdy
people-hold-lines = Linie ochrony
people-from = Od kogo
people-to = Do kogo
people-what = Co
people-relationships = Relacje
people-ecomap = Ekomapa
people-when = Kiedy
people-in-the-way = Co stało na przeszkodzie
people-households = Gospodarstwa domowe
page-also-called = Na co dzień: { $names }
page-review-on = Kiedy do tego wrócić: { $day }
