//! What runs were about, so that it can be seen that they were about something.

use crate::server::tables::Tables;
use domain::id::CommandId;
use serde_json::Value;
use std::collections::BTreeMap;
use sync::wire::{Outcome, QuarantineReason};

/// What the people of a run do.
const ACTS: [&str; 36] = [
    "check_in",
    "answer_item",
    "take_photo",
    "drop_photo",
    "check_out",
    "judge_photo",
    "take_back_verdict",
    "leave_task",
    "close_task",
    "place_task",
    "skip_stop",
    "unskip_stop",
    "note_sighting",
    "drop_sighting",
    "confirm_visit",
    "note_companion",
    "ask_leave",
    "withdraw_leave",
    "hand_over",
    "view_visit",
    "assign",
    "end_assignment",
    "add_candidate",
    "move_candidate",
    "claim_candidate",
    "propose_candidate",
    "rule_candidate",
    "note_claim",
    "drop_claim",
    "draft_agreement",
    "drop_agreement",
    "sign_off_ground",
    "offer_agreement",
    "sign_agreement",
    "hand_copy",
    "rule_agreement",
];

#[derive(Clone, Debug, Default)]
pub struct Tally {
    pub runs: u32,
    pub steps: u32,
    pub recorded: u32,
    pub refused_at_once: u32,
    pub applied: u32,
    pub refused: u32,
    pub blocked: u32,
    pub no_longer_theirs: u32,
    pub disabled: u32,
    pub not_understood: u32,
    pub lost: u32,
    pub repeated: u32,
    pub forks: u32,
    pub restores: u32,
    pub server_crashes: u32,
    pub phone_crashes: u32,
    pub copies: u32,
    pub set_backs: u32,
    pub damaged: u32,
    pub forgotten: u32,
    pub planted: u32,
    pub upgrades: u32,
    pub lost_photos: u32,
    pub no_room: u32,
    pub clock_jumps: u32,
    pub rotten: u32,
    pub repairs: u32,
    /// Parcels that were made, and how often one was loaded.
    pub packed: u32,
    pub loaded: u32,
    /// Commands that somebody else handed in first.
    pub carried: u32,
    /// Parcels that were handed in whole, and that got stuck.
    pub handed_in: u32,
    pub stuck: u32,
    /// Bytes that were sent after all faults had stopped, and those of them that had to be.
    pub sent: u64,
    pub useful: u64,
    /// How often each sort of act was carried out.
    pub acts: BTreeMap<String, u32>,
    /// What became of each command, in the order of the log.
    pub fates: Vec<(CommandId, &'static str)>,
}

impl Tally {
    pub fn count_outcomes(&mut self, tables: &Tables, steps: u32) {
        self.runs = 1;
        self.steps = steps;
        for line in &tables.log {
            let (counter, fate) = match &line.logged.outcome {
                Outcome::Lost => (&mut self.lost, "lost"),
                _ if line.logged.id.is_none() && sync::Body::thaw(&line.logged.body).is_ok() => {
                    (&mut self.repeated, "repeated")
                }
                Outcome::Applied { .. } => (&mut self.applied, "applied"),
                Outcome::Refused { .. } => (&mut self.refused, "refused"),
                Outcome::Blocked { .. } => (&mut self.blocked, "blocked"),
                Outcome::Quarantined { why: QuarantineReason::NoLongerTheirs } => {
                    (&mut self.no_longer_theirs, "no longer theirs")
                }
                Outcome::Quarantined { why: QuarantineReason::AccountDisabled } => (&mut self.disabled, "disabled"),
                Outcome::Quarantined { .. } => (&mut self.not_understood, "not understood"),
                Outcome::Conflict { .. } => (&mut self.repeated, "conflict"),
            };
            *counter += 1;
            self.carried += u32::from(line.bearer.is_some());
            if fate == "applied" {
                let body: Value = serde_json::from_str(&line.logged.body).expect("what was carried out could be read");
                let act = body["command"]["do"].as_str().unwrap_or_default().to_owned();
                *self.acts.entry(act).or_default() += 1;
            }
            self.fates.extend(line.logged.id.map(|id| (id, fate)));
        }
    }

    /// Adds another run's numbers; fates are each run's own.
    pub fn add(&mut self, other: &Self) {
        let pairs = [
            (&mut self.runs, other.runs),
            (&mut self.steps, other.steps),
            (&mut self.recorded, other.recorded),
            (&mut self.refused_at_once, other.refused_at_once),
            (&mut self.applied, other.applied),
            (&mut self.refused, other.refused),
            (&mut self.blocked, other.blocked),
            (&mut self.no_longer_theirs, other.no_longer_theirs),
            (&mut self.disabled, other.disabled),
            (&mut self.not_understood, other.not_understood),
            (&mut self.lost, other.lost),
            (&mut self.repeated, other.repeated),
            (&mut self.forks, other.forks),
            (&mut self.restores, other.restores),
            (&mut self.server_crashes, other.server_crashes),
            (&mut self.phone_crashes, other.phone_crashes),
            (&mut self.copies, other.copies),
            (&mut self.set_backs, other.set_backs),
            (&mut self.damaged, other.damaged),
            (&mut self.forgotten, other.forgotten),
            (&mut self.planted, other.planted),
            (&mut self.clock_jumps, other.clock_jumps),
            (&mut self.rotten, other.rotten),
            (&mut self.repairs, other.repairs),
            (&mut self.packed, other.packed),
            (&mut self.loaded, other.loaded),
            (&mut self.carried, other.carried),
            (&mut self.handed_in, other.handed_in),
            (&mut self.stuck, other.stuck),
            (&mut self.no_room, other.no_room),
            (&mut self.lost_photos, other.lost_photos),
            (&mut self.upgrades, other.upgrades),
        ];
        for (sum, more) in pairs {
            *sum += more;
        }
        self.sent += other.sent;
        self.useful += other.useful;
        for (act, more) in &other.acts {
            *self.acts.entry(act.clone()).or_default() += more;
        }
    }

    /// The sorts of things of which there was not one.
    pub fn missing(&self) -> Vec<&'static str> {
        let counts = [
            ("applied", self.applied),
            ("refused", self.refused),
            ("blocked", self.blocked),
            ("no longer theirs", self.no_longer_theirs),
            ("disabled", self.disabled),
            ("not understood", self.not_understood),
            ("lost", self.lost),
            ("repeated", self.repeated),
            ("forks", self.forks),
            ("restores", self.restores),
            ("server crashes", self.server_crashes),
            ("phone crashes", self.phone_crashes),
            ("copies", self.copies),
            ("set back", self.set_backs),
            ("damaged", self.damaged),
            ("forgotten", self.forgotten),
            ("planted", self.planted),
            ("clock jumps", self.clock_jumps),
            ("rotten", self.rotten),
            ("repairs", self.repairs),
            ("packed", self.packed),
            ("loaded", self.loaded),
            ("carried", self.carried),
            ("handed in", self.handed_in),
            ("stuck", self.stuck),
            ("no room", self.no_room),
            ("lost photos", self.lost_photos),
            ("upgrades", self.upgrades),
        ];
        let counts = counts.into_iter().filter(|(_, count)| *count == 0).map(|(name, _)| name);
        counts.chain(ACTS.into_iter().filter(|act| !self.acts.contains_key(*act))).collect()
    }
}
