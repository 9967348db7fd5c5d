//! Checking the proof of a photo.

use sync::proof::{Finding, Point};

/// See [`super::Text::evidence`].
pub struct EvidenceText {
    /// In the window's title.
    pub title: &'static str,
    /// The opening sentence before anything is handed in.
    pub head: &'static str,
    /// Everything holds.
    pub holds_head: &'static str,
    /// Nothing speaks against it, but no phone has signed.
    pub unsigned_head: &'static str,
    /// Something was changed.
    pub fails_head: &'static str,
    /// One of the files cannot be read.
    pub unreadable_head: &'static str,
    /// Why.
    pub unreadable_proof: &'static str,
    /// Why.
    pub unreadable_photo: &'static str,
    /// The browser has no cryptography.
    pub no_keys: &'static str,
    /// A field.
    pub photo: &'static str,
    /// What belongs in it.
    pub photo_hint: &'static str,
    /// A field.
    pub proof: &'static str,
    /// What belongs in it.
    pub proof_hint: &'static str,
    /// Heading of the points.
    pub points: &'static str,
    /// What a tick means.
    pub yes: &'static str,
    /// What a cross means.
    pub no: &'static str,
    /// What a stroke means.
    pub not_said: &'static str,
    /// A point and what came of it.
    pub point: fn(Point, Finding) -> &'static str,
    /// The signature holds, but it is another server's.
    pub other_server: &'static str,
    /// Whose server it is could not be found out.
    pub unknown_server: fn(&str) -> String,
    /// The bounds of the time.
    pub between: fn(&str, &str) -> String,
    /// The upper bound alone.
    pub until: fn(&str) -> String,
    /// Which device, and the number of the command.
    pub device: fn(&str, u64) -> String,
    /// Heading of the limits.
    pub limits: &'static str,
    /// What it proves.
    pub proves: &'static str,
    /// What it does not.
    pub proves_not: &'static str,
    /// A link.
    pub get_proof: &'static str,
    /// A link.
    pub get_original: &'static str,
    /// A link.
    pub check: &'static str,
    /// There is no proof, or no network.
    pub no_proof: &'static str,
}

pub(super) const ZH: EvidenceText = EvidenceText {
    title: "核对照片",
    head: "这张照片改过没有，一查就知道",
    holds_head: "证明成立，什么都没改过",
    unsigned_head: "没有改动，但没有手机签名",
    fails_head: "证明不成立",
    unreadable_head: "这份文件读不了",
    unreadable_proof: "这不是联营的证明文件。请选从照片下面下载的那个 .json 文件。",
    unreadable_photo: "照片读不出来。文件没有动，请再选一次。",
    no_keys: "这个浏览器在这个地址上不能核对签名。请用 https 打开本页。",
    photo: "照片",
    photo_hint: "选原图，也可以拖进来",
    proof: "证明文件",
    proof_hint: "选 .json 文件，也可以拖进来",
    points: "逐项核对",
    yes: "是",
    no: "不是",
    not_said: "没有说明",
    point: |point, finding| match (point, finding) {
        (Point::Photo, Finding::Fails) => "照片和证明里的不是同一张，或者改过",
        (Point::Photo, _) => "照片一个字节都没有变",
        (Point::Command, Finding::Fails) => "手机的记录里写的不是这张照片",
        (Point::Command, _) => "手机的记录里写的就是这张照片",
        (Point::Chain, Finding::Fails) => "记录的内容或者次序改过",
        (Point::Chain, _) => "记录的内容和次序没有变",
        (Point::Device, Finding::Holds) => "签名是这台手机的钥匙签的",
        (Point::Device, Finding::Fails) => "签名不是这台手机的钥匙签的",
        (Point::Device, Finding::Absent) => "手机没有签名，那个浏览器没有钥匙",
        (Point::Times, Finding::Holds) => "记录里有服务器事先给的时间，所以不会更早",
        (Point::Times, Finding::Fails) => "时间前后对不上",
        (Point::Times, Finding::Absent) => "记录里没有服务器给的时间，只知道不晚于什么时候",
        (Point::Server, Finding::Fails) => "服务器的签名对不上，证明改过",
        (Point::Server, _) => "服务器给整份证明签了名",
    },
    other_server: "给证明签名的是另一台服务器，不是本页所属的这一台",
    unknown_server: |key| format!("没有网络，没能确认是哪台服务器签的。它的公钥是 {key}"),
    between: |from, until| format!("不早于 {from}，不晚于 {until}（北京时间）"),
    until: |until| format!("不晚于 {until}（北京时间）"),
    device: |device, seq| format!("设备 {device}，第 {seq} 条记录"),
    limits: "能证明什么，不能证明什么",
    proves: "能证明：记录出自这台手机、这把钥匙，次序没有变；记录不早于服务器给的时间，不晚于服务器收到的时间；照片之后没有改过。",
    proves_not: "不能证明：货架不是摆拍的，镜头前不是一张旧照片。",
    get_proof: "证明",
    get_original: "原图",
    check: "核对",
    no_proof: "没有拿到证明。没有网络，或者这张照片不是手机发来的。",
};

