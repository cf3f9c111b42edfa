//! Stories of the store on SQLite: what it promises, on good days and bad ones.

#[cfg(test)]
mod appending;
#[cfg(test)]
mod beside;
#[cfg(test)]
mod canary;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod expunging;
#[cfg(test)]
mod files;
#[cfg(test)]
mod folder;
mod full;
#[cfg(test)]
mod opening;
#[cfg(test)]
mod people;
#[cfg(test)]
mod raw;
#[cfg(test)]
mod rotation;
#[cfg(test)]
mod shredding;
#[cfg(test)]
mod support;
#[cfg(test)]
mod tamper;
#[cfg(test)]
mod witness;
