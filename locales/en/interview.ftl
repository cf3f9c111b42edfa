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
