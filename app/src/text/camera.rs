//! The camera.

use domain::records::Doubt;

/// See [`super::Text::camera`].
pub struct CameraText {
    /// Which of how many.
    pub shot_of: fn(usize, usize) -> String,
    /// What the standard wants.
    pub standard: fn(u32, &str) -> String,
    /// The shutter.
    pub shoot: &'static str,
    /// Opening.
    pub opening: &'static str,
    /// Being written to the phone.
    pub saving: &'static str,
    /// Under the shutter.
    pub note: &'static str,
    /// It is saved.
    pub saved: fn(&str) -> String,
    /// Use the file picker.
    pub file: &'static str,
    /// What that means.
    pub file_why: &'static str,
    /// The camera does not open.
    pub failed: &'static str,
    /// Not allowed.
    pub denied: &'static str,
    /// What is safe and what to do.
    pub failed_more: &'static str,
    /// The photo could not be saved.
    pub not_saved: &'static str,
    /// What to do.
    pub not_saved_more: &'static str,
    /// Last one taken.
    pub last: &'static str,
    /// The photo replaces one that came back.
    pub for_redo: fn(&str) -> String,
    /// How exact the position is.
    pub error: fn(u32) -> String,
    /// What is laid over the view.
    pub over: &'static str,
    /// The standard.
    pub over_standard: &'static str,
    /// The photo of last time.
    pub over_last: &'static str,
    /// The photo before.
    pub over_before: &'static str,
    /// Nothing.
    pub over_none: &'static str,
    /// Keep the light on.
    pub light: &'static str,
    /// How many times nearer.
    pub zoom: fn(f64) -> String,
    /// What may be wrong with a picture.
    pub doubt: fn(Doubt) -> &'static str,
    /// The picture is kept, and may be taken again.
    pub doubtful: fn(&str) -> String,
    /// Go on with it.
    pub use_it: &'static str,
    /// In the foot of a picture that was not taken here and now.
    pub from_album: &'static str,
}

const fn doubt_zh(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Blurred => "有点糊",
        Doubt::Dark => "太暗",
        Doubt::Glare => "反光大",
    }
}

const fn doubt_en(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Blurred => "looks blurred",
        Doubt::Dark => "is too dark",
        Doubt::Glare => "has much glare",
    }
}

pub(super) const ZH: CameraText = CameraText {
    shot_of: |n, of| format!("第 {n} 张，共 {of} 张"),
    standard: |version, point| format!("标准第 {version} 版：{point}"),
    shoot: "拍",
    opening: "正在打开相机",
    saving: "正在存",
    note: "拍完马上存进这台手机，没有网也不会丢",
    saved: |slot| format!("{slot}存好了"),
    file: "从相册选",
    file_why: "会标明不是当场拍的",
    failed: "没能打开相机",
    denied: "相机没有允许使用",
    failed_more: "填过的都存着。在浏览器设置里允许相机，或者先从相册选一张。",
    not_saved: "这张没存进手机",
    not_saved_more: "手机空间可能满了。腾出一点，再拍一次。",
    last: "上一张",
    for_redo: |reasons| format!("补拍：上次{reasons}"),
    error: |metres| format!("误差 {metres} 米"),
    over: "叠加什么",
    over_standard: "叠标准",
    over_last: "叠上次",
    over_before: "叠整改前",
    over_none: "不叠",
    light: "补光灯",
    zoom: |times| format!("放大 {times} 倍"),
    doubt: doubt_zh,
    doubtful: |words| format!("存好了，{words}，再拍一张？"),
    use_it: "就用这张",
    from_album: "从相册选的",
};

pub(super) const EN: CameraText = CameraText {
    shot_of: |n, of| format!("photo {n} of {of}"),
    standard: |version, point| format!("Standard v{version}: {point}"),
    shoot: "Take photo",
    opening: "Opening the camera",
    saving: "Saving",
    note: "Each photo is saved on this phone at once, with or without a network",
    saved: |slot| format!("{slot} is saved"),
    file: "Choose from album",
    file_why: "It is marked as not taken here",
    failed: "The camera did not open",
    denied: "The camera is not allowed",
    failed_more: "Everything you answered is saved. Allow the camera in the browser's settings, or choose a photo for now.",
    not_saved: "This photo was not saved",
    not_saved_more: "The phone may be full. Make some room and take it again.",
    last: "Last photo",
    for_redo: |reasons| format!("Retake: last time {reasons}"),
    error: |metres| format!("±{metres} m"),
    over: "Lay over",
    over_standard: "Standard",
    over_last: "Last time",
    over_before: "Before",
    over_none: "Nothing",
    light: "Light",
    zoom: |times| format!("Zoom {times}×"),
    doubt: doubt_en,
    doubtful: |words| format!("Saved, but it {words}. Take it again?"),
    use_it: "Use this one",
    from_album: "Chosen from the album",
};
