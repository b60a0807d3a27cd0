//! `cargo xtask serve`: builds the site and serves it on this machine, with the headers a web host should send.

use std::future::pending;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;

use anyhow::{Context, Result, bail};
use axum::Router;
use axum::extract::{RawQuery, Request};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::{Redirect, Response};
use axum::routing::get;
use clap::Args;
use tokio::runtime::Runtime;
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};

use crate::{dist, project};

/// The strictest policy that a page with the widget can have. Every page is served with it, so that whatever breaks it
/// is seen at once.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self' data:; media-src blob:; connect-src 'self'; frame-src 'self'; \
                      manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// How many ports are tried after the chosen one.
const MORE_PORTS: u16 = 20;

/// How the site is served.
#[derive(Args)]
pub(crate) struct Options {
    /// The port; if it is taken, the next free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The path below which the site is served, such as /some/path/.
    #[arg(long, default_value = "/")]
    base: String,
    /// Serve what is in dist/ without building.
    #[arg(long)]
    no_build: bool,
    /// Open no browser.
    #[arg(long)]
    no_open: bool,
    /// Build quickly, unoptimised.
    #[arg(long)]
    dev: bool,
}

/// Builds, and serves until it is interrupted.
pub(crate) fn run(options: &Options) -> Result<()> {
    if !options.no_build {
        dist::run(&dist::Options { dev: options.dev, site: None })?;
    }
    let root = project::dist();
    if !root.join("index.html").is_file() {
        bail!("There is no site in {}. Run `cargo xtask dist`, or leave out --no-build.", root.display());
    }
    let base = with_slashes(&options.base);
    let server = Server::start(listen(options.port)?, site(&root, &base))?;
    let address = format!("{}{base}", server.origin);
    println!("Supple is at {address}  (Ctrl-C ends it)");
    if !options.no_open && has_display() && open::that_detached(&address).is_err() {
        println!("No browser could be opened; open the address yourself.");
    }
    server.runtime.block_on(pending())
}

/// Serves dist/ on a free port, compressed as web hosts do it, for as long as the server is kept.
pub(crate) fn in_background() -> Result<Server> {
    Server::start(listen(0)?, site(&project::dist(), "/").layer(CompressionLayer::new()))
}

/// A running server. Dropping it ends it.
pub(crate) struct Server {
    /// Its address, without a slash at the end.
    pub(crate) origin: String,
    runtime: Runtime,
}

impl Server {
    fn start(listener: TcpListener, site: Router) -> Result<Server> {
        let origin = format!("http://127.0.0.1:{}", listener.local_addr()?.port());
        let runtime = Runtime::new().context("The server can't start.")?;
        listener.set_nonblocking(true)?;
        let inside = runtime.enter();
        let listener = tokio::net::TcpListener::from_std(listener)?;
        drop(inside);
        runtime.spawn(async { axum::serve(listener, site).await });
        Ok(Server { origin, runtime })
    }
}

/// The files in `root` below the path `base`, which begins and ends with a slash.
fn site(root: &Path, base: &str) -> Router {
    let prefix = base.trim_end_matches('/');
    let not_found = ServeFile::new(root.join("404.html"));
    let files = ServeDir::new(root).redirect_path_prefix(prefix).not_found_service(not_found);
    let files = Router::new().fallback_service(files).layer(from_fn(with_headers));
    if prefix.is_empty() {
        return files;
    }
    let whole = base.to_owned();
    let elsewhere = (StatusCode::NOT_FOUND, format!("Nothing is here; the site is at {base}"));
    Router::new()
        .route(prefix, get(async move |RawQuery(query)| Redirect::temporary(&with_query(whole, query))))
        .nest_service(base, files)
        .fallback(async || elsewhere)
}

/// An address with the query string of another one.
fn with_query(address: String, query: Option<String>) -> String {
    query.map_or(address.clone(), |query| format!("{address}?{query}"))
}

