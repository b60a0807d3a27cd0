//! From values to text, on one line.

use std::fmt::{self, Write};

use super::{Object, Value};

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::new();
        value(self, &mut out);
        f.write_str(&out)
    }
}

fn value(of: &Value, out: &mut String) {
    match of {
        Value::Null => out.push_str("null"),
        Value::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Value::Number(number) => out.push_str(number),
        Value::Text(text) => string(text, out),
        Value::List(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                comma(i, out);
                value(item, out);
            }
            out.push(']');
        }
        Value::Object(Object(fields)) => {
            out.push('{');
            for (i, (name, field)) in fields.iter().enumerate() {
                comma(i, out);
                string(name, out);
                out.push(':');
                value(field, out);
            }
            out.push('}');
        }
    }
}

fn comma(i: usize, out: &mut String) {
    if i > 0 {
        out.push(',');
    }
}

fn string(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            ..' ' => {
                // Writing to a String can't fail.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out.push('"');
}
