//! The partners of the demo, held against the rules.

use super::recruit;
use crate::SeedOptions;
use crate::chance::Chance;
use crate::region::region;
use domain::records::{
    Agreement, AgreementState, AnyRecord, Candidate, CandidateSource, CandidateStage, Checklist, Claim, Purpose,
    QualificationRule, Visit, Weighed,
};
use domain::rules::agreement::{days_left, in_force, offerable};
use domain::rules::answer::{fits, signature_fits};
use domain::rules::ground::overlaps;
use domain::rules::qualification::{Filled, KnockedOut, Qualification, qualification};
use domain::rules::score::open_items;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

const TODAY: Date = Date::constant(2026, 11, 23);

struct Demo {
    records: Vec<AnyRecord>,
}

impl Demo {
    fn new() -> Self {
        let region = region(&SeedOptions { outlets: 60, days: 9, today: TODAY }, &Chance::new(310));
        Self { records: recruit(&region, TODAY, &Chance::new(310)).records }
    }

    fn all<R: domain::records::Record>(&self) -> Vec<R> {
        self.records.iter().filter_map(R::from_any).cloned().collect()
    }

    /// Each candidate by its name, with what the rule makes of it.
    fn weighed(&self) -> BTreeMap<String, Qualification> {
        let rule = self.all::<QualificationRule>().remove(0);
        let lists: BTreeMap<_, Checklist> = self.all::<Checklist>().into_iter().map(|list| (list.id, list)).collect();
        let (visits, claims) = (self.all::<Visit>(), self.all::<Claim>());
        let weigh = |candidate: &Candidate| {
            let of = |purpose: Purpose| -> Vec<Filled<'_>> {
                let there = visits.iter().filter(|visit| visit.outlet == candidate.place());
                there
                    .map(|visit| (&lists[&visit.checklist], visit))
                    .filter(|(list, _)| list.purpose == purpose)
                    .collect()
            };
            let said: Vec<Claim> = claims.iter().filter(|claim| claim.candidate == candidate.id).cloned().collect();
            let inspection = of(Purpose::Inspection).first().copied();
            qualification(&rule, inspection, &of(Purpose::Interview), &said, TODAY)
        };
        self.all::<Candidate>().iter().map(|candidate| (candidate.facts.name.clone(), weigh(candidate))).collect()
    }
}

#[test]
fn there_are_candidates_at_every_stage_and_from_every_source() {
    let candidates = Demo::new().all::<Candidate>();
    assert_eq!(candidates.len(), 16);
    let stages: BTreeSet<_> = candidates.iter().map(|candidate| candidate.stage).collect();
    assert_eq!(stages.len(), CandidateStage::ALL.len());
    let sources: BTreeSet<&str> = candidates
        .iter()
        .map(|candidate| match candidate.source {
            CandidateSource::Existing(_) => "existing",
            CandidateSource::Targeted { .. } => "targeted",
            CandidateSource::Street => "street",
            CandidateSource::Event(_) => "event",
        })
        .collect();
    assert_eq!(sources.len(), 4);
    assert!(candidates.iter().filter_map(|candidate| candidate.next.as_ref()).any(|next| next.due < TODAY));
}

#[test]
fn whoever_is_qualified_passes_by_the_rule_and_the_others_fail_for_their_own_reason() {
    let demo = Demo::new();
    let weighed = demo.weighed();
    for candidate in demo.all::<Candidate>() {
        use CandidateStage::{Member, Qualified, Signing, Suspended};
        if matches!(candidate.stage, Qualified | Signing | Member | Suspended) {
            assert_eq!(weighed[&candidate.facts.name].verdict, Weighed::Pass, "{}", candidate.facts.name);
        }
    }
    let apart = &weighed["学院路万家配送"];
    assert_eq!((apart.verdict, apart.disagreements.len()), (Weighed::Pass, 2));
    let large = &weighed["铁西大仓批发部"];
    assert_eq!(large.knocked_out, [KnockedOut::Mindset]);
    assert!(large.site > apart.site, "hardware does not buy a mind");
    assert!(matches!(weighed["洺关鼎盛商行"].knocked_out[..], [KnockedOut::Expired(..)]));
    assert!(matches!(weighed["新洺旺达批发"].knocked_out[..], [KnockedOut::Names { .. }]));
}

#[test]
fn every_answer_of_a_partner_visit_is_one_that_its_question_can_have_and_none_is_missing() {
    let demo = Demo::new();
    let lists: BTreeMap<_, Checklist> = demo.all::<Checklist>().into_iter().map(|list| (list.id, list)).collect();
    let mut seen = BTreeSet::new();
    for visit in demo.all::<Visit>() {
        let list = &lists[&visit.checklist];
        if list.purpose == Purpose::Shop {
            continue;
        }
        seen.insert(list.lineage.clone());
        assert_eq!(open_items(list, &visit.answers), [], "{}", list.lineage);
        for (key, answer) in &visit.answers {
            let item = list.item(key).expect("every answer has its question");
            assert_eq!(fits(item, &answer.value), Ok(()), "{key:?}");
        }
    }
    assert_eq!(seen.len(), 3);
}

#[test]
fn no_two_agreements_that_hold_ground_meet_and_the_draft_meets_exactly_one() {
    let agreements = Demo::new().all::<Agreement>();
    assert_eq!(agreements.len(), 6);
    for agreement in &agreements {
        let met = overlaps(agreement, &agreements);
        if agreement.state == AgreementState::Draft {
            assert_eq!(met.len(), 1);
            assert_eq!(
                (met[0].partner.as_str(), met[0].channels.as_slice()),
                ("滏东惠民饮料行", &["烟酒".to_owned()][..])
            );
        } else {
            assert_eq!(met, [], "{}", agreement.candidate_name);
        }
        assert_eq!(offerable(&agreement.terms), Ok(()));
        for signature in &agreement.signatures {
            assert_eq!(signature_fits(&signature.signature), Ok(()));
            assert!(!signature.signature.is_empty() || !agreement.pages.is_empty());
        }
    }
    let mut left: Vec<i64> = agreements
        .iter()
        .filter(|agreement| in_force(agreement, TODAY))
        .map(|agreement| days_left(agreement, TODAY))
        .collect();
    left.sort_unstable();
    assert_eq!(left, [25, 80, 200]);
}
