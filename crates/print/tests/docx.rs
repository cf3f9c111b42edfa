//! What a Word file has: headings, header rows, language, page numbers; and nothing beside the document.

use crate::support::{demo, document, on_paper, part, professional, unzip, word_file, words};
use print::{Block, DocumentKind, Paper, Paragraph};

/// Whether XML is well-formed as far as tags go: every opened element is closed, in order.
fn is_balanced(xml: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = xml;
    while let Some(start) = rest.find('<') {
        let Some(end) = rest[start..].find('>') else { return false };
        let tag = &rest[start + 1..start + end];
        rest = &rest[start + end + 1..];
        if tag.starts_with('?') || tag.ends_with('/') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return false;
            }
        } else {
            open.push(tag.split(' ').next().unwrap_or_default());
        }
    }
    open.is_empty() && !rest.contains(['<', '>'])
}

#[test]
fn every_part_is_xml_and_there_are_no_others() {
    for kind in DocumentKind::ALL {
        let parts = unzip(&word_file(kind, &on_paper(&demo())));
        let names: Vec<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
        let expected = [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/app.xml",
            "word/_rels/document.xml.rels",
            "word/numbering.xml",
            "word/settings.xml",
            "docProps/core.xml",
            "word/styles.xml",
            "word/header1.xml",
            "word/footer1.xml",
            "word/document.xml",
        ];
        assert_eq!(names, expected);
        for (name, text) in &parts {
            assert!(text.starts_with("<?xml "), "{name}");
            assert!(is_balanced(text), "{name}");
        }
    }
    // The check itself can fail.
    assert!(!is_balanced("<a><b></a></b>"));
}

#[test]
fn headings_are_headings_and_have_the_words_of_the_document() {
    let document = document(DocumentKind::Assessment, &on_paper(&demo()));
    let xml = part(&print::docx(&document, Paper::A4).unwrap(), "word/document.xml");
    let heads: Vec<&String> = document
        .blocks
        .iter()
        .filter_map(|b| if let Block::Heading(_, text) = b { Some(text) } else { None })
        .collect();
    assert!(heads.len() > 15, "{heads:?}");
    let level =
        |n: u8| document.blocks.iter().filter(|b| matches!(b, Block::Heading(level, _) if *level == n)).count();
    for n in 1..=2 {
        let written = xml.matches(&format!("<w:pStyle w:val=\"Heading{n}\"/>")).count();
        // The sources have a heading too.
        assert_eq!(written, level(n) + usize::from(n == 1), "level {n}");
    }
    let styles = part(&print::docx(&document, Paper::A4).unwrap(), "word/styles.xml");
    assert!(styles.contains("<w:outlineLvl w:val=\"0\"/>"), "a heading that the outline does not know");
    // The practice's order.
    let parts: Vec<&str> = [
        "What Craig does, and whom it reaches",
        "What each child lives with",
        "What Ewa does for safety, care and stability",
        "What is used, what shuts doors, what protects",
        "What has not been asked",
        "Who is who",
    ]
    .to_vec();
    let at: Vec<usize> = parts.iter().map(|part| xml.find(part).unwrap_or_else(|| panic!("{part}"))).collect();
    assert!(at.is_sorted(), "{at:?}");
}

#[test]
fn every_table_has_a_header_row_that_stands_on_every_page_and_a_caption() {
    for kind in DocumentKind::ALL {
        let document = document(kind, &on_paper(&demo()));
        let xml = part(&print::docx(&document, Paper::A4).unwrap(), "word/document.xml");
        let tables = document.blocks.iter().filter(|block| matches!(block, Block::Table(_))).count();
        // Decisions are questions and answers, one beneath the other.
        assert_eq!(tables > 0, kind != DocumentKind::Decisions, "{}", kind.code());
        assert_eq!(xml.matches("<w:tbl>").count(), tables);
        assert_eq!(xml.matches("<w:tblHeader/>").count(), tables);
        assert_eq!(xml.matches("<w:tblCaption w:val=\"").count(), tables);
        assert!(!xml.contains("<w:tblCaption w:val=\"\""));
        let rows: usize =
            document.blocks.iter().map(|b| if let Block::Table(t) = b { t.rows.len() } else { 0 }).sum();
        assert_eq!(xml.matches("<w:tr>").count(), tables + rows);
    }
}

