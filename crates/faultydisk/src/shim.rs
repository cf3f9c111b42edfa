//! The layer between SQLite and its files. Everything is handed through; writes, cuts, syncs and removals are told.

use std::{
    ffi::{CStr, OsStr, c_char, c_int, c_void},
    mem::size_of,
    os::unix::ffi::OsStrExt as _,
    path::{Path, PathBuf},
    ptr,
    sync::{Once, PoisonError, atomic::AtomicPtr, atomic::Ordering},
};

use rusqlite::ffi::{
    self, SQLITE_FULL, SQLITE_IOERR_FSYNC, SQLITE_IOERR_WRITE, SQLITE_OK, SQLITE_OPEN_CREATE, sqlite3_file,
    sqlite3_int64, sqlite3_io_methods, sqlite3_vfs,
};

use crate::{
    Failure,
    log::{Op, STATE},
};

/// The layer beneath.
static REAL: AtomicPtr<sqlite3_vfs> = AtomicPtr::new(ptr::null_mut());

/// One open file: ours, and behind it in the same memory the real one.
#[repr(C)]
struct File {
    base: sqlite3_file,
    path: *mut PathBuf,
}

/// Puts the layer beneath every connection that this process opens from now on.
///
/// # Panics
/// If SQLite does not take it.
pub fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: SQLite hands out its default layer, which lives as long as the process; our copy of it is leaked and so
        // lives as long, and differs only in functions with the same signatures.
        unsafe {
            let real = ffi::sqlite3_vfs_find(ptr::null());
            assert!(!real.is_null(), "SQLite has no default layer");
            REAL.store(real, Ordering::SeqCst);
            let mut ours: sqlite3_vfs = *real;
            ours.zName = c"faulty".as_ptr();
            ours.pNext = ptr::null_mut();
            ours.szOsFile = c_int::try_from(size_of::<File>()).unwrap() + (*real).szOsFile;
            ours.xOpen = Some(open);
            ours.xDelete = Some(delete);
            let ours = Box::leak(Box::new(ours));
            assert_eq!(ffi::sqlite3_vfs_register(ours, 1), SQLITE_OK, "SQLite does not take the layer");
        }
    });
}

fn told(op: Op) {
    STATE.lock().unwrap_or_else(PoisonError::into_inner).remember(op);
}

fn refused(path: &Path, sync: bool) -> Option<c_int> {
    let failure = STATE.lock().unwrap_or_else(PoisonError::into_inner).refuses(path, sync)?;
    Some(match failure {
        Failure::NoSpace => SQLITE_FULL,
        Failure::Write => SQLITE_IOERR_WRITE,
        Failure::Sync => SQLITE_IOERR_FSYNC,
    })
}

/// The real file behind ours.
///
/// # Safety
/// `file` was opened by [`open`].
unsafe fn real(file: *mut sqlite3_file) -> *mut sqlite3_file {
    // SAFETY: SQLite reserved szOsFile bytes: ours, then the real one's.
    unsafe { file.cast::<u8>().add(size_of::<File>()).cast() }
}

/// # Safety
/// `file` was opened by [`open`] and is not closed.
unsafe fn path<'a>(file: *mut sqlite3_file) -> Option<&'a PathBuf> {
    // SAFETY: `open` put a leaked path there, or null.
    unsafe { (*file.cast::<File>()).path.as_ref() }
}

/// # Safety
/// A name as SQLite hands it out.
unsafe fn named(name: *const c_char) -> Option<PathBuf> {
    if name.is_null() {
        return None;
    }
    // SAFETY: SQLite's names end with a zero.
    let bytes = unsafe { CStr::from_ptr(name) }.to_bytes();
    Some(PathBuf::from(OsStr::from_bytes(bytes)))
}

unsafe extern "C" fn open(
    _: *mut sqlite3_vfs,
    name: *const c_char,
    file: *mut sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: called by SQLite with memory of szOsFile bytes; the real layer gets its own part of it.
    unsafe {
        let below = REAL.load(Ordering::SeqCst);
        let path = named(name);
        let new = flags & SQLITE_OPEN_CREATE != 0 && path.as_ref().is_some_and(|path| !path.exists());
        (*file).pMethods = ptr::null();
        let Some(open) = (*below).xOpen else { return ffi::SQLITE_CANTOPEN };
        let done = open(below, name, real(file), flags, out);
        if done == SQLITE_OK && !(*real(file)).pMethods.is_null() {
            (*file).pMethods = &METHODS;
            if let (true, Some(path)) = (new, &path) {
                told(Op::Made(path.clone()));
            }
            (*file.cast::<File>()).path = path.map_or(ptr::null_mut(), |path| Box::into_raw(Box::new(path)));
        }
        done
    }
}

