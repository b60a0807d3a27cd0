//! Measurements in words.

use supple_core::{Change, Leg, LengthUnit, MeasurementKind, ReadingError};

use super::leg_test::LegFailure;
use super::scale::Scale;
use crate::messages::Messages;

impl Messages {
    /// What is measured: "Fingertips to floor".
    pub(super) fn measurement_kind(self, kind: MeasurementKind) -> &'static str {
        match kind {
            MeasurementKind::FingertipsToFloor => self.measure_floor(),
            MeasurementKind::StraightLegRaise(Leg::Left) => self.measure_leg_raise_left(),
            MeasurementKind::StraightLegRaise(Leg::Right) => self.measure_leg_raise_right(),
        }
    }

    /// "12.5 cm", "4.9 in", "72°".
    pub(super) fn measured_value(self, scale: Scale, value: i32) -> String {
        let tenths = scale.tenths(value);
        let (whole, part) = (tenths / 10, tenths % 10);
        let number = if part == 0 { whole.to_string() } else { format!("{whole}.{part}") };
        match scale {
            Scale::Length(LengthUnit::Centimetres) => self.measure_value_cm(number),
            Scale::Length(LengthUnit::Inches) => self.measure_value_inches(number),
            Scale::Angle => self.measure_value_degrees(number),
        }
    }

    /// What a difference from the first measurement says, in a sentence.
    pub(super) fn measured_change(self, kind: MeasurementKind, scale: Scale, change: Change) -> String {
        let value = |by| self.measured_value(scale, by);
        match change {
            Change::Unsure => self.measure_change_unsure(value(kind.band())),
            Change::Closer(by) => self.measure_change_closer(value(by)),
            Change::Farther(by) => self.measure_change_farther(value(by)),
            Change::Higher(by) => self.measure_change_higher(value(by)),
            Change::Lower(by) => self.measure_change_lower(value(by)),
        }
    }

    /// The same, as briefly as a table has it.
    pub(super) fn measured_change_briefly(self, scale: Scale, change: Change) -> String {
        let value = |by| self.measured_value(scale, by);
        match change {
            Change::Unsure => self.measure_cell_unsure().to_owned(),
            Change::Closer(by) => self.measure_cell_closer(value(by)),
            Change::Farther(by) => self.measure_cell_farther(value(by)),
            Change::Higher(by) => self.measure_cell_higher(value(by)),
            Change::Lower(by) => self.measure_cell_lower(value(by)),
        }
    }

    /// Why a typed text is no value, and what would be one.
    pub(super) fn reading_error(self, scale: Scale, error: ReadingError) -> String {
        match error {
            ReadingError::Blank => self.measure_error_blank().to_owned(),
            ReadingError::NotANumber => self.measure_error_not_a_number().to_owned(),
            ReadingError::OutOfRange { least, most } => {
                let most = match scale {
                    Scale::Length(LengthUnit::Centimetres) => self.measure_value_cm(most),
                    Scale::Length(LengthUnit::Inches) => self.measure_value_inches(most),
                    Scale::Angle => self.measure_value_degrees(most),
                };
                self.measure_error_range(least, most)
            }
        }
    }

    /// Why the phone's sensor gave no angle, and what to do instead.
    pub(super) fn leg_failure(self, failure: LegFailure) -> &'static str {
        match failure {
            LegFailure::Silent => self.measure_sensor_silent(),
            LegFailure::Stuck => self.measure_sensor_stuck(),
            LegFailure::Unsteady => self.measure_sensor_unsteady(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CM: Scale = Scale::Length(LengthUnit::Centimetres);
    const INCHES: Scale = Scale::Length(LengthUnit::Inches);

    #[test]
    fn a_value_has_its_unit_and_no_more_digits_than_it_needs() {
        let messages = Messages::english();
        assert_eq!(messages.measured_value(CM, 125), "12.5 cm");
        assert_eq!(messages.measured_value(CM, 120), "12 cm");
        assert_eq!(messages.measured_value(INCHES, 125), "4.9 in");
        assert_eq!(messages.measured_value(Scale::Angle, 720), "72°");
    }

    #[test]
    fn a_difference_within_the_band_is_no_change_anybody_can_be_sure_of() {
        let messages = Messages::english();
        let floor = MeasurementKind::FingertipsToFloor;
        assert_eq!(
            messages.measured_change(floor, CM, Change::Unsure),
            "No change you can be sure of since the first time: differences of up to 4.5 cm can be chance."
        );
        assert_eq!(
            messages.measured_change(floor, INCHES, Change::Closer(51)),
            "2 in closer to the floor than the first time."
        );
    }

    #[test]
    fn a_wrong_number_is_answered_with_the_right_ones() {
        let messages = Messages::english();
        let error = ReadingError::OutOfRange { least: 0, most: 39 };
        assert_eq!(messages.reading_error(INCHES, error), "This has to be between 0 and 39 in.");
    }
}
