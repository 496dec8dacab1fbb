//! The one table of commands: key map, footer, help, man page and README are all made from it.

/// Something the user can ask for with a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the locale files say what each does")]
pub enum Command {
    Help,
    Emergency,
    Why,
    Municipality,
    Date,
    Copy,
    Open,
    Close,
    NextView,
    PreviousView,
    Services,
    Findings,
    Matrix,
    Organisations,
    Across,
    Columns,
    Verdict,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    ScrollUp,
    ScrollDown,
    Left,
    Right,
    WordLeft,
    WordRight,
    LineStart,
    LineEnd,
    DeleteBack,
    DeleteForward,
    DeleteWord,
    ClearLine,
    Redraw,
    Suspend,
    Quit,
}

/// What belongs together in the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// During a call.
    Call,
    /// Getting about.
    Moving,
    /// Editing the query.
    Editing,
    /// The program itself.
    Program,
}

impl Section {
    /// Every section, in the order of the help.
    pub const ALL: [Self; 4] = [Self::Call, Self::Moving, Self::Editing, Self::Program];

    /// The id of its heading in the locale files.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Call => "section-call",
            Self::Moving => "section-moving",
            Self::Editing => "section-editing",
            Self::Program => "section-program",
        }
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The command.
    pub command: Command,
    /// Its name in the key map.
    pub name: &'static str,
    /// The id of what it does, in the locale files.
    pub text: &'static str,
    /// Where the help has it.
    pub section: Section,
}

/// Writes the table down.
macro_rules! table {
    ($($section:ident: $($command:ident $name:literal $text:literal),+;)+) => {
        /// Every command, in the order of the help.
        pub const TABLE: &[Entry] = &[$($(
            Entry { command: Command::$command, name: $name, text: $text, section: Section::$section },
        )+)+];
    };
}

table! {
    Call:
        Open "open" "command-open",
        Copy "copy" "command-copy",
        Municipality "municipality" "command-municipality",
        Date "date" "command-date",
        Emergency "emergency" "command-emergency",
        Why "why" "command-why",
        Close "close" "command-close";
    Moving:
        NextView "next-view" "command-next-view",
        PreviousView "previous-view" "command-previous-view",
        Services "services" "command-services",
        Findings "findings" "command-findings",
        Matrix "matrix" "command-matrix",
        Organisations "organisations" "command-organisations",
        Across "across" "command-across",
        Columns "columns" "command-columns",
        Verdict "verdict" "command-verdict",
        Up "up" "command-up",
        Down "down" "command-down",
        PageUp "page-up" "command-page-up",
        PageDown "page-down" "command-page-down",
        First "first" "command-first",
        Last "last" "command-last",
        ScrollUp "scroll-up" "command-scroll-up",
        ScrollDown "scroll-down" "command-scroll-down";
    Editing:
        Left "left" "command-left",
        Right "right" "command-right",
        WordLeft "word-left" "command-word-left",
        WordRight "word-right" "command-word-right",
        LineStart "line-start" "command-line-start",
        LineEnd "line-end" "command-line-end",
        DeleteBack "delete-back" "command-delete-back",
        DeleteForward "delete-forward" "command-delete-forward",
        DeleteWord "delete-word" "command-delete-word",
        ClearLine "clear-line" "command-clear-line";
    Program:
        Help "help" "command-help",
        Redraw "redraw" "command-redraw",
        Suspend "suspend" "command-suspend",
        Quit "quit" "command-quit";
}

impl Command {
    /// The command with this name in the key map.
    pub fn named(name: &str) -> Option<Self> {
        TABLE
            .iter()
            .find(|entry| entry.name == name)
            .map(|entry| entry.command)
    }

    /// Its name in the key map.
    pub fn name(self) -> &'static str {
        TABLE
            .iter()
            .find(|entry| entry.command == self)
            .map_or("", |entry| entry.name)
    }
}
