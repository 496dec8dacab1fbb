//! Words of spoken Swedish that say little about what a call is about.
//!
//! They are weighed down rather than taken out: `inte` still helps "larmet fungerar inte" before "larmet", and a query
//! of stop words alone is searched like any other. A few English ones stand here because callers speak it too.

/// Grammar: next to no weight. Folded and sorted.
const STOP: &[&str] = &[
    "a", "about", "aldrig", "all", "alla", "allt", "alltsa", "an", "and", "annan", "annat", "ar", "are", "at",
    "att", "av", "bara", "be", "behover", "bli", "blir", "blivit", "bor", "borde", "bort", "bra", "brukar", "can",
    "da", "dag", "dar", "de", "dem", "den", "denna", "dess", "det", "detta", "dig", "din", "dit", "dits", "ditt",
    "do", "does", "dom", "du", "e", "efter", "ej", "eller", "en", "er", "ert", "et", "ett", "fa", "far", "fatt",
    "fick", "finns", "flera", "for", "forbi", "fortfarande", "fraga", "fragor", "fram", "fran", "ga", "galler",
    "gang", "ganger", "gar", "ger", "get", "gick", "gjort", "gor", "gora", "ha", "had", "hade", "hallo", "han",
    "hander", "hant", "har", "have", "hej", "hejsan", "hela", "helt", "hem", "henne", "hennes", "here", "hit",
    "hon", "honom", "hos", "how", "hur", "i", "ibland", "idag", "igar", "igen", "in", "ingen", "inget", "inte",
    "is", "it", "ja", "jag", "ju", "kan", "kanske", "kom", "komma", "kommer", "kring", "kunna", "lange", "liksom",
    "lite", "man", "maste", "med", "mellan", "men", "mer", "mig", "min", "mina", "mitt", "mot", "my", "mycket",
    "na", "nagon", "nagot", "nan", "nar", "nasta", "need", "nere", "ni", "nja", "nog", "not", "nu", "och", "ocksa",
    "of", "ok", "om", "on", "oss", "our", "over", "pa", "rakt", "redan", "sa", "sadan", "sager", "samma", "se",
    "sedan", "sej", "sen", "sig", "sin", "sina", "sitt", "sitter", "ska", "skall", "skicka", "skulle", "snalla",
    "snart", "som", "star", "ta", "tack", "tar", "the", "there", "till", "to", "tror", "typ", "under", "undra",
    "undrar", "up", "upp", "uppe", "ur", "ut", "utan", "ute", "va", "vad", "var", "vara", "vart", "vem", "vems",
    "verkar", "vet", "vi", "vid", "vilka", "vilken", "vilket", "vill", "vore", "want", "we", "what", "when",
    "where", "who", "with", "you", "your",
];

/// Words of half of all calls: some weight. Folded and sorted.
const WEAK: &[&str] = &[
    "anmala", "anmalan", "anmaler", "ansoka", "ansokan", "ansoker", "ansvar", "ansvarar", "ansvarig", "ansvariga",
    "apply", "ar", "aret", "barn", "barnen", "barnet", "betala", "blankett", "boka", "bokar", "byta", "dotter",
    "farfar", "farmor", "fel", "felanmala", "felanmalan", "flytta", "gamla", "gammal", "gammalt", "gata", "gatan",
    "granne", "grannen", "grannens", "hamta", "hel", "help", "hitta", "hjalp", "hjalpa", "hjalper", "hus", "huset",
    "information", "kommun", "kommunen", "kommunens", "kommuner", "kontakt", "kontakta", "kosta", "kostar", "lamna",
    "lang", "mamma", "manad", "morfar", "mormor", "nara", "nummer", "ny", "nya", "nytt", "ordna", "pappa",
    "personal", "plats", "prata", "problem", "rapportera", "regler", "report", "ring", "ringa", "ringer", "skaffa",
    "skota", "skoter", "slut", "soka", "soker", "son", "sonder", "sonen", "sta", "stalla", "stor", "stora",
    "storre", "svar", "tid", "tider", "tillstand", "trasig", "trasiga", "trasigt", "vag", "vagen", "vecka",
    "veckor", "vilja",
];

/// Whether a folded word is grammar.
pub fn is_stop_word(word: &str) -> bool {
    word.len() <= 12 && STOP.binary_search(&word).is_ok()
}

/// Whether a folded word stands in half of all calls.
pub fn is_weak_word(word: &str) -> bool {
    word.len() <= 12 && WEAK.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::super::fold::fold;
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_folded() {
        for list in [STOP, WEAK] {
            assert!(list.is_sorted());
            assert!(list.iter().all(|word| fold(word) == *word && word.len() <= 12));
        }
    }
}
