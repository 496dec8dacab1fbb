//! An index written down flat, so that a later start reads it instead of building it.

use super::super::flat::{Reader, Writer, all_below};
use super::super::letters::Letters;
use super::super::rank::classes;
use super::super::vocabulary::Vocabulary;
use super::rows::Rows;
use super::{Index, SCORE_ALL_UP_TO, next_stamp};

/// The number of the form of a written index: another one as soon as anything is different in what makes an index, so that
/// an older one is never taken for a newer one.
pub const FORM: u32 = sum_of(&[
    include_bytes!("../distance.rs"),
    include_bytes!("../documents.rs"),
    include_bytes!("../flat.rs"),
    include_bytes!("../fold.rs"),
    include_bytes!("../index.rs"),
    include_bytes!("../intern.rs"),
    include_bytes!("../rank.rs"),
    include_bytes!("../stem.rs"),
    include_bytes!("../stopwords.rs"),
    include_bytes!("../tiers.rs"),
    include_bytes!("../vocabulary.rs"),
    include_bytes!("../vocabulary/sorted.rs"),
    include_bytes!("../vocabulary/stored.rs"),
    include_bytes!("reader.rs"),
    include_bytes!("rows.rs"),
    include_bytes!("stored.rs"),
]);

/// The FNV-1a hash of files, one after the other.
const fn sum_of(files: &[&[u8]]) -> u32 {
    let mut sum: u32 = 0x811c_9dc5;
    let mut files = files;
    while let [file, others @ ..] = files {
        let mut file: &[u8] = file;
        while let [byte, rest @ ..] = file {
            sum = (sum ^ *byte as u32).wrapping_mul(0x0100_0193);
            file = rest;
        }
        files = others;
    }
    sum
}

impl Index {
    /// Writes the index down, after what is there.
    pub fn write(&self, after: Vec<u8>) -> Vec<u8> {
        let mut to = Writer(after);
        to.u32s(&self.numbers);
        to.bytes(&self.name_words);
        self.vocabulary.write(&mut to);
        to.u16s(&self.tops);
        to.u32s(&self.frequencies);
        self.postings.write(&mut to);
        if !self.scores_all {
            self.rows.write(&mut to);
        }
        to.0
    }

    /// The index of so many documents that [`Index::write`] wrote; none where the bytes are not one.
    pub fn read(bytes: &[u8], documents: usize) -> Option<Self> {
        Self::read_scoring_all_up_to(SCORE_ALL_UP_TO, bytes, documents)
    }

    fn read_scoring_all_up_to(limit: usize, bytes: &[u8], documents: usize) -> Option<Self> {
        let classes = classes();
        let scores_all = documents <= limit;
        let mut from = Reader(bytes);
        let numbers = from.u32s()?;
        let name_words = from.bytes()?.to_vec();
        let vocabulary = Vocabulary::read(&mut from)?;
        let words = vocabulary.len() as usize;
        let tops = from.u16s()?;
        let frequencies = from.u32s()?;
        let postings = Rows::read(&mut from, words, documents, classes.len())?;
        let rows = if scores_all {
            Rows::default()
        } else {
            Rows::read(&mut from, documents, words, classes.len())?
        };
        from.end()?;
        let fits = numbers.len() == documents
            && all_below(&numbers, documents)
            && name_words.len() == documents
            && tops.len() == words
            && frequencies.len() == words;
        let read = fits.then(|| Self {
            vocabulary,
            classes,
            postings,
            rows,
            tops,
            frequencies,
            numbers,
            name_words,
            scores_all,
            letters: Letters::default(),
            stamp: next_stamp(),
        });
        read.map(Self::with_letters)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Document, Field, Searcher};
    use super::*;
    use proptest::prelude::*;

    fn documents() -> impl Strategy<Value = Vec<Document>> {
        let words = prop::sample::select(vec![
            "snö",
            "snor",
            "Snöröjning",
            "gata",
            "gatan",
            "E-faktura",
            "vatten",
            "vattnet",
            "i",
            "på",
            "日本",
            "avlopp",
            "avloppsstopp",
            "stopp",
        ]);
        let text = prop::collection::vec(words, 1..5).prop_map(|words| words.join(" "));
        let field = prop::sample::select(Field::ALL.to_vec());
        let fields = prop::collection::vec((field, text), 0..5);
        prop::collection::vec(fields.prop_map(|fields| Document { fields }), 0..12)
    }

    fn built(limit: usize, documents: &[Document]) -> Index {
        Index::build_scoring_all_up_to(limit, documents.iter().cloned())
    }

    proptest! {
        #[test]
        fn a_written_index_is_read_as_it_was(documents in documents(), limit in prop::sample::select(vec![0, 100])) {
            let index = built(limit, &documents);
            let bytes = index.write(Vec::new());
            let read = Index::read_scoring_all_up_to(limit, &bytes, documents.len()).unwrap();
            prop_assert_eq!(read.write(Vec::new()), bytes);
            let (read, index) = (Index { stamp: 0, ..read }, Index { stamp: 0, ..index });
            prop_assert_eq!(format!("{read:?}"), format!("{index:?}"));
        }

        #[test]
        fn bytes_that_somebody_changed_are_no_index_or_one_that_can_be_searched(
            documents in documents(),
            limit in prop::sample::select(vec![0, 100]),
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
            cut in prop::option::of(any::<prop::sample::Index>()),
        ) {
            let mut bytes = built(limit, &documents).write(Vec::new());
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            if let Some(cut) = cut {
                bytes.truncate(cut.index(bytes.len()));
            }
            if let Some(index) = Index::read_scoring_all_up_to(limit, &bytes, documents.len()) {
                let mut searcher = Searcher::new();
                for query in ["snö gata", "avlopstop", "vatt", "日本 i"] {
                    let found = index.search(&mut searcher, query, 10, &|_| true);
                    for hit in &found.hits {
                        prop_assert!((hit.document as usize) < documents.len());
                    }
                    index.highlight(&mut searcher, "Snöröjning på gatan", query);
                }
            }
        }
    }

    #[test]
    fn an_index_of_more_documents_or_fewer_is_not_taken() {
        let document = |name: &str| Document {
            fields: vec![(Field::Name, name.to_owned())],
        };
        let bytes = built(100, &[document("snö"), document("gata")]).write(Vec::new());
        assert!(Index::read(&bytes, 2).is_some());
        for other in [0, 1, 3] {
            assert!(Index::read(&bytes, other).is_none(), "{other}");
        }
        let longer = [bytes.as_slice(), b"\0"].concat();
        assert!(Index::read(&longer, 2).is_none());
    }
}
