# Dlaczego czegoś nie zarejestrowano: co jest nie tak i jak to naprawić.

refusal-no_such_entry = Wskazano coś, czego nie ma w tych aktach. Wybierz z listy albo najpierw dodaj.
refusal-wrong_kind = Wskazano: { $found }. Potrzebne jest tu: { $wanted }. Wybierz coś innego.
refusal-missing = Wybierz co najmniej jedną pozycję.
refusal-missing-behaviour-targets = Wybierz co najmniej jedną osobę, wobec której to się dzieje.
refusal-missing-household-members = Wybierz co najmniej jedną osobę, która mieszka tam teraz lub dawniej.
refusal-missing-intersection-whose = Wybierz, czyje to jest.
refusal-missing-contact_detail-whose = Wybierz co najmniej jedną osobę, której to dotyczy.
refusal-missing-contact-with = Podaj, z kim był kontakt lub z kim próbowano go nawiązać.
refusal-missing-worker_safety-about = Wybierz co najmniej jedną osobę, której to dotyczy.
refusal-missing-chronology-lines = Umieść w niej co najmniej jeden wpis.
refusal-missing-living_arrangement-who = Wybierz co najmniej jedną osobę, której dni i noce to są.
refusal-missing-daily_care-children = Wybierz co najmniej jedno dziecko.
refusal-missing-care_concern-children = Wybierz co najmniej jedno dziecko.
refusal-missing-use_of_force-answers = Odpowiedz na co najmniej jedno pytanie. To, co zostanie puste, znaczy: jeszcze nie zapytano.
refusal-nowhere_to_live = Podaj, u kogo lub w którym gospodarstwie. Jeśli nikt nie ma pewności, zaznacz to.
refusal-nothing_said = Odpowiedz na co najmniej jedno pytanie. „Nic” to też odpowiedź.
refusal-twice = To jest tu dwa razy. Połącz oba w jedno.
refusal-stays_with_team = Rodzaj wpisu: { $kind }. Zostaje w zespole: ma oznaczenie „Sprawa wewnętrzna zespołu” i nie może mieć innego.
refusal-undetermined_needs_review = Dopóki tego nie rozstrzygnięto, podaj datę, kiedy do tego wrócić, i co najmniej jedno pytanie, które by to rozstrzygnęło.
refusal-same_person = To ta sama osoba. Wybierz dwie różne osoby.
refusal-ends_before_it_begins = Koniec jest wcześniejszy niż początek. Sprawdź obie daty.
refusal-kind_changed = Rodzaju wpisu nie można zmienić. Było: { $was }. Miałoby być: { $is }. Wycofaj ten wpis i dodaj nowy.
refusal-id_taken = To już zarejestrowano, innymi słowami. Otwórz tamten wpis i go zmień.
refusal-unknown = Tego wpisu nie ma w tych aktach. Wróć na stronę, na której to się zaczęło, i spróbuj ponownie.
refusal-conflict = Zmiana tego wpisu po otwarciu przez Ciebie: { $author } ({ $when }). Porównaj obie wersje i wybierz. Nic z tego, co napisano, nie przepadło.
refusal-withdrawn = Ten wpis jest wycofany. Najpierw go przywróć.
refusal-not_withdrawn = Ten wpis nie jest wycofany, więc nie ma czego przywracać.
refusal-reason_missing = Napisz w kilku słowach, dlaczego.
refusal-file_is_final = Plik dokumentu się nie zmienia. Inny plik załącz jako osobny dokument.
refusal-note_is_final = Zarejestrowana notatka się nie zmienia. Napisz do niej uzupełnienie.

text-error-blank = Napisz tu coś albo pomiń to pole.
text-error-too_long = Liczba znaków: { $length }; mieści się { $most }. Skróć tekst albo podziel go na kilka wpisów.
text-error-control = Na pozycji { $position } jest ukryty znak. Usuń go albo wklej tekst ponownie jako zwykły tekst.
text-error-not_a_code = „{ $code }” nie jest jedną z możliwości. Wybierz jedną z listy.