#[test]
fn the_language_the_pages_and_the_notice_are_on_it() {
    let bytes = word_file(DocumentKind::Map, &on_paper(&demo()));
    assert!(part(&bytes, "word/styles.xml").contains("<w:lang w:val=\"en-GB\""));
    let foot = part(&bytes, "word/footer1.xml");
    assert!(foot.contains(" PAGE ") && foot.contains(" NUMPAGES ") && foot.contains("Page "), "{foot}");
    assert!(part(&bytes, "word/header1.xml").contains("Not for release"));
    let xml = part(&bytes, "word/document.xml");
    let (notice, first) = (xml.find("Not for release").unwrap(), xml.find("Heading1").unwrap());
    assert!(notice < first, "the notice stands before everything else");
}

#[test]
fn the_metadata_are_title_language_and_day_and_nothing_else() {
    let bytes = word_file(DocumentKind::Map, &on_paper(&demo()));
    let core = part(&bytes, "docProps/core.xml");
    let values: Vec<&str> = core.split('>').filter_map(|p| p.split_once("</").map(|(value, _)| value)).collect();
    assert_eq!(values, ["Pattern map: Ola, Kuba and Maja", "en-GB", "2026-11-24T00:00:00Z", ""]);
    assert!(part(&bytes, "docProps/app.xml").contains("<Application>Holdfast</Application></Properties>"));
    for (name, text) in unzip(&bytes) {
        assert!(!text.contains("rsid") && !text.contains("lastModifiedBy"), "{name}");
        // No id of an entry: nothing that looks like one.
        let id = demo().entries().map(|(id, _)| id.to_string()).find(|id| text.contains(id.as_str()));
        assert_eq!(id, None, "{name}");
    }
    assert_eq!(bytes, word_file(DocumentKind::Map, &on_paper(&demo())), "the same bytes twice");
}

#[test]
fn citations_lead_to_sources_that_are_there() {
    for kind in DocumentKind::ALL {
        let document = document(kind, &on_paper(&demo()));
        let xml = part(&print::docx(&document, Paper::A4).unwrap(), "word/document.xml");
        let html = print::page(&document).unwrap();
        // The change document says who told it where it stands.
        assert_eq!(document.sources.len() > 5, kind != DocumentKind::Change, "{}", kind.code());
        for n in 1..=document.sources.len() {
            assert!(xml.contains(&format!("w:anchor=\"source_{n}\"")), "{n} is cited");
            assert!(xml.contains(&format!("w:name=\"source_{n}\"")), "{n} is there");
            assert!(
                html.contains(&format!("href=\"#source-{n}\"")) && html.contains(&format!("id=\"source-{n}\""))
            );
        }
        assert!(!xml.contains(&format!("source_{}\"", document.sources.len() + 1)));
        let told_in_place = matches!(kind, DocumentKind::Change | DocumentKind::Decisions);
        assert!(told_in_place || html.contains("No source is given in this copy."));
    }
}

#[test]
fn a_word_file_says_what_the_print_page_says() {
    for kind in DocumentKind::ALL {
        let document = document(kind, &on_paper(&demo()));
        let xml = part(&print::docx(&document, Paper::A4).unwrap(), "word/document.xml");
        let html = print::article(&document).unwrap();
        // Word has the caption of a table as its alternative text, and a list of sources whose numbers are text.
        let page: String =
            html.split("<caption>").map(|part| part.split_once("</caption>").map_or(part, |p| p.1)).collect();
        // And the words of a drawing in place of the drawing.
        let page: String =
            page.split("<svg ").map(|part| part.split_once("</svg>").map_or(part, |p| p.1)).collect();
        assert_eq!(letters(&xml), letters(&page));
        assert!(letters(&page).len() > 2_000);
    }
}

/// The text of markup without tags, spaces and the numbers of sources.
fn letters(markup: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in markup.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if inside || c.is_whitespace() => {}
            c => out.push(c),
        }
    }
    out.split('[').map(|part| part.split_once(']').map_or(part, |(_, rest)| rest)).collect()
}

