# Szukanie osób i zapisy o tej samej osobie.

found-born = ur. { $date }
found-more = Pasuje więcej osób, niż tu widać. Dodaj drugie imię, nazwisko albo rok urodzenia.
found-too-little = Masz bardzo wiele spraw. Żeby je przeszukać, dodaj drugie imię, nazwisko albo rok urodzenia.

why-same-name = Tak brzmi wpisane imię lub nazwisko.
why-other-order = To wpisane słowa w innej kolejności.
why-also-called = Używa też imienia „{ $name }”.
why-begins = „{ $name }” zaczyna się od „{ $typed }”.
why-stands-for = „{ $typed }” i „{ $name }” mogą być tym samym imieniem.
why-sounds-like = „{ $typed }” brzmi podobnie do „{ $name }”.
why-almost-spelt = „{ $typed }” pisze się prawie tak jak „{ $name }”.
why-same-birthday = Ta sama data urodzenia.
why-same-year = Ten sam rok urodzenia.
why-day-and-month = Ta sama data urodzenia z zamienionym dniem i miesiącem.
why-almost-birthday = Prawie ta sama data urodzenia.
why-almost-year = Prawie ten sam rok urodzenia.

people-same = Zapisane dwa razy?
people-perhaps-twice = Ktoś z tej sprawy może być zapisany dwa razy w sprawach, które widzisz.
people-look-twice = Zobacz oba zapisy

same-title = Zapisane dwa razy?
same-lede = Ta sama osoba może być w dwóch sprawach albo dwa razy w jednej. Stwierdzenie tego nie zmienia żadnego zapisu i nikomu nie pokazuje sprawy; w każdej chwili można je cofnąć. Widzą je tylko ci, którzy widzą oba zapisy.
same-said = Ta sama osoba
same-none-said = O nikim tutaj nie stwierdzono, że dwa zapisy są o tej samej osobie.
same-perhaps = Może ta sama osoba
same-perhaps-lede = Łatwo pomylić imiona i nazwiska. Zanim stwierdzisz, że to ta sama osoba, upewnij się: błąd przypisuje komuś cudzą historię.
same-none-perhaps = W sprawach, które widzisz, nikt inny nie przypomina osoby z tej sprawy.
same-here = w tej sprawie
same-this-case = też w tej sprawie
same-other-case = w sprawie, w której są: { $children }
same-basis = Skąd to wiadomo?
same-basis-told = Powiedziała to ta osoba albo ktoś, kto ją zna
same-basis-papers = Wynika to z dokumentu
same-basis-met = Znam tę osobę z obu spraw
same-do = To ta sama osoba
same-not = To dwie różne osoby
same-part = Cofnij
same-back = Wróć do osób
same-done = Stwierdzono, że oba zapisy są o tej samej osobie.
same-parted = Cofnięto. Oba zapisy są takie, jak były.
same-apart = To dwie różne osoby. Nie będą już proponowane.
same-said-told = { $by }, { $when }: to ta sama osoba, tak powiedziano.
same-said-papers = { $by }, { $when }: to ta sama osoba, wynika to z dokumentu.
same-said-met = { $by }, { $when }: to ta sama osoba, znana z obu spraw.
same-said-taken-back = { $by }, { $when }: cofnięto.
same-said-not = { $by }, { $when }: to dwie różne osoby.

doubt-title = Może zapisane dwa razy
doubt-lede = Ktoś ze sprawy, którą superwizujesz, może być także w innej sprawie. Jeśli nie możesz jej zobaczyć, porozmawiaj z tymi, którzy mogą, zanim ktokolwiek powie coś którejś z rodzin.
doubt-seen = { $name } ze sprawy, w której są: { $children }, to może być ta sama osoba.
doubt-look = Zobacz oba zapisy
doubt-ask = Ta sama osoba może być w sprawie, której nie możesz zobaczyć. Porozmawiaj z: { $people }.
doubt-ask-nobody = Ta sama osoba może być w sprawie, której nie możesz zobaczyć i której nikt teraz nie prowadzi. Porozmawiaj z osobą, która ma klucz.
