//! 服务回访: what a member is asked once a month (S18), short enough for the doorstep.

use super::{for_partners, hint, item, must, picks, words, worth};
use domain::records::{Checklist, Condition, Item, ItemKind, Purpose};
use jiff::civil::Date;

/// The checklist.
#[must_use]
pub fn service(today: Date) -> Checklist {
    let step = words("服务", "Service");
    let yes = ItemKind::YesNo { good: true };
    let open = ItemKind::Choice {
        options: picks(&[
            ("none", "没有", "Nothing", 10_000),
            ("damaged", "破损没换", "Damaged goods not replaced", 0),
            ("expired", "临期没退", "Old stock not taken back", 0),
            ("unpaid", "费用没兑现", "Allowances not paid", 0),
        ]),
        many: true,
    };
    let late = Item {
        show_if: Some(Condition::Is("on_time".into(), false)),
        ..item("late", &step, words("哪一次没按时到？", "Which delivery was late?"), ItemKind::Text)
    };
    let wishes = item("wishes", &step, words("想让我们帮什么？", "What should we help with?"), ItemKind::Text);
    let items = vec![
        worth(
            10,
            must(item("on_time", &step, words("上个月的货都按时到了？", "All deliveries on time last month?"), yes)),
        ),
        late,
        worth(
            10,
            must(item("after_sales", &step, words("还有什么售后没处理？", "What after-sales work is open?"), open)),
        ),
        hint(words("原话记下来", "In their own words"), wishes),
    ];
    for_partners("service", words("服务回访", "Service visit"), Purpose::Service, items, today)
}