unsafe extern "C" fn delete(_: *mut sqlite3_vfs, name: *const c_char, sync: c_int) -> c_int {
    // SAFETY: handed through as SQLite called it.
    unsafe {
        let below = REAL.load(Ordering::SeqCst);
        let Some(delete) = (*below).xDelete else { return ffi::SQLITE_IOERR_DELETE };
        let done = delete(below, name, sync);
        if let (SQLITE_OK, Some(path)) = (done, named(name)) {
            told(Op::Removed(path, sync != 0));
        }
        done
    }
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    // SAFETY: the path was leaked by `open` and is taken back once.
    unsafe {
        let ours = file.cast::<File>();
        if !(*ours).path.is_null() {
            drop(Box::from_raw((*ours).path));
            (*ours).path = ptr::null_mut();
        }
        let behind = real(file);
        (*(*behind).pMethods).xClose.map_or(SQLITE_OK, |close| close(behind))
    }
}

unsafe extern "C" fn write(
    file: *mut sqlite3_file,
    bytes: *const c_void,
    count: c_int,
    at: sqlite3_int64,
) -> c_int {
    // SAFETY: SQLite hands `count` readable bytes.
    unsafe {
        let path = path(file);
        if let Some(refusal) = path.and_then(|path| refused(path, false)) {
            return refusal;
        }
        let behind = real(file);
        let done = (*(*behind).pMethods).xWrite.map_or(SQLITE_IOERR_WRITE, |write| write(behind, bytes, count, at));
        if let (SQLITE_OK, Some(path)) = (done, path) {
            let bytes = std::slice::from_raw_parts(bytes.cast::<u8>(), usize::try_from(count).unwrap_or(0));
            told(Op::Written(path.clone(), u64::try_from(at).unwrap_or(0), bytes.to_vec()));
        }
        done
    }
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, size: sqlite3_int64) -> c_int {
    // SAFETY: handed through as SQLite called it.
    unsafe {
        let behind = real(file);
        let done = (*(*behind).pMethods).xTruncate.map_or(SQLITE_OK, |truncate| truncate(behind, size));
        if let (SQLITE_OK, Some(path)) = (done, path(file)) {
            told(Op::Cut(path.clone(), u64::try_from(size).unwrap_or(0)));
        }
        done
    }
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, flags: c_int) -> c_int {
    // SAFETY: handed through as SQLite called it.
    unsafe {
        let path = path(file);
        if let Some(refusal) = path.and_then(|path| refused(path, true)) {
            return refusal;
        }
        let behind = real(file);
        let done = (*(*behind).pMethods).xSync.map_or(SQLITE_OK, |sync| sync(behind, flags));
        if let (SQLITE_OK, Some(path)) = (done, path) {
            told(Op::Synced(path.clone()));
        }
        done
    }
}

/// Functions that only hand through.
macro_rules! through {
    ($($name:ident = $method:ident ($($arg:ident: $kind:ty),*);)*) => {
        $(unsafe extern "C" fn $name(file: *mut sqlite3_file $(, $arg: $kind)*) -> c_int {
            // SAFETY: handed through as SQLite called it.
            unsafe {
                let behind = real(file);
                (*(*behind).pMethods).$method.map_or(SQLITE_OK, |below| below(behind $(, $arg)*))
            }
        })*
    };
}

through! {
    read = xRead(bytes: *mut c_void, count: c_int, at: sqlite3_int64);
    size = xFileSize(size: *mut sqlite3_int64);
    lock = xLock(level: c_int);
    unlock = xUnlock(level: c_int);
    reserved = xCheckReservedLock(out: *mut c_int);
    control = xFileControl(op: c_int, arg: *mut c_void);
    sector = xSectorSize();
    traits = xDeviceCharacteristics();
    shm_map = xShmMap(page: c_int, size: c_int, extend: c_int, out: *mut *mut c_void);
    shm_lock = xShmLock(offset: c_int, count: c_int, flags: c_int);
    shm_unmap = xShmUnmap(delete: c_int);
    fetch = xFetch(at: sqlite3_int64, count: c_int, out: *mut *mut c_void);
    unfetch = xUnfetch(at: sqlite3_int64, page: *mut c_void);
}

unsafe extern "C" fn shm_barrier(file: *mut sqlite3_file) {
    // SAFETY: handed through as SQLite called it.
    unsafe {
        let behind = real(file);
        if let Some(below) = (*(*behind).pMethods).xShmBarrier {
            below(behind);
        }
    }
}

static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    iVersion: 3,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(reserved),
    xFileControl: Some(control),
    xSectorSize: Some(sector),
    xDeviceCharacteristics: Some(traits),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: Some(fetch),
    xUnfetch: Some(unfetch),
};
