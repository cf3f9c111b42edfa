//! What was done to the files, and what a disk could hold after a power cut.

use std::{
    collections::{BTreeMap, HashMap},
    fs, io,
    path::{Path, PathBuf},
    sync::{LazyLock, Mutex},
};

use crate::Failure;

/// One thing that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// A file was made.
    Made(PathBuf),
    /// Bytes were written.
    Written(PathBuf, u64, Vec<u8>),
    /// A file was cut to a length.
    Cut(PathBuf, u64),
    /// Everything written to a file so far is on the disk.
    Synced(PathBuf),
    /// A file was taken away; whether that is on the disk.
    Removed(PathBuf, bool),
    /// A moment, named by the test.
    Mark(u64),
}

pub(crate) static STATE: LazyLock<Mutex<State>> = LazyLock::new(Mutex::default);

struct Failing {
    dir: PathBuf,
    left: u64,
    failure: Failure,
    once: bool,
    happened: bool,
}

#[derive(Default)]
pub(crate) struct State {
    dir: Option<PathBuf>,
    before: BTreeMap<PathBuf, Vec<u8>>,
    ops: Vec<Op>,
    failing: Option<Failing>,
}

impl State {
    pub(crate) fn recording(dir: &Path) -> Self {
        let mut before = BTreeMap::new();
        for file in fs::read_dir(dir).into_iter().flatten().flatten() {
            if let Ok(bytes) = fs::read(file.path()) {
                before.insert(file.path(), bytes);
            }
        }
        Self { dir: Some(dir.to_owned()), before, ..Self::default() }
    }

    /// The shared memory beside the log is no file on the disk: it is made again when it is not there.
    fn concerns(&self, path: &Path) -> bool {
        let shared = path.to_string_lossy().ends_with("-shm");
        !shared && self.dir.as_ref().is_some_and(|dir| path.starts_with(dir))
    }

    pub(crate) fn remember(&mut self, op: Op) {
        let keep = match &op {
            Op::Made(path) | Op::Written(path, ..) | Op::Cut(path, _) | Op::Synced(path) | Op::Removed(path, _) => {
                self.concerns(path)
            }
            Op::Mark(_) => self.dir.is_some(),
        };
        if keep {
            self.ops.push(op);
        }
    }

    pub(crate) fn into_recording(self) -> Recording {
        Recording { dir: self.dir.unwrap_or_default(), before: self.before, ops: self.ops }
    }

    pub(crate) fn failing(&mut self, dir: &Path, after: u64, failure: Failure, once: bool) {
        self.failing = Some(Failing { dir: dir.to_owned(), left: after, failure, once, happened: false });
    }

    pub(crate) fn works(&mut self) -> bool {
        self.failing.take().is_some_and(|failing| failing.happened)
    }

    /// Whether this call must fail.
    pub(crate) fn refuses(&mut self, path: &Path, sync: bool) -> Option<Failure> {
        let failing = self.failing.as_mut()?;
        if !path.starts_with(&failing.dir) || (failing.failure == Failure::Sync) != sync {
            return None;
        }
        if failing.left > 0 {
            failing.left -= 1;
            return None;
        }
        if failing.once && failing.happened {
            return None;
        }
        failing.happened = true;
        Some(failing.failure)
    }
}

/// How writes that were not synced are torn. The numbers come from outside, so that a test can be repeated.
pub trait Tears {
    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize;
}

/// What was remembered.
#[derive(Clone, Debug)]
pub struct Recording {
    dir: PathBuf,
    before: BTreeMap<PathBuf, Vec<u8>>,
    ops: Vec<Op>,
}

/// A disk writes so many bytes at once or not at all.
const SECTOR: usize = 512;

/// A file: what is certainly on the disk, and what was done to it since.
#[derive(Clone, Default)]
struct Shelf {
    sure: Option<Vec<u8>>,
    since: Vec<Op>,
}

impl Recording {
    /// How many things were done.
    pub fn len(&self) -> usize {
        self.ops.len()
    }

    /// Whether nothing was done.
    pub fn is_empty(&self) -> bool {
        self.ops.is_empty()
    }

    /// How many syncs are among them.
    pub fn syncs(&self) -> usize {
        self.ops.iter().filter(|op| matches!(op, Op::Synced(_))).count()
    }

    /// The same without its syncs: what a database does that never asks for one (`synchronous = OFF`).
    pub fn without_syncs(&self) -> Self {
        let mut other = self.clone();
        other.ops.retain(|op| !matches!(op, Op::Synced(_)));
        other
    }

    /// The moments marked before the point.
    pub fn marks(&self, point: usize) -> Vec<u64> {
        let marks = self.ops.iter().take(point).filter_map(|op| if let Op::Mark(n) = op { Some(*n) } else { None });
        marks.collect()
    }

