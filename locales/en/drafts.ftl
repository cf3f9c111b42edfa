# Drafts in lists.

drafts-saved = Saved { $when }. Only you can see it.
drafts-delete = Delete this draft
draft-deleted = The draft is deleted.
draft-new-case = New case
draft-visit = A visit
draft-change = A change to an entry
draft-behaviour = A behaviour
draft-effort = An effort
draft-impact = An impact
draft-intersection = A factor and the pattern
draft-unknown = A question
draft-person = A person
draft-relationship = A relationship
draft-household = A household
draft-role-decision = A person’s part in the case
draft-note = A note
draft-form = A form
