//! A parcel: what goes in comes out, and whatever was cut, changed, swapped or guessed at gives nothing. The seal is played
//! here by a toy of the same shape as the browser's: a part opens only with its key, its nonce, and what is bound to it.

use crate::scene::*;
use domain::id::UserId;
use domain::time::Moment;
use proptest::prelude::*;
use sha2::{Digest, Sha256};
use sync::ContentHash;
use sync::limits::{PARCEL_BATCH_BYTES, PROTOCOL};
use sync::parcel::{
    Code, Content, Cover, Enclosed, FRAME_BYTES, HEAD_BYTES, Head, ParcelError, Progress, Stuck, batches, frame,
    part_at, read_batch, stuck, write_batch,
};
use sync::wire::{Became, Delivered, Sent, Taken};
use uuid::Uuid;

fn mixed(parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    hasher.finalize().into()
}

fn blurred(code: &Code, head: &Head, part: u32, bytes: &[u8]) -> Vec<u8> {
    let block = |n: usize| mixed(&[code.plain().as_bytes(), &head.salt, &head.nonce(part), &n.to_be_bytes()]);
    bytes
        .chunks(32)
        .enumerate()
        .flat_map(|(n, chunk)| std::iter::zip(chunk.to_vec(), block(n)).map(|(a, b)| a ^ b))
        .collect()
}

fn tag(code: &Code, head: &Head, part: u32, sealed: &[u8]) -> [u8; 32] {
    mixed(&[code.plain().as_bytes(), &head.nonce(part), &head.bound(part), sealed])
}

fn seal(code: &Code, head: &Head, part: u32, plain: &[u8]) -> Vec<u8> {
    let mut sealed = blurred(code, head, part, plain);
    let tag = tag(code, head, part, &sealed);
    sealed.extend(tag);
    sealed
}

fn open(code: &Code, head: &Head, part: u32, sealed: &[u8]) -> Option<Vec<u8>> {
    let (bytes, found) = sealed.split_at_checked(sealed.len().checked_sub(32)?)?;
    (found == tag(code, head, part, bytes)).then(|| blurred(code, head, part, bytes))
}

/// The cover, the commands and the photos.
type Unpacked = (Cover, Vec<Sent>, Vec<Vec<u8>>);

/// What somebody who reads a file gets: all of it, or an error.
fn unpack(code: &Code, file: &[u8]) -> Result<Unpacked, ParcelError> {
    let head = Head::read(file.get(..HEAD_BYTES).unwrap_or(file))?;
    let mut at = HEAD_BYTES as u64;
    let mut cover = None;
    let (mut commands, mut photos) = (Vec::new(), Vec::new());
    for part in 0..head.parts {
        let start = at as usize;
        let framed = file.get(start..start + FRAME_BYTES).ok_or(ParcelError::Damaged)?;
        let place = part_at(at, framed, file.len() as u64, part + 1 == head.parts)?;
        let sealed = &file[place.start as usize..place.end as usize];
        let wrong = if part == 0 { ParcelError::WrongCode } else { ParcelError::Damaged };
        let plain = open(code, &head, part, sealed).ok_or(wrong)?;
        let text = String::from_utf8(plain.clone());
        match cover.as_ref().map_or(Some(Content::Cover), |cover: &Cover| cover.content(part)) {
            Some(Content::Cover) => cover = Some(Cover::read(&head, &text.map_err(|_| ParcelError::Damaged)?)?),
            Some(Content::Batch) => commands.extend(read_batch(&text.map_err(|_| ParcelError::Damaged)?)?),
            Some(Content::Photo(enclosed)) if ContentHash::of(&plain).0 == enclosed.hash => photos.push(plain),
            _ => return Err(ParcelError::Damaged),
        }
        at = place.end;
    }
    cover.map(|cover| (cover, commands, photos)).ok_or(ParcelError::Damaged)
}

fn pack(code: &Code, seed: u8, phone: &Phone, photos: &[Vec<u8>]) -> Vec<u8> {
    let batches = batches(&phone.rows);
    let cover = Cover {
        id: Uuid::from_u128(u128::from(seed)),
        protocol: PROTOCOL,
        server: "https://lianying.example".to_owned(),
        epoch: "first".to_owned(),
        author: UserId(Uuid::from_u128(20)),
        author_name: "周建国".to_owned(),
        device: phone_id(),
        made_at: Moment(1_773_115_200_000),
        commands: phone.rows.len() as u32,
        batches: batches.len() as u32,
        photos: photos
            .iter()
            .map(|bytes| Enclosed { hash: ContentHash::of(bytes).0, bytes: bytes.len() as u64 })
            .collect(),
    };
    let head = Head::new([seed; 16], [seed; 8], cover.parts());
    let first = cover.write().into_bytes();
    let middle = batches.iter().map(|batch| write_batch(batch).into_bytes());
    let mut file = head.write();
    for (part, plain) in std::iter::once(first).chain(middle).chain(photos.iter().cloned()).enumerate() {
        let sealed = seal(code, &head, part as u32, &plain);
        file.extend(frame(sealed.len() as u32));
        file.extend(sealed);
    }
    file
}