#[test]
fn names_and_texts_of_every_sort_come_out_whole() {
    let mut made = document(DocumentKind::Map, &on_paper(&demo()));
    let long = "Żółć".repeat(75);
    let arabic = "ليلى حداد";
    for text in [
        long.as_str(),
        "Łucja & <b>Zoë</b> ]]> \"",
        arabic,
        "one\u{c}\u{1}\u{8}two\nthree\u{FFFE}",
        "عن Anna و Zoë",
    ] {
        made.blocks.push(Block::Paragraph(Paragraph::plain(text)));
    }
    let xml = part(&print::docx(&made, Paper::Letter).unwrap(), "word/document.xml");
    assert!(is_balanced(&xml));
    assert!(xml.contains(&long) && xml.contains("onetwo</w:t></w:r><w:r><w:br/></w:r>"));
    assert!(xml.contains("Łucja &#38; &#60;b&#62;Zoë&#60;/b&#62; ]]&#62; &#34;"), "escaped");
    assert!(xml.contains(&format!("<w:rPr><w:rtl/></w:rPr><w:t xml:space=\"preserve\">{arabic}</w:t>")));
    let forbidden = |c: char| c.is_control() && c != '\n' && c != '\t' || c == '\u{FFFE}';
    assert!(!xml.contains(forbidden));
    let html = print::page(&made).unwrap();
    assert!(html.contains(arabic) && html.contains("]]&#62;") && !html.contains(forbidden));
    assert!(!html.contains("<b>Zoë"));
}

#[test]
fn a_language_written_from_right_to_left_turns_everything() {
    let mut made = document(DocumentKind::Map, &on_paper(&demo()));
    made.right_to_left = true;
    made.lang = "ar";
    let bytes = print::docx(&made, Paper::A4).unwrap();
    let xml = part(&bytes, "word/document.xml");
    assert_eq!(xml.matches("<w:bidiVisual/>").count(), xml.matches("<w:tbl>").count());
    let (paragraphs, turned) = (xml.matches("<w:pStyle").count(), xml.matches("<w:bidi/>").count());
    let after_tables = xml.matches("AfterTable").count();
    assert_eq!(turned, paragraphs - after_tables + 1, "each paragraph, and the section");
    assert!(part(&bytes, "word/styles.xml").contains("w:bidi=\"ar\""));
    assert!(print::page(&made).unwrap().contains("lang=\"ar\" dir=\"rtl\""));
}

#[test]
fn paper_is_a4_or_letter_and_turned_where_the_children_need_it() {
    let mut made = document(DocumentKind::Map, &on_paper(&demo()));
    let size = |made: &print::Document, paper| part(&print::docx(made, paper).unwrap(), "word/document.xml");
    assert!(size(&made, Paper::A4).contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
    assert!(size(&made, Paper::Letter).contains("<w:pgSz w:w=\"12240\" w:h=\"15840\"/>"));
    made.wide = true;
    assert!(size(&made, Paper::A4).contains("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"));
    assert_eq!(Paper::from_code("letter"), Some(Paper::Letter));
    assert_eq!(Paper::from_code("a3"), None);
}

#[test]
fn an_empty_case_makes_documents_that_say_so() {
    let demo = demo();
    let empty = practice::case::CaseFile::open(demo.opened.clone());
    for kind in DocumentKind::ALL {
        let made = document(kind, &on_paper(&empty));
        assert!(made.sources.is_empty());
        let html = print::page(&made).unwrap();
        assert!(html.contains("ot yet asked") || html.contains("No behaviour is recorded yet"), "{html}");
        assert!(is_balanced(&part(&print::docx(&made, Paper::A4).unwrap(), "word/document.xml")));
        assert!(!html.contains('⟪'), "a word is missing");
    }
}

#[test]
fn no_word_is_missing() {
    for kind in DocumentKind::ALL {
        let words = words();
        let made = print::Made {
            as_of: crate::support::DAY.parse().unwrap(),
            labels: &professional(),
            zone: &jiff::tz::TimeZone::UTC,
            of: None,
        };
        let _ = print::document(kind, &on_paper(&demo()), &crate::support::pack(), &words, made);
        assert_eq!(words.missing(), Vec::<String>::new());
        assert!(words.problems().is_empty());
    }
}
