//! The outbox as a file that somebody else carries.

use super::{frame::photos_en, s};
use crate::state::NotLoaded;
use sync::parcel::Stuck;
use sync::wire::Became;

/// See [`super::Text::parcel`].
pub struct ParcelText {
    /// The screen, and the row that leads to it.
    pub title: &'static str,
    /// What the row says.
    pub row_more: &'static str,
    /// What it says after a parcel was made, while its contents still wait here.
    pub row_made: fn(&str) -> String,
    /// What it says while parcels of others wait here.
    pub row_carries: fn(usize) -> String,
    /// Opening sentence of the rep's page.
    pub head: &'static str,
    /// Under it: what it is, and that nothing leaves this phone.
    pub head_more: &'static str,
    /// The manager's screen.
    pub office: &'static str,
    /// What the row says that leads to it.
    pub office_more: &'static str,
    /// Opening sentence of the manager's page.
    pub office_head: &'static str,
    /// Under it.
    pub office_head_more: &'static str,
    /// Heading and button: make one.
    pub make: &'static str,
    /// Make another.
    pub make_again: &'static str,
    /// So many commands, so many photos.
    pub contents: fn(usize, usize) -> String,
    /// Nothing waits.
    pub nothing: &'static str,
    /// It is being made.
    pub making: &'static str,
    /// It could not be made.
    pub not_made: &'static str,
    /// What the digits are.
    pub code: &'static str,
    /// How to hand file and code over.
    pub code_more: &'static str,
    /// When it was made and what is in it.
    pub made: fn(&str, &str) -> String,
    /// The originals wait here, and both ways are safe.
    pub stays: &'static str,
    /// All of it has been received by now.
    pub arrived: &'static str,
    /// Button: as a download.
    pub save: &'static str,
    /// Button: through another app.
    pub share: &'static str,
    /// The browser has not taken it.
    pub not_saved: &'static str,
    /// Part of the file's name.
    pub file_name: &'static str,
    /// Heading: those of others.
    pub carried: &'static str,
    /// What carrying means.
    pub carried_more: &'static str,
    /// Field: the file.
    pub file: &'static str,
    /// What to do with it.
    pub file_more: &'static str,
    /// Button: load it.
    pub load: &'static str,
    /// It is being loaded.
    pub loading: &'static str,
    /// Notice: whose was loaded.
    pub loaded: fn(&str) -> String,
    /// Nothing was picked.
    pub no_file: &'static str,
    /// Why it was not loaded, what is safe, what to do.
    pub not_loaded: fn(NotLoaded) -> &'static str,
    /// Whose parcel.
    pub of: fn(&str) -> String,
    /// So many of so many are there.
    pub there: fn(usize, usize, usize, usize) -> String,
    /// It waits.
    pub waits: &'static str,
    /// All of it is there.
    pub done: &'static str,
    /// What stops it, and what to do.
    pub stuck: fn(Stuck) -> &'static str,
    /// Button: it need not stay here.
    pub put_away: &'static str,
    /// The same, said with whose it is.
    pub remove: fn(&str) -> String,
    /// Unfolded: what became of each.
    pub each: fn(usize) -> String,
    /// What became of one.
    pub became: fn(Became) -> &'static str,
    /// Not there yet.
    pub not_there: &'static str,
}