    /// Lays out in `into` what the disk could hold if the power had gone after `point` things were done.
    ///
    /// # Errors
    /// What the system said.
    pub fn cut(&self, point: usize, tears: &mut dyn Tears, into: &Path) -> io::Result<()> {
        let mut shelves: HashMap<PathBuf, Shelf> = HashMap::new();
        for (path, bytes) in &self.before {
            shelves.insert(path.clone(), Shelf { sure: Some(bytes.clone()), since: Vec::new() });
        }
        for op in self.ops.iter().take(point) {
            match op {
                Op::Made(path) | Op::Written(path, ..) | Op::Cut(path, _) => {
                    shelves.entry(path.clone()).or_default().since.push(op.clone());
                }
                Op::Synced(path) => {
                    let shelf = shelves.entry(path.clone()).or_default();
                    let mut bytes = shelf.sure.take().unwrap_or_default();
                    let mut there = true;
                    for op in std::mem::take(&mut shelf.since) {
                        there = apply(&mut bytes, &op);
                    }
                    shelf.sure = there.then_some(bytes);
                }
                Op::Removed(path, sure) => {
                    let shelf = shelves.entry(path.clone()).or_default();
                    if *sure {
                        *shelf = Shelf::default();
                    } else {
                        shelf.since.push(op.clone());
                    }
                }
                Op::Mark(_) => {}
            }
        }
        let mut shelves: Vec<_> = shelves.into_iter().collect();
        shelves.sort_by(|one, two| one.0.cmp(&two.0));
        for (path, shelf) in shelves {
            if let Some(bytes) = torn(shelf, tears) {
                fs::write(into.join(path.strip_prefix(&self.dir).unwrap_or(&path)), bytes)?;
            }
        }
        Ok(())
    }
}

/// What was done is done whole; whether the file is there.
fn apply(bytes: &mut Vec<u8>, op: &Op) -> bool {
    match op {
        Op::Written(_, at, new) => put(bytes, usize::try_from(*at).unwrap_or(usize::MAX), new),
        Op::Cut(_, length) => bytes.resize(usize::try_from(*length).unwrap_or(usize::MAX), 0),
        Op::Removed(..) => {
            bytes.clear();
            return false;
        }
        Op::Made(_) | Op::Synced(_) | Op::Mark(_) => {}
    }
    true
}

fn put(bytes: &mut Vec<u8>, at: usize, new: &[u8]) {
    let end = at.saturating_add(new.len());
    if bytes.len() < end {
        bytes.resize(end, 0);
    }
    if let Some(place) = bytes.get_mut(at..end) {
        place.copy_from_slice(new);
    }
}

/// What was not synced: each thing is there, gone or torn, in any order.
fn torn(shelf: Shelf, tears: &mut dyn Tears) -> Option<Vec<u8>> {
    let Shelf { sure, mut since } = shelf;
    let mut there = sure.is_some();
    let mut bytes = sure.unwrap_or_default();
    // Sometimes everything arrived, sometimes nothing: the usual cases must not be rare ones.
    let mood = tears.below(4);
    if mood == 3 {
        // In another order, so that a later write may lie beneath an earlier one.
        for at in (1..since.len()).rev() {
            since.swap(at, tears.below(at + 1));
        }
    }
    for op in since {
        let arrives = match mood {
            0 => false,
            1 => true,
            _ => tears.below(2) == 0,
        };
        if !arrives {
            continue;
        }
        match op {
            Op::Written(_, at, new) => {
                there = true;
                let at = usize::try_from(at).unwrap_or(usize::MAX);
                if mood == 1 || tears.below(3) > 0 {
                    put(&mut bytes, at, &new);
                    continue;
                }
                for (n, sector) in new.chunks(SECTOR).enumerate() {
                    if tears.below(2) == 0 {
                        put(&mut bytes, at + n * SECTOR, sector);
                    }
                }
            }
            Op::Removed(..) => {
                bytes.clear();
                there = false;
            }
            other => there = apply(&mut bytes, &other),
        }
    }
    there.then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Always(usize);

    impl Tears for Always {
        fn below(&mut self, end: usize) -> usize {
            self.0.min(end - 1)
        }
    }

    #[test]
    fn what_was_synced_is_there_and_the_rest_may_be_gone() {
        let dir = PathBuf::from("/d");
        let file = dir.join("f");
        let ops = vec![
            Op::Made(file.clone()),
            Op::Written(file.clone(), 0, b"sure".to_vec()),
            Op::Synced(file.clone()),
            Op::Mark(1),
            Op::Written(file.clone(), 4, b"maybe".to_vec()),
        ];
        let recording = Recording { dir, before: BTreeMap::new(), ops };
        let into = std::env::temp_dir().join(format!("faultydisk-{}", std::process::id()));
        fs::create_dir_all(&into).unwrap();
        for (mood, expected) in [(0, &b"sure"[..]), (1, b"suremaybe")] {
            recording.cut(5, &mut Always(mood), &into).unwrap();
            assert_eq!(fs::read(into.join("f")).unwrap(), expected);
        }
        fs::remove_file(into.join("f")).unwrap();
        recording.without_syncs().cut(3, &mut Always(0), &into).unwrap();
        assert!(!into.join("f").exists(), "without syncs nothing is sure");
        assert_eq!((recording.marks(3), recording.marks(4)), (vec![], vec![1]));
        fs::remove_dir_all(into).unwrap();
    }
}
