//! Nothing readable anywhere: a canary in every text of a case, in a draft and in a reason, and then every byte searched of the
//! data, the log beside it, the backup, what the server says, its temporary folder, and every file it has open, deleted or not.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};
use flate2::{Compression, Decompress, FlushDecompress, write::DeflateEncoder};

use crate::place::{FAMILY, PASSWORD, Place, err, out, read};

const CANARY: &str = "Zażółć-gęślą-jaźń-17";
/// What is looked at behind each byte for something deflated.
const WINDOW: usize = 4_096;

/// The canary in the encodings in which careless code leaves things lying about; each with its name.
fn forms() -> Vec<(String, Vec<u8>)> {
    let bytes = CANARY.as_bytes();
    let mut forms = vec![
        ("UTF-8".to_owned(), bytes.to_vec()),
        ("UTF-16LE".to_owned(), CANARY.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("UTF-16BE".to_owned(), CANARY.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        ("JSON escapes".to_owned(), serde_ascii(CANARY).into_bytes()),
        ("hexadecimal".to_owned(), bytes.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect()),
    ];
    // Base64 looks different depending on where in a group of three the text begins.
    for offset in 0..3 {
        let mut shifted = vec![0; offset];
        shifted.extend_from_slice(bytes);
        let text = STANDARD_NO_PAD.encode(&shifted).into_bytes();
        forms.push((format!("base64+{offset}"), text[(offset * 8).div_ceil(6)..text.len() - 1].to_vec()));
    }
    forms
}

/// As JSON that has only ASCII in it.
fn serde_ascii(text: &str) -> String {
    let escape = |c: char| if c.is_ascii() { c.to_string() } else { format!("\\u{:04x}", u32::from(c)) };
    text.chars().map(escape).collect()
}

fn has(bytes: &[u8], needle: &[u8]) -> bool {
    // The first byte first: this goes over megabytes.
    bytes.iter().enumerate().any(|(at, byte)| *byte == needle[0] && bytes[at..].starts_with(needle))
}

/// Whether something deflated begins anywhere that has the canary in it: raw, and so also in zlib, gzip and zip around it.
fn deflated(bytes: &[u8]) -> bool {
    let needle = CANARY.as_bytes();
    let mut plain = vec![0; WINDOW];
    let mut inflate = Decompress::new(false);
    (0..bytes.len()).any(|at| {
        inflate.reset(false);
        let window = &bytes[at..bytes.len().min(at + WINDOW)];
        let _cut_or_no_deflate = inflate.decompress(window, &mut plain, FlushDecompress::Sync);
        let inflated = usize::try_from(inflate.total_out()).unwrap().min(WINDOW);
        inflated >= needle.len() && has(&plain[..inflated], needle)
    })
}

/// Where the canary is, and in which form.
fn finds(name: &str, bytes: &[u8]) -> Vec<String> {
    let forms = forms().into_iter().filter(|(_, needle)| has(bytes, needle)).map(|(form, _)| form);
    let deflated = deflated(bytes).then(|| "deflated".to_owned());
    forms.chain(deflated).map(|form| format!("{form} in {name}")).collect()
}

fn files(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).into_iter().flatten().map(Result::unwrap) {
        if entry.file_type().unwrap().is_dir() { files(&entry.path(), found) } else { found.push(entry.path()) }
    }
}

/// The family's file with the canary at the end of every sentence in it; how many there are.
fn with_canaries(value: &mut serde_json::Value) -> usize {
    match value {
        // What has a space is somebody's words; codes and dates have none.
        serde_json::Value::String(text) if text.contains(' ') && !text.starts_with("base ") => {
            text.push_str(CANARY);
            1
        }
        serde_json::Value::Array(all) => all.iter_mut().map(with_canaries).sum(),
        serde_json::Value::Object(all) => all.values_mut().map(with_canaries).sum(),
        _ => 0,
    }
}

/// A very small browser: one request, with the cookies of those before.
struct Client {
    address: String,
    cookies: Vec<(String, String)>,
}

impl Client {
    fn ask(&mut self, method: &str, path: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nCookie: {1}\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {2}\r\n\r\n{body}",
            self.address,
            cookies.join("; "),
            body.len()
        )
        .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        for line in answer.lines().take_while(|line| !line.is_empty()) {
            if let Some(set) = line.strip_prefix("set-cookie: ") {
                let (name, value) = set.split(';').next().unwrap().split_once('=').unwrap();
                self.cookies.retain(|(other, _)| other != name);
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        answer
    }

    fn send(&mut self, page: &str, path: &str, fields: &str) -> String {
        let shown = self.ask("GET", page, "");
        let token = shown.split("name=\"csrf\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        self.ask("POST", path, &format!("csrf={token}&{fields}"))
    }
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[test]
fn no_text_is_readable_in_any_file_of_a_server_at_work() {
    let place = Place::ready();
    let mut family: serde_json::Value = serde_json::from_str(&read(FAMILY)).unwrap();
    let texts = with_canaries(&mut family["entries"]);
    assert!(texts > 200, "control: {texts} texts");
    let file = place.write("family.json", &family.to_string());
    let imported = place.run(&["import", &file]);
    assert_eq!(imported.status.code(), Some(0), "{}{}", out(&imported), err(&imported));
    let case = out(&imported).split_whitespace().nth(1).unwrap().to_owned();
    fs::remove_file(&file).unwrap();
    let identity = place.path("backup.key").to_str().unwrap().to_owned();
    let to = out(&place.run(&["backup", "--new-identity", &identity])).trim().to_owned();
    let backup = place.path("backup").to_str().unwrap().to_owned();
    for folder in ["temporary", "said"] {
        fs::create_dir(place.path(folder)).unwrap();
    }
    let log = fs::File::create(place.path("said/log")).unwrap();
    let mut server = place
        .command(&["serve", "--listen", "127.0.0.1:0", "--backup", &backup, "--backup-to", &to])
        .env("TMPDIR", place.path("temporary"))
        .env("RUST_LOG", "trace")
        .stderr(Stdio::from(log))
        .spawn()
        .unwrap();
    let mut address = Vec::new();
    let mut said = server.stdout.take().unwrap();
    while address.last() != Some(&b'\n') {
        let mut byte = [0];
        said.read_exact(&mut byte).unwrap();
        address.extend(byte);
    }
    let address = String::from_utf8(address).unwrap();
    let address = address.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
    let mut client = Client { address, cookies: Vec::new() };
    let signed = client.send("/sign-in", "/sign-in", &format!("name=ama&password={}", encoded(PASSWORD)));
    assert!(signed.starts_with("HTTP/1.1 303"), "{signed}");
    let map = client.ask("GET", &format!("/cases/{case}/map"), "");
    assert!(map.contains(CANARY), "control: it is shown to whoever may see it");
    let text = encoded(CANARY);
    let page = format!("/cases/{case}/new/note");
    let draft = format!("/drafts/01900000-0000-7000-8000-00000000d0d0?page={}", encoded(&page));
    let saved = client.send(&page, &draft, &format!("title={text}&text={text}&draft_version=1"));
    assert!(saved.starts_with("HTTP/1.1 2"), "{saved}");
    let wrong = client.send(&page, &page, &format!("title={text}&text="));
    assert!(!wrong.starts_with("HTTP/1.1 5"), "{wrong}");
    let search = client.ask("GET", &format!("/cases?q={text}"), "");
    assert!(search.starts_with("HTTP/1.1 200"));

    let mut found = Vec::new();
    let mut searched = 0;
    let mut look = |name: String, bytes: &[u8]| {
        searched += bytes.len();
        found.extend(finds(&name, bytes));
    };
    // What it has open, also where the name is gone already.
    for entry in fs::read_dir(format!("/proc/{}/fd", server.id())).unwrap().map(Result::unwrap) {
        let target = fs::read_link(entry.path()).unwrap_or_default();
        let regular = fs::metadata(entry.path()).is_ok_and(|meta| meta.is_file());
        let known = !target.to_string_lossy().contains("(deleted)") && target.starts_with(place.path(""));
        if regular && !known {
            look(format!("{} (open)", target.display()), &fs::read(entry.path()).unwrap());
        }
    }
    let mut all = Vec::new();
    files(&place.path(""), &mut all);
    for file in &all {
        look(file.display().to_string(), &fs::read(file).unwrap());
    }
    let stop = std::process::Command::new("kill").args(["-TERM", &server.id().to_string()]).status().unwrap();
    assert!(stop.success() && server.wait().unwrap().success());
    let mut all = Vec::new();
    files(&place.path("backup"), &mut all);
    files(&place.path("said"), &mut all);
    assert!(all.len() > 5, "control: there is a backup");
    for file in &all {
        look(file.display().to_string(), &fs::read(file).unwrap());
    }
    assert!(searched > 500_000, "control: {searched} bytes searched");
    assert_eq!(found, Vec::<String>::new());
}

/// The control of each form: planted, it is found; and with nothing planted, nothing is.
#[test]
fn each_form_that_is_planted_is_found() {
    let noise: Vec<u8> = (0..3_000_u32).flat_map(|n| n.wrapping_mul(0x9e37_79b9).to_le_bytes()).collect();
    assert_eq!(finds("noise", &noise), Vec::<String>::new());
    let planted = |needle: &[u8]| {
        let mut bytes = noise.clone();
        bytes.splice(5_001..5_001, needle.iter().copied());
        finds("noise", &bytes)
    };
    for (form, needle) in forms() {
        let found = planted(&needle);
        assert!(found.iter().any(|one| one.starts_with(&form)), "{form} is not found: {found:?}");
    }
    for level in [Compression::none(), Compression::fast(), Compression::best()] {
        let mut encoder = DeflateEncoder::new(Vec::new(), level);
        encoder
            .write_all(format!("what somebody wrote about a family: {CANARY}, and more of it").as_bytes())
            .unwrap();
        let found = planted(&encoder.finish().unwrap());
        assert!(found.iter().any(|one| one.starts_with("deflated")), "{level:?}: {found:?}");
    }
}
