//! Who looks after whose account, and what a name and a number have to be like. The server decides by these when an account
//! is made or changed; the screens offer by them what there is to do.

use crate::limits::{NUMBER_DIGITS, PASSWORD_BYTES, PASSWORD_CHARS, PASSWORD_VARIETY, PERSON_NAME_CHARS};
use crate::records::{Role, User};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What was done to an account: the line that stands in its history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountAct {
    /// It was made.
    Added,
    /// Its name was changed.
    Renamed,
    /// The number to log in with was changed.
    Number,
    /// It was disabled.
    Disabled,
    /// It was enabled again.
    Enabled,
    /// A new password was given.
    Password,
    /// Its owner took another password.
    OwnPassword,
}

impl AccountAct {
    const ALL: [Self; 7] =
        [Self::Added, Self::Renamed, Self::Number, Self::Disabled, Self::Enabled, Self::Password, Self::OwnPassword];

    /// The name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Renamed => "renamed",
            Self::Number => "number",
            Self::Disabled => "disabled",
            Self::Enabled => "enabled",
            Self::Password => "password",
            Self::OwnPassword => "own_password",
        }
    }

    /// Whether whoever was logged in with the password of before is out.
    #[must_use]
    pub const fn ends_sessions(self) -> bool {
        matches!(self, Self::Password | Self::OwnPassword)
    }

    /// The act of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.name() == name)
    }
}

/// The roles that somebody may give to a new account: always below their own, but for who runs the accounts.
#[must_use]
pub const fn may_give(by: Role) -> &'static [Role] {
    match by {
        Role::Rep => &[],
        Role::RegionalManager => &[Role::Rep],
        Role::MarketingCentre => &[Role::Rep, Role::RegionalManager],
        Role::Admin => &[Role::Rep, Role::RegionalManager, Role::MarketingCentre, Role::Admin],
    }
}

/// Whether somebody may change an account. One's own is looked after by others: whoever disables it by mistake is out.
#[must_use]
pub fn may_look_after(by: &User, person: &User) -> bool {
    let reached = by.role.sees_all() || by.region == person.region;
    by.active && by.id != person.id && reached && may_give(by.role).contains(&person.role)
}

/// What is wrong with a password that somebody wants to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordFlaw {
    /// It is soon guessed.
    TooShort,
    /// Nobody types it.
    TooLong,
    /// It is a few characters again and again.
    TooSimple,
    /// It stands in the number to log in with, which others know.
    InNumber,
    /// It is the one of before.
    Same,
}

/// What is wrong with a new password. Nothing is asked of it that only makes it hard to remember.
#[must_use]
pub fn password_flaw(new: &str, old: &str, number: &str) -> Option<PasswordFlaw> {
    let different: BTreeSet<char> = new.chars().collect();
    if new.chars().count() < PASSWORD_CHARS {
        Some(PasswordFlaw::TooShort)
    } else if new.len() > PASSWORD_BYTES {
        Some(PasswordFlaw::TooLong)
    } else if different.len() < PASSWORD_VARIETY {
        Some(PasswordFlaw::TooSimple)
    } else if number.contains(new) {
        Some(PasswordFlaw::InNumber)
    } else if new == old {
        Some(PasswordFlaw::Same)
    } else {
        None
    }
}

/// A name as it is kept; none if it is not one.
#[must_use]
pub fn person_name(text: &str) -> Option<String> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = (1..=PERSON_NAME_CHARS).contains(&name.chars().count()) && !name.contains(char::is_control);
    fits.then_some(name)
}

/// A number to log in with, in digits, however it was typed; none if it is not one.
#[must_use]
pub fn login_number(text: &str) -> Option<String> {
    let number: String = text.chars().filter(|letter| !matches!(letter, ' ' | '-' | '\u{3000}')).collect();
    let fits = number.len() == NUMBER_DIGITS && number.bytes().all(|byte| byte.is_ascii_digit());
    fits.then_some(number)
}

