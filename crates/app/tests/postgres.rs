//! The same stories on PostgreSQL: needs HOLDFAST_TEST_POSTGRES, which `./run test` sets.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on must stop")]

mod measures;
