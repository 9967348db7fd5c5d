//! Comma-separated values as spreadsheets read them (RFC 4180), and nothing in them that a spreadsheet would run.

/// Without this mark Excel takes Chinese for another coding.
pub const BEGINNING: &str = "\u{feff}";

/// Writes a row.
pub fn line<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (cell, at) in cells.zip(0..) {
        if at > 0 {
            text.push(',');
        }
        write(text, cell);
    }
    text.push_str("\r\n");
}

fn write(text: &mut String, cell: &str) {
    // Whatever begins like a formula is run by a spreadsheet; behind an apostrophe it is only shown. Full-width signs
    // are turned into plain ones by some.
    let runs = cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let apostrophe = if runs { "'" } else { "" };
    if runs || cell.contains([',', '"', '\n', '\r']) {
        text.push('"');
        text.push_str(apostrophe);
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::line;

    fn written(cells: &[&str]) -> String {
        let mut text = String::new();
        line(&mut text, cells.iter().copied());
        text
    }

    #[test]
    fn what_begins_like_a_formula_is_shown_and_never_run() {
        assert_eq!(written(&["=1+1", "+86", "-2", "@a", " =x"]), "\"'=1+1\",\"'+86\",\"'-2\",\"'@a\",\"' =x\"\r\n");
        assert_eq!(written(&["＝HYPERLINK"]), "\"'＝HYPERLINK\"\r\n");
    }

    #[test]
    fn commas_quotes_and_breaks_stay_inside_their_cell() {
        assert_eq!(written(&["a,b", "c\"d", "e\nf", "永盛"]), "\"a,b\",\"c\"\"d\",\"e\nf\",永盛\r\n");
        assert_eq!(written(&["", ""]), ",\r\n");
    }
}
