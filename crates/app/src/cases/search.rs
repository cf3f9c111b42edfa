//! Finding a case by a name, however it is spelt: without accents, capitals and marks, by the beginning of any word.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words of a name in the form in which they are compared.
///
/// Letters that carry a stroke or are written together stay whole in Unicode's decomposition, and some Arabic letters are
/// written in several ways; those are listed here.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut plain = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'ł' => plain.push('l'),
            'ø' => plain.push('o'),
            'đ' | 'ð' => plain.push('d'),
            'ı' => plain.push('i'),
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'þ' => plain.push_str("th"),
            'ى' => plain.push('ي'),
            'ة' => plain.push('ه'),
            'ـ' | '\'' | '’' | 'ʼ' | '`' => {}
            other => plain.push(other),
        }
    }
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether every word of the query begins some word of the names.
pub(crate) fn fits(query: &[String], names: &[String]) -> bool {
    !query.is_empty() && query.iter().all(|part| names.iter().any(|name| name.starts_with(part.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_matter() {
        for (query, name) in [
            ("lukasz", "Łukasz Wiśniewski"),
            ("WISNIEWSKI", "Łukasz Wiśniewski"),
            ("wiś łuk", "Łukasz Wiśniewski"),
            ("obrien", "Niamh O’Brien"),
            ("فاطمة", "فاطمه الزهراء"),
            ("احمد", "أَحْمَد"),
            ("strasse", "Straße"),
            ("nu", "Nuñez-Şahin"),
            ("sahin", "Nuñez-Şahin"),
        ] {
            assert!(fits(&words(query), &words(name)), "{query} should find {name}");
        }
        // The control: it does tell names apart.
        for (query, name) in [("kasz", "Łukasz"), ("", "Łukasz"), ("anna nowak", "Anna Kowalska")] {
            assert!(!fits(&words(query), &words(name)), "{query} should not find {name}");
        }
    }
}
