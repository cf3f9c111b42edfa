//! Tables as they come: every separator and encoding, merged cells, formulas, damaged files, bombs.

use crate::bench::{Bench, TODAY, book, csv, faults};
use intake::{Cell, Limits, Order, read_table};
use rust_xlsxwriter::{Format, Formula};
use std::io::{Cursor, Read as _, Write as _};

#[test]
fn every_separator_and_encoding_gives_the_same_table() {
    let wanted = csv("Date,What he did\n1 March 2024,Żółć é\n");
    let windows: Vec<u8> = b"Date;What he did\r\n1 March 2024;caf\xe9 \x93x\x94\r\n".to_vec();
    let utf16: Vec<u8> = std::iter::once(0xFEFF_u16)
        .chain("Date\tWhat he did\n1 March 2024\tŻółć é\n".encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    for bytes in [
        "\u{feff}Date;What he did\r\n1 March 2024;Żółć é\r\n".as_bytes().to_vec(),
        "sep=|\nDate|What he did\n1 March 2024|Żółć é\n".as_bytes().to_vec(),
        utf16,
    ] {
        let table = read_table(&bytes, None, &Limits::USUAL).unwrap();
        assert_eq!(table.headings, wanted.headings);
        assert_eq!(table.rows[0].cells, wanted.rows[0].cells);
    }
    let table = read_table(&windows, None, &Limits::USUAL).unwrap();
    assert_eq!(table.rows[0].cell(1).text(), "café “x”");
    assert_eq!(table.remarks[0].key, "import-remark-windows-1252");
}

#[test]
fn rows_are_counted_as_a_spreadsheet_counts_them() {
    let table = csv("Our chronology,,\n,,\nDate,What,Who\n2024,\"two\nlines, one cell\",A\n,,\n2025,x,B\n");
    assert_eq!(table.heading_row, 3);
    assert_eq!(table.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [4, 6]);
    let table = csv("\nDate,What\n\n2024,x\n");
    assert_eq!((table.heading_row, table.rows[0].number), (2, 4));
}

#[test]
fn a_row_that_does_not_fit_is_named() {
    let said = Bench::new().said(&faults(b"Date,What\n2024,he said yes, and no\n"));
    assert!(said[0].starts_with("Row 2:") && said[0].contains("3 cells"), "{said:?}");
    let said = Bench::new().said(&faults(b"Date,What\n2024,\"not closed\n2025,x\n"));
    assert!(said[0].starts_with("Row 2:") && said[0].contains("quotation mark"), "{said:?}");
}

#[test]
fn formulas_give_their_result_and_one_without_is_named_by_cell() {
    let bytes = book(|sheet| {
        sheet.write_row(0, 0, ["Date", "What he did", "Who", "To whom"]).unwrap();
        sheet.write_row(1, 0, ["2024", "", "Marek", "Sara"]).unwrap();
        sheet.write_formula(1, 1, Formula::new("=\"reads \"&\"her phone\"").set_result("reads her phone")).unwrap();
        sheet.write_row(2, 0, ["2024", "", "Marek", "Sara"]).unwrap();
        sheet.write_formula(2, 1, Formula::new("=A1").set_result("77777")).unwrap();
        sheet.write_row(3, 0, ["2024", "", "Marek", "Sara"]).unwrap();
        sheet.write_formula(3, 1, Formula::new("=Nowhere!A1").set_result("#REF!")).unwrap();
    });
    // As programs write it that know formulas and never work them out.
    let bytes = rewritten(&bytes, "<v>77777</v>", "");
    let table = read_table(&bytes, None, &Limits::USUAL).unwrap();
    assert_eq!(table.rows[0].cell(1), &Cell::Text("reads her phone".to_owned()));
    let bench = Bench::new();
    let plan =
        bench.plan(&table, "[columns]\ndate = \"Date\"\nwhat = \"What he did\"\nwho = \"Who\"\nwhom = \"To whom\"");
    let said = bench.said(&plan.faults);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].starts_with("Row 3, column B:") && said[0].contains("formula"), "{said:?}");
    assert!(said[1].starts_with("Row 4, column B:") && said[1].contains("#REF!"), "{said:?}");
}

#[test]
fn merged_dates_hold_for_all_their_rows_and_a_merged_heading_is_no_row() {
    let bytes = book(|sheet| {
        let plain = Format::new();
        sheet.write_row(0, 0, ["Date", "What he did", "Who", "To whom"]).unwrap();
        sheet.merge_range(1, 0, 1, 3, "2024", &plain).unwrap();
        sheet.merge_range(2, 0, 3, 0, "3 March 2024", &plain).unwrap();
        sheet.write_row(2, 1, ["reads her phone", "Marek", "Sara"]).unwrap();
        sheet.write_row(3, 1, ["takes the car key", "Marek", "Sara"]).unwrap();
    });
    let table = read_table(&bytes, None, &Limits::USUAL).unwrap();
    let bench = Bench::new();
    let plan = bench.plan(&table, "[columns]\ndate = \"A\"\nwhat = \"B\"\nwho = \"C\"\nwhom = \"D\"");
    assert_eq!(bench.said(&plan.faults), Vec::<String>::new());
    assert_eq!(plan.drafts.len(), 2);
    assert_eq!(plan.left_out[0].fault.key, "import-left-heading");
    let json = serde_json_of(&plan);
    assert_eq!(json.matches("Day(2024-03-03)").count(), 2, "{json}");
}