fn phone(commands: u128) -> Phone {
    let mut phone = Phone::new();
    for n in 0..commands {
        phone.make(n + 1, leave(100 + n, shop()), &[]);
    }
    for (n, row) in phone.rows.iter_mut().enumerate().filter(|(n, _)| n % 3 > 0) {
        row.signature = Some(format!("signature {n}"));
    }
    phone
}

fn facts(sent: &Sent) -> (u64, String, Option<String>, String) {
    (sent.seq, sent.prev.0.clone(), sent.signature.clone(), sent.body.get().to_owned())
}

fn code() -> Code {
    Code::new(&[3, 200, 17, 31, 0, 9, 90, 64, 12, 1, 255, 7])
}

proptest! {
    #[test]
    fn what_is_packed_is_unpacked_byte_for_byte(
        commands in 0..40_u128,
        photos in prop::collection::vec(prop::collection::vec(any::<u8>(), 1..200), 0..4),
        chance: [u8; Code::CHANCE],
    ) {
        let (code, phone) = (Code::new(&chance), phone(commands));
        let (cover, carried, pictures) = unpack(&code, &pack(&code, 7, &phone, &photos)).unwrap();
        let sent = phone.sent();
        prop_assert_eq!(carried.iter().map(facts).collect::<Vec<_>>(), sent.iter().map(facts).collect::<Vec<_>>());
        prop_assert_eq!((cover.commands as usize, pictures), (sent.len(), photos));
    }

    #[test]
    fn a_file_that_was_cut_or_grew_gives_nothing(commands in 1..8_u128, at: prop::sample::Index, grown: u8) {
        let mut file = pack(&code(), 7, &phone(commands), &[vec![1, 2, 3]]);
        let cut = &file[..at.index(file.len())];
        prop_assert!(matches!(unpack(&code(), cut), Err(ParcelError::Damaged | ParcelError::NotAParcel)));
        file.push(grown);
        prop_assert_eq!(unpack(&code(), &file).err(), Some(ParcelError::Damaged));
    }

    #[test]
    fn a_file_in_which_one_bit_is_another_gives_nothing(at: prop::sample::Index, bit in 0..8_u32) {
        let mut file = pack(&code(), 7, &phone(5), &[vec![1; 50]]);
        let place = at.index(file.len());
        file[place] ^= 1 << bit;
        let error = unpack(&code(), &file).unwrap_err();
        if place >= HEAD_BYTES + FRAME_BYTES + 1_000 {
            prop_assert_eq!(error, ParcelError::Damaged);
        }
    }

    #[test]
    fn any_bytes_at_all_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(unpack(&code(), &bytes).is_err());
        let mut begun = pack(&code(), 7, &phone(1), &[])[..HEAD_BYTES].to_vec();
        begun.extend(bytes);
        prop_assert!(unpack(&code(), &begun).is_err());
    }

    #[test]
    fn another_code_opens_nothing(chance: [u8; Code::CHANCE]) {
        let other = Code::new(&chance);
        prop_assume!(other != code());
        prop_assert_eq!(unpack(&other, &pack(&code(), 7, &phone(2), &[])).err(), Some(ParcelError::WrongCode));
    }

    #[test]
    fn a_code_is_understood_however_it_is_written_down(chance: [u8; Code::CHANCE]) {
        let code = Code::new(&chance);
        let shown = code.to_string();
        prop_assert_eq!(shown.len(), Code::CHANCE + 2);
        let sloppy = shown.to_lowercase().replace('-', "  ").replace('0', "o").replace('1', "l").replace('v', "u");
        for typed in [shown.clone(), shown.replace('-', ""), sloppy, format!(" {shown}\n")] {
            prop_assert_eq!(Code::read(&typed), Some(code.clone()), "{}", typed);
        }
        prop_assert_eq!(Code::read(&shown[1..]), None);
    }
}

#[test]
fn parts_of_one_parcel_do_not_fit_another_nor_each_others_places() {
    let (one, two) = (
        pack(&code(), 1, &phone(1), &[vec![1; 9], vec![2; 9]]),
        pack(&code(), 2, &phone(1), &[vec![1; 9], vec![2; 9]]),
    );
    let photo = FRAME_BYTES + 9 + 32;
    let mut swapped = one.clone();
    let end = one.len();
    swapped[end - 2 * photo..end - photo].copy_from_slice(&one[end - photo..]);
    swapped[end - photo..].copy_from_slice(&one[end - 2 * photo..end - photo]);
    let mut mingled = one.clone();
    mingled[end - photo..].copy_from_slice(&two[end - photo..]);
    for file in [swapped, mingled] {
        assert_eq!(unpack(&code(), &file).err(), Some(ParcelError::Damaged));
    }
}

