//! Texts in the letters that any address can hold: compressed, and marked with what they are.
//!
//! `v1-` and then base64url of a zlib stream with a preset dictionary, [`DICTIONARY`]. Such a stream ends with a checksum,
//! by which a link that was cut off or changed on its way is recognised.

use std::fmt;

use base64::Engine as _;
use base64::alphabet::URL_SAFE;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};

/// What version 1 of links is compressed with: texts that routines are made of, those that are used most last. It never
/// changes, since links were made with it; another one would be version 2.
const DICTIONARY: &[u8] = include_bytes!("dictionary-1.txt");

/// No link has more characters behind its hash than this. What people send each other has a few hundred, and some
/// browsers take no address of more than 80,000.
pub const LINK_MAX: usize = 64_000;

/// Nothing that is packed has more bytes than this, however well it can be compressed.
const TEXT_MAX: usize = 512_000;

/// Without padding, and forgiving about the last bits: other letters may have got behind the link.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// What a link holds. Its mark is a letter and the version, such as `v1-`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The document of a routine.
    Routine,
    /// What somebody has done of a routine.
    Summary,
}

impl Kind {
    const fn letter(self) -> char {
        match self {
            Self::Routine => 'v',
            Self::Summary => 's',
        }
    }
}

/// The version of links that this code writes.
const VERSION: u32 = 1;

/// Why a link can't be read, or made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It is something else than a link of this kind.
    NotALink,
    /// A newer version of Supple has made it.
    Newer,
    /// Its end is missing.
    CutOff,
    /// Letters of it were changed.
    Altered,
    /// It is longer than [`LINK_MAX`].
    TooLong,
    /// It would swell beyond anything that is ever packed.
    Swells,
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotALink => "This is no link of Supple.",
            Self::Newer => "A newer version of Supple has made this link.",
            Self::CutOff => "The end of this link is missing.",
            Self::Altered => "Letters of this link were changed.",
            Self::TooLong => "This is too long for a link.",
            Self::Swells => "This link would swell to more than any routine.",
        })
    }
}

impl std::error::Error for LinkError {}

/// Packs a text, with the mark of what it is.
pub(super) fn pack(kind: Kind, text: &str) -> Result<String, LinkError> {
    if text.len() > TEXT_MAX {
        return Err(LinkError::TooLong);
    }
    let bytes = deflate(text.as_bytes()).ok_or(LinkError::TooLong)?;
    let packed = format!("{}{VERSION}-{}", kind.letter(), BASE64.encode(bytes));
    if packed.len() > LINK_MAX { Err(LinkError::TooLong) } else { Ok(packed) }
}

/// The reverse of [`pack`]. The link may have gone through messengers and mail programs, or be a whole address.
pub(super) fn unpack(kind: Kind, link: &str) -> Result<String, LinkError> {
    if link.len() > LINK_MAX {
        return Err(LinkError::TooLong);
    }
    let link = unworn(link);
    let (version, packed) = marked(kind, &link).ok_or(LinkError::NotALink)?;
    if version != VERSION {
        return Err(if version > VERSION { LinkError::Newer } else { LinkError::NotALink });
    }
    // Of four letters one alone is no byte.
    let whole = if packed.len() % 4 == 1 { packed.len() - 1 } else { packed.len() };
    let bytes = BASE64.decode(packed.get(..whole).unwrap_or_default()).map_err(|_| LinkError::Altered)?;
    String::from_utf8(inflate(&bytes)?).map_err(|_| LinkError::Altered)
}

/// Whether this looks like a link of that kind, of whatever version.
pub(super) fn is_marked(kind: Kind, link: &str) -> bool {
    link.len() <= LINK_MAX && marked(kind, &unworn(link)).is_some()
}

