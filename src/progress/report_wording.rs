//! What the printed report says, put together from texts of the catalogue.

use supple_core::{
    Change, Leg, LengthUnit, Measured, Measurement, MeasurementKind, NamedSide, Side, SideName,
};

use crate::messages::Messages;
use crate::wording::as_count;

/// "12.3" for 123 tenths.
fn one_decimal(tenths: i32) -> String {
    let sign = if tenths < 0 { "−" } else { "" };
    let tenths = tenths.unsigned_abs();
    format!("{sign}{}.{}", tenths / 10, tenths % 10)
}

impl Messages {
    /// What was measured.
    pub(in crate::progress) fn report_kind(self, kind: MeasurementKind) -> &'static str {
        match kind {
            MeasurementKind::FingertipsToFloor => self.report_floor(),
            MeasurementKind::StraightLegRaise(Leg::Left) => self.report_leg_raise_left(),
            MeasurementKind::StraightLegRaise(Leg::Right) => self.report_leg_raise_right(),
        }
    }

    /// "12.3 cm (mean of 3 tries)".
    pub(in crate::progress) fn report_result(self, measurement: &Measurement) -> String {
        let value = self.report_amount(&measurement.measured, measurement.mean());
        self.report_tries(as_count(measurement.measured.tries().values().len()), value)
    }

    /// "4.5 cm", "7.0°": an amount in the unit of what was measured (millimetres, tenths of a degree), as the person reads it.
    pub(in crate::progress) fn report_amount(self, measured: &Measured, amount: i32) -> String {
        match measured {
            Measured::FingertipsToFloor { unit, .. } => {
                let number = one_decimal(unit.tenths(amount));
                match unit {
                    LengthUnit::Centimetres => self.report_centimetres(number),
                    LengthUnit::Inches => self.report_inches(number),
                }
            }
            Measured::StraightLegRaise { .. } => self.report_degrees(one_decimal(amount)),
        }
    }

    /// "6.0 cm closer to the floor", or that nobody can be sure.
    pub(in crate::progress) fn report_change_of(self, measured: &Measured, change: Option<Change>) -> String {
        let amount = |amount| self.report_amount(measured, amount);
        match change {
            None => self.report_first().to_owned(),
            Some(Change::Unsure) => self.report_change_unsure().to_owned(),
            Some(Change::Closer(by)) => self.report_change_closer(amount(by)),
            Some(Change::Farther(by)) => self.report_change_farther(amount(by)),
            Some(Change::Higher(by)) => self.report_change_higher(amount(by)),
            Some(Change::Lower(by)) => self.report_change_lower(amount(by)),
        }
    }

    /// "Anchor stretch, left side".
    pub(in crate::progress) fn report_side_of(self, exercise: &str, side: Side) -> String {
        self.named_with_side(exercise, NamedSide { side, name: SideName::Side })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_in_the_unit_in_which_the_person_measured() {
        let messages = Messages::english();
        assert_eq!([123, 5, 0, -5].map(one_decimal), ["12.3", "0.5", "0.0", "−0.5"]);
        let change = |text: &str, change| {
            let measured: Measured = serde_json::from_str(text).unwrap();
            messages.report_change_of(&measured, change)
        };
        let cm = r#"{"fingertips-to-floor":{"unit":"cm","tries":[100]}}"#;
        let inches = r#"{"fingertips-to-floor":{"unit":"in","tries":[100]}}"#;
        let leg = r#"{"straight-leg-raise":{"leg":"left","tries":[600]}}"#;
        assert_eq!(change(cm, Some(Change::Closer(60))), "6.0 cm closer to the floor");
        assert_eq!(change(inches, Some(Change::Farther(60))), "2.4 in further from the floor");
        assert_eq!(change(leg, Some(Change::Higher(75))), "7.5° higher");
        assert_eq!(change(leg, Some(Change::Unsure)), "no change you can be sure of");
        assert_eq!(change(leg, None), "the first one");
    }
}
