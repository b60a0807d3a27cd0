//! Rust as a row of tokens, so that a rule sees code and neither comments nor the insides of strings.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::{Finding, SourceFile};

/// A word or sign of the code; every literal is `""`.
#[derive(Debug)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) line: usize,
}

/// Whether what is tested is in scope.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tests {
    /// All code.
    In,
    /// Only what ships: no `#[cfg(test)]`, no `#[test]`, no file of tests.
    Out,
}

/// The tokens of a file; a finding when it can't be read.
pub(super) fn tokens(file: &SourceFile, tests: Tests) -> Result<Vec<Token>, Finding> {
    if tests == Tests::Out && (file.path.contains("/tests/") || file.path.ends_with("/tests.rs")) {
        return Ok(Vec::new());
    }
    let stream: TokenStream = file
        .text
        .parse()
        .map_err(|error| Finding::new(file, 1, format!("this can't be read as Rust: {error}")))?;
    let mut tokens = Vec::new();
    flatten(stream, tests, &mut tokens);
    Ok(tokens)
}

/// The lines where the words and signs stand one after the other.
pub(super) fn lines_of(tokens: &[Token], pattern: &[&str]) -> Vec<usize> {
    tokens
        .windows(pattern.len())
        .filter(|window| window.iter().map(|token| token.text.as_str()).eq(pattern.iter().copied()))
        .map(|window| window[0].line)
        .collect()
}

fn flatten(stream: TokenStream, tests: Tests, into: &mut Vec<Token>) {
    let mut trees = stream.into_iter().peekable();
    while let Some(tree) = trees.next() {
        let line = tree.span().start().line;
        let mut push = |text: &str| into.push(Token { text: text.to_owned(), line });
        match tree {
            TokenTree::Punct(sign) => {
                let is_test =
                    matches!(trees.peek(), Some(next) if sign.as_char() == '#' && marks_a_test(next));
                if tests == Tests::Out && is_test {
                    // The marked item ends with its braces, or with a semicolon.
                    trees.find(|tree| match tree {
                        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                        TokenTree::Punct(sign) => sign.as_char() == ';',
                        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
                    });
                } else {
                    push(&sign.to_string());
                }
            }
            TokenTree::Ident(word) => push(&word.to_string()),
            TokenTree::Literal(_) => push("\"\""),
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                push(open);
                flatten(group.stream(), tests, into);
                into.push(Token { text: close.to_owned(), line: group.span_close().start().line });
            }
        }
    }
}

/// Whether an attribute's brackets hold `cfg(test)` or `test`.
fn marks_a_test(tree: &TokenTree) -> bool {
    let TokenTree::Group(group) = tree else { return false };
    let inside: String = group.stream().to_string().split_whitespace().collect();
    inside == "test" || inside.starts_with("cfg(test)")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, tests: Tests) -> Vec<usize> {
        let file = SourceFile { path: "src/a.rs".to_owned(), text: text.to_owned() };
        lines_of(&tokens(&file, tests).unwrap(), &[".", "unwrap", "(", ")"])
    }

    #[test]
    fn comments_and_strings_are_not_code() {
        let text =
            "/// x.unwrap()\nfn a() { b(\"x.unwrap()\"); /* x.unwrap() */ // x.unwrap()\n c\n.unwrap() }";
        assert_eq!(lines(text, Tests::Out), [4]);
    }

    #[test]
    fn tests_can_be_left_out() {
        let text = "#[cfg(test)]\nmod tests { fn a() { x.unwrap() } }\n#[test]\nfn b() { x.unwrap() }\n\
                    #[cfg(test)]\nuse c;\nfn d() { x.unwrap() }";
        assert_eq!(lines(text, Tests::Out), [7]);
        assert_eq!(lines(text, Tests::In), [2, 4, 7]);
    }

    #[test]
    fn what_is_no_rust_is_a_finding() {
        let file = SourceFile { path: "src/a.rs".to_owned(), text: "fn a( {".to_owned() };
        assert!(tokens(&file, Tests::In).is_err());
    }
}
