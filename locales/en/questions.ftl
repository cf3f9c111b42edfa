# What has not been asked. Each is a question for us to ask, never a failing of the person asked about.

question-no_children = Which children is this about?
question-nobody_causes_harm = Whose behaviour is the worry?
question-nobody_protects = Who protects the children and cares for them day by day?
question-review_past = { $person }’s part in this case was to be looked at again on { $date }. Still open: { $open }
question-no_behaviour = What does { $person } do to control or harm? Start with what is done, not with one incident.
question-other_family = What did { $partner } live with when { $person } was there?
question-earlier_relationships = What did { $person } do in earlier relationships, or in another home?
question-nothing_towards_children = What does { $person } do to the children, in front of them, or through them?
question-how_often = “{ $title }”: since when, and how often?
question-force_undetermined = “{ $title }”: was { $person } controlling, resisting control, or protecting somebody?
question-effect_on_child = “{ $title }”: how is { $child } since, and what has anyone seen or heard?
question-effect_on_child-infant = “{ $title }”: how does { $child } sleep, feed and settle since, and what has anyone seen?
question-by_this_way-direct = “{ $title }”: what do the children see and hear of it, or have done to them?
question-by_this_way-through_care = “{ $title }”: what has it changed in { $survivor }’s days and nights with the children?
question-by_this_way-through_care-anybody = “{ $title }”: what has it changed in how the children are cared for?
question-by_this_way-through_daily_life = “{ $title }”: what does it cost the home, the week, school and friends?
question-nothing_on_child = How is { $child }? Has anyone asked, and who has spent time with { $child }?
question-answer_to = “{ $title }”: what does { $survivor } do when it happens, before it and after it?
question-no_efforts = What does { $survivor } do to keep the children safe, cared for and steady?
question-only_yardstick = Beyond leaving, police and court orders: what does { $survivor } do every day?
question-wants_heard_by = What does { $survivor } want recorded, and who may hear it?
question-what_it_made_possible = { $survivor }, “{ $act }”: what did that make possible, and for whom?
question-no_intersections = Do money, housing, health, substance use, migration, culture or disability have a part in this, and how?
question-nothing_protects = Who and what holds { $survivor } and the children up: kin, faith, friends, community, a service?
question-how_known = “{ $says }”: how do we know this?
question-link_withdrawn = “{ $says }” is linked to an entry that was withdrawn. What should it be linked to now?

ask-alone = { $person }, alone
ask-school = nursery or school
ask-health = health visitor, midwife or GP
ask-advocate = the other family’s advocate or worker
ask-team = For the team, in supervision
ask-and = { $line }; { $next }
ask-safe = Safe to ask: { $who }
