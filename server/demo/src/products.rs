//! What the fictional maker 滏泉 sells, and what stands next to it on the shelves of the demo region.
//! `region.rs` makes product records of [`PRODUCTS`]; `shelf` draws any [`Look`].

/// An RGB colour.
pub type Rgb = [u8; 3];

/// The outline of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A waisted bottle, the house shape.
    Waisted,
    /// A straight bottle with ribs, for water.
    Ribbed,
    /// A slim bottle with long shoulders, for tea without sugar.
    Slim,
    /// A large bottle of a litre or more.
    Large,
    /// A slim can, for milks.
    Can,
    /// A wide can, for fizzy drinks.
    WideCan,
}

/// Which brand's name stands on a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Brand {
    /// Ours.
    Fuquan,
    /// A competitor.
    Lingshang,
    /// A competitor.
    Dachuan,
    /// A competitor.
    Shanjing,
}

impl Brand {
    /// The name on the label.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fuquan => "滏泉",
            Self::Lingshang => "岭上",
            Self::Dachuan => "大川",
            Self::Shanjing => "山井",
        }
    }
}

/// How a piece looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Look {
    /// Whose it is.
    pub brand: Brand,
    /// Its outline.
    pub shape: Shape,
    /// What is inside, or the body of a can.
    pub liquid: Rgb,
    /// The label.
    pub label: Rgb,
    /// The writing and the stripe on the label.
    pub accent: Rgb,
    /// The cap or the lid.
    pub cap: Rgb,
}

impl Look {
    /// Whether it is one of our products.
    #[must_use]
    pub fn is_ours(&self) -> bool {
        self.brand == Brand::Fuquan
    }
}

/// A product of 滏泉.
#[derive(Clone, Copy, Debug)]
pub struct Good {
    /// The code of the price list.
    pub code: &'static str,
    /// Its Chinese name.
    pub zh: &'static str,
    /// Its English name.
    pub en: &'static str,
    /// Contents of a piece in millilitres.
    pub millilitres: u32,
    /// Pieces in a case.
    pub pack: u32,
    /// List price of a case in fen.
    pub case_fen: i64,
    /// Guide retail price of a piece in fen.
    pub piece_fen: i64,
    /// How it looks.
    pub look: Look,
}

/// The EAN-13 of the product at an index of [`PRODUCTS`]. The numbers begin with 29, which is kept for use inside
/// a shop: they can never be those of a real thing.
#[must_use]
pub fn barcode(index: usize) -> String {
    let body = format!("2903100{:05}", index * 10 + 1_008);
    let sum: u32 =
        body.bytes().enumerate().map(|(at, digit)| u32::from(digit - b'0') * if at % 2 == 0 { 1 } else { 3 }).sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}

const fn look(brand: Brand, shape: Shape, liquid: u32, label: u32, accent: u32, cap: u32) -> Look {
    Look { brand, shape, liquid: rgb(liquid), label: rgb(label), accent: rgb(accent), cap: rgb(cap) }
}

const fn rgb(hex: u32) -> Rgb {
    let [_, red, green, blue] = hex.to_be_bytes();
    [red, green, blue]
}

const fn ours(shape: Shape, liquid: u32, label: u32, accent: u32, cap: u32) -> Look {
    look(Brand::Fuquan, shape, liquid, label, accent, cap)
}

/// Code, names, millilitres, pack, case price, piece price, look: one line per product.
macro_rules! goods {
    ($($code:literal, $zh:literal, $en:literal, $ml:literal ml x $pack:literal, $case:literal / $piece:literal,
       $shape:ident $liquid:literal $label:literal $accent:literal $cap:literal;)+) => {
        [$(Good {
            code: $code, zh: $zh, en: $en, millilitres: $ml, pack: $pack, case_fen: $case, piece_fen: $piece,
            look: ours(Shape::$shape, $liquid, $label, $accent, $cap),
        }),+]
    };
}

