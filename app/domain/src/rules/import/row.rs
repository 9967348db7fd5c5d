//! A row while it is read: what stands in it under a field, and what is wrong with it.

use super::cell;
use super::{Fault, Field, Why};
use crate::code::Code;
use crate::limits::{CODE_CHARS, SHORT_TEXT_CHARS};
use crate::measure::Money;

/// Longest part of a cell that is shown again, in characters.
const SHOWN: usize = 60;

/// See the module.
pub(super) struct Row<'a> {
    /// As the spreadsheet counts.
    pub number: u32,
    cells: &'a [String],
    columns: &'a [Option<Field>],
    /// What is wrong so far.
    pub faults: Vec<Fault>,
}

impl<'a> Row<'a> {
    pub fn new(number: u32, cells: &'a [String], columns: &'a [Option<Field>]) -> Self {
        Self { number, cells, columns, faults: Vec::new() }
    }

    fn column(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| *column == Some(field))
    }

    /// What stands there, tidied; none if nothing does.
    pub fn get(&self, field: Field) -> Option<String> {
        let text = cell::tidy(self.cells.get(self.column(field)?)?);
        let nothing = if field == Field::Name { text.is_empty() } else { cell::is_nothing(&text) };
        (!nothing).then_some(text)
    }

    /// Says that something is wrong.
    pub fn wrong(&mut self, field: Field, why: Why) {
        let column = self.column(field);
        let read = column.and_then(|column| self.cells.get(column)).map(|cell| cell.chars().take(SHOWN).collect());
        let column = column.and_then(|column| u16::try_from(column).ok());
        self.faults.push(Fault { row: self.number, column, field, read: read.unwrap_or_default(), why });
    }

    /// What stands there as something, unless that cannot be made of it.
    pub fn read<T>(&mut self, field: Field, why: Why, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.get(field)?;
        let value = read(&text);
        if value.is_none() {
            self.wrong(field, why);
        }
        value
    }

    /// A text that keeps to the limit.
    pub fn text(&mut self, field: Field) -> Option<String> {
        let limit = u32::try_from(SHORT_TEXT_CHARS).unwrap_or(u32::MAX);
        self.read(field, Why::TooLong { limit }, |text| {
            (text.chars().count() <= SHORT_TEXT_CHARS).then(|| text.to_owned())
        })
    }

    /// The code of a shop or a product, which people say.
    pub fn short_code(&mut self, field: Field) -> Option<String> {
        let code = self.code(field)?;
        if Code::read(&code).is_err() {
            self.wrong(field, Why::TooLong { limit: u32::try_from(CODE_CHARS).unwrap_or(u32::MAX) });
            return None;
        }
        Some(code)
    }

    /// A code, whose last digits a spreadsheet may have taken away.
    pub fn code(&mut self, field: Field) -> Option<String> {
        if self.get(field).is_some_and(|text| cell::is_rounded(&text)) {
            self.wrong(field, Why::Rounded);
            return None;
        }
        self.text(field)
    }

    /// A phone number.
    pub fn phone(&mut self) -> Option<String> {
        if self.get(Field::Phone).is_some_and(|text| cell::is_rounded(&text)) {
            self.wrong(Field::Phone, Why::Rounded);
            return None;
        }
        self.read(Field::Phone, Why::Phone, cell::phone)
    }

    /// A whole number above nothing.
    pub fn count(&mut self, field: Field) -> Option<u32> {
        self.read(field, Why::Number, cell::count)
    }

    /// An amount.
    pub fn money(&mut self, field: Field) -> Option<Money> {
        self.read(field, Why::Price, cell::money)
    }

    /// Yes or no.
    pub fn yes_or_no(&mut self, field: Field) -> Option<bool> {
        self.read(field, Why::YesOrNo, cell::yes_or_no)
    }

    /// What something new cannot be without. What stands there and is wrong has been said already.
    pub fn needed<T>(&mut self, field: Field, value: Option<T>) -> Option<T> {
        if value.is_none() && self.get(field).is_none() {
            self.wrong(field, Why::Missing);
        }
        value
    }
}

/// Puts what was read in the place of what was there; an empty cell changes nothing.
pub(super) fn put<T>(place: &mut T, read: Option<T>) {
    if let Some(read) = read {
        *place = read;
    }
}
