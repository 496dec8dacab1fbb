//! A small table from numbers to numbers, which is emptied at once.
//!
//! A query touches a few thousand words of what may be a million: a table of just those stays in the processor's cache,
//! where a column of all words would not, and it need not be made before the first key.

/// Numbers by number: open addressing, a power of two long, never more than three quarters full.
#[derive(Debug, Default)]
pub struct Table {
    places: Vec<Place>,
    held: usize,
    /// What was held in earlier rounds is no longer.
    round: u32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Place {
    /// The round in which it was taken; never that of an untouched place.
    round: u32,
    key: u32,
    value: u32,
}

impl Table {
    /// The value of a key, if it has one.
    #[inline]
    pub fn get(&self, key: u32) -> Option<u32> {
        let mut at = self.home(key);
        loop {
            let place = self.places.get(at)?;
            if place.round != self.round {
                return None;
            }
            if place.key == key {
                return Some(place.value);
            }
            at = (at + 1) & (self.places.len() - 1);
        }
    }

    /// Gives a key a value; the one that it had.
    pub fn set(&mut self, key: u32, value: u32) -> Option<u32> {
        if self.held * 4 >= self.places.len() * 3 {
            self.lengthen((self.places.len() * 4).max(256));
        }
        let mut at = self.home(key);
        let mask = self.places.len() - 1;
        while let Some(place) = self.places.get_mut(at) {
            if place.round != self.round {
                let round = self.round;
                *place = Place { round, key, value };
                self.held += 1;
                return None;
            }
            if place.key == key {
                return Some(std::mem::replace(&mut place.value, value));
            }
            at = (at + 1) & mask;
        }
        None
    }

    /// Makes room for so many more keys at once: to grow step by step is to move all of them several times. Even a small
    /// table never becomes full, or a search for a key that it lacks would not end.
    pub fn reserve(&mut self, more: usize) {
        let places = ((self.held + more) * 4 / 3 + 2)
            .next_power_of_two()
            .max(256);
        if places > self.places.len() {
            self.lengthen(places);
        }
    }

    /// Forgets all keys.
    pub fn clear(&mut self) {
        self.held = 0;
        self.round = self.round.wrapping_add(1);
        if self.round == 0 {
            self.places.clear();
        }
    }

    /// Where a key belongs (multiplicative hashing by the golden ratio).
    fn home(&self, key: u32) -> usize {
        let mixed = key.wrapping_mul(0x9e37_79b9);
        let bits = self.places.len().trailing_zeros();
        32_u32
            .checked_sub(bits)
            .and_then(|shift| mixed.checked_shr(shift))
            .map_or(0, |home| home as usize)
    }

    fn lengthen(&mut self, places: usize) {
        let longer = vec![Place::default(); places];
        let held = std::mem::replace(&mut self.places, longer);
        let before = std::mem::replace(&mut self.round, 1);
        self.held = 0;
        for place in held.into_iter().filter(|place| place.round == before) {
            self.set(place.key, place.value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashMap;

    proptest! {
        #[test]
        fn it_holds_what_a_map_holds(keys in proptest::collection::vec(0_u32..2000, 0..900), again in any::<bool>(), room in 0_usize..1000) {
            let mut table = Table::default();
            if again {
                for key in 0..300 {
                    table.set(key * 7, key);
                }
                table.clear();
            }
            let mut map = HashMap::new();
            table.reserve(room);
            for (value, key) in (0..).zip(keys) {
                prop_assert_eq!(table.set(key, value), map.insert(key, value));
            }
            for key in 0..2100 {
                prop_assert_eq!(table.get(key), map.get(&key).copied());
            }
        }
    }
}
