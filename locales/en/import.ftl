## Bringing in spreadsheets and old notes.

draft-import = A file to bring in
