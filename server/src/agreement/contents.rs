//! What stands in the document, in order.

use super::sheet::Sheet;
use super::signature::steps;
use super::typeface::TypeError;
use super::{pdf, words};
use domain::id::ProductId;
use domain::records::{Agreement, Duty, GroundOutlet, Party, Photo, Product, Terms};
use domain::rules::agreement::standing;
use domain::time::Offset;
use jiff::civil::Date;
use qrcodegen::{QrCode, QrCodeEcc};

/// What a document is made of.
#[derive(Clone, Debug)]
pub struct Sources {
    /// The agreement.
    pub agreement: Agreement,
    /// The manufacturer's name.
    pub manufacturer: String,
    /// The products that it names.
    pub products: Vec<Product>,
    /// The photos of its sealed pages.
    pub pages: Vec<Photo>,
    /// The number of the one that it takes the place of.
    pub renews: Option<String>,
    /// The server's own address, for the code.
    pub origin: String,
    /// Where civil days begin and end.
    pub offset: Offset,
    /// The day on which it is printed.
    pub today: Date,
}

/// The document as a file.
///
/// # Errors
/// When the typeface is damaged.
pub fn render(sources: &Sources) -> Result<Vec<u8>, TypeError> {
    let agreement = &sources.agreement;
    let standing = standing(agreement, sources.today);
    let mut sheet = Sheet::new();
    sheet.title("三方联营协议");
    sheet.subtitle(&format!("编号 {}　{}", agreement.number(), words::standing(standing)));
    parties(&mut sheet, sources);
    ground(&mut sheet, &agreement.terms);
    coverage(&mut sheet, &agreement.terms);
    goods(&mut sheet, sources);
    term(&mut sheet, sources);
    duties(&mut sheet);
    signatures(&mut sheet, sources);
    pages(&mut sheet, sources);
    seal(&mut sheet, sources);
    if let Some(text) = words::watermark(standing) {
        sheet.watermark(text);
    }
    let short = agreement.hash.as_deref().and_then(|hash| hash.get(..16)).unwrap_or("草稿没有校验码");
    let foot = format!("协议 {}　{short}", agreement.number());
    sheet.footer(&foot, |page, count| format!("第 {page} 页，共 {count} 页"));
    pdf::write(&sheet.pages, &format!("三方联营协议 {}", agreement.number()))
}

fn parties(sheet: &mut Sheet, sources: &Sources) {
    let agreement = &sources.agreement;
    sheet.heading("各方");
    sheet.fact(words::side(Party::Manufacturer), &sources.manufacturer);
    sheet.fact(words::side(Party::Dealer), &agreement.dealer_name);
    sheet.fact(words::side(Party::SubDistributor), &agreement.candidate_name);
    if let Some(number) = &sources.renews {
        sheet.fact("续签", &format!("接替协议 {number}"));
    }
}

fn ground(sheet: &mut Sheet, terms: &Terms) {
    let ground = &terms.ground;
    sheet.heading("第一条　独家区域");
    sheet.paragraph("下列区域、渠道内，厂家和经销商在协议期内不再设第二家分销商；分销商不向区域外供货。");
    sheet.fact("区域类型", words::ground_type(ground.ground_type));
    let areas: Vec<String> = ground.areas.iter().map(|area| format!("{}（{}）", area.name, area.code)).collect();
    sheet.fact("行政区", &or(&areas, "无"));
    sheet.fact("渠道", &or(&ground.channels, "全部渠道"));
    for (label, shops) in [("另含网点", &ground.outlets), ("不含网点", &ground.without)] {
        if !shops.is_empty() {
            let shop = |shop: &GroundOutlet| match shop.area.as_str() {
                "" => shop.name.clone(),
                area => format!("{}（{area}）", shop.name),
            };
            let shops: Vec<String> = shops.iter().map(shop).collect();
            sheet.fact(label, &shops.join("、"));
        }
    }
    if !terms.exception.is_empty() {
        sheet.fact("县区直设原因", &terms.exception);
    }
}

fn coverage(sheet: &mut Sheet, terms: &Terms) {
    sheet.heading("第二条　联营方式和网点分工");
    sheet.fact("方式", words::alliance_type(terms.alliance_type));
    let rows: Vec<Vec<String>> = terms
        .coverage
        .iter()
        .map(|line| vec![format!("{} 类网点", line.class.letter()), words::party(line.by).to_owned()])
        .collect();
    sheet.table(&[0.5, 0.5], &["网点等级", "由谁开发和服务"], &rows);
}

fn goods(sheet: &mut Sheet, sources: &Sources) {
    let terms = &sources.agreement.terms;
    let name = |id: ProductId| {
        let product = sources.products.iter().find(|product| product.id == id);
        product.map_or_else(|| id.to_string(), |product| product.name.zh.clone())
    };
    sheet.heading("第三条　产品和价格");
    let products: Vec<String> = terms.products.iter().map(|id| name(*id)).collect();
    sheet.fact("产品", &or(&products, "厂家全部在售产品"));
    if terms.prices.is_empty() {
        sheet.fact("价格", "按厂家价目表");
        return;
    }
    let rows: Vec<Vec<String>> = terms
        .prices
        .iter()
        .map(|line| {
            let product = sources.products.iter().find(|product| product.id == line.product);
            let pack = product.map(|product| format!("{} 件装", product.pieces_per_case)).unwrap_or_default();
            vec![name(line.product), pack, line.price.yuan()]
        })
        .collect();
    sheet.table(&[0.56, 0.2, 0.24], &["产品", "每箱", "每箱协议价"], &rows);
    // Who has agreed on more of the way signs that as well.
    for line in &terms.prices {
        let ex_works = line.ex_works.map(|price| format!("经销商出厂价 {}", price.yuan()));
        let shop = line.shop.map(|price| format!("给终端 {}", price.yuan()));
        let parts: Vec<String> = [ex_works, shop].into_iter().flatten().collect();
        if !parts.is_empty() {
            sheet.fact(&name(line.product), &parts.join("，"));
        }
    }
    sheet.note("没有列出的产品按厂家价目表。");
}

