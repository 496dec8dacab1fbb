//! Finds everything in a file that does not fit the format, and puts a stand-in there, so that the rest can be read.
//!
//! Reading into types stops at the first misfit. Only when that happens is the file compared with the schema, which
//! finds them all. What must be there but is missing or unfit is stood in for: the entry keeps its place, everything
//! else about it can still be checked, and faults about the stand-in itself are not told.

use std::borrow::Cow;
use std::ops::Range;

use serde_json::Value;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::fault::{FaultKind, nearest};

/// The place of every stand-in: no file is that long.
pub(crate) const STAND_IN: Range<usize> = usize::MAX..usize::MAX;

/// Compares a file with the schema, takes out what does not fit, and tells what that was and where.
pub(super) fn take_out_misfits(
    schema: &Value,
    file: &mut Spanned<DeTable<'_>>,
) -> Vec<(FaultKind, Range<usize>)> {
    let mut walk = Walk {
        schema,
        path: Vec::new(),
        faults: Vec::new(),
    };
    walk.table(schema, file.get_mut(), &(0..0));
    walk.faults
}

struct Walk<'s> {
    schema: &'s Value,
    /// The keys on the way here.
    path: Vec<&'s str>,
    faults: Vec<(FaultKind, Range<usize>)>,
}

impl<'s> Walk<'s> {
    fn fault(&mut self, kind: FaultKind, span: Range<usize>) {
        self.faults.push((kind, span));
    }

    /// The key whose value is looked at.
    fn key(&self) -> String {
        self.path.last().copied().unwrap_or_default().to_owned()
    }

