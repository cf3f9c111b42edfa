# Finding people, and records of one human being.

found-born = born { $date }
found-more = More people fit than are shown. Add another name or a year of birth.
found-too-little = You have very many cases. Add another name or a year of birth, so that they can be searched.

why-same-name = This is the name you typed.
why-other-order = These are the names you typed, in another order.
why-also-called = Also called “{ $name }”.
why-begins = “{ $name }” begins with “{ $typed }”.
why-stands-for = “{ $typed }” and “{ $name }” can be the same name.
why-sounds-like = “{ $typed }” sounds like “{ $name }”.
why-almost-spelt = “{ $typed }” is spelt almost like “{ $name }”.
why-same-birthday = The same date of birth.
why-same-year = The same year of birth.
why-day-and-month = The same date of birth with day and month the other way round.
why-almost-birthday = Nearly the same date of birth.
why-almost-year = Nearly the same year of birth.

people-same = Recorded twice?
people-perhaps-twice = Somebody here may be recorded twice in the cases you see.
people-look-twice = Look at both records

same-title = Recorded twice?
same-lede = The same person may stand in two cases, or twice in one. Saying so changes neither record and shows nobody a case; you can take it back at any time. Only people who see both records see it.
same-said = The same person
same-none-said = Nobody has said of anybody here that two records are of the same person.
same-perhaps = Perhaps the same person
same-perhaps-lede = Names are mistaken easily. Before you say that two records are of the same person, find out: a wrong one puts somebody’s history on somebody else.
same-none-perhaps = Among the cases you see, nobody else looks like a person in this one.
same-here = in this case
same-this-case = in this case, too
same-other-case = in the case of { $children }
same-basis = How is it known?
same-basis-told = The person said so, or somebody who knows them
same-basis-papers = A paper shows it
same-basis-met = I have met the person in both cases
same-do = It is the same person
same-not = These are two people
same-part = Take this back
same-back = Back to the people
same-done = You have said that these two records are of the same person.
same-parted = This is taken back. Both records are as they were.
same-apart = These are two people. They are not offered again.
same-said-told = { $by } said on { $when } that they are the same person: they were told so.
same-said-papers = { $by } said on { $when } that they are the same person: a paper shows it.
same-said-met = { $by } said on { $when } that they are the same person, having met the person in both cases.
same-said-taken-back = { $by } took it back on { $when }.
same-said-not = { $by } said on { $when } that these are two people.

doubt-title = Perhaps recorded twice
doubt-lede = Somebody in a case you supervise may be in another case as well. Where you may not see the other case, speak with those who can, before anything is said to either family.
doubt-seen = { $name } in the case of { $children } may be the same person.
doubt-look = Look at both records
doubt-ask = The same person may be in a case that you cannot see. Speak with { $people }.
doubt-ask-nobody = The same person may be in a case that you cannot see, and nobody works it now. Speak with the person who holds the key.
