//! Words of spoken Swedish that say little about what a call is about.
//!
//! They are weighed down rather than taken out: `inte` still helps "larmet fungerar inte" before "larmet", and a query
//! of stop words alone is searched like any other. A few English ones stand here because callers speak it too.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::intern::QuickHash;

/// Grammar: next to no weight. Folded and sorted.
#[rustfmt::skip]
const STOP: &[&str] = &[
    "a", "about", "absolut", "ack", "adjo", "ah", "aha", "aldrig", "all", "alla", "allafall", "alldeles",
    "allesammans", "allihop", "allt", "alltid", "allting", "alltsa", "an", "and", "anda", "andra", "angaende",
    "annan", "annars", "annat", "annu", "antagligen", "apropa", "ar", "are", "asmycket", "assa", "at",
    "atminstone", "att", "av", "aven", "ba", "bah", "bakom", "bara", "be", "behover", "beratta", "berattar",
    "betraffande", "bland", "blev", "bli", "blir", "blivit", "bor", "borde", "borjan", "bort", "bra", "bredvid",
    "brukar", "can", "da", "dag", "dar", "daremot", "darfor", "darifran", "darmed", "de", "dem", "den", "denna",
    "denne", "dess", "dessa", "dessutom", "det", "detta", "dig", "din", "dina", "dit", "ditat", "dits", "ditt",
    "do", "dock", "does", "dom", "du", "e", "efter", "efterat", "eftersom", "egentligen", "eh", "ej", "eller",
    "emellan", "emot", "en", "ena", "enligt", "ens", "er", "era", "ert", "et", "ett", "fa", "faktiskt", "fanns",
    "far", "fatt", "fem", "fick", "finns", "fler", "flera", "flest", "for", "forbi", "fore", "forlat",
    "formodligen", "forra", "forresten", "forst", "fortfarande", "forutom", "fraga", "fragor", "fram",
    "framfor", "fran", "fundera", "funderade", "funderar", "funderat", "fyra", "ga", "galler", "gang", "ganger",
    "ganska", "gar", "garna", "gatt", "genom", "ger", "get", "gick", "gjorde", "gjort", "gjorts", "goddag",
    "godkvall", "godmorgon", "gor", "gora", "ha", "had", "hade", "hallo", "halsningar", "han", "hander", "hant",
    "har", "harmed", "haromdagen", "have", "hej", "hejda", "hejhej", "hejsan", "hela", "heller", "hellre",
    "helst", "helt", "hem", "henne", "hennes", "here", "herregud", "heter", "hette", "hit", "hitat", "hittills",
    "hm", "hmm", "hon", "honom", "hor", "hort", "hos", "how", "huh", "hur", "hurdan", "hursa", "huvudtaget",
    "i", "iallafall", "ibland", "idag", "ifall", "ifran", "igar", "igen", "igenom", "ihop", "ikvall", "imorgon",
    "imorse", "in", "inatt", "inga", "ingen", "inget", "innan", "innanfor", "inne", "inom", "inte", "is",
    "istallet", "it", "ja", "jag", "jaha", "jajaman", "jamt", "japp", "jassa", "jattelange", "jattemycket",
    "jepp", "jo", "josses", "ju", "kallas", "kan", "kannas", "kanner", "kanns", "kanske", "knappt", "kom",
    "komma", "kommer", "kommit", "kring", "kunde", "kunna", "kunnat", "lagom", "lange", "langre", "langs",
    "lar", "lata", "later", "ligger", "lika", "liksom", "lite", "liten", "litet", "man", "manga", "massa",
    "mast", "maste", "med", "medan", "mellan", "men", "mer", "mera", "mest", "mig", "min", "mina", "mitt", "mm",
    "morrn", "morsning", "mot", "mvh", "my", "mycket", "na", "nae", "nagon", "nagonstans", "nagonting", "nagot",
    "nagra", "naha", "namligen", "nan", "nanstans", "nanting", "nar", "nasta", "nastan", "nat", "ned", "need",
    "nej", "ner", "nere", "ni", "nja", "nog", "not", "nu", "nufortiden", "numera", "nyligen", "nyss", "och",
    "ocksa", "of", "ofta", "oh", "oj", "ok", "okej", "om", "on", "onskar", "oss", "our", "ovanfor", "over",
    "pa", "per", "plotsligt", "precis", "rakt", "redan", "riktigt", "runt", "sa", "sadan", "sadana", "sadant",
    "sadar", "sade", "sag", "sager", "sagt", "sallan", "samma", "samt", "samtidigt", "san", "sana", "sanadar",
    "se", "sedan", "sej", "sen", "senast", "ser", "sett", "sig", "sin", "sina", "sist", "sista", "sitt",
    "sitta", "sitter", "sjalva", "ska", "skall", "skicka", "skitmycket", "skulle", "slags", "sma", "snacka",
    "snackar", "snalla", "snarare", "snarast", "snart", "som", "somliga", "speciellt", "standigt", "star",
    "stod", "strax", "syns", "ta", "tack", "tacksam", "tacktack", "tagit", "tala", "talar", "tanker", "tankt",
    "tankte", "tar", "the", "there", "tidigare", "till", "tillbaka", "tills", "tillsammans", "tja", "tjena",
    "tjenare", "tjo", "tjosan", "to", "tog", "tre", "trodde", "troligen", "tror", "trots", "trott", "tusen",
    "tva", "tycker", "tyckte", "tydligen", "typ", "tyvarr", "undan", "under", "undra", "undrade", "undrar",
    "ungefar", "up", "upp", "uppe", "ur", "ursakta", "usch", "ut", "utan", "utanfor", "ute", "va", "vad",
    "vada", "vadda", "valkommen", "vanligen", "vanligt", "vantat", "var", "vara", "varandra", "varann",
    "varenda", "varfor", "varifran", "varit", "varje", "varken", "varmed", "vars", "varsagod", "vart", "velat",
    "vem", "vems", "verkar", "verkligen", "vet", "vi", "vid", "vilka", "vilkas", "vilken", "vilket", "vill",
    "ville", "vissa", "visserligen", "visst", "visste", "vore", "want", "we", "what", "when", "where", "who",
    "with", "you", "your", "ytterligare",
];

