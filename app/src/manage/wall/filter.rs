//! Which photos of the wall are looked at: how they stand, and of which area, rep, class, standard and trust.

use super::shelf::Shot;
use crate::text::Texts;
use domain::records::Ruling;
use domain::rules::trust::Level;
use std::collections::BTreeMap;

/// How a photo stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has judged it.
    #[default]
    ToJudge,
    /// A second pair of eyes is wanted.
    ToAudit,
    /// Its rep waits for the answer to an appeal.
    Appealed,
    /// It looks like another one.
    Alike,
    /// It was passed.
    Passed,
    /// It was sent back.
    SentBack,
    /// Any.
    All,
}

impl Standing {
    /// In the order of their chips.
    pub const ALL: [Self; 7] =
        [Self::ToJudge, Self::ToAudit, Self::Appealed, Self::Alike, Self::Passed, Self::SentBack, Self::All];

    fn keeps(self, shot: &Shot) -> bool {
        match self {
            Self::ToJudge => waits(shot),
            Self::ToAudit => shot.audit,
            Self::Appealed => shot.photo.open_appeal().is_some(),
            Self::Alike => !shot.photo.twins.is_empty(),
            Self::Passed => shot.photo.ruling == Some(Ruling::Pass),
            Self::SentBack => shot.photo.ruling == Some(Ruling::Redo),
            Self::All => true,
        }
    }
}

/// Whether a photo waits for its first verdict.
pub fn waits(shot: &Shot) -> bool {
    shot.ended && shot.photo.ruling.is_none()
}

/// A side from which photos are picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The territory.
    Area,
    /// Who took it.
    Rep,
    /// The class of the shop.
    Class,
    /// What it is judged by.
    Standard,
    /// How far its position can be believed.
    Trust,
}

impl Side {
    /// In the order of their chips.
    pub const ALL: [Self; 5] = [Self::Standard, Self::Area, Self::Rep, Self::Class, Self::Trust];

    /// Where a photo belongs, seen from this side: a key, and its words.
    fn of(self, t: Texts, shot: &Shot) -> Option<(String, String)> {
        match self {
            Self::Area => Some((shot.photo.territory.to_string(), shot.area.get(t.language).to_owned())),
            Self::Rep => Some((shot.photo.rep.to_string(), shot.photo.rep_name.clone())),
            Self::Class => shot.class.map(|letter| (letter.to_owned(), (t.frame.class)(letter))),
            Self::Standard => shot
                .standard
                .as_ref()
                .map(|standard| (standard.lineage.clone(), standard.name.get(t.language).to_owned())),
            Self::Trust => {
                let key = match shot.trust {
                    Level::Low => "1",
                    Level::Fair => "2",
                    Level::Good => "3",
                };
                Some((key.to_owned(), (t.trust.level)(shot.trust).to_owned()))
            }
        }
    }
}

/// One choice of a side, with how many photos it would leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its key.
    pub key: String,
    /// Its words.
    pub words: String,
    /// How many.
    pub count: usize,
}

/// What is picked; nothing means all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// How they stand.
    pub standing: Standing,
    picked: [Option<String>; 5],
}

impl Filter {
    /// What is picked on a side.
    pub fn picked(&self, side: Side) -> Option<&str> {
        self.picked.get(side as usize)?.as_deref()
    }

    /// Picks on a side; an empty key takes all.
    pub fn pick(&mut self, side: Side, key: String) {
        if let Some(picked) = self.picked.get_mut(side as usize) {
            *picked = Some(key).filter(|key| !key.is_empty());
        }
    }

    /// Whether a photo is looked at.
    pub fn keeps(&self, t: Texts, shot: &Shot) -> bool {
        self.would_keep(t, shot, self.standing)
    }

    /// Whether it would be if another standing were chosen.
    pub fn would_keep(&self, t: Texts, shot: &Shot, standing: Standing) -> bool {
        standing.keeps(shot) && self.sides(t, shot, None)
    }

    fn sides(&self, t: Texts, shot: &Shot, but: Option<Side>) -> bool {
        Side::ALL.into_iter().filter(|side| Some(*side) != but).all(|side| match self.picked(side) {
            None => true,
            Some(key) => side.of(t, shot).is_some_and(|(of, _)| of == key),
        })
    }

