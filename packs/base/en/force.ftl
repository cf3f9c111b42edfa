# Use of force by both adults: the same questions about each of them. They decide nothing; a decision on somebody’s part is
# made by people, with reasons. Who was arrested, who rang first, who bled and how many blows there were are weak signs.

force_question-fear = Fear
    .definition = Whether { $name } is afraid of { $other }, of what, and since when.
    .example = Omar sleeps in his clothes with the key in his shoe.
    .ask = Is { $name } afraid of what { $other } might do? What does { $name } do differently because of it?
force_question-effect = Effect
    .definition = What { $other }’s use of force did to { $name }: body, days, children, money, plans. Injuries include those of defending oneself.
    .example = Bruises on the outside of both forearms; has not gone to the choir since.
    .ask = What did it do to { $name }, then and afterwards?
force_question-intent = Intent
    .definition = What { $name } wanted with it: to rule, to punish, to answer back, to get away, to keep a child safe.
    .example = Pushed past him in the doorway to reach the cot.
    .ask = What was { $name } trying to make happen, or to stop?
force_question-rules = Rules
    .definition = Who sets the rules about money, movement, friends, children, and what a breach costs.
    .example = Only one of the two has to ask before going out.
    .ask = Which rules does { $name } live by that { $other } made, and the other way round?
force_question-history = History
    .definition = What { $name } has done in this and in other relationships, before and since, from several voices.
    .example = Two former partners tell of the same thing.
    .ask = What do earlier partners, relatives and records say of { $name }’s conduct at home?
force_question-children = Children
    .definition = What { $name }’s use of force means for each child, and what each child fears.
    .example = Ben hides when he hears the one key, and not the other.
    .ask = What does each child do when { $name } is angry?
force_question-afterwards = Afterwards
    .definition = What { $name } did after it, and what came of it for each of the two.
    .example = One rang the police and the other was told to leave.
    .ask = Who had more room in life afterwards, and who had less?