/// The price list.
pub const PRODUCTS: [Good; 24] = goods! {
    "W380", "矿泉水 380 毫升", "Mineral water 380 ml", 380 ml x 24, 1_560 / 100, Ribbed 0xd5e9f2 0x1a66ad 0xeaf5fb 0x1a66ad;
    "W550", "矿泉水 550 毫升", "Mineral water 550 ml", 550 ml x 24, 1_800 / 150, Ribbed 0xd5e9f2 0x1a66ad 0xeaf5fb 0x1a66ad;
    "W1500", "矿泉水 1.5 升", "Mineral water 1.5 l", 1_500 ml x 12, 2_160 / 300, Large 0xcfe5f0 0x1a66ad 0xeaf5fb 0x1a66ad;
    "S410", "苏打水 410 毫升", "Soda water 410 ml", 410 ml x 15, 3_000 / 350, Slim 0xdcecec 0x6fb7a8 0xf7fbf8 0xe9f3ef;
    "T500", "冰红茶 500 毫升", "Iced black tea 500 ml", 500 ml x 24, 4_500 / 300, Waisted 0x8f4316 0xd0401d 0xf6c544 0xb8251c;
    "T1000", "冰红茶 1 升", "Iced black tea 1 l", 1_000 ml x 12, 3_360 / 450, Large 0x8f4316 0xd0401d 0xf6c544 0xb8251c;
    "G500", "茉莉绿茶 500 毫升", "Jasmine green tea 500 ml", 500 ml x 24, 4_500 / 300, Waisted 0xb4b350 0x37824a 0xe9efb5 0x2a7539;
    "G1000", "茉莉绿茶 1 升", "Jasmine green tea 1 l", 1_000 ml x 12, 3_360 / 450, Large 0xb4b350 0x37824a 0xe9efb5 0x2a7539;
    "O500", "无糖乌龙茶 500 毫升", "Oolong without sugar 500 ml", 500 ml x 15, 4_200 / 450, Slim 0xa4641f 0x29302c 0xe2c98a 0x29302c;
    "P500", "无糖茉莉花茶 500 毫升", "Jasmine tea without sugar 500 ml", 500 ml x 15, 4_200 / 450, Slim 0xc9b566 0xeef0df 0x5f7f45 0xeef0df;
    "A450", "蜜桃汁 450 毫升", "Peach juice 450 ml", 450 ml x 15, 3_900 / 400, Waisted 0xe7a384 0xf0b9c1 0xa32c55 0xd4607f;
    "C450", "橙汁 450 毫升", "Orange juice 450 ml", 450 ml x 15, 3_900 / 400, Waisted 0xefa628 0xfbf1d8 0xd9591b 0x3f8a3a;
    "H350", "山楂汁 350 毫升", "Hawthorn juice 350 ml", 350 ml x 15, 3_750 / 400, Waisted 0x9c1b29 0xf2e2c4 0x9c1b29 0xf3efe6;
    "H1000", "山楂汁 1 升", "Hawthorn juice 1 l", 1_000 ml x 8, 4_640 / 850, Large 0x9c1b29 0xf2e2c4 0x9c1b29 0xf3efe6;
    "V450", "葡萄汁 450 毫升", "Grape juice 450 ml", 450 ml x 15, 3_900 / 400, Waisted 0x572055 0xdcc9e8 0x5d2a78 0x5d2a78;
    "M500", "酸梅汤 500 毫升", "Sour plum drink 500 ml", 500 ml x 15, 3_750 / 400, Waisted 0x481a17 0xefd9a8 0x7d2416 0x7d2416;
    "N240", "核桃乳 240 毫升", "Walnut milk 240 ml", 240 ml x 20, 4_800 / 350, Can 0xb98d4e 0x4b301c 0xf0dcae 0xcfd2d4;
    "D240", "杏仁露 240 毫升", "Almond milk 240 ml", 240 ml x 20, 4_600 / 350, Can 0xe9dcc0 0x2e6c9c 0xf6efdc 0xcfd2d4;
    "F330", "橙味汽水 330 毫升", "Orange soda 330 ml", 330 ml x 24, 3_840 / 250, WideCan 0xf07f1e 0xf07f1e 0xffffff 0xcfd2d4;
    "L330", "柠檬汽水 330 毫升", "Lemon soda 330 ml", 330 ml x 24, 3_840 / 250, WideCan 0x2f9c5b 0x2f9c5b 0xf7ea4f 0xcfd2d4;
    "K500", "盐汽水 500 毫升", "Salt soda 500 ml", 500 ml x 24, 3_960 / 300, Ribbed 0xe3edf0 0xf3f6f7 0xc7302b 0xc7302b;
    "E500", "柠檬电解质水 500 毫升", "Lemon electrolyte water 500 ml", 500 ml x 15, 4_650 / 500, Slim 0xe8ecc4 0xf0d22d 0x1c4f88 0x1c4f88;
    "B500", "白桃电解质水 500 毫升", "Peach electrolyte water 500 ml", 500 ml x 15, 4_650 / 500, Slim 0xf4dfda 0xee96a4 0xffffff 0xee96a4;
    "R250", "维生素饮料 250 毫升", "Vitamin drink 250 ml", 250 ml x 24, 7_200 / 500, Can 0xd7a62c 0x7c1420 0xf5d873 0xcfd2d4;
};