pub(super) const ZH: ParcelText = ParcelText {
    title: "发件包",
    row_more: "一直没网时，存成文件让别人带走",
    row_made: |when| format!("{when}存过一个，原件还在这里等着发"),
    row_carries: |n| format!("替别人带着 {n} 个，还没送到"),
    head: "没网也能交出去",
    head_more: "存成一个加密的文件，让有网的人替你带走。原件一直在这台手机里；哪边先到都行，每条只算一次。",
    office: "导入发件包",
    office_more: "手机坏了、没网的业务代表，把文件交给你",
    office_head: "替业务代表交上来",
    office_head_more: "文件在这台设备上解开，按业务代表本人的身份交给服务器。业务代表的手机以后再发，每条也只算一次。",
    make: "存成发件包",
    make_again: "再存一个新的",
    contents: |commands, photos| match photos {
        0 => format!("{commands} 条"),
        photos => format!("{commands} 条，{photos} 张照片"),
    },
    nothing: "现在没有要带的",
    making: "正在打包",
    not_made: "发件包没存成，记录都还在手机里。腾点空间再试一次。",
    code: "取件码",
    code_more: "文件发给替你带的人，取件码打电话另外说。码忘了就再存一个。",
    made: |when, contents| format!("{when}存的，{contents}"),
    stays: "原件还在这台手机里等着，有网照样自己发。",
    arrived: "里面的都到服务器了，文件可以删掉。",
    save: "存到手机",
    share: "发给别人",
    not_saved: "文件没存成，记录都还在手机里。换个办法再试一次。",
    file_name: "发件包",
    carried: "替别人带的发件包",
    carried_more: "收下以后，这台手机有网就替他送到。里面写了什么，你看不到。",
    file: "发件包文件",
    file_more: "点这里选文件",
    load: "收下",
    loading: "正在查验",
    loaded: |name| format!("{name}的发件包收下了"),
    no_file: "先选文件，再填取件码。",
    not_loaded: |why| match why {
        NotLoaded::NoCode => "取件码是 12 位字母和数字，再对一遍。",
        NotLoaded::WrongCode => "取件码对不上，什么都没有改。再对一遍；还是不行，请对方重新存一个。",
        NotLoaded::NotAParcel => "这个文件不是发件包，什么都没有改。请对方把发件包再发一次。",
        NotLoaded::Newer => "这是新版本存的发件包，什么都没有改。在“我”里换上新版本再收。",
        NotLoaded::Damaged => "文件传坏了，什么都没有改。请对方把文件再发一次。",
        NotLoaded::Unreadable => "文件打不开，什么都没有改。重新选一次。",
        NotLoaded::Full => "手机空间不够，没有收下。腾出空间再收；原件都在对方手机里。",
        NotLoaded::NotSaved => "没有收下，什么都没有改。再试一次；原件都在对方手机里。",
    },
    of: |name| format!("{name}的发件包"),
    there: |commands, of, photos, of_photos| match of_photos {
        0 => format!("到了 {commands}/{of} 条"),
        of_photos => format!("到了 {commands}/{of} 条，照片 {photos}/{of_photos}"),
    },
    waits: "有网就送",
    done: "都到了",
    stuck: |why| match why {
        Stuck::Unknown => "服务器没听说过那台手机。请本人联网登录一次，或者自己发；原件都在他手机里。",
        Stuck::Unproven => "有一条没有那台手机的签名，后面的不能代送。请本人自己发；原件都在他手机里。",
        Stuck::Gap => "前面还差几条没到。等本人的手机先发，或先送更早的发件包，再接着送。",
        Stuck::Fork => "那台手机后来换了编号。请本人重新存一个，或者自己发；原件都在他手机里。",
        Stuck::Damaged => "这个发件包在这台设备上坏了，坏的不会送出去。移走它，请对方把文件再给一次。",
    },
    put_away: "移走",
    remove: |name| format!("移走{name}的发件包"),
    each: |n| format!("{n} 条，每条的结果"),
    became: |became| match became {
        Became::Applied => "到了",
        Became::Refused => "退回",
        Became::Blocked => "跟着前面的停着",
        Became::Quarantined => "等经理定",
        Became::Conflict => "同号的已有一条",
        Became::Lost => "手机上丢了",
    },
    not_there: "还没到",
};

