//! What an inspection, the interviews and what people say come to (F43-F46, S36-S39): one number, what knocks it out,
//! and what is missing. Hardware never buys the mindset: that has a floor of its own.

use crate::measure::Share;
use crate::order::InOrder;
use crate::records::{AnswerValue, Checklist, Claim, ItemKey, ItemKind, QualificationRule, Topic, Visit, Weighed};
use crate::rules::alike::same_name;
use crate::rules::claims::heard;
use crate::rules::score::{score, walk};
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A visit with the version of the checklist that it keeps.
pub type Filled<'a> = (&'a Checklist, &'a Visit);

/// A question on which two interviewers are far apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// Which.
    pub item: ItemKey,
    /// Each interviewer's name and the step they gave, the lowest first.
    pub steps: Vec<(String, u32)>,
}

/// Something that is not there yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The inspection, or its end.
    Inspection,
    /// So many more interviewers.
    Interviewers(u32),
    /// So many more sources on the turnover.
    Sources(u32),
    /// The original of a paper.
    Original(ItemKey),
}

/// Something that nothing else makes good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KnockedOut {
    /// A question of the inspection.
    Item(ItemKey),
    /// The mindset, as the mean of all interviewers that are asked for, is below its floor.
    Mindset,
    /// A paper has run out.
    Expired(ItemKey, Date),
    /// Two papers name different businesses.
    Names {
        /// The first, and what it says.
        one: (ItemKey, String),
        /// The other, and what that says.
        other: (ItemKey, String),
    },
}

/// Who inspected: the source wants the maker's rep and the dealer there together, both named (S35).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspectors {
    /// The rep.
    pub rep: String,
    /// Who came along. Nobody makes the inspection no worse, and whoever decides sees it.
    pub along: Vec<String>,
}

/// See the module.
#[derive(Clone, Debug, PartialEq)]
pub struct Qualification {
    /// Who inspected, once inspected.
    pub inspectors: Option<Inspectors>,
    /// What papers and site come to, once inspected.
    pub site: Option<Share>,
    /// What the mindset comes to: the mean of the interviewers.
    pub mindset: Option<Share>,
    /// Both by their weights.
    pub whole: Option<Share>,
    /// Where interviewers are far apart.
    pub disagreements: Vec<Disagreement>,
    /// What nothing else makes good.
    pub knocked_out: Vec<KnockedOut>,
    /// How many papers name the business, if there are two and more and they all name the same one.
    pub agreeing: Option<usize>,
    /// What is missing.
    pub missing: Vec<Missing>,
    /// What it amounts to.
    pub verdict: Weighed,
}

impl Qualification {
    /// The place in a shortlist (F47), the best first: whoever passes, then who still might, then who is below, and last whom
    /// something knocks out, however much they score; among them whoever comes to more.
    #[must_use]
    pub const fn rank(&self) -> (u8, Reverse<Option<Share>>) {
        let group = match self.verdict {
            Weighed::Pass => 0,
            Weighed::Unfinished => 1,
            Weighed::Below => 2,
            Weighed::KnockedOut => 3,
        };
        (group, Reverse(self.whole))
    }
}

/// What is known, weighed. `interviews` may hold several of one person: their last one counts.
#[must_use]
pub fn qualification(
    rule: &QualificationRule,
    inspection: Option<Filled<'_>>,
    interviews: &[Filled<'_>],
    claims: &[Claim],
    today: Date,
) -> Qualification {
    let inspection = inspection.filter(|(_, visit)| !visit.is_open());
    let interviews = last_of_each(interviews);
    let inspectors = inspection.map(|(_, visit)| Inspectors {
        rep: visit.rep_name.clone(),
        along: visit.companions.iter().map(|companion| companion.name.clone()).collect(),
    });
    let site = inspection.map(|(list, visit)| score(list, &visit.answers).share);
    let mindset = mean(interviews.iter().map(|(list, visit)| score(list, &visit.answers).share));
    let whole = site.zip(mindset).map(|(site, mindset)| weighed(rule, site, mindset));
    let mut knocked_out = Vec::new();
    let mut missing = Vec::new();
    let mut agreeing = None;
    match inspection {
        Some((list, visit)) => {
            knocked_out.extend(score(list, &visit.answers).knocked_out.into_iter().map(KnockedOut::Item));
            papers(list, visit, today, &mut knocked_out, &mut missing);
            agreeing = names(rule, visit, &mut knocked_out);
        }
        None => missing.push(Missing::Inspection),
    }
    let asked = interviews.len() as u32;
    let low = mindset.is_some_and(|mindset| mindset < rule.mindset_floor);
    // Nobody falls by the opinion of one person where two are asked for (F45): until then the other one is missing.
    if low && asked >= rule.interviewers {
        knocked_out.push(KnockedOut::Mindset);
    }
    if asked < rule.interviewers {
        missing.push(Missing::Interviewers(rule.interviewers - asked));
    }
    let agree = heard(claims).iter().find(|heard| heard.topic == Topic::Turnover).map_or(0, |heard| heard.agree);
    if (agree as u32) < rule.sources {
        missing.push(Missing::Sources(rule.sources - agree as u32));
    }
    let verdict = if !knocked_out.is_empty() {
        Weighed::KnockedOut
    } else if !missing.is_empty() {
        Weighed::Unfinished
    } else if whole.is_some_and(|whole| whole >= rule.pass) {
        Weighed::Pass
    } else {
        Weighed::Below
    };
    let disagreements = disagreements(&interviews, rule.disagreement);
    Qualification { inspectors, site, mindset, whole, disagreements, knocked_out, agreeing, missing, verdict }
}

/// The last finished interview of each interviewer.
fn last_of_each<'a>(interviews: &[Filled<'a>]) -> Vec<Filled<'a>> {
    let mut last: BTreeMap<_, Filled<'a>> = BTreeMap::new();
    for (list, visit) in interviews.iter().copied().filter(|(_, visit)| !visit.is_open()) {
        let known = last.entry(visit.rep).or_insert((list, visit));
        if visit.check_in.at > known.1.check_in.at {
            *known = (list, visit);
        }
    }
    last.into_values().collect()
}

