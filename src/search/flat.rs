//! Flat bytes: columns of numbers and texts one after the other, each with its length before it, little-endian.
//!
//! To read them is to copy a few long stretches of bytes, whatever they are about.

use super::intern::Texts;

/// Writes columns.
#[derive(Debug, Default)]
pub struct Writer(pub Vec<u8>);

impl Writer {
    fn length(&mut self, length: usize) {
        let length = u32::try_from(length).unwrap_or(u32::MAX);
        self.0.extend_from_slice(&length.to_le_bytes());
    }

    /// A column of bytes.
    pub fn bytes(&mut self, column: &[u8]) {
        self.length(column.len());
        self.0.extend_from_slice(column);
    }

    /// A column of numbers.
    pub fn u16s(&mut self, column: &[u16]) {
        self.length(column.len());
        self.0
            .extend(column.iter().flat_map(|one| one.to_le_bytes()));
    }

    /// A column of numbers.
    pub fn u32s(&mut self, column: &[u32]) {
        self.length(column.len());
        self.0
            .extend(column.iter().flat_map(|one| one.to_le_bytes()));
    }

    /// A column of numbers.
    pub fn u64s(&mut self, column: &[u64]) {
        self.length(column.len());
        self.0
            .extend(column.iter().flat_map(|one| one.to_le_bytes()));
    }

    /// Texts.
    pub fn texts(&mut self, texts: &Texts) {
        let (all, ends) = texts.parts();
        self.bytes(all.as_bytes());
        self.u32s(ends);
    }
}

/// Reads columns in the order in which they were written; none where they do not fit.
#[derive(Debug)]
pub struct Reader<'b>(pub &'b [u8]);

impl<'b> Reader<'b> {
    fn column(&mut self, width: usize) -> Option<&'b [u8]> {
        let (length, rest) = self.0.split_first_chunk()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let (column, rest) = rest.split_at_checked(length.checked_mul(width)?)?;
        self.0 = rest;
        Some(column)
    }

    /// A column of bytes.
    pub fn bytes(&mut self) -> Option<&'b [u8]> {
        self.column(1)
    }

    /// A column of numbers.
    pub fn u16s(&mut self) -> Option<Vec<u16>> {
        let (numbers, _) = self.column(size_of::<u16>())?.as_chunks();
        Some(numbers.iter().map(|one| u16::from_le_bytes(*one)).collect())
    }

    /// A column of numbers.
    pub fn u32s(&mut self) -> Option<Vec<u32>> {
        let (numbers, _) = self.column(size_of::<u32>())?.as_chunks();
        Some(numbers.iter().map(|one| u32::from_le_bytes(*one)).collect())
    }

    /// A column of numbers.
    pub fn u64s(&mut self) -> Option<Vec<u64>> {
        let (numbers, _) = self.column(size_of::<u64>())?.as_chunks();
        Some(numbers.iter().map(|one| u64::from_le_bytes(*one)).collect())
    }

    /// Texts.
    pub fn texts(&mut self) -> Option<Texts> {
        let all = str::from_utf8(self.bytes()?).ok()?.to_owned();
        Texts::of_parts(all, self.u32s()?)
    }

    /// Nothing may be left at the end.
    pub fn end(&self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}

/// Whether numbers never fall and end with this one; without any, whether it is 0.
pub fn rise_to(numbers: &[u32], end: usize) -> bool {
    let last = numbers.last().copied().unwrap_or(0);
    numbers.is_sorted() && usize::try_from(last) == Ok(end)
}

/// Whether all numbers are less than this one.
pub fn all_below(numbers: &[u32], limit: usize) -> bool {
    let most = numbers.iter().copied().max();
    most.is_none_or(|most| usize::try_from(most).is_ok_and(|most| most < limit))
}
