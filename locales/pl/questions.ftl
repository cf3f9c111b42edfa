# O co nie zapytano. Każde pytanie jest dla nas, nigdy nie świadczy o zaniedbaniu osoby, której dotyczy.

question-no_children = Których dzieci to dotyczy?
question-nobody_causes_harm = Czyje zachowanie budzi obawy?
question-nobody_protects = Kto chroni dzieci i opiekuje się nimi na co dzień?
question-review_past = { $person }: do roli w tej sprawie miano wrócić, termin: { $date }. Nadal otwarte: { $open }
question-no_behaviour = Co robi { $person }, aby kontrolować lub krzywdzić? Zacznij od tego, co się dzieje, a nie od jednego zdarzenia.
question-other_family = Czego doświadcza { $partner }, gdy jest tam { $person }?
question-earlier_relationships = Jak { $person } postępuje we wcześniejszych związkach lub w innym domu?
question-nothing_towards_children = Co robi { $person } wobec dzieci, przy nich lub za ich pośrednictwem?
question-how_often = „{ $title }”: od kiedy i jak często?
question-force_undetermined = „{ $title }”: czy { $person } kontroluje, stawia opór kontroli, czy kogoś chroni?
question-effect_on_child = „{ $title }”: jak od tego czasu miewa się { $child } i co ktokolwiek widział lub słyszał?
question-effect_on_child-infant = „{ $title }”: jak od tego czasu { $child } śpi, je i się uspokaja i co ktokolwiek widział?
question-by_this_way-direct = „{ $title }”: co dzieci z tego widzą i słyszą albo co spotyka je same?
question-by_this_way-through_care = „{ $title }”: jak zmieniło to dni i noce z dziećmi? { $survivor }
question-by_this_way-through_care-anybody = „{ $title }”: co zmieniło się przez to w opiece nad dziećmi?
question-by_this_way-through_daily_life = „{ $title }”: jak odbija się to na domu, zwykłym tygodniu, szkole i przyjaźniach?
question-nothing_on_child = Jak się miewa { $child }? Czy ktoś o to zapytał i kto spędza czas z tym dzieckiem?
question-answer_to = „{ $title }”: co robi { $survivor }, gdy to się dzieje, przedtem i potem?
question-no_efforts = Co robi { $survivor }, aby dzieci były bezpieczne, zadbane i spokojne?
question-only_yardstick = Oprócz odejścia, policji i zakazów sądowych: co robi { $survivor } każdego dnia?
question-wants_heard_by = Co { $survivor } chce mieć zapisane i kto może o tym usłyszeć?
question-what_it_made_possible = { $survivor }, „{ $act }”: co i dla kogo stało się dzięki temu możliwe?
question-no_intersections = Czy i jak mają w tym udział pieniądze, mieszkanie, zdrowie, używanie substancji, migracja, kultura lub niepełnosprawność?
question-nothing_protects = { $survivor } i dzieci: kto i co je wspiera? Krewni, wiara, przyjaciele, społeczność, jakaś usługa?
question-how_known = „{ $says }”: skąd to wiemy?
question-link_withdrawn = „{ $says }” jest powiązane z wpisem, który wycofano. Z czym powinno być powiązane teraz?

ask-alone = { $person }, bez innych osób
ask-school = przedszkole lub szkoła
ask-health = opieka środowiskowa, położna lub lekarz rodzinny
ask-advocate = osoba wspierająca drugą rodzinę lub z nią pracująca
ask-team = Dla zespołu, na superwizji
ask-and = { $line }; { $next }
ask-safe = Kogo można bezpiecznie zapytać: { $who }
