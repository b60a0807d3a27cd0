//! What the server says to a request: a pure function of the request and the files.

use std::fs;
use std::path::{Path, PathBuf};

use hyper::Method;
use percent_encoding::percent_decode_str;

/// The strictest policy that a page with the widget can have; every page is served with it, so that
/// whatever breaks it is seen at once.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self' data:; media-src blob:; connect-src 'self'; frame-src 'self'; \
                      manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// The files below `root`, seen below the path `base`, which begins and ends with a slash.
pub(crate) struct Site {
    /// The folder of the files.
    pub(crate) root: PathBuf,
    /// The path of the site.
    pub(crate) base: String,
}

/// Status, headers and body.
#[derive(Debug)]
pub(crate) struct Answer {
    /// Such as 200.
    pub(crate) status: u16,
    /// Names and values.
    pub(crate) headers: Vec<(&'static str, String)>,
    /// The bytes.
    pub(crate) body: Vec<u8>,
}

/// Makes of `some/path` the base `/some/path/`.
#[expect(clippy::unnecessary_wraps, reason = "clap wants a parser that may fail")]
pub(crate) fn parse_base(said: &str) -> Result<String, String> {
    let path = said.trim_matches('/');
    Ok(if path.is_empty() { "/".to_owned() } else { format!("/{path}/") })
}

impl Site {
    /// The answer to a request for a path, which may have a query.
    pub(crate) fn answer(&self, method: &Method, url: &str) -> Answer {
        if !matches!(*method, Method::GET | Method::HEAD) {
            return Answer::text(405, "Only GET and HEAD are served here.");
        }
        let path = url.split(['?', '#']).next().unwrap_or_default();
        let Ok(path) = percent_decode_str(path).decode_utf8() else {
            return Answer::text(400, "The address is not valid UTF-8.");
        };
        if format!("{path}/") == self.base {
            return Answer::redirect(&self.base);
        }
        let Some(inside) = path.strip_prefix(self.base.as_str()) else {
            return Answer::text(404, &format!("Nothing is here; the site is at {}", self.base));
        };
        if !is_plain(inside) {
            return Answer::text(400, "The address leaves the site.");
        }
        let mut file = self.root.join(inside);
        if file.is_dir() {
            if !inside.is_empty() && !inside.ends_with('/') {
                return Answer::redirect(&format!("{path}/"));
            }
            file.push("index.html");
        }
        match fs::read(&file) {
            Ok(body) => Answer { status: 200, headers: headers(inside, &file), body },
            Err(_) => Answer::text(404, &format!("There is no {path} here.")),
        }
    }
}

/// Whether a path stays below the folder that it is joined to.
fn is_plain(path: &str) -> bool {
    !path.contains(['\\', '\0', ':']) && path.split('/').all(|part| part != "..") && !path.starts_with('/')
}

fn headers(inside: &str, file: &Path) -> Vec<(&'static str, String)> {
    let kind = content_type(file);
    let keep = if inside.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut headers = vec![
        ("Content-Type", kind.to_owned()),
        ("Cache-Control", keep.to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        // A sandboxed frame has no origin, and loads even its own modules as a stranger.
        ("Access-Control-Allow-Origin", "*".to_owned()),
    ];
    if kind.starts_with("text/html") {
        headers.push(("Content-Security-Policy", POLICY.to_owned()));
    }
    headers
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|it| it.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "jpg" | "jpeg" => "image/jpeg",
        "ico" => "image/x-icon",
        "mp3" => "audio/mpeg",
        "ics" => "text/calendar; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

impl Answer {
    /// The value of a header, if there is one of that name.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(it, _)| *it == name).map(|(_, value)| value.as_str())
    }

    fn text(status: u16, sentence: &str) -> Answer {
        let headers = vec![("Content-Type", "text/plain; charset=utf-8".to_owned())];
        Answer { status, headers, body: sentence.as_bytes().to_vec() }
    }

    fn redirect(to: &str) -> Answer {
        Answer { status: 302, headers: vec![("Location", to.to_owned())], body: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    fn site(base: &str) -> (Site, TempDir) {
        let parent = tempfile::tempdir().unwrap();
        let root = parent.path().join("dist");
        fs::create_dir_all(root.join("assets")).unwrap();
        fs::create_dir_all(root.join("embed/v1")).unwrap();
        fs::write(root.join("index.html"), "page").unwrap();
        fs::write(root.join("assets/supple-1.wasm"), "wasm").unwrap();
        fs::write(root.join("embed/v1/supple.js"), "js").unwrap();
        fs::write(parent.path().join("secret"), "secret").unwrap();
        (Site { root, base: parse_base(base).unwrap() }, parent)
    }

    #[test]
    fn pages_have_the_policy_and_are_asked_for_again() {
        let (site, _files) = site("/");
        let page = site.answer(&Method::GET, "/?a=b");
        assert_eq!((page.status, page.body.as_slice()), (200, b"page".as_slice()));
        assert_eq!(page.header("Content-Security-Policy"), Some(POLICY));
        assert_eq!(page.header("Cache-Control"), Some("no-cache"));
    }

    #[test]
    fn hashed_files_are_kept_and_the_loader_is_not() {
        let (site, _files) = site("/");
        let wasm = site.answer(&Method::GET, "/assets/supple-1.wasm");
        assert_eq!(wasm.header("Content-Type"), Some("application/wasm"));
        assert!(wasm.header("Cache-Control").unwrap().contains("immutable"));
        let loader = site.answer(&Method::GET, "/embed/v1/supple.js");
        assert_eq!(loader.header("Cache-Control"), Some("no-cache"));
        assert_eq!(loader.header("Content-Security-Policy"), None);
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let (site, _files) = site("/");
        for path in
            ["/../secret", "/%2e%2e/secret", "/assets/..%2f..%2fsecret", "//etc/passwd", "/..\\secret"]
        {
            let answer = site.answer(&Method::GET, path);
            assert_eq!(answer.status, 400, "{path}");
            assert_ne!(answer.body, b"secret");
        }
        assert_eq!(site.answer(&Method::GET, "/%ff").status, 400);
        assert_eq!(site.answer(&Method::GET, "/missing").status, 404);
        assert_eq!(site.answer(&Method::POST, "/").status, 405);
    }

    #[test]
    fn below_a_base_the_same_files_are_served() {
        let (site, _files) = site("some/path");
        assert_eq!(site.base, "/some/path/");
        assert_eq!(site.answer(&Method::GET, "/some/path/").status, 200);
        assert_eq!(site.answer(&Method::HEAD, "/some/path/assets/supple-1.wasm").status, 200);
        assert_eq!(site.answer(&Method::GET, "/some/path").header("Location"), Some("/some/path/"));
        assert_eq!(
            site.answer(&Method::GET, "/some/path/embed").header("Location"),
            Some("/some/path/embed/")
        );
        assert_eq!(site.answer(&Method::GET, "/").status, 404);
    }
}
