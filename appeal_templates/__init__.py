"""Words of the letters and messages, editable without Python."""
