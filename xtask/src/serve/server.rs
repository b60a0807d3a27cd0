//! The connections: HTTP 1.1, any number of them, each as long as the browser keeps it.

use std::future::pending;
use std::net::TcpListener;
use std::sync::Arc;

use anyhow::{Context, Result};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::ACCEPT_ENCODING;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::runtime::Runtime;

use super::compression::Compression;
use super::site::{Answer, Site};

/// A site that is being served; no longer once this is dropped.
pub(crate) struct Server {
    address: String,
    runtime: Runtime,
}

impl Server {
    /// Answers whoever connects, on threads of its own.
    pub(crate) fn start(listener: TcpListener, site: Site) -> Result<Server> {
        let address = format!("http://127.0.0.1:{}{}", listener.local_addr()?.port(), site.base);
        let runtime = Runtime::new().context("The server can't start.")?;
        listener.set_nonblocking(true)?;
        let listener = {
            let _inside = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        runtime.spawn(answer_all(listener, Arc::new((site, Compression::default()))));
        Ok(Server { address, runtime })
    }

    /// Where the site is.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Serves until this process is ended.
    pub(crate) fn wait(&self) -> ! {
        self.runtime.block_on(pending())
    }
}

async fn answer_all(listener: tokio::net::TcpListener, shared: Arc<(Site, Compression)>) {
    loop {
        // One that was given up before it was accepted is no reason to stop.
        let Ok((stream, _)) = listener.accept().await else { continue };
        let shared = Arc::clone(&shared);
        let answers = service_fn(move |request| {
            let answer = answer(&request, &shared.0, &shared.1);
            async { answer }
        });
        // A browser that has gone away needs no answer.
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), answers));
    }
}

fn answer(
    request: &Request<Incoming>,
    site: &Site,
    compression: &Compression,
) -> Result<Response<Full<Bytes>>, hyper::http::Error> {
    let accepted = request.headers().get(ACCEPT_ENCODING).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let answer = site.answer(request.method(), request.uri().path());
    let Answer { status, headers, body } = compression.of(answer, accepted);
    let response = Response::builder().status(status);
    headers
        .into_iter()
        .fold(response, |response, (name, value)| response.header(name, value))
        .body(Full::new(Bytes::from(body)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::{Ipv4Addr, TcpStream};
    use std::time::Duration;

    /// Browsers keep six connections to a site, and some of them say nothing for a while.
    #[test]
    fn connections_that_stay_open_keep_nobody_waiting() {
        let files = tempfile::tempdir().unwrap();
        std::fs::write(files.path().join("index.html"), "page").unwrap();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let site = Site { root: files.path().to_owned(), base: "/".to_owned() };
        let _server = Server::start(listener, site).unwrap();
        let mut open: Vec<TcpStream> =
            (0..40).map(|_| TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap()).collect();
        for connection in open.iter_mut().skip(20) {
            connection.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        }
        for connection in open.iter_mut().skip(20) {
            connection.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
            let mut begin = [0; 15];
            connection.read_exact(&mut begin).unwrap();
            assert_eq!(&begin, b"HTTP/1.1 200 OK");
        }
    }
}
