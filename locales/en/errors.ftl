# What went wrong: what, where, how to mend.

problem-not-found = There is nothing here
problem-not-found-text = Check the address, or start from your list of cases.
problem-refused = This cannot be done like that
problem-conflict = Somebody else was first
problem-full = The disk of the server is full
problem-full-text = This is not saved. Ask the person who looks after Holdfast to free space, then send it again.
problem-unavailable = This cannot be done just now
problem-unavailable-text = Nothing was changed. Wait a minute, then try again.
problem-internal = Something in the records cannot be read
problem-internal-text = Nothing was changed. Tell the person who looks after Holdfast to run: holdfast verify
problem-foreign = This did not come from a page of Holdfast
problem-foreign-text = Nothing was changed. If you pressed a button on another website, that site tried to act in your name. Go back to your work and send it from there.
problem-stale = This page is from an earlier sign-in
problem-stale-text = Nothing was changed. Go back to the page, load it again, then send it.
problem-nothing-lost = Nothing you wrote is lost. It is below, and one press sends it again.
problem-send-again = Send again
problem-you-wrote = What you wrote
problem-to-work = Go to your work
problem-signed-in-again = You are signed in again
problem-signed-in-again-text = What you were sending has not been recorded yet.
problem-too-large = This is too long to be sent at once
problem-too-large-text = Nothing was changed. Go back and split it: the longest text of one field is some 60 pages.
problem-not-a-form = Only forms are taken here. Send it as application/x-www-form-urlencoded.
