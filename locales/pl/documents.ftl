# Dokumenty: co oprócz faktów mówi wydrukowana strona i plik Word oraz strona, z której się je pobiera.

## Pierwsza strona.
doc-title-map = Mapa wzorca
doc-title-assessment = Ocena sytuacji
doc-title-chronology = Chronologia
doc-title-change = Zmiana w czasie
doc-title-decisions = Decyzje
doc-title-about = { $document }: { $children }
doc-notice = Kopia robocza dla zespołu prowadzącego sprawę. Nie do wydania.
doc-notice-unchecked = Nie sprawdzono, co mogłoby dotrzeć do tej osoby: { $name }. Nie wysyłaj tej kopii, nie odczytuj na głos i nie zostawiaj tam, gdzie ta osoba mogłaby ją znaleźć.
doc-notice-unchecked-nobody = Nie sprawdzono, co mogłoby dotrzeć do kogoś, kto krzywdzi. Nie wysyłaj tej kopii, nie odczytuj na głos i nie zostawiaj na widoku.
doc-notice-holds = Zawiera tylko to, co zapisano dla czytelników wymienionych poniżej. Mogą być znane także inne rzeczy. „Jeszcze nie zapytano” znaczy: nie ma tego w tym, co ta kopia może zawierać.
doc-running = { $document }. Kopia robocza dla zespołu prowadzącego sprawę. Nie do wydania.
doc-children = Dzieci:
doc-causes-harm = Krzywdzi:
doc-protects = Chroni:
doc-undetermined = Rola nierozstrzygnięta:
doc-reference = Numer sprawy:
doc-as-of = Stan wiedzy na dzień:
doc-holds = Zawiera to, co zapisano dla:
doc-page-of = Strona { $page } z { $pages }

## Źródła.
doc-sources = Skąd wiadomo o każdej rzeczy
doc-sources-lead = Tutaj prowadzi numer w nawiasie. Liczba źródeł danej informacji nic nie mówi o tym, na ile jest prawdziwa.
doc-no-source = W tej kopii nie podano źródła.
doc-quote = „{ $words }”

## Jedna informacja.
doc-when = Kiedy: { $when }
doc-through = Poprzez: { $names }
doc-for-whom = Dla kogo: { $names }
doc-made-possible = Co dzięki temu stało się możliwe: { $what }
doc-cost = Jakim kosztem: { $what }
doc-obstacle = Co stało na przeszkodzie: { $what }
doc-followed = Co nastąpiło potem: { $what }
doc-and-then = { $first } { $then }
doc-band = { $letter }. { $title }
doc-not-known = Nie wiadomo

## Mapa wzorca.
doc-map-lead = Każde zachowanie, drogi, którymi dociera do każdego dziecka, i to, co robi się w odpowiedzi. Litery tylko nazywają zachowania; nie ustalają ich wagi.
doc-map-empty = Nie zapisano jeszcze żadnego zachowania. Mapa zaczyna się od tego, co ktoś robi, a nie od zdarzenia, które zgłoszono.
doc-way = Którą drogą
doc-ways = { $title }: skutki dla każdego dziecka
doc-answers = Co w odpowiedzi robi { $name }
doc-answers-nobody = Co robi się w odpowiedzi
doc-on-care = Opieka: { $name }
doc-loose = Zapisane, ale jeszcze niepowiązane z zachowaniem
doc-int-how = Jak się splatają
doc-int-whose = Czyje i co
doc-int-what = Co wiadomo

## Ocena sytuacji.
doc-assessment-lead = Zaczyna się od tego, co ktoś robi i do kogo to dociera, bo bez tego nie da się zrozumieć reszty.
doc-part-pattern = Co robi { $name } i do kogo to dociera
doc-part-pattern-nobody = Co się dzieje i do kogo to dociera
doc-part-children = Z czym żyje każde dziecko
doc-part-efforts = Co robi { $name } dla bezpieczeństwa, opieki i stabilności
doc-part-efforts-nobody = Co robi się dla bezpieczeństwa, opieki i stabilności
doc-part-intersections = Co jest wykorzystywane, co zamyka drzwi, co chroni
doc-part-responses = Co zrobiły instytucje i czy to pomogło
doc-part-gaps = O co nie zapytano
doc-reaches = Wiadomo, do kogo to dociera: { $children }.
doc-reach-none-seen = Ktoś to sprawdzał i nie widać jeszcze skutku: { $children }.
doc-reach-open = Nie zapytano, jakie są skutki: { $children }.
doc-child-table = Z czym żyje { $child }
doc-child-done = Co się dzieje
doc-child-effect = Skutki: { $child }
doc-child-answer = Co robi się w odpowiedzi: { $child }
doc-to-child = Wobec tego dziecka
doc-gaps-lead = To pytania do instytucji, a nie zaniedbania rodziny.
doc-no-gap = W tym, co zapisano, nie ma otwartych pytań.

