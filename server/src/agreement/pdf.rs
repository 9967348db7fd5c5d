//! Writing laid-out pages as a PDF whose text can be selected and searched.

use super::sheet::{Mark, PAGE};
use super::signature::Step;
use super::typeface::{ASCENT, CAPITALS, Cut, DESCENT, TypeError, cut};
use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::types::{
    CidFontType, FontFlags, LineCapStyle, LineJoinStyle, SystemInfo, TextRenderingMode, UnicodeCmap,
};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr};
use std::collections::BTreeSet;

const FONT: Name<'static> = Name(b"F");
/// The cut of a typeface has six letters of its own before its name.
const FONT_NAME: Name<'static> = Name(b"LIANYG+NotoSansCJKsc-Regular");
const ADOBE: SystemInfo<'static> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };
const PACKED: u8 = 6;
const FIRST_PAGE: i32 = 10;

/// The file.
///
/// # Errors
/// When the typeface is damaged.
pub fn write(pages: &[Vec<Mark>], title: &str) -> Result<Vec<u8>, TypeError> {
    let characters: BTreeSet<char> = pages.iter().flatten().flat_map(|mark| words(mark).chars()).collect();
    let cut = cut(characters)?;
    let mut pdf = Pdf::new();
    let [catalog, tree, info, font, cid, descriptor, file, unicode] = [1, 2, 3, 4, 5, 6, 7, 8].map(Ref::new);
    let page_at = |at: usize| Ref::new(FIRST_PAGE + 2 * i32::try_from(at).unwrap_or_default());
    pdf.catalog(catalog).pages(tree).lang(TextStr("zh-CN"));
    pdf.document_info(info).title(TextStr(title));
    let count = i32::try_from(pages.len()).unwrap_or(i32::MAX);
    pdf.pages(tree).kids((0..pages.len()).map(page_at)).count(count);
    for (at, marks) in pages.iter().enumerate() {
        let content = Ref::new(page_at(at).get() + 1);
        let mut page = pdf.page(page_at(at));
        page.media_box(Rect::new(0.0, 0.0, PAGE.0, PAGE.1)).parent(tree).contents(content);
        page.resources().fonts().pair(FONT, font);
        page.finish();
        let stream = compress_to_vec_zlib(&drawn(marks, &cut), PACKED);
        pdf.stream(content, &stream).filter(Filter::FlateDecode);
    }
    pdf.type0_font(font)
        .base_font(FONT_NAME)
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid)
        .to_unicode(unicode);
    let mut described = pdf.cid_font(cid);
    described.subtype(CidFontType::Type0).base_font(FONT_NAME).system_info(ADOBE).font_descriptor(descriptor);
    described.default_width(1_000.0).widths().consecutive(0, cut.widths.iter().copied());
    described.finish();
    pdf.font_descriptor(descriptor)
        .name(FONT_NAME)
        .flags(FontFlags::SYMBOLIC)
        .bbox(Rect::new(-200.0, DESCENT - 200.0, 1_400.0, ASCENT + 200.0))
        .italic_angle(0.0)
        .ascent(ASCENT)
        .descent(DESCENT)
        .cap_height(CAPITALS)
        .stem_v(90.0)
        .font_file3(file);
    let outlines = compress_to_vec_zlib(&cut.outlines, PACKED);
    pdf.stream(file, &outlines).filter(Filter::FlateDecode).pair(Name(b"Subtype"), Name(b"CIDFontType0C"));
    let mut says = UnicodeCmap::new(Name(b"Custom"), ADOBE);
    for (number, character) in &cut.says {
        says.pair(*number, *character);
    }
    let says = compress_to_vec_zlib(says.finish().as_slice(), PACKED);
    pdf.stream(unicode, &says).filter(Filter::FlateDecode);
    Ok(pdf.finish())
}

fn words(mark: &Mark) -> &str {
    match mark {
        Mark::Words { text, .. } | Mark::Across { text, .. } => text,
        Mark::Rule { .. } | Mark::Block { .. } | Mark::Strokes { .. } => "",
    }
}

fn drawn(marks: &[Mark], cut: &Cut) -> Vec<u8> {
    let mut content = Content::new();
    for mark in marks {
        content.save_state();
        match mark {
            Mark::Words { at, size, grey, bold, text } => {
                content.set_fill_gray(*grey);
                if *bold {
                    // One weight is bundled: an outline in the same grey makes the other.
                    content.set_stroke_gray(*grey).set_line_width(size * 0.028);
                }
                let place = [1.0, 0.0, 0.0, 1.0, at.0, PAGE.1 - at.1];
                show(&mut content, cut, (place, *size, *bold), text);
            }
            Mark::Across { size, grey, text } => {
                content.set_fill_gray(*grey);
                let (slant, half) = (0.5_f32.sqrt(), super::typeface::width_of(text) * size / 2.0);
                let start = (PAGE.0 / 2.0 - half * slant, PAGE.1 / 2.0 - half * slant);
                show(&mut content, cut, ([slant, slant, -slant, slant, start.0, start.1], *size, false), text);
            }
            Mark::Rule { at, width, grey } => {
                let down = PAGE.1 - at.1;
                content.set_stroke_gray(*grey).set_line_width(0.6);
                content.move_to(at.0, down).line_to(at.0 + width, down).stroke();
            }
            Mark::Block { at, size } => {
                content.set_fill_gray(0.0).rect(at.0, PAGE.1 - at.1 - size.1, size.0, size.1).fill_nonzero();
            }
            Mark::Strokes { at, scale, steps } => {
                content.transform([*scale, 0.0, 0.0, -scale, at.0, PAGE.1 - at.1]);
                content.set_stroke_gray(0.05).set_line_width(2.6);
                content.set_line_cap(LineCapStyle::RoundCap).set_line_join(LineJoinStyle::RoundJoin);
                stroke(&mut content, steps);
            }
        }
        content.restore_state();
    }
    content.finish().to_vec()
}

fn show(content: &mut Content, cut: &Cut, (place, size, bold): ([f32; 6], f32, bool), text: &str) {
    let numbers = text.chars().filter_map(|character| cut.numbers.get(&character));
    let bytes: Vec<u8> = numbers.flat_map(|number| number.to_be_bytes()).collect();
    content.begin_text();
    if bold {
        content.set_text_rendering_mode(TextRenderingMode::FillStroke);
    }
    content.set_font(FONT, size).set_text_matrix(place).show(Str(&bytes)).end_text();
}

fn stroke(content: &mut Content, steps: &[Step]) {
    let mut pen = (0.0, 0.0);
    for step in steps {
        match *step {
            Step::Move(x, y) => {
                content.move_to(x, y);
                pen = (x, y);
            }
            Step::Line(x, y) => {
                content.line_to(x, y);
                pen = (x, y);
            }
            Step::Curve(pull, end) => {
                // PDF pulls a curve by two points, SVG's Q by one.
                let toward =
                    |from: (f32, f32)| (from.0 + (pull.0 - from.0) * 2.0 / 3.0, from.1 + (pull.1 - from.1) * 2.0 / 3.0);
                let (first, second) = (toward(pen), toward(end));
                content.cubic_to(first.0, first.1, second.0, second.1, end.0, end.1);
                pen = end;
            }
            Step::Close => {
                content.close_path();
            }
        }
    }
    content.stroke();
}
