# Views as plain text, for a terminal.
text-known = Known: { $known }
text-quote = “{ $words }”
text-for = For { $names }
