# Kinds of visit.

visit-home_visit = Home visit
    .definition = At the home of the family or of a relative.
visit-office = At our office
    .definition = In our own rooms.
visit-school = At school or nursery
    .definition = Also at a club or after-school group.
visit-health_setting = At a health centre or hospital
    .definition = With or without health staff in the room.
visit-phone_call = Telephone call
    .definition = Ask first whether it is safe to talk, and who can hear.
visit-video_call = Video call
    .definition = Ask first who else is in the room.
visit-meeting = Meeting
    .definition = With other agencies or relatives.
visit-contact_visit = During contact or handover
    .definition = While a child was with, or going to, the other parent.
visit-elsewhere = Somewhere else
    .definition = A walk, a car, a library, a place of worship.
visit-other = Other
    .definition = Anything that fits nowhere else.
