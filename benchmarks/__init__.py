"""What a site costs as it grows: a partnership of any size, and the seconds and memory that it takes to publish."""
