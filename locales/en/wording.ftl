# The wording check and the suggestions. A colleague who reads along: kind, brief, never about the writer.

wording-findings = Wording to look at
wording-advice = Advice. Nothing here stops you saving, and none of it stays with the finished note.
wording-legend = Wavy: wording to look at. Solid: something that could go on the map. Quoted words are left alone. Everything is listed on this page; F8 goes to the next place, Shift and F8 to the one before.
wording-check = Check wording
wording-paused = Wording check paused: there is no answer just now. What is listed was found before that. The check goes on by itself.
wording-count-empty = Nothing is written yet.
wording-count-unread = This text was not checked.
wording-people-changed = Since you began this note, it has changed who is who in this case. The wording is checked with the people and parts as they are now.
wording-people-now = The people as they are now
wording-unlisted = The first { $most } are listed here, in the order of the text. Those that follow come up as these are dealt with.
wording-count =
    { $findings ->
        [0] { $offers ->
            [0] Nothing to look at in what is written. The check cannot see what was never written down.
            [one] No wording to look at. One thing could go on the map.
           *[other] No wording to look at. { $offers } things could go on the map.
        }
        [one] { $offers ->
            [0] One place to look at.
            [one] One place to look at. One thing could go on the map.
           *[other] One place to look at. { $offers } things could go on the map.
        }
       *[other] { $offers ->
            [0] { $findings } places to look at.
            [one] { $findings } places to look at. One thing could go on the map.
           *[other] { $findings } places to look at. { $offers } things could go on the map.
        }
    }
wording-level-look = worth a look
wording-level-likely = likely to hide or blame
wording-level-clear = hides or blames
wording-soft = put softly: somebody’s part is not decided
wording-ask = Ask:
wording-go = Go to text
wording-insert = Insert this wording
wording-ask-later = Put the question on file
wording-not-relevant = Not relevant here
wording-keep = Keep with a reason
wording-keep-why = Why is it kept?
wording-keep-words = In a few words, if you like
wording-keep-do = Keep the wording
wording-needs-reason = Choose why it is kept. For another reason, say it in a few words.
wording-why = Why this matters
wording-help = More about “{ $name }”
wording-blanks = Still open:
wording-well = Written well
wording-well-line = { $says } “{ $words }”
wording-reason-quotation = It is a quotation
wording-reason-court = These are the court’s words
wording-reason-role = The check has somebody’s part wrong
wording-reason-not_abuse = It is not about abuse
wording-reason-not_relevant = It is not relevant here
wording-reason-other = Another reason
wording-kept = Kept as it is
wording-kept-because = Kept: { $reason }
wording-kept-words = Kept: { $reason }. { $words }
wording-unkeep = Look at it again
wording-copy = The text with its marks

wording-did-check = The wording is checked.
wording-did-keep = Kept as it is, as long as the sentence stays the same.
wording-did-unkeep = Back in the list.
wording-did-aside = Set aside, as long as the sentence stays the same.
wording-did-insert = Inserted behind your sentence. Fill in the blanks, and take out what you no longer need.
wording-at = { "{" }name{ "}" }: { "{" }words{ "}" }
wording-at-none = There is no place to go to.

wording-offers = Found in this note, for the map
wording-offer = { $who }
wording-offer-to = { $who } to { $to }
wording-offer-to-when = { $who } to { $to }, { $when }
wording-offer-for = { $who }, for { $to }
wording-offer-for-when = { $who }, for { $to }, { $when }
wording-offer-when = { $who }, { $when }
wording-voice-author = In your words. Source and label come from this note.
wording-voice-survivor = As the survivor told it. The label comes from this note.
wording-voice-child = As a child told it. A child’s words get the careful label.
wording-voice-perpetrator = As the person who causes harm told it. Look twice at whose account it is.
wording-voice-other = As somebody else told it. Source and label come from this note.
wording-voice-quotation = In quoted words. Source and label come from this note.
wording-take-behaviour = Put on the map as a draft
wording-take-effort = Put among the efforts as a draft
wording-not-behaviour = Not a behaviour
wording-not-effort = Not an effort
wording-there = Already there
wording-on-map = On the map
wording-among-efforts = Among the efforts
wording-note-untitled = being written
wording-note-record = Note: { $title }
wording-question = { $ask } “{ $sentence }”
wording-from-suggestion = Filled in from the note. Look at every line before you record it: only a person can say that it is so.
wording-too-long = This text is too long to be checked at once: the most is some 60 pages. Check it in parts.
wording-too-long-file = The words of this file are too long to be checked at once: the most is some 450 pages. Check it in parts.

