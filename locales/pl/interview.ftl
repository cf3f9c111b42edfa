# Rozmowy: odpowiedzi na pytania narzędzia oraz wyniki narzędzi oceny ryzyka.

## Co odpowiedziano.
interview-quoted = „{ $words }”
interview-care-does = Robi: { $what }
interview-care-decides = Decyduje: { $what }
interview-care-good = Robi dobrze: { $what }
interview-care-changes = Co się zmienia, gdy jest drugi rodzic: { $what }

## Fakty o rozmowie i o wyniku narzędzia.
page-fact-instrument = Pytania
page-fact-interviewed = Rozmówca
page-fact-left-out = Pominięto i dlaczego
page-fact-kept = Zgoda na to, co zostaje zapisane
page-fact-kept-words = Własnymi słowami
page-fact-finished = Zakończona
page-fact-tool = Narzędzie
page-fact-tool-result = Wynik
page-fact-filled-by = Kto wypełnił
page-fact-what-for = Do czego
page-fact-tool-not-known = O co nie pytało albo czego nie było wiadomo

## Okoliczności rozmowy.
form-interview-title-page = Okoliczności rozmowy
form-interview-lede = Z kim, czy na osobności i kto mógł słyszeć. Odpowiedzi zostają bez zmian.
form-interview-with = Z kim?
form-interview-about = O kim?
form-interview-alone = Czy ta osoba była sama podczas rozmowy?
form-interview-could_overhear = Kto mógł słyszeć?
    .hint = „Nikt”, „Craig, w kuchni”.
form-interview-interpreter = Kto tłumaczył?
    .hint = I czy ta osoba zna rodzinę.
form-interview-kept = Czy ta osoba zgodziła się na to, co zostaje zapisane?
form-interview-kept_words = Jej słowami
    .hint = Co ma zostać zapisane, a co nie.
form-interview-label = Kto może to zobaczyć?
form-error-interview-kept = Powiedz, czy ta osoba zgodziła się na zapis, albo pomiń jej słowa.
refusal-missing-interview-with = Wybierz, z kim była rozmowa albo o kim jest.

## Wynik narzędzia oceny ryzyka.
form-tool_result-title-page = Wynik narzędzia oceny ryzyka
form-tool_result-lede = Do czego doszło DASH lub inne narzędzie, z datą i źródłem. Stoi pod mapą, nigdy nad nią: mapa mówi, co robi sprawca, komu i o co nikt nie zapytał.
form-tool_result-about = O kim?
form-tool_result-tool = Jakie narzędzie?
    .hint = Nazwa i rok albo wersja: „DASH 2009”.
form-tool_result-result = Jaki był wynik?
    .hint = Słowami samego narzędzia.
form-tool_result-filled_by = Kto je wypełnił?
    .hint = „Policja w Northbridge, st. post. Osei”.
form-tool_result-what_for = Do czego?
    .hint = Zgłoszenie, narada.
form-tool_result-not_known = O co nie pytało albo czego wtedy nie było wiadomo?
    .hint = „Pytało tylko o ostatnie dwanaście miesięcy.”
form-tool_result-label = Kto może to zobaczyć?
form-error-tool = Powiedz, jakie to było narzędzie.
form-error-tool-result = Powiedz, jaki był wynik, słowami samego narzędzia.
form-error-tool-by = Powiedz, kto je wypełnił.
refusal-missing-tool_result-about = Wybierz co najmniej jedną osobę, której to dotyczy.
new-tool_result-words = Do czego doszło DASH lub inne narzędzie, z datą i źródłem. Pokazywane pod mapą.
draft-tool-result = Wynik narzędzia oceny ryzyka

