//! Progress that is counted: a bar, the ring of a day, the bars of a score, the line of the last visits.
//! Everything is drawn with attributes, because the page's policy allows no inline style.

use leptos::prelude::*;

/// A bar.
pub fn progress(value: u64, max: u64, label: impl Into<String>) -> AnyView {
    view! { <progress class="prog" value=value.to_string() max=max.max(1).to_string() aria-label=label.into()></progress> }
        .into_any()
}

/// The day as a ring: one arc a stop. `arcs` holds the class of each: `d`, `u`, `n`, `m` or none.
pub fn ring(arcs: Vec<&'static str>, figure: String, caption: &'static str, label: String) -> AnyView {
    let count = arcs.len().max(1);
    // Thousandths, because a gap of 0.07 of a stop needs no floats.
    let dashes = format!(".93 {}.07", count - 1);
    let arcs = arcs
        .into_iter()
        .enumerate()
        .map(|(i, class)| {
            view! {
                <circle
                    class=class
                    cx="42"
                    cy="42"
                    r="37"
                    pathLength=count.to_string()
                    stroke-dasharray=dashes.clone()
                    stroke-dashoffset=format!("-{i}")
                ></circle>
            }
        })
        .collect_view();
    view! {
        <div class="ring" role="img" aria-label=label>
            <svg viewBox="0 0 84 84" aria-hidden="true">{arcs}</svg>
            <p>{figure}<small>{caption}</small></p>
        </div>
    }
    .into_any()
}

/// Points by group, with the pass mark as a tick: name, points, out of.
pub fn bars(groups: Vec<(String, u32, u32)>, pass_percent: u32, note: &'static str) -> AnyView {
    let rows = groups
        .into_iter()
        .map(|(name, points, out_of)| {
            let percent = points * 100 / out_of.max(1);
            view! {
                <span>{name}</span>
                <svg aria-hidden="true">
                    <rect class="t" y="3" width="100%" height="10" rx="3"></rect>
                    <rect class="v" y="3" width=format!("{percent}%") height="10" rx="3"></rect>
                    <rect class="k" x=format!("{pass_percent}%") width="2" height="16"></rect>
                </svg>
                <b>{points}<span class="quiet plain">{format!("/{out_of}")}</span></b>
            }
        })
        .collect_view();
    view! { <div class="bars">{rows}<span class="meta note">{note}</span></div> }.into_any()
}

/// The last numbers as a line, oldest first, with the mark to reach dashed if there is one; nothing for fewer than two.
pub fn spark(scores: &[u32], pass: Option<u32>, label: String) -> Option<AnyView> {
    if scores.len() < 2 {
        return None;
    }
    let shown = || scores.iter().copied().chain(pass);
    let low = shown().min().unwrap_or(0).saturating_sub(4);
    let high = shown().max().unwrap_or(100).saturating_add(4);
    // Pieces in stock may be many.
    let y = |score: u32| 36 - u64::from(score - low) * 32 / u64::from(high - low);
    let step = 96 / (scores.len() as u32 - 1);
    let mut path = String::new();
    for (i, score) in (0..).zip(scores) {
        path.push_str(&format!("{}{} {}", if i == 0 { "M" } else { "L" }, 4 + i * step, y(*score)));
    }
    let last = scores.last().copied().unwrap_or(low);
    let end = 4 + (scores.len() as u32 - 1) * step;
    Some(
        view! {
            <svg class="spark" viewBox="0 0 108 40" role="img" aria-label=label>
                {pass.map(|pass| view! { <path class="goal" d=format!("M4 {0}H104", y(pass))></path> })}
                <path d=path></path>
                <circle cx=end.to_string() cy=y(last).to_string() r="4.5"></circle>
            </svg>
        }
        .into_any(),
    )
}
