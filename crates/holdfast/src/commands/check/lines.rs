//! One JSON object a line in, one a line out: in order, in constant memory, the same bytes on any number of threads.

use super::{Setting, cast, progress::Progress};
use crate::cli::Check;
use crate::exit::{Exit, Failure};
use language::Cast;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read as _, Write};

/// Lines that are worked on at a time end after this many bytes.
const BATCH: usize = 4 << 20;

/// A longer line is refused.
const LONGEST: u64 = 64 << 20;

/// Answers every line.
pub(super) fn run(args: &Check, setting: &Setting) -> Result<Exit, Failure> {
    let threads = args
        .threads
        .map_or_else(|| std::thread::available_parallelism().map_or(1, usize::from), |n| usize::from(n.get()));
    let mut bad = false;
    let files = if args.files.is_empty() { vec!["-".into()] } else { args.files.clone() };
    for path in &files {
        let (mut input, size): (Box<dyn BufRead>, _) = if path == std::path::Path::new("-") {
            (Box::new(std::io::stdin().lock()), None)
        } else {
            let file = std::fs::File::open(path)
                .map_err(|e| Failure::failed(format!("{} cannot be read: {e}", path.display())))?;
            let size = file.metadata().ok().map(|m| m.len());
            (Box::new(BufReader::with_capacity(1 << 16, file)), size)
        };
        let mut progress = Progress::new(size);
        loop {
            let lines = batch(&mut input)?;
            if lines.is_empty() {
                break;
            }
            let answers = work(&lines, threads, setting);
            let mut output = std::io::BufWriter::new(std::io::stdout().lock());
            for (answer, fine) in answers {
                bad |= !fine;
                match writeln!(output, "{answer}") {
                    Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => return Ok(Exit::Fine),
                    other => other.map_err(Failure::failed)?,
                }
            }
            output.flush().or_else(|e| {
                if e.kind() == std::io::ErrorKind::BrokenPipe { Ok(()) } else { Err(Failure::failed(e)) }
            })?;
            progress.add(lines.iter().map(Vec::len).sum());
        }
        progress.end();
    }
    Ok(if bad { Exit::Findings } else { Exit::Fine })
}

/// The next lines that are not empty, up to a few megabytes or what has arrived.
fn batch(input: &mut dyn BufRead) -> Result<Vec<Vec<u8>>, Failure> {
    let mut lines: Vec<Vec<u8>> = Vec::new();
    let mut bytes = 0;
    while bytes < BATCH {
        let mut line = Vec::new();
        let got = (&mut *input).take(LONGEST + 1).read_until(b'\n', &mut line).map_err(Failure::failed)?;
        if got == 0 {
            break;
        }
        if line.len() as u64 > LONGEST {
            skip_line(input)?;
        }
        bytes += line.len();
        if !line.iter().all(u8::is_ascii_whitespace) {
            lines.push(line);
        }
    }
    Ok(lines)
}

fn skip_line(input: &mut dyn BufRead) -> Result<(), Failure> {
    loop {
        let chunk = input.fill_buf().map_err(Failure::failed)?;
        if chunk.is_empty() {
            return Ok(());
        }
        let end = chunk.iter().position(|b| *b == b'\n');
        let used = end.map_or(chunk.len(), |n| n + 1);
        input.consume(used);
        if end.is_some() {
            return Ok(());
        }
    }
}

/// Shares the lines out and puts the answers back in order.
fn work(lines: &[Vec<u8>], threads: usize, setting: &Setting) -> Vec<(String, bool)> {
    let share = lines.len().div_ceil(threads.clamp(1, 64)).max(1);
    if share >= lines.len() {
        return lines.iter().map(|line| answer(line, setting)).collect();
    }
    std::thread::scope(|scope| {
        let running: Vec<_> = lines
            .chunks(share)
            .map(|chunk| scope.spawn(move || chunk.iter().map(|line| answer(line, setting)).collect::<Vec<_>>()))
            .collect();
        running.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect()
    })
}

fn answer(line: &[u8], setting: &Setting) -> (String, bool) {
    let (value, fine) = answer_value(line, setting);
    (value.to_string(), fine)
}

fn answer_value(line: &[u8], setting: &Setting) -> (Value, bool) {
    let refuse = |id: Option<&Value>, error: String| match id {
        Some(id) => (json!({ "id": id, "error": error }), false),
        None => (json!({ "error": error }), false),
    };
    if line.len() as u64 > LONGEST {
        return refuse(None, "the line is longer than 64 MB. Split the text into notes".to_owned());
    }
    let mut value: Value = match serde_json::from_slice(line) {
        Ok(value) => value,
        Err(e) => return refuse(None, format!("not a line of JSON: {e}")),
    };
    let people = value.get_mut("people").map(Value::take);
    let id = value.get("id");
    let Some(text) = value.get("text").and_then(Value::as_str) else {
        return refuse(id, "«text» is missing or is not text".to_owned());
    };
    let strange = people.as_ref().map(cast::strange_roles).unwrap_or_default();
    let own;
    let people: &Cast = match people.map(cast::read) {
        None => &setting.cast,
        Some(Ok(cast)) => {
            own = cast;
            &own
        }
        Some(Err(e)) => return refuse(id, format!("«people»: {e}")),
    };
    let mut report = setting.report(text, people);
    for (n, role) in strange {
        report.notes.push(format!("«{role}» of person {n} is not a role; it was read as not known."));
    }
    let findings: Vec<Value> = report
        .findings
        .iter()
        .map(|f| {
            json!({ "family": f.family, "rule": f.rule, "start": f.span.start, "end": f.span.end, "quote": f.quote,
                "what": f.what, "why": f.why, "ask": f.ask, "rewrite": f.rewrite })
        })
        .collect();
    let behaviours: Vec<Value> = report
        .behaviours
        .iter()
        .map(|b| {
            json!({ "actor": b.actor, "act": b.act, "targets": b.targets, "category": b.category, "voice": b.voice,
                "when": b.when, "start": b.span.start, "end": b.span.end })
        })
        .collect();
    let efforts: Vec<Value> = report
        .efforts
        .iter()
        .map(|e| {
            json!({ "actor": e.actor, "act": e.act, "targets": e.targets, "category": e.category, "voice": e.voice,
                "start": e.span.start, "end": e.span.end })
        })
        .collect();
    let mut answer = json!({ "id": id, "findings": findings, "behaviours": behaviours, "efforts": efforts });
    if let Some(object) = answer.as_object_mut() {
        for (key, list) in [("notes", &report.notes), ("trace", &report.trace)] {
            if !list.is_empty() {
                object.insert(key.to_owned(), json!(list));
            }
        }
    }
    (answer, true)
}
