//! The matrix as it is shown: its rows under the headings of their topics, its columns, and where the cursor stands.

use std::collections::HashSet;

use super::{Model, Selection};
use crate::catalogue::{Catalogue, MunicipalityRef, ServiceRef, TopicRef};
use crate::overlap::matrix::{By, Cell, Column, Group, Matrix, Row, Sign, Tally};

/// A row of the matrix as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GridRow {
    /// The heading of a topic.
    Topic(TopicRef),
    /// A service.
    Service(ServiceRef),
}

/// The matrix as it is shown.
#[derive(Debug, Default)]
pub struct Grid {
    /// What stands above the columns.
    pub by: By,
    /// The rows that fit the query.
    pub rows: Vec<GridRow>,
    /// The columns: all municipalities, or the organisations that have a part in something that fits.
    pub columns: Vec<Column>,
    /// The row of the cursor.
    pub row: Selection<GridRow>,
    /// The column of the cursor.
    pub column: Selection<Column>,
    folded: HashSet<TopicRef>,
    made: Option<Made>,
    /// What the services that fit come to, all of them and topic by topic.
    all: Sum,
    sums: Vec<(TopicRef, Sum)>,
}

/// What some services come to.
#[derive(Clone, Debug, Default)]
struct Sum {
    services: usize,
    /// For each column of the matrix.
    tallies: Vec<Tally>,
}

impl Sum {
    fn of(rows: &[&Row], columns: usize) -> Self {
        let column = |at: usize| Tally::of(rows.iter().filter_map(|row| row.cells.get(at)));
        Self {
            services: rows.len(),
            tallies: (0..columns).map(column).collect(),
        }
    }
}

/// A matrix, and what it was made for.
#[derive(Debug)]
struct Made {
    by: By,
    municipality: Option<MunicipalityRef>,
    matrix: Matrix,
}

impl Grid {
    fn matrix(&self) -> Option<&Matrix> {
        self.made.as_ref().map(|made| &made.matrix)
    }

    fn groups(&self) -> &[Group] {
        self.matrix().map_or(&[], |matrix| &matrix.groups)
    }

    fn row(&self, service: ServiceRef) -> Option<&Row> {
        let mut rows = self.groups().iter().flat_map(|group| &group.rows);
        rows.find(|row| row.service == service)
    }

    fn place(&self, column: Column) -> Option<usize> {
        self.matrix()?.columns.iter().position(|one| *one == column)
    }

    /// Who has a service, in a column.
    pub fn cell(&self, service: ServiceRef, column: Column) -> Option<&Cell> {
        self.row(service)?.cells.get(self.place(column)?)
    }

    /// How many cells of a column have which sign, among the services of a topic that fit, or all that fit.
    pub fn tally(&self, topic: Option<TopicRef>, column: Column) -> Tally {
        let sum = match topic {
            None => Some(&self.all),
            Some(topic) => self.sum(topic),
        };
        let tally = sum.zip(self.place(column));
        let tally = tally.and_then(|(sum, place)| sum.tallies.get(place));
        tally.copied().unwrap_or_default()
    }

    /// How many services of a topic fit.
    pub fn count(&self, topic: TopicRef) -> usize {
        self.sum(topic).map_or(0, |sum| sum.services)
    }

    fn sum(&self, topic: TopicRef) -> Option<&Sum> {
        let mut sums = self.sums.iter();
        sums.find(|(one, _)| *one == topic).map(|(_, sum)| sum)
    }

    /// Whether the services of a topic are folded away.
    pub fn is_folded(&self, topic: TopicRef) -> bool {
        self.folded.contains(&topic)
    }

    /// The service of the cursor's row, if it is not a heading.
    pub fn service(&self) -> Option<ServiceRef> {
        match self.row.selected? {
            GridRow::Service(service) => Some(service),
            GridRow::Topic(_) => None,
        }
    }

    /// Moves to the same service and column of another catalogue; what was folded is open there.
    pub(super) fn carry_over(&mut self, old: &Catalogue, new: &Catalogue) {
        let service = self.service();
        let row = service.and_then(|one| new.find_service(old[one].id.as_str()));
        let column = self.column.selected.and_then(|column| match column {
            Column::Municipality(one) => new
                .find_municipality(old[one].id.as_str())
                .map(Column::Municipality),
            Column::Organisation(one) => new
                .find_organisation(old[one].id.as_str())
                .map(Column::Organisation),
        });
        *self = Self {
            by: self.by,
            row: Selection {
                selected: row.map(GridRow::Service),
                offset: self.row.offset,
            },
            column: Selection {
                selected: column,
                offset: self.column.offset,
            },
            ..Self::default()
        };
    }
}