#[cfg(test)]
mod tests {
    use super::{AccountAct, PasswordFlaw, login_number, may_give, may_look_after, password_flaw, person_name};
    use crate::id::{RegionId, UserId};
    use crate::records::{Role, User};
    use uuid::Uuid;

    fn user(id: u128, region: u128, role: Role) -> User {
        let (id, region) = (UserId(Uuid::from_u128(id)), RegionId(Uuid::from_u128(region)));
        User { id, region, name: "周建国".to_owned(), role, active: true }
    }

    #[test]
    fn a_manager_looks_after_the_reps_of_the_own_region_and_nobody_else() {
        let manager = user(1, 1, Role::RegionalManager);
        assert!(may_look_after(&manager, &user(2, 1, Role::Rep)));
        assert!(!may_look_after(&manager, &user(2, 2, Role::Rep)), "another region");
        assert!(!may_look_after(&manager, &user(2, 1, Role::RegionalManager)), "an equal");
        assert!(!may_look_after(&manager, &user(2, 1, Role::Admin)), "somebody above");
        assert!(!may_look_after(&user(3, 1, Role::Rep), &user(2, 1, Role::Rep)), "a rep looks after nobody");
    }

    #[test]
    fn the_marketing_centre_looks_after_every_region_and_nobody_after_themselves() {
        let centre = user(1, 1, Role::MarketingCentre);
        assert!(may_look_after(&centre, &user(2, 2, Role::RegionalManager)));
        assert!(!may_look_after(&centre, &user(2, 2, Role::MarketingCentre)));
        let admin = user(3, 1, Role::Admin);
        assert!(may_look_after(&admin, &user(4, 2, Role::Admin)));
        assert!(!may_look_after(&admin, &admin));
    }

    #[test]
    fn a_disabled_manager_looks_after_nobody() {
        let manager = User { active: false, ..user(1, 1, Role::RegionalManager) };
        assert!(!may_look_after(&manager, &user(2, 1, Role::Rep)));
    }

    #[test]
    fn nobody_gives_a_role_above_their_own() {
        assert!(may_give(Role::Rep).is_empty());
        assert_eq!(may_give(Role::RegionalManager), [Role::Rep]);
        assert!(!may_give(Role::MarketingCentre).contains(&Role::Admin));
    }

    #[test]
    fn names_and_numbers_are_taken_as_people_type_them() {
        assert_eq!(person_name("  周  建国 ").as_deref(), Some("周 建国"));
        assert_eq!(person_name("   "), None);
        assert_eq!(person_name(&"周".repeat(41)), None);
        assert_eq!(login_number("138 0000-0001").as_deref(), Some("13800000001"));
        for wrong in ["", "1234", "1380000000a", "138000000011", "１３８００００００００１"] {
            assert_eq!(login_number(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_password_is_long_enough_and_neither_the_number_nor_the_one_of_before() {
        let flaw = |new: &str| password_flaw(new, "hk7m2xq9bd", "13800000001");
        assert_eq!(flaw("联营通路精耕八字"), None, "counted in characters, not in bytes");
        assert_eq!(flaw("abc1234"), Some(PasswordFlaw::TooShort));
        assert_eq!(flaw(&"abcdefgh".repeat(40)), Some(PasswordFlaw::TooLong));
        assert_eq!(flaw("11111111"), Some(PasswordFlaw::TooSimple));
        assert_eq!(flaw("13800000001"), Some(PasswordFlaw::InNumber));
        assert_eq!(flaw("hk7m2xq9bd"), Some(PasswordFlaw::Same));
    }

    #[test]
    fn only_a_new_password_ends_what_was_opened_with_the_old_one() {
        let ending: Vec<_> = AccountAct::ALL.into_iter().filter(|act| act.ends_sessions()).collect();
        assert_eq!(ending, [AccountAct::Password, AccountAct::OwnPassword]);
    }

    #[test]
    fn every_act_is_found_by_its_name() {
        for act in AccountAct::ALL {
            assert_eq!(AccountAct::named(act.name()), Some(act));
        }
        assert_eq!(AccountAct::named("other"), None);
    }
}
