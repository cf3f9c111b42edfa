# What all pages of a case share. Sentences read well for any gender and any number of people.

case-about = Who this case is about
behaviour = Behaviour
paper-team-copy = Case team copy. Not for release: a copy for anyone outside is made for that reader.
page-as-of = As known on { $day }.
page-for-whom = For { $names }. { $known }
page-see-all = See all
page-answer-to = { $name }’s answer to { $letter }
page-what-does = What { $name } does
page-what-is-done = What is done
page-what-protects = What protects
page-to-whom = To { $names }
page-made-possible = Made possible: { $what }
page-recorded-by = Recorded by { $name }, { $when }
page-name-period = { $name }, { $period }
page-says = { $name }: { $what }
