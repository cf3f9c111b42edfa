# Strona jednego dziecka.

page-child-harm-head = Skutki dla dziecka: { $name }
page-child-hold-head = { $survivors }: co jest robione dla dziecka ({ $name })
page-child-hold-nobody = Co jest robione dla dziecka: { $name }
page-child-pair = { $name }: jakie skutki ma wzorzec i co jest robione dla tego dziecka
page-child-words = Własnymi słowami: { $name }
page-child-gaps = Jeszcze nie zapytano: { $name }
page-child-add = Dodaj skutek: { $name }
child-add-question = Dodaj pytanie
child-details = Dane tego dziecka
child-empty = Nie zapisano jeszcze, jakie skutki ma wzorzec dla tego dziecka. Napisz, co widziano lub słyszano, kto to widział i kiedy.
page-born = Data urodzenia: { $date }
page-expected = Spodziewane narodziny: { $date }
