# What may be expected of either parent: the comparison of double standards.

expectation-agreements = Signing, and keeping to an agreement
expectation-contact = The children’s time, and handovers
expectation-money = Money
expectation-school = School and nursery
expectation-health = Health
expectation-services = Going to a service
expectation-violence = No violence and no threats
expectation-home = Home
expectation-records = What is said and written to agencies