/// What the competitors sell.
pub const RIVALS: [Look; 6] = [
    look(Brand::Lingshang, Shape::Waisted, 0x2b1613, 0x22408f, 0xdfe6f5, 0x15181b),
    look(Brand::Lingshang, Shape::Waisted, 0xd9831f, 0x22408f, 0xf4c95d, 0x22408f),
    look(Brand::Dachuan, Shape::Ribbed, 0xdbe8ea, 0xa81f2c, 0xf7ecec, 0xa81f2c),
    look(Brand::Dachuan, Shape::Slim, 0xc8a23c, 0x1d6a5c, 0xf0ead0, 0x154f45),
    look(Brand::Shanjing, Shape::Waisted, 0x7a3a1a, 0x3a2b6b, 0xe8b948, 0x3a2b6b),
    look(Brand::Shanjing, Shape::WideCan, 0x3d4a52, 0x3d4a52, 0xe4572e, 0xcfd2d4),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_barcode_has_a_valid_check_digit() {
        for index in 0..PRODUCTS.len() {
            let code = barcode(index);
            assert_eq!(code.len(), 13, "{code}");
            let digits = code.bytes().map(|digit| u32::from(digit - b'0'));
            let sum: u32 = digits.enumerate().map(|(at, digit)| digit * if at % 2 == 0 { 1 } else { 3 }).sum();
            assert_eq!(sum % 10, 0, "{code}");
        }
    }

    #[test]
    fn no_two_products_share_a_code_a_name_or_a_barcode() {
        assert_eq!(PRODUCTS.iter().map(|good| good.code).collect::<BTreeSet<_>>().len(), 24);
        assert_eq!(PRODUCTS.iter().map(|good| good.zh).collect::<BTreeSet<_>>().len(), 24);
        assert_eq!((0..24).map(barcode).collect::<BTreeSet<_>>().len(), 24);
    }

    #[test]
    fn a_shop_earns_on_every_product() {
        for good in &PRODUCTS {
            let shelf = good.piece_fen * i64::from(good.pack);
            assert!(good.case_fen * 10 >= shelf * 5 && good.case_fen * 10 <= shelf * 8, "{}", good.zh);
        }
    }

    #[test]
    fn three_competitors_stand_next_to_us() {
        let brands: BTreeSet<Brand> = RIVALS.iter().map(|look| look.brand).collect();
        assert_eq!(brands.len(), 3);
        assert!(RIVALS.iter().all(|look| !look.is_ours()));
    }
}
