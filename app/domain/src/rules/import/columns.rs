//! Which row holds the titles, and what each column is taken for.

use super::cell::{bare, tidy};
use super::plan::Line;
use super::{Field, Sort};

/// Titles stand in one of the first rows: above them people write what the table is, and of when.
const LOOKED_AT: usize = 15;

/// What the columns of a table are taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// Where among the lines the titles stand.
    pub at: usize,
    /// The titles, as they stand there.
    pub titles: Vec<String>,
    /// What each is taken for.
    pub fields: Vec<Option<Field>>,
}

/// The row with the most titles that are known. None if no row has any.
#[must_use]
pub fn recognise(sort: Sort, lines: &[Line]) -> Option<Columns> {
    let known = lines.iter().take(LOOKED_AT).enumerate().map(|(at, line)| {
        let fields = fields_of(sort, &line.cells);
        let found = fields.iter().flatten().count();
        (at, line, fields, found)
    });
    // Of two rows with as many the first.
    let (at, line, fields, found) = known.max_by_key(|(at, .., found)| (*found, std::cmp::Reverse(*at)))?;
    (found > 0).then(|| Columns { at, titles: line.cells.iter().map(|cell| tidy(cell)).collect(), fields })
}

/// Each field is given to one column: to the one whose title says exactly that, or else to the first that ends so.
fn fields_of(sort: Sort, cells: &[String]) -> Vec<Option<Field>> {
    let titles: Vec<String> = cells.iter().map(|cell| bare(without_note(cell))).collect();
    let mut fields: Vec<Option<Field>> = vec![None; titles.len()];
    for exact in [true, false] {
        for field in sort.fields() {
            if fields.contains(&Some(*field)) {
                continue;
            }
            // The earlier names of the list are the likelier ones.
            let free = |title: &&str| {
                titles.iter().enumerate().position(|(at, text)| fields[at].is_none() && says(text, title, exact))
            };
            if let Some(at) = field.titles().iter().find_map(free) {
                fields[at] = Some(*field);
            }
        }
    }
    fields
}

fn says(text: &str, title: &str, exact: bool) -> bool {
    // What a title is about stands at its end: 老板电话 is a phone number, and nobody's name.
    text == title || (!exact && title.chars().count() >= 2 && !title.is_ascii() && text.ends_with(title))
}

/// 电话（必填）, 电话*: the note is no part of the title.
fn without_note(title: &str) -> &str {
    title.split(['（', '(', '[', '【', '\n']).find(|part| !part.trim().is_empty()).unwrap_or(title)
}

#[cfg(test)]
mod tests {
    use super::{Field, Line, Sort, recognise};

    fn line(number: u32, cells: &[&str]) -> Line {
        Line { number, cells: cells.iter().map(|cell| (*cell).to_owned()).collect() }
    }

    #[test]
    fn titles_are_found_below_what_people_write_above_them() {
        let lines = [
            line(1, &["2026年网点台账", "", ""]),
            line(3, &["序号", " 网点编码（必填）", "店 名*", "联系电话", "老板", "备注"]),
            line(4, &["1", "HD0001", "永盛超市", "13803100001", "邢永盛", ""]),
        ];
        let columns = recognise(Sort::Outlets, &lines).unwrap();
        assert_eq!(columns.at, 1);
        let wanted = [None, Some(Field::Code), Some(Field::Name), Some(Field::Phone), Some(Field::Owner), None];
        assert_eq!(columns.fields, wanted);
    }

    #[test]
    fn a_field_is_given_to_one_column_and_to_the_one_that_says_it_best() {
        let lines = [line(1, &["老板电话", "电话", "Code", "Outlet name", "经度", "纬度"])];
        let columns = recognise(Sort::Outlets, &lines).unwrap();
        let wanted = [
            None,
            Some(Field::Phone),
            Some(Field::Code),
            Some(Field::Name),
            Some(Field::Longitude),
            Some(Field::Latitude),
        ];
        assert_eq!(columns.fields, wanted);
        assert_eq!(recognise(Sort::Outlets, &[line(1, &["甲", "乙"])]), None);
    }
}
