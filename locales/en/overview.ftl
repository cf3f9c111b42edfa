# The overview of a case.

overview-write-note = Write a note
overview-open-map = Open the pattern map
overview-what-we-know = What we know, and what has not been asked
overview-there = What is there
overview-nothing-yet = Nothing is recorded yet.
overview-no-gap = Nothing stands open here at the moment.
overview-all-gaps = All open questions
overview-aside = Work on this case
overview-people-open = About who is who
overview-latest = Latest entries
page-opened = Opened { $day }.
page-opened-reference = { $reference }. Opened { $day }.
page-part-pattern = What { $name } does to control the family
page-part-pattern-nobody = What is done to control the family
page-part-children = What { $name } does to the children
page-part-children-nobody = What is done to the children
page-part-efforts = Everything { $name } does for safety, care and stability
page-part-efforts-nobody = Everything that is done for safety, care and stability
page-part-impact = How each child is affected
page-part-intersections = What is used, what shuts doors, what protects
page-latest-line = { $kind }. { $what } { $when } by { $name }
page-who-does = { $name }:
