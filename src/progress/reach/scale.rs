//! How the values of a measurement are typed and read: a length in the person's unit, or an angle.

use supple_core::{
    LengthUnit, Measured, MeasurementKind, Measurements, ReadingError, Tries, read_angle, read_length,
};

/// What a number that somebody types or reads means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    /// A length in this unit; stored in millimetres.
    Length(LengthUnit),
    /// An angle in degrees; stored in tenths.
    Angle,
}

impl Scale {
    /// That of what was measured.
    pub(super) fn of(measured: &Measured) -> Self {
        match measured {
            Measured::FingertipsToFloor { unit, .. } => Self::Length(*unit),
            Measured::StraightLegRaise { .. } => Self::Angle,
        }
    }

    /// Reads what was typed.
    pub(super) fn read(self, text: &str) -> Result<i32, ReadingError> {
        match self {
            Self::Length(unit) => read_length(text, unit),
            Self::Angle => read_angle(text),
        }
    }

    /// A stored value in tenths of what people read.
    pub(super) fn tenths(self, value: i32) -> i32 {
        match self {
            Self::Length(unit) => unit.tenths(value),
            Self::Angle => value,
        }
    }
}

/// The unit to begin with: the one used last, or else inches where the language of dates is that of the United States.
pub(super) fn first_unit(measurements: &Measurements, lang: &str) -> LengthUnit {
    let last = measurements.of_kind(MeasurementKind::FingertipsToFloor).next_back();
    match last.map(|last| &last.measured) {
        Some(Measured::FingertipsToFloor { unit, .. }) => *unit,
        _ if lang.ends_with("-US") => LengthUnit::Inches,
        _ => LengthUnit::Centimetres,
    }
}

/// Reads the texts of all tries. Empty ones are left out, as long as there is another.
///
/// # Errors
/// When one of them is no value, or all are empty: the first such field, and why.
pub(super) fn read_tries(texts: &[String], scale: Scale) -> Result<Tries, (usize, ReadingError)> {
    let mut values = Vec::new();
    for (field, text) in texts.iter().enumerate() {
        match scale.read(text) {
            Ok(value) => values.push(value),
            Err(ReadingError::Blank) => {}
            Err(error) => return Err((field, error)),
        }
    }
    Tries::try_from(values).map_err(|_| (0, ReadingError::Blank))
}

#[cfg(test)]
mod tests {
    use supple_core::{Measurement, Measurements};

    use super::*;

    const CM: Scale = Scale::Length(LengthUnit::Centimetres);

    fn tries(texts: [&str; 3]) -> Result<Tries, (usize, ReadingError)> {
        read_tries(&texts.map(str::to_owned), CM)
    }

    #[test]
    fn one_try_is_enough_and_a_comma_is_a_point() {
        assert_eq!(tries(["", "12,5", ""]).unwrap().values(), [125]);
        assert_eq!(tries(["12.5 cm", "12", "0"]).unwrap().mean(), 82);
        assert_eq!(tries(["", " ", ""]), Err((0, ReadingError::Blank)));
    }

    #[test]
    fn the_first_wrong_field_is_named() {
        assert_eq!(tries(["12", "twelve", "-5"]), Err((1, ReadingError::NotANumber)));
        assert_eq!(tries(["12", "", "500"]), Err((2, ReadingError::OutOfRange { least: 0, most: 100 })));
    }

    #[test]
    fn the_unit_is_the_one_used_last() {
        let none = Measurements::default();
        assert_eq!(first_unit(&none, "en-GB"), LengthUnit::Centimetres);
        assert_eq!(first_unit(&none, "en-US"), LengthUnit::Inches);
        let tries = Tries::try_from(vec![100]).unwrap();
        let measured = Measured::FingertipsToFloor { unit: LengthUnit::Centimetres, tries };
        let one = Measurement { id: "1".to_owned(), when_ms: 1, offset_min: 0, measured };
        assert_eq!(first_unit(&Measurements::from_iter([one]), "en-US"), LengthUnit::Centimetres);
    }
}
