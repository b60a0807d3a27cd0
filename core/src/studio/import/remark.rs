//! What was done about something that isn't as Supple has it.

/// Something that a person should know about what was read. The words are the interface's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// It doesn't say how long. This is what was put in.
    NoSeconds {
        /// The seconds.
        put_in: u32,
    },
    /// It counts repetitions, and Supple counts time. They were not taken over.
    Repetitions {
        /// What stands there.
        text: String,
    },
    /// It gives a range, and Supple needs one number. It was not taken over.
    Range {
        /// What stands there.
        text: String,
    },
    /// It is no number that Supple takes: seconds from 1 to 3,600, repeats from 1 to 20. It was not taken over.
    OutOfRange {
        /// What stands there.
        text: String,
    },
    /// Two things are said where there is one. The second was not taken over.
    SaidTwice {
        /// What stands there the second time.
        text: String,
    },
    /// It is to be repeated, and the library's exercise is a move, which is done once. It was not taken over.
    NotRepeated {
        /// How often.
        sets: u32,
    },
    /// It names sides, and the library's exercise has none to choose. They were not taken over.
    NoSides {
        /// What stands there.
        text: String,
    },
    /// It doesn't say which sides. It is taken as one without sides.
    SidesNotSaid,
    /// Its words speak of another side, so that it is done on each.
    SidesFromWords,
    /// It has no steps, which an exercise of one's own needs.
    NoSteps,
    /// It has no name, which an exercise of one's own needs.
    NoName,
    /// There is more than Supple has a place for. It was left out.
    LeftOut(Vec<LeftOut>),
    /// Steps beyond the twentieth were put together into that.
    StepsJoined {
        /// How many there were.
        steps: usize,
    },
    /// It looks like the heading of what follows.
    Heading,
    /// It isn't known how often or how long another part of the same day is done in turn with this. They are done one after
    /// the other.
    Superset,
}

/// Something that Supple has no place for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its name where it comes from, such as `level`.
    pub field: String,
    /// What stands there, shortened.
    pub text: String,
}
