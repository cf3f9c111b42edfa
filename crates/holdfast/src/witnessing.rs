//! Signed heads for a witness: written to a folder elsewhere at intervals, found there again.

use crate::clock::SystemClock;
use crate::exit::Failure;
use std::path::{Path, PathBuf};
use std::time::Duration;
use store::{Clock as _, Store};

/// Between two times.
const EVERY: Duration = Duration::from_secs(3_600);

/// Writes the heads now, each hour, and once more when the returned sender is dropped.
pub(crate) fn keep_witnessing(
    store: Store,
    folder: PathBuf,
) -> (tokio::sync::oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
    let (stop, mut stopped) = tokio::sync::oneshot::channel::<()>();
    let task = tokio::spawn(async move {
        loop {
            if let Err(failure) = write(&store, &folder).await {
                tracing::error!("the heads for the witness are not written: {}", failure.message);
            }
            tokio::select! {
                () = tokio::time::sleep(EVERY) => {}
                _ = &mut stopped => {
                    if let Err(failure) = write(&store, &folder).await {
                        tracing::error!("the last heads for the witness are not written: {}", failure.message);
                    }
                    return;
                }
            }
        }
    });
    (stop, task)
}

async fn write(store: &Store, folder: &Path) -> Result<(), Failure> {
    let heads = store.export_heads().await.map_err(Failure::failed)?;
    let text = serde_json::to_string(&heads).map_err(Failure::failed)?;
    let path = folder.join(format!("heads-{:020}.json", SystemClock.now_micros()));
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(&path, text))
        .map_err(|error| Failure::failed(format!("{} cannot be written: {error}", path.display())))
}

/// The newest heads in a folder.
pub(crate) fn newest(folder: &Path) -> Result<PathBuf, Failure> {
    let failed = |why: String| Failure::usage(format!("the heads in {} cannot be read: {why}", folder.display()));
    let files = std::fs::read_dir(folder).map_err(|error| failed(error.to_string()))?;
    let names = files.flatten().map(|file| file.path());
    let heads = |path: &PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        name.starts_with("heads-") && path.extension().is_some_and(|end| end == "json")
    };
    names.filter(heads).max().ok_or_else(|| failed("there is no file of heads in it".to_owned()))
}
