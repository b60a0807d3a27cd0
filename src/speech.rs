//! The words of the voice.

use supple_core::Phrases;

use crate::messages::Messages;

impl Phrases for Messages {}
