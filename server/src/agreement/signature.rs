//! A signature as it was drawn on the glass: SVG path data of straight and curved pieces, read into steps.

/// A piece of a stroke, in a box of 300 by 100.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// The pen goes down here.
    Move(f32, f32),
    /// Straight to here.
    Line(f32, f32),
    /// In a curve pulled by the first point to the second.
    Curve((f32, f32), (f32, f32)),
    /// Back to where the pen went down.
    Close,
}

/// Reads a path. What is no path ends it: a drawing with a piece missing is better than none.
pub fn steps(path: &str) -> Vec<Step> {
    let spaced: String = path
        .chars()
        .flat_map(|character| match character {
            'M' | 'L' | 'Q' | 'Z' => vec![' ', character, ' '],
            ',' => vec![' '],
            // A minus ends the number before it.
            '-' => vec![' ', '-'],
            other => vec![other],
        })
        .collect();
    let mut words = spaced.split_ascii_whitespace().peekable();
    let (mut steps, mut letter) = (Vec::new(), "M");
    while let Some(word) = words.peek().copied() {
        if matches!(word, "M" | "L" | "Q" | "Z") {
            words.next();
            letter = word;
            if word == "Z" {
                steps.push(Step::Close);
            }
            continue;
        }
        let mut point = || Some((words.next()?.parse().ok()?, words.next()?.parse().ok()?));
        let step = match letter {
            "M" => point().map(|(x, y)| Step::Move(x, y)),
            "L" => point().map(|(x, y)| Step::Line(x, y)),
            "Q" => point().zip(point()).map(|(pull, end)| Step::Curve(pull, end)),
            _ => None,
        };
        let Some(step) = step else { break };
        steps.push(step);
        // Further points after a move are lines.
        letter = if letter == "M" { "L" } else { letter };
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::{Step, steps};

    #[test]
    fn a_path_is_read_however_its_numbers_are_parted() {
        let wanted = [Step::Move(1.0, 2.0), Step::Curve((3.5, -4.0), (5.0, 6.0)), Step::Line(7.0, 8.0), Step::Close];
        assert_eq!(steps("M1 2Q3.5-4,5 6L7,8Z"), wanted);
        assert_eq!(steps("M 1 2 Q 3.5 -4 5 6 L 7 8 Z"), wanted);
        assert_eq!(steps("M1 2 3 4"), [Step::Move(1.0, 2.0), Step::Line(3.0, 4.0)]);
    }

    #[test]
    fn what_is_no_path_ends_it() {
        assert_eq!(steps(""), []);
        assert_eq!(steps("M1 2 L3"), [Step::Move(1.0, 2.0)]);
        assert_eq!(steps("M1 2 L. . L3 4"), [Step::Move(1.0, 2.0)]);
    }
}
