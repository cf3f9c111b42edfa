//! Notes from papers: plain text and Word documents, of which only the words of the body are read.

use crate::Limits;
use crate::fault::Fault;
use crate::unpack::unpack;
use quick_xml::events::Event;
use std::borrow::Cow;

/// A paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// The name of its file.
    pub name: String,
    /// Its words.
    pub text: String,
    /// What a person should know about how it was read.
    pub remarks: Vec<Fault>,
}

/// Reads a paper: a Word document by its content, everything else as text.
///
/// # Errors
/// When it is neither, too large, or broken.
pub fn read_paper(name: &str, bytes: &[u8], limits: &Limits) -> Result<Paper, Fault> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limits.bytes {
        return Err(Fault::file("import-fault-too-large").with("most", limits.bytes / 1_000_000));
    }
    let mut remarks = Vec::new();
    let text = if bytes.starts_with(b"PK") {
        docx(bytes, limits)?
    } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(Fault::file("import-fault-old-word"));
    } else if bytes.starts_with(b"%PDF") || bytes.starts_with(b"{\\rtf") {
        return Err(Fault::file("import-fault-not-a-paper"));
    } else {
        let (text, remark) = plain(bytes)?;
        remarks.extend(remark);
        text
    };
    let text = text.trim().to_owned();
    if text.is_empty() {
        return Err(Fault::file("import-fault-empty"));
    }
    Ok(Paper { name: name.to_owned(), text, remarks })
}

/// How the letters of a text are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// As everywhere today.
    Utf8,
    /// As an old Windows program did.
    Windows,
    /// UTF-8 with damaged letters; each is shown as U+FFFD.
    Broken,
}

/// A text whose letters are written in a way that nobody says: UTF-8 where it can be that, else as old Windows programs
/// wrote; but where most letters beyond ASCII are sound UTF-8, the others are damaged and the text is no older for it.
#[must_use]
pub fn decoded(bytes: &[u8]) -> (Cow<'_, str>, Letters) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (Cow::Borrowed(text), Letters::Utf8);
    }
    let (sound, damaged) = bytes.utf8_chunks().fold((0_usize, 0_usize), |(sound, damaged), chunk| {
        let here = chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        (sound + here, damaged + usize::from(!chunk.invalid().is_empty()))
    });
    if sound > damaged {
        (String::from_utf8_lossy(bytes), Letters::Broken)
    } else {
        (encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0, Letters::Windows)
    }
}

fn plain(bytes: &[u8]) -> Result<(String, Option<Fault>), Fault> {
    let text = if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        (encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0, None)
    } else if bytes.contains(&0) {
        return Err(Fault::file("import-fault-not-a-paper"));
    } else {
        let (text, letters) = decoded(bytes);
        let remark = match letters {
            Letters::Utf8 => None,
            Letters::Windows => Some("import-remark-windows-1252"),
            Letters::Broken => Some("import-remark-broken-letters"),
        };
        (text, remark.map(Fault::file))
    };
    let clean = text.0.replace("\r\n", "\n").replace(['\r', '\u{c}', '\u{b}'], "\n");
    Ok((clean.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect(), text.1))
}

/// The words of the body of a Word document. What was deleted with tracked changes is not part of it.
fn docx(bytes: &[u8], limits: &Limits) -> Result<String, Fault> {
    let parts = unpack(bytes, limits.unpacked, |name| name == "word/document.xml")?;
    let Some((_, xml)) = parts.first() else { return Err(Fault::file("import-fault-not-a-paper")) };
    let broken = || Fault::file("import-fault-broken-paper");
    let mut reader = quick_xml::Reader::from_reader(xml.as_slice());
    let mut out = String::new();
    // Inside a text run; inside a part that Word itself would not show.
    let (mut in_text, mut hidden) = (false, 0_usize);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| broken())? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "t" => in_text = hidden == 0,
                "del" | "Fallback" | "moveFrom" => hidden = hidden.saturating_add(1),
                _ => {}
            },
            Event::Empty(tag) if hidden == 0 => match tag.local_name().as_ref() {
                "tab" => out.push('\t'),
                "br" | "cr" | "p" => out.push('\n'),
                "noBreakHyphen" => out.push('-'),
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => in_text = false,
                "del" | "Fallback" | "moveFrom" => hidden = hidden.saturating_sub(1),
                "p" | "tr" if hidden == 0 => out.push('\n'),
                "tc" if hidden == 0 => {
                    // The cells of a row stand side by side.
                    while out.ends_with('\n') {
                        out.pop();
                    }
                    out.push('\t');
                }
                _ => {}
            },
            Event::Text(text) if in_text => out.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) if in_text => {
                let name = reference.as_ref();
                match reference.resolve_char_ref().map_err(|_| broken())? {
                    Some(c) => out.push(c),
                    None => match name {
                        "amp" => out.push('&'),
                        "lt" => out.push('<'),
                        "gt" => out.push('>'),
                        "quot" => out.push('"'),
                        "apos" => out.push('\''),
                        // An entity of its own is nothing Word writes; it is not looked up.
                        _ => return Err(broken()),
                    },
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let lines: Vec<&str> = out.lines().map(str::trim_end).collect();
    Ok(lines.join("\n").chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect())
}
