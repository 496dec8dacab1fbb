//! Copying: through the terminal with OSC 52, so that it works over SSH; and to a local clipboard where there is one.

use std::io::{self, Write};

use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::execute;

/// Asks the terminal to put a text on the user's clipboard. Terminals do not say whether they did.
///
/// # Errors
/// When the terminal cannot be written to.
pub fn through_terminal(terminal: &mut impl Write, text: &str) -> io::Result<()> {
    execute!(terminal, CopyToClipboard::to_clipboard_from(text))
}

/// The clipboard of this machine. On X11 a copied text lives only as long as whoever copied it, so it is kept.
#[derive(Default)]
pub struct LocalClipboard(Option<arboard::Clipboard>);

impl LocalClipboard {
    /// Puts a text on the clipboard of this machine, if it has one and the user sits in front of it.
    pub fn copy(&mut self, text: &str, variable: impl Fn(&str) -> Option<String>) {
        // Over SSH the clipboard of this machine is somebody else's.
        if variable("SSH_CONNECTION").is_some() {
            return;
        }
        let has_screen = cfg!(any(windows, target_os = "macos"))
            || variable("DISPLAY").is_some_and(|value| !value.is_empty())
            || variable("WAYLAND_DISPLAY").is_some_and(|value| !value.is_empty());
        if !has_screen {
            return;
        }
        if self.0.is_none() {
            self.0 = arboard::Clipboard::new().ok();
        }
        if let Some(clipboard) = &mut self.0 {
            // OSC 52 has been sent as well; where this fails, the terminal may still have copied.
            let _ = clipboard.set_text(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terminal_is_asked_with_osc_52_in_base64() {
        let mut written = Vec::new();
        through_terminal(&mut written, "Ring 112").unwrap();
        assert_eq!(
            String::from_utf8(written).unwrap(),
            "\x1b]52;c;UmluZyAxMTI=\x1b\\"
        );
    }
}
