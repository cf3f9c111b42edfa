//! The words of a Word file, within limits: a file that unpacks to more than a report can hold is refused, not read.

use std::io::{Cursor, Read as _};

/// No Word file of words alone is larger.
pub(crate) const LARGEST_FILE: u64 = 64 << 20;

/// The document part may unpack to this.
const LARGEST_DOCUMENT: u64 = 64 << 20;

/// Reads the paragraphs of the document, one a line, with an empty line between; cells of tables are paragraphs.
pub(crate) fn text(bytes: &[u8]) -> Result<String, String> {
    if bytes.len() as u64 > LARGEST_FILE {
        return Err("it is larger than 64 MB. Take the pictures out, or save it as plain text (.txt)".to_owned());
    }
    let broken =
        |what: &str| format!("it is not a Word file that can be read ({what}). Save it again as .docx or .txt");
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(&e.to_string()))?;
    let part = zip.by_name("word/document.xml").map_err(|_| broken("it has no word/document.xml"))?;
    if part.size() > LARGEST_DOCUMENT {
        return Err("its text unpacks to more than 64 MB, which no report does. It was not read".to_owned());
    }
    let mut xml = Vec::new();
    part.take(LARGEST_DOCUMENT + 1).read_to_end(&mut xml).map_err(|e| broken(&e.to_string()))?;
    if xml.len() as u64 > LARGEST_DOCUMENT {
        return Err("its text unpacks to more than 64 MB, which no report does. It was not read".to_owned());
    }
    let xml = String::from_utf8(xml).map_err(|_| broken("its text is not UTF-8"))?;
    Ok(words(&xml))
}

/// The text runs of the document, in order. Deleted text (`w:delText`) and field codes are not words of the report.
fn words(xml: &str) -> String {
    let mut out = String::new();
    let mut rest = xml;
    let mut inside = false;
    while let Some(open) = rest.find('<') {
        if inside {
            unescape(rest.get(..open).unwrap_or(""), &mut out);
        }
        rest = rest.get(open + 1..).unwrap_or("");
        let Some(close) = rest.find('>') else { break };
        let tag = rest.get(..close).unwrap_or("");
        rest = rest.get(close + 1..).unwrap_or("");
        let name = tag.split([' ', '/', '\t', '\n', '\r']).next().unwrap_or("");
        match name {
            "w:t" => inside = !tag.ends_with('/'),
            "w:tab" => out.push('\t'),
            "w:br" | "w:cr" => out.push('\n'),
            "w:noBreakHyphen" => out.push('-'),
            "" => {
                inside = false;
                if tag == "/w:p" {
                    out.push_str("\n\n");
                }
            }
            _ => {}
        }
    }
    out
}

fn unescape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(amp) = rest.find('&') {
        out.push_str(rest.get(..amp).unwrap_or(""));
        rest = rest.get(amp..).unwrap_or("");
        let end = rest.find(';').filter(|end| *end <= 10);
        let known = end.and_then(|end| {
            let name = rest.get(1..end)?;
            let number = name.strip_prefix("#x").map_or_else(
                || name.strip_prefix('#').and_then(|n| n.parse().ok()),
                |hex| u32::from_str_radix(hex, 16).ok(),
            );
            match name {
                "amp" => Some('&'),
                "lt" => Some('<'),
                "gt" => Some('>'),
                "quot" => Some('"'),
                "apos" => Some('\''),
                _ => number.and_then(char::from_u32),
            }
        });
        match (known, end) {
            (Some(c), Some(end)) => {
                out.push(c);
                rest = rest.get(end + 1..).unwrap_or("");
            }
            _ => {
                out.push('&');
                rest = rest.get(1..).unwrap_or("");
            }
        }
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    fn packed(name: &str, content: &[u8]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn paragraphs_entities_and_deleted_words() {
        let xml = "<w:document><w:body><w:p><w:r><w:t>Mark &amp; Anna</w:t></w:r><w:r><w:delText>gone</w:delText></w:r>\
                   </w:p><w:p><w:r><w:t xml:space=\"preserve\">said &#8216;no&#x2019; </w:t><w:tab/><w:t>twice</w:t></w:r></w:p></w:body></w:document>";
        assert_eq!(
            text(&packed("word/document.xml", xml.as_bytes())).unwrap(),
            "Mark & Anna\n\nsaid ‘no’ \ttwice\n\n"
        );
    }

    #[test]
    fn what_is_no_report_is_refused_with_the_way_out() {
        assert!(text(b"PK\x03\x04 broken").unwrap_err().contains("Save it again"));
        assert!(text(&packed("other.xml", b"x")).unwrap_err().contains("word/document.xml"));
        let bomb = packed("word/document.xml", &vec![b' '; 65 << 20]);
        assert!(bomb.len() < 1 << 20, "it is small while packed");
        assert!(text(&bomb).unwrap_err().contains("64 MB"));
    }
}
