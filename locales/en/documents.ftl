# Documents: what a printed page and a Word file say beside the facts, and the page they are taken from.

## The first page.
doc-title-map = Pattern map
doc-title-assessment = Assessment
doc-title-chronology = Chronology
doc-title-change = Change over time
doc-title-decisions = Decisions
doc-title-about = { $document }: { $children }
doc-notice = Working copy for the case team. Not for release.
doc-notice-unchecked = It has not been checked for what could reach { $name }. Do not send it, read it out or leave it where { $name } could find it.
doc-notice-unchecked-nobody = It has not been checked for what could reach somebody who causes harm. Do not send it, read it out or leave it lying about.
doc-notice-holds = It holds only what is recorded for the readers named below. Other things may be known. “Not yet asked” means: not in what this copy may hold.
doc-running = { $document }. Working copy for the case team. Not for release.
doc-children = Children:
doc-causes-harm = Causes harm:
doc-protects = Protects:
doc-undetermined = Part not decided:
doc-reference = Reference:
doc-as-of = As known on:
doc-holds = Holds what is recorded for:
doc-page-of = Page { $page } of { $pages }

## Sources.
doc-sources = How each thing is known
doc-sources-lead = A number in brackets leads here. How many sources a statement has says nothing about how true it is.
doc-no-source = No source is given in this copy.
doc-quote = “{ $words }”

## A statement.
doc-when = When: { $when }
doc-through = Through: { $names }
doc-for-whom = For: { $names }
doc-made-possible = What it made possible: { $what }
doc-cost = What it cost: { $what }
doc-obstacle = What stood in the way: { $what }
doc-followed = What followed: { $what }
doc-and-then = { $first } { $then }
doc-band = { $letter }. { $title }
doc-not-known = Not known

## The pattern map.
doc-map-lead = Each behaviour, the ways by which it reaches each child, and what is done in answer. Letters name a behaviour; they do not rank it.
doc-map-empty = No behaviour is recorded yet. The map begins with what is done, not with the incident.
doc-way = By which way
doc-ways = { $title }: what it does to each child
doc-answers = What { $name } does in answer
doc-answers-nobody = What is done in answer
doc-on-care = { $name }’s care
doc-loose = Recorded, and not yet linked to a behaviour
doc-int-how = How they meet
doc-int-whose = Whose, and what
doc-int-what = What is known

## The assessment.
doc-assessment-lead = It begins with what is done and whom it reaches, because what follows cannot be understood without it.
doc-part-pattern = What { $name } does, and whom it reaches
doc-part-pattern-nobody = What is done, and whom it reaches
doc-part-children = What each child lives with
doc-part-efforts = What { $name } does for safety, care and stability
doc-part-efforts-nobody = What is done for safety, care and stability
doc-part-intersections = What is used, what shuts doors, what protects
doc-part-responses = What agencies did, and whether it helped
doc-part-gaps = What has not been asked
doc-reaches = It is known to reach { $children }.
doc-reach-none-seen = Somebody looked and saw no effect yet on { $children }.
doc-reach-open = What it does to { $children } has not been asked.
doc-child-table = What { $child } lives with
doc-child-done = What is done
doc-child-effect = What it does to { $child }
doc-child-answer = What is done for { $child } in answer
doc-to-child = Done to this child
doc-gaps-lead = These are questions for the agencies, not failings of the family.
doc-no-gap = No question stands open in what is recorded.

## Who is who.
doc-who = Who is who
doc-who-name = Name
doc-who-born = Born
doc-who-part = Part in the case
doc-who-related = How related
doc-born-age = { $date } ({ $age })
doc-related-when = { $related } ({ $period })

## The page from which documents are taken.
doc-page-title = Documents
doc-page-lead = Take what is recorded as a document, so that nobody types it twice. Each one is a working copy for the case team. That you took it is written down.
doc-page-holds = What may it hold?
doc-page-always = Always: what is recorded under “{ $label }”.
doc-with-child_voice = Also what is recorded as a child’s own words
doc-with-third_party = Also what protects the person who told us
doc-page-never = Never here: what is kept to { -survivor-possessive } own workers, what is sealed, legal advice, and the team’s own matter.
doc-page-paper = Paper
doc-paper-a4 = A4
doc-paper-letter = Letter
doc-page-word = Word file
doc-page-print = Print page
doc-page-json = For other programs
doc-page-json-why = Each view as JSON, with codes instead of sentences. It shows you what the pages show you.
doc-page-openapi = Description (OpenAPI 3.1)
doc-what-map = Each behaviour, how it reaches each child, and what is done in answer.
doc-what-assessment = The five components in order, each child in turn, and what has not been asked.
doc-what-chronology = What was done and when, its effect on each child, what was done in answer, and how it is known.
doc-what-change = What is said of each behaviour from review to review, what is seen and by whom. Attendance stands apart.
doc-what-decisions = Each question with its answer, what speaks for and against it, and what is missing.
doc-no-decision = No decision is recorded that this document may hold.
doc-print-back = Back to documents
doc-print-back-decision = Back to the decision
doc-print-back-plans = Back to the plans
doc-print-back-change = Back to change over time
doc-print-how = Print it with your browser, on A4 or Letter.

## The JSON interface.
api-not-found = There is nothing here that you can see.
    .how = Check the path. Your cases are at /api/v1/cases; the views of a case are in /api/v1/openapi.json.
api-signed-out = Nobody is signed in.
    .how = Sign in, and send the session cookie with each request.
api-day = The day cannot be read.
    .how = Write as_of as a day between 1900 and 2200, such as 2026-11-24, or leave it out.
api-unavailable = This cannot be done just now.
    .how = Nothing was changed. Wait a minute, then try again.
api-internal = Something in the records cannot be read.
    .how = Nothing was changed. Tell the person who looks after Holdfast to run: holdfast verify

## The chronology.
doc-chronology-lead = In order of when it began, as exactly as is known. Where no single event is recorded for some months, what went on through them is named.
doc-chronology-empty = Nothing is recorded yet. A month, a season or a year is enough to begin; nobody has to know the day.

doc-left-out = Recorded, and not in the drawing because something else that is recorded contradicts it: { $list }.
