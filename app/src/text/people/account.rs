//! The accounts of people: making one, changing and disabling one, and the password that is said once.

use domain::rules::accounts::AccountAct;

/// See [`super::PeopleText::account`].
pub struct AccountText {
    /// Button over the list.
    pub add: &'static str,
    /// Sheet: a new account.
    pub add_title: &'static str,
    /// What it is not: nobody is posted by it.
    pub add_more: &'static str,
    /// The name.
    pub name: &'static str,
    /// The number to log in with.
    pub number: &'static str,
    /// What they may do.
    pub role: &'static str,
    /// Where they work.
    pub region: &'static str,
    /// No name, or too long.
    pub name_wrong: &'static str,
    /// Not a number.
    pub number_wrong: &'static str,
    /// The bright act.
    pub make: &'static str,
    /// Heading of the account of somebody.
    pub title: &'static str,
    /// The number they log in with.
    pub logs_in: fn(&str) -> String,
    /// They have none.
    pub no_number: &'static str,
    /// Button: name and number.
    pub change: &'static str,
    /// Sheet: whose.
    pub change_of: fn(&str) -> String,
    /// The bright act of that sheet.
    pub save: &'static str,
    /// Notice.
    pub changed: fn(&str) -> String,
    /// Button: a new password.
    pub reset: &'static str,
    /// What it does.
    pub reset_more: &'static str,
    /// Sheet: the password of somebody.
    pub password_of: fn(&str) -> String,
    /// That it is said once.
    pub once: &'static str,
    /// Over the password.
    pub password: &'static str,
    /// Button: it is written down.
    pub noted: &'static str,
    /// In the list and over the account: disabled.
    pub disabled: &'static str,
    /// What is unfolded to disable.
    pub leaves: &'static str,
    /// Button.
    pub disable: &'static str,
    /// What it does.
    pub disable_more: &'static str,
    /// Button.
    pub enable: &'static str,
    /// What it does.
    pub enable_more: &'static str,
    /// Notice: disabled.
    pub is_disabled: fn(&str) -> String,
    /// Notice: enabled.
    pub is_enabled: fn(&str) -> String,
    /// Heading of the history.
    pub history: &'static str,
    /// A line of it: what, who, when.
    pub line: fn(AccountAct, &str, &str) -> String,
    /// Without a network.
    pub offline: &'static str,
    /// Somebody has the number.
    pub taken: &'static str,
    /// The server does not let them.
    pub not_allowed: &'static str,
    /// Anything else went wrong.
    pub failed: &'static str,
}

pub(super) const ZH: AccountText = AccountText {
    add: "加人",
    add_title: "加一个人",
    add_more: "建好以后，再派他去走区域。",
    name: "姓名",
    number: "手机号（用来登录）",
    role: "岗位",
    region: "大区",
    name_wrong: "写上姓名，最多 40 个字",
    number_wrong: "手机号是 11 位数字",
    make: "建账号",
    title: "账号",
    logs_in: |number| format!("用 {number} 登录"),
    no_number: "还没有登录的手机号",
    change: "改姓名、手机号",
    change_of: |name| format!("改{name}的账号"),
    save: "改好了",
    changed: |name| format!("{name}的账号改好了"),
    reset: "给新密码",
    reset_more: "旧密码马上不能用，他要用新密码重新登录。手机上没发的都在。",
    password_of: |name| format!("{name}的密码"),
    once: "只显示这一次。抄给他，或者让他当面登录。他一登录就换成自己的密码；忘了就再给一个新的。",
    password: "密码",
    noted: "抄好了",
    disabled: "已停用",
    leaves: "不干了？",
    disable: "停用这个账号",
    disable_more: "停用后他登录不了，也收不到数据。手机上还没发的，发来后留给你定。以前的记录都在。",
    enable: "重新启用",
    enable_more: "他能再登录，密码还是原来的。",
    is_disabled: |name| format!("{name}的账号停用了"),
    is_enabled: |name| format!("{name}的账号又能用了"),
    history: "账号的改动",
    line: |act, by, when| {
        let what = match act {
            AccountAct::Added => "建了账号",
            AccountAct::Renamed => "改了姓名",
            AccountAct::Number => "改了手机号",
            AccountAct::Disabled => "停用",
            AccountAct::Enabled => "重新启用",
            AccountAct::Password => "给了新密码",
            AccountAct::OwnPassword => "自己换了密码",
        };
        format!("{when} {by}{what}")
    },
    offline: "账号在服务器上，联网后才能看、能改。",
    taken: "这个手机号已经有人用了",
    not_allowed: "这个人不归你管",
    failed: "没有改成，联网后再试",
};

pub(super) const EN: AccountText = AccountText {
    add: "Add somebody",
    add_title: "Add somebody",
    add_more: "Once there is an account, post them to a territory.",
    name: "Name",
    number: "Mobile number (to log in with)",
    role: "Role",
    region: "Region",
    name_wrong: "A name, at most 40 letters",
    number_wrong: "A mobile number has 11 digits",
    make: "Make the account",
    title: "Account",
    logs_in: |number| format!("Logs in with {number}"),
    no_number: "No number to log in with yet",
    change: "Change name or number",
    change_of: |name| format!("Change the account of {name}"),
    save: "Save",
    changed: |name| format!("The account of {name} is changed"),
    reset: "New password",
    reset_more: "The old password ends at once and they log in again. What the phone has not sent stays on it.",
    password_of: |name| format!("The password of {name}"),
    once: "Shown this once. Write it down for them, or have them log in now: they take a password of their own at once. If it is lost, give a new one.",
    password: "Password",
    noted: "Noted",
    disabled: "Disabled",
    leaves: "Leaving?",
    disable: "Disable this account",
    disable_more: "They can no longer log in and get no data. What their phone has not sent is kept for you to decide once it \
        comes. What they did stays.",
    enable: "Enable again",
    enable_more: "They can log in again with the password they had.",
    is_disabled: |name| format!("The account of {name} is disabled"),
    is_enabled: |name| format!("The account of {name} is enabled again"),
    history: "What was done to the account",
    line: |act, by, when| {
        let what = match act {
            AccountAct::Added => "made the account",
            AccountAct::Renamed => "changed the name",
            AccountAct::Number => "changed the number",
            AccountAct::Disabled => "disabled it",
            AccountAct::Enabled => "enabled it again",
            AccountAct::Password => "gave a new password",
            AccountAct::OwnPassword => "took another password",
        };
        format!("{when}: {by} {what}")
    },
    offline: "Accounts are on the server: look at them and change them with a network.",
    taken: "Somebody has this number already",
    not_allowed: "You do not look after this person",
    failed: "Not changed. Try again with a network",
};
