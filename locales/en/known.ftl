# How something is known. Never how much it is believed, never how many said so.

known-on = { $known }, { $date }
known-seen = Seen by { $recorder }
known-told-directly = Told directly by { $by }
known-told-by-another = Told by { $by }
known-told-by-another-whose = Told by { $by }, who had it from { $whose }
known-record = { $record }
known-record-whose = { $record }, with { $whose }’s account
known-note = From the note “{ $title }”
known-note-untitled = From a note
known-taken = Read in the earlier note “{ $title }”
known-taken-untitled = Read in an earlier note
known-taken-unconfirmed = Read in the earlier note “{ $title }”, not yet confirmed with anyone
known-taken-unconfirmed-untitled = Read in an earlier note, not yet confirmed with anyone
known-and = { $line }; { $next }
known-not-asked = Not yet asked how this is known

disputed = Disputed by { $by }: “{ $words }”
disputed-on = { $said } ({ $date })

connection = Connection made by { $by }
connection-words = Connection made by { $by }: “{ $words }”

none-seen = None seen yet. { $by } looked.
none-seen-on = None seen yet. { $by } looked, { $date }.
none-seen-at = None seen yet. { $by } looked, { $place }.
none-seen-on-at = None seen yet. { $by } looked, { $date }, { $place }.

made-possible = What it made possible
made-possible-for = { $person }: { $what }

# In forms: how do you know?
source-seen = Seen or heard by me
source-told-directly = Told directly by
source-told-directly-person = Told directly by { $person }
source-in-record = Shown in a record
