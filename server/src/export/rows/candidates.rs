//! The table of candidates.

use crate::export::cell::Cell;
use crate::export::known::Known;
use crate::export::table::Row;
use domain::Scope;
use domain::records::{Candidate, CandidateSource, CandidateStage, ProposalKind};
use domain::time::Offset;

impl Row for Candidate {
    const SHEET: &'static str = "候选与成员";
    const HEAD: &'static [&'static str] = &[
        "名称",
        "联系人",
        "电话",
        "统一社会信用代码",
        "地址",
        "阶段",
        "来源",
        "竞品",
        "跟进人",
        "下一步",
        "下一步日期",
        "待批",
        "认证到期",
        "建档日期",
        "最近变动",
        "备注",
    ];

    fn may_be_in(scope: Scope) -> bool {
        matches!(scope, Scope::Region(_))
    }

    fn cells(&self, known: &Known) -> Vec<Cell> {
        row(self, known.offset).into_iter().map(|words| super::text(&words)).collect()
    }
}

fn row(candidate: &Candidate, offset: Offset) -> Vec<String> {
    let facts = &candidate.facts;
    let next = candidate.next.as_ref();
    vec![
        facts.name.clone(),
        facts.contact.clone(),
        facts.phone.clone(),
        facts.licence.clone(),
        facts.address.clone(),
        stage(candidate.stage).to_owned(),
        source(&candidate.source),
        facts.brands.join("、"),
        candidate.owner_name.clone(),
        next.map(|next| next.words.clone()).unwrap_or_default(),
        next.map(|next| next.due.to_string()).unwrap_or_default(),
        candidate.proposal.as_ref().map(|proposal| asked(&proposal.kind)).unwrap_or_default(),
        candidate.qualified_until.map(|day| day.to_string()).unwrap_or_default(),
        candidate.added_at.date(offset).to_string(),
        candidate.touched_at.date(offset).to_string(),
        facts.note.clone(),
    ]
}

const fn stage(stage: CandidateStage) -> &'static str {
    match stage {
        CandidateStage::Lead => "线索",
        CandidateStage::Contacted => "已接触",
        CandidateStage::Inspecting => "考察中",
        CandidateStage::Proposed => "待审批",
        CandidateStage::Qualified => "已认证",
        CandidateStage::Signing => "签约中",
        CandidateStage::Member => "已加入",
        CandidateStage::Suspended => "已暂停",
        CandidateStage::Eliminated => "已淘汰",
        CandidateStage::Left => "已退出",
    }
}

fn source(source: &CandidateSource) -> String {
    match source {
        CandidateSource::Existing(_) => "整合现有".to_owned(),
        CandidateSource::Targeted { criterion } if criterion.is_empty() => "定向招商".to_owned(),
        CandidateSource::Targeted { criterion } => format!("定向招商：{criterion}"),
        CandidateSource::Street => "走访招商".to_owned(),
        CandidateSource::Event(_) => "区域招商会".to_owned(),
    }
}

fn asked(kind: &ProposalKind) -> String {
    match kind {
        ProposalKind::Qualify => "申请认证".to_owned(),
        ProposalKind::Eliminate { item } => format!("申请淘汰：{item}"),
    }
}
