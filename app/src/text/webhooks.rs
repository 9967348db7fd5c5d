//! Other programs that are told of what happens.

use super::s;
use domain::rules::webhook::HookEvent;

/// See [`super::Text::webhooks`].
pub struct WebhooksText {
    /// The page.
    pub title: &'static str,
    /// Its row in the settings.
    pub row_more: &'static str,
    /// Opening sentence: so many are told.
    pub head: fn(usize) -> String,
    /// Opening sentence when nothing gets through to so many.
    pub failing: fn(usize) -> String,
    /// Opening sentence when there is none.
    pub none: &'static str,
    /// Under it.
    pub head_more: &'static str,
    /// Without a network.
    pub offline: &'static str,
    /// Button, and title of the sheet.
    pub add: &'static str,
    /// Where it is told.
    pub url: &'static str,
    /// That is no address.
    pub url_wrong: &'static str,
    /// Of what.
    pub events: &'static str,
    /// Each of them.
    pub event: fn(HookEvent) -> &'static str,
    /// Nothing is ticked.
    pub events_none: &'static str,
    /// Where.
    pub scopes: &'static str,
    /// The bright act.
    pub make: &'static str,
    /// Sheet: the secret.
    pub secret_title: &'static str,
    /// That it is said once, and what for.
    pub once: &'static str,
    /// Over the secret.
    pub secret: &'static str,
    /// The server does not take the address.
    pub refused: &'static str,
    /// They have too many.
    pub too_many: &'static str,
    /// Since when nothing gets through.
    pub failing_since: fn(&str) -> String,
    /// Since when it is told nothing any more.
    pub disabled: fn(&str) -> String,
    /// Button.
    pub enable: &'static str,
    /// Notice.
    pub enabled: &'static str,
    /// Heading of the last messages.
    pub messages: &'static str,
    /// There were none.
    pub messages_none: &'static str,
    /// It got through.
    pub through: fn(u16) -> String,
    /// It did not: the answer, and when next.
    pub waiting: fn(Option<u16>, &str) -> String,
    /// It has not been tried.
    pub queued: &'static str,
    /// Button.
    pub resend: &'static str,
    /// The same with what it is.
    pub resend_of: fn(&str, &str) -> String,
    /// Notice.
    pub resent: &'static str,
    /// What is unfolded to remove one.
    pub acts: &'static str,
    /// Button.
    pub remove: &'static str,
    /// What it does.
    pub remove_more: &'static str,
    /// Notice.
    pub removed: &'static str,
}

pub(super) const ZH: WebhooksText = WebhooksText {
    title: "通知别的系统",
    row_more: "拜访做完、照片判了、协议生效、有新任务，自动告诉它",
    head: |n| format!("通知 {n} 个系统"),
    failing: |n| format!("{n} 个系统收不到通知"),
    none: "还没有要通知的系统",
    head_more: "有事就往它的地址发一条，带签名；没收到会再发，五天都不通就停。",
    offline: "通知在服务器上设，先连上网",
    add: "加一个系统",
    url: "地址（https://…）",
    url_wrong: "写一个网址，公司内网的不行",
    events: "通知什么",
    event: |event| match event {
        HookEvent::VisitFinished => "拜访做完",
        HookEvent::PhotoJudged => "照片判了",
        HookEvent::AgreementActive => "协议生效",
        HookEvent::TaskOpened => "有新任务",
    },
    events_none: "至少勾一件事、一个地方",
    scopes: "哪里的",
    make: "开始通知",
    secret_title: "签名密钥",
    once: "只显示这一次。那个系统用它验证通知是不是这里发的。",
    secret: "密钥",
    refused: "这个地址不行：要公网的网址",
    too_many: "太多了，先去掉不用的",
    failing_since: |when| format!("{when}起没送到过"),
    disabled: |when| format!("一直不通，{when} 停了"),
    enable: "重新开始",
    enabled: "重新开始通知，没送到的马上再发",
    messages: "最近的通知",
    messages_none: "还没有通知过。",
    through: |status| format!("送到了（{status}）"),
    waiting: |status, when| match status {
        Some(status) => format!("回了 {status}，{when} 再发"),
        None => format!("没人应，{when} 再发"),
    },
    queued: "马上发",
    resend: "再发一次",
    resend_of: |event, when| format!("再发一次：{event} {when}"),
    resent: "几秒内再发",
    acts: "不用了？",
    remove: "不再通知",
    remove_more: "马上就不发了，没送到的也不发。",
    removed: "不再通知了",
};

pub(super) const EN: WebhooksText = WebhooksText {
    title: "Telling other programs",
    row_more: "Told by itself when a visit is done, a photo judged, an agreement in force, a task opened",
    head: |n| format!("{n} program{} told", if n == 1 { " is" } else { "s are" }),
    failing: |n| format!("Nothing gets through to {n} program{}", s(n)),
    none: "No programs yet",
    head_more: "Each is sent a signed message. What is not taken is sent again; after five days without success it stops.",
    offline: "This is set on the server: connect first",
    add: "Add a program",
    url: "Address (https://…)",
    url_wrong: "A web address, and none inside the company",
    events: "Which events",
    event: |event| match event {
        HookEvent::VisitFinished => "A visit is done",
        HookEvent::PhotoJudged => "A photo is judged",
        HookEvent::AgreementActive => "An agreement is in force",
        HookEvent::TaskOpened => "A task is opened",
    },
    events_none: "Tick at least one thing and one place",
    scopes: "Where",
    make: "Start",
    secret_title: "The secret of the signature",
    once: "Shown this once. With it that program checks that a message comes from here.",
    secret: "Secret",
    refused: "Not this address: it has to be on the public web",
    too_many: "Too many: remove those that are not used",
    failing_since: |when| format!("Nothing has got through since {when}"),
    disabled: |when| format!("Given up {when}"),
    enable: "Start again",
    enabled: "Started again: what waits is sent now",
    messages: "Last messages",
    messages_none: "Nothing was sent yet.",
    through: |status| format!("taken ({status})"),
    waiting: |status, when| match status {
        Some(status) => format!("answered {status}, again {when}"),
        None => format!("no answer, again {when}"),
    },
    queued: "about to be sent",
    resend: "Send again",
    resend_of: |event, when| format!("Send again: {event}, {when}"),
    resent: "Sent again in some seconds",
    acts: "No longer needed?",
    remove: "Stop telling it",
    remove_more: "It is sent nothing from then on, nor what waits.",
    removed: "It is told nothing any more",
};
