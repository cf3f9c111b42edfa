# Views that are told in words: visibility, what agencies did, daily care, use of force, intersections, chronologies put together by hand.

nav-more = More views
nav-next = What happens next
nav-entries = Everything in the file
nav-visibility = Who is visible
nav-responses = What agencies did
nav-care = Daily care
nav-force = Use of force
nav-intersections = Intersections
nav-chronologies = Chronologies for a purpose

told-withdrawn = { $what } (withdrawn)
told-connected = { $what }. Connection made by { $by }
told-connected-words = { $what }. Connection made by { $by }: “{ $words }”
told-part = { $line }, { $next }
told-see-all = See all

## Who is visible.
vis-title = Who is visible in the work
vis-lede = With whom anybody has spoken, what each parent has been asked to do, and who acts in what is recorded. The same questions about each, side by side.
vis-own-team = our own team
vis-nobody = Nobody has spoken with { $name }.
vis-nobody-of =
    { $count ->
        [one] Nobody has spoken with { $name }: not { $agencies }.
       *[other] Nobody in { $count } agencies has spoken with { $name }: { $agencies }.
    }
vis-spoken = These have spoken with { $name }: { $agencies }.
vis-not-by = These have not spoken with { $name }: { $agencies }.
vis-tried = These tried to reach { $name }: { $agencies }.
vis-asked-nothing = Nothing is recorded that any agency has asked of { $name }.
vis-asked-by = These agencies asked something of { $name }, or did something about { $name }: { $agencies }.
vis-double-care = { $name } was asked about daily care, and { $other } was not.
vis-double-concern = There is a worry on record about { $name }’s care, and none about { $other }’s.
vis-double-asked = Agencies have asked things of { $name }, and nothing of { $other }.
vis-side-head = The same questions about each
vis-side-note = An empty place is a question for us, not something that is missing in anybody.
vis-question = Question
vis-row-spoken = Who has spoken with them?
vis-row-tried = Who tried, and what came of it?
vis-row-asked = What have they been asked to do, and by whom?
vis-row-harms = What is recorded that they do to control or harm?
vis-row-protects = What is recorded that they do for safety and care?
vis-row-care = What do they do for the children from day to day?
vis-row-good = What do they do well with the children?
vis-row-concerns = Which worries about their care are recorded?
vis-row-words = Are their own words recorded?
vis-none-spoken = Nobody yet. Record a contact
vis-none-tried = No attempt recorded. Record one
vis-none-asked = Nothing recorded
vis-months-head = Month by month
vis-months-note = Only months in which something was done or recorded. A month that is not here was not a quiet one: nothing was written down.
vis-month = Month
vis-month-spoken = Spoken with by { $what }
vis-month-tried = Tried by { $what }
vis-month-asked = Asked by { $what }
vis-month-recorded = Recorded: { $what }
vis-more = And more, in the chronology and on the pages of their own.
vis-add-contact = Record a contact or an attempt
vis-empty-title = Start with whom anybody has spoken
vis-empty-why = Record every contact and every attempt, with each parent, by every agency. Only then does it show that everybody rings one parent and nobody has ever asked the other.
vis-empty-example = For example: “Police, telephone, no answer, 3 March. Letter to his work address, no answer.”

## What agencies did.
resp-title = What agencies did
resp-lede = Each response, to what it was an answer, and whether it helped: in whose view, in their words. Ours are here too.
resp-timeline = In order
resp-add = Add what an agency did
resp-towards = Towards { $names }
resp-answer-to = In answer to { $what }
resp-used-through = Used for { $what }
resp-judged = { $by }: { $effect }
resp-judged-why = { $said }. “{ $why }”
resp-not-judged = Not yet asked whether it helped
resp-apart = { $agencies } pull in different directions over { $what }.
resp-together = About “{ $what }”, more than one agency did something
resp-together-apart = They are said to have done opposite things: one helped, one gave the pattern more hold. Who will bring them together?
resp-together-note = Do they know of each other?
resp-unanswered = No answer by any agency is recorded
resp-unanswered-note = Has nobody done anything, or has nobody written it down?
resp-unanswered-ask = What did any agency do about this: { $what }?
resp-empty-title = Start with the last time somebody asked for help
resp-empty-why = What agencies do can help, change nothing, or be used by the person who causes harm. Without it, the record shows only what the family did.
resp-empty-example = For example: “Northbridge police used him as interpreter and asked her to leave. In her view it gave him more hold.”

