//! The one typeface of the document: Noto Sans SC (SIL Open Font License), cut down to GBK, Latin and punctuation.
//! A document embeds only the characters that stand in it.

use std::collections::BTreeMap;
use std::sync::LazyLock;
use ttf_parser::{Face, GlyphId, RawFace, Tag};

static FONT: &[u8] = include_bytes!("../../assets/noto-sans-sc.otf");
static FACE: LazyLock<Face<'static>> =
    LazyLock::new(|| Face::parse(FONT, 0).expect("the typeface is part of this program and tested with it"));

/// What stands for a character that the typeface does not have: 〓, as printers have always put.
const MISSING: char = '〓';

/// What a document cannot be made of.
#[derive(Debug, thiserror::Error)]
pub enum TypeError {
    /// The characters cannot be cut out.
    #[error("the typeface cannot be cut down")]
    Subset(#[from] subsetter::Error),
    /// The cut typeface lacks its outlines.
    #[error("the typeface has no outlines")]
    NoOutlines,
}

fn glyph(character: char) -> GlyphId {
    FACE.glyph_index(character).or_else(|| FACE.glyph_index(MISSING)).unwrap_or_default()
}

/// How wide a character is, in parts of the size.
pub fn width(character: char) -> f32 {
    FACE.glyph_hor_advance(glyph(character)).map_or(1.0, f32::from) / f32::from(FACE.units_per_em())
}

/// How wide a text is, in parts of the size.
pub fn width_of(text: &str) -> f32 {
    text.chars().map(width).sum()
}

/// Height above the line, depth below it, height of capitals: in thousandths of the size.
pub const ASCENT: f32 = 880.0;
/// See [`ASCENT`].
pub const DESCENT: f32 = -120.0;
/// See [`ASCENT`].
pub const CAPITALS: f32 = 733.0;

/// A cut of the typeface with some characters.
pub struct Cut {
    /// The outlines, as a PDF embeds them.
    pub outlines: Vec<u8>,
    /// The number of each character in the cut.
    pub numbers: BTreeMap<char, u16>,
    /// The width of each number from 0 on, in thousandths.
    pub widths: Vec<f32>,
    /// What each number says.
    pub says: BTreeMap<u16, char>,
}

/// Cuts out these characters.
///
/// # Errors
/// When the typeface is damaged.
pub fn cut(characters: impl IntoIterator<Item = char>) -> Result<Cut, TypeError> {
    let mut remapper = subsetter::GlyphRemapper::new();
    let (mut numbers, mut says) = (BTreeMap::new(), BTreeMap::new());
    let mut widths = vec![1_000.0];
    for character in characters {
        let number = remapper.remap(glyph(character).0);
        numbers.insert(character, number);
        // Two characters that look the same are one glyph, and what is missing all says the same.
        let missing = FACE.glyph_index(character).is_none();
        says.entry(number).or_insert(if missing { MISSING } else { character });
        if widths.len() <= usize::from(number) {
            widths.resize(usize::from(number) + 1, 1_000.0);
        }
        widths[usize::from(number)] = width(character) * 1_000.0;
    }
    let font = subsetter::subset(FONT, 0, &remapper)?;
    let raw = RawFace::parse(&font, 0).map_err(|_| TypeError::NoOutlines)?;
    let outlines = raw.table(Tag::from_bytes(b"CFF ")).ok_or(TypeError::NoOutlines)?.to_vec();
    Ok(Cut { outlines, numbers, widths, says })
}

#[cfg(test)]
mod tests {
    use super::{FACE, MISSING, cut, width};

    #[test]
    fn the_typeface_has_what_names_and_places_are_written_with() {
        for character in "邯郸洺关滏阳河丛台区喆堃镕玥珺翀赟犇《》（），。；：、·¥²①②Aé—…".chars()
        {
            assert!(FACE.glyph_index(character).is_some(), "{character}");
        }
        assert!(FACE.glyph_index(MISSING).is_some());
        assert!((width('中') - 1.0).abs() < 0.001 && width('i') < 0.5);
    }

    #[test]
    fn a_cut_is_small_and_says_what_it_shows() {
        let cut = cut("联营协议😀".chars()).unwrap();
        assert!(cut.outlines.len() < 20_000, "{}", cut.outlines.len());
        assert_eq!(cut.says[&cut.numbers[&'协']], '协');
        assert_eq!(cut.says[&cut.numbers[&'😀']], MISSING);
    }
}
