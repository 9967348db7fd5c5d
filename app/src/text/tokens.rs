//! Tokens with which other programs read.

use super::s;

/// See [`super::Text::tokens`].
pub struct TokensText {
    /// The page.
    pub title: &'static str,
    /// Its row in the settings.
    pub row_more: &'static str,
    /// Opening sentence: so many programs read.
    pub head: fn(usize) -> String,
    /// Opening sentence when none does.
    pub none: &'static str,
    /// Under it.
    pub head_more: &'static str,
    /// Without a network.
    pub offline: &'static str,
    /// What to do then.
    pub offline_more: &'static str,
    /// Link to the description of what can be read.
    pub described: &'static str,
    /// Button, and title of the sheet.
    pub add: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// No name, or too long.
    pub name_wrong: &'static str,
    /// What it reads.
    pub reads: &'static str,
    /// All of a region.
    pub whole: fn(&str) -> String,
    /// What a territory alone leaves out.
    pub reads_more: &'static str,
    /// Nothing is ticked.
    pub reads_nothing: &'static str,
    /// The bright act.
    pub make: &'static str,
    /// Sheet: the token of a name.
    pub token_of: fn(&str) -> String,
    /// That it is said once.
    pub once: &'static str,
    /// Over the token.
    pub token: &'static str,
    /// Button: it is kept.
    pub noted: &'static str,
    /// Who made it, and when.
    pub made: fn(&str, &str) -> String,
    /// When it was last used.
    pub used: fn(&str) -> String,
    /// Never.
    pub unused: &'static str,
    /// It is revoked, and since when.
    pub revoked: fn(&str) -> String,
    /// What is unfolded to revoke one.
    pub acts: &'static str,
    /// Button.
    pub revoke: &'static str,
    /// The same with its name.
    pub revoke_of: fn(&str) -> String,
    /// What it does.
    pub revoke_more: &'static str,
    /// Notice.
    pub done: fn(&str) -> String,
    /// Notice: it did not work.
    pub not_done: &'static str,
    /// They have too many.
    pub too_many: &'static str,
    /// What is not known here.
    pub another: &'static str,
}

pub(super) const ZH: TokensText = TokensText {
    title: "给别的系统读数据",
    row_more: "报表、ERP 用的令牌，只能读，能随时作废",
    head: |n| format!("{n} 个令牌在用"),
    none: "还没有别的系统来读",
    head_more: "一个系统一个令牌，只能读你勾的区域，什么都改不了。",
    offline: "令牌在服务器上，先连上网",
    offline_more: "这台设备上的记录都在。",
    described: "能读什么、怎么读",
    add: "加一个令牌",
    name: "给谁用（比如 BI 报表）",
    name_wrong: "写上给谁用，最多 60 个字",
    reads: "能读哪里",
    whole: |region| format!("{region}整个大区"),
    reads_more: "经销商、候选人和协议归大区，要读就勾整个大区。人员谁也读不到。",
    reads_nothing: "至少勾一个",
    make: "生成令牌",
    token_of: |name| format!("{name}的令牌"),
    once: "只显示这一次，现在就复制到那个系统里。丢了就作废，再生成一个。",
    token: "令牌",
    noted: "存好了",
    made: |by, when| format!("{by} {when}生成"),
    used: |when| format!("上次用 {when}"),
    unused: "还没用过",
    revoked: |when| format!("{when} 作废"),
    acts: "不用了？",
    revoke: "作废",
    revoke_of: |name| format!("作废{name}的令牌"),
    revoke_more: "马上就读不到了，不能恢复。",
    done: |name| format!("{name}的令牌作废了"),
    not_done: "没有做成，联网后再试",
    too_many: "令牌太多了，先作废不用的",
    another: "别处",
};

pub(super) const EN: TokensText = TokensText {
    title: "Data for other programs",
    row_more: "Tokens for reports and ERP: read only, revoked at any time",
    head: |n| format!("{n} token{} in use", s(n)),
    none: "No other program reads here yet",
    head_more: "One token for each program. It reads what you tick and changes nothing.",
    offline: "Tokens are on the server: connect first",
    offline_more: "Everything on this device is safe.",
    described: "What can be read, and how",
    add: "Add a token",
    name: "For what (such as BI reports)",
    name_wrong: "Say what it is for, in at most 60 letters",
    reads: "What it reads",
    whole: |region| format!("All of {region}"),
    reads_more: "Dealers, candidates and agreements belong to the region: tick all of it to read them. People are never read.",
    reads_nothing: "Tick at least one",
    make: "Make the token",
    token_of: |name| format!("The token for {name}"),
    once: "Shown this once: copy it into that program now. If it is lost, revoke it and make another.",
    token: "Token",
    noted: "Kept",
    made: |by, when| format!("Made by {by}, {when}"),
    used: |when| format!("last used {when}"),
    unused: "not used yet",
    revoked: |when| format!("Revoked {when}"),
    acts: "No longer needed?",
    revoke: "Revoke",
    revoke_of: |name| format!("Revoke the token for {name}"),
    revoke_more: "It reads nothing from then on, and cannot be brought back.",
    done: |name| format!("The token for {name} is revoked"),
    not_done: "Not done. Try again with a network",
    too_many: "Too many tokens: revoke those that are not used",
    another: "Elsewhere",
};
