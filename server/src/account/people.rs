//! Accounts as a manager looks after them: who there is, making one, changing and disabling one, and a new password.
//! Who may do what to whom is the domain's to say.

use super::{Caller, Guesses, Signed};
use crate::api::{ApiError, AppState, Input};
use crate::clock::random;
use crate::sync::Planting;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use domain::Scope;
use domain::id::UserId;
use domain::records::User;
use domain::rules::accounts::{AccountAct, login_number, may_give, may_look_after, person_name};
use std::collections::BTreeMap;
use store::{AccountNote, Credential, StoreError};
use sync::wire::{AccountLine, FirstPassword, NewPerson, OfficePerson, PersonChange, Problem};

/// Letters and digits that nobody takes for one another; 32, so that five bits of chance are one of them.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// Letters of a password that is made here: fifty bits, behind a throttled login.
const PASSWORD_LETTERS: usize = 10;
/// Lines of history that are shown of each account.
const LINES: usize = 12;

/// The accounts that the user looks after, each with its number and its history.
///
/// # Errors
/// [`ApiError::LoggedOut`], [`ApiError::Forbidden`] for who looks after nobody.
#[utoipa::path(get, path = "/api/v1/office/people", tag = "account", responses(
    (status = 200, body = Vec<OfficePerson>),
    (status = 401, body = Problem, description = "No open session."),
    (status = 403, body = Problem, description = "Not a manager."),
))]
pub async fn list(State(state): State<AppState>, signed: Signed) -> Result<Json<Vec<OfficePerson>>, ApiError> {
    signed.managers_only("only managers look after accounts")?;
    let (people, names) = {
        let directory = state.writer.directory().await;
        let mine = directory.people_of(&signed.scopes).into_iter();
        let mine: Vec<User> = mine.filter(|person| may_look_after(&signed.author.user, person)).cloned().collect();
        (mine, directory.names())
    };
    let ids: Vec<UserId> = people.iter().map(|person| person.id).collect();
    let credentials = state.store.credentials_of(&ids).await?;
    let numbers: BTreeMap<UserId, String> = credentials.into_iter().map(|one| (one.user, one.phone)).collect();
    let mut lines: BTreeMap<UserId, Vec<AccountLine>> = BTreeMap::new();
    for note in state.store.account_notes(&ids).await? {
        let known = lines.entry(note.user).or_default();
        if known.len() < LINES {
            let by = names.get(&note.by.to_string()).cloned().unwrap_or_default();
            known.push(AccountLine { at: note.at, by, act: note.act });
        }
    }
    let entries = people.into_iter().map(|user| OfficePerson {
        number: numbers.get(&user.id).cloned(),
        changes: lines.remove(&user.id).unwrap_or_default(),
        user,
    });
    Ok(Json(entries.collect()))
}

/// Make an account. Its first password is in the answer and nowhere else, and its owner changes it before anything is
/// served.
///
/// # Errors
/// [`ApiError::LoggedOut`], [`ApiError::Forbidden`], [`ApiError::Malformed`], [`ApiError::Conflict`] for a number that is
/// somebody's.
#[utoipa::path(post, path = "/api/v1/office/people", tag = "account", request_body = NewPerson, responses(
    (status = 200, body = FirstPassword),
    (status = 400, body = Problem, description = "Not a name or not a number."),
    (status = 401, body = Problem, description = "No open session."),
    (status = 403, body = Problem, description = "Not a role or not a region that the user may give."),
    (status = 409, body = Problem, description = "Somebody has this number."),
    (status = 429, body = Problem, description = "Too many numbers that somebody has."),
))]
pub async fn add(
    State(state): State<AppState>,
    signed: Signed,
    caller: Caller,
    Input(new): Input<NewPerson>,
) -> Result<Json<FirstPassword>, ApiError> {
    signed.managers_only("only managers look after accounts")?;
    let by = signed.author.user.id;
    if !may_give(signed.author.user.role).contains(&new.role) || !signed.scopes.contains(&Scope::Office(new.region)) {
        return Err(ApiError::Forbidden("not a role or a region of this session"));
    }
    let (name, number) = (named(&new.name)?, numbered(&new.number)?);
    let id = UserId::new(signed.now.0.unsigned_abs(), random().map_err(ApiError::internal)?);
    let (password, password_hash) = new_password(&state).await?;
    let credential = Credential { user: id, phone: number.clone(), password_hash, given: true };
    let _turn = state.accounts.changing.lock().await;
    let notes = [AccountNote { user: id, by, at: signed.now, act: AccountAct::Added }];
    write(&state, &signed, caller, Some(&credential), &notes).await?;
    plant(&state, User { id, region: new.region, name, role: new.role, active: true }).await?;
    tracing::info!(user = %id, %by, "an account was made");
    Ok(Json(FirstPassword { user: id, number, password }))
}

