# The invented family.

demo-banner = You are in an invented family. Nothing here is about anybody real, and all of it is deleted when Holdfast stops.
demo-sign-in = This is the demonstration with an invented family. No password is needed.
demo-tasks = Five steps to begin with
demo-tasks-lede = On the real pages of an invented family. A quarter of an hour; leave out what you like, stop and come back when you like.
demo-tasks-done = You have been through all five. Now your own.
demo-task-map = Read what { $harm } does, and how it reaches each child
    .hint = On the pattern map. Read one row from left to right: what is done, what it does to each child, what { $hold } does in answer.
demo-task-note = Read an old note, and write one sentence of it anew
    .hint = A colleague wrote it before anybody had spoken with { $hold } alone. A note never changes: write an addendum with one sentence that says who did what to whom.
demo-task-behaviour = Add something { $harm } does, and link it to { $child }’s nightmares
    .hint = For example: rings the flat all through Friday night. Then add the effect at that row of the map: { $child } wakes from bad dreams.
demo-task-effort = Record what { $hold } did that night
    .hint = For example: pulled the plug of the telephone and sat with { $child } until morning. The map and the open questions change at once.
demo-task-chronology = Read it as it happened
    .hint = The chronology: what { $harm } did, what it did to each child, what { $hold } did, and how each of it is known.
demo-task-done = Done
demo-task-open = Not yet
demo-skip = Put these steps away
demo-show-tasks = Show the five first steps
demo-delete = To delete the demonstration, stop Holdfast: it forgets this family and everything you added to it. Your own cases belong in a Holdfast that was started with “holdfast serve”.
demo-first-case = Start my first case
demo-him = { -perpetrator }
demo-her = { -survivor }
