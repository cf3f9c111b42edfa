//! What a file is by its content. Its name is never believed; nothing is unpacked, so that a bomb stays asleep.

use std::fmt;

/// How much of a file is looked at.
pub(crate) const LOOKED_AT: usize = 16 * 1024;

/// What a file may be kept as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// A kind that people send each other.
    Known { media_type: String, ending: &'static str },
    /// Kept, but handed out only as bytes that nothing opens by itself.
    Opaque(Told),
    /// Not kept.
    Refused(Told),
}

/// What a person is told about a file. Codes; the sentences are in Fluent: `attached-told-…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Told {
    /// Its name says something else than its content.
    NameDiffers,
    /// It can carry a program that runs where it is opened: SVG, HTML, XML.
    Active,
    /// It is of no kind that is known here.
    Unknown,
    /// It is a program or a script.
    Program,
    /// There is nothing in it.
    Empty,
    /// It is an archive: what is in it was not looked at.
    Archive,
    /// A picture may say where and when it was taken.
    MayTellWhere,
}

impl Told {
    /// The code, as in the keys of Fluent.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NameDiffers => "name-differs",
            Self::Active => "active",
            Self::Unknown => "unknown",
            Self::Program => "program",
            Self::Empty => "empty",
            Self::Archive => "archive",
            Self::MayTellWhere => "may-tell-where",
        }
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Media types with the endings they are handed out under.
const KNOWN: &[(&str, &str, &[&str])] = &[
    ("application/pdf", "pdf", &["pdf"]),
    ("image/jpeg", "jpg", &["jpg", "jpeg", "jpe", "jfif"]),
    ("image/png", "png", &["png"]),
    ("image/gif", "gif", &["gif"]),
    ("image/webp", "webp", &["webp"]),
    ("image/heif", "heic", &["heic", "heif"]),
    ("image/tiff", "tif", &["tif", "tiff"]),
    ("image/bmp", "bmp", &["bmp"]),
    ("application/msword", "doc", &["doc", "dot"]),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", &["docx", "docm", "dotx"]),
    ("application/vnd.ms-excel", "xls", &["xls"]),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", &["xlsx", "xlsm"]),
    ("application/vnd.ms-powerpoint", "ppt", &["ppt"]),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx", &["pptx"]),
    ("application/vnd.oasis.opendocument.text", "odt", &["odt"]),
    ("application/vnd.oasis.opendocument.spreadsheet", "ods", &["ods"]),
    ("application/rtf", "rtf", &["rtf"]),
    ("audio/mpeg", "mp3", &["mp3"]),
    ("audio/m4a", "m4a", &["m4a"]),
    ("audio/ogg", "ogg", &["ogg", "oga", "opus"]),
    ("audio/x-wav", "wav", &["wav"]),
    ("audio/amr", "amr", &["amr"]),
    ("video/mp4", "mp4", &["mp4", "m4v"]),
    ("video/quicktime", "mov", &["mov"]),
    ("video/webm", "webm", &["webm"]),
    ("video/3gpp", "3gp", &["3gp"]),
    ("application/zip", "zip", &["zip"]),
    ("text/plain", "txt", &["txt", "csv", "md", "log", "eml", "text"]),
];

/// The ending a media type is handed out under; `bin` for everything that is not known.
#[must_use]
pub fn ending_of(media_type: &str) -> &'static str {
    KNOWN.iter().find(|(known, ..)| *known == media_type).map_or("bin", |(_, ending, _)| ending)
}

/// What a file is, from its beginning.
pub(crate) fn look(head: &[u8], size: u64) -> Verdict {
    if size == 0 {
        return Verdict::Refused(Told::Empty);
    }
    let text = !head.contains(&0);
    if head.starts_with(b"#!") || head.starts_with(b"MZ") || infer::is_app(head) {
        return Verdict::Refused(Told::Program);
    }
    let found = infer::get(head);
    if let Some(kind) = found
        && kind.mime_type() == "text/x-shellscript"
    {
        return Verdict::Refused(Told::Program);
    }
    if text && is_active(head) {
        return Verdict::Opaque(Told::Active);
    }
    let known = found.and_then(|kind| KNOWN.iter().find(|(media, ..)| *media == kind.mime_type()));
    if let Some((media, ending, _)) = known {
        return Verdict::Known { media_type: (*media).to_owned(), ending };
    }
    if found.is_none() && text && is_text(head) {
        return Verdict::Known { media_type: "text/plain".to_owned(), ending: "txt" };
    }
    Verdict::Opaque(Told::Unknown)
}

