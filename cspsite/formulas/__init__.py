"""The formulas of figures, a module for each family; each gives a value with its working, or why there is none."""
