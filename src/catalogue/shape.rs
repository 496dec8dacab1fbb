//! Finds everything in a file that does not fit the format, and takes it out, so that the rest can still be read.
//!
//! Reading into types stops at the first misfit. Only when that happens is the file compared with the schema, which
//! finds them all. What is taken out leaves its id behind: whoever refers to it should not be blamed as well.

use std::ops::Range;

use serde_json::Value;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::fault::{EntryKind, FaultKind, nearest};

/// The misfits of one file.
#[derive(Debug, Default)]
pub(super) struct Misfits {
    /// What is wrong, and where.
    pub faults: Vec<(FaultKind, Range<usize>)>,
    /// Ids of entries that had to be left out.
    pub lost: Vec<(EntryKind, String)>,
}

/// Compares a file with the schema and takes out what does not fit.
pub(super) fn take_out_misfits(schema: &Value, file: &mut Spanned<DeTable<'_>>) -> Misfits {
    let mut walk = Walk {
        schema,
        misfits: Misfits::default(),
    };
    walk.table(schema, file.get_mut(), 0..0, "");
    walk.misfits
}

struct Walk<'s> {
    schema: &'s Value,
    misfits: Misfits,
}

impl<'s> Walk<'s> {
    fn fault(&mut self, kind: FaultKind, span: Range<usize>) {
        self.misfits.faults.push((kind, span));
    }

