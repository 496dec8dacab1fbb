//! Words of spoken Swedish that say little about what a call is about.
//!
//! They are weighed down rather than taken out: `inte` still helps "larmet fungerar inte" before "larmet", and a query
//! of stop words alone is searched like any other. A few English ones stand here because callers speak it too.

/// Grammar: next to no weight. Folded and sorted.
#[rustfmt::skip]
const STOP: &[&str] = &[
    "a", "about", "aldrig", "all", "alla", "alldeles", "allt", "alltid", "allting", "alltsa", "an", "and",
    "anda", "andra", "annan", "annars", "annat", "annu", "ar", "are", "at", "atminstone", "att", "av", "aven",
    "bakom", "bara", "be", "behover", "bland", "blev", "bli", "blir", "blivit", "bor", "borde", "borjan",
    "bort", "bra", "bredvid", "brukar", "can", "da", "dag", "dar", "darfor", "darifran", "de", "dem", "den",
    "denna", "dess", "dessa", "det", "detta", "dig", "din", "dina", "dit", "ditat", "dits", "ditt", "do",
    "dock", "does", "dom", "du", "e", "efter", "efterat", "eftersom", "ej", "eller", "emellan", "emot", "en",
    "ena", "enligt", "ens", "er", "era", "ert", "et", "ett", "fa", "fanns", "far", "fatt", "fem", "fick",
    "finns", "fler", "flera", "flest", "for", "forbi", "fore", "forra", "forst", "fortfarande", "forutom",
    "fraga", "fragor", "fram", "framfor", "fran", "fyra", "ga", "galler", "gang", "ganger", "ganska", "gar",
    "garna", "gatt", "genom", "ger", "get", "gick", "gjorde", "gjort", "gjorts", "gor", "gora", "ha", "had",
    "hade", "hallo", "han", "hander", "hant", "har", "have", "hej", "hejhej", "hejsan", "hela", "hellre",
    "helst", "helt", "hem", "henne", "hennes", "here", "hit", "hittills", "hon", "honom", "hor", "hos", "how",
    "hur", "hurdan", "i", "ibland", "idag", "ifall", "ifran", "igar", "igen", "igenom", "ihop", "ikvall",
    "imorgon", "imorse", "in", "inatt", "inga", "ingen", "inget", "innan", "innanfor", "inne", "inom", "inte",
    "is", "istallet", "it", "ja", "jag", "jamt", "jo", "ju", "kan", "kannas", "kanner", "kanns", "kanske",
    "knappt", "kom", "komma", "kommer", "kommit", "kring", "kunde", "kunna", "kunnat", "lagom", "lange",
    "langre", "langs", "lar", "lata", "later", "ligger", "lika", "liksom", "lite", "liten", "litet", "man",
    "manga", "mast", "maste", "med", "medan", "mellan", "men", "mer", "mera", "mest", "mig", "min", "mina",
    "mitt", "mot", "my", "mycket", "na", "nagon", "nagonstans", "nagonting", "nagot", "nagra", "namligen",
    "nan", "nanting", "nar", "nasta", "nastan", "nat", "ned", "need", "nej", "ner", "nere", "ni", "nja", "nog",
    "not", "nu", "nyss", "och", "ocksa", "of", "ofta", "ok", "okej", "om", "on", "oss", "our", "ovanfor",
    "over", "pa", "per", "plotsligt", "precis", "rakt", "redan", "riktigt", "runt", "sa", "sadan", "sadana",
    "sadant", "sadar", "sade", "sag", "sager", "sagt", "samma", "samt", "samtidigt", "se", "sedan", "sej",
    "sen", "senast", "ser", "sett", "sig", "sin", "sina", "sist", "sista", "sitt", "sitta", "sitter", "sjalva",
    "ska", "skall", "skicka", "skulle", "slags", "sma", "snalla", "snarare", "snarast", "snart", "som",
    "somliga", "speciellt", "star", "stod", "strax", "syns", "ta", "tack", "tagit", "tanker", "tankt", "tar",
    "the", "there", "tidigare", "till", "tillbaka", "tills", "tillsammans", "to", "tog", "tre", "tror", "trots",
    "trott", "tva", "tycker", "typ", "tyvarr", "undan", "under", "undra", "undrar", "ungefar", "up", "upp",
    "uppe", "ur", "ut", "utan", "utanfor", "ute", "va", "vad", "vada", "vadda", "vanligt", "vantat", "var",
    "vara", "varandra", "varenda", "varfor", "varifran", "varit", "varje", "varken", "vars", "vart", "velat",
    "vem", "vems", "verkar", "verkligen", "vet", "vi", "vid", "vilka", "vilkas", "vilken", "vilket", "vill",
    "vissa", "visst", "visste", "vore", "want", "we", "what", "when", "where", "who", "with", "you", "your",
    "ytterligare",
];

