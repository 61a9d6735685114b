"""The report of a scenario as one page: `page` puts it together from its parts, `runs` plays what it tells of."""
