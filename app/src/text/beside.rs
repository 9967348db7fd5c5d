//! What happens in a shop beside the questions: tasks that are left, competitors that are seen, who came along, the
//! shop's signature, a code that is scanned.

use super::s;
use domain::records::{Evidence, JointRole};

/// See [`super::Text::beside`].
pub struct Beside {
    /// Under a question.
    pub leave_task: &'static str,
    /// Until when, at a tap: tomorrow, three days, a week.
    pub task_days: [&'static str; 3],
    /// Who has to act.
    pub task_with: &'static str,
    /// Nobody but the rep.
    pub task_me: &'static str,
    /// What has to be shown.
    pub task_close: &'static str,
    /// By evidence.
    pub evidence: fn(Evidence) -> &'static str,
    /// The money at risk.
    pub task_risk: &'static str,
    /// It is left.
    pub task_kept: &'static str,
    /// It is taken back.
    pub task_dropped: &'static str,
    /// Say that a competitor was seen.
    pub sighting: &'static str,
    /// How many were noted.
    pub sightings: fn(usize) -> String,
    /// Whose.
    pub brand: &'static str,
    /// What.
    pub product: &'static str,
    /// Its shelf price.
    pub price: &'static str,
    /// What they do for it.
    pub promotion: &'static str,
    /// What that costs.
    pub spend: &'static str,
    /// The same, in a line.
    pub spends: fn(&str) -> String,
    /// The photo that shows it.
    pub sighting_photo: &'static str,
    /// Keep it.
    pub sighting_save: &'static str,
    /// It is kept.
    pub sighting_kept: &'static str,
    /// Throw it away.
    pub sighting_drop: &'static str,
    /// It is gone.
    pub sighting_dropped: &'static str,
    /// Somebody came along.
    pub together: &'static str,
    /// Who and as what.
    pub companion: fn(&str, &str) -> String,
    /// Their name.
    pub companion_name: &'static str,
    /// As what.
    pub companion_role: &'static str,
    /// By role.
    pub role: fn(JointRole) -> &'static str,
    /// What the role does.
    pub role_does: fn(JointRole) -> &'static str,
    /// What they told the rep.
    pub feedback: &'static str,
    /// Keep it.
    pub companion_save: &'static str,
    /// The one thing that the rep is to do next.
    pub next: &'static str,
    /// The same where it is read.
    pub next_is: fn(&str) -> String,
    /// It is kept.
    pub companion_kept: &'static str,
    /// Nobody came along after all.
    pub companion_drop: &'static str,
    /// It is gone.
    pub companion_dropped: &'static str,
    /// The manager's own entry.
    pub companion_own: &'static str,
    /// Ask the shop to sign.
    pub sign: &'static str,
    /// Under it.
    pub sign_more: &'static str,
    /// Something changed after it was signed.
    pub sign_anew: &'static str,
    /// Who signed, when.
    pub signed_by: fn(&str, &str) -> String,
    /// Who signs.
    pub sign_name: &'static str,
    /// The pad.
    pub sign_pad: &'static str,
    /// The act.
    pub sign_save: &'static str,
    /// It is kept.
    pub sign_kept: &'static str,
    /// Take it back.
    pub sign_drop: &'static str,
    /// It is taken back.
    pub sign_dropped: &'static str,
    /// A signature, said.
    pub signature_of: fn(&str) -> String,
    /// What it came to: points and band.
    pub sum_score: fn(u32, &str) -> String,
    /// Heading: what was counted.
    pub sum_stock: &'static str,
    /// How many pieces.
    pub pieces: fn(i64) -> String,
    /// How many photos.
    pub sum_photos: fn(usize) -> String,
    /// Heading: what was promised.
    pub sum_promised: &'static str,
    /// Nothing was.
    pub sum_no_promise: &'static str,
    /// Scan a code.
    pub scan: &'static str,
    /// The view.
    pub scan_title: &'static str,
    /// How.
    pub scan_hint: &'static str,
    /// The camera does not open.
    pub scan_failed: &'static str,
    /// One digit is wrong.
    pub code_mistyped: &'static str,
    /// It is one of ours.
    pub code_ours: fn(&str) -> String,
    /// What the visit was, after what was done with it: answers, photos, tasks.
    pub tally: fn(usize, usize, usize) -> String,
}

pub(super) const ZH: Beside = Beside {
    leave_task: "留个任务",
    task_days: ["明天", "3 天", "一周"],
    task_with: "谁来办",
    task_me: "我自己",
    task_close: "办完要有",
    evidence: |evidence| match evidence {
        Evidence::Word => "说一声",
        Evidence::Sentence => "写一句",
        Evidence::Photo => "拍张照",
    },
    task_risk: "不办会丢多少元，可不填",
    task_kept: "任务记下了",
    task_dropped: "任务撤回了",
    sighting: "看到竞品",
    sightings: |n| format!("看到竞品 {n} 处"),
    brand: "哪个牌子",
    product: "什么产品，可不填",
    price: "零售价，元",
    promotion: "在做什么促销",
    spend: "估计花多少元",
    spends: |money| format!("估计花 {money}"),
    sighting_photo: "哪张照片里有",
    sighting_save: "记下竞品",
    sighting_kept: "竞品记下了",
    sighting_drop: "删掉这条",
    sighting_dropped: "竞品删了",
    together: "有人同行",
    companion: |name, role| format!("{name}，{role}"),
    companion_name: "同行的人",
    companion_role: "以什么身份来",
    role: |role| match role {
        JointRole::Designer => "设计师",
        JointRole::Builder => "建设者",
        JointRole::Evaluator => "评价者",
        JointRole::Trainer => "培训师",
    },
    role_does: |role| match role {
        JointRole::Designer => "排联营建设和运营的进度",
        JointRole::Builder => "一起干，协助和指导",
        JointRole::Evaluator => "看建得怎么样，给评价",
        JointRole::Trainer => "讲解联营，带人练",
    },
    feedback: "他对你说了什么",
    companion_save: "记下同行",
    next: "下一步，就一件事（可不填）",
    next_is: |next| format!("下一步：{next}"),
    companion_kept: "同行记下了",
    companion_drop: "没人同行",
    companion_dropped: "同行删了",
    companion_own: "我同行了，写一笔",
    sign: "请店主签字",
    sign_more: "先给店主看这次记了什么",
    sign_anew: "改过了，要重签",
    signed_by: |name, when| format!("{name}签过字，{when}"),
    sign_name: "签字的人",
    sign_pad: "签字板",
    sign_save: "看过了，签字",
    sign_kept: "店主签过字了",
    sign_drop: "收回签字",
    sign_dropped: "签字收回了",
    signature_of: |name| format!("{name}的签字"),
    sum_score: |points, band| format!("这次 {points} 分，{band}"),
    sum_stock: "点过的库存",
    pieces: |n| format!("{n} 件"),
    sum_photos: |n| format!("拍了 {n} 张照片"),
    sum_promised: "说好要办的",
    sum_no_promise: "这次没有留任务",
    scan: "扫条码",
    scan_title: "扫条码",
    scan_hint: "对准条码，读到就填上",
    scan_failed: "相机打不开，照样能手填",
    code_mistyped: "13 位码的校验位对不上，再看一眼",
    code_ours: |name| format!("我们的{name}"),
    tally: |answers, photos, tasks| {
        let tasks = if tasks == 0 { String::new() } else { format!("，留 {tasks} 个任务") };
        format!("。这次：答 {answers} 项，拍 {photos} 张{tasks}")
    },
};

pub(super) const EN: Beside = Beside {
    leave_task: "Leave a task",
    task_days: ["Tomorrow", "3 days", "A week"],
    task_with: "Who has to act",
    task_me: "Just me",
    task_close: "To close it",
    evidence: |evidence| match evidence {
        Evidence::Word => "Say so",
        Evidence::Sentence => "A sentence",
        Evidence::Photo => "A photo",
    },
    task_risk: "Yuan at risk, optional",
    task_kept: "Task noted",
    task_dropped: "Task taken back",
    sighting: "Competitor seen",
    sightings: |n| format!("{n} competitor sighting{}", s(n)),
    brand: "Brand",
    product: "Product, optional",
    price: "Shelf price, yuan",
    promotion: "What they do for it",
    spend: "Estimated cost, yuan",
    spends: |money| format!("about {money}"),
    sighting_photo: "Which photo shows it",
    sighting_save: "Note it",
    sighting_kept: "Competitor noted",
    sighting_drop: "Delete",
    sighting_dropped: "Thrown away",
    together: "Somebody came along",
    companion: |name, role| format!("{name}, {role}"),
    companion_name: "Who came along",
    companion_role: "As what",
    role: |role| match role {
        JointRole::Designer => "designer",
        JointRole::Builder => "builder",
        JointRole::Evaluator => "evaluator",
        JointRole::Trainer => "trainer",
    },
    role_does: |role| match role {
        JointRole::Designer => "plans how the alliance is built and run",
        JointRole::Builder => "takes part, helps and guides",
        JointRole::Evaluator => "says how well it works",
        JointRole::Trainer => "explains and trains",
    },
    feedback: "What they told you",
    companion_save: "Note it",
    next: "One next step (optional)",
    next_is: |next| format!("Next step: {next}"),
    companion_kept: "Noted who came along",
    companion_drop: "Nobody came",
    companion_dropped: "Taken back",
    companion_own: "I came along: add a note",
    sign: "Ask the shop to sign",
    sign_more: "First show the owner what was noted",
    sign_anew: "Changed since; sign again",
    signed_by: |name, when| format!("{name} signed, {when}"),
    sign_name: "Who signs",
    sign_pad: "Place to sign",
    sign_save: "Seen and signed",
    sign_kept: "The shop has signed",
    sign_drop: "Take the signature back",
    sign_dropped: "Signature taken back",
    signature_of: |name| format!("Signature of {name}"),
    sum_score: |points, band| format!("{points} points this time: {band}"),
    sum_stock: "Stock counted",
    pieces: |n| format!("{n} pc"),
    sum_photos: |n| format!("{n} photo{} taken", s(n)),
    sum_promised: "What we promised",
    sum_no_promise: "No task was left",
    scan: "Scan the barcode",
    scan_title: "Scan the barcode",
    scan_hint: "Hold the code in view; it fills itself in",
    scan_failed: "The camera does not open; typing works",
    code_mistyped: "The check digit does not fit; look once more",
    code_ours: |name| format!("Ours: {name}"),
    tally: |answers, photos, tasks| {
        let tasks = if tasks == 0 { String::new() } else { format!(", {tasks} task{} left", s(tasks)) };
        format!(". This time: {answers} answer{}, {photos} photo{}{tasks}", s(answers), s(photos))
    },
};
