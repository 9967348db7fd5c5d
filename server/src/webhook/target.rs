//! Where messages may go: out, and not to this machine or its neighbours, whatever a name resolves to at the moment of
//! sending. A manager may type any address; what answers inside was never meant for them.

use reqwest::Url;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// Resolves names to addresses outside only.
#[derive(Debug)]
pub struct OnlyOutside {
    /// Whether addresses inside count too.
    pub inside: bool,
}

/// A name that leads inside, or nowhere.
#[derive(Debug, thiserror::Error)]
#[error("the name leads to no address outside")]
struct NotOutside;

impl Resolve for OnlyOutside {
    fn resolve(&self, name: Name) -> Resolving {
        let inside = self.inside;
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let found: Vec<SocketAddr> = found.filter(|found| inside || is_outside(found.ip())).collect();
            if found.is_empty() {
                return Err(NotOutside.into());
            }
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

/// Whether messages may be sent to an address as it is written. A name is looked at when it is resolved; an address that is
/// written in digits is never resolved, so it is looked at here.
pub fn may_be_sent_to(url: &Url, inside: bool) -> bool {
    let written = url.host_str().map(|host| host.trim_start_matches('[').trim_end_matches(']'));
    let outside = match written.map(str::parse::<IpAddr>) {
        None => false,
        Some(Ok(address)) => is_outside(address),
        Some(Err(_)) => written.is_some_and(|name| !is_local_name(name)),
    };
    matches!(url.scheme(), "http" | "https") && (outside || inside)
}

fn is_local_name(name: &str) -> bool {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    name == "localhost" || [".localhost", ".local", ".internal"].iter().any(|end| name.ends_with(end))
}

fn is_outside(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => v4_is_outside(address),
        IpAddr::V6(address) => v6_is_outside(address),
    }
}

fn v4_is_outside(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let shared = a == 100 && (64..128).contains(&b);
    let reserved = a == 0 || a >= 240 || (a == 192 && b == 0 && c == 0) || (a == 198 && (18..20).contains(&b));
    !(address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_broadcast()
        || address.is_multicast()
        || address.is_documentation()
        || shared
        || reserved)
}

fn v6_is_outside(address: Ipv6Addr) -> bool {
    let [a, b, ..] = address.segments();
    // Only what is assigned to the world, without what stands for other networks or for IPv4 addresses inside.
    let of_the_world = a & 0xe000 == 0x2000;
    let stands_for_others = a == 0x2002 || (a == 0x2001 && (b == 0 || b == 0x0db8));
    of_the_world && !stands_for_others
}

#[cfg(test)]
mod tests {
    use super::{is_outside, may_be_sent_to};
    use reqwest::Url;

    #[test]
    fn nothing_is_sent_to_this_machine_or_its_neighbours() {
        for inside in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:db8::1",
        ] {
            assert!(!is_outside(inside.parse().unwrap()), "{inside}");
        }
        for outside in ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "::ffff:8.8.8.8"] {
            assert!(is_outside(outside.parse().unwrap()), "{outside}");
        }
    }

    #[test]
    fn an_address_is_looked_at_however_it_is_written() {
        let may = |url: &str| may_be_sent_to(&Url::parse(url).unwrap(), false);
        for inside in [
            "http://127.0.0.1/",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://[::1]:8080/",
            "http://[::ffff:10.0.0.1]/",
            "http://localhost/",
            "http://LOCALHOST./",
            "http://db.internal/",
        ] {
            assert!(!may(inside), "{inside}");
        }
        assert!(may("https://a.example/hook") && may("http://8.8.8.8/"));
        assert!(may_be_sent_to(&Url::parse("http://127.0.0.1/").unwrap(), true), "where it is allowed");
        assert!(!may_be_sent_to(&Url::parse("ftp://a.example/").unwrap(), true));
    }
}