impl Model {
    /// Brings rows and columns up to what is typed and who calls. The matrix itself is made anew only when it is another.
    pub(super) fn lay_out_grid(&mut self) {
        let municipality = self.municipality();
        let by = self.grid.by;
        let holds = |made: &Made| made.by == by && made.municipality == municipality;
        if !self.grid.made.as_ref().is_some_and(holds) {
            let matrix = Matrix::of(&self.directory, by, municipality);
            self.grid.made = Some(Made {
                by,
                municipality,
                matrix,
            });
        }
        let fitting: HashSet<ServiceRef> = self.services.iter().copied().collect();
        // What was looked for is not hidden.
        let shows_all = !self.query.is_empty();
        let width = self.grid.matrix().map_or(0, |matrix| matrix.columns.len());
        let mut rows = Vec::new();
        let mut shown: Vec<&Row> = Vec::new();
        let mut sums = Vec::new();
        for group in self.grid.groups() {
            let services = group.rows.iter();
            let services: Vec<&Row> = services
                .filter(|row| fitting.contains(&row.service))
                .collect();
            if services.is_empty() {
                continue;
            }
            rows.push(GridRow::Topic(group.topic));
            sums.push((group.topic, Sum::of(&services, width)));
            if shows_all || !self.grid.is_folded(group.topic) {
                let services = services.iter();
                rows.extend(services.map(|row| GridRow::Service(row.service)));
            }
            shown.extend(services);
        }
        let all = Sum::of(&shown, width);
        let is_used = |tally: &Tally| tally.count(Sign::Outside) < all.services;
        let columns = self.grid.matrix().map_or(&[][..], |matrix| &matrix.columns);
        let columns = columns.iter().zip(&all.tallies);
        let columns = columns.filter(|(_, tally)| by == By::Municipality || is_used(tally));
        self.grid.columns = columns.map(|(column, _)| *column).collect();
        self.grid.rows = rows;
        self.grid.sums = sums;
        self.grid.all = all;
    }

    /// Puts the cursor on what fits best: the first hit for words, otherwise the first service.
    pub(super) fn select_best_in_grid(&mut self) {
        let rows = &self.grid.rows;
        let best = self.services.first().copied().map(GridRow::Service);
        let best = best.filter(|row| !self.found.words.trim().is_empty() && rows.contains(row));
        let first = rows.iter().find(|row| matches!(row, GridRow::Service(_)));
        let first = first.or(rows.first()).copied();
        self.grid.row.selected = best.or(first);
        self.grid.row.offset = 0;
    }

    /// Folds the services of a topic away, or opens them.
    pub(in crate::tui) fn fold(&mut self, topic: TopicRef) {
        if !self.grid.folded.remove(&topic) {
            self.grid.folded.insert(topic);
        }
        self.lay_out_grid();
    }

    /// Exchanges what stands above the columns.
    pub(in crate::tui) fn turn_grid(&mut self) {
        self.grid.by = match self.grid.by {
            By::Municipality => By::Organisation,
            By::Organisation => By::Municipality,
        };
        self.grid.column = Selection::default();
        self.lay_out_grid();
    }

    /// Keeps the cursor among rows and columns and in view.
    pub(super) fn settle_grid(&mut self, height: usize, widths: &[usize], room: usize) {
        if self.grid.row.position(&self.grid.rows).is_none() {
            self.select_best_in_grid();
        }
        let at = self.grid.row.position(&self.grid.rows).unwrap_or(0);
        let rows = self.grid.rows.len();
        let below_heading = at > 0 && matches!(self.grid.rows.get(at - 1), Some(GridRow::Topic(_)));
        if below_heading && height > 1 {
            self.grid.row.scroll_to(at - 1, rows, height);
        }
        self.grid.row.scroll_to(at, rows, height);

        if self.grid.column.position(&self.grid.columns).is_none() {
            self.grid.column.first(&self.grid.columns);
        }
        let at = self.grid.column.position(&self.grid.columns).unwrap_or(0);
        let offset = &mut self.grid.column.offset;
        *offset = (*offset).min(at);
        let wide = |from: usize, to: usize| {
            widths
                .get(from..to)
                .unwrap_or_default()
                .iter()
                .sum::<usize>()
        };
        while *offset < at && wide(*offset, at + 1) > room {
            *offset += 1;
        }
        // No room is left empty beside the last column.
        while *offset > 0 && wide(*offset - 1, widths.len()) <= room {
            *offset -= 1;
        }
    }
}
