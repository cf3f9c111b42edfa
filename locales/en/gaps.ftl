# What has not been asked.

gaps-title = Not yet asked
gaps-lede = Questions for the system, with who could safely answer. Never for anyone who causes harm to answer about the family, and never a failing of the person who protects.
gaps-add = Add a question
page-gaps-people = Who is who
