"""Downloads: series and records in formats that other programs read."""
