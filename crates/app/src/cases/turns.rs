//! Whose turn it is to write into a case: saves into one case go one after another.
//!
//! Without turns sixteen people saving into one case at once each read, decide and append; one is first, and the others do
//! it all again. A turn saves that work within one server. It decides nothing: another server may still be first, and then
//! the append is refused as before and decided again.

use practice::ids::CaseId;
use tokio::sync::{Mutex, MutexGuard};

/// More than people write at the same moment; two cases on one place only wait for each other.
const PLACES: usize = 256;

/// The places in which writers wait, first come, first served. Nobody may ask for a second turn while holding one.
#[derive(Debug)]
pub(crate) struct Turns(Vec<Mutex<()>>);

impl Default for Turns {
    fn default() -> Self {
        Self(std::iter::repeat_with(Mutex::default).take(PLACES).collect())
    }
}

impl Turns {
    /// Waits for the turn to write into a case; it ends when the guard is dropped.
    pub(crate) async fn wait(&self, case: CaseId) -> Option<MutexGuard<'_, ()>> {
        // The last bytes of an id are random, the first are the time.
        let [.., high, low] = *case.0.as_bytes();
        let place = usize::from(u16::from_be_bytes([high, low])) % PLACES;
        match self.0.get(place) {
            Some(place) => Some(place.lock().await),
            None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Turns;
    use practice::ids::CaseId;
    use std::future::Future as _;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};
    use uuid::Uuid;

    #[test]
    fn a_turn_is_waited_for_and_ends() {
        let (one, other) = (CaseId(Uuid::from_u128(1)), CaseId(Uuid::from_u128(2)));
        let turns = Turns::default();
        let mut now = Context::from_waker(Waker::noop());
        let Poll::Ready(first) = pin!(turns.wait(one)).poll(&mut now) else { panic!("the first waits for nobody") };
        let mut second = pin!(turns.wait(one));
        assert!(second.as_mut().poll(&mut now).is_pending(), "one at a time");
        assert!(pin!(turns.wait(other)).poll(&mut now).is_ready(), "another case is not held up");
        drop(first);
        assert!(second.as_mut().poll(&mut now).is_ready());
    }
}
