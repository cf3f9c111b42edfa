# Interviews: answers to the questions of an instrument, and the results of risk tools.

## What was answered.
interview-quoted = “{ $words }”
interview-care-does = Does: { $what }
interview-care-decides = Decides: { $what }
interview-care-good = Does well: { $what }
interview-care-changes = What changes when the other parent is there: { $what }

## The facts of an interview and of a tool’s result.
page-fact-instrument = Questions
page-fact-interviewed = Spoke with
page-fact-left-out = Left out, and why
page-fact-kept = Agreed to what is kept
page-fact-kept-words = In their words
page-fact-finished = Finished
page-fact-tool = Tool
page-fact-tool-result = What it came to
page-fact-filled-by = Filled in by
page-fact-what-for = For what
page-fact-tool-not-known = What it did not ask, or what was not known

## The circumstances of an interview.
form-interview-title-page = The circumstances of the interview
form-interview-lede = With whom, whether alone, and who could overhear. The answers stay as they are.
form-interview-with = With whom?
form-interview-about = About whom?
form-interview-alone = Was the person spoken with alone?
form-interview-could_overhear = Who could overhear?
    .hint = “Nobody”, “Craig, in the kitchen”.
form-interview-interpreter = Who interpreted?
    .hint = And whether that person knows the family.
form-interview-kept = Did the person agree to what is kept?
form-interview-kept_words = In their words
    .hint = What they want kept, and what they do not.
form-interview-label = Who may see it?
form-error-interview-kept = Say whether the person agreed to what is kept, or leave their words out.
refusal-missing-interview-with = Choose with whom it was, or whom it is about.

## The result of a risk tool.
form-tool_result-title-page = Result of a risk tool
form-tool_result-lede = What DASH or another tool came to, with date and source. It stands beneath the map and never above it: the map says what he does, to whom, and what nobody has asked.
form-tool_result-about = About whom?
form-tool_result-tool = Which tool?
    .hint = Its name and year or version: “DASH 2009”.
form-tool_result-result = What did it come to?
    .hint = In the tool’s own words.
form-tool_result-filled_by = Who filled it in?
    .hint = “Northbridge police, PC Osei”.
form-tool_result-what_for = For what?
    .hint = A referral, a conference.
form-tool_result-not_known = What did it not ask, or what was not known then?
    .hint = “It asked about the last twelve months only.”
form-tool_result-label = Who may see it?
form-error-tool = Say which tool it was.
form-error-tool-result = Say what it came to, in the tool’s own words.
form-error-tool-by = Say who filled it in.
refusal-missing-tool_result-about = Choose at least one person it is about.
new-tool_result-words = What DASH or another tool came to, with date and source. Shown beneath the map.
draft-tool-result = Result of a risk tool

## The page of interviews.
interview-title = Interviews
interview-lede = Questions for somebody, in plain words. What is answered stays with the team and becomes an entry only when somebody confirms it.
interview-begun = Begun, and not recorded yet. Only you can see these.
interview-begun-line = { $title }, { $name }. Saved { $when }.
interview-recorded = Recorded
interview-none = No interview is recorded yet.
interview-empty-why = Good questions, put to each person alone, are how a pattern and everything that is done against it come to be known.
interview-empty-example = Questions about an ordinary day, the same for each parent, show what nobody had asked one of them.
interview-begin = Questions for somebody
interview-for-survivor = For the person who protects, alone
interview-for-perpetrator = For the person who causes harm, alone. What is shown as known comes only from what may be used with this person.
interview-for-each_adult = For each adult, alone, in the same words
interview-for-child = For a child, by age
interview-for-team = For the team, about somebody
interview-with-whom = With { $name }.
interview-about-whom = About { $name }.
interview-line-with = { $title }, with { $name }
interview-line-about = { $title }, about { $name }
interview-alone = Alone
interview-not-alone = Not alone
interview-overheard = Who could overhear: { $what }
interview-interpreted = Who interpreted: { $what }
interview-unfinished = Not finished
interview-open = Some answers wait to be confirmed
interview-skipped-line = Left out: { $why }
interview-kept = Agreed to what is kept
interview-not-kept = Did not agree to what is kept
interview-go-on = Go on with it
interview-confirm-link = Confirm what the answers become
interview-side-link = The same questions, side by side
interview-side-title = The same questions, side by side
interview-side-lede = What each adult said to the same questions. An empty place is a question that nobody has put.
interview-side-none = Nobody has been asked yet.
interview-side-note = Expect the same of each. What was not asked of one is a question for us.
interview-tools = Results of risk tools
interview-tools-lede = What tools of other hands came to, with date and source. The map says more than any of them.
interview-add-result = Add the result of a risk tool
tool-result-line = { $tool }: { $result }
tool-result-by = Filled in by { $by }
tool-result-about = About { $names }
tool-result-for = For: { $what }
tool-result-not-known = Not asked, or not known then: { $what }