/// Words of half of all calls: some weight. Folded and sorted.
#[rustfmt::skip]
const WEAK: &[&str] = &[
    "acklig", "ackligt", "affaren", "aka", "aker", "akt", "akte", "aktuell", "aktuellt", "alltihop", "amne",
    "anledning", "anmala", "anmalan", "anmalde", "anmaler", "anmalt", "ansoka", "ansokan", "ansoker", "ansvar",
    "ansvarar", "ansvarig", "ansvariga", "antal", "anvanda", "anvander", "anvant", "apply", "april", "aren",
    "arenden", "aret", "aringar", "atta", "augusti", "avdelning", "baksidan", "barn", "barnen", "barnet",
    "bast", "battre", "begara", "behov", "behova", "behovas", "behovde", "behovet", "behovs", "behovt",
    "besked", "beskedet", "bestalla", "bestamma", "bestammer", "bestamt", "betala", "betalade", "betalat",
    "betalt", "betyder", "bit", "bitar", "blankett", "boka", "bokar", "borja", "borjade", "borjar", "borjat",
    "bortom", "botten", "bror", "brorsan", "byn", "byta", "chefen", "dagar", "dagarna", "dagligen", "dagtid",
    "dalig", "daliga", "daligt", "december", "del", "delar", "direkt", "dotter", "dottern", "dotterns", "dra",
    "dragit", "drar", "drog", "dygn", "eftermiddag", "egen", "eget", "egna", "elva", "exakt", "exakta", "fall",
    "fallet", "farbror", "fardig", "fardigt", "farfar", "farfars", "farmor", "farmors", "farsa", "farsan",
    "faster", "februari", "fel", "felanmala", "felanmalan", "femtio", "fin", "fina", "finare", "finast",
    "finnas", "fint", "fixa", "fixade", "fixar", "fixas", "fixat", "fjarde", "fjol", "flytta", "foljer",
    "foljt", "folk", "foraldrarna", "formiddag", "forsenat", "forsoka", "forsoker", "forsokt", "forsta",
    "fortsatta", "fortsatter", "framsidan", "fredag", "fredags", "fru", "fruns", "full", "fulla", "fullt",
    "fundering", "fundersam", "fungera", "fungerade", "fungerande", "fungerar", "fungerat", "funkade", "funkar",
    "funkat", "fyrtio", "gamla", "gammal", "gammalt", "gata", "gatan", "ge", "ges", "gett", "gillar", "glomma",
    "goras", "granne", "grannen", "grannens", "gransar", "grej", "grejer", "grund", "gubbe", "gubben", "gumma",
    "gumman", "halla", "haller", "halv", "halva", "hamta", "hamtat", "handa", "hande", "handelse", "hantera",
    "hel", "helg", "helgdag", "helgen", "helger", "helgerna", "help", "hemma", "hemsk", "hemskt", "hitom",
    "hitta", "hittade", "hittar", "hjalp", "hjalpa", "hjalper", "hjalpt", "hjalpte", "hog", "hoga", "hogre",
    "hogt", "hoppas", "horn", "hornet", "host", "hostas", "hosten", "hundra", "hus", "huset", "ifjol",
    "information", "intill", "intresse", "intresserad", "irriterad", "irriterande", "januari", "jobbig",
    "jobbiga", "jobbigt", "juli", "juni", "killarna", "killen", "kilometer", "klar", "klara", "klarar",
    "klart", "kollega", "kollegan", "kommun", "kommunen", "kommunens", "kommuner", "kompis", "kompisar",
    "kompisens", "konstig", "konstigt", "kontakt", "kontakta", "kort", "korta", "kortare", "kosta", "kostar",
    "kranglar", "kranglat", "kranglig", "krava", "kravdes", "kraver", "kravs", "kunden", "kusin", "kusinen",
    "kvall", "kvallar", "kvallen", "kvallstid", "kvarteret", "kvinna", "kvinnan", "lag", "laga", "lagade",
    "lagar", "lagas", "lagat", "lage", "laget", "lagga", "lagger", "lagligt", "lagre", "lagt", "lamna",
    "lamnade", "lamnar", "lamnat", "lang", "langsamt", "langst", "laste", "latt", "ledig", "lediga", "ledigt",
    "ledsen", "legat", "less", "leta", "letade", "letar", "letat", "liknande", "liknar", "lilla", "lordag",
    "lordagar", "lordags", "macken", "maila", "mailat", "maj", "maka", "make", "mamma", "mamman", "mammas",
    "manad", "manaden", "manader", "manads", "mandag", "mandagar", "mandags", "mannen", "mannens", "manniska",
    "manniskor", "marklig", "markligt", "mars", "massor", "mejla", "mejlade", "mejlat", "mena", "menar",
    "meter", "mindre", "minst", "minuter", "mittemot", "mitten", "mojlig", "mojlighet", "mojligt", "morfar",
    "morfars", "morgnar", "morgon", "mormor", "mormors", "morsa", "morsan", "moster", "mysigt", "namn", "nara",
    "narhet", "narheten", "narmast", "narmaste", "natet", "natt", "natten", "natter", "natterna", "nattetid",
    "nio", "nojd", "november", "nummer", "ny", "nya", "nybliven", "nyfiken", "nytt", "oktober", "olika",
    "omgivning", "omkring", "omradet", "onsdag", "onsdags", "oppen", "oppet", "oppna", "oppnade", "oppnar",
    "oppnat", "ordna", "ordnar", "orkar", "oroliga", "ort", "orten", "otack", "otackt", "pappa", "pappan",
    "pappas", "par", "person", "personal", "personer", "plats", "platsen", "platser", "prata", "pratade",
    "pratar", "pratat", "problem", "rapportera", "ratt", "regler", "report", "riktig", "riktiga", "ring",
    "ringa", "ringde", "ringer", "ringt", "saga", "sak", "saker", "sakert", "salde", "sambo",
    "samhalle", "samhallet", "sammanhang", "samre", "samst", "satt", "satta", "satter", "sena", "sent",
    "september", "sida", "sidan", "situation", "sjalv", "sju", "skaffa", "skickade", "skickar", "skickat",
    "skota", "skoter", "skots", "skriva", "skriver", "skrivit", "slag", "slakting", "slaktingar",
    "slippa", "slipper", "slut", "sluta", "slutade", "slutar", "slutat", "snabb", "snabbare", "snabbt", "snygg",
    "snygga", "snyggt", "soka", "soker", "sokt", "sokte", "sommar", "sommaren", "sommarn", "sommartid",
    "somras", "son", "sondag", "sondagar", "sondags", "sonder", "sonen", "sonens", "sorts", "speciell", "sta",
    "stackars", "stad", "staden", "stalla", "stallde", "stalle", "stallen", "staller", "stallet", "stallt",
    "stan", "stanga", "stanger", "stangt", "statt", "stor", "stora", "storre", "storst", "stort", "strul",
    "strular", "strulat", "stund", "suttit", "svar", "svara", "svaret", "svarfar", "svarmor", "svart", "syrran",
    "syster", "tagits", "talat", "tanke", "tant", "tanten", "tas", "tid", "tider", "tidig", "tidigt",
    "tillaten", "tillatet", "tillfalligt", "tillstand", "timmar", "timme", "tio", "tisdag", "tisdags", "tjanst",
    "tjansten", "tjanster", "tjejen", "tjejerna", "tjugo", "tolv", "tom", "tomt", "toppen", "torget", "torsdag",
    "torsdags", "trakten", "trasig", "trasiga", "trasigt", "tredje", "trettio", "trevlig", "trevligt", "typen",
    "underlig", "underligt", "ungar", "unge", "ungen", "uppgift", "uppgifter", "vag", "vagar", "vagen", "van",
    "vanlig", "vanliga", "vanner", "varas", "vardag", "vardagar", "vardagarna", "varen", "vecka", "veckan",
    "veckor", "veckoslut", "veckovis", "verka", "verkade", "viktig", "viktigt", "vilja", "vinter", "vintern",
    "vintras", "visa", "visar", "visat",
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
    static SET: LazyLock<HashSet<&str, QuickHash>> =
        LazyLock::new(|| STOP.iter().copied().collect());
    word.len() <= 12 && SET.contains(word)
}

/// Whether a folded word stands in half of all calls, by itself or as an owner (`barns`, `kommunens`).
pub fn is_weak_word(word: &str) -> bool {
    let is_weak = |word: &str| word.len() <= 12 && WEAK.binary_search(&word).is_ok();
    let owner = word.strip_suffix('s').filter(|owner| owner.len() >= 4);
    is_weak(word) || owner.is_some_and(is_weak)
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