fn serde_json_of(plan: &intake::Plan) -> String {
    format!("{:?}", plan.drafts)
}

#[test]
fn real_dates_and_serial_numbers_are_days() {
    let bytes = book(|sheet| {
        let day = Format::new().set_num_format("dd/mm/yyyy");
        sheet.write_row(0, 0, ["Date", "What he did", "Who", "To whom"]).unwrap();
        for row in 1..3 {
            sheet.write_row(row, 1, ["reads her phone", "Marek", "Sara"]).unwrap();
        }
        sheet.write_number_with_format(1, 0, 45_385.0, &day).unwrap();
        sheet.write_number(2, 0, 45_386.0).unwrap();
    });
    let table = read_table(&bytes, None, &Limits::USUAL).unwrap();
    let plan = Bench::new().plan(&table, "[columns]\ndate = \"A\"\nwhat = \"B\"\nwho = \"C\"\nwhom = \"D\"");
    let said = serde_json_of(&plan);
    assert!(said.contains("Day(2024-04-03)") && said.contains("Day(2024-04-04)"), "{said}");
}

#[test]
fn the_first_sheet_in_view_is_read_and_others_are_named() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let hidden = book.add_worksheet().set_name("Lists").unwrap();
    hidden.write_row(0, 0, ["a", "b"]).unwrap();
    hidden.set_hidden(true);
    for name in ["Chronology", "Contacts"] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        sheet.write_row(0, 0, ["Date", "What"]).unwrap();
        sheet.write_row(1, 0, ["2024", name]).unwrap();
        if name == "Chronology" {
            sheet.set_active(true);
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    let table = read_table(&bytes, None, &Limits::USUAL).unwrap();
    assert_eq!((table.sheet.as_str(), table.rows[0].cell(1).text().as_str()), ("Chronology", "Chronology"));
    assert_eq!(table.remarks[0].key, "import-remark-sheets");
    let other = read_table(&bytes, Some("Contacts"), &Limits::USUAL).unwrap();
    assert_eq!(other.rows[0].cell(1).text(), "Contacts");
    let none = read_table(&bytes, Some("Nowhere"), &Limits::USUAL).unwrap_err();
    assert_eq!(none[0].key, "import-fault-no-such-sheet");
}

/// The workbook with something in its first sheet replaced.
fn rewritten(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for n in 0..archive.len() {
        let mut part = archive.by_index(n).unwrap();
        let mut text = Vec::new();
        part.read_to_end(&mut text).unwrap();
        let name = part.name().unwrap().to_string();
        if name == "xl/worksheets/sheet1.xml" {
            let xml = String::from_utf8(text).unwrap();
            assert!(xml.contains(from), "{xml}");
            text = xml.replace(from, to).into_bytes();
        }
        parts.push((name, text));
    }
    zip(&parts.iter().map(|(name, part)| (name.as_str(), part.as_slice())).collect::<Vec<_>>())
}

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(part).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_bomb_is_not_unpacked_and_one_far_cell_costs_nothing() {
    let limits = Limits { unpacked: 4_000_000, ..Limits::USUAL };
    let zeros = vec![b' '; 40_000_000];
    let bomb = zip(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &zeros)]);
    assert!(bomb.len() < 100_000);
    assert_eq!(read_table(&bomb, None, &limits).unwrap_err()[0].key, "import-fault-unpacks-too-large");
    // The same bytes as a picture are never touched.
    let picture = zip(&[("xl/media/image1.png", &zeros), ("xl/workbook.xml", b"<workbook/>")]);
    assert_ne!(read_table(&picture, None, &limits).unwrap_err()[0].key, "import-fault-unpacks-too-large");
    let far = book(|sheet| {
        sheet.write_row(0, 0, ["Date", "What"]).unwrap();
        sheet.write_row(1, 0, ["2024", "x"]).unwrap();
        sheet.write(1_048_575, 16_383, "far").unwrap();
    });
    assert_eq!(read_table(&far, None, &Limits::USUAL).unwrap_err()[0].key, "import-fault-too-many-columns");
}

#[test]
fn what_is_no_table_says_what_it_is() {
    for (bytes, key) in [
        (b"".to_vec(), "import-fault-empty"),
        (b"  \n \n".to_vec(), "import-fault-empty"),
        (b"Date,What\n".to_vec(), "import-fault-only-headings"),
        (b"%PDF-1.7 ...".to_vec(), "import-fault-not-a-table"),
        (b"\xd0\xcf\x11\xe0 old".to_vec(), "import-fault-old-excel"),
        (b"PK\x03\x04 not really".to_vec(), "import-fault-broken-zip"),
        (zip(&[("word/document.xml", b"<w/>")]), "import-fault-not-a-workbook"),
        (zip(&[("xl/workbook.xml", b"<not>")]), "import-fault-broken-workbook"),
        (vec![b'a'; 21_000_000], "import-fault-too-large"),
    ] {
        assert_eq!(faults(&bytes)[0].key, key);
    }
    let many: String = "Date,What\n".to_owned() + &"2024,x\n".repeat(5_001);
    assert_eq!(faults(many.as_bytes())[0].key, "import-fault-too-many-rows");
    let _ = (TODAY, Order::DayFirst);
}
