//! What the page of an agreement shows, as the phone has it now.

use crate::agreement::promised::promised;
use crate::state::{Me, NotRecorded, Phone, State, spawn};
use crate::text::Texts;
use crate::ui::{Busy, Toast};
use domain::id::{AgreementId, VisitId};
use domain::order::InOrder;
use domain::records::{Agreement, Company, Photo, Product};
use domain::rules::guarantee::Promise;
use domain::{Command, Index, Kind, Words};
use jiff::civil::Date;
use leptos::prelude::*;

/// What it is read from.
pub const KINDS: &[Kind] = &[Kind::Agreement, Kind::Photo, Kind::Visit, Kind::Task, Kind::Claim];

/// See the module.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    pub agreement: Agreement,
    /// The one that it follows, and the one that follows it.
    pub before: Option<Agreement>,
    pub after: Option<Agreement>,
    pub products: Vec<Product>,
    /// The name of the manufacturer.
    pub manufacturer: Words,
    /// The sealed pages, in order.
    pub pages: Vec<Photo>,
    pub promises: [Promise; 4],
    pub today: Date,
}

/// Nothing if the agreement is not on this phone.
pub async fn read(phone: Phone, id: AgreementId, me: Me) -> Option<Book> {
    let agreement = phone.get::<Agreement>(id).await?;
    let others = phone.find::<Agreement>(Index::AgreementsIn(agreement.region)).await;
    let products = phone.all::<Product>().await;
    let company = phone.all::<Company>().await.into_iter().next();
    let mut pages = phone.find::<Photo>(Index::PhotosOf(VisitId(id.0))).await;
    pages.order_by_key(|photo| agreement.pages.iter().position(|page| *page == photo.id));
    let today = phone.now().date(me.offset);
    Some(Book {
        before: agreement.renews.and_then(|old| others.iter().find(|other| other.id == old).cloned()),
        after: others.iter().find(|other| other.renews == Some(id)).cloned(),
        promises: promised(phone, &agreement, &others, &products, (today, me.offset)).await,
        products,
        manufacturer: company.map(|company| company.name).unwrap_or_default(),
        pages,
        today,
        agreement,
    })
}

/// The page and whoever looks at it; cheap to copy.
#[derive(Clone, Copy)]
pub struct Desk {
    pub t: Texts,
    pub state: State,
    pub me: StoredValue<Me>,
    pub id: AgreementId,
    pub book: Memo<Option<Book>>,
    pub busy: Busy,
}

impl Desk {
    /// What the agreement says of something. Nothing while it is not there.
    pub fn of<T>(self, ask: impl FnOnce(&Book) -> T) -> Option<T> {
        self.book.with(|book| book.as_ref().map(ask))
    }

    /// Whether whoever looks may change anything: its author, and managers.
    pub fn may_write(self) -> bool {
        let (me, manages) = self.me.with_value(|me| (me.id, me.role.manages()));
        manages || self.of(|book| book.agreement.author == me).unwrap_or(false)
    }

    /// Whether whoever looks is a manager.
    pub fn manages(self) -> bool {
        self.me.with_value(|me| me.role.manages())
    }

    /// Records a command, says what became of it, and then what is to be done.
    pub fn act(
        self,
        command: impl Into<Command>,
        said: String,
        wrong: RwSignal<String>,
        done: impl FnOnce() + 'static,
    ) {
        if !self.busy.take() {
            return;
        }
        let command = command.into();
        spawn(async move {
            if self.kept(command, said, wrong).await {
                done();
            }
            self.busy.done();
        });
    }

    /// The same for what is there once and cannot be done again, such as a picture: it waits for nobody's turn, because
    /// the phone writes one after the other anyway.
    pub fn keep(self, command: impl Into<Command>, said: String, wrong: RwSignal<String>) {
        let command = command.into();
        spawn(async move {
            self.kept(command, said, wrong).await;
        });
    }

    /// Whether it was recorded; it is said either way.
    async fn kept(self, command: Command, said: String, wrong: RwSignal<String>) -> bool {
        match Phone.record(command).await {
            Ok(()) => {
                wrong.try_set(String::new());
                Toast::saved(said).show(self.state);
                true
            }
            Err(why) => {
                wrong.try_set(self.words(&why));
                false
            }
        }
    }

    fn words(self, why: &NotRecorded) -> String {
        match why {
            NotRecorded::Refused(refusal) => refusal.text(self.t.language),
            NotRecorded::NotSaved(_) => self.t.visit.not_saved.to_owned(),
        }
    }
}