fn term(sheet: &mut Sheet, sources: &Sources) {
    let terms = &sources.agreement.terms;
    sheet.heading("第四条　期限和配送");
    sheet.fact("期限", &format!("{}起，到 {}止", words::day(terms.from), words::day(terms.until)));
    sheet.fact("配送周期", &format!("按固定路线，每 {} 天至少送货一次", terms.cycle_days));
    if !terms.more.is_empty() {
        sheet.fact("其他约定", &terms.more);
    }
    if let Some(end) = &sources.agreement.ended {
        sheet.fact("终止日", &words::day(end.on));
        let said = [("终止原因", &end.because), ("经销商意见", &end.dealer_note), ("分销商意见", &end.partner_note)];
        for (label, text) in said.into_iter().filter(|(_, text)| !text.is_empty()) {
            sheet.fact(label, text);
        }
    }
}

fn duties(sheet: &mut Sheet) {
    sheet.heading("第五条　双方每月的责任");
    for party in [Party::Manufacturer, Party::Dealer] {
        let own = Duty::ALL.into_iter().filter(|duty| duty.party() == party);
        let own: Vec<&str> = own.map(words::duty).collect();
        sheet.fact(words::side(party), &own.join("、"));
    }
}

fn signatures(sheet: &mut Sheet, sources: &Sources) {
    let (agreement, offset) = (&sources.agreement, sources.offset);
    sheet.heading("签字");
    if let Some(by) = &agreement.ground_signed {
        let text = format!("{} 于 {} 认可第一条的边界清单", by.name, words::moment(by.at, offset));
        sheet.fact("边界确认", &text);
    }
    sheet.signatures(Party::ALL.map(|party| {
        let heading = words::side(party).to_owned();
        let Some(signature) = agreement.signatures.iter().find(|signature| signature.party == party) else {
            return (heading, None, vec!["未签字".to_owned()]);
        };
        let drawn = (!signature.signature.is_empty()).then(|| steps(&signature.signature));
        let how = if drawn.is_some() { "屏幕手写" } else { "纸质签字盖章，见附页" };
        let mut said = vec![signature.name.clone(), words::moment(signature.at, offset), how.to_owned()];
        let copy = agreement.copies.iter().find(|copy| copy.party == party);
        said.extend(copy.map(|copy| format!("已收到一份：{}", words::day(copy.at.date(offset)))));
        (heading, drawn, said)
    }));
    if let Some(by) = &agreement.approved {
        sheet.fact("厂家批准", &format!("{}，{}", by.name, words::moment(by.at, offset)));
    }
}

fn pages(sheet: &mut Sheet, sources: &Sources) {
    let agreement = &sources.agreement;
    if agreement.pages.is_empty() {
        return;
    }
    sheet.heading("附页：签字盖章的纸质页");
    let rows: Vec<Vec<String>> = agreement
        .pages
        .iter()
        .zip(1..)
        .map(|(id, number)| {
            let photo = sources.pages.iter().find(|photo| photo.id == *id);
            let (at, hash) = photo.map_or_else(Default::default, |photo| {
                (words::moment(photo.taken_at, sources.offset), photo.picture.hash.clone())
            });
            vec![format!("第 {number} 页"), at, hash]
        })
        .collect();
    sheet.table(&[0.13, 0.27, 0.6], &["页", "拍摄时间", "照片校验码 SHA-256"], &rows);
}

fn seal(sheet: &mut Sheet, sources: &Sources) {
    let Some(hash) = &sources.agreement.hash else { return };
    sheet.heading("校验");
    let address = format!("{}/compare/{hash}", sources.origin);
    let words = [
        ("内容校验码 SHA-256", hash.as_str()),
        ("核对地址", address.as_str()),
        (
            "",
            "谁都可以扫码核对，不用登录：厂家有没有这份协议、签给谁、到哪天、现在还算不算数。条款改一个字，校验码就不同。",
        ),
    ];
    // An address that is too long for a code is still there to read.
    match QrCode::encode_text(&address, QrCodeEcc::Medium) {
        Ok(code) => {
            let number = |place: usize| i32::try_from(place).unwrap_or_default();
            let side = usize::try_from(code.size()).unwrap_or_default();
            sheet.code(side, |x, y| code.get_module(number(x), number(y)), &words);
        }
        Err(_) => words.iter().for_each(|(label, text)| sheet.fact(label, text)),
    }
}

fn or(words: &[String], nothing: &str) -> String {
    if words.is_empty() { nothing.to_owned() } else { words.join("、") }
}
