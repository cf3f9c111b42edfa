# Forms of the kinds of entry around the pattern: where people live, their own words, care, contacts, agencies, safety at work.

form-yes = Yes
form-no = No
form-behaviours-more-title = Who makes this connection, and other behaviours

## Where somebody lives.
form-living_arrangement-title-page = Where somebody lives, and with whom
form-living_arrangement-lede = Days and nights, not addresses. A child with two homes has one of these for each. Brothers, sisters and twins can share one.
form-living_arrangement-who = Whose days and nights are these?
form-living_arrangement-with = With whom?
form-living_arrangement-with_other = Somebody else, one on each line
    .hint = “Her aunt in town”.
form-living_arrangement-household = In which household?
    .blank = None of them, or not yet recorded
form-living_arrangement-sure = How sure is anybody?
form-living_arrangement-not_clear = What is not clear?
    .hint = What each person says, and who could know.
form-living_arrangement-days = Which days and nights?
    .hint = “Fridays after school until Sunday at six”.
form-living_arrangement-decided_by = Who decided that it is so?
    .blank = Not said yet
form-living_arrangement-decided_by_other = Who, in words
    .hint = “The family court”.
form-living_arrangement-decided_how = How was it decided?
    .hint = An order, an agreement, keys that were changed.
form-living_arrangement-when = From when until when?
    .hint = “Spring 2026 to now”, “2014 to 2026”. Leave it empty if nobody knows.
form-living_arrangement-label = Who may see it?
    .blank = As suggested: case professionals. Choose “sealed” where it tells where somebody is safe

## How to reach somebody.
form-contact_detail-title-page = How to reach somebody safely
form-contact_detail-lede = An address, a number, a school. It is kept apart from everything else in the file, and how it is safe belongs to it.
form-contact_detail-advice = This will be sealed: only those who need it to keep somebody safe can open it, and it never goes into a paper. You can choose otherwise below.
form-contact_detail-whose = Whose is it?
form-contact_detail-detail_kind = What is it?
    .blank = Choose
form-contact_detail-detail = The address, number, name or way
form-contact_detail-safely = How and when is it safe?
    .hint = “Text only, between nine and three”.
form-contact_detail-never = What must not be done?
    .hint = “Never leave a message”.
form-contact_detail-known_to_harm = Does { -perpetrator } know it?
form-contact_detail-when = From when until when?
    .hint = “Spring 2026 to now”. Leave it empty if nobody knows.
form-contact_detail-label = Who may see it?
    .blank = As suggested: sealed

## Somebody’s own words.
form-voice-title-page = In somebody’s own words
form-voice-lede = A child, { -survivor }, kin, or { -perpetrator }. As exactly as it was said, signed or drawn. What it means comes later.
form-voice-advice = A child’s words stay with those who work with the child, unless you choose otherwise below.
form-voice-whose = Whose words?
    .blank = Choose
form-voice-said = What was said?
    .hint = In the language it was said in. For a drawing or a game: what was shown.
form-voice-wants = What does this person want?
    .hint = “That he does not come to school.”
form-voice-worse = What would make it worse?
    .hint = “If you ring him, he will come.”
form-voice-alone = Was this person spoken with alone?
    .blank = Not known
form-voice-asked = What was asked just before?
    .hint = So that a reader knows whose idea it was.
form-voice-wants_heard_by = Who should hear it, and who must not?
form-voice-language = In which language?
    .hint = For example “pl”. Leave it empty if it is the language of this file.
form-voice-about = What is it about?
form-voice-takes_back-title = Something said before is taken back
form-voice-takes_back-hint = It happens, and it is rarely because it was not so. The earlier words stand. First say what was going on.
form-voice-takes_back_context = What was going on around it?
    .hint = Who had come, what was threatened, what it would have cost to stand by it.
form-voice-takes_back_entry = What is taken back?
    .blank = Choose
form-pressure_to = Which behaviour put the pressure on?
    .blank = None recorded yet
form-voice-label = Who may see it?
    .blank = As suggested: a child’s words with those who work with the child, others with case professionals

## Daily care.
form-daily_care-title-page = Who does what for the children
form-daily_care-lede = One area of daily life, and the same questions about each adult. Good care is written down of everybody.
form-daily_care-area = Which area of daily life?
    .blank = Choose
form-daily_care-children = For which children?
form-daily_care-carer = About whom?
    .blank = Choose
form-daily_care-somebody = this person
form-disrupted_by_to = Which behaviour got in the way?
    .blank = None, or not yet
form-daily_care-when = When was it so?
    .hint = “Most days, 2024 to now”. Leave it empty if nobody knows.

## Care concern.
form-care_concern-title-page = A concern about somebody’s care
form-care_concern-lede = What was seen, without adjectives, and what it did to which child. Then what part { -perpetrator } has in it, and what help is wanted.
form-care_concern-carer = Whose care is it about?
    .blank = Choose
form-care_concern-seen = What was seen or heard?
    .hint = “No breakfast on three mornings this week”, not “neglect”.
