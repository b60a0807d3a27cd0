//! From text to values.

use std::fmt;

use super::{Object, Value};

/// How deep lists and objects may lie within one another. What is read never comes near; without a limit, a text
/// of brackets alone would be a stack overflow.
const DEPTH_MAX: u32 = 100;

/// Why a text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// What is wrong, as the beginning of a sentence.
    problem: &'static str,
    /// Line, from 1.
    line: usize,
    /// Character in the line, from 1.
    column: usize,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} in line {}, column {}", self.problem, self.line, self.column)
    }
}

impl std::error::Error for ReadError {}

/// Reads one value, and nothing after it but space.
///
/// # Errors
/// When the text is not JSON: what is wrong, and where.
pub fn read(text: &str) -> Result<Value, ReadError> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(0).and_then(|value| {
        reader.skip_space();
        if reader.at == text.len() { Ok(value) } else { Err("there is something after the end") }
    });
    value.map_err(|problem| {
        let before = text.get(..reader.at).unwrap_or(text);
        let (mut line, mut column) = (1, 1);
        for c in before.chars() {
            (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        ReadError { problem, line, column }
    })
}

type Read<T> = Result<T, &'static str>;

struct Reader<'a> {
    text: &'a str,
    /// Index of the next byte. Between two characters whenever an error is told.
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Goes over a byte if it is the next one.
    fn goes_on_with(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// What lies from an index to here.
    fn since(&self, start: usize) -> &str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn value(&mut self, depth: u32) -> Read<Value> {
        if depth > DEPTH_MAX {
            return Err("there are too many lists and objects within one another");
        }
        self.skip_space();
        match self.peek() {
            Some(b'"') => Ok(Value::Text(self.string()?)),
            Some(b'{') => self.object(depth),
            Some(b'[') => self.list(depth),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Read<Value> {
        for (word, value) in [("null", Value::Null), ("true", true.into()), ("false", false.into())] {
            if self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word)) {
                self.at += word.len();
                return Ok(value);
            }
        }
        Err("a value is missing")
    }

    fn list(&mut self, depth: u32) -> Read<Value> {
        let mut items = Vec::new();
        self.items(b']', |reader| {
            items.push(reader.value(depth + 1)?);
            Ok(())
        })?;
        Ok(Value::List(items))
    }

    fn object(&mut self, depth: u32) -> Read<Value> {
        let mut object = Object::default();
        self.items(b'}', |reader| {
            if reader.peek() != Some(b'"') {
                return Err("a name in quotes is missing");
            }
            let name = reader.string()?;
            reader.skip_space();
            if !reader.goes_on_with(b':') {
                return Err("a colon is missing");
            }
            object.0.push((name, reader.value(depth + 1)?));
            Ok(())
        })?;
        Ok(Value::Object(object))
    }

    /// What is between brackets, with commas between.
    fn items(&mut self, end: u8, mut item: impl FnMut(&mut Self) -> Read<()>) -> Read<()> {
        self.at += 1;
        self.skip_space();
        if self.goes_on_with(end) {
            return Ok(());
        }
        loop {
            self.skip_space();
            item(self)?;
            self.skip_space();
            if self.goes_on_with(end) {
                return Ok(());
            }
            if !self.goes_on_with(b',') {
                return Err("a comma or a closing bracket is missing");
            }
        }
    }

    /// Kept as it is written.
    fn number(&mut self) -> Read<Value> {
        let start = self.at;
        self.goes_on_with(b'-');
        if !self.goes_on_with(b'0') {
            self.digits()?;
        }
        if self.goes_on_with(b'.') {
            self.digits()?;
        }
        if self.goes_on_with(b'e') || self.goes_on_with(b'E') {
            if !self.goes_on_with(b'+') {
                self.goes_on_with(b'-');
            }
            self.digits()?;
        }
        Ok(Value::Number(self.since(start).to_owned()))
    }

    fn digits(&mut self) -> Read<()> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start { Err("a digit is missing") } else { Ok(()) }
    }

    fn string(&mut self) -> Read<String> {
        self.at += 1;
        let mut string = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek(), None | Some(b'"' | b'\\' | ..0x20)) {
                self.at += 1;
            }
            string.push_str(self.since(start));
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(string);
                }
                Some(b'\\') => {
                    self.at += 1;
                    string.push(self.escaped()?);
                }
                Some(_) => return Err("a text has a line break or another control character in it"),
                None => return Err("a text has no end"),
            }
        }
    }

    fn escaped(&mut self) -> Read<char> {
        let escaped = match self.peek() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            _ => return Err("an escape is not one that JSON has"),
        };
        self.at += 1;
        Ok(escaped)
    }

    /// `u` and four hexadecimal digits; characters beyond these are two of them.
    fn unicode(&mut self) -> Read<char> {
        let mut code = self.hex()?;
        if (0xd800..0xdc00).contains(&code) && self.goes_on_with(b'\\') && self.peek() == Some(b'u') {
            let low = self.hex()?.wrapping_sub(0xdc00);
            if low < 0x400 {
                code = 0x1_0000 + ((code - 0xd800) << 10) + low;
            }
        }
        char::from_u32(code).ok_or("an escape is half a character")
    }

    fn hex(&mut self) -> Read<u32> {
        let digits = self.text.get(self.at + 1..self.at + 5).unwrap_or_default();
        // `from_str_radix` would take a sign too.
        let all_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let code = u32::from_str_radix(digits, 16).ok().filter(|_| all_hex);
        let code = code.ok_or("an escape has no four hexadecimal digits")?;
        self.at += 5;
        Ok(code)
    }
}
