# People and how they are related.

people-title = People and relationships
people-lede = Who is in the family, how they are related, and which part each has in this case. A part is decided with reasons, for a time, and never by gender.
people-add = Add a person
people-add-relationship = Add a relationship
people-add-household = Add a household
people-everyone = Everyone
people-name = Name
people-age = Age
people-role = Part in this case
people-related = Related to
people-decide-role = Which part? Not yet decided
people-harm-lines = Lines of harm
people-hold-lines = Lines of protection
people-from = From
people-to = To
people-what = What
people-relationships = Relationships
people-ecomap = Ecomap
people-when = When
people-in-the-way = What stood in the way
people-households = Households
page-also-called = Called { $names }
page-review-on = To be looked at again on { $day }