/// Text in which a browser finds something to run or to draw.
fn is_active(head: &[u8]) -> bool {
    let text = String::from_utf8_lossy(head).to_lowercase();
    let begins = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    begins.starts_with("<?xml")
        || [
            "<svg",
            "<html",
            "<!doctype",
            "<script",
            "<iframe",
            "<body",
            "<head",
            "<object",
            "<embed",
            "javascript:",
        ]
        .iter()
        .any(|sign| text.contains(sign))
}

fn is_text(head: &[u8]) -> bool {
    let whole = match std::str::from_utf8(head) {
        Ok(_) => true,
        // A letter may be cut in two at the end of what is looked at.
        Err(error) => error.error_len().is_none(),
    };
    let strange =
        head.iter().filter(|byte| byte.is_ascii_control() && !matches!(byte, b'\n' | b'\r' | b'\t')).count();
    strange == 0 && (whole || head.iter().filter(|byte| !byte.is_ascii()).count() < head.len() / 4)
}

/// Whether the ending of a name fits what the file is.
pub(crate) fn name_fits(name: &str, media_type: &str) -> bool {
    let Some((_, ending)) = name.rsplit_once('.') else { return true };
    let ending = ending.to_lowercase();
    match KNOWN.iter().find(|(known, ..)| *known == media_type) {
        Some((.., endings)) => endings.contains(&ending.as_str()),
        None => !KNOWN.iter().any(|(.., endings)| endings.contains(&ending.as_str())),
    }
}

/// The name a file came with: no folders, no control characters, not endless.
pub(crate) fn clean_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let direction =
        |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}');
    let clean: String = last.chars().filter(|c| !c.is_control() && !direction(*c)).take(200).collect();
    let clean = clean.trim();
    if clean.is_empty() { "file".to_owned() } else { clean.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look_at(bytes: &[u8]) -> Verdict {
        look(bytes, u64::try_from(bytes.len()).unwrap())
    }

    #[test]
    fn content_decides_and_not_the_name() {
        let known = |bytes: &[u8]| match look_at(bytes) {
            Verdict::Known { media_type, ending } => format!("{media_type} {ending}"),
            other => format!("{other:?}"),
        };
        assert_eq!(known(b"%PDF-1.7\n%\xe2\xe3"), "application/pdf pdf");
        assert_eq!(known(b"\xff\xd8\xff\xe0\0\x10JFIF"), "image/jpeg jpg");
        assert_eq!(known(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "image/png png");
        assert_eq!(known(b"PK\x03\x04\x14\0\0\0\0\0plain.txt"), "application/zip zip");
        assert_eq!(known("Dear Ms Żółć,\n".as_bytes()), "text/plain txt");
        assert!(!name_fits("photo.jpg", "application/pdf") && name_fits("photo.JPEG", "image/jpeg"));
        assert!(!name_fits("photo.jpg", "application/octet-stream") && name_fits("photo", "application/pdf"));
        assert_eq!((ending_of("application/pdf"), ending_of("application/octet-stream")), ("pdf", "bin"));
    }

    #[test]
    fn what_could_run_is_never_handed_out_as_what_it_is() {
        for active in [
            "<svg xmlns='x' onload='alert(1)'/>",
            "  <?xml version='1.0'?><svg/>",
            "<!-- x --><HTML><script>1</script>",
            "<!DOCTYPE html>",
            "hello <iframe src=x>",
        ] {
            assert_eq!(look_at(active.as_bytes()), Verdict::Opaque(Told::Active), "{active}");
        }
        for program in [&b"MZ\x90\0\x03"[..], b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", b"#!/bin/sh\n", b"\0asm\x01\0\0\0"] {
            assert_eq!(look_at(program), Verdict::Refused(Told::Program), "{program:?}");
        }
        assert_eq!(look_at(b""), Verdict::Refused(Told::Empty));
        assert_eq!(look_at(b"\0\x01\x02\x03rest"), Verdict::Opaque(Told::Unknown));
    }

    #[test]
    fn names_lose_their_folders_and_tricks() {
        assert_eq!(clean_name("../../etc/passwd"), "passwd");
        assert_eq!(clean_name("C:\\Users\\her\\report.pdf"), "report.pdf");
        assert_eq!(clean_name("photo\u{202e}gpj.exe\0"), "photogpj.exe");
        assert_eq!(clean_name(" \n"), "file");
        assert_eq!(clean_name(&"x".repeat(999)).len(), 200);
    }
}
