//! Which row of a list is selected, and which rows are in view.

/// The selected row of a list and what is scrolled out above. The selection is the thing, not the row.
#[derive(Clone, Copy, Debug)]
pub struct Selection<T> {
    /// What is selected; none only in an empty list.
    pub selected: Option<T>,
    /// How many rows lie above the first one shown.
    pub offset: usize,
}

impl<T> Default for Selection<T> {
    fn default() -> Self {
        Self {
            selected: None,
            offset: 0,
        }
    }
}

impl<T: Copy + PartialEq> Selection<T> {
    /// The selected row.
    pub fn position(&self, rows: &[T]) -> Option<usize> {
        rows.iter().position(|row| Some(*row) == self.selected)
    }

    /// Selects the row so many rows further down, stopping at the ends.
    pub fn step(&mut self, rows: &[T], by: isize) {
        let at = self.position(rows).unwrap_or(0).saturating_add_signed(by);
        self.selected = rows.get(at.min(rows.len().saturating_sub(1))).copied();
    }

    /// Selects the first row.
    pub fn first(&mut self, rows: &[T]) {
        self.selected = rows.first().copied();
        self.offset = 0;
    }

    /// Keeps the selection in the list and in view.
    pub(super) fn settle(&mut self, rows: &[T], height: usize) {
        if self.position(rows).is_none() {
            self.first(rows);
        }
        let at = self.position(rows).unwrap_or(0);
        self.scroll_to(at, rows.len(), height);
    }

    /// Scrolls no further than needed to show a row, and leaves no rows empty below the last one.
    pub(super) fn scroll_to(&mut self, at: usize, rows: usize, height: usize) {
        let lowest = at.saturating_sub(height.saturating_sub(1));
        self.offset = self
            .offset
            .clamp(lowest, at)
            .min(rows.saturating_sub(height));
    }
}
