//! The format as a JSON Schema, made from the types that files are read into.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::file::CatalogueFile;

/// The JSON Schema (draft 2020-12) of one catalogue file, for editors that complete and check TOML.
///
/// TOML knows no null, so optional keys are simply not required. Dates are strings of format `date`, which is how
/// TOML editors see local dates.
pub fn schema() -> Value {
    schema_of::<CatalogueFile>()
}

/// The JSON Schema of a format that TOML files are written in.
pub(crate) fn schema_of<T: JsonSchema>() -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<T>().to_value();
    without_null(&mut schema);
    schema
}

/// Takes out what only JSON can say: null as an alternative, and empty defaults.
fn without_null(node: &mut Value) {
    match node {
        Value::Object(object) => {
            if object.get("default").is_some_and(|default| {
                default.is_null() || default.as_array().is_some_and(Vec::is_empty)
            }) {
                object.remove("default");
            }
            if let Some(Value::Array(types)) = object.get_mut("type") {
                types.retain(|name| name != "null");
                if let [only] = types.as_slice() {
                    let only = only.clone();
                    object.insert("type".into(), only);
                }
            }
            if let Some(Value::Array(alternatives)) = object.get_mut("anyOf") {
                alternatives.retain(|alternative| {
                    alternative.get("type").is_none_or(|name| name != "null")
                });
                if let [Value::Object(only)] = alternatives.as_slice() {
                    let only = only.clone();
                    object.remove("anyOf");
                    for (key, value) in only {
                        object.entry(key).or_insert(value);
                    }
                }
            }
            object.values_mut().for_each(without_null);
        }
        Value::Array(list) => list.iter_mut().for_each(without_null),
        _ => {}
    }
}
