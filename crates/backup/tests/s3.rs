//! A backup in an S3-compatible store: what we send is what such a store takes, over HTTP, page by page, with an answer of
//! "try again" among them. The store here keeps everything in memory and speaks the part of the protocol that is needed.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, Method, StatusCode, Uri},
    response::{IntoResponse as _, Response},
};
use backup::{BackupError, Place, Recipients, Retention, S3, Shipper};
use zeroize::Zeroizing;

use crate::support::{BEGIN, DAY, MINUTE, System, World, case, options, record, texts};

const BUCKET: &str = "council";
const KEY: &str = "holdfast-writer";
/// Few names a page, so that lists have several.
const PAGE: usize = 2;
const NAMESPACE: &str = "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

#[derive(Default)]
struct Kept {
    objects: BTreeMap<String, Bytes>,
    pages: usize,
    asked_to_wait: bool,
}

type Bucket = Arc<Mutex<Kept>>;

fn query(uri: &Uri, name: &str) -> Option<String> {
    let pairs = uri.query().unwrap_or_default().split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let found = pairs.into_iter().find(|(key, _)| *key == name)?;
    Some(found.1.replace("%2F", "/").replace("%2f", "/"))
}

fn refused(status: StatusCode, code: &str) -> Response {
    (status, format!("<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>{code}</Message></Error>"))
        .into_response()
}

fn list(kept: &mut Kept, uri: &Uri) -> Response {
    let (prefix, after) = (query(uri, "prefix").unwrap_or_default(), query(uri, "continuation-token"));
    let mut names = kept
        .objects
        .iter()
        .filter(|(name, _)| name.starts_with(&prefix) && after.as_ref().is_none_or(|after| *name > after));
    let page: Vec<_> = names.by_ref().take(PAGE).collect();
    let more = names.next().is_some();
    let contents: String = page
        .iter()
        .map(|(name, bytes)| {
            let (size, etag) = (bytes.len(), blake3::hash(bytes));
            format!(
                "<Contents><Key>{name}</Key><LastModified>2026-11-24T10:00:00.000Z</LastModified>\
                 <ETag>&quot;{etag}&quot;</ETag><Size>{size}</Size></Contents>"
            )
        })
        .collect();
    let next = match page.last() {
        Some((name, _)) if more => format!("<NextContinuationToken>{name}</NextContinuationToken>"),
        _ => String::new(),
    };
    let count = page.len();
    kept.pages += 1;
    format!(
        "<?xml version=\"1.0\"?><ListBucketResult {NAMESPACE}><Name>{BUCKET}</Name><Prefix>{prefix}</Prefix>\
         <KeyCount>{count}</KeyCount><IsTruncated>{more}</IsTruncated>{next}{contents}</ListBucketResult>"
    )
    .into_response()
}

async fn answer(
    State(bucket): State<Bucket>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let signed = headers.get("authorization").and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !signed.starts_with(&format!("AWS4-HMAC-SHA256 Credential={KEY}/")) {
        return refused(StatusCode::FORBIDDEN, "AccessDenied");
    }
    let mut kept = bucket.lock().unwrap();
    let path = uri.path().trim_start_matches('/');
    let name = path.strip_prefix(BUCKET).unwrap_or_default().trim_start_matches('/').to_owned();
    if name.is_empty() && query(&uri, "list-type").is_some() {
        return list(&mut kept, &uri);
    }
    if name.is_empty() && query(&uri, "delete").is_some() {
        let text = String::from_utf8(body.to_vec()).unwrap();
        let mut gone = String::new();
        for part in text.split("<Key>").skip(1) {
            let name = part.split("</Key>").next().unwrap();
            kept.objects.remove(name);
            gone.push_str(&format!("<Deleted><Key>{name}</Key></Deleted>"));
        }
        return format!("<?xml version=\"1.0\"?><DeleteResult {NAMESPACE}>{gone}</DeleteResult>").into_response();
    }
    match method {
        Method::PUT if !kept.asked_to_wait => {
            kept.asked_to_wait = true;
            refused(StatusCode::SERVICE_UNAVAILABLE, "SlowDown")
        }
        Method::PUT if headers.contains_key("if-none-match") && kept.objects.contains_key(&name) => {
            refused(StatusCode::PRECONDITION_FAILED, "PreconditionFailed")
        }
        Method::PUT => {
            let etag = format!("\"{}\"", blake3::hash(&body));
            kept.objects.insert(name, body);
            [("etag", etag)].into_response()
        }
        Method::GET | Method::HEAD => match kept.objects.get(&name) {
            Some(bytes) => {
                let about = [
                    ("etag", format!("\"{}\"", blake3::hash(bytes))),
                    ("last-modified", "Tue, 24 Nov 2026 10:00:00 GMT".to_owned()),
                ];
                (about, bytes.clone()).into_response()
            }
            None => refused(StatusCode::NOT_FOUND, "NoSuchKey"),
        },
        Method::DELETE => {
            kept.objects.remove(&name);
            StatusCode::NO_CONTENT.into_response()
        }
        _ => refused(StatusCode::METHOD_NOT_ALLOWED, "MethodNotAllowed"),
    }
}

