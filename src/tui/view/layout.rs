//! Where everything stands on the screen, for every size.

use ratatui::layout::{Constraint, Layout, Rect};

use crate::tui::model::{Model, View};

/// Smaller than this, and nothing can be read.
pub const SMALLEST: (u16, u16) = (40, 10);

/// From this width on, list and card stand side by side.
const SIDE_BY_SIDE: u16 = 100;

/// From this height on, the query has a frame.
const FRAMED: u16 = 16;

/// From this height of the body on, a line between list and card costs nobody the number to ring.
const ROOMY: u16 = 7;

/// From this height of the body on, the cell of the matrix is told in several lines.
const SPACIOUS: u16 = 14;

/// What the body of the screen holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Body {
    /// A list and the card of what is selected in it.
    ListAndCard,
    /// A card alone.
    Card,
    /// The matrix, what its signs mean, and one cell of it in words.
    Matrix,
}

impl Body {
    fn of(model: &Model) -> Self {
        match model.view {
            View::Matrix => Self::Matrix,
            _ if model.card_open => Self::Card,
            _ => Self::ListAndCard,
        }
    }
}

/// The parts of the screen. Parts that do not fit are empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Regions {
    /// The line with name, caller and time.
    pub header: Rect,
    /// The query, with its frame where it has one.
    pub query: Rect,
    /// Whether the query has a frame.
    pub framed: bool,
    /// One line of news about the search, where there is any.
    pub news: Rect,
    /// The list of services, findings or organisations, or the matrix.
    pub list: Rect,
    /// The line between list and card, or with what the signs of the matrix mean.
    pub divider: Rect,
    /// The card, or a cell of the matrix in words.
    pub card: Rect,
    /// The line with keys.
    pub footer: Rect,
}

impl Regions {
    /// The parts for a model.
    pub fn of(model: &Model) -> Self {
        let has_news = super::news::line(model).is_some();
        let area = Rect::new(0, 0, model.size.width, model.size.height);
        Self::in_area(area, has_news, Body::of(model))
    }

    fn in_area(area: Rect, has_news: bool, parts: Body) -> Self {
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            return Self::default();
        }
        let framed = area.height >= FRAMED;
        let query_height = if framed { 3 } else { 1 };
        let news_height = u16::from(has_news);
        let [header, query, news, body, footer] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Length(query_height),
            Constraint::Length(news_height),
            Constraint::Min(1),
            Constraint::Length(1),
        ])
        .areas(area);
        let mut regions = Self {
            header,
            query,
            framed,
            news,
            footer,
            ..Self::default()
        };
        if parts == Body::Card {
            regions.card = body;
        } else if parts == Body::Matrix {
            let told = if body.height >= SPACIOUS { 3 } else { 1 };
            let below = if body.height >= ROOMY { told } else { 0 };
            [regions.list, regions.divider, regions.card] = Layout::vertical([
                Constraint::Min(1),
                Constraint::Length(u16::from(below > 0)),
                Constraint::Length(below),
            ])
            .areas(body);
        } else if area.width >= SIDE_BY_SIDE {
            let list = (area.width / 2).clamp(44, 84);
            [regions.list, regions.divider, regions.card] = Layout::horizontal([
                Constraint::Length(list),
                Constraint::Length(1),
                Constraint::Min(1),
            ])
            .areas(body);
        } else {
            // The first lines of the card say whom to ring: they always get their room.
            let list = (body.height * 2 / 5)
                .max(2)
                .min(body.height.saturating_sub(2));
            let divider = u16::from(body.height >= ROOMY);
            [regions.list, regions.divider, regions.card] = Layout::vertical([
                Constraint::Length(list),
                Constraint::Length(divider),
                Constraint::Min(1),
            ])
            .areas(body);
        }
        regions
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_every_size_that_can_be_read_there_is_a_list_and_a_card() {
        for width in [40, 41, 79, 80, 99, 100, 101, 168, 200] {
            for height in SMALLEST.1..70 {
                for has_news in [false, true] {
                    let area = Rect::new(0, 0, width, height);
                    let regions = Regions::in_area(area, has_news, Body::ListAndCard);
                    assert!(
                        regions.list.height >= 2 && regions.list.width >= 40,
                        "{width}×{height}"
                    );
                    assert!(
                        regions.card.height >= 1 && regions.card.width >= 40,
                        "{width}×{height}"
                    );
                    let opened = Regions::in_area(area, has_news, Body::Card);
                    assert_eq!((opened.list.height, opened.card.width), (0, width));
                    let matrix = Regions::in_area(area, has_news, Body::Matrix);
                    assert!(matrix.list.height >= 3 && matrix.list.width == width);
                }
            }
        }
    }
}