/// Change the name or the number of an account, disable it or enable it again. What the phone of a disabled account still
/// holds is sent and kept for a manager; it is given nothing any more.
///
/// # Errors
/// [`ApiError::LoggedOut`], [`ApiError::Malformed`], [`ApiError::NotFound`], [`ApiError::Conflict`] for a number that is
/// somebody's.
#[utoipa::path(patch, path = "/api/v1/office/people/{user}", tag = "account", request_body = PersonChange,
    params(("user" = String, Path, description = "Their id.")),
    responses(
        (status = 204, description = "Changed."),
        (status = 400, body = Problem, description = "Not a name or not a number."),
        (status = 401, body = Problem, description = "No open session."),
        (status = 404, body = Problem, description = "No such account, or not for this session."),
        (status = 409, body = Problem, description = "Somebody has this number."),
        (status = 429, body = Problem, description = "Too many numbers that somebody has."),
))]
pub async fn change(
    State(state): State<AppState>,
    signed: Signed,
    caller: Caller,
    Path(id): Path<String>,
    Input(change): Input<PersonChange>,
) -> Result<StatusCode, ApiError> {
    let _turn = state.accounts.changing.lock().await;
    let before = looked_after(&state, &signed, &id).await?;
    let mut after = before.clone();
    let mut acts = Vec::new();
    if let Some(name) = &change.name {
        after.name = named(name)?;
        acts.extend((after.name != before.name).then_some(AccountAct::Renamed));
    }
    if let Some(active) = change.active {
        after.active = active;
        let act = if active { AccountAct::Enabled } else { AccountAct::Disabled };
        acts.extend((after.active != before.active).then_some(act));
    }
    let mut credential = None;
    if let Some(number) = &change.number {
        let number = numbered(number)?;
        let known = state.store.credentials_of(&[before.id]).await?.pop();
        if known.as_ref().is_none_or(|known| known.phone != number) {
            let (password_hash, given) = match known {
                Some(known) => (known.password_hash, known.given),
                // Nobody knows it: a first password is given like any other new one.
                None => (new_password(&state).await?.1, true),
            };
            credential = Some(Credential { user: before.id, phone: number, password_hash, given });
            acts.push(AccountAct::Number);
        }
    }
    if acts.is_empty() {
        return Ok(StatusCode::NO_CONTENT);
    }
    let (user, by, at) = (before.id, signed.author.user.id, signed.now);
    let notes: Vec<AccountNote> = acts.into_iter().map(|act| AccountNote { user, by, at, act }).collect();
    write(&state, &signed, caller, credential.as_ref(), &notes).await?;
    if after != before {
        plant(&state, after).await?;
    }
    tracing::info!(%user, %by, acts = ?notes.iter().map(|note| note.act).collect::<Vec<_>>(), "an account was changed");
    Ok(StatusCode::NO_CONTENT)
}

/// Give an account a new password, which is in the answer and nowhere else, and which its owner changes before anything is
/// served. Whoever is logged in with the old one is out, and keeps on the phone what was not sent.
///
/// # Errors
/// [`ApiError::LoggedOut`], [`ApiError::NotFound`], [`ApiError::Conflict`] without a number.
#[utoipa::path(post, path = "/api/v1/office/people/{user}/password", tag = "account",
    params(("user" = String, Path, description = "Their id.")),
    responses(
        (status = 200, body = FirstPassword),
        (status = 401, body = Problem, description = "No open session."),
        (status = 404, body = Problem, description = "No such account, or not for this session."),
        (status = 409, body = Problem, description = "They have no number to log in with."),
))]
pub async fn new_password_of(
    State(state): State<AppState>,
    signed: Signed,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Json<FirstPassword>, ApiError> {
    let _turn = state.accounts.changing.lock().await;
    let person = looked_after(&state, &signed, &id).await?;
    let known = state.store.credentials_of(&[person.id]).await?.pop();
    let known = known.ok_or(ApiError::Conflict("there is no number to log in with"))?;
    let (password, password_hash) = new_password(&state).await?;
    let by = signed.author.user.id;
    let credential = Credential { password_hash, given: true, ..known };
    let notes = [AccountNote { user: person.id, by, at: signed.now, act: AccountAct::Password }];
    write(&state, &signed, caller, Some(&credential), &notes).await?;
    state.store.forget_failed_logins(&format!("phone:{}", credential.phone)).await?;
    tracing::info!(user = %person.id, %by, "an account was given a new password");
    Ok(Json(FirstPassword { user: person.id, number: credential.phone, password }))
}

/// The account, if it is there and the session looks after it: the two are not told apart.
async fn looked_after(state: &AppState, signed: &Signed, id: &str) -> Result<User, ApiError> {
    let id: UserId = id.parse().map_err(|_| ApiError::NotFound)?;
    let directory = state.writer.directory().await;
    let person = directory.user(id).filter(|person| may_look_after(&signed.author.user, person));
    person.cloned().ok_or(ApiError::NotFound)
}

fn named(text: &str) -> Result<String, ApiError> {
    person_name(text).ok_or_else(|| ApiError::Malformed("not a name".to_owned()))
}

fn numbered(text: &str) -> Result<String, ApiError> {
    login_number(text).ok_or_else(|| ApiError::Malformed("not a phone number".to_owned()))
}

/// Writes the secret part first: an account that cannot log in yet is found in the list, one that nobody is told of is not.
/// That a number is taken says that there is such an account somewhere, so whoever tries many is slowed down.
async fn write(
    state: &AppState,
    signed: &Signed,
    caller: Caller,
    credential: Option<&Credential>,
    notes: &[AccountNote],
) -> Result<(), ApiError> {
    let guesses = Guesses::at("number", caller);
    guesses.check(state.store.as_ref(), signed.now).await?;
    match state.store.change_account(credential, notes, None).await {
        Err(StoreError::Taken) => {
            guesses.missed(state.store.as_ref(), signed.now).await?;
            Err(ApiError::Conflict("somebody has this number"))
        }
        written => Ok(written?),
    }
}

async fn plant(state: &AppState, user: User) -> Result<(), ApiError> {
    let planting = Planting { records: vec![user.into()], ..Planting::default() };
    state.writer.plant(planting).await.map_err(ApiError::from)
}

/// A password to be told once, with its hash.
async fn new_password(state: &AppState) -> Result<(String, String), ApiError> {
    let chance: [u8; PASSWORD_LETTERS] = random().map_err(ApiError::internal)?;
    let password: String = chance.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
    let hash = state.accounts.passwords.hash(password.clone()).await?;
    Ok((password, hash))
}
