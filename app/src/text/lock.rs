//! The PIN: opening a locked phone, setting one, taking it off.

/// See [`super::Text::lock`].
pub struct LockText {
    /// Opening sentence of the locked phone.
    pub locked: &'static str,
    /// Under it.
    pub locked_more: &'static str,
    /// What the dots say: so many of so many digits.
    pub typed: fn(usize, usize) -> String,
    /// The pad with the keys.
    pub keys: &'static str,
    /// Takes the last digit back.
    pub back: &'static str,
    /// It is being looked at.
    pub checking: &'static str,
    /// It was another one; so many more may be tried at once.
    pub wrong: fn(u32) -> String,
    /// Too many wrong ones: so many seconds.
    pub wait: fn(u32) -> String,
    /// The phone did not do it.
    pub failed: &'static str,
    /// The way in by password.
    pub by_password: &'static str,
    /// What that does.
    pub by_password_more: &'static str,
    /// The same where the password opens nothing.
    pub by_password_not: &'static str,
    /// On the login page: the phone is locked.
    pub at_login: &'static str,
    /// The way back to the keys.
    pub to_pin: &'static str,
    /// Heading on one's own page.
    pub security: &'static str,
    /// The row without a PIN.
    pub set: &'static str,
    /// Under it.
    pub set_why: &'static str,
    /// Under it as long as a forgotten PIN would lose work.
    pub set_first: &'static str,
    /// The row with one.
    pub change: &'static str,
    /// Under it.
    pub change_why: &'static str,
    /// Locks now.
    pub now: &'static str,
    /// Under it.
    pub now_why: &'static str,
    /// Takes it off.
    pub off: &'static str,
    /// Under it.
    pub off_why: &'static str,
    /// After how long in the background.
    pub after: &'static str,
    /// So many minutes.
    pub minutes: fn(u32) -> String,
    /// Asks for the one there is.
    pub old: &'static str,
    /// Asks for a new one.
    pub new: &'static str,
    /// What to know before.
    pub new_more: &'static str,
    /// Asks for it again.
    pub again: &'static str,
    /// The two were not the same.
    pub differs: &'static str,
    /// Everybody tries that one first.
    pub easy: &'static str,
    /// Notice.
    pub is_set: &'static str,
    /// Notice.
    pub is_off: &'static str,
}

pub const ZH: LockText = LockText {
    locked: "输 PIN 打开",
    locked_more: "记录都锁在手机里，一条没少。打开后接着发。",
    typed: |typed, all| format!("已输 {typed} 位，共 {all} 位"),
    keys: "数字键",
    back: "删一位",
    checking: "正在核对",
    wrong: |left| {
        if left == 0 { "PIN 不对。".to_owned() } else { format!("PIN 不对，马上还能试 {left} 次。") }
    },
    wait: |seconds| {
        if seconds < 60 {
            format!("试错太多，{seconds} 秒后再试。记录都还在。")
        } else {
            format!("试错太多，{} 分钟后再试。记录都还在。", seconds.div_ceil(60))
        }
    },
    failed: "手机没有写成，什么都没变。再试一次。",
    by_password: "用密码登录",
    by_password_more: "忘了 PIN？联网用密码登录就能进，没发的都还在。登录后 PIN 作废，可以重设。",
    by_password_not: "忘了 PIN，密码也开不了这里没发的记录。别的人可以登录，这些记录不会动。",
    at_login: "手机锁着。用密码登录就能打开，没发的都还在；PIN 从此作废。",
    to_pin: "回去输 PIN",
    security: "安全",
    set: "设 PIN",
    set_why: "6 位数字。打开应用、离开一会儿回来都要输。",
    set_first: "先联网用密码登录一次，这样忘了 PIN 也不会丢记录。",
    change: "换 PIN",
    change_why: "先输现在的，再输新的。",
    now: "现在锁上",
    now_why: "锁着的时候不收也不发。",
    off: "不用 PIN 了",
    off_why: "要输现在的 PIN。数据仍然加密存着，只是打开不用输。",
    after: "离开多久锁上",
    minutes: |n| format!("{n} 分钟"),
    old: "输现在的 PIN",
    new: "输新的 PIN",
    new_more: "忘了也不丢：联网用密码登录就能进。PIN 只防别人拿起你的手机看；手机自己的锁屏也要开着。",
    again: "再输一遍",
    differs: "两遍不一样，重新输。",
    easy: "太好猜了，换一个。",
    is_set: "PIN 已设好",
    is_off: "PIN 已取消",
};

pub const EN: LockText = LockText {
    locked: "Enter your PIN",
    locked_more: "All your records are locked in this phone. Sending goes on once it is open.",
    typed: |typed, all| format!("{typed} of {all} digits entered"),
    keys: "Number keys",
    back: "Delete a digit",
    checking: "Checking",
    wrong: |left| {
        if left == 0 {
            "That is not the PIN.".to_owned()
        } else {
            format!("That is not the PIN. {left} more tr{} before a wait.", if left == 1 { "y" } else { "ies" })
        }
    },
    wait: |seconds| {
        if seconds < 60 {
            format!("Too many wrong PINs. Try again in {seconds} s. Your records are kept.")
        } else {
            format!("Too many wrong PINs. Try again in {} min. Your records are kept.", seconds.div_ceil(60))
        }
    },
    failed: "The phone could not write it down. Nothing has changed; try again.",
    by_password: "Log in by password",
    by_password_more: "Forgot it? Log in by password with a network: what was not sent is kept. The PIN is then off, and \
        you can set a new one.",
    by_password_not: "If you forgot it, the password does not open what was not sent here. Somebody else can log in; \
        these records stay as they are.",
    at_login: "The phone is locked. Your password opens it, and what was not sent is kept; the PIN is off from then on.",
    to_pin: "Back to the PIN",
    security: "Security",
    set: "Set a PIN",
    set_why: "6 digits, asked for when the app starts and after a while away.",
    set_first: "Log in by password once, with a network. A forgotten PIN then loses no records.",
    change: "Change the PIN",
    change_why: "The one you have first, then the new one.",
    now: "Lock now",
    now_why: "A locked phone neither sends nor fetches.",
    off: "Stop using a PIN",
    off_why: "It asks for your PIN. Data stays encrypted, and the app opens by itself.",
    after: "Lock after time away",
    minutes: |n| format!("{n} min"),
    old: "Enter the PIN you have",
    new: "Enter a new PIN",
    new_more: "Forgetting it loses nothing: log in by password with a network. A PIN keeps others from looking when they \
        pick up your phone; keep the phone's own lock on as well.",
    again: "Enter it again",
    differs: "The two were different. Start again.",
    easy: "Too easy to guess. Choose another.",
    is_set: "The PIN is set",
    is_off: "The PIN is off",
};
