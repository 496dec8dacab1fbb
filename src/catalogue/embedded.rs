//! The catalogue of Bergslagen, carried inside the program so that it works alone.

/// Names a file beside its text.
macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../data/bergslagen/", $name)))),*]
    };
}

/// The files of the embedded catalogue: name and text.
pub const FILES: &[(&str, &str)] = files![
    "fynd.toml",
    "hanvisningar.toml",
    "kallor.toml",
    "katalog.toml",
    "kommuner.toml",
    "organisationer.toml",
    "tjanster-avfall.toml",
    "tjanster-boende.toml",
    "tjanster-bygga.toml",
    "tjanster-fritid.toml",
    "tjanster-kommun.toml",
    "tjanster-miljo.toml",
    "tjanster-naringsliv.toml",
    "tjanster-omsorg.toml",
    "tjanster-trafik.toml",
    "tjanster-trygghet.toml",
    "tjanster-utbildning.toml",
    "tjanster-va.toml",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_shipped_catalogue_is_embedded() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/bergslagen");
        let mut on_disk: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with(".toml"))
            .collect();
        on_disk.sort();
        let embedded: Vec<_> = FILES.iter().map(|(name, _)| (*name).to_owned()).collect();
        assert_eq!(embedded, on_disk);
    }
}
