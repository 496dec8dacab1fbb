//! Work done by several threads at once. Where no other thread is to be had, it is done all the same, and takes longer; and
//! what ends another thread, the one that waits for it tries again itself, as if there were no threads.

use std::thread::{self, Builder};

/// A shorter list is not worth a thread. Tests have short ones.
const WORTH_A_THREAD: usize = if cfg!(test) { 4 } else { 64 };

/// Does two things at once, the second of them on another thread.
pub fn both<A, B: Send>(one: impl FnOnce() -> A, other: impl Fn() -> B + Sync) -> (A, B) {
    both_by(Builder::new(), one, other)
}

fn both_by<A, B: Send>(
    builder: Builder,
    one: impl FnOnce() -> A,
    other: impl Fn() -> B + Sync,
) -> (A, B) {
    let builder = builder.name("the other of two".to_owned());
    let (one, done) = thread::scope(|scope| {
        let thread = builder.spawn_scoped(scope, &other);
        let one = one();
        (one, thread.ok().and_then(|thread| thread.join().ok()))
    });
    (one, done.unwrap_or_else(other))
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

/// What becomes of each of a list, in its order; of so many workers each takes the next but so many.
pub fn shared<T: Sync, R: Send>(
    list: &[T],
    workers: usize,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let workers = workers.clamp(1, list.len().max(1));
    let share = |worker: usize| -> Vec<(usize, R)> {
        let own = list.iter().enumerate().skip(worker).step_by(workers);
        own.map(|(at, one)| (at, work(one))).collect()
    };
    let mut done = thread::scope(|scope| {
        let share = &share;
        let start = |worker| {
            let thread = Builder::new().name(format!("worker {worker}"));
            (worker, thread.spawn_scoped(scope, move || share(worker)))
        };
        let others: Vec<_> = (1..workers).map(start).collect();
        let mut done = share(0);
        for (worker, thread) in others {
            let theirs = thread.ok().and_then(|thread| thread.join().ok());
            done.extend(theirs.unwrap_or_else(|| share(worker)));
        }
        done
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, done)| done).collect()
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

    #[test]
    fn a_short_list_is_worked_on_whole_and_a_longer_one_in_two_halves() {
        let halves = |length: usize| in_halves(&vec![0; length], <[u8]>::len);
        assert_eq!(halves(WORTH_A_THREAD - 1), [WORTH_A_THREAD - 1]);
        assert_eq!(halves(WORTH_A_THREAD), [WORTH_A_THREAD / 2; 2]);
        assert_eq!(halves(1001), [500, 501]);
    }

    #[test]
    fn what_is_shared_comes_back_in_its_order() {
        for (length, workers) in [(0, 3), (1, 3), (2, 3), (10, 0), (10, 1), (10, 3)] {
            let list: Vec<usize> = (0..length).collect();
            let doubled = shared(&list, workers, |n| n * 2);
            assert_eq!(doubled, list.iter().map(|n| n * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_no_other_thread_does_is_done_by_this_one() {
        let no_stack_is_so_big = Builder::new().stack_size(usize::MAX >> 8);
        let own = thread::current().id();
        let ((), by) = both_by(no_stack_is_so_big, || (), || thread::current().id());
        assert_eq!(by, own);
    }

    #[test]
    fn what_ends_another_thread_is_tried_again_by_this_one() {
        let (own, asked) = (thread::current().id(), std::sync::Mutex::new(Vec::new()));
        let ((), done) = both(
            || (),
            || {
                let by = thread::current().id();
                asked.lock().unwrap().push(by);
                assert!(by == own, "a thread that fails");
                by
            },
        );
        // Here a second panic would have somebody to tell.
        assert_eq!((done, asked.lock().unwrap().len()), (own, 2));
    }
}
