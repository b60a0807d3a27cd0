//! Text as web hosts send it: in brotli, to whoever takes that.

use std::collections::HashMap;
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

use brotli::CompressorWriter;

use super::site::Answer;

/// What hosts use for what they compress while somebody waits. With the best one the WebAssembly is a tenth
/// smaller, and takes fifty times as long.
const QUALITY: u32 = 5;

/// The window that servers use.
const WINDOW: u32 = 22;

/// Compresses bodies, each once.
#[derive(Default)]
pub(crate) struct Compression {
    kept: Mutex<HashMap<Vec<u8>, Arc<Vec<u8>>>>,
}

impl Compression {
    /// The answer as it's sent to somebody who has sent this `Accept-Encoding`.
    pub(crate) fn of(&self, mut answer: Answer, accepted: &str) -> Answer {
        if !answer.header("Content-Type").is_some_and(is_text) {
            return answer;
        }
        answer.headers.push(("Vary", "Accept-Encoding".to_owned()));
        if !takes_brotli(accepted) {
            return answer;
        }
        // Writing into memory doesn't fail; if it did, the answer would still be there as it is.
        if let Ok(body) = self.compressed(&answer.body) {
            answer.headers.push(("Content-Encoding", "br".to_owned()));
            answer.body = body.to_vec();
        }
        answer
    }

    fn compressed(&self, raw: &[u8]) -> std::io::Result<Arc<Vec<u8>>> {
        // Those who ask for the same meanwhile wait for it, which is shorter than compressing it beside.
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = kept.get(raw) {
            return Ok(Arc::clone(known));
        }
        let mut writer = CompressorWriter::new(Vec::new(), 4096, QUALITY, WINDOW);
        writer.write_all(raw)?;
        let body = Arc::new(writer.into_inner());
        kept.insert(raw.to_vec(), Arc::clone(&body));
        Ok(body)
    }
}

/// Whether compressing makes it smaller: pictures and sound already are.
fn is_text(kind: &str) -> bool {
    kind.starts_with("text/")
        || kind.ends_with("json")
        || kind.ends_with("+xml")
        || kind == "application/wasm"
}

/// Whether an `Accept-Encoding`, such as `gzip, br;q=0.5`, allows brotli.
fn takes_brotli(accepted: &str) -> bool {
    accepted.split(',').any(|one| {
        let (coding, weight) = one.split_once(';').unwrap_or((one, "q=1"));
        let weight = weight.trim().strip_prefix("q=").and_then(|it| it.parse::<f32>().ok());
        coding.trim() == "br" && weight.is_some_and(|it| it > 0.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(kind: &str, body: &str) -> Answer {
        let headers = vec![("Content-Type", kind.to_owned())];
        Answer { status: 200, headers, body: body.as_bytes().to_vec() }
    }

    fn unpacked(mut body: &[u8]) -> Vec<u8> {
        let mut raw = Vec::new();
        brotli::BrotliDecompress(&mut body, &mut raw).unwrap();
        raw
    }

    #[test]
    fn text_is_sent_in_brotli_to_whoever_takes_it() {
        let text = "stretch ".repeat(1000);
        let compression = Compression::default();
        for kind in
            ["text/html; charset=utf-8", "application/wasm", "application/manifest+json", "image/svg+xml"]
        {
            for _ in ["compressed", "kept"] {
                let sent = compression.of(answer(kind, &text), "gzip, deflate, br, zstd");
                assert_eq!(sent.header("Content-Encoding"), Some("br"), "{kind}");
                assert_eq!(sent.header("Vary"), Some("Accept-Encoding"));
                assert!(sent.body.len() < 100);
                assert_eq!(unpacked(&sent.body), text.as_bytes());
            }
        }
    }

    #[test]
    fn to_others_it_is_sent_as_it_is() {
        for accepted in ["", "gzip, deflate", "br;q=0", "brotli"] {
            let sent = Compression::default().of(answer("text/css", "a {}"), accepted);
            assert_eq!(sent.header("Content-Encoding"), None, "{accepted}");
            assert_eq!(sent.header("Vary"), Some("Accept-Encoding"));
            assert_eq!(sent.body, b"a {}");
        }
    }

    #[test]
    fn a_picture_is_sent_as_it_is() {
        let sent = Compression::default().of(answer("image/png", "picture"), "br");
        assert_eq!((sent.headers.len(), sent.body.as_slice()), (1, b"picture".as_slice()));
    }

    #[test]
    fn what_has_changed_is_compressed_anew() {
        let compression = Compression::default();
        for text in ["before", "after"] {
            assert_eq!(unpacked(&compression.of(answer("text/css", text), "br;q=0.5").body), text.as_bytes());
        }
    }
}
