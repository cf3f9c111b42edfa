# The invented family.

demo-banner = This is the demonstration, with an invented family. Nothing in it is about anybody real, and all of it is deleted when Holdfast stops.
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
demo-stop = Everything here is deleted when Holdfast stops: this family, and all you add. Your own cases belong in a Holdfast that was started with “holdfast serve”.
demo-first-case = Start my first case
demo-him = { -perpetrator }
demo-her = { -survivor }

# Deleting demo data.

demo-data = Demo data
demo-data-about = An invented family, for looking around. When you do not need it any more, you can delete it.
demo-delete = Delete demo data
demo-delete-title = Delete demo data?
demo-delete-lede = You are about to delete the case of { $children } for good.
demo-delete-lede-unnamed = You are about to delete a case of an invented family for good.
demo-delete-goes = What goes
demo-delete-entries = Every entry of this case with its history, the notes and attached documents among them, and everything that you and others added.
demo-delete-drafts = What anybody has begun to write about this case and not saved.
demo-delete-lists = The case in everybody’s lists. Whoever has it open on a screen finds nothing there any more.
demo-delete-stays = What stays
demo-delete-log = That the case was opened and by whom, and that you deleted it. This is a list of numbers and times; nothing that was written in the case is in it.
demo-delete-copies = Documents that somebody printed or downloaded, and backups made before today. Holdfast cannot reach them.
demo-delete-undo = This cannot be undone. The keys of the case are destroyed, and without them nobody can read it, whoever asks. Its file cannot be imported here again either.
demo-delete-do = Delete it for good
demo-delete-keep = Keep it
demo-deleted = The demo data are deleted. Nobody can read them any more.
