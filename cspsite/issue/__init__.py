"""An update by an issue on GitHub: its form, and the way from the issue to a report's file."""