form-children_child = Which child?
    .blank = Choose
form-children_effect = What was seen of this child?
form-care_concern-children-title = Another child
form-care_concern-part = What part does { -perpetrator } have in it?
    .hint = “He keeps the bank card, there was no food in the house.” Has anybody asked?
form-care_concern-behaviours_to = Which behaviour is that?
    .blank = None recorded yet
form-care_concern-help_wanted = What help is wanted?
    .hint = As the person whose care it is about says it.
form-care_concern-help_offered = What help was offered, by whom, and what came of it?

## Use of force.
form-use_of_force-title-page = Both adults used force
form-use_of_force-lede = The same questions about each of them. Who is bigger, who was hurt and who called first decide nothing. Neither does this page.
form-use_of_force-advice = This stays with the team for good. It never goes into a paper and is never shared. What is left open counts as not yet asked.
form-use_of_force-person = About whom?
    .blank = Choose
form-use_of_force-towards = And the other adult?
    .blank = Choose
form-use_of_force-about = About { $name }
form-use_of_force-somebody = this person
form-use_of_force-behaviours_to = Which act on the map is it about?
    .blank = None, or several
form-use_of_force-label = Who may see it?

## Contact.
form-contact-title-page = A contact, or an attempt
form-contact-lede = With anybody, by any agency. Attempts count: that nobody has spoken with somebody is only known if they are written down.
form-contact-with = With whom?
form-contact-with_other = Somebody else, one on each line
    .hint = “The duty sergeant”.
form-contact-means = How?
    .blank = Choose
form-contact-outcome = What came of it?
    .blank = Choose
form-contact-what = What was said, or why did it fail?
form-contact-safe-title = Was it safe?
form-contact-safe-hint = Before anybody speaks with { -perpetrator }, { -survivor } is told; afterwards { -survivor } is asked what followed. These answers never leave the team.
form-contact-warned_before = Was { -survivor } told before?
    .blank = Not said yet
form-contact-warned_before_said = What did { -survivor } say to it?
form-contact-asked_after = Was { -survivor } asked afterwards what followed?
    .blank = Not said yet
form-contact-asked_after_said = What followed?
form-contact-could_overhear = Who could overhear?
    .hint = “Nobody”, “Craig, in the kitchen”.
form-contact-seen_alone = Who was spoken with alone?
form-contact-interpreter-title = Interpreter
form-contact-interpreter-hint = Whose interpreter it was decides what could be said.
form-contact-interpreter = Who interpreted?
    .blank = Nobody, or not said
form-contact-interpreter_other = Who, in words
    .hint = “From the agency”, “his cousin”.
form-contact-interpreter_independent = Is this person independent of the family?
    .blank = Nobody asked
form-contact-interpreter_remark = Who arranged it, and whom does this person know?
form-contact-purpose = What was it for?
form-contact-agency = Which agency?
    .hint = Leave it empty for our own.
form-contact-sector = What kind of agency?
    .blank = Our own, or not said
form-contact-when = When
    .hint = “Today, 14:10”, “17 November 2026”.

## Attempts, logged quickly.
attempt-title = Somebody could not be reached
attempt-lede = One press writes it down, with the time as it is now. Detail can come later.
attempt-button = { $means }: { $outcome }
attempt-about = Tried to reach { $name }
attempt-other = With somebody else, or with more detail
attempt-nobody = Nobody is recorded in this file yet.

## Step of partnering.
form-partnering_step-title-page = A step of partnering
form-partnering_step-lede = What you did. Not whether somebody “engaged”.
form-partnering_step-partner = With whom?
    .blank = Choose
form-partnering_step-step = Which step?
form-partnering_step-done = What did you do?
    .hint = “Told her what I wrote about the school runs, and asked what was missing”.
form-partnering_step-answer = What did this person say to it?
    .hint = Also what should be done differently.
form-partnering_step-about = What was it about?

## System response.
form-system_response-title-page = What an agency did
form-system_response-lede = Or left undone. Ours too. Two people may see differently what came of it; both stand.
form-system_response-agency = Which agency?
    .hint = “Northbridge police”.
form-system_response-sector = What kind of agency?
    .blank = Choose
form-system_response-did = What did it do, or leave undone?
    .hint = It reads on from the agency: “closed the case after one call to him”.
form-system_response-towards = Towards whom?
form-system_response-effects-title = What came of it, and in whose view
form-system_response-effects-hint = Ask those it was meant to help.
form-effects_effect = What did it do?
form-effects_by = In whose view?
    .blank = Choose
form-effects_by_other = Who, in words
form-effects_why = Why, in their words
form-system_response-followed-title = What followed
form-system_response-followed = What followed?
    .hint = “He rang immigration the next day.”
form-system_response-followed_behaviour = Is that a behaviour on the map?
    .blank = No, or not yet