rules-title = What the wording check looks for
rules-lede = Each rule has a page: what the words do, why that matters, the question to ask, and what is left alone. It is advice; nothing blocks.
rules-all = All rules
rules-ask = The question to ask
rules-bad = It marks
rules-good = It leaves alone
rules-traps = Not meant by it
rules-gaps = What it is known to miss
rules-counts = How often a rule spoke in the finished notes of the last six months, for the whole team. Nobody can see whose notes they were.
rules-counts-small = Where fewer than five people write notes, no numbers are shown: they would be somebody’s numbers.
rules-count = { $times } times
rules-count-few = a few times
rules-family-agentless_passive = Harm that nobody does
rules-family-nominalised_violence = Violence that comes by itself
rules-family-label_no_behaviour = A label in place of what was done
rules-family-mutualising = One person’s acts shared out between two
rules-family-failure_to_protect = The survivor answers for what was done to the children
rules-family-survivor_blame = The survivor is blamed for being harmed
rules-family-survivor_tasked = The survivor is to stop the harm
rules-family-survivor_pathology = What harm did to somebody becomes a fault of theirs
rules-family-cause_excuse = Something else is made the cause
rules-family-trauma_excuse = The past is made the reason
rules-family-minimising = Made smaller than it was
rules-family-discounting = The survivor is doubted
rules-family-incident_not_pattern = One event in place of a pattern
rules-family-compliance_as_change = Attendance is taken for change
rules-family-double_standard = Two measures for two parents
rules-family-child_witness_only = The child only looks on

check-title = Check a document
check-lede = Paste a letter, a report or a note, or choose its file. It is checked on this server, and nothing of it is stored.
check-text = The text
    .hint = Words only. Tables and pictures are not read.
check-people = Whose names are in it?
    .hint = With a family’s names and parts the check knows who is who. Without, it is careful and sees less.
check-nobody = Nobody’s that I want to name
check-empty = There is nothing to check yet. Paste the text, or choose a file.
check-file = Or a file
check-file-hint = A .txt or .docx file. Of a Word document the words of the body are read, not pictures or comments. If there is text above as well, the file is checked.
check-from = This is about the file “{ $name }”.
check-unlisted = The first { $most } are listed here, in the order of the text. Check the text in parts to see the others.
check-court = It is a paper for the court
check-court-hint = Then “alleges” and its like are left alone, because pleadings may need them.
check-copy-long = The text is too long to be shown here with its marks. Each place is listed with its sentence.
check-offers = What could go on the map
check-offers-how = Nothing of this page is stored. What belongs in a case is written in a note there; from it each goes on the map with its source.

triage-title = Go through old notes
triage-lede = One sentence at a time. Nothing goes on the map unless you put it there, and you can stop at any point: this page comes back to where you were.
triage-unconfirmed = Read in an old note: it stays unconfirmed until somebody has asked a person or found a second record.
triage-adjust = Adjust first
triage-complete = Complete it
triage-skip = Skip for now
triage-end = This is the end of the notes. What you skipped is still there.
triage-none = There are no notes from old records here. Notes that are imported can be gone through on this page.
triage-again = Start again from the first note
notes-suggestions = What could go on the map from this note
notes-triage = Go through old notes

vis-sentences-head = Who acts in the sentences of the notes
vis-sentences-note = Read by the wording check, newest first. Who is never the one who acts has become invisible in the writing, whatever was done.
vis-sentences = Of { $all } sentences: who causes harm acts in { $harm }, who protects in { $hold }, a child in { $child }.
vis-sentences-nobody = Of { $all } sentences: who causes harm acts in { $harm }, who protects in { $hold }, a child in { $child }. In { $nobody }, harm is told and nobody does it.
check-advice = Advice. Only you can see this page, and it is gone when you leave it.
wording-soft-nobody = put softly: it is not said who is who
triage-own = From your own note. Look at every line before you put it on the map.
