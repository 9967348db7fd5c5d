//! The questions of a visit.

use super::s;

/// See [`super::Text::visit`].
pub struct VisitText {
    /// What a screen reader calls the steps.
    pub steps: &'static str,
    /// First step.
    pub arrived: &'static str,
    /// Last step.
    pub leave: &'static str,
    /// Durably saved, with the time.
    pub saved_at: fn(&str) -> String,
    /// A save is on its way.
    pub saving: &'static str,
    /// It did not work.
    pub not_saved: &'static str,
    /// What is safe and what to do.
    pub not_saved_more: &'static str,
    /// Required ones that are open.
    pub left: fn(usize) -> String,
    /// What follows when they are done.
    pub left_then: &'static str,
    /// None is open.
    pub all_answered: &'static str,
    /// Running score.
    pub now_points: &'static str,
    /// Time in the shop.
    pub in_shop: fn(&str) -> String,
    /// Bright act: take a slot.
    pub take: fn(&str) -> String,
    /// Bright act: the next open question.
    pub answer_next: &'static str,
    /// Bright act: the next step.
    pub next_step: fn(&str) -> String,
    /// Bright act: leave.
    pub to_checkout: &'static str,
    /// A note.
    pub note: &'static str,
    /// Points at stake.
    pub out_of: fn(u32) -> String,
    /// What the standard wants.
    pub wanted: fn(i64, &str) -> String,
    /// Not required.
    pub optional: &'static str,
    /// A knock-out.
    pub knock_out: fn(&str) -> String,
    /// Yes.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
    /// Points lost.
    pub minus: fn(u32) -> String,
    /// Less one.
    pub less: &'static str,
    /// More one.
    pub more: &'static str,
    /// Pips, said.
    pub pips: fn(i64, i64) -> String,
    /// Under the pips.
    pub short_of: fn(i64, &str, u32) -> String,
    /// Under the pips.
    pub reached: fn(u32) -> String,
    /// The range.
    pub between: fn(&str, &str) -> String,
    /// The unit of money.
    pub yuan: &'static str,
    /// An amount that cannot be read.
    pub bad_number: &'static str,
    /// Photos wanted.
    pub photos_wanted: fn(usize, &str) -> String,
    /// Beside an empty slot.
    pub ghost_hint: &'static str,
    /// Take again.
    pub retake: &'static str,
    /// Throw away.
    pub drop: &'static str,
    /// It was thrown away.
    pub dropped: &'static str,
    /// It is gone, and so many things that it showed to be done are owed again.
    pub dropped_owed: fn(usize) -> String,
    /// It is back, and so is what it showed.
    pub photo_back: &'static str,
    /// A photo that waits for the one before.
    pub before_first: &'static str,
    /// Draw on a photo.
    pub draw: &'static str,
    /// The place to draw.
    pub draw_on: &'static str,
    /// How.
    pub draw_hint: &'static str,
    /// No more.
    pub draw_full: fn(usize) -> String,
    /// A box.
    pub draw_frame: &'static str,
    /// An arrow.
    pub draw_arrow: &'static str,
    /// Words.
    pub draw_words: &'static str,
    /// Takes the last one back.
    pub draw_back: &'static str,
    /// Keeps them.
    pub draw_save: &'static str,
    /// They are kept.
    pub drawn: &'static str,
    /// Was sent back.
    pub sent_back: &'static str,
    /// Product table column.
    pub stock: &'static str,
    /// Product table column.
    pub price: &'static str,
    /// How many products are done.
    pub rows_done: fn(usize, usize) -> String,
    /// Document field.
    pub document_number: &'static str,
    /// Document field.
    pub document_expires: &'static str,
    /// Document switch.
    pub document_seen: &'static str,
    /// Barcode field.
    pub barcode: &'static str,
    /// Where to look.
    pub barcode_hint: &'static str,
    /// Signature.
    pub sign_here: &'static str,
    /// Sign again.
    pub sign_again: &'static str,
    /// It is signed.
    pub signed: &'static str,
    /// Done with several choices or a text.
    pub done: &'static str,
    /// Last time's answer.
    pub last_time: fn(&str) -> String,
    /// Says that it still is so.
    pub still_so: &'static str,
    /// It was looked at and is as it was.
    pub same_as_last: &'static str,
    /// Nobody enters it.
    pub computed: &'static str,
    /// What it is computed from is not there yet.
    pub computed_later: &'static str,
    /// Take the answer back.
    pub clear: &'static str,
    /// Text field.
    pub write: &'static str,
    /// Date field.
    pub date: &'static str,
    /// Not on this phone.
    pub unknown: &'static str,
    /// What that may mean.
    pub unknown_more: &'static str,
}

