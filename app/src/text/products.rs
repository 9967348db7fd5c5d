//! What is sold, as the marketing centre looks after it.

use super::s;

/// See [`super::Text::products`].
pub struct ProductsText {
    /// The page.
    pub title: &'static str,
    /// Its row in the settings.
    pub row_more: &'static str,
    /// Opening sentence: so many are sold.
    pub head: fn(usize) -> String,
    /// Hint of the search.
    pub search: &'static str,
    /// None was found.
    pub nothing: &'static str,
    /// Nothing is picked yet.
    pub pick: &'static str,
    /// What to do then.
    pub pick_more: &'static str,
    /// It is not known here.
    pub unknown: &'static str,
    /// Button: another one.
    pub add: &'static str,
    /// Heading of a new one.
    pub new: &'static str,
    /// It is not sold any more.
    pub ended: &'static str,
    /// What that means.
    pub ended_more: &'static str,
    /// Who may change it.
    pub centre_only: &'static str,
    /// Field: the code of the price list.
    pub code: &'static str,
    /// Another product has this code.
    pub code_taken: &'static str,
    /// Field: its name.
    pub name: &'static str,
    /// Field: its English name.
    pub english: &'static str,
    /// Field: the code on the piece.
    pub barcode: &'static str,
    /// Its check digit does not fit.
    pub barcode_wrong: &'static str,
    /// Field: contents of a piece.
    pub millilitres: &'static str,
    /// Field: pieces in a case.
    pub pieces: &'static str,
    /// Not a number above nothing.
    pub count_wrong: &'static str,
    /// Field: list price of a case.
    pub case_price: &'static str,
    /// Field: guide price of a piece.
    pub retail_price: &'static str,
    /// Not an amount.
    pub price_wrong: &'static str,
    /// What lies between the two prices.
    pub margin: fn(u32) -> String,
    /// The two prices leave nothing.
    pub no_margin: &'static str,
    /// Label of the acts.
    pub acts: &'static str,
    /// The bright act.
    pub save: &'static str,
    /// The bright act for a new one.
    pub save_new: &'static str,
    /// Notice: it is changed.
    pub saved: fn(&str) -> String,
    /// Notice: it is added.
    pub added: fn(&str) -> String,
    /// Button: it is not sold any more.
    pub end: &'static str,
    /// Button: it is sold again.
    pub again: &'static str,
    /// In a list: code, contents, pieces, price.
    pub line: fn(&str, u32, u32, &str) -> String,
}

pub(super) const ZH: ProductsText = ProductsText {
    title: "产品",
    row_more: "名称、条码、箱规、价格，上架和停售",
    head: |n| format!("在卖 {n} 个产品"),
    search: "名称、编码、条码",
    nothing: "没有这样的产品",
    pick: "选一个产品",
    pick_more: "左边点一个看资料。",
    unknown: "找不到这个产品，可能还没收到。",
    add: "加产品",
    new: "新产品",
    ended: "停售",
    ended_more: "停售了：新的检查和协议里选不到，以前的还认得。",
    centre_only: "产品是全公司的，由营销中心改。",
    code: "编码",
    code_taken: "这个编码已经有产品用了。",
    name: "名称",
    english: "英文名称",
    barcode: "单品条码",
    barcode_wrong: "条码最后一位校验不对，看看是不是打错一位。",
    millilitres: "净含量（毫升）",
    pieces: "每箱几件",
    count_wrong: "填大于零的整数。",
    case_price: "一箱出厂价（元）",
    retail_price: "一件建议零售价（元）",
    price_wrong: "填金额，最多两位小数。",
    margin: |percent| format!("照建议价卖完一箱，价差占 {percent}%。"),
    no_margin: "照建议价卖完一箱还不够出厂价。",
    acts: "这个产品",
    save: "存下来",
    save_new: "加上",
    saved: |name| format!("{name}改好了"),
    added: |name| format!("{name}加上了"),
    end: "停售",
    again: "重新上架",
    line: |code, millilitres, pieces, price| format!("{code} · {millilitres} 毫升 · {pieces} 件一箱 · {price}"),
};

pub(super) const EN: ProductsText = ProductsText {
    title: "Products",
    row_more: "Names, barcodes, packs and prices; what is sold and what is not any more",
    head: |n| format!("{n} product{} on sale", s(n)),
    search: "Name, code or barcode",
    nothing: "No such product",
    pick: "Pick a product",
    pick_more: "Tap one to see what is known of it.",
    unknown: "This product is not known here. It may not have arrived yet.",
    add: "Add a product",
    new: "New product",
    ended: "ended",
    ended_more: "Not sold any more: new forms and agreements do not offer it, old ones still know it.",
    centre_only: "Products are the whole company's: the marketing centre changes them.",
    code: "Code",
    code_taken: "Another product has this code.",
    name: "Name",
    english: "English name",
    barcode: "Barcode of a piece",
    barcode_wrong: "The last digit does not fit the others: one may be mistyped.",
    millilitres: "Contents (ml)",
    pieces: "Pieces in a case",
    count_wrong: "A whole number above nothing.",
    case_price: "List price of a case (yuan)",
    retail_price: "Guide price of a piece (yuan)",
    price_wrong: "An amount with two decimals at most.",
    margin: |percent| format!("Sold at the guide price, {percent}% of a case stays between the two."),
    no_margin: "Sold at the guide price, a case does not bring in its list price.",
    acts: "This product",
    save: "Save",
    save_new: "Add",
    saved: |name| format!("{name}: changed"),
    added: |name| format!("{name}: added"),
    end: "End it",
    again: "Sell it again",
    line: |code, millilitres, pieces, price| format!("{code} · {millilitres} ml · case of {pieces} · {price}"),
};
