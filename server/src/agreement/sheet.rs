//! Laying out A4 pages from top to bottom. Measures are points; heights count from the top edge down.

use super::lines::lines;
use super::signature::Step;
use super::typeface::width_of;

/// A4.
pub const PAGE: (f32, f32) = (595.28, 841.89);
/// Left and right.
const MARGIN: f32 = 62.0;
const TOP: f32 = 66.0;
const BOTTOM: f32 = 72.0;
/// Space between the margins.
pub const MEASURE: f32 = PAGE.0 - 2.0 * MARGIN;
/// Where labels end and what they say begins.
const LABELS: f32 = 92.0;
/// Height of a line, in parts of the size.
const LEADING: f32 = 1.6;

const BODY: f32 = 10.5;
const SMALL: f32 = 8.5;
const BLACK: f32 = 0.1;
const QUIET: f32 = 0.42;
const HAIR: f32 = 0.78;

/// Something on a page.
pub enum Mark {
    /// Words from the left end of their line.
    Words { at: (f32, f32), size: f32, grey: f32, bold: bool, text: String },
    /// Words across the page, behind the rest.
    Across { size: f32, grey: f32, text: String },
    /// A level line: its left end, its width.
    Rule { at: (f32, f32), width: f32, grey: f32 },
    /// A filled rectangle: its upper left corner, width and height.
    Block { at: (f32, f32), size: (f32, f32) },
    /// Strokes, in a box of 300 by 100 whose upper left corner lies here, so many times as large.
    Strokes { at: (f32, f32), scale: f32, steps: Vec<Step> },
}

/// The pages that are being laid out.
pub struct Sheet {
    /// What is on each.
    pub pages: Vec<Vec<Mark>>,
    down: f32,
}

impl Sheet {
    /// An empty first page.
    pub fn new() -> Self {
        Self { pages: vec![Vec::new()], down: TOP }
    }