/// Words of half of all calls: some weight. Folded and sorted.
#[rustfmt::skip]
const WEAK: &[&str] = &[
    "affaren", "aka", "aker", "aktuell", "aktuellt", "anledning", "anmala", "anmalan", "anmaler", "ansoka",
    "ansokan", "ansoker", "ansvar", "ansvarar", "ansvarig", "ansvariga", "antal", "anvanda", "anvander",
    "apply", "april", "aret", "augusti", "barn", "barnen", "barnet", "bast", "battre", "begara", "behov",
    "behovas", "behovet", "behovs", "bestalla", "bestamma", "bestammer", "betala", "betyder", "bit", "bitar",
    "blankett", "boka", "bokar", "borja", "borjade", "borjar", "bror", "brorsan", "byn", "byta", "dagar",
    "dagarna", "dalig", "daliga", "daligt", "december", "del", "delar", "direkt", "dotter", "dottern",
    "dotterns", "dra", "drar", "egna", "exakt", "exakta", "fall", "fallet", "fardig", "fardigt", "farfar",
    "farmor", "farsa", "farsan", "februari", "fel", "felanmala", "felanmalan", "fixa", "fixar", "flytta",
    "folk", "forsoka", "forsoker", "forsokt", "fortsatta", "fortsatter", "fredag", "fredags", "fru", "full",
    "fulla", "fullt", "fungera", "fungerar", "funkar", "gamla", "gammal", "gammalt", "gata", "gatan", "ge",
    "ges", "gett", "gillar", "glomma", "goras", "granne", "grannen", "grannens", "grej", "grejer", "grund",
    "halla", "haller", "halv", "hamta", "handa", "hantera", "hel", "helg", "helgen", "helger", "help", "hemma",
    "hemskt", "hitta", "hjalp", "hjalpa", "hjalper", "hog", "hoga", "hogt", "hoppas", "hornet", "host",
    "hostas", "hosten", "hus", "huset", "information", "januari", "jobbig", "jobbigt", "juli", "juni", "killen",
    "kilometer", "klar", "klara", "klarar", "klart", "kommun", "kommunen", "kommunens", "kommuner", "kompis",
    "konstig", "konstigt", "kontakt", "kontakta", "kort", "korta", "kosta", "kostar", "krava", "kraver",
    "kravs", "kvall", "kvallar", "kvallen", "kvarteret", "kvinna", "kvinnan", "lag", "laga", "lage", "laget",
    "lagga", "lagger", "lagligt", "lagt", "lamna", "lang", "latt", "ledig", "lediga", "ledigt", "leta", "letar",
    "liknande", "lordag", "lordagar", "lordags", "macken", "maj", "maka", "make", "mamma", "manad", "manaden",
    "manader", "mandag", "mandagar", "mandags", "mannen", "manniska", "manniskor", "mars", "massor", "mena",
    "menar", "meter", "minuter", "mojlig", "mojlighet", "mojligt", "morfar", "morgnar", "morgon", "mormor",
    "morsa", "morsan", "namn", "nara", "narhet", "narheten", "natet", "natt", "natten", "natter", "natterna",
    "november", "nummer", "ny", "nya", "nytt", "oktober", "olika", "omgivning", "omkring", "omradet", "onsdag",
    "onsdags", "oppen", "oppet", "oppna", "ordna", "ordnar", "orkar", "ort", "orten", "pappa", "par", "person",
    "personal", "personer", "plats", "prata", "pratar", "problem", "rapportera", "ratt", "regler", "report",
    "ring", "ringa", "ringer", "saga", "sak", "saker", "sambo", "samhalle", "samhallet", "samre", "samst",
    "satt", "satta", "satter", "september", "sida", "sidan", "situation", "sjalv", "skaffa", "skota", "skoter",
    "skots", "slag", "slippa", "slipper", "slut", "sluta", "slutar", "snabb", "snabbare", "soka", "soker",
    "sommar", "sommaren", "son", "sondag", "sondagar", "sondags", "sonder", "sonen", "sonens", "sorts",
    "speciell", "sta", "stackars", "stad", "staden", "stalla", "stalle", "staller", "stallet", "stan", "stor",
    "stora", "storre", "stund", "svar", "svart", "syrran", "syster", "tagits", "tanke", "tas", "tid", "tider",
    "tillaten", "tillatet", "tillfalligt", "tillstand", "timmar", "timme", "tisdag", "tisdags", "tjanst",
    "tjansten", "tjanster", "tjejen", "tom", "tomt", "torget", "torsdag", "torsdags", "trakten", "trasig",
    "trasiga", "trasigt", "typen", "ungar", "unge", "ungen", "vag", "vagar", "vagen", "vanlig", "vanliga",
    "varas", "varen", "vecka", "veckan", "veckor", "viktig", "viktigt", "vilja", "vinter", "vintern", "visa",
    "visar",
];

/// Words of grammar that many compounds begin with, so that `av gift` is one word cut in two. Folded and sorted.
const FIRST_PARTS: &[&str] = &[
    "av", "efter", "fram", "hem", "in", "over", "till", "under", "upp", "ut",
];

/// Whether a folded word of grammar may be the first part of a compound.
pub fn begins_compounds(word: &str) -> bool {
    FIRST_PARTS.binary_search(&word).is_ok()
}

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
        for list in [STOP, WEAK, FIRST_PARTS] {
            assert!(list.is_sorted());
            assert!(
                list.iter()
                    .all(|word| fold(word) == *word && word.len() <= 12)
            );
        }
    }
}
