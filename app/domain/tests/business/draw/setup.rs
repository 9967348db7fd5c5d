//! What managers set up, drawn from a number: routes, products, standards and new shops.

use super::Draw;
use domain::commands::*;
use domain::records::{AnyRecord, DisplayStandard, Kind, Outlet, Product, Weeks};
use domain::{Command, id::OutletId};

impl Draw {
    fn stops(&mut self) -> Vec<OutletId> {
        self.several(|draw| draw.id(30, 2))
    }

    fn route_change(&mut self) -> RouteChange {
        if self.coin() {
            return RouteChange::Stops {
                plan: self.id(45, 2),
                seen: self.stops(),
                stops: self.stops(),
                next: self.id(47, 6),
                name: self.maybe(Self::text),
                to: self.maybe(|draw| draw.id(20, 3)),
            };
        }
        RouteChange::New {
            plan: self.id(47, 6),
            territory: self.id(10, 3),
            name: self.text(),
            weekdays: self.several(|draw| 1 + draw.below(8) as u8),
            weeks: if self.coin() { Weeks::Every } else { Weeks::EveryNth { n: self.small(), phase: self.small() } },
            stops: self.stops(),
        }
    }

    fn picture_from(&mut self) -> PictureFrom {
        match self.below(3) {
            0 => PictureFrom::Version(self.id(5, 1)),
            1 => PictureFrom::Photo(self.id(60, 4)),
            _ => PictureFrom::Here(self.text()),
        }
    }

    fn product(&mut self) -> Product {
        match self.record(Kind::Product) {
            AnyRecord::Product(product) => Product { id: self.id(40, 6), ..product },
            other => panic!("{other:?} is no product"),
        }
    }

    fn standard(&mut self) -> DisplayStandard {
        match self.record(Kind::DisplayStandard) {
            AnyRecord::DisplayStandard(standard) => DisplayStandard { id: self.id(5, 6), ..standard },
            other => panic!("{other:?} is no standard"),
        }
    }

    fn new_outlet(&mut self) -> Outlet {
        match self.record(Kind::Outlet) {
            AnyRecord::Outlet(outlet) => Outlet { id: self.id(30, 6), ..outlet },
            other => panic!("{other:?} is no shop"),
        }
    }

    pub(super) fn act_of_setup(&mut self, name: &str) -> Command {
        match name {
            "plan_routes" => {
                PlanRoutes { rep: self.id(20, 2), from: self.day(), routes: self.several(Self::route_change) }.into()
            }
            "add_product" => AddProduct { product: self.product() }.into(),
            "change_product" => {
                let product = self.product();
                ChangeProduct {
                    product: product.id,
                    name: self.maybe(|_| product.name.clone()),
                    barcode: self.maybe(|_| product.barcode.clone()),
                    millilitres: self.maybe(|_| product.millilitres),
                    pieces_per_case: self.maybe(|_| product.pieces_per_case),
                    case_price: self.maybe(|_| product.case_price),
                    retail_price: self.maybe(|_| product.retail_price),
                    listed: self.maybe(Self::coin),
                }
                .into()
            }
            "publish_standard" => {
                PublishStandard { standard: self.standard(), picture: self.maybe(Self::picture_from) }.into()
            }
            "add_outlet" => AddOutlet { outlet: self.new_outlet() }.into(),
            other => panic!("a command that is not drawn: {other}"),
        }
    }
}
