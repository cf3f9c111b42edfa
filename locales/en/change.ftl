# Change over time: what he says of each behaviour, the harm he states, what is seen, and what stands apart.

nav-change = Change over time
change-title = Change over time
change-lede = For each behaviour: what is said of it, which harm is stated, and what is seen, by whom and for how long. Nothing here says whether anybody has changed. That is for people to judge, from what stands here.
change-empty-title = Nothing about change yet
change-empty-why = A course that was finished says nothing about what happens at home. Here stands what somebody names of their own behaviour, the harm to each child that they state themselves, and conduct that others see over time.
change-empty-example = “I took her keys so that she could not get to work.” Said on 3 March. The school sees him fetch Ola as arranged since April.
change-empty-ask = Ask { $names } about one behaviour that is already known to them. Ask nothing that only one other person could have told you.
change-empty-nobody = First decide who causes harm, with reasons.
change-add-review = Record a review
change-add-evidence = Record what is seen
change-of = { $name }: behaviour by behaviour
change-of-note = The first review and the latest stand side by side. All of them are listed beneath.
change-behaviour = Behaviour
change-seen = What is seen
change-not-in-review = Not spoken of
change-not-usable = Not to be raised yet: it is not known to be safe.
change-harm-not-stated = { $name } has stated no harm to { $names } in any review.
change-states-harm = On { $person }: “{ $words }”
change-ask-seen = What does { $name } do now, and who besides { $name } sees it?
change-rests-on-him = So far only { $name } says so.
change-rests-on = Besides { $name }, so far only { $voices } says so.
change-no-plan = There is no plan for { $name } yet. Without goals, a review can only ask about what is on the map.
change-never-asked = Nobody has asked { $name } about: { $what }.
change-since = New since the last review
change-since-note = Behaviours that came onto the map after it, and that no review has spoken of.
change-systems = Courts, police or agencies are used as tools.
change-reviews = Reviews with { $name }
change-held-by = With: { $names }
change-says-victim = Says to be the one who is harmed: { $words }
change-says-victim-note = It is recorded as said. Who does what to whom stands on the map.
change-says-next = Says what comes next: { $words }
change-untied = Also seen of { $name }
change-untied-note = Not yet tied to a behaviour on the map.
change-apart = Attendance, certificates and remorse of { $name }
change-apart-note = These stand apart. They move nothing above.
change-agency = From: { $agency }

## What he says, and what something is evidence of.
names-names = Names it
names-partly = Names a part of it
names-denies = Says it is not so
names-not_asked = Not asked
evidence-conduct = Acts differently
evidence-repair = Repairs harm
evidence-continues = It goes on
evidence-new_tactic = Something new in its place
evidence-attendance = Attended
evidence-certificate = A certificate or report of completion
evidence-remorse = Remorse or an apology

kind-change_review = Change review
    .one = a review of change
kind-evidence = Evidence of conduct
    .one = what is seen of somebody’s conduct
draft-change-review = A change review
draft-evidence = What is seen of somebody’s conduct

new-change_review-words = What somebody says of their own behaviour, in their words
new-evidence-words = What somebody does now, who sees it, and what they attended

## The form of a review.
form-change_review-title-page = A review of change
form-change_review-lede = One conversation with { -perpetrator } about their own behaviour. Write the words as they were said.
form-change_review-advice = Raise only what is already known to this person or what { -survivor } has agreed to. Other behaviours are not offered here. Before you speak: has { -survivor } been told, and asked what could follow?
form-change_review-person = Whose behaviour is it?
form-change_review-held_by = Who spoke with this person?
form-change_review-held_by_other = Somebody else, one on each line
    .hint = “Facilitator of the programme”.
form-change_review-reviewed_behaviour = Which behaviour?
    .blank = Choose
form-change_review-reviewed_names = Does this person name it as their own?
form-change_review-reviewed_words = In which words?
    .hint = Exactly as it was said, excuses too.
form-change_review-harm = Which harm to { $name } do they state themselves? Their words.
form-change_review-more-title = What else was said
form-change_review-says_victim = Says to be the one who is harmed, in their words
    .hint = Recorded as said. If it is used against { -survivor }, record that as a behaviour, too.
form-change_review-says_next = What they say they will do next, in their words
form-change_review-remark = For the team
    .hint = Never part of a copy that this person gets.
form-change_review-when = When was it?
form-change_review-another = Another behaviour
form-error-reviewed-behaviour = Choose the behaviour these words are about.
form-error-reviewed-names = Say whether this person names it, or that nobody asked.
refusal-missing-change_review-behaviours = Say something of at least one behaviour. “Not asked” is an answer.

## The form of evidence.
form-evidence-title-page = What is seen of somebody’s conduct
form-evidence-lede = What { -perpetrator } does now, seen by somebody. Attendance has its own place and is not change.
form-evidence-person = Whose conduct is it?
form-evidence-of = What is it?
form-error-evidence-of = Choose what it is.
form-evidence-seen = What was seen?
    .hint = What somebody else could see: “fetches Ola at four, as arranged, and leaves”. Read it on from the name.
form-error-evidence-seen = Say what was seen.
form-evidence-behaviours_to = About which behaviour on the map?
    .blank = None of them, or not yet on the map
form-evidence-towards = Towards whom?
form-evidence-agency = From which programme or agency?
form-evidence-when = Since when, and how often?
    .hint = “April 2026 to now, most weeks”.

## One entry.
page-fact-held-by = Held by
page-fact-conduct-of = Conduct of
page-fact-evidence-of = What it is
page-fact-says-victim = Says to be the one who is harmed
page-fact-says-next = Says what comes next

## What goes to a programme, and what is asked back.
exchange-title = For the programme that works with { $name }
exchange-lede = The pattern, the goals and { $name }’s own words. Nothing here was said by anybody else; please ask nothing that goes beyond it.
exchange-empty = Nothing may be said to { $name } yet, so nothing may go to a programme.
exchange-pattern = What is known to be done
exchange-pattern-note = In the wording in which it may be said.
exchange-review = Said in a review: { $when }
exchange-back = What we ask back
exchange-back-note = Attendance alone tells us nothing. Please tell us at once what cannot wait.
exchange-back-words = What { $name } names, denies or leaves out, in the words that were used.
exchange-back-harm = Which harm to each child { $name } states.
exchange-back-conduct = What worries you, and what you see of conduct, not of manners.
exchange-back-absence = Any session missed, on the same day.
exchange-link = What may go to a programme: { $name }
exchange-made = Made only of what may be used with { $name }. What came back is recorded as a review, or as what is seen.
