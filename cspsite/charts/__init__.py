"""Charts: each is described once (`chart`, `trend`, `rolling`, `years`) and drawn twice (`svg`, `plotly`)."""
