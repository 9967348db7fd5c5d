//! What can be imported, and what its columns may be called.

use crate::language::Language;
use serde::{Deserialize, Serialize};

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// Shops.
    Outlets,
    /// What is sold.
    Products,
    /// Dealers.
    Dealers,
    /// Sub-distributors.
    SubDistributors,
    /// The stops of routes, a row for each.
    Routes,
}

impl Sort {
    /// All of them, the one that is wanted most first.
    pub const ALL: [Self; 5] = [Self::Outlets, Self::Products, Self::Dealers, Self::SubDistributors, Self::Routes];

    /// The name in an address.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outlets => "outlets",
            Self::Products => "products",
            Self::Dealers => "dealers",
            Self::SubDistributors => "sub_distributors",
            Self::Routes => "routes",
        }
    }

    /// The one with a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.name() == name)
    }

    /// What may be told of each.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        use Field::{
            Address, Barcode, CasePrice, Channel, Class, Code, Dealer, EnglishName, From, Latitude, Listed, Longitude,
            Millilitres, Name, Open, Order, Owner, Phone, PiecesPerCase, Position, Region, Rep, Responsible,
            RetailPrice, Route, Territory, Weekdays, Weeks,
        };
        match self {
            Self::Outlets => &[
                Code,
                Name,
                Territory,
                Class,
                Channel,
                Address,
                Owner,
                Phone,
                Latitude,
                Longitude,
                Position,
                Responsible,
                Open,
            ],
            Self::Products => {
                &[Code, Name, EnglishName, Barcode, Millilitres, PiecesPerCase, CasePrice, RetailPrice, Listed]
            }
            Self::Dealers => &[Name, Region, Owner, Phone],
            Self::SubDistributors => &[Name, Dealer, Territory, Owner, Phone],
            Self::Routes => &[Rep, Route, Weekdays, Weeks, Order, Code, From],
        }
    }

    /// By which a row is known again: without its column nothing can be imported.
    #[must_use]
    pub const fn key(self) -> Field {
        match self {
            Self::Outlets | Self::Products | Self::Routes => Field::Code,
            Self::Dealers | Self::SubDistributors => Field::Name,
        }
    }
}

/// What a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The number people say.
    Code,
    /// The name.
    Name,
    /// The name in English.
    EnglishName,
    /// The territory, by name or area.
    Territory,
    /// The region.
    Region,
    /// A to D.
    Class,
    /// The trade.
    Channel,
    /// Street and number.
    Address,
    /// Who runs it.
    Owner,
    /// How to reach them.
    Phone,
    /// Degrees north.
    Latitude,
    /// Degrees east.
    Longitude,
    /// Both in one cell.
    Position,
    /// Who supplies it.
    Responsible,
    /// The dealer it buys from.
    Dealer,
    /// Whether it still exists.
    Open,
    /// EAN-13 on the piece.
    Barcode,
    /// Contents of a piece.
    Millilitres,
    /// Pieces in a case.
    PiecesPerCase,
    /// List price of a case.
    CasePrice,
    /// Guide retail price of a piece.
    RetailPrice,
    /// Whether it is still sold.
    Listed,
    /// Who walks the route.
    Rep,
    /// What the route is called.
    Route,
    /// On which days of the week it is walked.
    Weekdays,
    /// In which weeks.
    Weeks,
    /// Which stop of the route it is.
    Order,
    /// From which day on.
    From,
}