## Strona rozmów.
interview-title = Rozmowy
interview-lede = Pytania do kogoś, prostymi słowami. Odpowiedzi zostają w zespole i stają się wpisem dopiero wtedy, gdy ktoś je potwierdzi.
interview-begun = Zaczęte i jeszcze nie zapisane. Widzisz je tylko Ty.
interview-begun-line = { $title }, { $name }. Zapisano { $when }.
interview-recorded = Zapisane
interview-none = Nie zapisano jeszcze żadnej rozmowy.
interview-empty-why = Dobre pytania, zadane każdej osobie na osobności, pozwalają poznać wzorzec i wszystko, co się mu przeciwstawia.
interview-empty-example = Pytania o zwykły dzień, te same dla każdego z rodziców, pokazują, o co jednego z nich nikt nie zapytał.
interview-begin = Pytania do kogoś
interview-for-survivor = Dla osoby, która chroni, na osobności
interview-for-perpetrator = Dla osoby, która krzywdzi, na osobności. To, co pokazano jako znane, pochodzi tylko z tego, co można wobec tej osoby wykorzystać.
interview-for-each_adult = Dla każdego dorosłego, na osobności, tymi samymi słowami
interview-for-child = Dla dziecka, według wieku
interview-for-team = Dla zespołu, o kimś
interview-with-whom = Z kim: { $name }.
interview-about-whom = O kim: { $name }.
interview-line-with = { $title }, z kim: { $name }
interview-line-about = { $title }, o kim: { $name }
interview-alone = Na osobności
interview-not-alone = Nie na osobności
interview-overheard = Kto mógł słyszeć: { $what }
interview-interpreted = Kto tłumaczył: { $what }
interview-unfinished = Niezakończona
interview-open = Niektóre odpowiedzi czekają na potwierdzenie
interview-skipped-line = Pominięto: { $why }
interview-kept = Zgoda na to, co zostaje zapisane
interview-not-kept = Brak zgody na to, co zostaje zapisane
interview-go-on = Kontynuuj
interview-confirm-link = Potwierdź, czym stają się odpowiedzi
interview-side-link = Te same pytania obok siebie
interview-side-title = Te same pytania obok siebie
interview-side-lede = Co każdy dorosły odpowiedział na te same pytania. Puste miejsce to pytanie, którego nikt nie zadał.
interview-side-none = Nikogo jeszcze nie zapytano.
interview-side-note = Oczekuj tego samego od każdego. To, o co kogoś nie zapytano, jest pytaniem do nas.
interview-tools = Wyniki narzędzi oceny ryzyka
interview-tools-lede = Do czego doszły narzędzia z innych rąk, z datą i źródłem. Mapa mówi więcej niż każde z nich.
interview-add-result = Dodaj wynik narzędzia oceny ryzyka
tool-result-line = { $tool }: { $result }
tool-result-by = Kto wypełnił: { $by }
tool-result-about = O kim: { $names }
tool-result-for = Do czego: { $what }
tool-result-not-known = Nie zapytano albo nie było wtedy wiadomo: { $what }

## Przechodzenie przez pytania.
interview-before = Zanim zaczniesz
interview-steps = Części
interview-end = Zakończenie
interview-end-lede = Jak to przebiegło. Od tego zależy, ile warta jest odpowiedź. Potem zapisz; czym stają się odpowiedzi, potwierdza się później, po kolei.
interview-save-go-on = Zapisz i dalej
interview-save-end = Zapisz i przejdź do końca
interview-finish = Zapisz jako zakończoną
interview-record-part = Zapisz dotychczasowe, dokończ później
interview-came = Po tych odpowiedziach doszły tu kolejne pytania. Są zaznaczone.
interview-known = Już w aktach. Nie trzeba pytać ponownie:
interview-follow-ups = Możesz pytać dalej
interview-leave-out = Pomiń
interview-left-out = Dlaczego pominięto: { $question }
interview-left-out-hint = „Craig wrócił do domu.” „Nie chciała dziś o tym mówić.”
interview-quote-hint = Słowami tej osoby.
interview-quote-language = W jakim języku, jeśli w innym
interview-number-hint = Liczba.
interview-date-hint = Tak dokładnie, jak wiadomo: „maj 2024”, „wiosna 2023”.
interview-asked-before = Zapytano tymi słowami: { $words }
interview-earlier = Odpowiedzi z wcześniej. Tych pytań już tu nie ma; odpowiedzi zostają.
interview-the-child = dziecko
interview-each-child = każde dziecko
interview-reason-went-on = Kontynuowano rozmowę
interview-reason-confirmed = Odpowiedź potwierdzono jako wpis
interview-reason-left = Odpowiedź przejrzano i zostaje odpowiedzią
form-interview-when = Kiedy to było?
draft-interview = Rozmowa

## Potwierdzanie, czym stają się odpowiedzi.
interview-confirm-title = Czym staje się odpowiedź
interview-becomes = Może stać się wpisem: { $kind }. Potwierdź, najpierw zmień albo zostaw jako odpowiedź.
interview-more-after = Po niej są następne.
interview-confirm = Potwierdź i dalej
interview-leave = Zostaw jako odpowiedź
interview-confirm-later = Wróć do rozmowy; reszta może poczekać

## Papier.
interview-paper-blank = Pusty druk
interview-paper-known = Druk z tym, co wiadomo
interview-paper-carry = Bezpieczny do noszenia
interview-paper-back = Wróć
interview-paper-carry-how = Tylko hasła, pod neutralną nazwą: nic na nim nie mówi, czym jest. Wydrukuj z przeglądarki, bez nagłówków i stopek.
interview-paper-warning = Do biura. Widać, o co się pyta: nie zabieraj na wizytę i nikomu nie zostawiaj.

