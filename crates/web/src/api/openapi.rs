//! The description of the JSON interface (OpenAPI 3.1), made from the types that answer it.

use super::CaseList;
use super::trouble::ProblemJson;
use super::views::VIEWS;
use practice::views::{ChildView, CopyView, ExchangeView};
use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// The description.
#[must_use]
pub fn openapi() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    });
    let mut shapes = settings.into_generator();
    let mut paths = Map::new();
    let list = shapes.subschema_for::<CaseList>();
    paths.insert("/api/v1/cases".to_owned(), get("cases", "cases", json!(list), &[]));
    let tally = shapes.subschema_for::<practice::views::measures::Tally>();
    paths.insert("/api/v1/measures".to_owned(), get("measures_of_cases", "cases", json!(tally), &[]));
    for row in VIEWS {
        let shape = (row.schema)(&mut shapes);
        paths.insert(
            format!("/api/v1/cases/{{case}}/{}", row.name),
            get(row.name, "views", json!(shape), &["case"]),
        );
    }
    let shape = shapes.subschema_for::<ChildView>();
    let child = get("child", "views", json!(shape), &["case", "person"]);
    paths.insert("/api/v1/cases/{case}/children/{person}".to_owned(), child);
    let shape = shapes.subschema_for::<CopyView>();
    for part in ["change", "support"] {
        let copy = get(&format!("copy_{part}"), "views", json!(shape), &["case", "person"]);
        paths.insert(format!("/api/v1/cases/{{case}}/plan/{part}/{{person}}"), copy);
    }
    let shape = shapes.subschema_for::<ExchangeView>();
    let exchange = get("exchange", "views", json!(shape), &["case", "person"]);
    paths.insert("/api/v1/cases/{case}/plan/programme/{person}".to_owned(), exchange);
    let own = json!({ "type": "object" });
    paths.insert("/api/v1/openapi.json".to_owned(), get("description", "description", own, &[]));
    shapes.subschema_for::<ProblemJson>();
    describe(paths, shapes)
}

fn describe(paths: Map<String, Value>, mut shapes: SchemaGenerator) -> Value {
    json!({
        "openapi": "3.1.0",
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "info": {
            "title": "Holdfast",
            "version": "1",
            "description": "Views of the cases that the person signed in works or supervises, as codes and arguments. What that person may not have is not there, and leaves no gap. Every reading is in the access log.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" }
        },
        "servers": [{ "url": "/" }],
        "security": [{ "session": [] }],
        "tags": [
            { "name": "cases", "description": "Which cases there are." },
            { "name": "views", "description": "What can be read of a case." },
            { "name": "description", "description": "This description." }
        ],
        "paths": paths,
        "components": {
            "schemas": shapes.take_definitions(true),
            "parameters": {
                "case": {
                    "name": "case", "in": "path", "required": true,
                    "description": "The id of a case.", "schema": { "type": "string" }
                },
                "person": {
                    "name": "person", "in": "path", "required": true,
                    "description": "The id of the entry of a person: of a child, or for a copy of a plan of an adult.", "schema": { "type": "string" }
                },
                "as_of": {
                    "name": "as_of", "in": "query", "required": false,
                    "description": "The day for which the view is made: ages, parts people have, what goes on. Today where it is left out.",
                    "schema": { "type": "string", "format": "date" }
                }
            },
            "responses": {
                "problem": {
                    "description": "What went wrong, where, and how to mend it.",
                    "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/ProblemJson" } } }
                }
            },
            "securitySchemes": {
                "session": {
                    "type": "apiKey", "in": "cookie", "name": "holdfast",
                    "description": "The cookie of somebody signed in. Behind TLS it is called __Host-holdfast."
                }
            }
        }
    })
}

/// A path that answers GET with JSON of a shape.
fn get(id: &str, tag: &str, shape: Value, of: &[&str]) -> Value {
    let parameter = |name: &&str| json!({ "$ref": format!("#/components/parameters/{name}") });
    let mut parameters: Vec<Value> = of.iter().map(parameter).collect();
    let mut responses = Map::new();
    let answer = json!({ "description": "As the person signed in may have it.", "content": { "application/json": { "schema": shape } } });
    responses.insert("200".to_owned(), answer);
    let mut codes = vec!["401"];
    if !of.is_empty() {
        parameters.push(parameter(&"as_of"));
        // 400: a day that cannot be read. 404: no such case, not for this person, or no such child in it.
        codes.extend(["400", "404"]);
    }
    codes.extend(["500", "503"]);
    for code in codes {
        responses.insert(code.to_owned(), json!({ "$ref": "#/components/responses/problem" }));
    }
    json!({ "get": { "operationId": id, "tags": [tag], "parameters": parameters, "responses": responses } })
}