pub(super) const EN: ParcelText = ParcelText {
    title: "Parcel",
    row_more: "No network for long? Let somebody carry it as a file",
    row_made: |when| format!("Made {when}; the originals still wait here"),
    row_carries: |n| format!("Carrying {n} for others, not delivered yet"),
    head: "Hand it in without a network",
    head_more: "Save it as a locked file and let somebody with a network carry it. The originals stay on this phone; whichever way comes first, each counts once.",
    office: "Import a parcel",
    office_more: "From a rep whose phone is broken or has no network",
    office_head: "Hand in for a rep",
    office_head_more: "The file is opened on this device and handed in under the rep's own name. When their phone sends later, each still counts once.",
    make: "Save as a parcel",
    make_again: "Save a new one",
    contents: |commands, photos| match photos {
        0 => format!("{commands} record{}", s(commands)),
        photos => format!("{commands} record{}, {}", s(commands), photos_en(photos)),
    },
    nothing: "Nothing to carry now",
    making: "Packing",
    not_made: "The parcel was not made. Everything is still on the phone. Free some room and try again.",
    code: "Code",
    code_more: "Send the file to whoever carries it, and say the code by telephone. Forgotten? Save a new one.",
    made: |when, contents| format!("Made {when}: {contents}"),
    stays: "The originals still wait on this phone, and go by themselves with a network.",
    arrived: "All of it has reached the server; the file can be deleted.",
    save: "Save to phone",
    share: "Send to somebody",
    not_saved: "The file was not saved. Everything is still on the phone. Try another way.",
    file_name: "parcel",
    carried: "Parcels carried for others",
    carried_more: "Once taken, this phone delivers it when there is a network. You cannot see what is in it.",
    file: "Parcel file",
    file_more: "Tap to pick the file",
    load: "Take it",
    loading: "Checking",
    loaded: |name| format!("{name}'s parcel was taken"),
    no_file: "Pick the file first, then enter the code.",
    not_loaded: |why| match why {
        NotLoaded::NoCode => "A code has 12 letters and digits. Compare it once more.",
        NotLoaded::WrongCode => {
            "The code does not fit; nothing was changed. Compare it again, or ask for a new parcel."
        }
        NotLoaded::NotAParcel => "This file is no parcel; nothing was changed. Ask for the parcel to be sent again.",
        NotLoaded::Newer => "A newer version made this parcel; nothing was changed. Update under Me, then take it.",
        NotLoaded::Damaged => "The file was damaged on its way; nothing was changed. Ask for it to be sent again.",
        NotLoaded::Unreadable => "The file cannot be opened; nothing was changed. Pick it again.",
        NotLoaded::Full => "No room on this phone, so it was not taken. Free some room; their phone has the originals.",
        NotLoaded::NotSaved => "It was not taken; nothing was changed. Try again; their phone has the originals.",
    },
    of: |name| format!("{name}'s parcel"),
    there: |commands, of, photos, of_photos| match of_photos {
        0 => format!("{commands} of {of} arrived"),
        of_photos => format!("{commands} of {of} arrived, photos {photos} of {of_photos}"),
    },
    waits: "Goes with a network",
    done: "All arrived",
    stuck: |why| match why {
        Stuck::Unknown => {
            "The server has never heard of that phone. It has to be online once, or send itself; it has the originals."
        }
        Stuck::Unproven => {
            "One record is not signed by that phone, so the rest cannot be carried. It has to send itself; it has the originals."
        }
        Stuck::Gap => {
            "Some earlier records are missing. When that phone or an earlier parcel brings them, this goes on."
        }
        Stuck::Fork => "That phone has been renumbered since. Ask for a new parcel, or let it send itself.",
        Stuck::Damaged => {
            "This device has spoilt the parcel; nothing spoilt is sent. Put it away and take the file again."
        }
    },
    put_away: "Put away",
    remove: |name| format!("Put {name}'s parcel away"),
    each: |n| format!("All {n}, and what became of each"),
    became: |became| match became {
        Became::Applied => "arrived",
        Became::Refused => "sent back",
        Became::Blocked => "waits behind another",
        Became::Quarantined => "for the manager",
        Became::Conflict => "same number exists",
        Became::Lost => "lost on the phone",
    },
    not_there: "not there yet",
};
