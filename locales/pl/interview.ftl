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
