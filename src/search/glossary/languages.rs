//! The languages of the glossary: their files, their commonest endings, and their words of grammar.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::intern::QuickHash;
use super::super::stem::stem;

/// A language that callers speak.
#[derive(Debug)]
pub struct Language {
    /// Its code (ISO 639-1).
    pub code: &'static str,
    /// Its entries.
    pub text: &'static str,
    /// Endings that its words are found without, longest first.
    endings: &'static [&'static str],
    /// Whether its words change their endings so much that a common beginning says enough.
    pub inflects: bool,
    /// Words that say nothing about what a call is about, folded and sorted.
    pub grammar: &'static [&'static str],
}

/// The place of everyday Swedish in [`LANGUAGES`].
pub const SWEDISH: usize = 0;

/// Everyday Swedish first, then the others.
#[rustfmt::skip]
pub const LANGUAGES: &[Language] = &[
    Language {
        code: "sv",
        text: include_str!("../../../config/words/everyday.txt"),
        endings: &[],
        inflects: false,
        grammar: &[],
    },
    Language {
        code: "en",
        text: include_str!("../../../config/words/english.txt"),
        endings: &[
            "ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y",
        ],
        inflects: false,
        grammar: &[
            "a", "about", "after", "again", "ago", "also", "always", "am", "an", "and", "another",
            "any", "anybody", "anyone", "anything", "are", "around", "as", "ask", "asking", "at",
            "be", "because", "become", "been", "before", "bit", "both", "but", "by", "call", "came",
            "can", "close", "come", "coming", "could", "day", "days", "dear", "did", "do", "does",
            "doesn", "don", "during", "each", "even", "evening", "ever", "every", "everything",
            "few", "find", "for", "found", "from", "gave", "get", "gets", "getting", "give",
            "gives", "go", "goes", "going", "got", "guy", "had", "happen", "happened", "happens",
            "has", "hasn", "have", "he", "hello", "her", "here", "hey", "hi", "him", "his", "how",
            "i", "if", "in", "into", "is", "isn", "it", "its", "just", "keep", "keeps", "know",
            "lady", "least", "less", "let", "like", "look", "looking", "looks", "lot", "m", "madam",
            "made", "make", "makes", "making", "man", "many", "may", "me", "month", "months",
            "more", "morning", "most", "much", "must", "my", "near", "need", "needs", "never",
            "next", "no", "nobody", "not", "nothing", "now", "of", "off", "often", "ok", "okay",
            "on", "one", "only", "or", "other", "others", "our", "out", "own", "people", "person",
            "please", "put", "question", "quite", "really", "right", "s", "said", "same", "say",
            "says", "see", "seen", "she", "should", "since", "sir", "so", "some", "somebody",
            "someone", "something", "speak", "still", "such", "t", "take", "talk", "tell", "tells",
            "than", "that", "the", "their", "them", "then", "there", "these", "they", "thing",
            "things", "think", "this", "those", "time", "times", "to", "today", "told", "tomorrow",
            "tonight", "too", "until", "up", "us", "use", "ve", "very", "want", "wanted", "wanting",
            "wants", "was", "we", "week", "weeks", "well", "were", "what", "when", "where", "which",
            "while", "who", "whole", "whom", "whose", "why", "will", "with", "without", "woman",
            "won", "would", "wrong", "year", "years", "yes", "yesterday", "you", "your",
        ],
    },
    Language {
        code: "ar",
        text: include_str!("../../../config/words/arabiska.txt"),
        endings: &[],
        inflects: true,
        grammar: &[
            "ana", "fi", "kayf", "ma", "min", "wayn", "الى", "انا", "اين", "على", "عند", "في",
            "كيف", "لا", "لي", "ما", "ماذا", "متى", "مع", "من", "هذا", "هذه", "هل", "هو", "هي",
        ],
    },
    Language {
        code: "fi",
        text: include_str!("../../../config/words/finska.txt"),
        endings: &[
            "issa", "ista", "iin", "illa", "ille", "ilta", "ssa", "sta", "lla", "lle", "lta", "ksi",
            "en", "an", "in", "on", "un", "yn", "ta", "na", "t", "n", "a",
        ],
        inflects: true,
        grammar: &[
            "ei", "eika", "en", "ette", "haluan", "ja", "joka", "jos", "kanssa", "kuinka", "kuka",
            "kun", "meidan", "mika", "milloin", "mina", "minulla", "minun", "missa", "mita",
            "miten", "nyt", "olen", "on", "onko", "ovat", "pitaa", "se", "sen", "tarvitsen",
            "taytyy", "voi", "voiko", "voinko",
        ],
    },
    Language {
        code: "fa",
        text: include_str!("../../../config/words/persiska.txt"),
        endings: &[
            "ها", "های",
        ],
        inflects: true,
        grammar: &[
            "az", "ba", "be", "dar", "man", "از", "است", "ان", "این", "با", "برای", "به", "در",
            "را", "ما", "من", "می", "چه", "چگونه", "کجا", "که", "کی", "یک",
        ],
    },
    Language {
        code: "so",
        text: include_str!("../../../config/words/somaliska.txt"),
        endings: &[
            "yaasha", "aha", "iga", "iyo", "ka", "ga", "da", "ta", "ha", "ku", "tu",
        ],
        inflects: true,
        grammar: &[
            "aan", "ah", "ayaa", "goorma", "i", "in", "iyo", "ka", "ku", "kuma", "la", "ma",
            "maxaa", "oo", "sidee", "u", "waa", "waxaan", "xaggee",
        ],
    },
    Language {
        code: "pl",
        text: include_str!("../../../config/words/polska.txt"),
        endings: &[
            "owego", "owych", "ami", "ach", "ego", "emu", "ych", "ich", "iej", "owa", "owe", "owy",
            "om", "ow", "ie", "em", "ej", "a", "e", "i", "o", "u", "y",
        ],
        inflects: true,
        grammar: &[
            "a", "ale", "bo", "chce", "co", "czy", "dla", "do", "gdzie", "i", "ile", "jak", "jest",
            "jestem", "kiedy", "kto", "ktora", "ktory", "ma", "mam", "mi", "mnie", "moj", "moja",
            "moje", "moze", "mozna", "musze", "na", "nie", "o", "od", "po", "pod", "potrzebuje",
            "prosze", "przez", "przy", "sa", "sie", "tak", "ten", "to", "u", "w", "we", "z", "za",
            "ze", "zeby",
        ],
    },
    Language {
        code: "de",
        text: include_str!("../../../config/words/tyska.txt"),
        endings: &[
            "ungen", "ung", "ern", "en", "er", "es", "em", "e", "n", "s",
        ],
        inflects: true,
        grammar: &[
            "aber", "alle", "als", "am", "an", "auch", "auf", "aus", "bei", "bin", "bitte",
            "brauche", "da", "das", "dass", "dem", "den", "der", "des", "die", "dieser", "doch",
            "ein", "eine", "einem", "einen", "einer", "er", "es", "fur", "gibt", "habe", "haben",
            "hat", "hier", "ich", "ihr", "im", "in", "ist", "ja", "kann", "kein", "keine", "konnen",
            "lassen", "man", "mein", "meine", "meinem", "meinen", "meiner", "mich", "mir", "mit",
            "mochte", "muss", "nach", "nicht", "noch", "nur", "oder", "schon", "sein", "seit",
            "sich", "sie", "sind", "uber", "um", "und", "uns", "unser", "unsere", "vom", "von",
            "vor", "wann", "war", "warum", "was", "wegen", "wenn", "wer", "werden", "wie", "will",
            "wir", "wird", "wo", "wohin", "zu", "zum", "zur",
        ],
    },
    Language {
        code: "uk",
        text: include_str!("../../../config/words/ukrainska.txt"),
        endings: &[
            "ого", "ому", "ими", "ами", "ях", "ах", "ів", "ии", "оі", "ою", "ею", "ам", "ям", "ти",
            "ть", "а", "е", "и", "і", "о", "у", "ю", "я", "ь",
        ],
        inflects: true,
        grammar: &[
            "а", "або", "але", "без", "в", "вже", "від", "де", "для", "до", "з", "за", "зі", "и",
            "кого", "коли", "куди", "мене", "мені", "ми", "можна", "можу", "моя", "моє", "моі",
            "міи", "на", "не", "немає", "ні", "о", "один", "по", "потрібно", "про", "та", "так",
            "те", "ти", "то", "треба", "у", "хочу", "хто", "це", "чи", "що", "щоб", "я", "як",
            "яка", "якии", "є", "і", "із",
        ],
    },
    Language {
        code: "nl",
        text: include_str!("../../../config/words/nederlandska.txt"),
        endings: &[
            "en", "s", "e",
        ],
        inflects: false,
        grammar: &[
            "aan", "als", "bij", "dat", "deze", "een", "geen", "haar", "heb", "hebben", "heeft",
            "het", "hij", "hoe", "hun", "ik", "je", "kunnen", "maar", "me", "met", "mijn", "moet",
            "naar", "niet", "onze", "ook", "op", "te", "uit", "voor", "waar", "wanneer", "wat",
            "wie", "wij", "wil", "zijn", "zo",
        ],
    },
    Language {
        code: "no",
        text: include_str!("../../../config/words/norska.txt"),
        endings: &[
            "ene", "er", "en", "et", "a", "e",
        ],
        inflects: false,
        grammar: &[
            "deg", "der", "dere", "dette", "fra", "hei", "hun", "hva", "hvem", "hvor", "hvordan",
            "hvorfor", "ikke", "jeg", "meg", "mye", "noe", "noen", "og", "ogsa", "skal", "til",
            "vare", "vil",
        ],
    },
    Language {
        code: "es",
        text: include_str!("../../../config/words/spanska.txt"),
        endings: &[
            "es", "s",
        ],
        inflects: false,
        grammar: &[
            "al", "como", "con", "cuando", "cuanto", "donde", "el", "ella", "es", "esta", "este",
            "hay", "hola", "la", "las", "lo", "los", "me", "mi", "mis", "muy", "no", "nos", "para",
            "pero", "por", "porque", "que", "quien", "quiero", "si", "su", "sus", "tengo", "un",
            "una", "y", "yo",
        ],
    },
    Language {
        code: "ru",
        text: include_str!("../../../config/words/ryska.txt"),
        endings: &[
            "ого", "ому", "ами", "ями", "ях", "ах", "ов", "еи", "ои", "ую", "ам", "ям", "ть", "а",
            "е", "и", "о", "у", "ы", "ю", "я", "ь",
        ],
        inflects: true,
        grammar: &[
            "а", "без", "в", "вы", "где", "для", "до", "есть", "за", "и", "из", "или", "к", "как",
            "когда", "кто", "мне", "можно", "мои", "мы", "на", "надо", "не", "нет", "но", "о",
            "он", "она", "от", "по", "почему", "с", "так", "у", "хочу", "что", "это", "я",
        ],
    },
    Language {
        code: "tr",
        text: include_str!("../../../config/words/turkiska.txt"),
        endings: &[
            "lar", "ler", "da", "de", "in", "im",
        ],
        inflects: true,
        grammar: &[
            "bana", "ben", "benim", "bir", "biz", "bu", "evet", "gibi", "hayir", "icin", "ile",
            "istiyorum", "kim", "mi", "nasil", "ne", "nerede", "niye", "o", "olan", "ve", "yok",
        ],
    },
    Language {
        code: "bs",
        text: include_str!("../../../config/words/bosniska.txt"),
        endings: &[
            "ama", "ima", "om", "em", "og", "a", "e", "i", "o", "u",
        ],
        inflects: true,
        grammar: &[
            "ali", "bez", "gde", "gdje", "ili", "imam", "iz", "je", "kad", "kada", "kako", "ko",
            "koji", "li", "me", "mi", "mogu", "moj", "moja", "nam", "ne", "nema", "nije", "od",
            "po", "sam", "smo", "sto", "su", "treba", "u", "za", "zasto", "zelim",
        ],
    },
    Language {
        code: "ti",
        text: include_str!("../../../config/words/tigrinska.txt"),
        endings: &[],
        inflects: false,
        grammar: &[
            "መን", "ናይ", "ንሕና", "ኣሎ", "ኣበይ", "ኣነ", "እንታይ", "እዩ", "ከመይ", "የለን",
        ],
    },
];

