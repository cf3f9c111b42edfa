# Notatki i wizyty.

notes-title = Notatki i wizyty
notes-lede = Zatwierdzona notatka nigdy się nie zmienia. Poprawka to uzupełnienie.
notes-empty = Nie zapisano jeszcze żadnej notatki ani wizyty.
notes-addendum = Napisz uzupełnienie
notes-visits = Wizyty
page-visit-line = { $kind }: { $names }
page-visit-line-nobody = { $kind }