    /// Follows `$ref` to the definition.
    fn resolve(&self, node: &'s Value) -> &'s Value {
        match node.get("$ref").and_then(Value::as_str) {
            Some(reference) => reference
                .strip_prefix('#')
                .and_then(|pointer| self.schema.pointer(pointer))
                .unwrap_or(node),
            None => node,
        }
    }

    /// Whether the value may stay.
    fn value(&mut self, node: &'s Value, value: &mut Spanned<DeValue<'_>>, key: &str) -> bool {
        let node = self.resolve(node);
        let span = value.span();
        if let Some(alternatives) = node.get("anyOf").and_then(Value::as_array) {
            let fitting = alternatives
                .iter()
                .map(|node| self.resolve(node))
                .find(|node| fits(node, value.get_ref()));
            return match fitting {
                Some(node) => self.value(node, value, key),
                None => {
                    let expected: Vec<_> = alternatives
                        .iter()
                        .map(|node| type_word(self.resolve(node)))
                        .collect();
                    self.wrong_type(key, &expected.join("-or-"), value.get_ref(), span)
                }
            };
        }
        if !fits(node, value.get_ref()) {
            return self.wrong_type(key, type_word(node), value.get_ref(), span);
        }
        match value.get_mut() {
            DeValue::String(text) => self.word(node, text, key, span),
            DeValue::Integer(number) => {
                let number = i64::from_str_radix(number.as_str(), number.radix()).ok();
                self.range(node, number, key, span)
            }
            DeValue::Datetime(moment) if moment.time.is_some() || moment.date.is_none() => {
                self.wrong_type(key, "date", &DeValue::Datetime(*moment), span)
            }
            DeValue::Array(list) => self.list(node, list, key, span),
            DeValue::Table(table) => self.table(node, table, span, key),
            _ => true,
        }
    }

    fn wrong_type(
        &mut self,
        key: &str,
        expected: &str,
        found: &DeValue<'_>,
        span: Range<usize>,
    ) -> bool {
        let kind = FaultKind::WrongType {
            key: key.into(),
            expected: expected.into(),
            found: found_word(found).into(),
        };
        self.fault(kind, span);
        false
    }

    fn word(&mut self, node: &'s Value, text: &str, key: &str, span: Range<usize>) -> bool {
        let allowed = allowed_words(node);
        if allowed.is_empty() || allowed.contains(&text) {
            return true;
        }
        let kind = FaultKind::UnknownWord {
            key: key.into(),
            value: text.into(),
            allowed: allowed.join(", "),
            nearest: nearest(text, allowed),
        };
        self.fault(kind, span);
        false
    }

    fn range(
        &mut self,
        node: &'s Value,
        number: Option<i64>,
        key: &str,
        span: Range<usize>,
    ) -> bool {
        let least = node.get("minimum").and_then(Value::as_i64).unwrap_or(0);
        let most = node
            .get("maximum")
            .and_then(Value::as_i64)
            .unwrap_or(u32::MAX.into());
        if number.is_some_and(|number| (least..=most).contains(&number)) {
            return true;
        }
        let kind = FaultKind::OutOfRange {
            key: key.into(),
            value: number.map_or_else(String::new, |number| number.to_string()),
            least: least.to_string(),
            most: most.to_string(),
        };
        self.fault(kind, span);
        false
    }

    fn list(
        &mut self,
        node: &'s Value,
        list: &mut DeArray<'_>,
        key: &str,
        span: Range<usize>,
    ) -> bool {
        if list.is_empty()
            && node
                .get("minItems")
                .and_then(Value::as_u64)
                .is_some_and(|least| least > 0)
        {
            self.fault(FaultKind::EmptyList { key: key.into() }, span);
            return false;
        }
        if let Some(items) = node.get("items") {
            let mut kept = DeArray::new();
            for mut item in std::mem::replace(list, DeArray::new()) {
                if self.value(items, &mut item, key) {
                    kept.push(item);
                }
            }
            *list = kept;
        }
        true
    }

    fn table(
        &mut self,
        node: &'s Value,
        table: &mut DeTable<'_>,
        span: Range<usize>,
        name: &str,
    ) -> bool {
        let Some(properties) = node.get("properties").and_then(Value::as_object) else {
            return true;
        };
        let required = || {
            node.get("required")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
        };
        let id = table
            .get("id")
            .and_then(|id| id.get_ref().as_str())
            .map(str::to_owned);
        let found_at = table.iter().next().map_or(span.clone(), |(key, _)| {
            if span.is_empty() {
                key.span()
            } else {
                span.clone()
            }
        });

        let mut misfits: Vec<String> = Vec::new();
        for (key, value) in table.iter_mut() {
            let word = key.get_ref().as_ref();
            if let Some(property) = properties.get(word) {
                if !self.value(property, value, word) {
                    misfits.push(word.to_owned());
                }
            } else {
                let kind = FaultKind::UnknownKey {
                    key: word.to_owned(),
                    table: name.to_owned(),
                    nearest: nearest(word, properties.keys().map(String::as_str)),
                };
                self.misfits.faults.push((kind, key.span()));
                misfits.push(word.to_owned());
            }
        }
        let mut complete = true;
        for key in required() {
            if !table.contains_key(key) {
                self.fault(
                    FaultKind::MissingKey {
                        key: key.into(),
                        table: name.into(),
                    },
                    found_at.clone(),
                );
                complete = false;
            } else if misfits.iter().any(|misfit| misfit == key) {
                complete = false;
            }
        }
        for key in misfits {
            table.remove(key.as_str());
        }
        if !complete && let (Some(kind), Some(id)) = (EntryKind::of_table(name), id) {
            self.misfits.lost.push((kind, id));
        }
        complete
    }
}

/// The words a text may be, where the schema lists them.
fn allowed_words(node: &Value) -> Vec<&str> {
    let listed = node
        .get("enum")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    let described = node
        .get("oneOf")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|one| one.get("const"));
    listed.chain(described).filter_map(Value::as_str).collect()
}

/// Whether the value is of the type the schema asks for, whatever it holds.
fn fits(node: &Value, value: &DeValue<'_>) -> bool {
    match type_word(node) {
        "date" => value.is_datetime(),
        "text" => value.is_str(),
        "integer" => value.is_integer(),
        "boolean" => value.is_bool(),
        "list" => value.is_array(),
        "table" => value.is_table(),
        _ => true,
    }
}

/// What the schema asks for, in the words of the messages.
fn type_word(node: &Value) -> &'static str {
    if node.get("oneOf").is_some() {
        return "text";
    }
    match (
        node.get("type").and_then(Value::as_str),
        node.get("format").and_then(Value::as_str),
    ) {
        (Some("string"), Some("date")) => "date",
        (Some("string"), _) => "text",
        (Some("integer"), _) => "integer",
        (Some("boolean"), _) => "boolean",
        (Some("array"), _) => "list",
        (Some("object"), _) => "table",
        _ => "anything",
    }
}

/// What stands there, in the words of the messages.
fn found_word(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "integer",
        DeValue::Float(_) => "decimal",
        DeValue::Boolean(_) => "boolean",
        DeValue::Datetime(moment) if moment.time.is_none() => "date",
        DeValue::Datetime(_) => "moment",
        DeValue::Array(_) => "list",
        DeValue::Table(_) => "table",
    }
}
