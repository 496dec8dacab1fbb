//! What matches find in every document: for indexes that are small enough to score them all.

use super::expand::{Expansion, Match};
use super::index::Index;
use super::rank::{Cell, LOOSE};

/// The best match in every document.
pub fn cells(index: &Index, expansion: &Expansion) -> Vec<Cell> {
    let mut cells = filled(index, &expansion.matches);
    for parts in &expansion.parts {
        let (heads, tails) = (filled(index, &parts.head), filled(index, &parts.tail));
        for ((cell, head), tail) in cells.iter_mut().zip(&heads).zip(&tails) {
            let both = Cell::parts(head, tail);
            if both.score > 0 {
                cell.merge(&both);
            }
        }
    }
    cells
}

fn filled(index: &Index, matches: &[Match]) -> Vec<Cell> {
    let mut cells = vec![Cell::NONE; index.len()];
    for found in matches {
        let row = index.postings(found.word);
        for ((&document, &class), &text) in row.numbers.iter().zip(row.classes).zip(row.texts) {
            if let Some(cell) = cells.get_mut(document as usize) {
                cell.merge(&cell_of(index, *found, class, text));
            }
        }
    }
    cells
}

/// One occurrence of one match.
#[inline]
pub fn cell_of(index: &Index, found: Match, class: u8, text: u8) -> Cell {
    let score = u32::from(found.weight) * index.class_weight(class);
    Cell {
        score,
        texts: 1 << (text & LOOSE),
        word: found.word,
        weight: found.weight,
        class,
        text: text & LOOSE,
        tier: found.tier,
    }
}