/// A link as it was before messengers and mail programs had it. They break lines (quoted-printable text does it after a
/// `=`), put in spaces and invisible characters, write `%2D` for a hyphen, or make a dash of it.
fn unworn(link: &str) -> String {
    let mut clean = String::with_capacity(link.len());
    let mut rest = link.chars();
    while let Some(letter) = rest.next() {
        match letter {
            '%' => {
                let digits: String = rest.clone().take(2).collect();
                match u8::from_str_radix(&digits, 16) {
                    Ok(byte) if digits.len() == 2 && byte.is_ascii() => {
                        rest.nth(1);
                        push(&mut clean, char::from(byte));
                    }
                    _ => clean.push(letter),
                }
            }
            _ => push(&mut clean, letter),
        }
    }
    clean
}

fn push(clean: &mut String, letter: char) {
    match letter {
        _ if letter.is_whitespace() || is_invisible(letter) => {
            if clean.ends_with('=') {
                clean.pop();
            }
        }
        '\u{2010}'..='\u{2014}' | '\u{2212}' => clean.push('-'),
        _ => clean.push(letter),
    }
}

/// Whether it is a character that only says how others are laid out, such as a soft hyphen.
const fn is_invisible(letter: char) -> bool {
    matches!(letter, '\0'..='\u{1f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The version in a link's mark, and the letters after it, up to where something else begins.
fn marked(kind: Kind, link: &str) -> Option<(u32, &str)> {
    let fragment = link.split_once('#').map_or(link, |(_, fragment)| fragment);
    let mut before = None;
    for (at, letter) in fragment.char_indices() {
        if letter == kind.letter() && !before.is_some_and(is_packed) {
            let after = fragment.get(at + 1..)?;
            let digits = after.bytes().take_while(u8::is_ascii_digit).count();
            if let (Ok(version), Some(packed)) =
                (after.get(..digits)?.parse(), after.get(digits..).and_then(|rest| rest.strip_prefix('-')))
            {
                let end = packed.find(|letter| !is_packed(letter)).unwrap_or(packed.len());
                return Some((version, packed.get(..end)?));
            }
        }
        before = Some(letter);
    }
    None
}

const fn is_packed(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')
}

/// `None` can't happen: there is memory for all of it, and the dictionary is given before anything else.
fn deflate(text: &[u8]) -> Option<Vec<u8>> {
    let mut stream = Compress::new(Compression::best(), true);
    stream.set_dictionary(DICTIONARY).ok()?;
    // What can't be compressed grows a little.
    let mut packed = Vec::with_capacity(text.len() + text.len() / 8 + 64);
    match stream.compress_vec(text, &mut packed, FlushCompress::Finish) {
        Ok(Status::StreamEnd) => Some(packed),
        Ok(Status::Ok | Status::BufError) | Err(_) => None,
    }
}

fn inflate(packed: &[u8]) -> Result<Vec<u8>, LinkError> {
    let mut stream = Decompress::new(true);
    let mut text = Vec::new();
    let mut part = vec![0; 16_384];
    let mut is_begun = false;
    loop {
        let read = usize::try_from(stream.total_in()).unwrap_or(packed.len());
        let before = stream.total_out();
        let rest = packed.get(read..).unwrap_or_default();
        match stream.decompress(rest, &mut part, FlushDecompress::None) {
            Err(error) if error.needs_dictionary().is_some() && !is_begun => {
                is_begun = true;
                stream.set_dictionary(DICTIONARY).map_err(|_| LinkError::Altered)?;
                continue;
            }
            Err(_) => return Err(LinkError::Altered),
            Ok(status) => {
                let made = usize::try_from(stream.total_out() - before).unwrap_or(part.len());
                text.extend_from_slice(part.get(..made).unwrap_or_default());
                if text.len() > TEXT_MAX {
                    return Err(LinkError::Swells);
                }
                let has_read = usize::try_from(stream.total_in()).unwrap_or(packed.len()) > read;
                match status {
                    Status::StreamEnd => return Ok(text),
                    // Nothing more comes of what there is.
                    Status::Ok | Status::BufError if made == 0 && !has_read => return Err(LinkError::CutOff),
                    Status::Ok | Status::BufError => {}
                }
            }
        }
    }
}