## Going through the questions.
interview-before = Before you begin
interview-steps = Sections
interview-end = Finish
interview-end-lede = How it was done. It says what an answer is worth. Then record it; what the answers become is confirmed after that, one by one.
interview-save-go-on = Save and go on
interview-save-end = Save and finish
interview-finish = Record, finished
interview-record-part = Record so far, to be finished later
interview-came = With what you answered, more questions came to this part. They are marked.
interview-known = In the file already. You need not ask it again:
interview-follow-ups = You could go on with
interview-leave-out = Leave it out
interview-left-out = Why it is left out: { $question }
interview-left-out-hint = “Craig came home.” “She did not want to speak of it today.”
interview-quote-hint = In the person’s own words.
interview-quote-language = Said in which language, where it was another
interview-number-hint = A number.
interview-date-hint = As exactly as it is known: “May 2024”, “spring 2023”.
interview-asked-before = It was asked in these words: { $words }
interview-earlier = Answered earlier. These questions are no longer part of it; the answers stay.
interview-the-child = the child
interview-each-child = each child
interview-reason-went-on = Went on with the interview
interview-reason-confirmed = An answer was confirmed as an entry
interview-reason-left = An answer was looked at and stays an answer
form-interview-when = When was it?
draft-interview = Interview

## Confirming what answers become.
interview-confirm-title = What the answer becomes
interview-becomes = It could become { $kind }. Confirm it, change it first, or leave it as an answer.
interview-more-after = More answers come after this one.
interview-confirm = Confirm and go on
interview-leave = Leave it as an answer
interview-confirm-later = Back to the interview; the rest can wait

## Paper.
interview-paper-blank = Blank on paper
interview-paper-known = On paper, with what is known
interview-paper-carry = Safe to carry
interview-paper-back = Back
interview-paper-carry-how = Cues only, under a neutral name: nothing on it tells what it is. Print it from the browser, without headers and footers.
interview-paper-warning = For the office. It tells what is asked: do not take it to a visit, and do not leave it with anybody.

## Sets of questions.
sets-title = Sets of questions
sets-lede = Those that come with Holdfast, and those of your agency. Interviews keep the words in which each question was asked.
sets-version = Version { $version }
sets-bring = Bring in a set of questions
sets-bring-how = An Excel file in the form of an XLSForm, with the sheets survey, choices and settings. What is wrong is named by sheet and row, and nothing of such a file is kept. A column holdfast_goes_to says where an answer goes; holdfast_cue what stands on the paper that is safe to carry.
sets-whom = For whom is it?
sets-whom-hint = Leave it if the file says so itself.
sets-whom-file = As the file says
sets-file = Excel file (.xlsx)
sets-send = Bring it in
sets-who-may = A supervisor or an administrator brings questions in.
sets-code-is-ours = A set that comes with Holdfast has this form_id. Give yours another one, and bring it in again.
sets-at = Sheet { $sheet }, { $place }: { $what }
sets-fault-no-survey = There is no sheet “survey”. An XLSForm has the sheets survey, choices and settings: check the names of the sheets.
sets-fault-no-id = The sheet settings has neither form_id nor form_title. Write a short name into form_id: it is how the set is known.
sets-fault-for-whom = Nothing says for whom it is. Choose it, or write survivor, perpetrator, each_adult, child or team into the column holdfast_for of settings.
sets-fault-no-column = The first row has no column “{ $name }”. Add it.
sets-fault-empty = There is no question in it.
sets-fault-no-type = This row has a name and no type. Write one, or empty the row.
sets-fault-type = “{ $type }” cannot be asked here. Use text, integer, date, select_one, select_multiple or note, or take the row out.
sets-fault-repeat = Questions that repeat cannot be asked here. Take the repeat out, or make a row for each time.
sets-fault-group-end = A group ends here that did not begin. Take the row out, or add where it begins.
sets-fault-group-open = A group begins here and does not end. Add an end_group after its last question.
sets-fault-no-list = There is no list “{ $list }” in the sheet choices. Add it, or check its name.
sets-fault-name = A name is missing, or has nothing in it that a name can have. Write letters, digits and underscores.
sets-fault-twice = “{ $name }” stands twice. Give one of them another name.
sets-fault-label = The question has no label. Write the words in which it is asked.
sets-fault-relevant = The condition cannot be read at “{ $at }”. Use {"${question}"} = 'answer', selected(), numbers with < or >, and, or, not().
sets-fault-no-such-question = It depends on “{ $name }”, and there is no such question. Check the name.
sets-fault-no-such-answer = It waits for the answer “{ $answer }” to “{ $name }”, which does not offer it. Check the name of the answer.
sets-fault-circle = These questions wait for one another, so that none of them is ever asked: { $path }. Take one of the conditions out.
sets-fault-asked-later = It depends on “{ $name }”, which is asked after it. Move one of them.
sets-fault-no-choices = There is nothing to choose from. Add choices to its list.
sets-fault-choice-name = A choice needs a list_name and a name.
sets-fault-choice-twice = The choice “{ $name }” stands twice in its list. Take one out.
sets-fault-goes-to = Where the answer goes cannot be read: { $why }.
sets-fault-other = { $what }
sets-remark-device = “{ $type }” is about a device and was left out.
sets-remark-calculate = “{ $name }” is worked out and not asked; it was left out.
sets-remark-constraint = Its constraint was left out: an answer is kept as it was given.