pub(super) const EN: EvidenceText = EvidenceText {
    title: "Check a photo",
    head: "See whether a photo was changed",
    holds_head: "The proof holds, nothing was changed",
    unsigned_head: "Unchanged, but no phone signed it",
    fails_head: "The proof does not hold",
    unreadable_head: "This file cannot be read",
    unreadable_proof: "This is no proof from Lianying. Choose the .json file that was downloaded from below the photo.",
    unreadable_photo: "The photo cannot be read. The file is untouched. Choose it again.",
    no_keys: "This browser cannot check signatures at this address. Open the page with https.",
    photo: "Photo",
    photo_hint: "Choose the original, or drop it here",
    proof: "Proof",
    proof_hint: "Choose the .json file, or drop it here",
    points: "Point by point",
    yes: "Yes",
    no: "No",
    not_said: "Not said",
    point: |point, finding| match (point, finding) {
        (Point::Photo, Finding::Fails) => "The photo is not the one in the proof, or was changed",
        (Point::Photo, _) => "Not one byte of the photo has changed",
        (Point::Command, Finding::Fails) => "The phone's record names another photo",
        (Point::Command, _) => "The phone's record names this photo",
        (Point::Chain, Finding::Fails) => "The record or its place in the order was changed",
        (Point::Chain, _) => "The record and its place in the order are unchanged",
        (Point::Device, Finding::Holds) => "It was signed with this phone's key",
        (Point::Device, Finding::Fails) => "It was not signed with this phone's key",
        (Point::Device, Finding::Absent) => "The phone did not sign: its browser had no key",
        (Point::Times, Finding::Holds) => "The record names a time that the server gave before, so it is not older",
        (Point::Times, Finding::Fails) => "The times contradict each other",
        (Point::Times, Finding::Absent) => "The record names no time of the server, so only the latest time is known",
        (Point::Server, Finding::Fails) => "The server's signature does not fit: the proof was changed",
        (Point::Server, _) => "The server has signed the whole proof",
    },
    other_server: "Another server signed the proof, not the one this page belongs to",
    unknown_server: |key| format!("Without a network it is not known whose server signed. Its public key is {key}"),
    between: |from, until| format!("Not before {from}, not after {until} (Beijing time)"),
    until: |until| format!("Not after {until} (Beijing time)"),
    device: |device, seq| format!("Device {device}, record {seq}"),
    limits: "What it proves and what it does not",
    proves: "It proves: the record came from this phone and this key, in this order; not before the time that the server gave, not after the server had it; the photo was not changed since.",
    proves_not: "It does not prove: that the shelf was not arranged for the picture, or that the camera did not see an old photo.",
    get_proof: "Proof",
    get_original: "Original",
    check: "Check",
    no_proof: "No proof came. There is no network, or no phone sent this photo.",
};