## Zestawy pytań.
sets-title = Zestawy pytań
sets-lede = Te, które są w Holdfast, i te Twojej instytucji. Rozmowy zachowują słowa, którymi zadano każde pytanie.
sets-version = Wersja { $version }
sets-bring = Wprowadź zestaw pytań
sets-bring-how = Plik Excela w postaci XLSForm, z arkuszami survey, choices i settings. Błędy wskazane są według arkusza i wiersza, a nic z takiego pliku nie zostaje. Kolumna holdfast_goes_to mówi, dokąd trafia odpowiedź; holdfast_cue, co stoi na druku bezpiecznym do noszenia.
sets-whom = Dla kogo?
sets-whom-hint = Zostaw, jeśli plik sam to mówi.
sets-whom-file = Jak mówi plik
sets-file = Plik Excela (.xlsx)
sets-send = Wprowadź
sets-who-may = Pytania wprowadza osoba nadzorująca albo administrator.
sets-code-is-ours = Zestaw z Holdfast ma to samo form_id. Nadaj swojemu inne i wprowadź ponownie.
sets-at = Arkusz { $sheet }, { $place }: { $what }
sets-fault-no-survey = Nie ma arkusza „survey”. XLSForm ma arkusze survey, choices i settings: sprawdź nazwy arkuszy.
sets-fault-no-id = Arkusz settings nie ma form_id ani form_title. Wpisz krótką nazwę do form_id: po niej zestaw jest rozpoznawany.
sets-fault-for-whom = Nic nie mówi, dla kogo to jest. Wybierz albo wpisz survivor, perpetrator, each_adult, child lub team do kolumny holdfast_for w settings.
sets-fault-no-column = W pierwszym wierszu nie ma kolumny „{ $name }”. Dodaj ją.
sets-fault-empty = Nie ma w nim żadnego pytania.
sets-fault-no-type = Ten wiersz ma nazwę, a nie ma typu. Wpisz go albo opróżnij wiersz.
sets-fault-type = „{ $type }” nie można tu zapytać. Użyj text, integer, date, select_one, select_multiple lub note albo usuń wiersz.
sets-fault-repeat = Powtarzających się pytań nie można tu zadawać. Usuń powtórzenie albo zrób wiersz dla każdego razu.
sets-fault-group-end = Tu kończy się grupa, która się nie zaczęła. Usuń wiersz albo dodaj jej początek.
sets-fault-group-open = Tu zaczyna się grupa, która się nie kończy. Dodaj end_group po jej ostatnim pytaniu.
sets-fault-no-list = W arkuszu choices nie ma listy „{ $list }”. Dodaj ją albo sprawdź nazwę.
sets-fault-name = Brakuje nazwy albo nie ma w niej nic, co nazwa może mieć. Wpisz litery, cyfry i podkreślenia.
sets-fault-twice = „{ $name }” jest dwa razy. Nadaj jednemu inną nazwę.
sets-fault-label = Pytanie nie ma etykiety. Wpisz słowa, którymi się pyta.
sets-fault-relevant = Warunku nie można odczytać przy „{ $at }”. Użyj {"${pytanie}"} = 'odpowiedź', selected(), liczb z < lub >, and, or, not().
sets-fault-no-such-question = Zależy od „{ $name }”, a takiego pytania nie ma. Sprawdź nazwę.
sets-fault-no-such-answer = Czeka na odpowiedź „{ $answer }” na „{ $name }”, które jej nie daje. Sprawdź nazwę odpowiedzi.
sets-fault-circle = Te pytania czekają na siebie nawzajem, więc żadne nigdy nie zostanie zadane: { $path }. Usuń jeden z warunków.
sets-fault-asked-later = Zależy od „{ $name }”, które jest zadawane po nim. Przesuń jedno z nich.
sets-fault-no-choices = Nie ma z czego wybierać. Dodaj odpowiedzi do listy.
sets-fault-choice-name = Odpowiedź potrzebuje list_name i name.
sets-fault-choice-twice = Odpowiedź „{ $name }” jest na liście dwa razy. Usuń jedną.
sets-fault-goes-to = Nie można odczytać, dokąd trafia odpowiedź: { $why }.
sets-fault-other = { $what }
sets-remark-device = „{ $type }” dotyczy urządzenia i zostało pominięte.
sets-remark-calculate = „{ $name }” jest wyliczane, a nie zadawane; pominięto.
sets-remark-constraint = Jego ograniczenie pominięto: odpowiedź zostaje taka, jaką dano.
