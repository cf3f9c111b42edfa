//! The same stories on PostgreSQL.
//!
//! Needs `HOLDFAST_TEST_POSTGRES`, the address of a database it may fill; see `tools/postgres`. Without it the tests
//! fail. Not here, because they are about a folder's files: `canary`, `folder` and `full`.

#[cfg(test)]
mod appending;
#[cfg(test)]
mod beside;
#[cfg(test)]
mod copying;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod expunging;
#[cfg(test)]
mod files;
#[cfg(test)]
mod opening;
#[cfg(test)]
mod people;
#[cfg(test)]
mod raw;
#[cfg(test)]
mod rotation;
#[cfg(test)]
mod shredding;
#[cfg(test)]
mod support;
#[cfg(test)]
mod tamper;
#[cfg(test)]
mod witness;
