//! Taking a password of one's own.

use domain::rules::accounts::PasswordFlaw;

/// See [`super::Text::password`].
pub struct PasswordText {
    /// The page, and the way to it.
    pub title: &'static str,
    /// Under the way to it.
    pub row_more: &'static str,
    /// What it does.
    pub more: &'static str,
    /// Over the screen before which nothing is served.
    pub due: &'static str,
    /// Why.
    pub due_more: &'static str,
    /// Field.
    pub old: &'static str,
    /// The same, where a manager gave it.
    pub given: &'static str,
    /// Field.
    pub new: &'static str,
    /// Under it.
    pub new_more: &'static str,
    /// The bright act.
    pub change: &'static str,
    /// The bright act of the screen before which nothing is served.
    pub begin: &'static str,
    /// Notice.
    pub changed: &'static str,
    /// What is wrong with the new one.
    pub flaw: fn(PasswordFlaw) -> &'static str,
    /// The old one is another.
    pub old_wrong: &'static str,
    /// The server will not have the new one.
    pub guessed: &'static str,
    /// Without a network.
    pub no_network: &'static str,
    /// The session has ended meanwhile.
    pub expired: &'static str,
    /// Anything else.
    pub failed: &'static str,
}

pub(super) const ZH: PasswordText = PasswordText {
    title: "改密码",
    row_more: "要联网，还要原来的密码",
    more: "换好以后，别的手机上的登录都会退出。那边没发出的还在那边，重新登录就会发。",
    due: "先换成自己的密码",
    due_more: "这个密码是别人给的，不止你一个人知道。换成只有你知道的，再开始用。手机里没发出的都还在，换好就发。",
    old: "原来的密码",
    given: "给你的密码",
    new: "新密码",
    new_more: "至少 8 个字符，中文也行",
    change: "换成新密码",
    begin: "换好，开始用",
    changed: "密码换好了，别的手机上的登录都退出了",
    flaw: |flaw| match flaw {
        PasswordFlaw::TooShort => "至少 8 个字符",
        PasswordFlaw::TooLong => "太长了",
        PasswordFlaw::TooSimple => "太简单，至少用 4 种不同的字符",
        PasswordFlaw::InNumber => "别用手机号",
        PasswordFlaw::Same => "和原来的一样，换一个",
    },
    old_wrong: "原来的密码不对。",
    guessed: "这个密码太好猜，换一个。",
    no_network: "连不上服务器。改密码要联网，现在还是原来的密码。",
    expired: "登录已经过期，重新登录后再改。",
    failed: "没有改成，服务器那边出了问题，过一会儿再试。现在还是原来的密码。",
};

pub(super) const EN: PasswordText = PasswordText {
    title: "Change the password",
    row_more: "Needs a network and the old password",
    more: "Other phones are logged out. What they have not sent stays on them, and goes once you log in there again.",
    due: "First take a password of your own",
    due_more: "Somebody gave you this one, so you are not the only one who knows it. Take one that only you know, then begin. \
        What this phone has not sent is still here, and goes right after.",
    old: "Old password",
    given: "The password you were given",
    new: "New password",
    new_more: "At least 8 characters",
    change: "Change password",
    begin: "Take it and begin",
    changed: "The password is changed, and other phones are logged out",
    flaw: |flaw| match flaw {
        PasswordFlaw::TooShort => "At least 8 characters",
        PasswordFlaw::TooLong => "Too long",
        PasswordFlaw::TooSimple => "Too simple: use at least 4 different characters",
        PasswordFlaw::InNumber => "Not your mobile number",
        PasswordFlaw::Same => "The same as the old one: take another",
    },
    old_wrong: "That is not the old password.",
    guessed: "This one is soon guessed: take another.",
    no_network: "The server cannot be reached. A password is changed with a network; the old one still holds.",
    expired: "The login has expired. Log in again, then change it.",
    failed: "Not changed: something went wrong on the server. Try again in a while; the old password still holds.",
};
