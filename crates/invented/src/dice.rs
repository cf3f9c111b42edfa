//! Dice: the same throws for the same seed, on every machine. Whole numbers only, so that no rounding differs.

/// `SplitMix64`.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The dice of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The dice of one thing among many that share a seed: two things next to one another have nothing in common.
    #[must_use]
    pub fn of(seed: u64, thing: u64) -> Self {
        let mut dice = Self(seed);
        let salt = dice.throw();
        Self(salt ^ thing.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// The next 64 bits.
    pub fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 up to, and without, `end`; 0 where there is nothing to choose from.
    pub fn below(&mut self, end: u64) -> u64 {
        if end == 0 { 0 } else { self.throw() % end }
    }

    /// A number from `from` to `to`, both included.
    pub fn between(&mut self, from: u64, to: u64) -> u64 {
        from.saturating_add(self.below(to.saturating_sub(from).saturating_add(1)))
    }

    /// True in so many of a hundred.
    pub fn percent(&mut self, of_hundred: u64) -> bool {
        self.below(100) < of_hundred
    }

    /// One of a list.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let at = self.below(u64::try_from(list.len()).unwrap_or(0));
        list.get(usize::try_from(at).unwrap_or(0))
    }

    /// One of a list, the first ones more often: names and habits are not spread evenly.
    pub fn pick_common<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let end = u64::try_from(list.len()).unwrap_or(0);
        let at = self.below(end).min(self.below(end));
        list.get(usize::try_from(at).unwrap_or(0))
    }

    /// Puts a list in another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            let other = self.below(u64::try_from(at).unwrap_or(0).saturating_add(1));
            list.swap(at, usize::try_from(other).unwrap_or(0));
        }
    }

    /// Ten bytes, as an id takes them.
    #[must_use]
    pub fn ten(&mut self) -> [u8; 10] {
        let mut bytes = [0; 10];
        let both = self.throw().to_be_bytes().into_iter().chain(self.throw().to_be_bytes());
        for (slot, byte) in bytes.iter_mut().zip(both) {
            *slot = byte;
        }
        bytes
    }
}
