//! The server as a process: ready, stopped, killed, refused.

use crate::place::{Place, err};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::Child;

/// Starts a command that serves, and reads the address it prints once it is ready.
pub(crate) fn start(place: &Place, args: &[&str]) -> (Child, String) {
    let mut child = place.command(args).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    let address = line.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
    assert!(address.contains(':'), "no address: {line}");
    (child, address)
}

pub(crate) fn get(address: &str, path: &str, host: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn the_demo_is_served_on_loopback_only_and_for_no_other_host() {
    let place = Place::empty();
    let refused = place.run(&["demo", "--listen", "0.0.0.0:0", "--no-open"]);
    assert_eq!(refused.status.code(), Some(2), "{}", err(&refused));
    let (mut child, address) = start(&place, &["demo", "--listen", "127.0.0.1:0", "--no-open"]);
    let fine = get(&address, "/health", &address);
    let foreign = get(&address, "/work", "evil.example");
    let _ = child.kill();
    let _ = child.wait();
    assert!(fine.starts_with("HTTP/1.1 200"), "{fine}");
    assert!(!foreign.starts_with("HTTP/1.1 200") && !foreign.contains("set-cookie"), "{foreign}");
}

#[test]
fn a_killed_server_starts_again_and_the_journal_is_whole() {
    let (place, id) = Place::with_family();
    let before = crate::place::out(&place.run(&["export", &id]));
    let (mut child, address) = start(&place, &["serve", "--listen", "127.0.0.1:0"]);
    assert!(get(&address, "/health", &address).starts_with("HTTP/1.1 200"));
    child.kill().unwrap();
    child.wait().unwrap();
    let (mut child, address) = start(&place, &["serve", "--listen", "127.0.0.1:0"]);
    let answer = get(&address, "/health", &address);
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert_eq!(crate::place::out(&place.run(&["export", &id])), before);
    assert_eq!(place.run(&["verify"]).status.code(), Some(0));
}

#[test]
fn a_port_that_is_taken_is_said_plainly() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let place = Place::ready();
    let done = place.run(&["serve", "--listen", &address]);
    assert_eq!(done.status.code(), Some(4));
    assert!(err(&done).contains("--listen"), "{}", err(&done));
}
