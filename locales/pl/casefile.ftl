# Co jest wspólne dla wszystkich stron sprawy. Zdania pasują do każdej płci i każdej liczby osób.

case-about = Kogo dotyczy ta sprawa
behaviour = Zachowanie
paper-team-copy = Kopia dla zespołu prowadzącego sprawę. Nie do wydania: kopię dla kogoś z zewnątrz sporządza się z myślą o tej osobie.
page-as-of = Stan wiedzy na dzień: { $day }.
page-for-whom = Dla kogo: { $names }. { $known }
page-see-all = Zobacz wszystko
page-answer-to = { $name }: odpowiedź na { $letter }
page-what-does = Co robi { $name }
page-what-is-done = Co się dzieje
page-what-protects = Co chroni
page-to-whom = Wobec kogo: { $names }
page-made-possible = Dzięki temu: { $what }
page-recorded-by = Wpis: { $name }, { $when }
page-name-period = { $name }, { $period }
page-says = { $name }: { $what }
