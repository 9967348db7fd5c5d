//! Each refusal in words: what happened and what to do.

use super::Refusal;
use crate::language::Language;
use crate::records::{CandidateStage, Evidence, Party};

impl Refusal {
    /// What happened and what to do, in one or two sentences.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let say = |zh: &str, en: &str| language.choose(zh, en).to_owned();
        match self {
            Self::OutletUnknown { .. } => say(
                "这家店不在你的名单里，可能已经改给别人。问一下你的经理。",
                "This shop is not on your list. It may have been given to somebody else; ask your manager.",
            ),
            Self::OutletClosed { name } => match language {
                Language::Zh => format!("{name}已经关店，不用再去。"),
                Language::En => format!("{name} has closed. No need to go there."),
            },
            Self::MoveUnfit { name } => match language {
                Language::Zh => format!("{name}已经不在原来的区域，或者那个区域没有了。什么都没改，看一下再移。"),
                Language::En => format!(
                    "{name} is no longer where it was, or that territory is gone. Nothing was changed: look again, then move it."
                ),
            },
            Self::RouteUnfit { name } => match language {
                Language::Zh => format!("路线{name}已经被改过，或者这样走不了。什么都没改，看一下再排。"),
                Language::En => format!(
                    "The route {name} has been changed meanwhile, or cannot be walked like this. Nothing was changed: look again, then plan it."
                ),
            },
            Self::NotPosted { rep_name, name } => match language {
                Language::Zh => format!("{rep_name}那天没有派到路线{name}所在的区域。先在人员里派人，再交路线。"),
                Language::En => format!(
                    "{rep_name} is not posted where the route {name} lies on that day. Post them first, then hand it over."
                ),
            },
            Self::PlaceOfPartner { name } => match language {
                Language::Zh => format!("{name}是伙伴的地点，在伙伴档案里改。"),
                Language::En => format!("{name} is a partner's place. Change it in the partner's file."),
            },
            Self::VisitUnknown { .. } => say(
                "找不到这次拜访，先把签到发上去。",
                "The visit is not known here. Its check-in has to arrive first.",
            ),
            Self::VisitExists { .. } => {
                say("这次拜访已经有了，内容不一样。", "This visit exists already, with other content.")
            }
            Self::NotYourVisit { rep_name } => match language {
                Language::Zh => format!("这是{rep_name}的拜访，只有本人能改。"),
                Language::En => format!("This is {rep_name}'s visit. Only they can change it."),
            },
            Self::VisitEnded => {
                say("已经签退，不能再改。要补的请再拜访一次。", "Already checked out. To add something, visit again.")
            }
            Self::VisitGoesOn => {
                say("这次拜访还没放下，离开时再签退。", "This visit still goes on. Check out when leaving.")
            }
            Self::ReasonNeeded => say(
                "离店远或没有定位，写一句原因就能签到。",
                "Far away or no position: a short reason is enough to check in.",
            ),
            Self::ChecklistUnknown => {
                say("这份检查表还没下载到，联网后再试。", "This checklist has not arrived yet. Try again when online.")
            }
            Self::ItemUnknown { .. } => say("检查表里没有这一项。", "This question is not on the checklist."),
            Self::AnswerOfOtherKind { .. } => say("答案的类型不对。", "The answer is of another kind than was asked."),
            Self::AnswerOutOfRange { min, max, .. } => match language {
                Language::Zh => format!("要在 {min} 到 {max} 之间。"),
                Language::En => format!("It has to be between {min} and {max}."),
            },
            Self::AnswerNotOnList { .. } => say("选项里没有这个答案。", "That answer is not one of the options."),
            Self::TooLong { limit } => match language {
                Language::Zh => format!("太长了，最多 {limit} 个字。"),
                Language::En => format!("Too long. At most {limit} characters."),
            },
            Self::ItemsOpen { items } => match language {
                Language::Zh => format!("还差 {} 项必答。", items.len()),
                Language::En => format!("{} required items are open.", items.len()),
            },
            Self::PhotoUnknown { .. } => say("找不到这张照片。", "This photo is not known here."),
            Self::PhotoExists { .. } => {
                say("这张照片已经有了，内容不一样。", "This photo exists already, with other content.")
            }
            Self::PhotoUnfit => {
                say("这张照片太大或者坏了，请重拍。", "This photo is too large or damaged. Take it again.")
            }
            Self::TooManyPhotos { limit } => match language {
                Language::Zh => format!("一次拜访最多 {limit} 张照片。"),
                Language::En => format!("At most {limit} photos in one visit."),
            },
            Self::BeforeFirst => say("先拍整改前，再拍整改后。", "Take the photo before first, then the one after."),
            Self::AfterTaken => say(
                "整改后已经拍了，整改前不能再动。要重来，先删整改后那张。",
                "The photo after is there, so the one before stays. To start over, drop the one after.",
            ),
            Self::TooManyMarks { limit } => match language {
                Language::Zh => format!("一张照片上最多标 {limit} 处。"),
                Language::En => format!("At most {limit} marks on one photo."),
            },
            Self::MarkUnfit => say("标注要画在照片里面。", "A mark has to lie on the photo."),
            Self::VisitStillOpen => {
                say("这次拜访还没签退，签退后再判。", "The visit is still open. Judge it after check-out.")
            }
            Self::JudgedByOther { judge_name } => match language {
                Language::Zh => format!("{judge_name}已经判过这张。看过他的结论再判。"),
                Language::En => format!("{judge_name} has judged this photo. Look at that verdict first."),
            },
            Self::RedoNeedsReason => say("退回要选一个原因。", "Pick a reason for the redo."),
            Self::AppealedBefore => say(
                "这张已经申诉过一次，等经理的答复，或者去重拍。",
                "You have appealed on this photo once. Wait for the answer, or take it again.",
            ),
            Self::TaskUnknown { .. } => say("找不到这个任务。", "This task is not known here."),
            Self::TaskClosed => say("这个任务已经结了。", "This task has been closed."),
            Self::TaskOpen => say("这个任务还没结。", "This task has not been closed."),
            Self::TaskStaysClosed => say(
                "只有当天结的事能撤回。要接着办，再记一件。",
                "Only what was closed today can be taken back. Note a new one.",
            ),
            Self::TaskStays => say(
                "只有当天留下的事能撤回。不用办了，就勾掉它。",
                "Only what was left today can be taken back. If it is not needed any more, tick it off.",
            ),
            Self::TaskForOther => say("这张照片不是这个任务要的。", "This photo is not the one the task asks for."),
            Self::EvidenceNeeded { evidence: Evidence::Photo } => {
                say("要一张之后拍的照片才能结。", "A photo taken since is needed to close this.")
            }
            Self::EvidenceNeeded { .. } => {
                say("写一句结果才能结。", "A sentence on what came of it is needed to close this.")
            }
            Self::EvidenceOlder => {
                say("这张照片不是这家店的，或者比任务还早。", "This photo is of another shop, or older than the task.")
            }
            Self::WordsNeeded => say("写几个字再存。", "A few words are needed here."),
            Self::AmountUnfit { most } => match language {
                Language::Zh => format!("金额要在 0 到 {} 之间。", most.yuan()),
                Language::En => format!("The amount has to be between 0 and {}.", most.yuan()),
            },
            Self::SkipExists { .. } => say("这一站已经跳过了。", "This stop has been left out already."),
            Self::SkipUnknown { .. } => say("这一站没有跳过。", "This stop is not left out."),
            Self::SightingUnknown { .. } => say("找不到这条竞品记录。", "This sighting is not known here."),
            Self::TooManyCompanions { limit } => match language {
                Language::Zh => format!("一次拜访最多记 {limit} 个同行的人。"),
                Language::En => format!("At most {limit} people can come along on one visit."),
            },
            Self::LeaveUnfit => say(
                "请假的日期不对，或者不是你的区域。最长三个月。",
                "The dates of the leave do not fit, or the territory is not yours. Three months at most.",
            ),
            Self::LeaveSettled => say(
                "已经有人接手，或者已经撤回。要改找经理。",
                "Somebody steps in already, or it was taken back. Ask your manager to change it.",
            ),
            Self::HandOverGone => say(
                "这次交接已经变了，或者假期已经过了。打开请假看现在是谁。",
                "This hand-over has changed, or the leave is over. Look under leave for who steps in now.",
            ),
            Self::NotYourRole => say("你的角色不能做这件事。", "Your role cannot do this."),
            Self::OutsideYourArea { name } if name.is_empty() => say("这不在你的区域里。", "This is not in your area."),
            Self::OutsideYourArea { name } => match language {
                Language::Zh => format!("{name}不在你的区域里。"),
                Language::En => format!("{name} is not in your area."),
            },
            Self::PostingUnfit => {
                say("人员、区域和日期对不上。", "The person, the territory and the dates do not fit together.")
            }
            Self::CandidateUnknown { .. } => {
                say("找不到这个候选伙伴，可能还没同步到。", "This candidate is not known here yet.")
            }
            Self::CandidateExists { .. } => say("这个候选伙伴已经有了。", "This candidate exists already."),
            Self::NotYourCandidate { owner_name } => match language {
                Language::Zh => format!("{owner_name}在跟进这家。要接手，先认领。"),
                Language::En => format!("{owner_name} looks after this one. Take it over first."),
            },
            Self::StageUnfit { stage } => match language {
                Language::Zh => format!("这家现在是“{}”，不能这样改。", stage_name(*stage, language)),
                Language::En => format!("That cannot be done at this stage: {}.", stage_name(*stage, language)),
            },
            Self::ClaimUnknown => {
                say("找不到这条说法，或者不是你记的。", "This claim is not known here, or not yours.")
            }
            Self::SaidUnfit { topic } if topic.is_words() => say("这一项要写几个字。", "This is said in words."),
            Self::SaidUnfit { topic } if topic.is_amount() => {
                say("这一项要填金额，例如 800。", "This is an amount, such as 800.")
            }
            Self::SaidUnfit { .. } => say("这一项要填数字，例如 12。", "This is a number, such as 12."),
            Self::EventUnknown => say("找不到这场招商会。", "This event is not known here."),
            Self::TooMany { limit } => match language {
                Language::Zh => format!("太多了，最多 {limit} 个。"),
                Language::En => format!("Too many. At most {limit}."),
            },
            Self::DatesUnfit => say("日期不对，请重新选。", "The date does not fit. Pick another one."),
            Self::GoalUnknown => {
                say("找不到这个目标，可能已经取消了。", "This goal is not known here. It may have been called off.")
            }
            Self::GoalUnfit => say(
                "目标的区域、种类和月份不能改；客户开发按档案自动数，不用填。",
                "Territory, kind and month of a goal stay as they are; partners are counted from their files and not reported.",
            ),
            Self::StepUnknown => {
                say("找不到这一步，可能已经删了。", "This step is not known here. It may have been taken away.")
            }
            Self::HelpUnknown => say("找不到这条求助，可能还没收到。", "This call for help is not known here yet."),
            Self::HelpSettled => say("这条求助已经解决了。", "This call for help is settled already."),
            Self::HelpTaken { by_name } => match language {
                Language::Zh => format!("{by_name}已经接了。"),
                Language::En => format!("{by_name} has taken it already."),
            },
            Self::DealerUnknown => say("找不到这家经销商。", "This dealer is not known here."),
            Self::AllianceUnknown => say("找不到这个联合体。", "This alliance is not known here."),
            Self::AgreementUnknown { .. } => {
                say("找不到这份协议，可能还没同步到。", "This agreement is not known here yet.")
            }
            Self::NotYourAgreement { author_name } => match language {
                Language::Zh => format!("这份协议是{author_name}写的，只有本人和经理能改。"),
                Language::En => format!("{author_name} writes this agreement. Only they and a manager change it."),
            },
            Self::AgreementFrozen { number } => match language {
                Language::Zh => format!("协议 {number} 已经定稿，不能这样改。"),
                Language::En => format!("Agreement {number} is frozen and does not change like this."),
            },
            Self::AgreementRuns { number } => match language {
                Language::Zh => format!("协议 {number} 还占着区域：先退回或终止它，再来办。"),
                Language::En => format!(
                    "Agreement {number} still holds its ground. Send it back or end it first, and then come back to this."
                ),
            },
            Self::NotOffered => say("协议还没定稿，先定稿再签。", "The agreement is a draft. Freeze it first."),
            Self::TermTooShort { until } => match language {
                Language::Zh => format!("合作期限至少一年，最早到 {until}。"),
                Language::En => format!("The term is a year at least: until {until} or later."),
            },
            Self::TermTooLong { until } => match language {
                Language::Zh => format!("期限太长，最晚到 {until}。"),
                Language::En => format!("The term is too long: until {until} at the latest."),
            },
            Self::CycleTooLong { most } => match language {
                Language::Zh => format!("配送周期最长 {most} 天。"),
                Language::En => format!("At most {most} days between two deliveries."),
            },
            Self::GroundEmpty => say("还没划区域。", "The ground is empty. Pick areas or shops."),
            Self::GroundTooLarge { areas, outlets } => match language {
                Language::Zh => format!("最多 {areas} 个区域、{outlets} 家店。"),
                Language::En => format!("At most {areas} areas and {outlets} shops."),
            },
            Self::AreaUnfit => say("区域代码不对，要 6 位或 9 位数字。", "An area code has six or nine digits."),
            Self::ShopUnplaced { shop } => match language {
                Language::Zh => format!("还没选{shop}在哪个区划。在单店里选好再来。"),
                Language::En => {
                    format!("Nobody has said in which area {shop} lies. Say so in the list of single shops.")
                }
            },
            Self::CoverageUnfit => {
                say("还没写清哪类店由谁开发。", "It is not said who develops which class of outlets.")
            }
            Self::ExceptionNeeded => say(
                "县区由地级经销商负责，直接设点要写明理由。",
                "A county is the dealer's. Say why a partner is appointed there directly.",
            ),
            Self::GroundNotSigned => say(
                "区域清单还没确认，先请对方确认。",
                "The boundary list is not agreed to yet. Let the partner agree first.",
            ),
            Self::GroundTaken { number, partner, places } => match language {
                Language::Zh => {
                    format!("{}已经由{partner}独家经营（协议 {number}）。草稿还在，改一下区域再来。", places.join("、"))
                }
                Language::En => format!(
                    "{} is {partner}'s alone (agreement {number}). Your draft is kept: change its boundary and try again.",
                    places.join(", ")
                ),
            },
            Self::TermsDiffer => {
                say("协议内容已经变了，重新看过再签。", "The terms have changed. Read them again before signing.")
            }
            Self::SignatureNeeded => {
                say("在屏幕上签字，或者先拍盖章页。", "Sign on the glass, or photograph the sealed page first.")
            }
            Self::SignedBefore => say("这一方已经签过。", "That party has signed already."),
            Self::SignaturesMissing { parties } => match language {
                Language::Zh => format!("还没签：{}。", party_names(parties, language)),
                Language::En => format!("Not signed yet: {}.", party_names(parties, language)),
            },
            Self::CopiesMissing { parties } => match language {
                Language::Zh => format!("还没拿到副本：{}。", party_names(parties, language)),
                Language::En => format!("No copy yet: {}.", party_names(parties, language)),
            },
            Self::ProductUnfit => say(
                "这个产品存不了：看一下条码、每箱几件和净含量，或者它已经有了。",
                "This product cannot be kept. Look at the barcode, the pieces in a case and the contents, or whether it is there already.",
            ),
            Self::StandardUnfit => say(
                "这个陈列标准用不了：至少一个等级、一个要点，要点要在图上。",
                "Nothing can be held against this standard. It needs a class and a point, and its points lie on the picture.",
            ),
            Self::CodeTaken { code } => match language {
                Language::Zh => format!("编号“{code}”已经有人用了，换一个编号再存。"),
                Language::En => format!("The code {code} is taken. Give it another one and save it again."),
            },
            Self::OutletUnfit => say(
                "这家店加不了：它已经有了，或者位置不对。",
                "This shop cannot be added. It is there already, or its position is none.",
            ),
            Self::FormUnfit => say(
                "这份表填不了：看一下每一项的名称、选项和分值。",
                "Nobody could fill this form in. Look at the names, options and points of each question.",
            ),
            Self::NotQualified { name } => match language {
                Language::Zh => format!("{name}还没通过资质认证，或者认证过期了。"),
                Language::En => format!("{name} is not qualified, or not any more."),
            },
            Self::QuarantineUnknown => {
                say("找不到这一条，可能还没收到。", "This one is not known here. It may not have arrived yet.")
            }
            Self::ReviewedBefore { judge_name } => match language {
                Language::Zh => format!("{judge_name}已经处理过这一条。"),
                Language::En => format!("{judge_name} has decided about this one already."),
            },
            Self::NotAcceptable => say(
                "这一条读不懂，不能收下。写上原因退给本人。",
                "Nobody can read this one, so it cannot be accepted. Send it back with a reason.",
            ),
            Self::ReturnedBy { judge_name, because } => {
                let because = because.trim().trim_end_matches(['。', '.']);
                match language {
                    Language::Zh => format!("{judge_name}看过，没有收：{because}。"),
                    Language::En => format!("{judge_name} looked at it and did not take it: {because}."),
                }
            }
        }
    }
}

fn stage_name(stage: CandidateStage, language: Language) -> &'static str {
    let (zh, en) = match stage {
        CandidateStage::Lead => ("线索", "lead"),
        CandidateStage::Contacted => ("已接触", "contacted"),
        CandidateStage::Inspecting => ("考察中", "being inspected"),
        CandidateStage::Proposed => ("待审批", "waiting for approval"),
        CandidateStage::Qualified => ("已认证", "qualified"),
        CandidateStage::Signing => ("签约中", "signing"),
        CandidateStage::Member => ("已加入", "member"),
        CandidateStage::Suspended => ("已暂停", "suspended"),
        CandidateStage::Eliminated => ("已淘汰", "cut"),
        CandidateStage::Left => ("已退出", "has left"),
    };
    language.choose(zh, en)
}

fn party_names(parties: &[Party], language: Language) -> String {
    let name = |party: &Party| match party {
        Party::Manufacturer => language.choose("厂家", "manufacturer"),
        Party::Dealer => language.choose("经销商", "dealer"),
        Party::SubDistributor => language.choose("分销商", "sub-distributor"),
    };
    parties.iter().map(name).collect::<Vec<_>>().join(language.choose("、", ", "))
}
