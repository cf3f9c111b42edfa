//! Attached files in words: what they are by their content, and how long.

use crate::Words;

/// Bytes of a kilobyte, as people and their machines count files.
const KILO: u64 = 1000;

/// A family of file types: how one is called in words.
const FAMILIES: [(&str, &str); 22] = [
    ("application/pdf", "media-pdf"),
    ("image/jpeg", "media-jpeg"),
    ("image/png", "media-png"),
    ("image/gif", "media-gif"),
    ("image/webp", "media-webp"),
    ("image/heif", "media-heic"),
    ("image/tiff", "media-tiff"),
    ("application/msword", "media-word"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "media-word"),
    ("application/vnd.oasis.opendocument.text", "media-word"),
    ("application/rtf", "media-word"),
    ("application/vnd.ms-excel", "media-sheet"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "media-sheet"),
    ("application/vnd.oasis.opendocument.spreadsheet", "media-sheet"),
    ("application/vnd.ms-powerpoint", "media-slides"),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", "media-slides"),
    ("text/plain", "media-text"),
    ("application/zip", "media-archive"),
    ("audio/", "media-sound"),
    ("video/", "media-film"),
    ("message/rfc822", "media-mail"),
    ("image/", "media-image"),
];

impl Words {
    /// What a file is by its content, in words.
    #[must_use]
    pub fn media_type(&self, media_type: &str) -> String {
        let found = FAMILIES.iter().find(|(begins, _)| media_type.starts_with(begins));
        self.say(found.map_or("media-other", |(_, key)| key))
    }

    /// How long a file is: "48 kB", "1.5 MB".
    #[must_use]
    pub fn file_size(&self, bytes: u64) -> String {
        let (key, unit) = match bytes {
            0..KILO => {
                return self.say_with("file-size-bytes", &[("n", i64::try_from(bytes).unwrap_or(i64::MAX).into())]);
            }
            KILO..1_000_000 => ("file-size-kb", KILO),
            1_000_000..1_000_000_000 => ("file-size-mb", 1_000_000),
            _ => ("file-size-gb", 1_000_000_000),
        };
        let tenths = bytes.saturating_mul(10).saturating_add(unit / 2) / unit;
        let (whole, tenth) = (tenths / 10, tenths % 10);
        let n = if tenth == 0 || whole >= 10 { whole.to_string() } else { format!("{whole}.{tenth}") };
        self.say_with(key, &[("n", n.into())])
    }
}

#[cfg(test)]
mod tests {
    use crate::Words;

    #[test]
    fn sizes_are_said_as_people_say_them() {
        let words = Words::new("en").unwrap();
        for (bytes, said) in [
            (1, "1 byte"),
            (999, "999 bytes"),
            (1000, "1 kB"),
            (1540, "1.5 kB"),
            (48_213, "48 kB"),
            (50_000_000, "50 MB"),
        ] {
            assert_eq!(words.file_size(bytes), said);
        }
        assert_eq!(words.media_type("video/mp4"), words.say("media-film"));
        assert_eq!(words.media_type("application/x-thing"), words.say("media-other"));
    }
}
