# The invented family.

demo-banner = You are in an invented family. Nothing here is about anybody real, and all of it is deleted when Holdfast stops.
demo-sign-in = This is the demonstration with an invented family. No password is needed.
demo-tasks = Three steps to begin with
demo-tasks-lede = On the real pages of an invented family. Ten minutes; leave out what you like.
demo-tasks-done = You have been through all three. Now your own.
demo-task-map = Read what { $harm } does, and how it reaches each child
    .hint = On the pattern map. Read one row from left to right: what is done, what it does to each child, what { $hold } does in answer.
demo-task-behaviour = Add something { $harm } does, and link it to { $child }’s nightmares
    .hint = For example: rings the flat all through Friday night. Then add the effect at that row of the map: { $child } wakes from bad dreams.
demo-task-effort = Record what { $hold } did that night
    .hint = For example: pulled the plug of the telephone and sat with { $child } until morning. The map and the open questions change at once.
demo-task-done = Done
demo-task-open = Not yet
demo-skip = Put these steps away
demo-show-tasks = Show the three first steps
demo-first-case = Start my first case
demo-him = { -perpetrator }
demo-her = { -survivor }
