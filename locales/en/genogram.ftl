# The genogram: people, households, lines of harm and of protection, as a drawing and as tables.

genogram-title = People, households, harm and protection
genogram-region = Drawing of the family. It scrolls sideways where there is no room.
# Words that choose a square or a circle, separated by commas. Only what the person says of themselves is looked at.
genogram-square-words = man, boy, male, he, he/him, he / him
genogram-circle-words = woman, girl, female, she, she/her, she / her
genogram-causes-harm = causes harm
genogram-protects = protects
genogram-undetermined = part not yet decided
genogram-born = born { $date }
genogram-died = died { $date }
genogram-lived = { $from } to { $until }
genogram-home-unsure = { $home }: nobody is sure
genogram-and-more = and more

genogram-key = Thick line with an arrow: harm, from whoever does it. Thick line with a shield: protection. Dotted with a hollow arrow or shield: not yet asked. Thick dashes with a hollow arrow: what kind of force it was has not been decided. Between two adults, one stroke: they separated; two: they were a couple; dashes: a couple who did not marry; dots: parents of a child, nothing recorded about being a couple. To a child, dashes: by adoption; dots: fostered; dashes and dots: a stepchild. Twins share one line. A ring of dashes: a household; wide dots: nobody is sure. A square or a circle follows what a person says of themselves, a diamond has the person’s own word beside it, a hexagon: not recorded. A cross: the person has died.
genogram-left-out = Not in the drawing, because it contradicts something else that is recorded:

# What the drawing shows.
genogram-harm-runs = Lines of harm run from { $from } to { $to }.
genogram-harm-open = Nobody has yet asked about harm by { $from } to { $to }.
genogram-hold-runs = Lines of protection run from { $from } to { $to }.
genogram-hold-open = Nobody has yet asked what { $from } does for { $to }.
genogram-no-lines = No line of harm or of protection has been recorded yet.
genogram-children-of = Children of { $parents }: { $children }.
genogram-siblings = Siblings, with no parent recorded: { $names }.
genogram-lives = { $home }: { $names }.
genogram-couple = { $names }: { $what }.
genogram-couple-period = { $names }: { $what }. { $period }.
genogram-union-married = married or in a civil partnership
genogram-union-couple = a couple
genogram-union-separated = separated
genogram-union-ended = were a couple
genogram-union-not_recorded = parents of the same child; nobody has recorded whether they were a couple
genogram-child-birth = { $name } is a child of { $parents }
genogram-child-adopted = { $name } is a child of { $parents } by adoption
genogram-child-foster = { $name } is fostered by { $parents }
genogram-child-step = { $name } is a stepchild of { $parents }
genogram-child-sibling = { $name } is a sibling of { $others }
genogram-from-to = { $from } to { $to }
genogram-left-couple = { $names } as a couple
genogram-left-child = { $name } as a child of { $parents }
genogram-left-sibling = { $name } as a sibling

# Ages where there is little room.
age-short-years = { $years }
age-short-about = ≈ { $years }
age-short-under-one = under 1
age-short-months = { $months } m
age-short-weeks = { $weeks } w
