//! A line as words, numbers and signs.

use std::ops::Range;

use super::library_names::fold_word;

/// A word, a number or a sign of a line, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) bytes: Range<usize>,
    pub(super) kind: TokenKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A number, in thousandths.
    Number(u64),
    /// A word, folded.
    Word(String),
    /// Any other sign that is seen.
    Sign(char),
}

/// Words that are numbers.
const NUMBERS: [(&str, u64); 13] = [
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("twenty", 20),
    ("thirty", 30),
    ("sixty", 60),
];

/// The most digits of a number that is read as one.
const DIGITS_MAX: usize = 9;

/// The tokens of a line.
pub(super) fn tokens(line: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = line.char_indices().peekable();
    while let Some((from, c)) = rest.next() {
        if c.is_whitespace() {
            continue;
        }
        let is_like: fn(char) -> bool = if c.is_ascii_digit() {
            |c| c.is_ascii_digit()
        } else if c.is_alphabetic() {
            |c| c.is_alphabetic() || matches!(c, '\'' | '’')
        } else {
            tokens.push(Token { bytes: from..from + c.len_utf8(), kind: TokenKind::Sign(c) });
            continue;
        };
        let mut to = from + c.len_utf8();
        while let Some((at, c)) = rest.next_if(|(_, c)| is_like(*c)) {
            to = at + c.len_utf8();
        }
        let text = line.get(from..to).unwrap_or_default();
        if !c.is_ascii_digit() {
            let (text, to) = match text.trim_end_matches(['\'', '’']) {
                word if word.len() < text.len() => (word, from + word.len()),
                word => (word, to),
            };
            tokens.push(Token { bytes: from..to, kind: word(text) });
            continue;
        }
        let mut thousandths = 0;
        // "1.5" and "1,5", but neither "2." before a name nor "1,000".
        let mut ahead = rest.clone();
        if ahead.next_if(|(_, c)| matches!(c, '.' | ',')).is_some() {
            let digits: String =
                ahead.clone().map(|(_, c)| c).take_while(char::is_ascii_digit).take(3).collect();
            if (1..=2).contains(&digits.len()) {
                thousandths =
                    digits.parse::<u64>().unwrap_or_default() * if digits.len() == 1 { 100 } else { 10 };
                ahead.nth(digits.len() - 1);
                to += 1 + digits.len();
                rest = ahead;
            }
        }
        let whole = if text.len() <= DIGITS_MAX { text.parse().unwrap_or(u64::MAX) } else { u64::MAX };
        let number = whole.saturating_mul(1_000).saturating_add(thousandths);
        tokens.push(Token { bytes: from..to, kind: TokenKind::Number(number) });
    }
    tokens
}

fn word(text: &str) -> TokenKind {
    let folded = fold_word(text);
    match NUMBERS.iter().find(|(name, _)| *name == folded) {
        Some((_, number)) => TokenKind::Number(number * 1_000),
        None => TokenKind::Word(folded),
    }
}

/// A place among the tokens of a line, from which they are read.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    tokens: &'a [Token],
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(tokens: &'a [Token], at: usize) -> Self {
        Self { tokens, at }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.tokens.len()
    }

    /// The place before the last token that was read.
    pub(super) fn back(self) -> Self {
        Self { at: self.at.saturating_sub(1), ..self }
    }

    fn kind(&self) -> Option<&'a TokenKind> {
        self.tokens.get(self.at).map(|token| &token.kind)
    }

    /// A number, in thousandths.
    pub(super) fn number(&mut self) -> Option<u64> {
        match self.kind()? {
            TokenKind::Number(number) => {
                self.at += 1;
                Some(*number)
            }
            TokenKind::Word(_) | TokenKind::Sign(_) => None,
        }
    }

    /// A whole number.
    pub(super) fn whole(&mut self) -> Option<u32> {
        let before = self.at;
        let number = self.number().filter(|number| number % 1_000 == 0);
        let whole = number.map(|number| u32::try_from(number / 1_000).unwrap_or(u32::MAX));
        if whole.is_none() {
            self.at = before;
        }
        whole
    }

    /// One of some words, each folded.
    pub(super) fn word(&mut self, words: &[&str]) -> Option<&'a str> {
        match self.kind()? {
            TokenKind::Word(word) if words.contains(&word.as_str()) => {
                self.at += 1;
                Some(word)
            }
            _ => None,
        }
    }

    /// One of some signs.
    pub(super) fn sign(&mut self, signs: &[char]) -> Option<char> {
        match self.kind()? {
            TokenKind::Sign(sign) if signs.contains(sign) => {
                self.at += 1;
                Some(*sign)
            }
            _ => None,
        }
    }

    /// Any of some words, as often as they come.
    pub(super) fn skip(&mut self, words: &[&str]) {
        while self.word(words).is_some() {}
    }

    /// "x", "×" or "*".
    pub(super) fn times(&mut self) -> bool {
        self.word(&["x"]).is_some() || self.sign(&['×', '*', '✕', '⨯']).is_some()
    }
}