fn mean(shares: impl Iterator<Item = Share>) -> Option<Share> {
    let (sum, count) = shares.fold((0_u32, 0_u32), |(sum, count), share| (sum + share.0, count + 1));
    sum.checked_div(count).map(Share)
}

fn weighed(rule: &QualificationRule, site: Share, mindset: Share) -> Share {
    let of = |weight: u32, share: Share| u64::from(weight) * u64::from(share.0);
    let sum = of(rule.site_weight, site) + of(rule.mindset_weight, mindset);
    let weights = u64::from(rule.site_weight) + u64::from(rule.mindset_weight);
    Share(u32::try_from(sum.checked_div(weights).unwrap_or_default()).unwrap_or_default())
}

/// Papers: run out, or only a copy was seen.
fn papers(list: &Checklist, visit: &Visit, today: Date, out: &mut Vec<KnockedOut>, missing: &mut Vec<Missing>) {
    for item in walk(list, &visit.answers).items.iter().filter(|item| matches!(item.kind, ItemKind::Document)) {
        let Some(answer) = visit.answers.get(&item.key) else { continue };
        let AnswerValue::Document { expires, original_seen, .. } = &answer.value else { continue };
        if let Some(day) = expires.filter(|day| *day < today) {
            out.push(KnockedOut::Expired(item.key.clone(), day));
        }
        if !original_seen && item.required {
            missing.push(Missing::Original(item.key.clone()));
        }
    }
}

/// Names that have to be one and the same, each held against the first; how many agree, if all do.
fn names(rule: &QualificationRule, visit: &Visit, out: &mut Vec<KnockedOut>) -> Option<usize> {
    let text = |key: &ItemKey| match visit.answers.get(key).map(|answer| &answer.value) {
        Some(AnswerValue::Text(text)) if !text.trim().is_empty() => Some((key.clone(), text.trim().to_owned())),
        _ => None,
    };
    let mut said = rule.same_name.iter().filter_map(text);
    let one = said.next()?;
    let (same, other): (Vec<_>, Vec<_>) = said.partition(|(_, name)| same_name(&one.1, name));
    let agreeing = (other.is_empty() && !same.is_empty()).then_some(same.len() + 1);
    out.extend(other.into_iter().map(|other| KnockedOut::Names { one: one.clone(), other }));
    agreeing
}

fn disagreements(interviews: &[Filled<'_>], apart: u32) -> Vec<Disagreement> {
    let mut by_item: BTreeMap<&ItemKey, Vec<(String, u32)>> = BTreeMap::new();
    for (_, visit) in interviews {
        for (item, answer) in &visit.answers {
            if let AnswerValue::Scale(step) = answer.value {
                by_item.entry(item).or_default().push((visit.rep_name.clone(), step));
            }
        }
    }
    let wide = |steps: &[(String, u32)]| {
        let all = steps.iter().map(|(_, step)| *step);
        all.clone().max().zip(all.min()).is_some_and(|(high, low)| high - low >= apart.max(1))
    };
    let wide = by_item.into_iter().filter(|(_, steps)| wide(steps));
    wide.map(|(item, mut steps)| {
        steps.order_by_key(|(_, step)| *step);
        Disagreement { item: item.clone(), steps }
    })
    .collect()
}

/// What would change the verdict (F24): the questions that lost points, the costliest first, with the share of the whole
/// that each of them is worth.
#[must_use]
pub fn would_help(
    rule: &QualificationRule,
    inspection: Option<Filled<'_>>,
    mindset: &[Filled<'_>],
) -> Vec<(ItemKey, Share)> {
    let weights = u64::from(rule.site_weight) + u64::from(rule.mindset_weight);
    let mindset = last_of_each(mindset);
    let parts = inspection.into_iter().map(|filled| (filled, u64::from(rule.site_weight), 1));
    let minds = mindset.iter().map(|filled| (*filled, u64::from(rule.mindset_weight), mindset.len() as u64));
    let mut lost: BTreeMap<ItemKey, u64> = BTreeMap::new();
    for ((list, visit), weight, of) in parts.chain(minds) {
        let score = score(list, &visit.answers);
        for item in &score.items {
            let points = u64::from(item.out_of - item.points) * 10_000 * weight;
            let share = points.checked_div(u64::from(score.out_of) * weights * of).unwrap_or_default();
            *lost.entry(item.item.clone()).or_default() += share;
        }
    }
    let mut lost: Vec<(ItemKey, Share)> = lost
        .into_iter()
        .filter(|(_, share)| *share > 0)
        .map(|(item, share)| (item, Share(u32::try_from(share).unwrap_or(10_000))))
        .collect();
    lost.order_by_key(|(item, share)| (std::cmp::Reverse(*share), item.clone()));
    lost
}
