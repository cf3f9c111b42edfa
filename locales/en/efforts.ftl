# Everything that is done for safety, care and stability.

page-efforts-head = Everything { $name } does
page-efforts-head-nobody = Everything that protects
efforts-lede = Protection is far more than leaving, the police or an order: keeping the peace for a night, feeding, hiding, teaching, singing, staying. Each is recorded as an act, with what it answers and what it made possible.
efforts-empty-title = Start with an ordinary day
efforts-empty-why = Ask what is done so that the children eat, sleep, learn and feel safe, and what is done when it gets dangerous.
efforts-empty-example = For example: “Agrees at once and keeps her voice low, so that it ends before the children wake.”
efforts-answers = Answers
efforts-answers-which = Which behaviour does this answer?
page-cost = What it cost: { $what }
page-obstacle = What stood in the way: { $what }
page-wants-heard = May be heard by: { $who }
