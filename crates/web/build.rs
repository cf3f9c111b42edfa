//! Embeds the browser assets: reads `dist/manifest.json` (made by `node tools/assets.mjs`, which `./run` calls) and writes
//! the table that `src/assets.rs` includes.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=dist/manifest.json");
    // Read when the script runs, not when it is compiled: a target folder may serve several checkouts.
    let root = std::env::var_os("CARGO_MANIFEST_DIR").ok_or("cargo sets CARGO_MANIFEST_DIR")?;
    let dist = Path::new(&root).join("dist");
    let manifest = std::fs::read_to_string(dist.join("manifest.json")).map_err(|error| {
        format!("crates/web/dist/manifest.json: {error}. Run `npm ci && node tools/assets.mjs` first")
    })?;
    let manifest: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&manifest)?;
    let mut table = String::from("&[\n");
    for (name, about) in &manifest {
        let hash = about.get("hash").and_then(|hash| hash.as_str()).ok_or("the manifest lacks a hash")?;
        let (stem, ending) = name.rsplit_once('.').ok_or("an asset has no ending")?;
        let path = dist.join(name);
        writeln!(
            table,
            "Asset {{ name: {name:?}, url: {:?}, plain: include_bytes!({:?}), br: include_bytes!({:?}), gz: include_bytes!({:?}) }},",
            format!("/assets/{stem}-{hash}.{ending}"),
            path,
            dist.join(format!("{name}.br")),
            dist.join(format!("{name}.gz")),
        )?;
    }
    table.push_str("]\n");
    std::fs::write(Path::new(&std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?).join("assets.rs"), table)?;
    Ok(())
}