#[test]
fn other_files_and_parcels_of_later_versions_are_told_apart() {
    assert_eq!(Head::read(b"%PDF-1.7"), Err(ParcelError::NotAParcel));
    assert_eq!(Head::read(b""), Err(ParcelError::NotAParcel));
    let mut later = Head::new([1; 16], [2; 8], 3).write();
    later[16] = 2;
    assert_eq!(Head::read(&later), Err(ParcelError::Newer));
    // Parcels lie in somebody's downloads for weeks: how they begin can never change.
    let now = Head::new([1; 16], [2; 8], 3).write();
    assert_eq!(now.len(), HEAD_BYTES);
    assert!(now.starts_with(b"lianying parcel\n\x01"));
    assert_eq!(now[41..], [0, 9, 39, 192, 0, 0, 0, 3]);
}

#[test]
fn a_head_that_asks_for_a_cheap_or_an_endless_key_is_not_followed() {
    for rounds in [0, 1_000, u32::MAX] {
        let head = Head { rounds, ..Head::new([1; 16], [2; 8], 3) };
        assert_eq!(Head::read(&head.write()), Err(ParcelError::Damaged));
    }
    for parts in [0, u32::MAX] {
        assert_eq!(Head::read(&Head::new([1; 16], [2; 8], parts).write()), Err(ParcelError::Damaged));
    }
}

#[test]
fn batches_suit_a_poor_line_and_lose_nothing() {
    let mut phone = Phone::new();
    for n in 0..60 {
        phone.make(n + 1, leave(100 + n, shop()), &[]);
    }
    phone.rows.iter_mut().for_each(|row| row.raw = format!("\"{}\"", "x".repeat(20_000)));
    let batches = batches(&phone.rows);
    assert!(batches.len() > 5);
    for batch in &batches {
        let bytes: usize = batch.iter().map(|sent| sent.body.get().len()).sum();
        assert!(bytes <= PARCEL_BATCH_BYTES && !batch.is_empty());
    }
    let seqs: Vec<u64> = batches.iter().flatten().map(|sent| sent.seq).collect();
    assert_eq!(seqs, (1..=60).collect::<Vec<_>>());
}

#[test]
fn what_stops_a_batch_is_told_apart() {
    let batch = phone(2).sent();
    let taken = |seqs: &[u64]| {
        let taken = seqs.iter().map(|seq| Taken { seq: *seq, became: Became::Applied, reason: None });
        let (server_time, epoch) = (Moment(0), String::new());
        Delivered { taken: taken.collect(), expected: 3, fork: false, unproven: None, server_time, epoch }
    };
    assert_eq!(stuck(&batch, &taken(&[1, 2])), None);
    assert_eq!(stuck(&batch, &taken(&[])), Some(Stuck::Gap));
    assert_eq!(stuck(&batch, &Delivered { unproven: Some(2), ..taken(&[1]) }), Some(Stuck::Unproven));
    assert_eq!(stuck(&batch, &Delivered { fork: true, ..taken(&[]) }), Some(Stuck::Fork));
}

#[test]
fn a_parcel_goes_batch_by_batch_then_photo_by_photo_and_may_go_when_all_of_it_is_there() {
    let file = pack(&code(), 7, &phone(2), &[vec![1], vec![2]]);
    let (cover, batch, _) = unpack(&code(), &file).unwrap();
    let mut progress = Progress::default();
    assert_eq!((progress.next_batch(&cover), progress.next_photo(&cover)), (Some(1), Some(2)));
    let answer = |seqs: &[u64], fork| {
        let taken = seqs.iter().map(|seq| Taken { seq: *seq, became: Became::Applied, reason: None });
        let (server_time, epoch) = (Moment(0), String::new());
        Delivered { taken: taken.collect(), expected: 3, fork, unproven: None, server_time, epoch }
    };
    progress.take_in(1, &batch, &answer(&[1], false));
    assert_eq!((progress.stuck, progress.commands(), progress.next_batch(&cover)), (Some(Stuck::Gap), 1, Some(1)));
    assert!(progress.may_go(&cover) && !progress.is_done(&cover));
    progress.take_in(1, &batch, &answer(&[1, 2], false));
    assert_eq!((progress.stuck, progress.commands(), progress.next_batch(&cover)), (None, 2, None));
    assert!(!progress.may_go(&cover));
    progress.handed.extend([2, 3]);
    assert!(progress.is_done(&cover) && progress.next_photo(&cover).is_none());
    assert_eq!(progress.photos(&cover), 2);
    let kept = serde_json::to_string(&progress).unwrap();
    assert_eq!(serde_json::from_str::<Progress>(&kept).unwrap(), progress);
    let lost = Progress { stuck: Some(Stuck::Unknown), ..Progress::default() };
    assert_eq!(lost.next_photo(&cover), None, "photos are not sent to a server that knows nothing of them");
}