    fn put(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.push(mark);
        }
    }

    /// Makes sure of so much height; goes on to another page if this one has less.
    pub fn room(&mut self, height: f32) {
        if self.down + height > PAGE.1 - BOTTOM && self.down > TOP {
            self.pages.push(Vec::new());
            self.down = TOP;
        }
    }

    fn line(&mut self, left: f32, size: f32, (grey, bold): (f32, bool), text: String) {
        // Letters stand on a line about an ascent below the top of their row.
        let at = (left, self.down + size * (LEADING + 0.8) / 2.0);
        self.put(Mark::Words { at, size, grey, bold, text });
    }

    /// The title, in the middle.
    pub fn title(&mut self, text: &str) {
        let size = 20.0;
        let left = (PAGE.0 - width_of(text) * size) / 2.0;
        self.line(left, size, (BLACK, true), text.to_owned());
        self.down += size * LEADING;
    }

    /// A line under the title.
    pub fn subtitle(&mut self, text: &str) {
        let left = (PAGE.0 - width_of(text) * SMALL) / 2.0;
        self.line(left, SMALL, (QUIET, false), text.to_owned());
        self.down += SMALL * LEADING;
    }

    /// A heading; what follows it stays with it.
    pub fn heading(&mut self, text: &str) {
        self.room(64.0);
        self.down += 12.0;
        self.line(MARGIN, 12.5, (BLACK, true), text.to_owned());
        self.down += 12.5 * LEADING;
        self.put(Mark::Rule { at: (MARGIN, self.down), width: MEASURE, grey: HAIR });
        self.down += 5.0;
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str) {
        for line in lines(text, MEASURE / BODY) {
            self.room(BODY * LEADING);
            self.line(MARGIN, BODY, (BLACK, false), line);
            self.down += BODY * LEADING;
        }
    }

    /// A small paragraph.
    pub fn note(&mut self, text: &str) {
        for line in lines(text, MEASURE / SMALL) {
            self.room(SMALL * LEADING);
            self.line(MARGIN, SMALL, (QUIET, false), line);
            self.down += SMALL * LEADING;
        }
    }

    /// A label and what it says.
    pub fn fact(&mut self, label: &str, text: &str) {
        let said = lines(text, (MEASURE - LABELS) / BODY);
        for (line, at) in said.into_iter().zip(0..) {
            self.room(BODY * LEADING);
            if at == 0 {
                self.line(MARGIN, BODY, (QUIET, false), label.to_owned());
            }
            self.line(MARGIN + LABELS, BODY, (BLACK, false), line);
            self.down += BODY * LEADING;
        }
    }

    /// Rows of cells in columns of these parts of the measure. The first row is the head, and stands on each page.
    pub fn table(&mut self, columns: &[f32], head: &[&str], rows: &[Vec<String>]) {
        let head: Vec<String> = head.iter().map(|text| (*text).to_owned()).collect();
        self.room(3.0 * BODY * LEADING);
        self.row(columns, &head, (QUIET, false));
        for row in rows {
            let pages = self.pages.len();
            self.room(BODY * LEADING + 6.0);
            if self.pages.len() > pages {
                self.row(columns, &head, (QUIET, false));
            }
            self.row(columns, row, (BLACK, false));
        }
    }

    fn row(&mut self, columns: &[f32], cells: &[String], look: (f32, bool)) {
        let size = 9.5;
        let broken: Vec<Vec<String>> =
            cells.iter().zip(columns).map(|(cell, part)| lines(cell, (MEASURE * part - 8.0) / size)).collect();
        let rows = broken.iter().map(Vec::len).max().unwrap_or(1);
        let height = rows as f32 * size * LEADING + 4.0;
        self.room(height);
        let top = self.down + 2.0;
        let mut left = MARGIN;
        for (cell, part) in broken.into_iter().zip(columns) {
            for (text, at) in cell.into_iter().zip(0_u8..) {
                self.down = top + f32::from(at) * size * LEADING;
                self.line(left, size, look, text);
            }
            left += MEASURE * part;
        }
        self.down = top + height - 2.0;
        self.put(Mark::Rule { at: (MARGIN, self.down), width: MEASURE, grey: HAIR });
    }

    /// Three boxes beside each other, each with a heading, strokes over a line, and words under it.
    pub fn signatures(&mut self, boxes: [(String, Option<Vec<Step>>, Vec<String>); 3]) {
        let gap = 14.0;
        let width = (MEASURE - 2.0 * gap) / 3.0;
        // Five lines under the strokes.
        self.room(76.0 + 5.0 * SMALL * LEADING);
        let top = self.down;
        let mut lowest = top;
        for ((heading, strokes, words), at) in boxes.into_iter().zip(0_u8..) {
            let left = MARGIN + f32::from(at) * (width + gap);
            self.down = top + 4.0;
            self.line(left, BODY, (BLACK, true), heading);
            if let Some(steps) = strokes {
                self.put(Mark::Strokes { at: (left, top + 22.0), scale: width / 300.0, steps });
            }
            self.put(Mark::Rule { at: (left, top + 74.0), width, grey: QUIET });
            self.down = top + 76.0;
            for line in words.iter().flat_map(|words| lines(words, width / SMALL)) {
                self.line(left, SMALL, (BLACK, false), line);
                self.down += SMALL * LEADING;
            }
            lowest = lowest.max(self.down);
        }
        self.down = lowest + 6.0;
    }

    /// A code of dark and light modules at the left, and words beside it.
    pub fn code(&mut self, side: usize, dark: impl Fn(usize, usize) -> bool, words: &[(&str, &str)]) {
        let size = 104.0;
        self.room(size + 12.0);
        let (top, module) = (self.down + 6.0, size / side as f32);
        for y in 0..side {
            let mut x = 0;
            while x < side {
                let run = (x..side).take_while(|x| dark(*x, y)).count();
                if run > 0 {
                    let at = (MARGIN + x as f32 * module, top + y as f32 * module);
                    self.put(Mark::Block { at, size: (run as f32 * module, module) });
                }
                x += run.max(1);
            }
        }
        self.down = top;
        let left = MARGIN + size + 18.0;
        for (label, text) in words {
            self.line(left, SMALL, (QUIET, false), (*label).to_owned());
            self.down += SMALL * LEADING;
            for line in lines(text, (MEASURE - size - 18.0) / SMALL) {
                self.line(left, SMALL, (BLACK, false), line);
                self.down += SMALL * LEADING;
            }
            self.down += 3.0;
        }
        self.down = self.down.max(top + size) + 6.0;
    }

    /// Words across every page, behind what stands there.
    pub fn watermark(&mut self, text: &str) {
        let size = (PAGE.0 * 0.82 / width_of(text).max(1.0)).min(120.0);
        for page in &mut self.pages {
            page.insert(0, Mark::Across { size, grey: 0.91, text: text.to_owned() });
        }
    }

    /// A line at the foot of every page: something at its left, the number of the page at its right.
    pub fn footer(&mut self, text: &str, numbered: impl Fn(usize, usize) -> String) {
        let count = self.pages.len();
        for (page, at) in self.pages.iter_mut().zip(1..) {
            let down = PAGE.1 - 44.0;
            page.push(Mark::Rule { at: (MARGIN, down - 13.0), width: MEASURE, grey: HAIR });
            let words = |left, text| Mark::Words { at: (left, down), size: SMALL, grey: QUIET, bold: false, text };
            let number = numbered(at, count);
            let right = PAGE.0 - MARGIN - width_of(&number) * SMALL;
            page.push(words(MARGIN, text.to_owned()));
            page.push(words(right, number));
        }
    }
}
