//! Work done by two threads at once. Where no second thread is to be had, it is done all the same, and takes longer.

use std::panic::resume_unwind;
use std::thread;

/// A shorter list is not worth a thread.
const WORTH_A_THREAD: usize = 64;

/// Does two things at once, the second of them on another thread.
pub fn both<A, B: Send>(one: impl FnOnce() -> A, other: impl Fn() -> B + Sync) -> (A, B) {
    thread::scope(|scope| {
        let thread = thread::Builder::new().spawn_scoped(scope, &other);
        let one = one();
        let other = match thread {
            Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
            Err(_) => other(),
        };
        (one, other)
    })
}

/// What becomes of the two halves of a list, the first half first; of the whole where it is short.
pub fn in_halves<'l, T: Sync, R: Send>(
    list: &'l [T],
    work: impl Fn(&'l [T]) -> R + Sync,
) -> Vec<R> {
    if list.len() < WORTH_A_THREAD {
        return vec![work(list)];
    }
    let (first, second) = list.split_at(list.len() / 2);
    let (first, second) = both(|| work(first), || work(second));
    vec![first, second]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_come_back_in_their_order() {
        for length in [0, 1, WORTH_A_THREAD - 1, WORTH_A_THREAD, 1001] {
            let list: Vec<usize> = (0..length).collect();
            let doubled = in_halves(&list, |half| half.iter().map(|n| n * 2).collect::<Vec<_>>());
            let expected: Vec<usize> = list.iter().map(|n| n * 2).collect();
            assert_eq!(doubled.concat(), expected);
        }
    }
}
