# The page of one child.

page-child-harm-head = What it does to { $name }
page-child-hold-head = What { $survivors } does for { $name }
page-child-hold-nobody = What is done for { $name }
page-child-pair = What the pattern does to { $name }, and what is done for { $name }
page-child-words = In { $name }’s words
page-child-gaps = Not yet asked about { $name }
page-child-add = Add an effect on { $name }
child-add-question = Add a question
child-details = Details of this child
child-empty = Nothing is recorded yet of what the pattern does to this child. Say what was seen or heard, who saw it, and when.
page-born = Born { $date }
page-expected = Expected: { $date }
