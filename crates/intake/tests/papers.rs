//! Notes from plain text and Word documents.

use crate::bench::{Bench, TODAY};
use intake::{Limits, Outcome, Plan, Scene, plan_papers, read_paper};
use practice::kinds::Body;
use practice::record::Intent;
use std::io::{Cursor, Write as _};

pub(crate) fn docx(body: &str) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>{body}</w:body></w:document>"
    );
    writer.write_all(xml.as_bytes()).unwrap();
    writer.finish().unwrap().into_inner()
}

fn plan(bench: &Bench, name: &str, bytes: &[u8]) -> Plan {
    let projection = bench.projection();
    let scene = Scene { projection: &projection, today: TODAY, words: &bench.words };
    plan_papers(&read_paper(name, bytes, &Limits::USUAL).unwrap(), None, None, scene)
}

#[test]
fn only_the_words_of_the_body_that_stand_are_read() {
    let bytes = docx(
        "<w:p><w:r><w:t>Marek &amp; </w:t></w:r><w:ins><w:r><w:t>Sara</w:t></w:r></w:ins>\
         <w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del></w:p>\
         <w:p><w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three&#233;</w:t></w:r></w:p>\
         <mc:AlternateContent><mc:Fallback><w:p><w:r><w:t>twice</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>\
         <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    );
    let paper = read_paper("x.docx", &bytes, &Limits::USUAL).unwrap();
    assert_eq!(paper.text, "Marek & Sara\none\ttwo\nthreeé\na\tb");
}

#[test]
fn a_paper_says_at_its_head_when_it_was_written_and_by_whom() {
    let mut bench = Bench::new();
    let text = "Subject: Visit to school\nDate: 3 April 2024\nAuthor: J. Okafor\n\nLena was quiet.\n";
    let note = plan(&bench, "visit.txt", text.as_bytes());
    let Intent::Record(content) = &note.drafts[0].intent else { panic!() };
    let Body::Note(said) = &content.body else { panic!() };
    assert_eq!(said.title.as_str(), "Visit to school");
    assert!(said.text.as_str().ends_with("Lena was quiet."));
    let told = format!("{content:?}");
    assert!(told.contains("Day(2024-04-03)"), "{told}");
    assert!(told.contains("From old records: visit.txt (written by J. Okafor)"), "{told}");
    let id = note.drafts[0].id;
    bench.record(note.drafts);
    assert_eq!(plan(&bench, "renamed.txt", text.as_bytes()).count(Outcome::There), 1);
    let edited = plan(&bench, "visit.txt", text.replace("quiet", "loud").as_bytes());
    assert_eq!((edited.count(Outcome::Stays), edited.drafts.len(), edited.entries[0].id), (1, 0, id));
}

#[test]
fn a_paper_without_a_title_is_called_by_its_first_words_and_not_by_its_date() {
    let bench = Bench::new();
    let title = |text: &str| {
        let note = plan(&bench, "a.txt", text.as_bytes());
        let Intent::Record(content) = &note.drafts[0].intent else { panic!() };
        let Body::Note(said) = &content.body else { panic!() };
        said.title.to_string()
    };
    assert_eq!(title("Date: 3 April 2024\nAuthor: J. Okafor\n\nLena was quiet.\n"), "Lena was quiet.");
    assert_eq!(title("Date: 3 April 2024\n"), "Date: 3 April 2024", "where there is nothing else");
}

#[test]
fn a_date_that_could_be_two_is_a_fault_and_none_is_a_remark() {
    let bench = Bench::new();
    let unsure = plan(&bench, "a.txt", b"Date: 03/04/2024\nwords");
    assert_eq!(unsure.faults[0].key, "import-fault-paper-date");
    assert!(plan(&bench, "a.txt", b"Date: 25/04/2024\nwords").is_ready());
    let named = plan(&bench, "2024-04-25 visit.txt", b"words");
    assert!(format!("{:?}", named.drafts).contains("Day(2024-04-25)"));
    let none = plan(&bench, "a.txt", b"words");
    assert_eq!((none.remarks[0].key, none.drafts.len()), ("import-remark-paper-no-date", 1));
}

#[test]
fn what_cannot_be_read_says_why() {
    let long = docx(&"<w:p><w:r><w:t>words </w:t></w:r></w:p>".repeat(200_000));
    let small = Limits { unpacked: 1_000_000, ..Limits::USUAL };
    for (bytes, key) in [
        (b"".to_vec(), "import-fault-empty"),
        (b"%PDF-1.4".to_vec(), "import-fault-not-a-paper"),
        (b"a\0b".to_vec(), "import-fault-not-a-paper"),
        (b"\xd0\xcf\x11\xe0".to_vec(), "import-fault-old-word"),
        (b"PK\x03\x04".to_vec(), "import-fault-broken-zip"),
        (docx("<w:p><w:t>not closed"), "import-fault-broken-paper"),
        (docx("<w:p><w:r><w:t>&evil;</w:t></w:r></w:p>"), "import-fault-broken-paper"),
        (long, "import-fault-unpacks-too-large"),
    ] {
        assert_eq!(read_paper("x", &bytes, &small).unwrap_err().key, key);
    }
}
