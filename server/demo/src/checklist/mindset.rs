//! 经营意识访谈: the mind of a candidate, on six scales with words at every step (S39), so that two people who ask
//! mean the same by a 3.

use super::{for_partners, hint, item, must, words, worth};
use domain::records::{Checklist, Item, ItemKind, Purpose};
use jiff::civil::Date;

/// Key, question, what to ask, five anchors with the lowest first; each in Chinese and English.
type Question =
    (&'static str, (&'static str, &'static str), (&'static str, &'static str), [(&'static str, &'static str); 5]);

const QUESTIONS: [Question; 6] = [
    (
        "goals",
        ("对生意有长远打算？", "Plans for the business?"),
        ("问：三年后想做成什么样？", "Ask: where do you want to be in three years?"),
        [
            ("干一天算一天", "Lives from day to day"),
            ("想过，说不清", "Has thought of it, vaguely"),
            ("想保住现在的量", "Wants to keep what there is"),
            ("有今年的数", "Has a figure for this year"),
            ("有三年的数和办法", "Has three years' figures and a way"),
        ],
    ),
    (
        "shops",
        ("重视终端？", "Cares for the shops?"),
        ("问：手下的店分几类，怎么跑？", "Ask: how do you sort your shops and call on them?"),
        [
            ("等店里来提货", "Waits for shops to come"),
            ("只送大店", "Delivers to large shops only"),
            ("都送，不分类", "Delivers to all alike"),
            ("分了类，看心情跑", "Sorts them, calls at whim"),
            ("分类、按线跑、记下来", "Sorts, walks routes, writes it down"),
        ],
    ),
    (
        "order",
        ("守价格、不窜货？", "Keeps prices and borders?"),
        ("问：别的区来低价要货，卖不卖？", "Ask: another area wants goods cheaply; do you sell?"),
        [
            ("谁给钱卖给谁", "Sells to anybody who pays"),
            ("量大就卖", "Sells if it is much"),
            ("问一声再卖", "Asks, then sells"),
            ("不卖", "Does not sell"),
            ("不卖，还告诉我们", "Does not sell, and tells us"),
        ],
    ),
    (
        "learning",
        ("愿意学、愿意改？", "Learns and changes?"),
        ("问：去年改了什么做法？", "Ask: what did you change last year?"),
        [
            ("老办法最好", "The old way is best"),
            ("听，不做", "Listens, does nothing"),
            ("带着做才做", "Does it when led"),
            ("试过一两样", "Has tried a thing or two"),
            ("自己找新办法", "Looks for new ways"),
        ],
    ),
    (
        "focus",
        ("肯把力气放在我们的品上？", "Puts effort into our brand?"),
        ("问：现在做几个品牌，我们排第几？", "Ask: how many brands, and where do we stand?"),
        [
            ("只想拿政策", "Wants the allowances only"),
            ("顺带卖卖", "Sells us on the side"),
            ("和别家一样", "As any other"),
            ("排进前三", "Among the first three"),
            ("当主品做，有专人", "The main brand, with a person for it"),
        ],
    ),
    (
        "credit",
        ("讲信用、算得清账？", "Keeps word and books?"),
        ("看：账本，和上家的结款", "See: the books, and how suppliers are paid"),
        [
            ("欠着好几家", "Owes several suppliers"),
            ("常拖", "Is often late"),
            ("催了就结", "Pays when asked"),
            ("按月结清", "Settles every month"),
            ("现款，账目清楚", "Pays cash, books in order"),
        ],
    ),
];

/// The checklist.
#[must_use]
pub fn mindset(today: Date) -> Checklist {
    let items = QUESTIONS.iter().map(question).collect();
    for_partners("mindset", words("经营意识访谈", "Mindset interview"), Purpose::Interview, items, today)
}

fn question((key, title, ask, anchors): &Question) -> Item {
    let step = words("经营意识", "Mindset");
    let anchors = anchors.iter().map(|(zh, en)| words(zh, en)).collect();
    let scale = item(key, &step, words(title.0, title.1), ItemKind::Scale { anchors });
    hint(words(ask.0, ask.1), worth(10, must(scale)))
}
