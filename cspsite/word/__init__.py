"""The partnership's form as a Word document: written from a report, and read back however people have filled it in."""
