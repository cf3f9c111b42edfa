# The chronology, its strip, and the months that would look quiet.

chron-title = Chronology
nav-chronology = Chronology
chron-lede = In order: what was done, what it did to each child, what was done in answer, and how each is known.
chron-lede-named = What { $harm } did, what it did to each child, what { $hold } did, and how each is known.
chron-caption = Chronology, oldest first
chron-add = Add what was done
chron-add-effort = Add what protects
chron-head-when = When
chron-head-did = What { $name } did
chron-head-harm = What was done
chron-head-effect = Effect on each child
chron-head-hold = What was done to protect
chron-head-known = How known
chron-year-only = { $year }, month not known
chron-no-date = Date not known
chron-part-span = { $first } to { $last }

chron-quiet = No single event is recorded for this time. That is not a quiet time.
chron-went-on = { $name } went on with this: { $list }.
chron-end-not-asked = Whether { $name } has stopped this has not been asked: { $list }.
chron-going = { $title } ({ $often })
chron-since = Since then, until now

chron-after-0 = In answer, on the same day as { $name } did this: “{ $what }”
chron-after-1 = In answer, the day after { $name } did this: “{ $what }”
chron-after-days = In answer, { $days } days after { $name } did this: “{ $what }”
chron-after = In answer to what { $name } did: “{ $what }”
chron-then-0 = What followed on the same day, from { $name }: “{ $what }”
chron-then-1 = What followed the next day, from { $name }: “{ $what }”
chron-then-days = What followed { $days } days later, from { $name }: “{ $what }”
chron-then = What followed, from { $name }: “{ $what }”
chron-see = { $name }: see { $when }
chron-in-answer-to = In answer to
chron-another-family = In another family: { $names }
chron-not-asked-of = Not yet asked about { $names }
chron-effect-care = { $name }’s care
chron-effect-home = Daily life
chron-no-link = Not yet linked to what was done
chron-where = { $setting }
chron-through = Through { $names }
chron-present = With { $names }.
chron-overhear = Who could overhear: { $what }
chron-interpreter = Interpreter: { $what }
chron-add-to = Add to a chronology

## Filters.
chron-filter = Filter
chron-filter-on = Filter: on
chron-filter-child = Child
chron-every-child = Every child
chron-filter-person = Person
chron-every-person = Everybody
chron-filter-part = What
chron-every-part = Everything
chron-part-harm = What was done
chron-part-effect = Effects
chron-part-hold = What protects
chron-part-agency = What agencies did
chron-filter-source = How known
chron-every-source = Any source
chron-source-seen = Seen by whoever recorded it
chron-source-record = Stands in a record
chron-source-note = Taken from a note
chron-source-told = Said by { $name }
chron-filter-agency = Agency
chron-every-agency = Any agency
chron-filter-from = From
chron-filter-until = Until
chron-filter-date-hint = As “March 2024”, “spring 2024” or “2024”. What goes on through that time is shown as well.
chron-filter-clear = Show everything
chron-filter-wrong = Nothing was left out by this date: { $why }
chron-shown = Shown here: { $list }. This is not the whole chronology.
chron-shown-item = { $name }: { $value }
chron-nothing-fits = Nothing that is recorded fits this filter. That does not mean that nothing happened.

## Going from part to part.
chron-parts = Parts of the chronology
chron-earlier = Earlier: { $span }
chron-later = Later: { $span }
chron-go-to = Go to
chron-part-here = { $span }. Earlier and later parts are on pages of their own.
chron-all = Everything on one page, for printing

## The strip.
strip-show = Show the pattern
strip-note = A working view for the team: it is never printed and never part of a copy for anyone else. Bars are unbroken; months with nothing recorded are no sign of change.
strip-harm-now = What { $name } does goes on without a break from { $from } to now.
strip-harm-until = What { $name } did went on from { $from } to { $until }.
strip-hold-now = { $name } protects the children throughout, from { $from } to now.
strip-hold-until = { $name } protected the children from { $from } to { $until }.
strip-acts = Single acts of { $name } are known in { $dates }.
strip-other-times = at other times
strip-table = The pattern by year
strip-year = Year
strip-more = and more
strip-goes-on = { $title } (goes on)
strip-now = now

## Nothing there yet.
chron-empty-title = Start with the first thing anybody remembers
chron-empty-why = The chronology is made from what is recorded: what was done, what it did to each child and what was done to protect them. A month, a season or a year is enough; nobody has to know the day.
chron-empty-example = For example: “Autumn 2024, Craig: put his hands round Ewa’s neck. Known: told directly by Ewa.”
chron-empty-ask = Whom one could ask safely: { $names }, alone, and without anything being passed on.
chron-empty-ask-nobody = Ask the parent who protects the children, alone, and without anything being passed on.
