//! Backups: made while the store is in use, damaged in every way, restored.

#[cfg(test)]
mod canary;
#[cfg(test)]
mod circle;
#[cfg(test)]
mod damage;
#[cfg(test)]
mod erasure;
#[cfg(test)]
mod s3;
#[cfg(test)]
mod support;