## Daily care.
care-title = Daily care
care-lede = Who does what for the children on an ordinary day. The same questions for every caregiver; good care is recorded of everybody.
care-table = The same questions, side by side
care-table-note = Where one was asked and another was not, the question stands in the empty place.
care-area = Part of the day
care-unasked = Not yet asked about anybody
care-unasked-note = Choose one; the same questions open for every caregiver.
care-concerns = Worries about care
care-concerns-note = What was seen, what it meant for the child, what explains it, and what help is wanted.
care-concern-of = { $name }’s care:
care-does = Does: { $what }
care-decides = Decides: { $what }
care-good = Does well: { $what }
care-changes = What changes when the person who causes harm is there: { $what }
care-disrupted = What got in the way: { $what }
care-because = Because of { $what }
care-effect-not-asked = { $name }: effect not yet asked
care-part = The part of the person who causes harm: { $what }
care-part-not-asked = The part of the person who causes harm has not been asked
care-help = Help wanted: { $what }
care-help-not-asked = What help is wanted has not been asked
care-offered = Help offered: { $what }
care-add = Add a part of the day
care-add-concern = Add a worry about care
care-empty-title = Start with yesterday
care-empty-why = Ask each caregiver about the same ordinary day: who got up, who cooked, who comes at night. Care that works is protection, and care that nobody asked about looks as if it were not there.
care-empty-example = For example: “Night: Ewa gets up. Craig has never been asked.”

## Use of force.
force-title = Use of force by both adults
force-lede = The same questions about both, side by side. Who was arrested, who rang first, who bled and how often are weak signs. This page decides nothing; people decide, with reasons.
force-team-only = For the team only. This page never leaves the team, on paper or otherwise; nothing on it is part of any copy for anyone else.
force-pair = { $one } and { $other }
force-note = Which of them stands first means nothing.
force-acts = What each did to the other
force-acts-note = As recorded on the map
force-about = About { $what }
force-add = Answer a question about one of them
force-empty-title = Only where both adults used force
force-empty-why = When both are said to have used force, ask the same about each of them: fear, effect, intent, rules, history. The answers show who controls whom; a count of blows does not.
force-empty-example = For example, fear: “Sleeps in her clothes with the key in her shoe.”
force-empty-ask = Ask each of them alone, never in each other’s hearing, and pass nothing on.

## Intersections.
inter-title = Intersections
inter-lede = What money, health, migration, racism, drink or disability have to do with the pattern: what is used, what shuts doors, what protects. Never a list of problems side by side.
inter-whose = Whose: { $names }
inter-with = Meets { $what }
inter-add = Add an intersection
inter-empty-title = Start with what is used against somebody, or what protects
inter-empty-why = The same diagnosis, the same debt or the same visa can be caused by the behaviour, used by it, or keep help away. And kin, faith, language and community can protect.
inter-empty-example = For example: “Migration, Ewa: he keeps her passport and says she will be sent back without the children.”

## Chronologies for a purpose.
cur-title = Chronologies for a purpose
cur-lede = Put together by hand beside the automatic one: chosen entries in a chosen order, with what they mean.
cur-automatic = The automatic chronology has everything
cur-purpose = For { $what }
cur-what = What is recorded
cur-analysis = What it means
cur-new = Put one together
cur-add-here = Add to this one
cur-adding = To add: { $what }
cur-adding-new = Start a new one with it
cur-change = Change it
cur-empty-title = Put one together for a meeting, a decision or a court
cur-empty-why = The automatic chronology has everything. For one purpose, choose the entries that matter, put them in the order in which they make sense, and say what each means.
cur-empty-example = For example: “Each time she rang for help, something followed within a week.”

## Each child, beside the pairs.
child-wants = What { $name } wants
child-worse = What would make it worse:
child-living = With whom { $name } lives
child-lives-with = With { $names }
child-lives-alone = With nobody else
child-decided = Decided by { $name }
child-decided-how = Decided by { $name }: { $how }
child-accounts-differ = People say different things.
child-nobody-sure = Nobody is sure.
child-alone = When somebody was with { $name } alone
child-alone-by = { $name }, our own team
child-ask-words = What does { $name } say, in their own words?
child-ask-wants = What does { $name } want, and what would make it worse?
child-ask-living = Where are { $name }’s days and nights?
child-ask-alone = Nobody is recorded to have been with { $name } alone. Record it
child-was-asked = Asked before: { $what }
child-spoken-alone = Spoken alone
child-not-alone = Not spoken alone
child-heard-by = Who may hear it: { $what }
child-taken-back = Taken back, while this was going on: { $what }
child-pressure = Pressure: { $what }
child-seen-alone = Spoken with alone: { $when }, by { $by }.
child-add-words = Add { $name }’s words
child-day-same = The ordinary day: the same questions for every caregiver
child-day = { $name }’s ordinary day

## In the chronology.
chron-contact-reached = Spoke with { $names }
chron-contact-tried = Tried to reach { $names }
chron-lives = Where { $names } live
chron-says-own = { $name }’s own words
chron-step-with = With { $name }: { $what }
