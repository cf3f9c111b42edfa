# Skąd coś wiadomo. Nigdy to, na ile się w to wierzy, i nigdy to, ile osób tak mówi.

known-on = { $known }, { $date }
known-seen = Obserwacja własna: { $recorder }
known-told-directly = Mówi bezpośrednio: { $by }
known-told-by-another = Przekazuje: { $by }
known-told-by-another-whose = Przekazuje: { $by }, źródło: { $whose }
known-record = { $record }
known-record-whose = { $record }, czyja relacja: { $whose }
known-note = Z notatki „{ $title }”
known-note-untitled = Z notatki
known-taken = Odczytano z wcześniejszej notatki „{ $title }”
known-taken-untitled = Odczytano z wcześniejszej notatki
known-taken-unconfirmed = Odczytano z wcześniejszej notatki „{ $title }”, jeszcze z nikim niepotwierdzone
known-taken-unconfirmed-untitled = Odczytano z wcześniejszej notatki, jeszcze z nikim niepotwierdzone
known-and = { $line }; { $next }
known-not-asked = Jeszcze nie zapytano, skąd to wiadomo

disputed = Zaprzecza { $by }: „{ $words }”
disputed-on = { $said } ({ $date })

connection = Związek dostrzega { $by }
connection-words = Związek dostrzega { $by }: „{ $words }”

none-seen = Jeszcze nie widać. Kto to sprawdzał: { $by }.
none-seen-on = Jeszcze nie widać. Kto to sprawdzał: { $by }, { $date }.
none-seen-at = Jeszcze nie widać. Kto to sprawdzał: { $by }, { $place }.
none-seen-on-at = Jeszcze nie widać. Kto to sprawdzał: { $by }, { $date }, { $place }.

made-possible = Co dzięki temu stało się możliwe
made-possible-for = { $person }: { $what }

# W formularzach: skąd to wiadomo?
source-seen = Moja własna obserwacja
source-told-directly = Mówi bezpośrednio
source-told-directly-person = Mówi bezpośrednio: { $person }
source-in-record = Wynika z dokumentu
