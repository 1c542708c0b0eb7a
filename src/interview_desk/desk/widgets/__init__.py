"""The small parts that every page is made of, painted from the theme."""