form-system_response-behaviours-title = Which behaviours it answered
form-system_response-behaviours-hint = And who makes the connection.
form-system_response-efforts-title = Which efforts it answered
form-system_response-efforts-hint = “She rang them on Sunday night.” Every agency was somebody’s effort first.
form-system_response-used_through-title = Behaviours it was used for
form-system_response-used_through-hint = A check that { -perpetrator } asked for, an order that is quoted.

## Worker safety.
form-worker_safety-title-page = What somebody about to visit must know
form-worker_safety-lede = It is shown to the team on every page of this family, and before a visit, until the day you give.
form-worker_safety-advice = This stays with the team. It is never part of a paper, and nobody outside ever sees it.
form-worker_safety-about = About whom?
form-worker_safety-know = What must they know?
    .hint = What was done, not what somebody is like: “Follows workers to their cars”.
form-worker_safety-todo = What should they do?
    .hint = “Go in pairs, park on the main road”.
form-worker_safety-until = Until when does it hold?
    .hint = A day. Leave it empty if it holds until somebody withdraws it.
form-worker_safety-behaviours-title = Behaviours on the map it comes from
form-worker_safety-label = Who may see it?

## Chronology.
form-chronology-title-page = A chronology for a purpose
form-chronology-lede = Choose entries and their order, and say what they mean together. The entries stay as they are.
form-chronology-title = What to call it
form-chronology-purpose = What is it for?
    .hint = Which meeting, which decision, which court.
form-chronology-lines-title = In this order
form-chronology-lines-hint = Give a line another number to move it. Numbers between two others go between them.
form-lines_place = Place
form-lines_analysis = What does it mean?
    .hint = One sentence, as you see it. It goes where the entry goes.
form-lines_out = Leave it out
form-chronology-out = Leave this entry out
form-chronology-add = Put into it
form-chronology-put-in = Put these in and arrange

## What is to be mended.
form-error-detail_kind = Choose what it is
form-error-detail = Write the address, the number, the name or the way
form-error-voice-whose = Choose whose words these are
form-error-said = Write what was said
form-error-takes_back-context = Say what was going on around it, before what was taken back
form-error-takes_back-entry = Choose what is taken back
form-error-care-area = Choose an area of daily life
form-error-carer = Choose whose care it is about
form-error-which-child = Choose which child this was seen of
form-error-means = Choose how
form-error-outcome = Choose what came of it
form-error-yes-or-no = Choose yes or no
form-error-interpreter = Say who interpreted
form-error-partner = Choose with whom
form-error-step = Choose which step it was
form-error-done = Say what you did
form-error-agency = Write which agency
form-error-sector = Choose what kind of agency
form-error-did = Say what it did, or left undone
form-error-whose-view = Say in whose view
form-error-effect = Choose what it did
form-error-know = Say what somebody about to visit must know
form-error-chronology-title = Write what to call it
form-error-chronology-purpose = Say what it is for

## What do you want to record?
new-title = What do you want to record?
new-lede = Start where you know something. Detail can come later, and nothing is seen by others until you record it.
new-visit-words = A visit or a call: once, with everything that was learned in it.
new-group-pattern = What was done, and what it did
new-group-words = In somebody’s own words
new-group-care = Care and safety
new-group-people = Who is who, and where
new-group-work = Our own work, and other agencies
new-behaviour-words = What somebody does to control or harm: an act, a rule, something left undone.
new-impact-words = What it did to a child, to somebody’s care, or to daily life. Also that nothing is seen yet.
new-use_of_force-words = Both adults used force: the same questions about each. It stays with the team.
new-intersection-words = What is used against somebody, what shuts doors, what protects: papers, money, race, illness, faith.
new-voice-words = What a child, a parent or kin said, wants, and fears. Also when something is taken back.
new-note-words = In your own words. It stays yours until it is final.
new-unknown-words = A question nobody has asked yet, and who could safely be asked.
new-effort-words = What somebody does for safety, care and stability. Far more than leaving or calling the police.
new-daily_care-words = Who does what for the children, day by day. The same questions about each parent.
new-care_concern-words = A worry about anybody’s care, what explains it, and what help is wanted.
new-person-words = Somebody in this family, or who works with it.
new-relationship-words = Who is what to whom, and since when.
new-household-words = Who lives together.
new-living_arrangement-words = Where a child’s days and nights are. Two homes, or nobody is sure.
new-contact_detail-words = An address, a number, a school, and how it is safe. Sealed.
new-role_decision-words = Who causes harm, who protects, or that it is not decided.
new-contact-words = A call, a letter, a meeting, by us or another agency. Attempts that failed too.
new-partnering_step-words = What you did together with the person who protects the children.
new-system_response-words = What an agency did or left undone, and whether it helped.
new-worker_safety-words = What somebody about to visit must know. It stays with the team.
new-chronology-words = Entries chosen and put in order for a meeting, a decision or a court.
new-link = Record something
warning-title = Before you visit
warning-until = Holds until { $day }.
warning-about = About { $names }.
new-document = Attach a document
new-document-words = A letter, a report, a photo of a drawing. The file is kept encrypted and never changes.
form-stays-with-team = This stays with the team for good. Who may see it cannot be changed.
