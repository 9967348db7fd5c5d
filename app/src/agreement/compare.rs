//! The page on which anybody who holds a paper compares it with what is on record (F51, S40). The server writes it whole:
//! it has no script and asks for no login, because a dealer has neither the app nor an account. It says what the three
//! parties know of each other anyway, and nothing more.

use crate::shell::Assets;
use crate::text::{CompareText, Texts, compare, long_day, texts};
use crate::ui::{Icon, icon, icon_small, logo, section, sprite};
use domain::Language;
use domain::Words;
use domain::records::{Agreement, Party, PartySignature};
use domain::rules::agreement::{Standing, last_day, standing};
use domain::time::Offset;
use jiff::civil::Date;
use leptos::config::LeptosOptions;
use leptos::prelude::*;

/// What came of looking for a check code.
pub enum Compared {
    /// An agreement has it.
    Known(Box<OnRecord>),
    /// None has.
    Unknown,
    /// It cannot be one.
    Unreadable,
    /// Too many questions; again after so many seconds.
    Wait(u64),
    /// The server failed.
    Failed,
}

/// An agreement, and what has to be known to speak of it.
pub struct OnRecord {
    /// The agreement.
    pub agreement: Agreement,
    /// The manufacturer's name.
    pub manufacturer: Words,
    /// The day on which it is asked for.
    pub today: Date,
    /// Where civil days begin and end.
    pub offset: Offset,
}

/// The page.
#[must_use]
pub fn compare_page(options: &LeptosOptions, language: Language, compared: &Compared) -> AnyView {
    let (t, words) = (texts(language), compare(language));
    let css = Assets::of(options).css;
    let title = format!("{}{}{}", words.title, t.frame.dot, t.frame.name);
    let (switch, other) = language.choose(("?lang=en", Language::En), ("?lang=zh", Language::Zh));
    view! {
        <!DOCTYPE html>
        <html lang=language.tag()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"/>
                <title>{title}</title>
                // Whoever holds a paper comes here, and nobody else is to.
                <meta name="robots" content="noindex"/>
                <meta name="theme-color" content="#f3f6f4" media="(prefers-color-scheme: light)"/>
                <meta name="theme-color" content="#0c1112" media="(prefers-color-scheme: dark)"/>
                <meta name="format-detection" content="telephone=no"/>
                <link rel="icon" href="/icons/favicon.svg" type="image/svg+xml"/>
                <link rel="stylesheet" href=css/>
            </head>
            <body>
                <div class="app bare">
                    <div class="screen narrow compare">
                        <header class="bar">
                            <p class="row grow">{logo()}{t.frame.name}{t.frame.dot}{words.title}</p>
                            <a class="btn text" href=switch lang=other.tag() hreflang=other.tag()>{words.other}</a>
                        </header>
                        <main class="page surf" id="main">{answer(t, words, compared)}</main>
                    </div>
                </div>
                {sprite()}
            </body>
        </html>
    }
    .into_any()
}

fn answer(t: Texts, words: &'static CompareText, compared: &Compared) -> AnyView {
    let (sentence, more) = match compared {
        Compared::Known(found) => return known(t, words, found),
        Compared::Unknown => (words.unknown.to_owned(), words.unknown_more),
        Compared::Unreadable => (words.unreadable.to_owned(), words.unreadable_more),
        Compared::Wait(seconds) => ((words.wait)(*seconds), words.wait_more),
        Compared::Failed => (words.failed.to_owned(), words.failed_more),
    };
    let which = match compared {
        Compared::Unknown => view! { <span class="returned">{icon(Icon::Warning)}</span> }.into_any(),
        _ => view! { <span class="quiet">{icon(Icon::Clock)}</span> }.into_any(),
    };
    view! {
        <div class="say">
            {which}
            <h1>{sentence}</h1>
            <p>{more}</p>
        </div>
    }
    .into_any()
}

fn known(t: Texts, words: &'static CompareText, found: &OnRecord) -> AnyView {
    let OnRecord { agreement, today, offset, .. } = found;
    let label = &t.agreement.page;
    let standing = standing(agreement, *today);
    let (class, which) = match standing {
        Standing::InForce => ("received", Icon::Check),
        Standing::Draft | Standing::Offered | Standing::Signed | Standing::Ahead => ("owed", Icon::Clock),
        Standing::Over => ("quiet", Icon::History),
    };
    let day = |date| long_day(t, date);
    let stands = [Some((t.agreement.standing)(standing).to_owned()), dated(t, words, agreement, standing)];
    let approved = agreement.approved.as_ref().map(|by| (words.approved_by)(&by.name, &day(by.at.date(*offset))));
    let facts = [
        (label.number, Some(agreement.number())),
        (label.manufacturer, Some(found.manufacturer.get(t.language).to_owned())),
        (label.dealer, Some(agreement.dealer_name.clone())),
        (label.partner, Some(agreement.candidate_name.clone())),
        (label.term, Some((t.agreement.days)(&day(agreement.terms.from), &day(agreement.terms.until)))),
        (words.stands, Some(stands.into_iter().flatten().collect::<Vec<_>>().join(t.frame.dot))),
        (words.approved, approved),
    ];
    let facts = facts.into_iter().filter_map(|(term, fact)| {
        let fact = fact?;
        Some(view! {
            <dt>{term}</dt>
            <dd>{fact}</dd>
        })
    });
    let hash = agreement.hash.clone().unwrap_or_default();
    let parties = Party::ALL.map(|party| {
        let signature = agreement.signatures.iter().find(|signature| signature.party == party);
        signed(t, party, signature, *offset)
    });
    view! {
        <div class="say">
            <span class=class>{icon(which)}</span>
            <h1>{(words.known)(standing)}</h1>
            <p>{words.known_more}</p>
        </div>
        <dl class="facts-list">{facts.collect_view()}</dl>
        {section(label.parties, "")}
        <ul class="group">{parties.collect_view()}</ul>
        {section(label.seal, "")}
        <p class="hash pad tight">{hash.clone()}</p>
        <p class="meta pad tight">{words.code_more}</p>
        {section(words.untold, "")}
        <p class="small pad tight">{words.untold_more}</p>
        <div class="pad acts no-print">
            <a class="btn" href=format!("{}#{hash}", crate::routes::agreement(agreement.id))>{words.whole}</a>
        </div>
    }
    .into_any()
}

/// When it begins, or ends before its time.
fn dated(t: Texts, words: &CompareText, agreement: &Agreement, standing: Standing) -> Option<String> {
    let ends = || (words.ends)(&long_day(t, last_day(agreement)));
    match standing {
        Standing::Ahead => Some((words.begins)(&long_day(t, agreement.terms.from))),
        Standing::Over => Some(ends()),
        _ => agreement.ended.as_ref().map(|_| ends()),
    }
}

fn signed(t: Texts, party: Party, signature: Option<&PartySignature>, offset: Offset) -> AnyView {
    let label = &t.agreement.page;
    let (class, which, said) = match signature {
        None => ("quiet", Icon::Pen, label.unsigned.to_owned()),
        Some(signature) => {
            let said = (label.signed_by)(&signature.name, &long_day(t, signature.at.date(offset)));
            let paper = signature.signature.is_empty().then(|| format!("{}{}", t.frame.dot, label.on_paper));
            ("", Icon::Check, said + paper.as_deref().unwrap_or_default())
        }
    };
    view! {
        <li>
            <div class="line">
                <span class=class>{icon_small(which)}</span>
                <span class="grow">
                    <span class="t">{(t.agreement.party)(party)}</span>
                    <span class="w">{said}</span>
                </span>
            </div>
        </li>
    }
    .into_any()
}