pub(super) const ZH: VisitText = VisitText {
    steps: "步骤",
    arrived: "签到",
    leave: "签退",
    saved_at: |clock| format!("已存 {clock}"),
    saving: "正在存",
    not_saved: "还没存进手机",
    not_saved_more: "填的还在屏幕上，先别关。手机空间可能满了。",
    left: |n| format!("还差 {n} 项"),
    left_then: "就能走",
    all_answered: "都答完了",
    now_points: "现在",
    in_shop: |time| format!("在店 {time}"),
    take: |slot| format!("拍{slot}"),
    answer_next: "去下一题",
    next_step: |step| format!("下一步：{step}"),
    to_checkout: "去签退",
    note: "写几句",
    out_of: |points| format!("满分 {points}"),
    wanted: |n, unit| format!("标准要 {n} {unit}"),
    optional: "可以不答",
    knock_out: |words| format!("否决项，{words}"),
    yes: "有",
    no: "没有",
    minus: |points| format!("扣 {points} 分"),
    less: "减一",
    more: "加一",
    pips: |n, of| format!("{of} 个里有 {n} 个"),
    short_of: |n, unit, points| format!("还差 {n} {unit}，得 {points} 分"),
    reached: |points| format!("够了，得 {points} 分"),
    between: |min, max| format!("{min} 到 {max}"),
    yuan: "元",
    bad_number: "只填数字",
    photos_wanted: |n, names| format!("要 {n} 张：{names}"),
    ghost_hint: "拍的时候会说标准要什么",
    retake: "重拍",
    drop: "删掉这张",
    dropped: "照片删了",
    photo_back: "照片放回来了",
    dropped_owed: |n| format!("照片删了，用它结的 {n} 件事又要办"),
    before_first: "先拍整改前",
    draw: "标注",
    draw_on: "在照片上画",
    draw_hint: "用手指在照片上拖，画一个框或箭头；选文字后点一下放上去",
    draw_full: |most| format!("最多标 {most} 处"),
    draw_frame: "框",
    draw_arrow: "箭头",
    draw_words: "文字",
    draw_back: "退一步",
    draw_save: "存标注",
    drawn: "标注存好了",
    sent_back: "退回重拍",
    stock: "库存",
    price: "价格",
    rows_done: |n, of| format!("{of} 个品项，填了 {n} 个"),
    document_number: "证件号",
    document_expires: "有效期到",
    document_seen: "看过原件",
    barcode: "条码",
    barcode_hint: "瓶身或箱上的一串数字",
    sign_here: "请在这里签字",
    sign_again: "重签",
    signed: "签好了",
    done: "好了",
    last_time: |answer| format!("上次：{answer}"),
    still_so: "还是这样",
    same_as_last: "看过，和上次一样",
    computed: "自动算的，不用填",
    computed_later: "前面填完就有",
    clear: "收回这题",
    write: "写在这里",
    date: "哪一天",
    unknown: "这台手机上没有这次拜访",
    unknown_more: "可能是在别的手机上做的，还没拿到。联网后再看。",
};

pub(super) const EN: VisitText = VisitText {
    steps: "Steps",
    arrived: "Arrive",
    leave: "Leave",
    saved_at: |clock| format!("Saved {clock}"),
    saving: "Saving",
    not_saved: "Not saved yet",
    not_saved_more: "What you entered is still on the screen; keep it open. The phone may be full.",
    left: |n| format!("{n} item{} left", s(n)),
    left_then: "before you can go",
    all_answered: "All answered",
    now_points: "Now",
    in_shop: |time| format!("{time} in the shop"),
    take: |slot| format!("Take {slot}"),
    answer_next: "To the next question",
    next_step: |step| format!("Next: {step}"),
    to_checkout: "To check-out",
    note: "Write a note",
    out_of: |points| format!("{points} points"),
    wanted: |n, unit| format!("The standard wants {n} {unit}"),
    optional: "optional",
    knock_out: |words| format!("Knock-out: {words}"),
    yes: "Yes",
    no: "No",
    minus: |points| format!("minus {points}"),
    less: "One less",
    more: "One more",
    pips: |n, of| format!("{n} of {of}"),
    short_of: |n, unit, points| format!("{n} {unit} short, {points} points"),
    reached: |points| format!("Enough, {points} points"),
    between: |min, max| format!("{min} to {max}"),
    yuan: "yuan",
    bad_number: "Digits only",
    photos_wanted: |n, names| format!("{n} wanted: {names}"),
    ghost_hint: "The camera says what the standard wants",
    retake: "Retake",
    drop: "Delete",
    dropped: "Photo thrown away",
    photo_back: "The photo is back",
    dropped_owed: |n| match n {
        1 => "Photo thrown away. What it closed is owed again".to_owned(),
        n => format!("Photo thrown away. The {n} tasks it closed are owed again"),
    },
    before_first: "Before first",
    draw: "Mark",
    draw_on: "Draw on the photo",
    draw_hint: "Drag on the photo for a box or an arrow; for words, tap where they go",
    draw_full: |most| format!("At most {most} marks"),
    draw_frame: "Box",
    draw_arrow: "Arrow",
    draw_words: "Words",
    draw_back: "One back",
    draw_save: "Save marks",
    drawn: "Marks saved",
    sent_back: "to retake",
    stock: "Stock",
    price: "Price",
    rows_done: |n, of| format!("{n} of {of} products done"),
    document_number: "Number of the paper",
    document_expires: "Valid until",
    document_seen: "Original seen",
    barcode: "Barcode",
    barcode_hint: "The digits on the bottle or the case",
    sign_here: "Sign here",
    sign_again: "Sign again",
    signed: "Signed",
    done: "Done",
    last_time: |answer| format!("Last time: {answer}"),
    still_so: "Still so",
    same_as_last: "Looked, same as last time",
    computed: "Worked out by itself",
    computed_later: "Comes with the answers above",
    clear: "Take back",
    write: "Write here",
    date: "Which day",
    unknown: "This visit is not on this phone",
    unknown_more: "It may have been made on another phone. Look again when online.",
};
