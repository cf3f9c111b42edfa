# Widoki jako zwykły tekst, do terminala.
text-known = Skąd wiadomo: { $known }
text-quote = „{ $words }”
text-for = Dla kogo: { $names }
