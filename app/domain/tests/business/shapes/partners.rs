//! The lines of candidates, agreements and alliances.

use super::{a_fix, a_look, moment};
use crate::sample::*;
use domain::Command;
use domain::commands::*;
use domain::measure::Money;
use domain::records::*;

fn every_source() -> [CandidateSource; 4] {
    [
        CandidateSource::Existing(dealer_id()),
        CandidateSource::Targeted { criterion: "红牛".into() },
        CandidateSource::Street,
        CandidateSource::Event(event_id()),
    ]
}

fn every_ruling() -> [CandidateRuling; 6] {
    use CandidateRuling::*;
    [Qualify, SendBack, Eliminate, Suspend, Resume, Exit]
}

fn full_facts() -> CandidateFacts {
    CandidateFacts { note: "有两辆车".into(), ..facts() }
}

fn a_name() -> CandidateFacts {
    CandidateFacts { name: "鑫源商贸".into(), ..CandidateFacts::default() }
}

fn a_next_step() -> NextStep {
    NextStep { words: "约看仓库".into(), due: DAY }
}

fn a_full_ground() -> Ground {
    Ground {
        ground_type: TerritoryType::County,
        areas: vec![area("130402"), area("130402001")],
        outlets: vec![ground_shop(30, "130403"), ground_shop(31, "")],
        without: vec![ground_shop(32, "130402")],
        channels: vec!["便利店".into()],
    }
}

fn full_terms() -> Terms {
    Terms {
        alliance_type: AllianceType::TerminalFill,
        ground: a_full_ground(),
        coverage: vec![Coverage { class: OutletClass::A, by: Party::SubDistributor }],
        products: vec![id(40)],
        exception: "县城由经销商直设".into(),
        more: "送货上门".into(),
        ..terms()
    }
}

fn bare_terms() -> Terms {
    Terms { prices: vec![], ..terms() }
}

fn proposal(kind: ProposalKind, words: &str) -> Proposal {
    Proposal { kind, words: words.into(), by: rep(), by_name: "李娜".into(), at: moment() }
}

fn minute(ruling: CandidateRuling) -> Minute {
    Minute {
        ruling,
        item: "仓库".into(),
        words: "太小".into(),
        weighed: None,
        proposed_by: "李娜".into(),
        by_name: "赵强".into(),
        at: moment(),
    }
}

pub fn commands() -> Vec<Command> {
    let full = Snapshot { look: a_look(), capture: Capture::File, ..a_snapshot(61) };
    let mut commands: Vec<Command> =
        every_source().map(|source| AddCandidate { facts: a_name(), source, ..add() }.into()).to_vec();
    commands.extend([
        AddCandidate { facts: full_facts(), fix: Some(a_fix()), shopfront: Some(a_snapshot(61)), ..add() }.into(),
        EditCandidate { candidate: candidate_id(), facts: full_facts(), fix: Some(a_fix()) }.into(),
        EditCandidate { candidate: candidate_id(), facts: a_name(), fix: None }.into(),
        MoveCandidate { candidate: candidate_id(), stage: CandidateStage::Contacted, next: Some(a_next_step()) }.into(),
        ClaimCandidate { candidate: candidate_id() }.into(),
        ProposeCandidate { candidate: candidate_id(), kind: ProposalKind::Qualify, words: String::new() }.into(),
        ProposeCandidate {
            candidate: candidate_id(),
            kind: ProposalKind::Eliminate { item: "仓库".into() },
            words: "太小".into(),
        }
        .into(),
    ]);
    commands
        .extend(CandidateStage::ALL.map(|stage| MoveCandidate { candidate: candidate_id(), stage, next: None }.into()));
    let nothing = String::new;
    commands.extend(every_ruling().map(|ruling| {
        RuleCandidate {
            candidate: candidate_id(),
            ruling,
            item: nothing(),
            words: nothing(),
            until: None,
            weighed: None,
        }
        .into()
    }));
    commands.push(
        RuleCandidate {
            candidate: candidate_id(),
            ruling: CandidateRuling::Eliminate,
            item: "仓库".into(),
            words: "太小".into(),
            until: Some(YEAR_END),
            weighed: None,
        }
        .into(),
    );
    let note = |topic, said, witness, name: &str| NoteClaim {
        claim: claim_id(),
        candidate: candidate_id(),
        topic,
        said,
        witness,
        witness_name: name.into(),
    };
    commands.extend(Topic::ALL.map(|topic| note(topic, Said::Number(3), Witness::Seen, "").into()));
    commands
        .extend(Witness::ALL.map(|witness| note(Topic::Credit, Said::Words("准时".into()), witness, "老赵").into()));
    let bare_event = HoldEvent {
        event: event_id(),
        region: region(),
        name: "春季招商会".into(),
        place: nothing(),
        day: DAY,
        guests: vec![],
        dealer: None,
        premises: None,
    };
    commands.extend([
        note(Topic::Turnover, Said::Amount(Money(50_000_000)), Witness::Peer, "老赵").into(),
        DropClaim { claim: claim_id() }.into(),
        bare_event.clone().into(),
        HoldEvent {
            event: event_id(),
            region: region(),
            name: "春季招商会".into(),
            place: "滏东宾馆".into(),
            day: DAY,
            guests: vec![
                Guest { name: "甲".into(), phone: nothing(), came: false, candidate: None },
                Guest { name: "乙".into(), phone: "139".into(), came: true, candidate: Some(candidate_id()) },
            ],
            dealer: None,
            premises: None,
        }
        .into(),
        HoldEvent { premises: Some(EventPremise::ALL.into()), ..bare_event.clone() }.into(),
        HoldEvent { dealer: Some(dealer_id()), ..bare_event }.into(),
        DraftAgreement { terms: bare_terms(), ..draft() }.into(),
        DraftAgreement { terms: full_terms(), renews: Some(id(201)), ..draft() }.into(),
        DropAgreement { agreement: agreement_id() }.into(),
        sign_off().into(),
        offer().into(),
        TakePage { agreement: agreement_id(), snapshot: a_snapshot(61) }.into(),
        TakePage { agreement: agreement_id(), snapshot: full }.into(),
        approve().into(),
        send_back("改一下区域").into(),
        end().into(),
    ]);
    for party in Party::ALL {
        commands.push(SignAgreement { hash: "ab".repeat(32), ..sign(party) }.into());
        commands.push(hand_copy(party).into());
    }
    commands.push(SignAgreement { hash: "ab".repeat(32), signature: nothing(), ..sign(Party::Dealer) }.into());
    let mark =
        |duty, done, words: &str| MarkDuty { alliance: alliance_id(), month: MONTH, duty, done, words: words.into() };
    commands.extend(Duty::ALL.map(|duty| mark(duty, true, "").into()));
    commands.push(mark(Duty::Orders, false, "单据齐").into());
    let guest =
        NoteGuest { event: event_id(), name: "甲".into(), phone: nothing(), came: false, invited: false, gone: false };
    commands.push(guest.clone().into());
    commands.push(NoteGuest { phone: "139".into(), came: true, ..guest.clone() }.into());
    commands.push(NoteGuest { gone: true, ..guest.clone() }.into());
    commands.extend(Weighed::ALL.map(|weighed| {
        RuleCandidate {
            candidate: candidate_id(),
            ruling: CandidateRuling::Qualify,
            item: nothing(),
            words: "只有他能送乡镇".into(),
            until: Some(YEAR_END),
            weighed: Some(weighed),
        }
        .into()
    }));
    commands.push(NoteGuest { invited: true, ..guest }.into());
    commands
}

