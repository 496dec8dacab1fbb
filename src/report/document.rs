//! What a report is made of, whatever it is written as: sections of texts, lists, tables, charts, chains, findings and the
//! heat map. Each renderer sees to it that no text in it can be anything but text.

use crate::locale::Language;

/// A whole report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The language its words are in.
    pub language: Language,
    /// The heading above all.
    pub title: String,
    /// What it is about, a paragraph each.
    pub lead: Vec<String>,
    /// The word above the list of its sections.
    pub contents: String,
    /// Its sections.
    pub sections: Vec<Section>,
}

/// A part of a report under a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// What links to it name: ASCII letters and hyphens; empty where nothing links to it.
    pub anchor: &'static str,
    /// The heading.
    pub title: String,
    /// What stands under it.
    pub blocks: Vec<Block>,
    /// Its parts.
    pub sections: Vec<Section>,
}

impl Section {
    /// A section without anything yet.
    pub fn new(anchor: &'static str, title: String) -> Self {
        Self {
            anchor,
            title,
            ..Self::default()
        }
    }

    /// The section with another block at its end.
    #[must_use]
    pub fn with(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }
}

/// Something in a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A paragraph for whoever wants to know more.
    Quiet(String),
    /// A list.
    List(Vec<String>),
    /// A few figures to see first.
    Figures(Vec<KeyFigure>),
    /// A table.
    Table(Table),
    /// A bar chart, with its numbers.
    Bars(Bars),
    /// A chain of bodies.
    Chain(Drawing),
    /// A finding, or the like.
    Entry(Entry),
    /// Services beside municipalities.
    HeatMap(HeatMap),
}

/// A figure to see first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFigure {
    /// The figure.
    pub value: String,
    /// What it counts.
    pub label: String,
    /// What it was before, where the report compares.
    pub before: Option<String>,
}

/// A table; the first cell of a row is its heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The headings of its columns.
    pub head: Vec<Head>,
    /// Its rows, with a cell for each column.
    pub rows: Vec<Vec<String>>,
}

/// The heading of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The heading.
    pub text: String,
    /// Whether the column holds numbers.
    pub is_number: bool,
}

impl Head {
    /// A column of words.
    pub fn words(text: String) -> Self {
        Self {
            text,
            is_number: false,
        }
    }

    /// A column of numbers.
    pub fn number(text: String) -> Self {
        Self {
            text,
            is_number: true,
        }
    }
}

/// What a part of a chart means, and thereby how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// As it should be, well known.
    Calm,
    /// Not quite so.
    Mild,
    /// To look at.
    Warm,
    /// To act on.
    Strong,
    /// Nothing.
    Faint,
}

impl Tone {
    /// Its name in a style sheet.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Calm => "calm",
            Self::Mild => "mild",
            Self::Warm => "warm",
            Self::Strong => "strong",
            Self::Faint => "faint",
        }
    }
}

/// A chart of bars, each of several parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bars {
    /// What it shows.
    pub caption: String,
    /// What a bar is about.
    pub subject: String,
    /// What the column of the bars themselves is called.
    pub bar: String,
    /// What the parts are.
    pub parts: Vec<(Tone, String)>,
    /// The bars.
    pub rows: Vec<Bar>,
}

impl Bars {
    /// The longest of the bars; never 0.
    pub fn longest(&self) -> usize {
        let lengths = self.rows.iter().map(Bar::length);
        lengths.max().unwrap_or_default().max(1)
    }
}

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is about.
    pub label: String,
    /// How long each part is.
    pub parts: Vec<usize>,
}

impl Bar {
    /// How long it is.
    pub fn length(&self) -> usize {
        self.parts.iter().sum()
    }
}

/// Whom a caller speaks to, in turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// What it shows.
    pub caption: String,
    /// The bodies; the first is where the call comes in.
    pub boxes: Vec<String>,
    /// How it ends, where that is not with somebody who takes care of it.
    pub end: Option<String>,
}

/// Something with a name, a few words about its standing, and facts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// What it is about.
    pub title: String,
    /// How it is known, and the like.
    pub tags: Vec<String>,
    /// What is to be said of it.
    pub texts: Vec<String>,
    /// The chains that show it.
    pub chains: Vec<Drawing>,
    /// What else there is to know: a word and what it is.
    pub facts: Vec<(String, String)>,
}

/// Services beside municipalities: who has each, and how it is shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatMap {
    /// What it shows.
    pub caption: String,
    /// What stands above the services.
    pub subject: String,
    /// What the signs mean: the sign, its word, and how it looks.
    pub signs: Vec<Sign>,
    /// What stands above the columns.
    pub columns: Vec<String>,
    /// The services, topic by topic.
    pub groups: Vec<HeatGroup>,
}

/// A sign of the heat map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// The sign.
    pub glyph: &'static str,
    /// Its word.
    pub word: String,
    /// How it looks.
    pub tone: Tone,
}

/// The services of a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatGroup {
    /// The topic.
    pub title: String,
    /// The services, each with a cell for each column.
    pub rows: Vec<(String, Vec<HeatCell>)>,
}

/// A cell of the heat map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatCell {
    /// Its sign, by the position in the heat map's list.
    pub sign: usize,
    /// Who has the service; empty where nobody has.
    pub who: String,
    /// Whether the sign's word should stand beside it for everybody.
    pub is_told: bool,
}
