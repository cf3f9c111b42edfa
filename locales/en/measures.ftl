# Measures: in how many cases something is recorded. Dates and facts; nothing here ranks anybody.

nav-measures = What is recorded
measures-title = What is recorded
measures-case-title = What is recorded in this case
measures-lede = In how many cases each of these is recorded. It shows what could be asked next, and where practice could learn. It measures nobody, and no case stands before another.
measures-case-lede = What is recorded, with the days of the first and the last entry. What is not there yet is something to ask, not a fault.
measures-cases = { $n ->
    [0] No case.
    [one] One case.
   *[other] { $n } cases.
 }
measures-yours = These are the cases you supervise, as far as you may see them.
measures-all = These are all cases.
measures-none-title = You supervise no case
measures-none-why = Here stands what is recorded in the cases you supervise.
measures-opened = Opened on { $day }
measures-last = Last recorded on { $day }
measures-measure = What
measures-there = Recorded
measures-for-some = For some
measures-not-yet = Not yet
measures-does-not-apply = Nobody it could be about
measures-not-shown = few
measures-few-note = “few”: so few cases that somebody could be known by the number, or that the others would tell it. The limit here is { $n }.
measures-wanting = Show the cases in which it is not there yet, or for some only
measures-wanting-title = Not there yet, or for some only
measures-wanting-back = All measures
measures-wanting-none = In none of the cases.
measures-is-there = Recorded on { $first }
measures-is-there-since = Recorded first on { $first }, last on { $last }
measures-is-for-some = For some of them so far, last on { $last }
measures-is-not-yet = Not recorded yet
measures-is-does-not-apply = Nobody it could be about

measures-group-pattern = The pattern
measures-group-children = The children
measures-group-survivor = The survivor
measures-group-harm = The person who causes harm
measures-group-work = The work

measure-harm-named = Somebody is named as the one who causes harm
measure-behaviours = What that person does is recorded
measure-over-time = At least one behaviour over a time, and not only as one event
measure-other-family = What was done to somebody of another family
measure-intersections = What money, health, migration or kin have to do with it
measure-behaviour-to-child = A behaviour is linked with what it did to a child
measure-each-childs-effects = Of each child: what it did, or that somebody looked and saw nothing yet
measure-each-childs-words = Of each child: own words
measure-each-childs-needs = Of each child: what it needs, or that it needs nothing more
measure-efforts = What the survivor does
measure-efforts-beyond = More of it than leaving, police and court orders
measure-survivor-alone = The survivor was spoken with alone
measure-survivor-words = The survivor’s own words
measure-partnering = A step of working together with the survivor
measure-support-asked = Support that the survivor has asked for
measure-harm-contact = Somebody tried to reach the person who causes harm
measure-harm-spoken = Somebody spoke with that person
measure-survivor-told = The survivor was told before that, or asked afterwards
measure-harm-plan = A plan for the person who causes harm
measure-harm-goals = Goals in it, each beginning from behaviours
measure-harm-intervention = An agency did something, or will, towards that person
measure-change-looked-at = What is said and seen of change; courses that were attended do not count
measure-each-parents-care = Daily care: asked of each parent alike
measure-responses = What agencies did, and what came of it
measure-sessions = Agencies met at the map
measure-decisions-read = Each decision that was taken was read by a second person
measure-supervision = The case was talked about in supervision
measure-worker-safety = What somebody about to visit must know was thought of