pub fn records() -> Vec<AnyRecord> {
    let full = Candidate {
        facts: full_facts(),
        source: CandidateSource::Event(event_id()),
        stage: CandidateStage::Suspended,
        next: Some(a_next_step()),
        proposal: Some(proposal(ProposalKind::Eliminate { item: "仓库".into() }, "太小")),
        minutes: every_ruling().map(minute).to_vec(),
        qualified_until: Some(YEAR_END),
        suspended_from: Some(CandidateStage::Member),
        shopfront: Some(photo_id()),
        ..a_candidate()
    };
    let bare_minute = Minute {
        item: String::new(),
        words: String::new(),
        proposed_by: String::new(),
        ..minute(CandidateRuling::Qualify)
    };
    let proposed = Candidate {
        facts: a_name(),
        stage: CandidateStage::Proposed,
        proposal: Some(proposal(ProposalKind::Qualify, "")),
        minutes: vec![bare_minute],
        ..a_candidate()
    };
    let despite = Minute { weighed: Some(Weighed::Below), ..minute(CandidateRuling::Qualify) };
    let ending = |because: &str, note: &str| Ending {
        on: DAY,
        because: because.into(),
        dealer_note: note.into(),
        partner_note: note.into(),
        by_name: "赵强".into(),
        at: moment(),
    };
    let sealed = PartySignature { signature: String::new(), ..signature(Party::Dealer) };
    let written = Agreement { hash: None, ..an_agreement() };
    vec![
        a_candidate().into(),
        full.into(),
        proposed.into(),
        a_claim().into(),
        Claim { topic: Topic::Vehicles, said: Said::Number(2), ..claim(Witness::Seen, "", Said::Number(2)) }.into(),
        Claim { topic: Topic::Credit, ..claim(Witness::Employee, "小王", Said::Words("准时".into())) }.into(),
        a_rule().into(),
        Agreement { terms: bare_terms(), ..written.clone() }.into(),
        Agreement {
            terms: full_terms(), sent_back: "改一下区域".into(), renews: Some(id(201)), ..written.clone()
        }
        .into(),
        Agreement {
            state: AgreementState::Active,
            hash: Some("ab".repeat(32)),
            pages: vec![photo_id()],
            ended: Some(ending("", "")),
            signatures: vec![signature(Party::Manufacturer), sealed],
            copies: vec![PartyCopy { party: Party::Dealer, at: moment() }],
            approved: Some(SignOff { name: "赵强".into(), at: moment() }),
            ..agreed(written.clone())
        }
        .into(),
        Agreement { state: AgreementState::Ended, ended: Some(ending("断货", "同意")), ..written.clone() }.into(),
        Agreement { state: AgreementState::Offered, ..written.clone() }.into(),
        Agreement { state: AgreementState::Signed, ..written }.into(),
        an_alliance().into(),
        a_duty_month().into(),
        DutyMonth {
            done: vec![DutyDone { duty: Duty::Orders, words: String::new(), by_name: "李娜".into(), at: moment() }],
            ..a_duty_month()
        }
        .into(),
        an_event().into(),
        RecruitEvent { place: String::new(), guests: vec![], ..an_event() }.into(),
        RecruitEvent { premises: EventPremise::ALL.into(), ..an_event() }.into(),
        RecruitEvent { dealer: Some(dealer_id()), ..an_event() }.into(),
        a_place().into(),
        Checklist { purpose: Purpose::Inspection, ..checklist(vec![]) }.into(),
        Checklist { purpose: Purpose::Interview, ..checklist(vec![]) }.into(),
        Candidate { minutes: vec![despite], ..qualified() }.into(),
    ]
}
