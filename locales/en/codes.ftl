# The words of codes: parts people have, labels, kinds of entry, ways, mechanisms. One key for each code.

## The part somebody has in the case. Never tied to gender.
role-perpetrator = Causes harm
    .explanation = Uses a pattern of control, or of harm to the children. A part in this case, decided with reasons.
role-survivor = Protects
    .explanation = The parent or partner who is harmed by it and who cares for the children.
role-child = Child
    .explanation = One of the children this file is about.
role-kin = Kin or friend
    .explanation = A relative, friend or neighbour.
role-professional = Works with the family
    .explanation = Somebody from school, health, police, children’s services or another agency.
role-undetermined = Not decided
    .explanation = Both used force, or too little is known. Needs the questions that would decide it and a date to look again.

## How two people are related. “From is the … of to”.
relationship-spouse = Husband, wife or civil partner
    .sentence = { $from } and { $to } are married or in a civil partnership
relationship-partner = Partner
    .sentence = { $from } and { $to } are partners
relationship-former_partner = Former partner
    .sentence = { $from } and { $to } were partners
relationship-parent = Parent
    .sentence = { $from } is a parent of { $to }
relationship-adoptive_parent = Parent by adoption
    .sentence = { $from } is a parent of { $to } by adoption
relationship-step_parent = Step-parent
    .sentence = { $from } is a step-parent of { $to }
relationship-foster_carer = Foster carer
    .sentence = { $from } is a foster carer of { $to }
relationship-grandparent = Grandparent
    .sentence = { $from } is a grandparent of { $to }
relationship-sibling = Brother or sister
    .sentence = { $from } and { $to } are siblings
relationship-kin = Aunt, uncle, cousin or other kin
    .sentence = { $from } is kin of { $to }
relationship-friend = Friend or neighbour
    .sentence = { $from } is a friend or neighbour of { $to }
relationship-professional = Works with
    .sentence = { $from } works with { $to }

## Who may see it.
label-professional = Case professionals
    .explanation = Everybody who works this case. For the pattern, its effects, and everyday care.
label-survivor_confidential = Kept to { -survivor-possessive } own workers
    .explanation = For what would put { -survivor } in danger if it became known: hidden money, code words, ways of coping.
label-sealed = Sealed
    .explanation = For where somebody lives, how to reach them safely, a safety plan, a school. Very few people may open it.
label-privileged = Between lawyer and client
    .explanation = Legal advice. It is never given to anybody else.
label-third_party = Protects the person who told us
    .explanation = For a neighbour, a relative or somebody else who must not be found out.
label-child_voice = A child’s own words
    .explanation = What a child said. Seen by those who work with the child; never shown to a parent without thought.
label-staff = The team’s own matter
    .explanation = For worker safety and supervision. It never leaves the team.

## Kinds of entry.
kind-person = Person
    .one = a person
    .add = Add a person
kind-relationship = Relationship
    .one = a relationship
    .add = Add a relationship
kind-household = Household
    .one = a household
    .add = Add a household
kind-living_arrangement = Where somebody lives
    .one = where somebody lives
    .add = Add where somebody lives
kind-contact_detail = How to reach somebody
    .one = a way to reach somebody
    .add = Add how to reach somebody
kind-role_decision = Part in the case
    .one = a decision on somebody’s part
    .add = Decide on somebody’s part
kind-behaviour = Behaviour
    .one = a behaviour
    .add = Add a behaviour
kind-use_of_force = Use of force, one of two
    .one = the answers on one person’s use of force
    .add = Ask about use of force
kind-effort = Effort
    .one = an effort
    .add = Add an effort
kind-impact = Effect
    .one = an effect
    .add = Add an effect
kind-voice = In their own words
    .one = somebody’s own words
    .add = Add somebody’s own words
kind-daily_care = Daily care
    .one = an answer on daily care
    .add = Add daily care
kind-care_concern = Concern about care
    .one = a concern about care
    .add = Add a concern about care
kind-intersection = What it meets
    .one = something the pattern meets
    .add = Add what the pattern meets
kind-unknown = Not known yet
    .one = an open question
    .add = Add an open question
kind-note = Note
    .one = a note
    .add = Write a note
kind-visit = Visit
    .one = a visit
    .add = Record a visit
kind-document = Document
    .one = a document
    .add = Attach a document
kind-contact = Contact or attempt
    .one = a contact or an attempt
    .add = Add a contact or an attempt
kind-partnering_step = Step of partnering
    .one = a step of partnering
    .add = Add a step of partnering
kind-system_response = What an agency did
    .one = something an agency did
    .add = Add what an agency did
kind-worker_safety = Worker safety
    .one = a note on worker safety
    .add = Add a note on worker safety
kind-chronology = Chronology put together by hand
    .one = a chronology
    .add = Put a chronology together
kind-interview = Interview
    .one = an interview
    .add = Begin an interview
kind-tool_result = Result of a risk tool
    .one = the result of a risk tool
    .add = Add the result of a risk tool
kind-decision = Decision
    .one = a decision
    .add = Answer the questions of a decision
kind-sign_off = Sign-off
    .one = a sign-off
    .add = Sign off
