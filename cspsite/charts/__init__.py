"""Charts: each is described once (`chart`, `trend`, `rolling`, `control` …) and drawn twice (`svg`, `plotly`)."""
