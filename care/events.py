"""Facts that care tells."""

# A client wrote down what they noticed with a medication: note_id, client_id.
NOTE_WRITTEN = "care.medication_note_written"