kind-mapping_session = Mapping session
    .one = a mapping session
    .add = Prepare a mapping session
kind-supervision = Supervision
    .one = a record of supervision
    .add = Record supervision

## How sure anybody is where somebody lives. About a place, never about being believed.
sure-known = It is known
sure-accounts_differ = People say different things
sure-nobody_is_sure = Nobody is sure

## Whether the person who causes harm knows a place or a number.
known_to_harm-not_asked = Not yet asked whether the person who causes harm knows it
known_to_harm-no = Not known to the person who causes harm
known_to_harm-yes = The person who causes harm knows it

## What an agency’s response did.
effect-helped = It helped
    .explanation = It made somebody safer, or made something possible.
effect-neutral = It changed nothing
    .explanation = Nothing was different afterwards.
effect-reinforced = It gave the pattern more hold
    .explanation = It was used against { -survivor }, or taught that nobody will step in.

## How often, in bands.
recurrence-once = Once
recurrence-now_and_then = Now and then
recurrence-most_months = Most months
recurrence-most_weeks = Most weeks
recurrence-several_times_a_week = Several times a week
recurrence-most_days = Most days or nights
recurrence-all_the_time = All the time
recurrence-not_known = Not yet asked how often

## The ways by which a behaviour reaches a child.
pathway-direct = Directly
    .explanation = Done to the child, or in front of the child.
pathway-through_care = Through the other parent’s care
    .explanation = What it does to { -survivor-possessive } days and nights with the children.
pathway-through_daily_life = Through daily life
    .explanation = What it does to housing, money, sleep, meals, school, friends and kin.
pathway-through_care-of = Through { $survivor }’s care

on-child = On a child
    .explanation = What was seen or heard of how the child is.
on-parenting = On parenting
    .explanation = What it made harder for the parent who protects.
on-family_functioning = On daily life
    .explanation = Home, money, routines, school, kin.

## How a factor and the pattern meet.
mechanism-used_against = Used against { -survivor }
    .explanation = It is used as a weapon: quoting a diagnosis, threatening with papers.
mechanism-caused = Caused by the behaviour
    .explanation = The behaviour brought it about: low mood after months of broken sleep.
mechanism-worsened = Made it worse, not the cause
    .explanation = It made the behaviour or the harm worse. The choice stays with the person who does it.
mechanism-interfered_with_help = Stood in the way of help
    .explanation = Help was blocked: no lift to the clinic, appointments cancelled.
mechanism-fabricated = Made up
    .explanation = It was claimed and is not so.
mechanism-barrier = A door that is shut
    .explanation = A system shuts people out: no interpreter, racism, rules on money or migration, no ramp.
mechanism-protects = Protects
    .explanation = Kin, faith, community, culture or a service that helps to keep the children safe and well.

## The form of a behaviour and the kind of force.
form-act = Something done
form-standing_rule = A rule that stands
    .explanation = It holds even on days when nothing happens.
form-omission = Something left undone
    .explanation = Not paying, not fetching the child, not giving the medicine.
force-control = To control, punish or frighten
force-resistance = Against being controlled
force-self_defence = To protect oneself or a child
force-undetermined = Not decided
    .explanation = Ask the same of both people: who is afraid of whom, who sets the rules, what followed.

## Whether it may be used with the person who does it.
usable-no = No
    .explanation = It must not reach the person in any form: somebody’s safety may depend on it.
usable-known = Already known, or on public record
    .explanation = The person knows that we know: a charge, a court paper, something they said themselves.
usable-agreed = Agreed by { -survivor }
    .explanation = With the wording that was agreed, and when.
usable-line-no = Not for use with { $actor }
usable-line-known = Known to { $actor } or on record: { $from }
usable-line-known-as = Known to { $actor } or on record ({ $from }), to be said as: “{ $wording }”
usable-line-agreed = Agreed for use with { $actor } on { $date }: “{ $wording }”

## Why an entry was withdrawn, and what was done to it.
ground-recorded_in_error = recorded in error
ground-wrong_person = about somebody else
ground-duplicate = it is there twice
change-recorded = Recorded
change-revised = Revised
change-relabelled = Given another label
change-withdrawn = Withdrawn
change-withdrawn-because = Withdrawn: { $ground }
change-reinstated = Reinstated

## Towards whom or what.
side-partner = Towards the partner
side-child = Towards the children
side-family = Towards the family’s life
side-systems = Through courts and agencies

age-band-unborn = Before birth
age-band-infant = 0 to 2 years
age-band-early = 3 to 6 years
age-band-middle = 7 to 11 years
age-band-teen = 12 to 18 years

## The five components, and people.
component-people = Who is who
component-pattern = The pattern of control
component-towards_children = What is done to the children
component-efforts = Everything done for safety, care and stability
component-impact = How each child is affected
component-intersections = What is used, what shuts doors, what protects

## Accounts.
account-practitioner = Practitioner
    .explanation = Works cases.
account-supervisor = Supervisor
    .explanation = Supervises practitioners.
account-administrator = Administrator
    .explanation = Looks after accounts and settings. Sees no case.
relation-allocated = Works this case
relation-supervisor_of = Supervises this case
relation-conflict = Knows the family
