//! Measurements, as those who show them ask for them.

use super::Store;
use crate::corrections::Corrections;
use crate::measurement::{Measurement, Measurements};

impl Store {
    /// The measurements that are not deleted.
    #[must_use]
    pub fn measurements(&self, now_ms: u64) -> Measurements {
        self.document::<Measurements>(now_ms).without_deleted(&self.document(now_ms))
    }

    /// Adds a measurement.
    pub fn add_measurement(&self, measurement: Measurement, now_ms: u64) {
        self.update(now_ms, |measurements: &mut Measurements| measurements.add(measurement));
    }

    /// Deletes a measurement, by its id. It can be restored.
    pub fn delete_measurement(&self, id: &str, now_ms: u64) {
        self.update(now_ms, |corrections: &mut Corrections| corrections.delete_measurement(id, now_ms));
    }

    /// Takes the deletion of a measurement back.
    pub fn restore_measurement(&self, id: &str, now_ms: u64) {
        self.update(now_ms, |corrections: &mut Corrections| corrections.restore_measurement(id, now_ms));
    }
}
