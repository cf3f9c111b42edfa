//! Views: pure functions of a projection. Codes and arguments, no sentences; `words` puts them into a language.
