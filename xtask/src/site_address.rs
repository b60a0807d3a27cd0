//! Where a site will be published. Pages work without knowing it, but what others show of them can't.

use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

use anyhow::{Result, bail};

/// The address of a published site's front page, with a slash at its end: `https://example.org/supple/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SiteAddress(String);

impl SiteAddress {
    /// The address of a file or folder of the site, given by its path from the root; of the front page with an empty one.
    pub(crate) fn of(&self, path: &str) -> String {
        format!("{self}{path}")
    }
}

impl FromStr for SiteAddress {
    type Err = anyhow::Error;

    /// Reads what somebody has typed.
    ///
    /// # Errors
    /// A sentence about what is wrong with it: everything that could not stand in a link, or would lead elsewhere once a
    /// path is added.
    fn from_str(typed: &str) -> Result<Self> {
        const EXAMPLE: &str = "An address looks like https://example.org/supple/.";
        // Browsers read the scheme and the host in any case, and show them in lower case.
        let scheme = ["https://", "http://"]
            .into_iter()
            .find(|scheme| typed.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
        let Some(scheme) = scheme else {
            bail!("The site's address begins with https:// or http://, and “{typed}” doesn't. {EXAMPLE}");
        };
        let rest = &typed[scheme.len()..];
        if let Some(bad) = rest.chars().find(|it| !it.is_ascii_graphic() || "<>\"'\\^`{|}".contains(*it)) {
            bail!("“{bad}” can't stand in an address as it is; write it percent-encoded. {EXAMPLE}");
        }
        if rest.contains(['?', '#']) {
            bail!(
                "The site's address ends with a path, without ? or #, because paths are added to it. {EXAMPLE}"
            );
        }
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        if host.contains('@') {
            bail!(
                "The site's address is for everybody, so it has no name or password before an @. {EXAMPLE}"
            );
        }
        if !is_host(host) {
            bail!("“{host}” is not the name of a host. {EXAMPLE}");
        }
        if path.split('/').any(|folder| matches!(folder, "." | "..")) || path.contains("//") {
            bail!("The path of the site's address has a folder without a name of its own. {EXAMPLE}");
        }
        let slash = if path.is_empty() || path.ends_with('/') { "" } else { "/" };
        Ok(Self(format!("{scheme}{}/{path}{slash}", host.to_ascii_lowercase())))
    }
}

impl Display for SiteAddress {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

/// Whether this is a name, or an IP address, with or without a port.
fn is_host(host: &str) -> bool {
    let (name, port) = match host.rsplit_once(':') {
        // Within brackets the colons belong to an IPv6 address.
        Some((name, port)) if !port.ends_with(']') => (name, Some(port)),
        _ => (host, None),
    };
    let is_name = match name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(address) => address.parse::<std::net::Ipv6Addr>().is_ok(),
        None => name.split('.').all(|label| {
            !label.is_empty() && label.chars().all(|it| it.is_ascii_alphanumeric() || it == '-')
        }),
    };
    is_name && port.is_none_or(|port| port.parse::<u16>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_with_a_slash() {
        for (typed, read) in [
            ("https://example.org", "https://example.org/"),
            ("https://example.org/", "https://example.org/"),
            ("https://example.org/supple", "https://example.org/supple/"),
            ("HTTP://Example.ORG:8080/Some/path/", "http://example.org:8080/Some/path/"),
            ("http://localhost:4173", "http://localhost:4173/"),
            ("http://[::1]:8080/a", "http://[::1]:8080/a/"),
            ("https://xn--bcher-kva.example/%C3%BC/", "https://xn--bcher-kva.example/%C3%BC/"),
        ] {
            let address: SiteAddress = typed.parse().unwrap();
            assert_eq!(address.to_string(), read);
            assert_eq!(address.of("routines/"), format!("{read}routines/"));
        }
    }

    #[test]
    fn what_is_no_address_is_refused_with_a_sentence() {
        for (typed, reason) in [
            ("", "begins with https://"),
            ("example.org", "begins with https://"),
            ("ftp://example.org/", "begins with https://"),
            ("//example.org/", "begins with https://"),
            ("https://", "is not the name of a host"),
            ("https:///supple/", "is not the name of a host"),
            ("https://example..org/", "is not the name of a host"),
            ("https://example.org:port/", "is not the name of a host"),
            ("https://[::g]/", "is not the name of a host"),
            ("https://me:secret@example.org/", "name or password"),
            ("https://example.org/?a=b", "without ? or #"),
            ("https://example.org/#a", "without ? or #"),
            ("https://example.org/a b/", "percent-encoded"),
            ("https://example.org/ü/", "percent-encoded"),
            ("https://example.org/\"><script>", "percent-encoded"),
            ("https://example.org/a/../b/", "name of its own"),
            ("https://example.org/a//b/", "name of its own"),
        ] {
            let error = typed.parse::<SiteAddress>().unwrap_err().to_string();
            assert!(error.contains(reason), "{typed}: {error}");
            assert!(error.ends_with("https://example.org/supple/."), "{error}");
        }
    }
}