## Kto jest kim.
doc-who = Kto jest kim
doc-who-name = Imię i nazwisko
doc-who-born = Data urodzenia
doc-who-part = Rola w sprawie
doc-who-related = Relacja
doc-born-age = { $date } ({ $age })
doc-related-when = { $related } ({ $period })

## Strona, z której pobiera się dokumenty.
doc-page-title = Dokumenty
doc-page-lead = Pobierz to, co zapisano, jako dokument, aby nikt nie przepisywał tego drugi raz. Każdy jest kopią roboczą dla zespołu prowadzącego sprawę. Pobranie zostaje odnotowane.
doc-page-holds = Co może zawierać?
doc-page-always = Zawsze: to, co zapisano z oznaczeniem „{ $label }”.
doc-with-child_voice = Także to, co zapisano jako własne słowa dziecka
doc-with-third_party = Także to, co chroni osobę, która nam to powiedziała
doc-page-never = Tutaj nigdy: to, co jest tylko dla osób pracujących z rodzicem chroniącym, co utajnione, porady prawne i sprawy wewnętrzne zespołu.
doc-page-paper = Papier
doc-paper-a4 = A4
doc-paper-letter = Letter
doc-page-word = Plik Word
doc-page-print = Strona do druku
doc-page-json = Dla innych programów
doc-page-json-why = Każdy widok jako JSON, z kodami zamiast zdań. Zawiera to samo, co widać na stronach.
doc-page-openapi = Opis (OpenAPI 3.1)
doc-what-map = Każde zachowanie, drogi, którymi dociera do każdego dziecka, i to, co robi się w odpowiedzi.
doc-what-assessment = Pięć składników po kolei, każde dziecko po kolei i to, o co nie zapytano.
doc-what-chronology = Co i kiedy się działo, jakie miało skutki dla każdego dziecka, co robiono w odpowiedzi i skąd to wiadomo.
doc-what-change = Co mówi się o każdym zachowaniu w kolejnych przeglądach, co widać i kto to widział. Obecność na zajęciach podano osobno.
doc-what-decisions = Każde pytanie z odpowiedzią, co przemawia za nią i przeciw niej, i czego brakuje.
doc-no-decision = Nie zapisano żadnej decyzji, którą ten dokument może zawierać.
doc-print-back = Wróć do dokumentów
doc-print-back-decision = Wróć do decyzji
doc-print-back-plans = Wróć do planów
doc-print-back-change = Wróć do zmiany w czasie
doc-print-how = Wydrukuj w przeglądarce, na papierze A4 lub Letter.

## Interfejs JSON.
api-not-found = Nie ma tu niczego, co byłoby dla Ciebie widoczne.
    .how = Sprawdź ścieżkę. Twoje sprawy są pod /api/v1/cases; widoki sprawy opisuje /api/v1/openapi.json.
api-signed-out = Nikt nie jest w systemie.
    .how = Zaloguj się i do każdego żądania dołącz plik cookie sesji.
api-day = Nie udało się odczytać dnia.
    .how = Podaj w as_of dzień między rokiem 1900 a 2200, na przykład 2026-11-24, albo go pomiń.
api-unavailable = W tej chwili nie da się tego zrobić.
    .how = Niczego nie zmieniono. Poczekaj minutę i spróbuj ponownie.
api-internal = Czegoś w zapisach nie da się odczytać.
    .how = Niczego nie zmieniono. Poproś osobę, która zajmuje się systemem Holdfast, o uruchomienie polecenia: holdfast verify

## Chronologia.
doc-chronology-lead = Według początku, tak dokładnie, jak wiadomo. Gdzie przez kilka miesięcy nie zapisano pojedynczego zdarzenia, podano, co w tym czasie trwało.
doc-chronology-empty = Niczego jeszcze nie zapisano. Na początek wystarczy miesiąc, pora roku albo rok; nikt nie musi znać dnia.

doc-left-out = Zapisano, ale nie ma tego na rysunku, bo jest sprzeczne z czymś innym, co zapisano: { $list }.
