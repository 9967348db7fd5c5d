//! The description of the API. When this fails, the API has changed: if that was meant, `cargo insta accept`,
//! and think of the phones that still speak as before.

#[test]
fn the_api_is_as_it_was() {
    insta::assert_json_snapshot!(server::api::openapi());
}
