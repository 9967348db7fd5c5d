//! Who can log in to the demo, and with what. Printed by `serve` and by the README.

use super::chance::Chance;
use super::id;
use domain::id::RegionId;
use domain::records::{Role, User};
use jiff::civil::Date;

/// The password of every demo account. It opens nothing but a demo.
pub const PASSWORD: &str = "lianying1";

/// Somebody who can log in.
#[derive(Clone, Debug, PartialEq)]
pub struct DemoAccount {
    /// The account.
    pub user: User,
    /// The phone number to log in with.
    pub phone: &'static str,
    /// The password.
    pub password: &'static str,
}

const PEOPLE: [(&str, Role, &str); 7] = [
    ("李建军", Role::Rep, "13803100001"),
    ("赵敏", Role::Rep, "13803100002"),
    ("王晓丽", Role::Rep, "13803100003"),
    ("刘伟", Role::Rep, "13803100004"),
    ("陈志远", Role::RegionalManager, "13803100011"),
    ("周岚", Role::MarketingCentre, "13803100021"),
    ("孙工", Role::Admin, "13803100031"),
];

/// The accounts of a region: four reps first.
#[must_use]
pub fn accounts(region: RegionId, since: Date, chance: &Chance) -> Vec<DemoAccount> {
    PEOPLE
        .iter()
        .zip(0..)
        .map(|((name, role, phone), number)| DemoAccount {
            user: User {
                id: id(since, &mut chance.numbered("user", number)),
                region,
                name: (*name).to_owned(),
                role: *role,
                active: true,
            },
            phone,
            password: PASSWORD,
        })
        .collect()
}
