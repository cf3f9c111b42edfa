//! Bytes from anywhere: no panic, no endless work, and an answer either way.

use crate::bench::Bench;
use intake::{Limits, Mapping, Scene, guess, plan_papers, plan_table, read_paper, read_table};
use proptest::prelude::*;

fn small() -> Limits {
    Limits { bytes: 200_000, unpacked: 400_000, rows: 200, columns: 20, cell: 500 }
}

fn through(bytes: &[u8]) {
    let bench = Bench::new();
    let projection = bench.projection();
    let scene = Scene { projection: &projection, today: crate::bench::TODAY, words: &bench.words };
    if let Ok(table) = read_table(bytes, None, &small()) {
        let mapping = guess(&table, &bench.words);
        let plan = plan_table("x.csv", &table, &mapping, scene);
        assert!(plan.drafts.len() <= table.rows.len() * 40);
        for fault in &plan.faults {
            assert!(!fault.say(&bench.words).contains('⟪'), "{fault:?}");
        }
    }
    if let Ok(paper) = read_paper("x", bytes, &small()) {
        let _plan = plan_papers(&paper, None, None, scene);
    }
}

proptest! {
    // a quarter of the usual: a workbook is made for each
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.div_ceil(4), ..ProptestConfig::default() })]

    #[test]
    fn damaged_papers(at in 0_usize..10_000, byte in any::<u8>(), body in "(<w:p>|</w:p>|<w:t>|</w:t>|<w:del>|</w:del>|<w:tc>|<w:br/>|&amp;|&#233;|&#x110000;|&x;|<!--|]]>|[a-z é😀]){0,40}") {
        let mut bytes = crate::papers::docx(&body);
        let length = bytes.len();
        through(&bytes);
        bytes[at % length] = byte;
        through(&bytes);
        bytes.truncate(at % length);
        through(&bytes);
    }

    #[test]
    fn bytes(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        through(&bytes);
    }

    #[test]
    fn tables(cells in proptest::collection::vec(
        prop_oneof!["[0-9]{1,3}[/.-][0-9]{1,3}[/.-][0-9]{1,5}", "[a-zA-Z ,;\"'\n=]{0,12}", "\\PC{0,8}", Just("Marek".to_owned()), Just("Sara, Lena".to_owned())],
        4..80,
    )) {
        let mut text = "Date,What he did,Who,To whom\n".to_owned();
        for row in cells.chunks(4) {
            text.push_str(&row.join(","));
            text.push('\n');
        }
        through(text.as_bytes());
    }

    #[test]
    fn damaged_workbooks(at in 0_usize..10_000, byte in any::<u8>(), cut in 0_usize..10_000) {
        let mut bytes = crate::bench::book(|sheet| {
            for row in 0..5 {
                sheet.write_row(row, 0, ["Date", "What he did", "Marek", "Sara"]).unwrap();
            }
        });
        let length = bytes.len();
        bytes[at % length] = byte;
        through(&bytes);
        bytes.truncate(cut % length);
        through(&bytes);
    }

    #[test]
    fn mappings(text in "\\PC{0,200}") {
        if let Ok(mapping) = Mapping::parse(&text) {
            prop_assert_eq!(Mapping::parse(&mapping.to_toml()), Ok(mapping));
        }
    }
}