async fn serve() -> (String, Bucket) {
    let bucket = Bucket::default();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let router = Router::new().fallback(answer).with_state(bucket.clone());
    tokio::spawn(async move { axum::serve(listener, router).await });
    (address, bucket)
}

fn s3(endpoint: &str, key: &str) -> S3 {
    S3 {
        endpoint: endpoint.to_owned(),
        region: "eu-west-2".to_owned(),
        access_key_id: key.to_owned(),
        secret_access_key: Zeroizing::new("only for this test".to_owned()),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_goes_to_a_bucket_and_comes_back() {
    let world = World::new().await;
    let (endpoint, bucket) = serve().await;
    let s3 = s3(&endpoint, KEY);
    let place = |name: &str| Place::named(&format!("s3://{BUCKET}/{name}"), Some(&s3), false).unwrap();
    let recipients = || Recipients::parse([world.public.as_str()]).unwrap();
    let mut shipper = Shipper::new(place("records"), place("keys"), recipients(), Retention::default());

    for n in 1..=5 {
        record(&world.store, case(n), &format!("case {n}")).await;
    }
    assert!(shipper.ship(&world.store, BEGIN).await.unwrap().whole);
    record(&world.store, case(2), "more").await;
    assert!(!shipper.ship(&world.store, BEGIN + MINUTE).await.unwrap().whole);
    // A week later everything is copied again; later still the old week goes.
    for week in 1..=6 {
        record(&world.store, case(2), &format!("week {week}")).await;
        shipper.ship(&world.store, BEGIN + week * 8 * DAY).await.unwrap();
    }

    let random: Arc<dyn store::Random> = Arc::new(System);
    let to = store::Location::Folder(world.path("restored"));
    backup::restore(&place("records"), &place("keys"), &world.identities, None, &to, &random).await.unwrap();
    let restored = store::Store::open(options(world.root.path(), "restored", false)).await.unwrap();
    assert_eq!(texts(&restored, case(2)).await, texts(&world.store, case(2)).await);
    assert_eq!(texts(&restored, case(5)).await.len(), 2);
    assert!(restored.verify(None).await.unwrap().is_clean());

    let kept = bucket.lock().unwrap();
    assert!(kept.pages > 8, "control: lists had several pages ({})", kept.pages);
    assert!(kept.asked_to_wait, "control: the store did say to try again");
    assert!(!kept.objects.is_empty() && kept.objects.keys().all(|name| name.contains('/')));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_that_does_not_know_us_is_named_and_what_is_there_is_not_written_over() {
    let world = World::new().await;
    let (endpoint, bucket) = serve().await;
    record(&world.store, case(1), "one").await;
    let shipper = |key: &str| {
        let s3 = s3(&endpoint, key);
        let place = |name: &str| Place::named(&format!("s3://{BUCKET}/{name}"), Some(&s3), false).unwrap();
        let recipients = Recipients::parse([world.public.as_str()]).unwrap();
        Shipper::new(place("records"), place("keys"), recipients, Retention::default())
    };
    let stranger = shipper("somebody-else").ship(&world.store, BEGIN).await.unwrap_err();
    assert!(
        matches!(&stranger, BackupError::Place { place, .. } if place.starts_with("s3://council/")),
        "{stranger}"
    );
    assert!(bucket.lock().unwrap().objects.is_empty());
    assert!(shipper(KEY).ship(&world.store, BEGIN).await.unwrap().whole);

    // Without an address in the configuration there is no such place.
    let nowhere = Place::named("s3://council/records", None, false).unwrap_err();
    assert!(nowhere.to_string().contains("names no [backup.s3] address"), "{nowhere}");
}