impl Field {
    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Name => "name",
            Self::EnglishName => "english_name",
            Self::Territory => "territory",
            Self::Region => "region",
            Self::Class => "class",
            Self::Channel => "channel",
            Self::Address => "address",
            Self::Owner => "owner",
            Self::Phone => "phone",
            Self::Latitude => "latitude",
            Self::Longitude => "longitude",
            Self::Position => "position",
            Self::Responsible => "responsible",
            Self::Dealer => "dealer",
            Self::Open => "open",
            Self::Barcode => "barcode",
            Self::Millilitres => "millilitres",
            Self::PiecesPerCase => "pieces_per_case",
            Self::CasePrice => "case_price",
            Self::RetailPrice => "retail_price",
            Self::Listed => "listed",
            Self::Rep => "rep",
            Self::Route => "route",
            Self::Weekdays => "weekdays",
            Self::Weeks => "weeks",
            Self::Order => "order",
            Self::From => "from",
        }
    }

    /// What a column of it is called in an empty table to be filled in.
    #[must_use]
    pub fn title(self, language: Language) -> &'static str {
        let in_it = |title: &&&str| title.is_ascii() == (language == Language::En);
        self.titles().iter().find(in_it).copied().unwrap_or_else(|| self.name())
    }

    /// What a column of it is called, in lower case and without spaces or signs.
    pub(super) const fn titles(self) -> &'static [&'static str] {
        match self {
            Self::Code => &[
                "编号",
                "编码",
                "网点编号",
                "网点编码",
                "终端编号",
                "终端编码",
                "门店编号",
                "门店编码",
                "客户编号",
                "客户编码",
                "店铺编号",
                "店铺编码",
                "产品编号",
                "产品编码",
                "商品编码",
                "商品编号",
                "货号",
                "代码",
                "产品代码",
                "code",
                "outletcode",
                "productcode",
                "no",
                "number",
                "sku",
                "id",
            ],
            Self::Name => &[
                "名称",
                "网点名称",
                "终端名称",
                "门店名称",
                "店名",
                "店铺名称",
                "客户名称",
                "招牌",
                "产品名称",
                "商品名称",
                "品名",
                "经销商名称",
                "分销商名称",
                "伙伴名称",
                "公司名称",
                "中文名",
                "中文名称",
                "name",
                "outlet",
                "outletname",
                "shop",
                "shopname",
                "product",
                "productname",
                "store",
                "storename",
            ],
            Self::EnglishName => &["英文名", "英文名称", "english", "englishname", "nameen"],
            Self::Territory => &[
                "区域",
                "片区",
                "责任区",
                "辖区",
                "区县",
                "县区",
                "所属区域",
                "所在区域",
                "所在区县",
                "行政区",
                "行政区划",
                "省市区",
                "行政区代码",
                "街道乡镇",
                "乡镇",
                "街道",
                "业务区域",
                "territory",
                "area",
                "district",
                "county",
            ],
            Self::Region => &["大区", "地区", "所属大区", "分公司", "region"],
            Self::Class => &[
                "等级",
                "级别",
                "分类",
                "类别",
                "网点等级",
                "网点分类",
                "终端等级",
                "终端级别",
                "门店等级",
                "客户等级",
                "class",
                "grade",
                "level",
            ],
            Self::Channel => &[
                "渠道",
                "渠道类型",
                "业态",
                "网点类型",
                "终端类型",
                "门店类型",
                "店铺类型",
                "客户类型",
                "类型",
                "channel",
                "type",
                "trade",
            ],
            Self::Address => &[
                "地址",
                "详细地址",
                "网点地址",
                "门店地址",
                "店铺地址",
                "客户地址",
                "收货地址",
                "address",
                "streetaddress",
            ],
            Self::Owner => &[
                "老板",
                "店主",
                "联系人",
                "负责人",
                "法人",
                "经营者",
                "老板姓名",
                "联系人姓名",
                "owner",
                "contact",
                "contactname",
            ],
            Self::Phone => &[
                "电话",
                "手机",
                "手机号",
                "手机号码",
                "联系电话",
                "联系方式",
                "电话号码",
                "老板电话",
                "phone",
                "mobile",
                "tel",
                "telephone",
                "phonenumber",
            ],
            Self::Latitude => &["纬度", "北纬", "lat", "latitude"],
            Self::Longitude => &["经度", "东经", "lon", "lng", "long", "longitude"],
            Self::Position => &["坐标", "经纬度", "定位", "位置坐标", "position", "coordinates", "location", "lnglat"],
            Self::Responsible => &[
                "供货商",
                "供货方",
                "配送商",
                "供应商",
                "责任方",
                "服务商",
                "所属分销商",
                "supplier",
                "suppliedby",
                "responsible",
            ],
            Self::Dealer => &["经销商", "所属经销商", "上级经销商", "dealer"],
            Self::Open => &["状态", "营业状态", "是否营业", "经营状态", "open", "status"],
            Self::Barcode => &["条码", "条形码", "商品条码", "国际条码", "69码", "barcode", "ean", "ean13"],
            Self::Millilitres => &[
                "毫升",
                "净含量",
                "容量",
                "规格ml",
                "净含量ml",
                "容量ml",
                "ml",
                "millilitres",
                "milliliters",
                "volume",
            ],
            Self::PiecesPerCase => &[
                "箱规",
                "装箱数",
                "每箱瓶数",
                "每箱数量",
                "件装数",
                "瓶箱",
                "规格数",
                "piecespercase",
                "casesize",
                "pack",
            ],
            Self::CasePrice => &["箱价", "开票价", "供货价", "出厂价", "每箱价格", "经销价", "caseprice", "listprice"],
            Self::RetailPrice => &["零售价", "建议零售价", "指导价", "指导零售价", "retailprice", "rrp"],
            Self::Listed => &["在售", "是否在售", "上架", "是否上架", "listed", "active"],
            Self::Rep => &[
                "业务代表",
                "业务员",
                "业代",
                "代表",
                "销售代表",
                "业务代表姓名",
                "姓名",
                "rep",
                "repname",
                "salesrep",
                "who",
            ],
            Self::Route => &["路线", "路线名称", "路线名", "线路", "线路名称", "线路名", "route", "routename"],
            Self::Weekdays => {
                &["星期", "周几", "拜访日", "拜访星期", "拜访周几", "礼拜几", "weekday", "weekdays", "day", "days"]
            }
            Self::Weeks => &["频率", "周次", "拜访频率", "拜访频次", "频次", "周期", "weeks", "frequency", "cycle"],
            Self::Order => &["顺序", "站序", "拜访顺序", "次序", "第几站", "序号", "order", "stop", "seq", "sequence"],
            Self::From => {
                &["起始日期", "开始日期", "生效日期", "起始日", "从哪天起", "from", "start", "startdate", "begins"]
            }
        }
    }
}
