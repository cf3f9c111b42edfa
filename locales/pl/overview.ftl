# Przegląd sprawy.

overview-write-note = Napisz notatkę
overview-open-map = Otwórz mapę wzorca
overview-what-we-know = Co wiemy i o co nie zapytano
overview-there = Co jest
overview-nothing-yet = Niczego jeszcze nie zapisano.
overview-no-gap = W tej chwili nie ma tu otwartych pytań.
overview-all-gaps = Wszystkie otwarte pytania
overview-aside = Praca w tej sprawie
overview-people-open = O tym, kto jest kim
overview-latest = Najnowsze wpisy
page-opened = Sprawa otwarta: { $day }.
page-opened-reference = { $reference }. Sprawa otwarta: { $day }.
page-part-pattern = Co robi { $name }, aby kontrolować rodzinę
page-part-pattern-nobody = Co się dzieje, aby kontrolować rodzinę
page-part-children = Co robi { $name } wobec dzieci
page-part-children-nobody = Co dzieje się wobec dzieci
page-part-efforts = Wszystko, co robi { $name } dla bezpieczeństwa, opieki i stabilności
page-part-efforts-nobody = Wszystko, co robi się dla bezpieczeństwa, opieki i stabilności
page-part-impact = Jak to wpływa na każde dziecko
page-part-intersections = Co jest wykorzystywane, co zamyka drzwi, co chroni
page-latest-line = { $kind }. { $what } { $when }, wpis: { $name }
page-who-does = { $name }:
