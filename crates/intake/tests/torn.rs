//! Word documents damaged in every way that disks, mail servers and malice damage them: never a panic, never more memory
//! than was allowed, and an answer in words either way. `./run fuzz` tries many; PROPTEST_CASES says how many.

use crate::bench::{Bench, TODAY};
use intake::{Limits, Scene, plan_papers, read_paper};
use proptest::prelude::*;
use std::io::{Cursor, Write as _};
use std::sync::LazyLock;
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

/// What an archive says of its own sizes may be anything; this is what counts.
const SMALL: Limits = Limits { bytes: 1_000_000, unpacked: 200_000, rows: 200, columns: 20, cell: 500 };

/// Something that happens to bytes. Places are taken modulo the length, so that every number is a place.
#[derive(Clone, Debug)]
enum Damage {
    /// One bit is another.
    Flip(usize, u8),
    /// A byte is another.
    Byte(usize, u8),
    /// The end is missing.
    Cut(usize),
    /// Something is missing in the middle.
    Drop(usize, usize),
    /// Something is there twice.
    Double(usize, usize),
    /// A block was never written.
    Zero(usize, usize),
    /// Two blocks changed places.
    Swap(usize, usize, usize),
    /// A number in a header of the archive says something else: a size, an offset, a count, a length, a method, a flag.
    Field(usize, usize, u32),
    /// Words stand where none belong.
    Words(usize, &'static str),
}

/// A header of an archive: its signature, and where its numbers stand with how many bytes they take.
type Header = (&'static [u8], &'static [(usize, usize)]);

const FIELDS: &[Header] = &[
    (b"PK\x03\x04", &[(6, 2), (8, 2), (14, 4), (18, 4), (22, 4), (26, 2), (28, 2)]),
    (b"PK\x01\x02", &[(8, 2), (10, 2), (16, 4), (20, 4), (24, 4), (28, 2), (30, 2), (32, 2), (42, 4)]),
    (b"PK\x05\x06", &[(8, 2), (10, 2), (12, 4), (16, 4), (20, 2)]),
    (b"PK\x06\x06", &[(4, 4), (24, 4), (32, 4), (40, 4), (48, 4), (52, 4)]),
];

/// Words that a reader of XML turns on.
const XML: &[&str] = &[
    "<w:p>",
    "</w:p>",
    "<w:t>",
    "</w:t>",
    "<w:del>",
    "</w:del>",
    "<mc:Fallback>",
    "<w:tc>",
    "</w:tc>",
    "<w:br/>",
    "<",
    ">",
    "&",
    "&amp;",
    "&#0;",
    "&#x10ffff;",
    "&#xd800;",
    "&#99999999999;",
    "&lol;",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?",
    "?>",
    "<!DOCTYPE a [<!ENTITY lol \"lol\">]>",
    "=\"",
    "\u{202e}",
    "\0",
    "\u{feff}",
    "é",
    "😀",
    "xmlns:w=\"x\"",
];

fn damaged(mut bytes: Vec<u8>, all: &[Damage]) -> Vec<u8> {
    for damage in all {
        let length = bytes.len();
        if length == 0 {
            return bytes;
        }
        let span = |at: usize, long: usize| {
            let at = at % length;
            at..length.min(at + long % 4_096 + 1)
        };
        match *damage {
            Damage::Flip(at, bit) => bytes[at % length] ^= 1 << (bit % 8),
            Damage::Byte(at, byte) => bytes[at % length] = byte,
            Damage::Cut(at) => bytes.truncate(at % length),
            Damage::Drop(at, long) => drop(bytes.drain(span(at, long))),
            Damage::Double(at, long) => {
                let copy = bytes[span(at, long)].to_vec();
                let at = at % length;
                drop(bytes.splice(at..at, copy));
            }
            Damage::Zero(at, long) => bytes[span(at, long)].fill(0),
            Damage::Swap(one, other, long) => {
                let long = (long % 512 + 1).min(length);
                for n in 0..long {
                    bytes.swap((one + n) % length, (other + n) % length);
                }
            }
            Damage::Words(at, words) => {
                let at = at % length;
                drop(bytes.splice(at..at, words.bytes()));
            }
            Damage::Field(nth, which, value) => {
                let heads: Vec<(usize, &[(usize, usize)])> = (0..length)
                    .filter_map(|at| {
                        let here = bytes.get(at..at + 4)?;
                        FIELDS.iter().find(|(mark, _)| *mark == here).map(|(_, fields)| (at, *fields))
                    })
                    .collect();
                if let Some((at, fields)) = heads.get(nth % heads.len().max(1)) {
                    let (from, long) = fields[which % fields.len()];
                    for (n, byte) in value.to_le_bytes().into_iter().take(long).enumerate() {
                        if let Some(place) = bytes.get_mut(at + from + n) {
                            *place = byte;
                        }
                    }
                }
            }
        }
    }
    bytes
}

fn body(inside: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>{inside}</w:body></w:document>"
    )
}

fn archive(members: &[(&str, &[u8])], options: SimpleFileOptions) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        writer.start_file(*name, options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// What stands in the body: a note, a table with changes, deep nesting, a body that unpacks to more than is allowed.
static BODIES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let line = "<w:p><w:pPr><w:b w:val=\"1\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Marek took Sara’s &amp; Lena’s keys. </w:t></w:r></w:p>";
    let table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>3 April 2024</w:t><w:tab/></w:r></w:p></w:tc><w:tc><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><mc:Fallback><w:t>twice</w:t></mc:Fallback></w:tc></w:tr></w:tbl>";
    vec![
        body(&line.repeat(6)).into_bytes(),
        body(&table.repeat(4)).into_bytes(),
        body(&format!("{}{line}{}", "<w:sdt>".repeat(5_000), "</w:sdt>".repeat(5_000))).into_bytes(),
        body(&format!("<w:p><w:t>{}</w:t></w:p>", " ".repeat(400_000))).into_bytes(),
        format!("<!DOCTYPE a [<!ENTITY a \"{}\">]>{}", "ha".repeat(50), body("<w:p><w:t>&a;&a;</w:t></w:p>"))
            .into_bytes(),
        body("").encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Vec::new(),
    ]
});

/// The archive round a body: packed, not packed, large, with its body twice, with many members, under other names.
fn packed(how: usize, document: &[u8]) -> Vec<u8> {
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let types =
        b"<Types xmlns=\"t\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>".as_slice();
    let word = "word/document.xml";
    match how % 6 {
        0 => archive(&[("[Content_Types].xml", types), (word, document)], packed),
        1 => archive(&[(word, document), ("word/media/a.png", &[0x89; 300])], stored),
        2 => archive(&[(word, document)], packed.large_file(true)),
        3 => {
            // two members of one name: the writer allows none, so the second is renamed in the bytes
            let bytes = archive(&[(word, document), ("word/documenu.xml", b"<w:t>second</w:t>")], packed);
            renamed(bytes, b"word/documenu.xml", word.as_bytes())
        }
        4 => {
            let names: Vec<String> = (0..200).map(|n| format!("word/header{n}.xml")).collect();
            let mut members: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), types)).collect();
            members.push((word, document));
            archive(&members, packed)
        }
        _ => renamed(archive(&[("xx/word/document.xml", document)], stored), b"xx/word/", b"../word/"),
    }
}

fn renamed(mut bytes: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    for at in 0..bytes.len().saturating_sub(from.len()) {
        if bytes[at..].starts_with(from) {
            bytes[at..at + to.len()].copy_from_slice(to);
        }
    }
    bytes
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = || any::<usize>();
    let number =
        prop_oneof![Just(u32::MAX), Just(u32::MAX - 1), Just(0x7fff_ffff), Just(0), 0..70_000_u32, any::<u32>()];
    prop_oneof![
        3 => (at(), any::<u8>()).prop_map(|(at, bit)| Damage::Flip(at, bit)),
        2 => (at(), any::<u8>()).prop_map(|(at, byte)| Damage::Byte(at, byte)),
        1 => at().prop_map(Damage::Cut),
        1 => (at(), at()).prop_map(|(at, long)| Damage::Drop(at, long)),
        1 => (at(), at()).prop_map(|(at, long)| Damage::Double(at, long)),
        1 => (at(), at()).prop_map(|(at, long)| Damage::Zero(at, long)),
        1 => (at(), at(), at()).prop_map(|(one, other, long)| Damage::Swap(one, other, long)),
        4 => (at(), at(), number).prop_map(|(nth, which, value)| Damage::Field(nth, which, value)),
        2 => (at(), prop::sample::select(XML)).prop_map(|(at, words)| Damage::Words(at, words)),
    ]
}

/// The most memory that this process had, and the most addresses that it had taken, in kB. Nothing where nobody says.
fn most() -> Option<(u64, u64)> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let of = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next()?.parse::<u64>().ok()
    };
    Some((of("VmHWM:")?, of("VmPeak:")?))
}

fn bounded() -> Result<(), TestCaseError> {
    if let Some((memory, addresses)) = most() {
        prop_assert!(memory < 1 << 20, "a gigabyte of memory was used: {memory} kB");
        // a header that says four gigabytes, believed, takes as many addresses before a byte of it is read
        prop_assert!(addresses < 4 << 20, "four gigabytes were asked for: {addresses} kB");
    }
    Ok(())
}

fn answered(bytes: &[u8]) -> Result<(), TestCaseError> {
    let bench = &*BENCH;
    let projection = bench.projection();
    let scene = Scene { projection: &projection, today: TODAY, words: &bench.words };
    match read_paper("x.docx", bytes, &SMALL) {
        Ok(paper) => {
            // decoding old Windows letters makes at most three bytes of one
            prop_assert!(paper.text.len() as u64 <= 3 * SMALL.bytes.max(SMALL.unpacked));
            prop_assert!(!paper.text.trim().is_empty());
            prop_assert!(!paper.text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')));
            let plan = plan_papers(&paper, None, None, scene);
            prop_assert!(plan.drafts.len() <= 1);
        }
        Err(fault) => {
            let said = fault.say(&bench.words);
            prop_assert!(!said.is_empty() && !said.contains('⟪'), "{fault:?}");
        }
    }
    bounded()
}

static BENCH: LazyLock<Bench> = LazyLock::new(Bench::new);

proptest! {
    #[test]
    fn damaged_archives(which in any::<usize>(), how in any::<usize>(), outside in prop::collection::vec(damage(), 0..6)) {
        let document = &BODIES[which % BODIES.len()];
        answered(&damaged(packed(how, document), &outside))?;
    }

    // The archive is sound and its sums are right, so that the damage reaches the reader of XML.
    #[test]
    fn damaged_bodies(which in any::<usize>(), how in any::<usize>(), inside in prop::collection::vec(damage(), 1..12)) {
        let document = damaged(BODIES[which % BODIES.len()].clone(), &inside);
        answered(&packed(how, &document))?;
    }
}

/// The damage reaches what it is meant for: without it every archive is read or refused for a reason that is known.
#[test]
fn without_damage_each_is_read_or_refused_for_its_reason() {
    let key = |how, which: usize| match read_paper("x", &packed(how, &BODIES[which]), &SMALL) {
        Ok(paper) => paper.text.chars().take(9).collect::<String>(),
        Err(fault) => fault.key.to_owned(),
    };
    for how in [0, 1, 2, 4] {
        assert_eq!(key(how, 0), "Marek too", "{how}");
        assert_eq!(key(how, 3), "import-fault-unpacks-too-large", "{how}");
    }
    assert_eq!(key(3, 0), "second", "of two members with one name the last counts");
    assert_eq!(key(0, 1), "3 April 2");
    assert_eq!(key(0, 2), "Marek too", "deep nesting takes no stack");
    assert_eq!(key(0, 4), "import-fault-broken-paper", "entities are not looked up");
    assert_eq!(key(0, 6), "import-fault-empty");
    assert_eq!(key(5, 0), "import-fault-not-a-paper", "a member of another folder is no body");
    // A size that a header makes up is not believed.
    let lying = damaged(packed(0, &BODIES[0]), &[Damage::Field(3, 4, u32::MAX), Damage::Field(1, 4, u32::MAX)]);
    let _answer = read_paper("x", &lying, &SMALL);
    bounded().unwrap();
}

/// The measure sees what it is meant to see.
#[test]
fn the_bound_can_be_broken() {
    let Some((memory, addresses)) = most() else { return };
    assert!(memory > 1_000 && addresses > memory, "{memory} {addresses}");
    let block = vec![1_u8; 64 << 20];
    let (more, _) = most().unwrap();
    assert!(more >= 64 << 10 && block[usize::try_from(more).unwrap() % block.len()] == 1);
}
