//! From where a request comes, for throttling and for what only this machine may see.

use crate::api::AppState;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// The address that a request comes from. Behind a reverse proxy it is the one that the proxy wrote down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The address.
    pub address: IpAddr,
    forwarded: bool,
}

impl Caller {
    /// Whether the request was made on this machine and came through nobody else.
    #[must_use]
    pub fn is_this_machine(self) -> bool {
        self.address.is_loopback() && !self.forwarded
    }

    /// What is throttled together: an IPv6 line has a whole network of addresses to try from.
    #[must_use]
    pub fn network(self) -> String {
        match self.address.to_canonical() {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
            }
        }
    }
}

impl FromRequestParts<AppState> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |ConnectInfo(address)| address.ip());
        let forwarded = parts.headers.get_all("x-forwarded-for").iter().next_back();
        // Each proxy appends whom it got the request from: only the last entry was written by ours.
        let last = forwarded.and_then(|value| value.to_str().ok()).and_then(|text| text.rsplit(',').next());
        let named = last.and_then(|text| text.trim().parse().ok()).filter(|_| state.behind_proxy);
        Ok(Self { address: named.unwrap_or(peer), forwarded: forwarded.is_some() })
    }
}

#[cfg(test)]
mod tests {
    use super::Caller;

    #[test]
    fn a_network_of_addresses_is_throttled_as_one() {
        let network = |text: &str| Caller { address: text.parse().unwrap(), forwarded: false }.network();
        assert_eq!(network("2001:db8:1:2:3::4"), network("2001:db8:1:2:ffff::1"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_eq!(network("::ffff:192.0.2.1"), "192.0.2.1");
    }
}