    /// The choices of a side among the photos that the others leave. What is picked is always among them.
    pub fn choices<'a>(&self, t: Texts, side: Side, shots: impl Iterator<Item = &'a Shot>) -> Vec<Choice> {
        let mut counts: BTreeMap<String, (String, usize)> = BTreeMap::new();
        for shot in shots {
            let Some((key, words)) = side.of(t, shot) else { continue };
            let counts_here = self.standing.keeps(shot) && self.sides(t, shot, Some(side));
            if counts_here || self.picked(side) == Some(key.as_str()) {
                let (_, count) = counts.entry(key).or_insert((words, 0));
                *count += usize::from(counts_here);
            }
        }
        counts.into_iter().map(|(key, (words, count))| Choice { key, words, count }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Choice, Filter, Side, Standing};
    use crate::manage::wall::shelf::Shot;
    use crate::text::texts;
    use domain::id::{OutletId, PhotoId, TerritoryId, UserId, VisitId};
    use domain::records::{Capture, Look, Photo, PhotoRef, Ruling};
    use domain::rules::trust::Level;
    use domain::time::Moment;
    use domain::{Language, Words};
    use uuid::Uuid;

    fn shot(n: u128, rep: u128, class: &'static str, ruling: Option<Ruling>) -> Shot {
        let id = Uuid::from_u128;
        let photo = Photo {
            id: PhotoId(id(n)),
            visit: VisitId(id(1)),
            outlet: OutletId(id(1)),
            territory: TerritoryId(id(1)),
            rep: UserId(id(rep)),
            rep_name: format!("rep {rep}"),
            item: "shelf".into(),
            slot: "front".into(),
            standard: None,
            picture: PhotoRef { hash: String::new(), bytes: 1, width: 4, height: 3 },
            taken_at: Moment(0),
            fix: None,
            capture: Capture::Camera,
            look: Look::default(),
            before: None,
            kept_because: String::new(),
            twins: Vec::new(),
            annotations: Vec::new(),
            received_at: None,
            redo_of: None,
            proves: Vec::new(),
            shows: Vec::new(),
            verdict: None,
            ruling,
            appeal: None,
            audit: None,
        };
        Shot {
            photo,
            shop: String::new(),
            class: Some(class),
            area: Words::default(),
            standard: None,
            slot: None,
            trust: Level::Fair,
            ended: true,
            audit: false,
        }
    }

    fn wall() -> Vec<Shot> {
        vec![
            shot(1, 1, "A", None),
            shot(2, 1, "B", None),
            shot(3, 2, "A", None),
            shot(4, 2, "A", Some(Ruling::Pass)),
            shot(5, 2, "B", Some(Ruling::Redo)),
        ]
    }

    fn counts(filter: &Filter, side: Side) -> Vec<(String, usize)> {
        let choices = filter.choices(texts(Language::En), side, wall().iter());
        choices.into_iter().map(|Choice { words, count, .. }| (words, count)).collect()
    }

    #[test]
    fn the_count_of_a_choice_is_what_it_leaves() {
        let t = texts(Language::En);
        let mut filter = Filter { standing: Standing::All, ..Filter::default() };
        filter.pick(Side::Class, "A".to_owned());
        for choice in filter.choices(t, Side::Rep, wall().iter()) {
            let mut picked = filter.clone();
            picked.pick(Side::Rep, choice.key);
            assert_eq!(wall().iter().filter(|shot| picked.keeps(t, shot)).count(), choice.count, "{}", choice.words);
        }
        assert_eq!(counts(&filter, Side::Rep), [("rep 1".to_owned(), 1), ("rep 2".to_owned(), 2)]);
    }

    #[test]
    fn what_is_picked_can_be_let_go_even_where_it_leaves_nothing() {
        let mut filter = Filter { standing: Standing::SentBack, ..Filter::default() };
        filter.pick(Side::Class, "A".to_owned());
        assert_eq!(counts(&filter, Side::Class).len(), 2);
        assert_eq!(counts(&filter, Side::Class).first().map(|(_, count)| *count), Some(0));
        filter.pick(Side::Class, String::new());
        assert_eq!(filter.picked(Side::Class), None);
    }

    #[test]
    fn what_is_not_judged_yet_is_looked_at_first() {
        let filter = Filter::default();
        let kept = wall().iter().filter(|shot| filter.keeps(texts(Language::Zh), shot)).count();
        assert_eq!(kept, 3);
    }
}