    /// The table that is looked at, as its heading has it: `service.responsible`; `file` at the top of a file.
    fn heading(&self) -> String {
        if self.path.is_empty() {
            return "file".to_owned();
        }
        self.path.join(".")
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
    fn value(&mut self, node: &'s Value, value: &mut Spanned<DeValue<'_>>) -> bool {
        let node = self.resolve(node);
        let span = value.span();
        if let Some(alternatives) = node.get("anyOf").and_then(Value::as_array) {
            let fitting = alternatives
                .iter()
                .map(|node| self.resolve(node))
                .find(|node| fits(node, value.get_ref()));
            if let Some(node) = fitting {
                return self.value(node, value);
            }
            let expected: Vec<_> = alternatives
                .iter()
                .map(|node| type_word(self.resolve(node)))
                .collect();
            return self.wrong_type(&expected.join("-or-"), value.get_ref(), span);
        }
        if !fits(node, value.get_ref()) {
            self.unfit(node, value.get_ref(), span);
            return self.alone(node, value);
        }
        match value.get_mut() {
            DeValue::String(text) => self.word(node, text, span),
            DeValue::Integer(number) => {
                let written = number.as_str().to_owned();
                let number = i64::from_str_radix(number.as_str(), number.radix()).ok();
                self.range(node, number, written, span)
            }
            DeValue::Datetime(moment) if moment.time.is_some() || moment.date.is_none() => {
                self.wrong_type("date", &DeValue::Datetime(*moment), span)
            }
            DeValue::Array(list) => self.list(node, list, span),
            DeValue::Table(table) => {
                self.table(node, table, &span);
                true
            }
            _ => true,
        }
    }

    fn wrong_type(&mut self, expected: &str, found: &DeValue<'_>, span: Range<usize>) -> bool {
        let kind = FaultKind::WrongType {
            key: self.key(),
            expected: expected.into(),
            found: found_word(found).into(),
        };
        self.fault(kind, span);
        false
    }

    /// Tells that a value is not what the schema asks for; a list of entries is called by its heading.
    fn unfit(&mut self, node: &'s Value, found: &DeValue<'_>, span: Range<usize>) {
        let items = node.get("items").map(|items| self.resolve(items));
        if items.is_none_or(|items| type_word(items) != "table") {
            self.wrong_type(type_word(node), found, span);
            return;
        }
        let kind = FaultKind::WrongType {
            key: self.heading(),
            expected: "entries".into(),
            found: found_word(found).into(),
        };
        self.fault(kind, span);
    }

    /// Takes what stands where a list should for a list of one, so that what it holds is checked all the same.
    fn alone(&mut self, node: &'s Value, value: &mut Spanned<DeValue<'_>>) -> bool {
        let Some(items) = node.get("items").map(|items| self.resolve(items)) else {
            return false;
        };
        if type_word(items) == "anything" || !fits(items, value.get_ref()) {
            return false;
        }
        let span = value.span();
        let one = std::mem::replace(value.get_mut(), DeValue::Boolean(false));
        let mut list = DeArray::new();
        list.push(Spanned::new(span.clone(), one));
        let kept = self.list(node, &mut list, span);
        *value.get_mut() = DeValue::Array(list);
        kept
    }

    fn word(&mut self, node: &'s Value, text: &str, span: Range<usize>) -> bool {
        let allowed = allowed_words(node);
        if allowed.is_empty() || allowed.contains(&text) {
            return true;
        }
        let kind = FaultKind::UnknownWord {
            key: self.key(),
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
        written: String,
        span: Range<usize>,
    ) -> bool {
        let least = node.get("minimum").and_then(Value::as_i64).unwrap_or(0);
        let most = node.get("maximum").and_then(Value::as_i64);
        let limit = most.unwrap_or(u32::MAX.into());
        if number.is_some_and(|number| (least..=limit).contains(&number)) {
            return true;
        }
        let kind = FaultKind::OutOfRange {
            key: self.key(),
            value: written,
            least: least.to_string(),
            most: most.map_or_else(|| "none".to_owned(), |most| most.to_string()),
        };
        self.fault(kind, span);
        false
    }

    fn list(&mut self, node: &'s Value, list: &mut DeArray<'_>, span: Range<usize>) -> bool {
        if list.is_empty() {
            let least = node.get("minItems").and_then(Value::as_u64);
            if least.is_some_and(|least| least > 0) {
                let key = self.key();
                let format = "catalogue".to_owned();
                self.fault(FaultKind::EmptyList { key, format }, span);
                return false;
            }
            return true;
        }
        let Some(items) = node.get("items") else {
            return true;
        };
        let mut kept = DeArray::new();
        for mut item in std::mem::replace(list, DeArray::new()) {
            if self.value(items, &mut item) {
                kept.push(item);
            }
        }
        *list = kept;
        // A list that is empty only because nothing in it could be read says nothing.
        !list.is_empty()
    }

    /// A table whose keys are for the writer to choose.
    fn free_table(&mut self, node: &'s Value, table: &mut DeTable<'_>) {
        let Some(values) = node.get("additionalProperties") else {
            return;
        };
        let mut misfits: Vec<String> = Vec::new();
        for (key, value) in table.iter_mut() {
            if !self.value(values, value) {
                misfits.push(key.get_ref().to_string());
            }
        }
        for key in misfits {
            table.remove(key.as_str());
        }
    }

    fn table(&mut self, node: &'s Value, table: &mut DeTable<'_>, span: &Range<usize>) {
        let Some(properties) = node.get("properties").and_then(Value::as_object) else {
            return self.free_table(node, table);
        };
        let mut unknown: Vec<(String, String)> = Vec::new();
        let mut misfits: Vec<String> = Vec::new();
        for (key, value) in table.iter_mut() {
            let word = key.get_ref().as_ref();
            if let Some((word, property)) = properties.get_key_value(word) {
                self.path.push(word);
                if !self.value(property, value) {
                    misfits.push(word.to_owned());
                }
                self.path.pop();
            } else {
                let nearest = nearest(word, properties.keys().map(String::as_str));
                unknown.push((word.to_owned(), nearest.clone()));
                let kind = FaultKind::UnknownKey {
                    key: word.to_owned(),
                    table: self.heading(),
                    nearest,
                };
                self.fault(kind, key.span());
            }
        }
        for key in &misfits {
            table.remove(key.as_str());
        }
        for (key, meant) in unknown {
            // A misspelt key is read as the one that was meant, unless that is there as well.
            let Some(mut value) = table.remove(key.as_str()) else {
                continue;
            };
            let Some((meant, property)) = properties.get_key_value(&meant) else {
                continue;
            };
            if misfits.contains(meant) || table.contains_key(meant.as_str()) {
                continue;
            }
            self.path.push(meant);
            if self.value(property, &mut value) {
                let key = Spanned::new(STAND_IN, Cow::Owned(meant.clone()));
                table.insert(key, value);
            } else {
                misfits.push(meant.clone());
            }
            self.path.pop();
        }
        let required = node.get("required").and_then(Value::as_array);
        for key in required.into_iter().flatten().filter_map(Value::as_str) {
            if table.contains_key(key) {
                continue;
            }
            // Whoever wrote something unfit there has been told already.
            if !misfits.iter().any(|told| told == key) {
                let kind = FaultKind::MissingKey {
                    key: key.into(),
                    table: self.heading(),
                };
                self.fault(kind, span.clone());
            }
            if let Some(property) = properties.get(key) {
                let key = Spanned::new(STAND_IN, Cow::Owned(key.to_owned()));
                table.insert(key, Spanned::new(STAND_IN, self.stand_in(property)));
            }
        }
    }

    /// A value that fits.
    fn stand_in(&self, node: &'s Value) -> DeValue<'static> {
        let node = self.resolve(node);
        if let Some(alternatives) = node.get("anyOf").and_then(Value::as_array) {
            let list = alternatives
                .iter()
                .find(|node| type_word(self.resolve(node)) == "list");
            return match list.or(alternatives.first()) {
                Some(node) => self.stand_in(node),
                None => DeValue::Boolean(false),
            };
        }
        match type_word(node) {
            "list" => {
                let mut list = DeArray::new();
                let least = node.get("minItems").and_then(Value::as_u64);
                if let (Some(1..), Some(items)) = (least, node.get("items")) {
                    list.push(Spanned::new(STAND_IN, self.stand_in(items)));
                }
                DeValue::Array(list)
            }
            "table" => DeValue::Table(DeTable::new()),
            "boolean" => DeValue::Boolean(false),
            _ => {
                let word = allowed_words(node).first().copied().unwrap_or_default();
                DeValue::String(Cow::Owned(word.to_owned()))
            }
        }
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