/// A word without what other languages write together with it: the Arabic article, with or without a particle.
pub fn bare(word: &str) -> &str {
    [
        "\u{648}\u{627}\u{644}",
        "\u{628}\u{627}\u{644}",
        "\u{644}\u{644}",
        "\u{627}\u{644}",
    ]
    .iter()
    .find_map(|start| {
        word.strip_prefix(start)
            .filter(|rest| rest.chars().count() >= 2)
    })
    .unwrap_or(word)
}

/// The stem of a folded word in a language.
pub fn stem_in(language: usize, word: &str) -> &str {
    if language == super::SWEDISH {
        return stem(word);
    }
    let word = bare(word);
    let endings = LANGUAGES
        .get(language)
        .map_or(&[][..], |language| language.endings);
    let without = endings.iter().find_map(|ending| {
        word.strip_suffix(ending)
            .filter(|rest| rest.chars().count() >= 3)
    });
    let rest = without.unwrap_or(word);
    match rest.as_bytes() {
        [.., x, y] if x == y && x.is_ascii_alphabetic() && rest.len() > 3 => {
            rest.get(..rest.len() - 1).unwrap_or(rest)
        }
        _ => rest,
    }
}

/// The languages that a folded word is grammar in, one bit each.
pub fn grammar_of(word: &str) -> u32 {
    static WORDS: LazyLock<HashMap<&str, u32, QuickHash>> = LazyLock::new(|| {
        let mut words = HashMap::default();
        for (at, language) in LANGUAGES.iter().enumerate() {
            for word in language.grammar {
                *words.entry(*word).or_default() |= 1 << at;
            }
        }
        words
    });
    WORDS.get(word).copied().unwrap_or(0)
}

/// Whether a folded word is grammar in a language.
pub fn is_grammar(language: usize, word: &str) -> bool {
    grammar_of(word) >> language & 1 == 1
}