async fn with_headers(request: Request, next: Next) -> Response {
    let is_hashed = request.uri().path().starts_with("/assets/");
    let mut response = next.run(request).await;
    let is_page =
        response.headers().get(CONTENT_TYPE).is_some_and(|it| it.as_bytes().starts_with(b"text/html"));
    let is_there = response.status() != StatusCode::NOT_FOUND;
    let caching = if is_hashed && is_there { "public, max-age=31536000, immutable" } else { "no-cache" };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // A sandboxed frame has no origin, so even its own modules are cross-origin to it.
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    if is_page {
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    }
    response
}

/// `/some/path/` of `some/path`.
fn with_slashes(path: &str) -> String {
    match path.trim_matches('/') {
        "" => "/".to_owned(),
        path => format!("/{path}/"),
    }
}

/// The first free port from the chosen one on.
fn listen(chosen: u16) -> Result<TcpListener> {
    for port in chosen..=chosen.saturating_add(MORE_PORTS) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {
                println!("Port {port} is taken; trying the next one.");
            }
            Err(error) => return Err(error).with_context(|| format!("Port {port} can't be used.")),
        }
    }
    bail!("All ports from {chosen} on are taken. Choose another with --port.")
}

fn has_display() -> bool {
    if std::env::var_os("CI").is_some() {
        return false;
    }
    let unix_desktop = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|it| std::env::var_os(it).is_some());
    cfg!(any(windows, target_os = "macos")) || unix_desktop
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::http::header::{HeaderName, LOCATION};
    use tower::ServiceExt;

    use super::*;

    fn get_from(base: &str, path: &str) -> Response {
        let parent = tempfile::tempdir().unwrap();
        for file in [
            "dist/index.html",
            "dist/embed/index.html",
            "dist/embed/v1/supple.js",
            "dist/assets/a.wasm",
            "secret",
        ] {
            let file = parent.path().join(file);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, "text").unwrap();
        }
        let request = Request::builder().uri(path).body(Body::empty()).unwrap();
        let site = site(&parent.path().join("dist"), &with_slashes(base));
        Runtime::new().unwrap().block_on(site.oneshot(request)).unwrap()
    }

    fn header(response: &Response, name: HeaderName) -> Option<&str> {
        response.headers().get(name).map(|value| value.to_str().unwrap())
    }

    #[test]
    fn each_kind_of_file_has_its_headers() {
        const CACHED: &str = "public, max-age=31536000, immutable";
        for (path, kind, caching, policy) in [
            ("/?a=b", "text/html", "no-cache", Some(POLICY)),
            ("/embed/v1/supple.js", "text/javascript", "no-cache", None),
            ("/assets/a.wasm", "application/wasm", CACHED, None),
        ] {
            let response = get_from("/", path);
            assert_eq!(response.status(), 200);
            assert_eq!(header(&response, CONTENT_TYPE), Some(kind));
            assert_eq!(header(&response, CACHE_CONTROL), Some(caching));
            assert_eq!(header(&response, CONTENT_SECURITY_POLICY), policy);
        }
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        assert_eq!(header(&get_from("/", "/assets/b.wasm"), CACHE_CONTROL), Some("no-cache"));
        for path in ["/../secret", "/%2e%2e/secret", "/assets/..%2f..%2fsecret", "/..%5csecret", "/missing"] {
            assert_eq!(get_from("/", path).status(), 404, "{path}");
        }
    }

    #[test]
    fn the_same_files_are_served_below_a_base() {
        assert_eq!(get_from("some/path", "/some/path/assets/a.wasm").status(), 200);
        for (from, to) in [
            ("/some/path", "/some/path/"),
            ("/some/path?a=b", "/some/path/?a=b"),
            ("/some/path/embed", "/some/path/embed/"),
            ("/some/path/embed?a=b", "/some/path/embed/?a=b"),
        ] {
            assert_eq!(header(&get_from("/some/path/", from), LOCATION), Some(to));
        }
        assert_eq!(get_from("some/path", "/").status(), 404);
    }
}
