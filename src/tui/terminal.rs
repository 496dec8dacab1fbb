//! The terminal: entered once, left once, whatever happens.
//!
//! Every mode that is turned on is turned off by the one function [`leave`], which may be called from anywhere and any
//! number of times: by the guard's drop, by the panic hook, by a signal.

use std::io::{self, Write, stdout};
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use ratatui::crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use ratatui::crossterm::{execute, queue};

/// Whether the terminal is in our hands.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// Gives the terminal back when it goes.
#[derive(Debug)]
pub struct Guard(());

impl Guard {
    /// Takes the terminal: raw, on its alternate screen, pastes told apart from keys, the mouse only if asked for.
    ///
    /// # Errors
    /// When the terminal refuses; it is then left as it was.
    pub fn enter(mouse: bool) -> io::Result<Self> {
        enter(mouse)?;
        Ok(Self(()))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
        if std::thread::panicking() {
            // The hook has left already, but a frame that was begun may have reached the terminal since.
            let _ = execute!(stdout(), EndSynchronizedUpdate);
        }
    }
}

/// Takes the terminal, at the start and after a suspension.
///
/// # Errors
/// When the terminal refuses; it is then left as it was.
pub fn enter(mouse: bool) -> io::Result<()> {
    enable_raw_mode()?;
    ENTERED.store(true, Ordering::SeqCst);
    let mut entered = execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste);
    if mouse {
        entered = entered.and_then(|()| execute!(stdout(), EnableMouseCapture));
    }
    if entered.is_err() {
        leave();
    }
    entered
}

/// Gives the terminal back as it was. Does nothing where it is not ours.
pub fn leave() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = stdout();
    // A terminal that is gone cannot be told anything; there is nobody left to tell either.
    let _ = queue!(
        out,
        EndSynchronizedUpdate,
        DisableMouseCapture,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show
    );
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// Makes a panic of this thread leave the terminal at once: a second one, on the way out, would end the program without
/// dropping its guard. A panic of another thread ends that thread only, and leaves the picture as it is; who
/// waits for what it would have done, does it again, see `threads`.
pub fn leave_on_panic() {
    let earlier = std::panic::take_hook();
    let own = std::thread::current().id();
    std::panic::set_hook(Box::new(move |info| {
        if std::thread::current().id() == own {
            leave();
        }
        earlier(info);
    }));
}

/// Makes the signals that ask a program to end leave the terminal first. A vanished terminal (SIGHUP) ends the
/// program by the system's own rule; [`end_with_the_terminal`] is for when that rule does not hold.
///
/// # Errors
/// When the system lets nobody listen for signals.
#[cfg(unix)]
pub fn leave_on_signals() -> io::Result<()> {
    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    let mut signals = Signals::new([SIGTERM, SIGINT])?;
    std::thread::Builder::new()
        .name("signals".into())
        .spawn(move || {
            if let Some(signal) = signals.forever().next() {
                leave();
                let _ = emulate_default_handler(signal);
            }
        })?;
    Ok(())
}

/// Nothing to do where there are no signals.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn leave_on_signals() -> io::Result<()> {
    Ok(())
}

/// Ends the program when its terminal is gone and no signal has said so, as under `nohup` or in a session that the
/// terminal does not lead. To read from such a terminal would never end and never rest.
///
/// # Errors
/// When the system gives no thread to wait in.
#[cfg(unix)]
pub fn end_with_the_terminal() -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;

    let wait = || {
        let input = io::stdin();
        loop {
            // Asked for nothing, it still tells when the other end is closed, and takes no time until then.
            let mut watched = [PollFd::new(&input, PollFlags::empty())];
            match poll(&mut watched, None) {
                Ok(_) if watched[0].revents().contains(PollFlags::HUP) => break,
                Err(Errno::INTR) => {}
                // Without this knowledge everything is as it would be without this thread.
                Ok(_) | Err(_) => return,
            }
        }
        leave();
        let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGHUP);
    };
    let builder = std::thread::Builder::new().name("hang-up".into());
    builder.spawn(wait).map(drop)
}

/// Nothing to do where a terminal is not a file.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn end_with_the_terminal() -> io::Result<()> {
    Ok(())
}

/// Stops the program until the shell continues it, with the terminal given back meanwhile.
///
/// # Errors
/// When the terminal cannot be taken again.
#[cfg(unix)]
pub fn suspend(mouse: bool) -> io::Result<()> {
    leave();
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
    enter(mouse)
}

/// Nothing to do where a shell cannot continue a program.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn suspend(_mouse: bool) -> io::Result<()> {
    Ok(())
}
