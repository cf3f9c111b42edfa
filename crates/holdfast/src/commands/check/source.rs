//! Texts from files and standard input, a bounded part at a time; Word files whole and within limits.

use crate::exit::Failure;
use intake::{Letters, Limits, decoded, read_paper};
use std::fs::File;
use std::io::{BufRead, BufReader, Read as _};
use std::path::Path;
use words::Words;

/// A part ends at an empty line after this many bytes.
const PART: usize = 1 << 20;

/// A part ends anywhere a character does after this many bytes.
const LONGEST: usize = 4 << 20;

/// No Word file of words alone is larger, packed or unpacked.
const WORD: Limits = Limits { bytes: 64_000_000, unpacked: 64_000_000, ..Limits::USUAL };

/// What a file is called in what is said about it.
pub(super) fn name(path: &Path) -> String {
    if path == Path::new("-") { "standard input".to_owned() } else { path.display().to_string() }
}

/// A part of a text and where it starts.
pub(super) struct Part {
    pub(super) text: String,
    /// The part is the whole text.
    pub(super) whole: bool,
    /// How its letters were written.
    pub(super) letters: Letters,
}

/// A text being read.
pub(super) struct Source {
    name: String,
    reader: Box<dyn BufRead>,
    size: Option<u64>,
    started: bool,
    ended: bool,
}

impl Source {
    /// Opens a file; `-` is standard input.
    pub(super) fn open(path: &Path) -> Result<Self, Failure> {
        let name = name(path);
        let fail = |e: std::io::Error| Failure::failed(format!("{} cannot be read: {e}", path.display()));
        let (mut reader, size): (Box<dyn BufRead>, _) = if path == Path::new("-") {
            (Box::new(BufReader::new(std::io::stdin())), None)
        } else {
            let file = File::open(path).map_err(fail)?;
            let size = file.metadata().ok().map(|m| m.len());
            (Box::new(BufReader::with_capacity(1 << 16, file)), size)
        };
        let head = reader.fill_buf().map_err(fail)?;
        let utf16 = head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff");
        if head.starts_with(b"PK\x03\x04") || utf16 {
            let mut bytes = Vec::new();
            reader.take(WORD.bytes + 1).read_to_end(&mut bytes).map_err(fail)?;
            let words = Words::new("en").map_err(Failure::failed)?;
            let paper = read_paper(&name, &bytes, &WORD)
                .map_err(|fault| Failure::refused(format!("{name}: {}", words::unmarked(&fault.say(&words)))))?;
            // a paragraph of Word is one of the check as well
            let text = if utf16 { paper.text } else { paper.text.replace('\n', "\n\n") };
            let reader = Box::new(std::io::Cursor::new(text.into_bytes()));
            return Ok(Self { name, reader, size: None, started: false, ended: false });
        }
        if head.starts_with(b"%PDF") || head.starts_with(b"\xd0\xcf\x11\xe0") {
            return Err(Failure::refused(format!(
                "{name} is a PDF or an old Word file. Save it as .docx or plain text (.txt) and check that"
            )));
        }
        // a picture in which nothing is found would look like a text that is well written
        if head.contains(&0) || head.starts_with(b"{\\rtf") {
            return Err(Failure::refused(format!(
                "{name} is no text that can be read here. Save it as .docx or plain text (.txt) and check that"
            )));
        }
        Ok(Self { name, reader, size, started: false, ended: false })
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Bytes in all, where that is known.
    pub(super) fn size(&self) -> Option<u64> {
        self.size
    }

    /// The next part; an empty text has one empty part.
    pub(super) fn next_part(&mut self) -> Result<Option<Part>, Failure> {
        if self.ended {
            return Ok(None);
        }
        let first = !self.started;
        self.started = true;
        let mut bytes: Vec<u8> = Vec::new();
        loop {
            let before = bytes.len();
            let room = LONGEST.saturating_sub(before) as u64;
            let got = (&mut self.reader).take(room).read_until(b'\n', &mut bytes);
            got.map_err(|e| Failure::failed(format!("{} cannot be read: {e}", self.name)))?;
            let line = bytes.get(before..).unwrap_or(&[]);
            if line.is_empty() && room > 0 {
                self.ended = true;
                break;
            }
            let blank = line.iter().all(u8::is_ascii_whitespace);
            if bytes.len() >= PART && blank || bytes.len() >= 2 * PART && bytes.ends_with(b"\n") {
                break;
            }
            if bytes.len() >= LONGEST {
                self.whole_letters(&mut bytes)?;
                break;
            }
        }
        if bytes.is_empty() && !first {
            return Ok(None);
        }
        let whole = first && self.ended;
        let (text, letters) = match String::from_utf8(bytes) {
            Ok(text) => (text, Letters::Utf8),
            Err(e) => {
                let (text, letters) = decoded(e.as_bytes());
                (text.into_owned(), letters)
            }
        };
        Ok(Some(Part { text, whole, letters }))
    }

    /// Reads on to the end of the word, so that none is cut in two.
    fn whole_letters(&mut self, bytes: &mut Vec<u8>) -> Result<(), Failure> {
        for _ in 0..4096 {
            let next = self.reader.fill_buf().map_err(|e| Failure::failed(format!("{}: {e}", self.name)))?;
            let Some(byte) = next.first().copied() else { break };
            if byte == b' ' {
                break;
            }
            bytes.push(byte);
            self.reader.consume(1);
        }
        Ok(())
    }
}
