//! The store on a disk that loses its power or refuses to write. Each test has the layer beneath SQLite to itself.

mod cuts;
mod failing;
mod support;
