# Why something was not recorded: what is wrong, and how to mend it.

refusal-no_such_entry = This names something that is not in this file. Choose it from the list, or record it first.
refusal-wrong_kind = This names { $found }, but { $wanted } belongs here. Choose another.
refusal-missing = Choose at least one.
refusal-missing-behaviour-targets = Choose at least one person it is done to.
refusal-missing-household-members = Choose at least one person who lives there, or did.
refusal-missing-intersection-whose = Choose whose it is.
refusal-missing-contact_detail-whose = Choose at least one person whose it is.
refusal-missing-contact-with = Say with whom, or with whom it was tried.
refusal-missing-worker_safety-about = Choose at least one person it is about.
refusal-missing-chronology-lines = Put at least one entry into it.
refusal-missing-living_arrangement-who = Choose at least one person whose days and nights these are.
refusal-missing-daily_care-children = Choose at least one child.
refusal-missing-care_concern-children = Choose at least one child.
refusal-missing-use_of_force-answers = Answer at least one of the questions. What is left open counts as not yet asked.
refusal-nowhere_to_live = Say with whom or in which household. If nobody is sure, say that.
refusal-nothing_said = Answer at least one of the questions. “Nothing” is an answer too.
refusal-twice = This is there twice. Put both into one.
refusal-stays_with_team = This is { $kind }. It stays with the team: its label is “The team’s own matter”, and cannot be another.
refusal-undetermined_needs_review = While this is not decided, give the date when it will be looked at again and at least one question that would decide it.
refusal-same_person = These are the same person. Choose two people.
refusal-ends_before_it_begins = It ends before it begins. Check the two dates.
refusal-kind_changed = { $was } cannot become { $is }. Withdraw this entry and record a new one.
refusal-id_taken = This was recorded before, in other words. Open the entry and revise it.
refusal-unknown = This entry is not in this file. Go back to the page you came from and try again.
refusal-conflict = { $author } changed this entry after you opened it ({ $when }). Compare the two and choose. Nothing you wrote is lost.
refusal-withdrawn = This entry is withdrawn. Reinstate it first.
refusal-not_withdrawn = This entry is not withdrawn, so there is nothing to reinstate.
refusal-reason_missing = Say why, in a few words.
refusal-file_is_final = The file of a document does not change. Attach the other file as a document of its own.
refusal-note_is_final = A note does not change once it is recorded. Write an addendum to it.

text-error-blank = Write something here, or leave the field out.
text-error-too_long = This is { $length } characters long; { $most } fit. Shorten it, or split it over several entries.
text-error-control = There is a hidden character at position { $position }. Remove it, or paste the text again as plain text.
text-error-not_a_code = “{ $code }” is not one of the choices. Choose one from the list.
