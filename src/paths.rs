//! Where the user's own files live; without a home folder there are none, and the program works all the same.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use directories::{BaseDirs, ProjectDirs};

/// The folders of the program for one user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// Settings.
    pub config: PathBuf,
    /// A catalogue of one's own.
    pub data: PathBuf,
    /// What can be made again.
    pub cache: PathBuf,
    /// What the program leaves behind: reports of its own failures.
    pub state: PathBuf,
}

impl Paths {
    /// The folders where the system wants them; none where the user has no home.
    pub fn of_user() -> Option<Self> {
        let folders = ProjectDirs::from("", "", "hanvisa")?;
        Some(Self {
            config: folders.config_dir().to_owned(),
            data: folders.data_dir().to_owned(),
            cache: folders.cache_dir().to_owned(),
            state: folders
                .state_dir()
                .unwrap_or(folders.cache_dir())
                .to_owned(),
        })
    }

    /// The settings file.
    pub fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }
}

/// Makes a folder that only its user can read and write, with the folders on the way.
///
/// # Errors
/// When it cannot be made.
pub fn make_private(folder: &Path) -> io::Result<()> {
    let mut maker = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o700);
    maker.recursive(true).create(folder)
}

/// Removes the oldest files of a folder whose names end so, beyond a number that is kept.
///
/// # Errors
/// When the folder cannot be read or a file cannot be removed.
pub fn keep_newest(folder: &Path, ending: &str, kept: usize) -> io::Result<()> {
    let mut files: Vec<(SystemTime, PathBuf)> = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|own| own == ending) {
            files.push((fs::metadata(&path)?.modified()?, path));
        }
    }
    files.sort();
    let surplus = files.len().saturating_sub(kept);
    for (_, path) in files.iter().take(surplus) {
        fs::remove_file(path)?;
    }
    Ok(())
}

/// A path as somebody wrote it in a file: `~/` is their home, and a relative one starts beside that file.
pub fn written_in(file: &Path, path: &str) -> PathBuf {
    if let Some(rest) = path.strip_prefix("~/")
        && let Some(user) = BaseDirs::new()
    {
        return user.home_dir().join(rest);
    }
    file.parent().unwrap_or(Path::new("")).join(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_path_starts_beside_the_file_it_is_written_in() {
        let file = Path::new("/etc/hanvisa/config.toml");
        assert_eq!(
            written_in(file, "katalog"),
            Path::new("/etc/hanvisa/katalog")
        );
        assert_eq!(written_in(file, "/srv/katalog"), Path::new("/srv/katalog"));
    }
}
