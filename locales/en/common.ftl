# Words that many pages share.

product = Holdfast
skip-to-main = Skip to main content
save = Save
cancel = Cancel
change = Change
add = Add
remove = Remove
back = Back
print = Print
search = Search
show = Show
more-detail = More detail
yes = Yes
no = No

## Top of every page.
find-label = Find a family or a child
nav-work = My work
nav-cases = Cases
exit = Exit this page

## A case.
children = Children
causes-harm = Causes harm
protects = Protects
not-decided = Not decided
nav-case = This family
nav-overview = Overview
nav-map = Pattern map
nav-children = Each child
nav-efforts = Efforts
nav-people = People
nav-notes = Notes
nav-gaps = Not yet asked
nav-documents = Documents
nav-visit = Record a visit
not-yet-asked = Not yet asked
name-and-age = { $name }, { $age }

## Drafts.
draft-saved = Saved { $time }. Only you can see it until you record it.
draft-saving = Saving…
draft-offline = No connection. What you write stays on this page; Holdfast tries again by itself.
draft-ended = You are signed out. Your draft is kept. Sign in and go on.
draft-elsewhere = This draft was changed in another window at { $time }. Reload to see it.
draft-large = This is too long to be saved at once: the longest text is some 60 pages. What was saved before is kept. Shorten it, or attach the paper as a document.
draft-refused = The draft could not be saved. Copy what you have written, then reload the page.
draft-recorded = This is recorded already. Open it in the file to change it.

## Session.
session-soon = You will be signed out at { $time }. What you have written is kept as a draft.
session-over = You are signed out. What you had written is kept as a draft.
session-stay = Stay signed in
sign-out = Sign out
signed-in-as = Signed in as { $name }.
opening-recorded = Opening this page was recorded.

## Notices.
recorded = Recorded.
revised = Changed.
withdrawn = Withdrawn.
reinstated = Reinstated.
error-prefix = Error: { $title }
error-summary = There is a problem
title = { $page } - Holdfast

invented-family = This family is invented.
footer-model = Supports practice in line with the Safe & Together Model. Not endorsed by its Institute.
