# Terms an agency may choose. Change the words on the right; the parts are never tied to gender.
#
#   survivor:    survivor · protective parent · non-offending parent · non-abusive parent · victim-survivor
#   perpetrator: the person causing harm · perpetrator · the person using violence · the person using abuse

-survivor = the protective parent
-survivor-possessive = the protective parent’s
-perpetrator = the person causing harm
