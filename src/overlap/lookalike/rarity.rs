//! How common each part of a word is among the names of a collection, and how much it tells.

use super::words::{Part, Words};

/// What a filler tells beside a word of its rarity.
const FILLER: f64 = 0.15;

/// How common each part is among some names.
#[derive(Debug, Default)]
pub struct Rarity {
    /// In how many names each part stands.
    holders: Vec<u32>,
    /// How much each part tells; nothing where it stands in no name.
    telling: Vec<f64>,
}

impl Rarity {
    /// Counts in how many names each part stands; of a name the parts are given, each once.
    pub fn among<'n>(words: &Words, names: impl Iterator<Item = &'n [Part]>) -> Self {
        let mut holders = vec![0_u32; words.parts_known()];
        let mut all = 0_u32;
        for parts in names {
            all += 1;
            for part in parts {
                if let Some(holders) = holders.get_mut(*part as usize) {
                    *holders += 1;
                }
            }
        }
        let all = f64::from(all.max(1));
        let weigh = |(part, &holders): (Part, &u32)| {
            if holders == 0 {
                return 0.0;
            }
            let telling = (1.0 + all / f64::from(holders)).log2();
            let telling = if words.is_filler(part) {
                telling * FILLER
            } else {
                telling
            };
            // In steps of 1/1024, so that sums are exact and do not depend on the order.
            (telling * 1024.0).round() / 1024.0
        };
        let telling = (0..).zip(&holders).map(weigh).collect();
        Self { holders, telling }
    }

    /// How many names have a part.
    pub fn holders(&self, part: Part) -> u32 {
        self.holders.get(part as usize).copied().unwrap_or(0)
    }

    /// How much a part tells: the binary logarithm of 1 + names / names that have it, so 1 where every name has it and
    /// more the fewer do; of a filler 0.15 of that.
    pub fn telling(&self, part: Part) -> f64 {
        self.telling.get(part as usize).copied().unwrap_or(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rare_part_tells_more_than_a_common_one() {
        let mut words = Words::default();
        let names = ["Nora bad", "Kumla bad", "Kommun bad"].map(|name| words.learn(name));
        words.take_all_apart();
        let parts = names
            .each_ref()
            .map(|name| words.parts_of(words.tokens(name)));
        let rarity = Rarity::among(&words, parts.iter().map(Vec::as_slice));
        let part =
            |name: usize, at: usize| words.word(words.tokens(&names[name])[at]).unwrap().whole;
        let (place, common, filler) = (part(0, 0), part(0, 1), part(2, 0));
        assert_eq!((rarity.holders(place), rarity.holders(common)), (1, 3));
        // One name in three, all of them, and one in three of which `kommun` says next to nothing.
        for (part, telling) in [(place, 2.0), (common, 1.0), (filler, 0.3)] {
            assert!((rarity.telling(part) - telling).abs() < 0.001, "{telling}");
        }
    }
}
