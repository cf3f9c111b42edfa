# Chronologia, jej pasek i miesiące, które wyglądałyby na spokojne.

chron-title = Chronologia
nav-chronology = Chronologia
chron-lede = Po kolei: co się działo, jakie miało to skutki dla każdego dziecka, co robiono w odpowiedzi i skąd to wiadomo.
chron-lede-named = Co robi { $harm }, jakie ma to skutki dla każdego dziecka, co robi { $hold } i skąd to wiadomo.
chron-caption = Chronologia, od najstarszych zdarzeń
chron-add = Dodaj zachowanie
chron-add-effort = Dodaj to, co chroni
chron-head-when = Kiedy
chron-head-did = Co robi { $name }
chron-head-harm = Co się działo
chron-head-effect = Skutki dla każdego dziecka
chron-head-hold = Co robiono dla ochrony
chron-head-known = Skąd wiadomo
chron-year-only = { $year }, miesiąc nieznany
chron-no-date = Data nieznana
chron-part-span = { $first } – { $last }

chron-quiet = Nie zapisano żadnego pojedynczego zdarzenia z tego czasu. To nie znaczy, że był to czas spokojny.
chron-went-on = { $name }: to zachowanie trwało nadal: { $list }.
chron-end-not-asked = { $name }: nie zapytano, czy to zachowanie ustało: { $list }.
chron-going = { $title } ({ $often })
chron-since = Odtąd, do dziś

chron-after-0 = W odpowiedzi, tego samego dnia. { $name }: „{ $what }”
chron-after-1 = W odpowiedzi, następnego dnia. { $name }: „{ $what }”
chron-after-days = W odpowiedzi, po upływie dni: { $days }. { $name }: „{ $what }”
chron-after = W odpowiedzi na to, co robi { $name }: „{ $what }”
chron-then-0 = Co nastąpiło tego samego dnia. { $name }: „{ $what }”
chron-then-1 = Co nastąpiło następnego dnia. { $name }: „{ $what }”
chron-then-days = Co nastąpiło po upływie dni: { $days }. { $name }: „{ $what }”
chron-then = Co nastąpiło. { $name }: „{ $what }”
chron-see = { $name }: zob. { $when }
chron-in-answer-to = W odpowiedzi na
chron-another-family = W innej rodzinie: { $names }
chron-not-asked-of = Jeszcze nie zapytano: { $names }
chron-effect-care = Opieka: { $name }
chron-effect-home = Codzienne życie
chron-no-link = Jeszcze niepowiązane z zachowaniem
chron-where = { $setting }
chron-through = Poprzez: { $names }
chron-present = Przy tym: { $names }.
chron-overhear = Kto mógł słyszeć: { $what }
chron-interpreter = Tłumaczenie: { $what }
chron-add-to = Dodaj do chronologii

## Filtry.
chron-filter = Filtruj
chron-filter-on = Filtr: włączony
chron-filter-child = Dziecko
chron-every-child = Każde dziecko
chron-filter-person = Osoba
chron-every-person = Wszyscy
chron-filter-part = Co
chron-every-part = Wszystko
chron-part-harm = Zachowania
chron-part-effect = Skutki
chron-part-hold = Co chroni
chron-part-agency = Działania instytucji
chron-filter-source = Skąd wiadomo
chron-every-source = Każde źródło
chron-source-seen = Obserwacja osoby, która dodała wpis
chron-source-record = Z dokumentacji
chron-source-note = Z notatki
chron-source-told = Mówi: { $name }
chron-filter-agency = Instytucja
chron-every-agency = Każda instytucja
chron-filter-from = Od
chron-filter-until = Do
chron-filter-date-hint = Na przykład „marzec 2024”, „wiosna 2024” lub „2024”. Widać także to, co w tym czasie trwa.
chron-filter-clear = Pokaż wszystko
chron-filter-wrong = Ta data niczego nie odfiltrowała: { $why }
chron-shown = Widać tylko: { $list }. To nie jest cała chronologia.
chron-shown-item = { $name }: { $value }
chron-nothing-fits = Żaden wpis nie pasuje do tego filtra. To nie znaczy, że nic się nie działo.

## Przechodzenie między częściami.
chron-parts = Części chronologii
chron-earlier = Wcześniej: { $span }
chron-later = Później: { $span }
chron-go-to = Przejdź do
chron-part-here = { $span }. Wcześniejsze i późniejsze części są na osobnych stronach.
chron-all = Wszystko na jednej stronie, do druku

## Pasek.
strip-show = Pokaż wzorzec
strip-note = Widok roboczy dla zespołu: nigdy nie jest drukowany i nigdy nie wchodzi do kopii dla kogoś innego. Paski są ciągłe; miesiące bez wpisów nie świadczą o zmianie.
strip-harm-now = Co robi { $name }: trwa bez przerwy, { $from } – do dziś.
strip-harm-until = Co robi { $name }: { $from } – { $until }.
strip-hold-now = { $name } chroni dzieci przez cały ten czas: { $from } – do dziś.
strip-hold-until = { $name }: ochrona dzieci, { $from } – { $until }.
strip-acts = { $name }: znane pojedyncze zdarzenia, { $dates }.
strip-other-times = w innym czasie
strip-table = Wzorzec rok po roku
strip-year = Rok
strip-more = i inne
strip-goes-on = { $title } (trwa)
strip-now = dziś

## Gdy nic tu jeszcze nie ma.
chron-empty-title = Zacznij od tego, co ktokolwiek pamięta jako pierwsze
chron-empty-why = Chronologia powstaje z wpisów: co się działo, jakie miało to skutki dla każdego dziecka i co robiono, aby dzieci chronić. Wystarczy miesiąc, pora roku albo rok; nikt nie musi znać dnia.
chron-empty-example = Na przykład: „Jesień 2024, Craig: zaciska ręce na szyi Ewy. Skąd wiadomo: mówi o tym bezpośrednio Ewa”.
chron-empty-ask = Kogo można bezpiecznie zapytać, bez innych osób i bez przekazywania czegokolwiek dalej: { $names }.
chron-empty-ask-nobody = Zapytaj rodzica chroniącego, bez innych osób i bez przekazywania czegokolwiek dalej.
