"""What has changed: two versions of the data, or two meetings, to typed changes."""
